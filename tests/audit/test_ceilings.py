"""Rates that cannot exceed 100 %, in sentences and tables."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []
TABLES = """评价报告

表1 抽检情况

乡镇\t抽检数（个）\t合格率（%）
甲镇\t40\t105
乙镇\t50\t90

表2 绩效目标完成情况

指标名称\t年度指标值\t实际完成值
群众满意度\t≥90%\t103%
任务完成率\t≥90%\t120%
"""


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("本次调查的问卷回收率为102.5%。", "102.5%"),
        ("全县医保覆盖率达到101.2%。", "101.2%"),
        ("群众满意度高达105%。", "105%"),
    ],
)
def test_a_part_is_no_more_than_all(text: str, stated: str) -> None:
    (finding,) = found(text, "rate.over_hundred")
    assert (finding.severity, finding.stated) == (Severity.ERROR, stated)


def test_more_than_the_budget_may_be_spent() -> None:
    (finding,) = found("全年预算执行率为105.20%。", "rate.over_hundred")
    assert finding.severity is Severity.WARNING


def test_cells_are_rates_of_their_headings_and_of_the_names_of_their_rows() -> None:
    assert [each.stated for each in found(TABLES, "rate.over_hundred")] == ["105", "103%"]


@pytest.mark.parametrize(
    "text",
    [
        "任务完成率为120%，问卷回收率为100%。",
        "拨备覆盖率为180%，高中毛入学率为102%。",
        "医保覆盖率提高120%。",
        "满意度目标值≥105%。",
        "项目本息覆盖率达到130%。",
        "收入比上年增长105%。",
    ],
)
def test_rates_that_may_be_more_than_all_are_no_findings(text: str) -> None:
    assert list(audited(text).findings) == NOTHING
