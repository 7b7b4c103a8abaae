"""What a budget was changed by, what was spent of it and what is left, beside what other places tell."""

import pytest
from tests.audit.desk import found
from tests.audit.test_crossing import BUDGET, report

from jixiao.findings import Finding, Severity

ADJUSTED = "年度执行中，经批准追加预算{change}万元，调整后全年预算数为68.05万元；基本支出{basic}；项目支出未作调整。"
SPENT = "2023年该局决算数64.00万元，调整后全年预算数68.05万元。"


def changed(change: str = "5.20", basic: str = "调增5.20万元，调整为43.40万元") -> str:
    return report("一、预算情况", BUDGET, ADJUSTED.format(change=change, basic=basic))


def differing(text: str, check: str = "sum.difference") -> list[tuple[str | None, str | None]]:
    findings: list[Finding] = [one for one in found(text, check) if one.severity is not Severity.NOTE]
    assert {one.severity for one in findings} <= {Severity.WARNING}
    return [(one.stated, one.expected) for one in findings]


def test_a_change_is_what_the_budget_became_less_what_the_table_says_it_was() -> None:
    # 68.05 − 62.85 = 5.20 and 43.40 − 38.20 = 5.20
    assert differing(changed()) == []
    assert differing(changed(change="5.30")) == [("5.30万元", "5.20万元")]
    assert differing(changed(basic="调增5.10万元，调整为43.40万元")) == [("5.10万元", "5.20万元")]


def test_a_change_downwards_is_taken_the_other_way_round() -> None:
    # 38.20 − 36.20 = 2.00
    assert differing(changed(basic="调减2.00万元，调整为36.20万元")) == []
    assert differing(changed(basic="调减3.00万元，调整为36.20万元")) == [("3.00万元", "2.00万元")]


def test_one_of_several_additions_is_not_the_whole_change() -> None:
    several = "年度执行中，追加预算2.00万元，追加预算3.20万元，调整后全年预算数为68.05万元。"
    assert differing(report("一、预算情况", BUDGET, several)) == []


def test_a_coarser_copy_of_the_initial_budget_does_not_hide_a_wrong_change() -> None:
    # 68.05 − 62.8 may be 5.30, but the table prints 62.85.
    coarse = "2023年该局年初预算数62.8万元。"
    assert differing(report("一、预算情况", coarse, BUDGET, ADJUSTED.format(change="5.30", basic="未作调整"))) == [
        ("5.30万元", "5.20万元")
    ]


@pytest.mark.parametrize(
    "sentence",
    ["年末结转结余{}万元，占调整预算数的5.95%。", "按调整后预算计算，年末结转结余{}万元。"],
)
def test_what_is_left_is_the_adjusted_budget_less_what_was_spent(sentence: str) -> None:
    # 68.05 − 64.00 = 4.05
    text = report("一、预算情况", BUDGET, SPENT, "{}")
    assert differing(text.format(sentence.format("4.05"))) == []
    assert differing(text.format(sentence.format("4.15"))) == [("4.15万元", "4.05万元")]


def test_what_is_left_may_be_left_of_earlier_years_where_no_budget_is_named() -> None:
    assert differing(report("一、预算情况", BUDGET, SPENT, "年末结转结余9.00万元。")) == []


def test_what_was_spent_is_the_outturn_whose_rate_stands_beside_it() -> None:
    # 64.00 ÷ 68.05 = 94 %, and so is 64.10 ÷ 68.05.
    text = report("一、预算情况", BUDGET, SPENT, "截至2023年12月31日，该局累计支出{}万元，预算执行率94%。")
    assert differing(text.format("64.00"), "duplicate") == []
    assert differing(text.format("64.10"), "duplicate") == [("64.10万元", "64.00万元")]


def test_a_rate_of_the_whole_budget_is_redone_from_the_amounts_of_the_document() -> None:
    # 64.00 ÷ 68.05 = 94.05 %
    text = report("一、预算情况", BUDGET, SPENT, "按调整后预算计算，总体完成率为{}%。")
    assert differing(text.format("94.05"), "rate.quotient") == []
    assert differing(text.format("96.05"), "rate.quotient") == [("96.05%", "94.05%")]


def test_a_rate_of_all_tasks_is_none_of_the_budget() -> None:
    assert (
        differing(report("一、预算情况", BUDGET, SPENT, "各项任务扎实推进，总体完成率为96.05%。"), "rate.quotient")
        == []
    )
