"""Counts per option: both layouts, the base and the printed percentages held against them."""

from pathlib import Path

import pytest

from jixiao.refusals import Refusal
from jixiao.surveys.incoming import holds_counts, read_counts
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import Counts

REPORT = """某局满意度调查，回收问卷140份，有效问卷137份
第1题：您对服务态度是否满意？ [单选题]
选项,小计,比例
A.非常满意,132,96.35%
B.满意,1,0.73%
C.一般,4,2.92%
D.不满意,0,0%
E.非常不满意,0,0%
本题有效填写人次,137,

第2题：您办理过哪些业务？ [多选题]
选项,小计,比例
社保,100,72.99%
医保,50,36.5%
本题有效填写人次,137,
"""
ROWS = """调查内容,非常满意,满意,一般,不满意,非常不满意,合计,满意度
服务态度,50,3,2,0,0,55,97.88%
办事效率,40,10,5,0,0,55,95%
"""


def read(folder: Path, text: str, asked: Questionnaire | None = None) -> Counts:
    path = folder / "统计.csv"
    path.write_text(text, encoding="utf-8")
    return read_counts([path], asked)


def checks(counts: Counts) -> list[str]:
    return [finding.check for finding in counts.findings if finding.check != "survey.row_questionnaire_derived"]


def test_the_default_report_is_read_block_by_block(tmp_path: Path) -> None:
    counts = read(tmp_path, REPORT)
    assert counts.counts == {"第1题": (132, 1, 4, 0, 0), "第2题": (100, 50)}
    assert [(question.kind, question.role) for question in counts.questionnaire.questions] == [
        ("单选", "满意度"),
        ("多选", "其他"),
    ]
    assert (counts.received, counts.valid, checks(counts)) == (140, 137, [])


def test_a_row_for_each_question_is_read_and_its_base_is_the_number_of_sheets(tmp_path: Path) -> None:
    counts = read(tmp_path, ROWS)
    assert counts.counts == {"第1题": (50, 3, 2, 0, 0), "第2题": (40, 10, 5, 0, 0)}
    assert (counts.received, counts.valid, checks(counts)) == (None, 55, [])


def test_a_percentage_that_its_base_cannot_give_is_an_error(tmp_path: Path) -> None:
    counts = read(tmp_path, REPORT.replace("96.35%", "96.45%"))
    (finding,) = (each for each in counts.findings if each.check == "rate.share")
    assert (finding.severity, finding.places[0].row) == ("error", 4)


@pytest.mark.parametrize(("stated", "wrong"), [("55", 0), ("56", 1)])
def test_the_counts_of_a_single_choice_add_up_to_their_base(tmp_path: Path, stated: str, wrong: int) -> None:
    counts = read(tmp_path, ROWS.replace("0,0,55,97.88%", f"0,0,{stated},97.88%"))
    assert checks(counts) == ["survey.row_count_base"] * wrong


def test_options_are_put_into_the_order_of_the_questionnaire(tmp_path: Path) -> None:
    options = ["非常不满意", "不满意", "一般", "满意", "非常满意"]
    questions = [{"text": "服务态度", "options": options}, {"text": "办事效率", "options": options}]
    asked = Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": questions})
    assert read(tmp_path, ROWS, asked).counts["第1题"] == (0, 0, 2, 3, 50)


def test_a_count_that_cannot_be_read_leaves_its_question_out_and_says_so(tmp_path: Path) -> None:
    counts = read(tmp_path, ROWS.replace("50,3,2", "五十,3,2"))
    assert list(counts.counts) == ["第2题"]
    (finding,) = (each for each in counts.findings if each.check == "survey.row_unread_count")
    assert (finding.stated, finding.places[0].row, finding.places[0].column) == ("五十", 2, "非常满意")


def test_counts_of_several_files_are_added_up(tmp_path: Path) -> None:
    paths = [tmp_path / "甲.csv", tmp_path / "乙.csv"]
    paths[0].write_text(ROWS, encoding="utf-8")
    paths[1].write_text(ROWS.replace("50,3,2,0,0,55", "1,1,1,1,1,5"), encoding="utf-8")
    assert read_counts(paths).counts["第1题"] == (51, 4, 3, 1, 1)


def test_a_file_without_counts_is_refused_and_answers_are_known_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "答卷.csv"
    path.write_text("1、您是否满意？,2、您的性别\n非常满意,男\n满意,女\n", encoding="utf-8")
    assert not holds_counts([path])
    with pytest.raises(Refusal, match="找不到各选项份数"):
        read_counts([path])
    path.write_text(ROWS, encoding="utf-8")
    assert holds_counts([path])


def test_options_may_stand_in_the_first_column_and_questions_beside_them(tmp_path: Path) -> None:
    counts = read(tmp_path, "选项,服务态度,办事效率\n非常满意,50,40\n满意,3,10\n一般,2,5\n合计,55,55\n")
    assert counts.counts == {"第1题": (50, 3, 2), "第2题": (40, 10, 5)}
    assert [question.text for question in counts.questionnaire.questions] == ["服务态度", "办事效率"]
    assert (counts.valid, checks(counts)) == (55, [])
    assert holds_counts([tmp_path / "统计.csv"])


@pytest.mark.parametrize(
    "headings", ["1、您对态度是否满意？,2、您对效率是否满意？", "态度满意,效率满意", "您对态度满意吗,不满意在哪里？"]
)
def test_answers_by_number_under_questions_that_speak_of_satisfaction_are_no_counts(
    tmp_path: Path, headings: str
) -> None:
    path = tmp_path / "按序号.csv"
    path.write_text(f"序号,{headings}\n1,1,2\n2,1,1\n", encoding="utf-8")
    assert not holds_counts([path])


@pytest.mark.parametrize(
    ("first", "told"), [("85.4%", "“非常满意”写的是比例，不是份数"), ("", "“非常满意”的份数没有填写")]
)
def test_shares_and_gaps_in_place_of_counts_are_told(tmp_path: Path, first: str, told: str) -> None:
    counts = read(tmp_path, f"题目,非常满意,满意,一般\n服务态度,{first},3,2\n办事效率,40,10,5\n")
    assert holds_counts([tmp_path / "统计.csv"])
    assert counts.counts == {"第2题": (40, 10, 5)}
    (finding,) = (each for each in counts.findings if each.check == "survey.row_unread_count")
    assert finding.title == "“服务态度”的份数没有读取"
    assert told in finding.explanation
