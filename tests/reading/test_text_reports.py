"""Indicator tables in reports that came as text: cells separated by tabs, or one cell to a line."""

import pytest
from tests.reading.importing import canonical, imported, leaf, outline

TABS = [
    "A 投入 12",
    "A1 目标设定 12",
    "A1.1 绩效目标合理性 7",
    "A1.2 在职人员控制率 5",
    "B 产出 80",
    "B1 窗口服务 80",
    "B1.1 窗口办件完成率 50",
    "B1.2 服务质量 20",
    "C 效果 8",
    "C1 满意度 8",
    "C1.1 群众满意度 8",
]
CELLS = [
    "A 部门决策 30",
    "A1 目标 30",
    "A11 目标明确性 12",
    "A12 计划合理性 18",
    "B 部门产出 70",
    "B1 办件 40",
    "B11 办件完成率 40",
    "B2 满意度 30",
    "B21 群众满意度 30",
]


@pytest.mark.parametrize(("name", "expected"), [("tabs.txt", TABS), ("cells.txt", CELLS)])
def test_the_whole_tree_is_read_with_codes_and_weights_of_every_level(name: str, expected: list[str]) -> None:
    assert outline(imported(name)) == expected


def test_a_row_that_a_page_breaks_is_put_together_in_every_cell() -> None:
    broken = leaf(imported("tabs.txt"), "A1.2")
    assert broken.explanation.startswith("考察在职人员数与编制数的比率。")
    assert broken.rule.text == "在职人员控制率不高于100%的得满分，每高1个百分点扣权重分的5%，扣完为止。"


def test_a_name_and_its_weight_go_on_over_the_page() -> None:
    assert "B1 窗口服务 80" in outline(imported("tabs.txt"))


def test_points_are_taken_out_of_criteria_and_out_of_explanations() -> None:
    assert leaf(imported("tabs.txt"), "B1.2").criteria == ("有服务规范", "有回访", "有整改")
    assert leaf(imported("cells.txt"), "A12").criteria == ("有计划", "按期完成")
    assert leaf(imported("cells.txt"), "A12").explanation == "反映计划是否合理。"


def test_a_formula_among_the_criteria_is_no_point_to_be_judged() -> None:
    assert leaf(imported("tabs.txt"), "A1.2").criteria == ()


def test_rules_are_read_beside_their_points() -> None:
    system = imported("tabs.txt")
    assert canonical(system, "A1.1") == "2项要点中，不符合的要点数每多1项扣权重分的50%，扣完为止。"
    assert canonical(system, "C1.1") == "比率不低于90%的，得满分；不低于80%且低于90%的，得5分；低于80%的，不得分。"


def test_a_rule_that_is_not_understood_keeps_its_words_and_says_why() -> None:
    rule = leaf(imported("tabs.txt"), "B1.2").rule
    assert rule.rule is None
    assert rule.text == "由评价组酌情打分。"
    assert "酌情" in rule.why


def test_what_the_table_lacks_is_reported_from_the_scores_and_the_weights_and_not_invented() -> None:
    system = imported("tabs.txt")
    assert [finding.title for finding in system.findings] == [
        "“B1 窗口服务”的权重 80 分，下级合计 70 分",
        "得分表列有“B1.3 延时服务”（10.00 分），指标体系表中没有",
    ]


def test_a_table_that_holds_together_has_no_findings() -> None:
    assert imported("cells.txt").findings == ()


def test_every_indicator_knows_its_line() -> None:
    assert leaf(imported("tabs.txt"), "C1.1").place.line == 21
    assert leaf(imported("cells.txt"), "B11").place.line == 57
