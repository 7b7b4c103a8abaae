"""Layouts an indicator table may have: codes of any scheme, weights in any column, headings that differ."""

import pytest
from tests.reading.importing import outline

from jixiao.documents import document_of
from jixiao.reading import ImportedSystem, read_indicators
from jixiao.refusals import Refusal

HEAD = "一级指标\t二级指标\t三级指标\t权重\t评价要点\t评分规则"
RULE = "①有制度；②有记录。\t两项都符合得满分，有一项不符合扣权重分的50%。"


def read(*lines: str) -> ImportedSystem:
    return read_indicators(document_of("\n".join(lines).encode("utf-8"), "表.txt"))


def titles(system: ImportedSystem) -> list[str]:
    return [finding.title for finding in system.findings]


@pytest.mark.parametrize(
    ("first", "second", "third", "expected"),
    [
        ("A 投入", "A1 目标", "A1.1 合理性", ["A 投入 None", "A1 目标 None", "A1.1 合理性 100"]),
        ("A投入", "A1目标", "A11合理性", ["A 投入 None", "A1 目标 None", "A11 合理性 100"]),
        ("1 投入", "1.1 目标", "1.1.1 合理性", ["A 1投入 None", "1.1 目标 None", "1.1.1 合理性 100"]),
        ("一、投入", "（一）目标", "1.合理性", ["A 投入 None", "A1 目标 None", "A1.1 合理性 100"]),
        ("投入", "目标", "合理性", ["A 投入 None", "A1 目标 None", "A1.1 合理性 100"]),
        ("A", "A-1 目标", "A-1-1 合理性", ["A A None", "A-1 目标 None", "A-1-1 合理性 100"]),
    ],
)
def test_codes_of_any_scheme_or_none(first: str, second: str, third: str, expected: list[str]) -> None:
    assert outline(read(HEAD, f"{first}\t{second}\t{third}\t100\t{RULE}")) == expected


def test_a_letter_that_begins_a_word_is_no_code() -> None:
    system = read(HEAD, f"产出\t数量\tB超设备购置\t60\t{RULE}", f"\t\t培训场次\t40\t{RULE}")
    assert [each.name for each in system.indicators()] == ["B超设备购置", "培训场次"]


def test_a_repeated_code_is_a_finding_and_each_indicator_has_its_own_key() -> None:
    system = read(HEAD, f"A 投入\tA1 目标\tA1.1 甲\t50\t{RULE}", f"\t\tA1.1 乙\t50\t{RULE}")
    assert [(each.code, each.key) for each in system.indicators()] == [("A1.1", "A1.1"), ("A1.1", "A1.1-2")]
    assert titles(system) == ["编码 A1.1 同时用于“甲”和“乙”"]


@pytest.mark.parametrize("weight", ["权重", "分值", "标准分", "权重分", "满分", "指标分值（100分）", "权重（%）"])
@pytest.mark.parametrize("rule", ["评分规则", "评价标准", "评分标准", "计分办法", "评分细则"])
@pytest.mark.parametrize("points", ["评价要点", "指标说明", "指标解释"])
def test_columns_are_known_by_any_of_their_names(weight: str, rule: str, points: str) -> None:
    system = read(f"一级指标\t二级指标\t三级指标\t{weight}\t{points}\t{rule}", f"投入\t目标\t合理性\t100\t{RULE}")
    only = next(system.indicators())
    assert only.weight == 100
    assert only.criteria == ("有制度", "有记录")
    assert only.rule.text == "两项都符合得满分，有一项不符合扣权重分的50%。"


def test_every_level_may_have_a_column_of_weights() -> None:
    system = read(
        "一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评价要点\t评分标准",
        f"投入\t40\t目标\t40\t甲\t15\t{RULE}",
        f"\t\t\t\t乙\t25\t{RULE}",
        f"产出\t60\t数量\t60\t丙\t60\t{RULE}",
    )
    assert outline(system) == [
        *("A 投入 40", "A1 目标 40", "A1.1 甲 15", "A1.2 乙 25", "B 产出 60", "B1 数量 60", "B1.1 丙 60"),
    ]
    assert system.findings == ()


def test_groups_that_every_row_names_again_are_one() -> None:
    system = read(HEAD, f"投入\t目标\t甲\t50\t{RULE}", f"投入\t目标\t乙\t50\t{RULE}")
    assert outline(system) == ["A 投入 None", "A1 目标 None", "A1.1 甲 50", "A1.2 乙 50"]


def test_an_indicator_without_weight_and_a_sum_that_is_not_100_are_findings() -> None:
    assert titles(read(HEAD, f"投入\t目标\t甲\t50\t{RULE}", f"\t\t乙\t\t{RULE}")) == ["“乙”没有权重"]
    assert titles(read(HEAD, f"投入\t目标\t甲\t50\t{RULE}")) == ["满分的权重 100 分，下级合计 50 分"]


def test_the_same_as_above_is_what_stands_above() -> None:
    system = read(HEAD, f"投入\t目标\t甲\t50\t{RULE}", "\t\t乙\t50\t①有台账；②有盘点。\t同上。")
    assert [each.rule.text for each in system.indicators()] == [RULE.partition("\t")[2]] * 2


def test_a_level_named_without_its_code_is_not_missing() -> None:
    scores = "指标\t权重\t得分\t得分率\nA 投入\t100\t90\t90%\nA1.1 甲\t100\t90\t90%\nA1.2 乙\t10\t9\t90%\n\n附表如下。"
    system = read(scores, HEAD, f"投入\t目标\tA1.1 甲\t100\t{RULE}")
    assert titles(system) == ["得分表列有“A1.2 乙”（10 分），指标体系表中没有"]


def test_a_printed_total_that_is_not_the_sum_is_a_finding() -> None:
    system = read(HEAD, f"投入\t目标\t甲\t90\t{RULE}", "合计\t\t\t100\t\t")
    assert titles(system) == ["合计的权重 100 分，下级合计 90 分"]


def test_subtotals_are_checked_against_the_indicators_above_them() -> None:
    rows = [f"投入\t目标\t甲\t20\t{RULE}", f"\t\t乙\t30\t{RULE}", "小计\t\t\t50\t\t"]
    more = [f"产出\t数量\t丙\t50\t{RULE}", "\t小计\t\t50\t\t", "合计\t\t\t100\t\t"]
    assert titles(read(HEAD, *rows, *more)) == []
    wrong = [row.replace("\t50\t\t", "\t40\t\t") for row in rows]
    assert titles(read(HEAD, *wrong, *more)) == ["小计写明 40 分，其上的指标合计 50 分"]


def test_an_indicator_without_a_rule_is_unread_and_says_so() -> None:
    rule = next(read(HEAD, "投入\t目标\t甲\t100\t①有制度；②有记录。\t").indicators()).rule
    assert rule.rule is None
    assert rule.why == "表中没有写评分规则"


def test_pieces_without_a_heading_and_a_heading_repeated_within_a_table_belong_to_it() -> None:
    system = read(
        *(HEAD, f"A 投入\tA1 目标\tA1.1 绩效目标\t50\t{RULE}", HEAD, "\t\t合理性\t\t③有反馈。\t"),
        *("", f"\t\tA1.2 乙\t50\t{RULE}"),
    )
    assert [each.name for each in system.indicators()] == ["绩效目标合理性", "乙"]
    assert next(system.indicators()).criteria == ("有制度", "有记录", "有反馈")


def test_rows_of_cell_lines_may_leave_out_the_levels_that_go_on() -> None:
    cells = [
        *(
            ["一级指标", "二级指标", "三级指标", "分值", "评价要点", "评分标准"],
            ["投入", "目标", "甲", "40", "要点", "规则"],
        ),
        *(
            ["乙", "30", "要点", "规则"],
            ["过程", "丙", "10", "要点", "规则"],
            ["产出", "数量", "丁", "20", "要点", "规则"],
        ),
    ]
    text = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in cells)
    system = read_indicators(document_of(text.encode("utf-8"), "表.txt"))
    assert outline(system) == [
        *("A 投入 None", "A1 目标 None", "A1.1 甲 40", "A1.2 乙 30", "A2 过程 None", "A2.1 丙 10"),
        *("B 产出 None", "B1 数量 None", "B1.1 丁 20"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"x" * 600,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        b"%PDF-1.7 broken",
        b"<html><table><tr><td rowspan=999999 colspan=999999>x</td></tr></table></html>",
        b"<table>" + b"<tr><td>" * 5_000,
        b"\x00\x01\x02",
        b"",
    ],
)
def test_hostile_and_broken_files_are_refused_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_indicators(document_of(raw, "甲"))
    assert len(refused.value.problems) == 1
