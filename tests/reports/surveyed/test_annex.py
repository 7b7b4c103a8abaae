"""The annex of a survey: what a reader of the Word file and the page is told, and in which words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.reports.content.parts import Chart, Table
from jixiao.reports.page.chapters import Paragraph, Part
from jixiao.reports.surveyed.annex import annex_of
from jixiao.surveys.conducting import conduct
from jixiao.surveys.resolving import resolved
from jixiao.surveys.results import StudyResult
from jixiao.surveys.study import Study

FIVE = "[非常满意, 比较满意, 一般, 不太满意, 非常不满意]"
LONG = "您对政务公开、政策宣传解读、办事流程简化和材料精简等工作的实际成效是否满意？"
ANSWERS = ("非常满意", "比较满意", "一般")


def result_of(folder: Path, questions: list[str], group: str = "", sheets: int = 40) -> StudyResult:
    """A group of sheets that answer an identity question by turns and every other question very satisfied or less."""
    rows = [",".join(["身份", *questions])]
    for number in range(sheets):
        rows.append(",".join([f"{number % 8}村", *(ANSWERS[(number + at) % 3] for at in range(len(questions)))]))
    (folder / "答卷.csv").write_text("\n".join(rows), encoding="utf-8")
    asked = "".join(f"    - {{text: {text}, options: {FIVE}}}\n" for text in questions)
    villages = ", ".join(f"{number}村" for number in range(8))
    text = (
        f"name: 调查\ngroups:\n- name: 村民\n  answers: 答卷.csv\n{group}  questionnaire:\n    title: 村民问卷\n"
        f"    group: 村民\n    questions:\n    - {{text: 身份, role: 身份, options: [{villages}]}}\n{asked}"
    )
    document = parse_yaml(text, "study.yaml")
    return conduct(resolved(validate(document, Study), document, folder), folder)


def part(result: StudyResult, title: str) -> Part:
    (found,) = (each for each in annex_of(result) if each.title == title)
    return found


def blocks(part: Part) -> Iterator[object]:
    yield from part.blocks
    for below in part.parts:
        yield from blocks(below)


def texts(part: Part) -> list[str]:
    return [each.text for each in blocks(part) if isinstance(each, Paragraph)]


def tables(part: Part) -> list[Table]:
    return [each for each in blocks(part) if isinstance(each, Table)]


def test_the_questionnaire_stands_at_the_end_as_it_was_put(tmp_path: Path) -> None:
    result = result_of(tmp_path, ["您对态度是否满意？", "您对效率是否满意？"])
    assert annex_of(result)[-1].title == "调查问卷"
    asked = texts(part(result, "调查问卷"))
    assert asked[:3] == ["村民问卷", "1.身份", "　".join(f"{'ABCDEFGH'[each]}.{each}村" for each in range(8))]
    assert asked[3:] == [
        "2.您对态度是否满意？",
        "A.非常满意　B.比较满意　C.一般　D.不太满意　E.非常不满意",
        "3.您对效率是否满意？",
        "A.非常满意　B.比较满意　C.一般　D.不太满意　E.非常不满意",
    ]


def test_a_long_question_goes_by_its_number_where_there_is_little_room(tmp_path: Path) -> None:
    result = result_of(tmp_path, [LONG, "您对效率是否满意？"])
    asked = part(result, "各题满意度")
    assert [each.title for each in tables(asked)] == ["“第2题”满意度统计表", "“您对效率是否满意？”满意度统计表"]
    assert [each.note for each in tables(asked)] == ["问卷第2题，作答40份。", "作答40份。"]
    overall = part(result, "综合满意度")
    assert tables(overall)[0].rows[0][0] == f"第2题 {LONG}"
    (chart,) = (each for each in blocks(overall) if isinstance(each, Chart))
    assert chart.categories == ("第2题", "您对效率是否满意？")


@pytest.mark.parametrize(
    ("questions", "headings", "first"),
    [
        (5, [["身份", "份数", *(f"对{each}满意？" for each in "甲乙丙丁戊"), "综合满意度"]], "0村*"),
        (6, [["题目", "0村*", "1村*", "2村*", "3村*"], ["题目", "4村*", "5村*", "6村*", "7村*"]], "份数"),
    ],
)
def test_cross_tables_stay_within_a_page(tmp_path: Path, questions: int, headings: list[list[str]], first: str) -> None:
    result = result_of(tmp_path, [f"对{each}满意？" for each in "甲乙丙丁戊己"[:questions]])
    found = tables(part(result, "交叉分析"))
    assert [[column.heading for column in table.columns] for table in found] == headings
    assert found[0].rows[0][0] == first
    by_village = result.groups[0].crosses[0].subgroups
    composites = found[0].rows[-1][1:] if questions > 5 else [row[-1] for row in found[0].rows]
    assert composites[0] == f"{float(by_village[0].composite or 0):.2%}"


def test_the_interval_of_a_scored_question_is_its_own(tmp_path: Path) -> None:
    rule = "  rules:\n  - {text: 满意度≥90%得满分；＜90%不得分。, weight: 10, question: 第2题}\n"
    result = result_of(tmp_path, ["您对态度是否满意？", "您对效率是否满意？"], rule)
    (scored,) = result.groups[0].scored
    own, whole = result.groups[0].questions[1].interval, result.groups[0].interval
    assert scored.interval == own != whole
    shown = tables(part(result, "对评分的影响"))[0].rows[0][3]
    assert own is not None
    assert shown.startswith(f"{float(own.low):.2%}")


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("", "没有写明调查方式（网络、纸质、电话或现场）。"),
        ("  mode: 纸质\n", "调查方式：纸质。"),
    ],
)
def test_the_mode_is_told_as_far_as_it_is_written(tmp_path: Path, group: str, told: str) -> None:
    assert told in texts(part(result_of(tmp_path, ["您对态度是否满意？"], group), "调查对象和方法"))


@pytest.mark.parametrize(
    ("population", "told"),
    [
        (40, "村民已全部调查，结果没有抽样误差。"),
        (30, "村民：总体写明30人，有效问卷却有40份，请核对。"),
        (400, "村民：总体400人，宜有样本197份，实有有效问卷40份，未达到这一数量。"),
    ],
)
def test_the_sample_is_held_against_the_population(tmp_path: Path, population: int, told: str) -> None:
    result = result_of(tmp_path, ["您对态度是否满意？"], f"  population: {population}\n")
    assert told in texts(part(result, "问卷发放和回收"))
