"""Dates that exist, periods that run forwards, stages that follow each other."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Severity


@pytest.mark.parametrize("day", ["2023年2月30日", "2023年13月1日", "2023年2月29日", "4月31日"])
def test_a_day_that_no_calendar_has_is_an_error(day: str) -> None:
    (finding,) = found(f"项目于{day}验收合格。\n", "date.no_such_day")
    assert (finding.severity, finding.stated) == (Severity.ERROR, day)


@pytest.mark.parametrize("day", ["2024年2月29日", "2月29日", "2023年12月31日"])
def test_days_that_exist_or_may_exist_hold(day: str) -> None:
    assert audited(f"项目于{day}验收合格。\n").findings == ()


def test_a_period_that_ends_before_it_begins_is_an_error() -> None:
    (finding,) = found("评价时段：2023年12月31日至2023年1月1日。\n", "date.period")
    assert finding.stated == "2023年12月31日至2023年1月1日"


def test_a_period_over_the_turn_of_the_year_without_years_is_not_decided() -> None:
    audit = audited("工作期间为11月20日至1月15日。\n")
    assert audit.findings == ()
    assert [one.check.id for one in audit.not_checked] == ["date.period"]


def test_a_stage_that_begins_before_the_one_above_it_is_a_warning() -> None:
    rows = "前期准备\t10月14日—10月20日\t组建小组\n评价实施\t9月1日—9月30日\t现场调研\n"
    (finding,) = found("阶段\t时间\t工作内容\n" + rows, "date.stages")
    assert (finding.severity, finding.stated) == (Severity.WARNING, "9月1日")


def test_stages_in_turn_hold() -> None:
    rows = "前期准备\t10月14日—10月20日\t组建小组\n评价实施\t10月20日—11月5日\t现场调研\n"
    assert found("阶段\t时间\t工作内容\n" + rows, "date.stages") == []


def test_an_end_without_a_year_is_taken_in_the_year_of_the_beginning() -> None:
    audit = audited("评价时段：2023年1月1日至12月31日。\n")
    assert (audit.findings, audit.not_checked) == ((), ())
    assert [one.check.id for one in audited("评价时段：2023年11月20日至1月15日。\n").not_checked] == ["date.period"]
