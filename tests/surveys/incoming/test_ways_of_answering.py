"""The ways in which one and the same answer is written: words, letters, numbers, scores, columns of 0 and 1."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.surveys.wenjuanxing import rows, spread_out, write_csv

from jixiao.refusals import Refusal
from jixiao.surveys.incoming import read_answers
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import BLANK, NOT_ASKED, UNREADABLE, Answers

DEGREES = ["A.非常满意", "B.满意", "C.一般", "D.不满意", "E.非常不满意"]


def asked(*questions: dict[str, Any]) -> Questionnaire:
    return Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": questions})


ONE = asked({"text": "您是否满意？", "options": [*DEGREES, "F.其他"]})
SEVERAL = asked(
    {"text": "办理过哪些业务", "kind": "多选", "options": ["A.社保、医保", "B.公积金", "C.不动产", "D.其他"]}
)


def read(folder: Path, headings: Sequence[str], *cells: Sequence[str], by: Questionnaire | None) -> Answers:
    path = folder / "答卷.tsv"
    path.write_text("\n".join("\t".join(row) for row in [headings, *cells]), encoding="utf-8")
    return read_answers([path], by)


@pytest.mark.parametrize(
    ("written", "option"),
    [
        ("A.非常满意", 0),
        ("非常满意", 0),
        ("Ｂ．满意", 1),
        ("b", 1),
        ("2", 1),
        ("③", 2),
        ("F.其他〖排队太久〗", 5),
        ("其他(排队)", 5),
        ("-3", NOT_ASKED),
        ("（跳过）", NOT_ASKED),
        ("(空)", BLANK),
        ("-2", BLANK),
        ("很满意", UNREADABLE),
        ("7", UNREADABLE),
        ("G", UNREADABLE),
    ],
)
def test_one_answer(tmp_path: Path, written: str, option: int) -> None:
    second = asked({"text": "您是否满意？", "options": [*DEGREES, "F.其他"]}, {"text": "您的单位？", "kind": "填空"})
    answers = read(tmp_path, ["Q1", "Q2"], [written, "某单位"], by=second)
    assert answers.columns["第1题"].to_list() == [option]


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("A.社保、医保┋C.不动产", [0, 2]),
        ("社保、医保、公积金", [0, 1]),
        ("AC", [0, 2]),
        ("a、c", [0, 2]),
        ("1,3", [0, 2]),
        ("13", [0, 2]),
        ("公积金→社保、医保", [1, 0]),
        ("D.其他〖无〗┋B.公积金", [3, 1]),
        ("(空)", []),
        ("(跳过)", None),
    ],
)
def test_several_answers_in_one_cell(tmp_path: Path, written: str, options: list[int] | None) -> None:
    both = asked(SEVERAL.questions[0].model_dump(), {"text": "您的单位？", "kind": "填空"})
    answers = read(tmp_path, ["1、办理过哪些业务？", "2、您的单位"], [written, "某单位"], by=both)
    assert answers.columns["第1题"].to_list() == [options]
    assert not [each for each in answers.findings if each.check == "survey.row_unknown_answer"]


def test_a_column_for_each_option_is_one_question(tmp_path: Path) -> None:
    headings = ["第1题(社保、医保)", "第1题(公积金)", "第1题(不动产)", "1(其他)"]
    cells = [["1", "0", "1", "0"], ["-3"] * 4, ["0", "0", "0", "1"], ["√", "", "", ""]]
    answers = read(tmp_path, headings, *cells, by=SEVERAL)
    assert answers.columns["第1题"].to_list() == [[0, 2], [3], [0]]
    assert [each.row for each in answers.excluded] == [3]


def test_scores_are_known_by_their_total_and_else_figures_are_numbers_of_options(tmp_path: Path) -> None:
    two = asked(*({"text": f"您对{name}是否满意？", "options": DEGREES} for name in "甲乙"))
    headings = ["总分", *(question.text for question in two.questions)]
    answers = read(tmp_path, headings, ["9", "5", "4"], ["3", "1", "2"], by=two)
    assert answers.columns.select("第1题", "第2题").rows() == [(0, 1), (4, 3)]
    answers = read(tmp_path, headings[1:], ["5", "4"], ["1", "2"], by=two)
    assert answers.columns.select("第1题", "第2题").rows() == [(4, 3), (0, 1)]
    (finding,) = (each for each in answers.findings if each.check == "survey.row_codes_unclear")
    assert "第1题 1 为“A.非常满意”" in finding.explanation


def test_scores_of_a_usual_scheme_are_options_and_those_of_two_schemes_are_not_read(tmp_path: Path) -> None:
    two = asked(*({"text": f"您对{name}是否满意？", "options": DEGREES} for name in "甲乙"))
    headings = [question.text for question in two.questions]
    answers = read(tmp_path, headings, ["100", "75"], ["50", "25"], ["0", "100"], by=two)
    assert answers.columns.select("第1题", "第2题").rows() == [(0, 1), (2, 3), (4, 0)]
    answers = read(tmp_path, headings, ["100", "60"], ["0", "100"], by=two)  # 60 is the third or the fourth option
    assert answers.valid == 0
    assert "不能唯一对应" in next(
        each.explanation for each in answers.findings if each.check == "survey.row_codes_unclear"
    )


def test_a_question_left_open_was_not_asked_where_its_condition_was_not_met(tmp_path: Path) -> None:
    skipping = asked(
        {"text": "您是否办理过业务？", "options": ["是", "否"]},
        {"text": "您是否满意？", "options": DEGREES, "only_if": {"question": "第1题", "among": ["是"]}},
    )
    answers = read(tmp_path, ["Q1", "Q2"], ["是", "满意"], ["否", ""], ["是", ""], by=skipping)
    assert answers.columns["第2题"].to_list() == [1, NOT_ASKED, BLANK]


def test_a_matrix_has_a_column_for_each_of_its_rows(tmp_path: Path) -> None:
    matrix = asked(*({"text": f"请评价：{name}", "options": DEGREES} for name in ("态度", "效率")))
    answers = read(tmp_path, ["5、请评价:态度", "5、请评价—效率"], ["满意", "一般"], by=matrix)
    assert answers.columns.select("第1题", "第2题").rows() == [(1, 2)]


def test_a_question_worded_a_little_otherwise_is_matched_by_its_number_and_told(tmp_path: Path) -> None:
    two = asked({"text": "您对窗口服务态度是否满意？", "options": DEGREES}, {"text": "您的建议", "kind": "填空"})
    answers = read(tmp_path, ["1、您对服务态度满意吗？", "2、您的建议"], ["满意", "好"], by=two)
    assert answers.columns["第1题"].to_list() == [1]
    assert [each.check for each in answers.findings][:1] == ["survey.row_question_reworded"]


def test_more_options_than_a_code_can_tell_are_refused(tmp_path: Path) -> None:
    many = asked({"text": "哪个村？", "options": [f"{number}村" for number in range(128)]})
    with pytest.raises(Refusal, match="128 个选项"):
        read(tmp_path, ["Q1"], ["1村"], by=many)


class TestWithoutQuestionnaire:
    """The questionnaire is made from the headings and the answers."""

    def test_options_stand_in_order_of_satisfaction_age_and_letters(self, tmp_path: Path) -> None:
        headings = ["1、您的年龄", "2、您对态度是否满意？[单选题]", "3、您对整体是否满意？", "4、渠道？", "5、您的建议"]
        cells = [
            ["31-50岁", "不满意", "满意", "B.电话┋A.微信", "好"],
            ["18岁以下", "满意", "非常满意", "A.微信", "多开窗口"],
            ["51岁以上", "非常满意", "满意", "(空)", ""],
            ["31-50岁", "满意", "不了解", "A.微信", "无"],
        ]
        made = read(tmp_path, headings, *cells, by=None).questionnaire
        described = [(q.id, q.kind, q.role, [option.text for option in q.options]) for q in made.questions]
        assert described == [
            ("第1题", "单选", "身份", ["18岁以下", "31-50岁", "51岁以上"]),
            ("第2题", "单选", "满意度", ["非常满意", "满意", "一般", "不满意", "非常不满意"]),
            ("第3题", "单选", "总体满意度", ["非常满意", "满意", "一般", "不满意", "非常不满意", "不了解"]),
            ("第4题", "多选", "其他", ["A.微信", "B.电话"]),
            ("第5题", "填空", "其他", []),
        ]
        assert made.questions[1].text == "您对态度是否满意？"

    def test_figures_alone_are_no_satisfaction(self, tmp_path: Path) -> None:
        answers = read(tmp_path, ["1、您是否满意？", "2、请打分（1-10分）"], ["1", "9"], ["3", "10"], by=None)
        first, second = answers.questionnaire.questions
        assert (first.role, [option.text for option in first.options]) == ("其他", ["1", "2", "3"])
        assert (second.kind, str(second.scale.high)) == ("量表", "10")
        assert answers.columns[second.id].to_list() == ["9", "10"]
        assert "survey.row_codes_unclear" in [each.check for each in answers.findings]

    def test_the_export_gives_the_codes_that_its_questionnaire_gives(self, tmp_path: Path) -> None:
        given = [{"第1题": number % 5} for number in range(20)]
        degrees = asked({"text": "您是否满意？", "options": DEGREES})
        path = write_csv(tmp_path / "答卷.csv", rows(degrees, spread_out(given)))
        assert (
            read_answers([path]).columns["第1题"].to_list() == read_answers([path], degrees).columns["第1题"].to_list()
        )
