"""Spans in months, in cells and in columns; days that a report speaks of before they came."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []


@pytest.mark.parametrize(
    "text",
    [
        "项目建设期：2023年5月至2023年3月。",
        "项目于2023年5月10日开工，于2023年3月1日竣工验收。",
        "项目于2023年5月开工建设，2023年3月完工。",
        "项目建设期为2023.5-2023.3，由县水利局实施。",
    ],
)
def test_what_ends_before_it_begins_is_an_error(text: str) -> None:
    (finding,) = found(text, "date.period")
    assert finding.severity is Severity.ERROR


def test_years_may_be_told_backwards() -> None:
    (finding,) = found("评价期间为2023年至2021年。", "date.period")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "项目实施期限为2023年5月至2024年3月。",
        "项目实施期限为2023年11月至3月。",
        "甲项目于2023年5月开工，乙项目于2023年3月完工。",
        "资金规模为2023.5至2022.3万元。",
    ],
)
def test_spans_in_order_and_other_figures_are_no_findings(text: str) -> None:
    assert list(audited(text).findings) == NOTHING


def test_columns_and_cells_of_tables_are_read_too() -> None:
    text = """评价报告

表1 项目建设情况

项目\t开工日期\t完工日期\t质保期
甲桥\t2023年5月\t2023年3月\t2023年4月至2024年3月
乙桥\t2023年5月\t2023年8月\t2023年9月至2023年8月
"""
    assert [each.stated for each in found(text, "date.period")] == [
        "2023年9月至2023年8月",
        "2023年5月至2023年3月",
    ]


REPORT = """甲县供水项目绩效评价报告

二〇二四年六月

一、基本情况

评价基准日为{}，截至{}，项目已完工。质保期截至2026年5月31日。
"""


def test_a_base_date_behind_the_report_is_a_warning_unless_the_report_states_its_date() -> None:
    text = REPORT.format("2024年12月31日", "2024年5月31日")
    (finding,) = found(text, "date.after_report")
    assert (finding.severity, finding.stated, finding.expected) == (
        Severity.WARNING,
        "2024年12月31日",
        "不晚于 2024年6月",
    )
    (finding,) = found(f"{text}\n报告日期：2024年6月15日。\n", "date.after_report")
    assert finding.severity is Severity.ERROR


def test_days_before_the_report_are_no_findings() -> None:
    assert list(audited(REPORT.format("2023年12月31日", "2024年6月30日")).findings) == NOTHING


def test_what_is_said_as_of_a_day_behind_the_report_is_a_warning() -> None:
    (finding,) = found("报告日期：2024年6月15日。\n\n截至2024年9月30日，项目已完工。\n", "date.after_report")
    assert (finding.severity, finding.stated) == (Severity.WARNING, "2024年9月30日")
