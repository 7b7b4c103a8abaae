"""Totals, groups and parts: what is an error, what only a warning, and what is not compared."""

import pytest
from tests.audit.desk import found
from tests.audit.tablesums.printing import errors, findings, held, with_tabs

from jixiao.audit import Material, audit
from jixiao.documents import document_of
from jixiao.findings import Severity

CAPTION = "表2-1 2023年支出情况表\n单位：万元"


def test_a_wrong_total_is_an_error_with_the_recomputed_sum() -> None:
    rows = [["项目", "金额"], ["窗口改造", "42.50"], ["系统运维", "13.25"], ["物业服务", "7.10"], ["合计", "63.85"]]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert (finding.check, finding.stated, finding.expected) == ("sum.parts", "63.85", "62.85万元")
    assert finding.places[-1].row == "合计"
    assert finding.places[-1].line == 8


def test_a_total_in_the_first_row_is_the_total_of_the_rows_below() -> None:
    rows = [["项目", "金额"], ["合计", "62.85"], ["窗口改造", "42.50"], ["系统运维", "13.25"], ["物业服务", "7.10"]]
    assert held(with_tabs(CAPTION, rows)) == 1


def test_groups_are_the_sums_of_what_is_numbered_below_them() -> None:
    rows = [
        ["项目", "金额"],
        ["一、基本支出", "30.00"],
        ["1.人员经费", "26.00"],
        ["2.公用经费", "4.00"],
        ["二、项目支出", "12.00"],
        ["1.运维", "7.00"],
        ["2.培训", "6.00"],
        ["合计", "42.00"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.stated == "12.00"
    assert finding.expected == "13.00万元"


def test_a_list_that_may_be_incomplete_is_a_warning_where_it_falls_short() -> None:
    rows = [
        ["项目", "金额"],
        ["一、基本支出", "30.00"],
        ["二、项目支出", "12.00"],
        ["1.运维", "7.00"],
        ["2.培训", "3.00"],
    ]
    assert [finding.severity for finding in findings(with_tabs(CAPTION, rows))] == [Severity.WARNING]


def test_numbers_in_a_column_of_their_own_tell_the_hierarchy() -> None:
    rows = [
        ["序号", "项目", "金额"],
        ["一", "基本支出", "30.00"],
        ["1", "人员经费", "26.00"],
        ["2", "公用经费", "4.00"],
        ["二", "项目支出", "12.00"],
        ["", "合计", "42.00"],
    ]
    assert held(with_tabs(CAPTION, rows)) == 2
    assert errors(with_tabs(CAPTION, rows)) == []


def test_rows_without_numbers_are_nested_where_only_that_adds_up() -> None:
    rows = [
        ["项目", "金额"],
        ["道路", "50.00"],
        ["路基", "30.00"],
        ["路面", "20.00"],
        ["绿化", "9.00"],
        ["合计", "59.00"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []
    assert held(with_tabs(CAPTION, rows)) == 1


def test_rows_that_may_be_unmarked_parts_of_the_row_above_make_a_warning_at_most() -> None:
    rows = [["项目", "金额"], ["道路", "50.00"], ["路基", "30.00"], ["绿化", "9.00"], ["合计", "59.00"]]
    assert [finding.severity for finding in findings(with_tabs(CAPTION, rows))] == [Severity.WARNING]


def test_balances_enter_the_grand_total_and_not_the_total_of_the_year() -> None:
    rows = [
        ["收入", "年初预算数", "决算数"],
        ["一、财政拨款收入", "300.00", "280.00"],
        ["二、其他收入", "20.00", "20.00"],
        ["本年收入合计", "320.00", "300.00"],
        ["年初结转结余", "-", "25.50"],
        ["总计", "320.00", "325.50"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []
    assert held(with_tabs(CAPTION, rows)) == 4


def test_parts_headed_of_which_may_fall_short_and_not_exceed() -> None:
    rows = [
        ["项目", "金额"],
        ["1.公务接待费", "1.70"],
        ["2.公务用车费", "5.00"],
        ["其中：（1）运行维护费", "3.00"],
        ["（2）购置费", "4.00"],
        ["合计", "6.70"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.check == "table.part_exceeds"
    assert (finding.stated, finding.expected) == ("3.00 + 4.00", "不超过 5.00")
    rows[3][1], rows[4][1] = "3.00", "1.00"
    assert errors(with_tabs(CAPTION, rows)) == []


def test_numbers_of_cars_below_amounts_are_no_items_of_the_total() -> None:
    rows = [
        ["项目", "2023年"],
        ["合计", "6.70"],
        ["1.公务接待费", "1.70"],
        ["2.公务用车费", "5.00"],
        ["二、相关统计数", ""],
        ["1.公务用车保有量（辆）", "3"],
        ["2.公务接待批次（批）", "12"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []


def test_codes_tell_the_hierarchy_of_budget_subjects() -> None:
    rows = [
        ["科目编码", "科目名称", "决算数"],
        ["208", "社会保障和就业支出", "15.00"],
        ["20805", "行政事业单位养老支出", "15.00"],
        ["2080501", "行政单位离退休", "9.00"],
        ["2080505", "基本养老保险缴费", "7.00"],
        ["213", "农林水支出", "20.00"],
        ["21301", "农业农村", "20.00"],
        ["2130104", "事业运行", "12.00"],
        ["2130106", "科技推广", "8.00"],
        ["合计", "", "35.00"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert (finding.stated, finding.expected) == ("15.00", "16.00万元")


def test_totals_across_are_checked_where_other_rows_confirm_them() -> None:
    rows = [
        ["单位", "合计", "基本支出", "项目支出"],
        ["局机关", "30.00", "20.00", "10.00"],
        ["大厅", "16.00", "9.00", "6.00"],
        ["中心", "8.00", "5.00", "3.00"],
    ]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.places[-1].row == "大厅"
    assert finding.expected == "15.00万元"


def test_a_cell_that_is_no_number_leaves_its_total_uncompared() -> None:
    rows = [["项目", "金额"], ["窗口改造", "42.50"], ["系统运维", "见附件"], ["物业服务", "7.10"], ["合计", "63.85"]]
    assert findings(with_tabs(CAPTION, rows)) == []


def test_one_wrong_cell_is_one_error_and_its_consequences() -> None:
    rows = [
        ["单位", "合计", "基本支出", "项目支出"],
        ["局机关", "30.00", "20.00", "10.00"],
        ["大厅", "15.00", "8.00", "6.00"],
        ["中心", "8.00", "5.00", "3.00"],
        ["合计", "53.00", "34.00", "19.00"],
    ]
    found = audit(Material(document_of(with_tabs(CAPTION, rows).encode(), "报告.txt"))).findings
    assert len([finding for finding in found if finding.derived_from is None]) == 1


def test_a_column_in_another_unit_is_hinted_at() -> None:
    rows = [["项目", "金额"], ["窗口改造", "425000.00"], ["系统运维", "13.25"], ["物业服务", "7.10"], ["合计", "62.85"]]
    (finding,) = errors(with_tabs(CAPTION, rows))
    assert finding.hint == "猜测：“窗口改造金额”的单位或小数点可能有误"


def test_a_table_of_contents_is_no_table_of_figures() -> None:
    rows = [["一、部门概况........", "1"], ["二、评价结论........", "9"], ["合计........", "20"]]
    assert held(with_tabs("目录", rows)) == 0


def test_the_total_of_a_table_that_goes_on_after_a_page_heading_is_not_compared() -> None:
    first = "表2 支出表\n单位：万元\n\n项目\t金额\n甲\t3.00\n乙\t4.00\n\n城东局绩效评价报告正文页眉\n\n"
    assert findings(first + "项目\t金额\n丙\t5.00\n丁\t1.00\n合计\t13.00\n") == []
    assert len(errors(first + "表3 支出表\n\n项目\t金额\n丙\t5.00\n丁\t1.00\n合计\t13.00\n")) == 1


def test_a_total_across_that_holds_in_few_rows_is_the_total_of_something_else() -> None:
    rows = [
        ["资金性质", "年初预算", "追加预算", "支出合计"],
        ["一般公共预算", "10.00", "2.00", "11.00"],
        ["政府性基金", "5.00", "0.00", "5.00"],
        ["合计", "15.00", "2.00", "16.00"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []


def test_years_are_names_of_rows_and_no_items() -> None:
    rows = [["年份", "甲", "乙", "小计"], ["2021", "1.00", "2.00", "3.00"], ["2022", "2.00", "2.00", "4.00"]]
    assert findings(with_tabs(CAPTION, rows)) == []
    assert held(with_tabs(CAPTION, rows)) == 2


def test_one_total_may_be_taken_apart_in_several_ways() -> None:
    rows = [
        ["支出", "金额"],
        ["合计", "10.00"],
        ["按性质分：", ""],
        ["基本支出", "6.00"],
        ["项目支出", "4.00"],
        ["按科目分：", ""],
        ["公共服务", "7.00"],
        ["社会保障", "3.00"],
    ]
    assert findings(with_tabs(CAPTION, rows)) == []


@pytest.mark.parametrize(("totals", "clashes"), [(("53", "38"), 1), (("54", "39"), 0), (("55", "40"), 0)])
def test_sums_that_can_be_rounded_one_by_one_and_not_together_are_a_warning(
    totals: tuple[str, str], clashes: int
) -> None:
    """Rows come to one more than their parts; if columns come to one less, no four parts are both."""
    rows = [
        ["类别", "财政拨款", "其他资金", "合计"],
        ["办公设备", "21", "12", "34"],
        ["专用设备", "33", "27", "61"],
        ["合计", *totals, ""],
    ]
    text = with_tabs("表2-1 2023年设备购置资金来源表\n单位：万元", rows)
    severities = [finding.severity for finding in found(text, "sum.joint")]
    assert severities == [Severity.WARNING] * clashes
