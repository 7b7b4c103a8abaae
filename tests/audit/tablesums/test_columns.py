"""Shares, rates, changes, products: columns that are computed from other columns."""

import pytest
from tests.audit.desk import audited
from tests.audit.tablesums.printing import errors, findings, held, with_tabs

from jixiao.findings import Severity

CAPTION = "表2-2 2023年预算执行情况表\n单位：万元"


def test_shares_of_the_parent_under_a_heading_of_the_total_are_one_warning() -> None:
    rows = [
        ["类别", "决算数", "占总支出比重"],
        ["一、基本支出", "40.00", "40.00%"],
        ["1.人员经费", "30.00", "75.00%"],
        ["2.公用经费", "10.00", "25.00%"],
        ["二、项目支出", "60.00", "60.00%"],
        ["合计", "100.00", "100.00%"],
    ]
    (finding,) = findings(with_tabs(CAPTION, rows))
    assert (finding.check, finding.severity) == ("table.share_of_part", Severity.WARNING)
    assert (finding.stated, finding.expected) == ("75.00% / 25.00%", "30.00% / 10.00%")


def test_shares_of_the_parent_are_fine_where_the_heading_names_no_whole() -> None:
    rows = [
        ["类别", "决算数", "占比"],
        ["一、基本支出", "40.00", "40.00%"],
        ["1.人员经费", "30.00", "75.00%"],
        ["2.公用经费", "10.00", "25.00%"],
        ["二、项目支出", "60.00", "60.00%"],
        ["合计", "100.00", "100.00%"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []


def test_a_wrong_share_is_an_error_with_the_recomputed_one() -> None:
    rows = [
        ["类别", "金额", "占比"],
        ["甲", "25.00", "25.00%"],
        ["乙", "75.00", "57.00%"],
        ["合计", "100.00", "100.00%"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert (finding.stated, finding.expected) == ("57.00%", "75.00%")


def test_shares_that_stand_alone_make_their_total() -> None:
    rows = [
        ["类别", "占比"],
        ["甲", "41.20%"],
        ["乙", "28.35%"],
        ["丙", "18.07%"],
        ["丁", "12.41%"],
        ["合计", "100.00%"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.expected == "100.03%"


def test_execution_is_spent_by_whichever_budget_fits_the_column() -> None:
    rows = [
        ["项目", "年初预算数", "调整预算数", "决算数", "执行率"],
        ["甲", "50.00", "40.00", "36.00", "72.00%"],
        ["乙", "20.00", "30.00", "15.00", "75.00%"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []
    rows[2][4] = "50.00%"
    assert findings(with_tabs(CAPTION, rows)) == []  # by the adjusted budget: one heading, both are what it may mean
    rows[2][4] = "57.00%"
    assert len(errors(with_tabs(CAPTION, rows))) == 1


def test_a_rate_of_columns_that_are_not_printed_is_not_compared() -> None:
    rows = [
        ["项目", "年初预算数", "决算数", "支付进度"],
        ["甲", "50.00", "36.00", "91.00%"],
        ["乙", "20.00", "15.00", "88.00%"],
        ["丙", "20.00", "12.00", "79.00%"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []


def test_a_rate_without_percent_sign_is_one_in_percent_where_it_is_large() -> None:
    rows = [
        ["项目", "预算数", "执行数", "执行率"],
        ["甲", "50.00", "36.00", "72.00"],
        ["乙", "20.00", "15.00", "57.00"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.expected == "75.00%"


def test_rows_may_be_measures_and_columns_items() -> None:
    rows = [
        ["类别", "基本支出", "", "", "项目支出", "合计"],
        ["", "人员经费", "公用经费", "小计", "", ""],
        ["年初预算数", "20.00", "5.00", "25.00", "15.00", "40.00"],
        ["决算数", "19.00", "5.00", "24.00", "12.00", "36.00"],
        ["预算完成率", "95.00%", "100.00%", "96.00%", "80.00%", "91.00%"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert (finding.stated, finding.expected) == ("91.00%", "90.00%")
    assert (finding.places[0].row, finding.places[0].column) == ("决算数", "合计")


def test_differences_and_change_rates_follow_their_columns() -> None:
    rows = [
        ["项目", "2022年", "2023年", "增减额", "增减率"],
        ["差旅费", "8.00", "10.00", "2.00", "25.00%"],
        ["会议费", "5.00", "4.00", "-1.00", "-20.00%"],
        ["培训费", "4.00", "5.00", "1.50", "25.00%"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert (finding.check, finding.expected) == ("sum.difference", "1.00万元")


def test_a_decrease_may_be_printed_as_a_positive_rate() -> None:
    rows = [
        ["项目", "上年数", "本年数", "下降率"],
        ["差旅费", "10.00", "8.00", "20.00%"],
        ["会议费", "5.00", "4.00", "20.00%"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []
    assert held(with_tabs(CAPTION, rows)) == 2


def test_what_is_left_is_the_budget_less_what_was_spent() -> None:
    rows = [
        ["项目", "预算数", "决算数", "结转结余"],
        ["甲", "50.00", "36.00", "14.00"],
        ["乙", "20.00", "15.00", "5.00"],
        ["丙", "9.00", "9.00", "1.00"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.expected == "0.00万元"


def test_price_times_number_is_the_amount_also_across_units() -> None:
    rows = [
        ["设备", "数量（台）", "单价（元）", "金额（万元）"],
        ["终端", "12", "4500", "5.40"],
        ["打印机", "20", "1500", "3.00"],
        ["电脑", "30", "5000", "51.00"],
    ]
    (finding,) = errors(with_tabs("表3 设备购置明细表", rows))
    assert (finding.check, finding.expected) == ("product", "15.00万元")


@pytest.mark.parametrize(("change", "wrong"), [("-2.50", []), ("2.50", ["sum.difference", "sum.parts"])])
def test_where_decreases_have_a_minus_one_without_is_wrong(change: str, wrong: list[str]) -> None:
    rows = [
        ["项目", "年初预算数", "调整数", "调整后预算数"],
        ["会议费", "12.00", change, "9.50"],
        ["培训费", "20.00", "3.40", "23.40"],
        ["差旅费", "8.60", "-1.00", "7.60"],
        ["合计", "40.60", "-0.10", "40.50"],
    ]
    found = audited(with_tabs("表1-1 2023年预算调整表\n单位：万元", rows)).findings
    assert sorted(finding.check for finding in found) == wrong
    assert sum(finding.derived_from is None for finding in found) == bool(wrong)


@pytest.mark.parametrize(("rate", "wrong"), [("-20.00%", []), ("20.00%", ["rate.growth"])])
def test_where_falling_rates_have_a_minus_one_without_is_wrong(rate: str, wrong: list[str]) -> None:
    rows = [
        ["项目", "上年决算数", "本年决算数", "增减率"],
        ["购置费", "16.00", "14.00", "-12.50%"],
        ["接待费", "5.00", "4.00", rate],
        ["会议费", "4.00", "5.00", "25.00%"],
    ]
    found = findings(with_tabs("表1-1 支出对比表\n单位：万元", rows))
    assert [finding.check for finding in found] == wrong
