"""Typing of tables: captions, units, headings over several columns, lists side by side, measures in rows, ranks."""

import pytest

from jixiao.documents import document_of
from jixiao.reading.tables import Meaning, TypedTable, tables_of

ROWS = "类别\t决算数\n一、基本支出\t6.50\n二、项目支出\t3.00\n合计\t9.50\n"


def tables(text: str, name: str = "报告.txt") -> tuple[TypedTable, ...]:
    return tables_of(document_of(text.encode(), name))


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("表 1-2 支出情况表\n\n单位：万元\n\n", "", "1-2"),
        ("单位：万元\n表1—2 支出情况表\n\n", "", "1-2"),
        ("附表2：支出情况表（单位：万元）\n\n", "", "2"),
        ("表三 支出情况表\n（金额单位：人民币万元）\n\n", "", "三"),
        ("单位：万元\n\n", "\n表4-1 支出情况表\n\n下文。", "4-1"),
    ],
)
def test_captions_and_units_are_found_before_and_after_a_table(before: str, after: str, number: str) -> None:
    (table,) = tables(before + ROWS + after)
    assert table.number == number
    assert str(table.of(Meaning.AMOUNT)[0].unit) == "万元"


def test_a_caption_below_that_announces_the_next_table_is_not_taken() -> None:
    first, second = tables(ROWS + "\n表2 支出情况表\n\n" + ROWS)
    assert (first.number, second.number) == ("", "2")


@pytest.mark.parametrize(
    "below",
    [
        "注：1.金额含税。\t\n",
        "数据来源：部门决算\t数据来源：部门决算\n",
        "填表人：李某\t审核人：王某\n",
        "说明：无\t\n制表：李某\t2024年3月\n",
    ],
)
def test_remarks_in_the_last_rows_are_no_rows(below: str) -> None:
    (table,) = tables(ROWS + below)
    assert [row.label for row in table.rows] == ["一、基本支出", "二、项目支出", "合计"]


def test_a_row_named_like_a_remark_is_a_row() -> None:
    (table,) = tables(ROWS + "注册登记费\t3.00\n编制费\t1.00\n")
    assert [row.label for row in table.rows][3:] == ["注册登记费", "编制费"]


def test_title_and_unit_may_stand_inside_the_table() -> None:
    text = "2023年支出决算情况表\t\n单位：元\t\n" + ROWS
    (table,) = tables(text)
    assert table.caption == "2023年支出决算情况表"
    assert str(table.of(Meaning.AMOUNT)[0].unit) == "元"
    assert [row.label for row in table.rows] == ["一、基本支出", "二、项目支出", "合计"]


def test_units_in_headings_differ_by_column() -> None:
    (table,) = tables("项目\t预算（万元）\t合同金额（元）\n甲\t3.00\t29,800.00\n乙\t2.00\t19,000.00\n")
    assert [str(column.unit) for column in table.of(Meaning.AMOUNT)] == ["万元", "元"]


def test_headings_pushed_together_are_spread_over_their_columns_again() -> None:
    text = (
        "\t类别\n\t基本支出\n\t项目支出\n\t总计\n\n\t\n\t人员经费\n\t公用经费\n\t小计\n\t小计\n\t\n\n"
        "\t上年\n\t1.0\n\t2.0\n\t3.0\n\t4.0\n\t7.0\n\n\t本年\n\t2.0\n\t2.0\n\t4.0\n\t4.0\n\t8.0\n"
    )
    (table,) = tables(text)
    headings = [column.heading for column in table.columns]
    assert headings == ["类别", "基本支出/人员经费", "基本支出/公用经费", "基本支出/小计", "项目支出/小计", "总计"]


def test_merged_headings_of_a_page_cover_their_columns() -> None:
    page = """<table><tr><th rowspan=2>项目</th><th colspan=2>预算数</th><th colspan=2>决算数</th></tr>
    <tr><th>小计</th><th>其中：财政拨款</th><th>小计</th><th>其中：财政拨款</th></tr>
    <tr><td>甲</td><td>5.0</td><td>4.0</td><td>3.0</td><td>2.0</td></tr></table>"""
    (table,) = tables(page, "报告.html")
    assert [column.heading for column in table.columns][1:3] == ["预算数/小计", "预算数/其中：财政拨款"]


def test_fewer_headings_than_columns_go_where_their_kind_is() -> None:
    text = "\t支出\n\t金额（万元）\n\t占比\n\n\t工资\n\t奖金\n\t6.00\n\t60.00%\n\n\t\n\t津贴\n\t4.00\n\t40.00%\n"
    (table,) = tables(text)
    assert [column.meaning for column in table.columns] == [Meaning.NAME, Meaning.NAME, Meaning.AMOUNT, Meaning.SHARE]
    assert [(row.group, row.label) for row in table.rows] == [("工资", "奖金"), ("工资", "津贴")]


def test_two_lists_side_by_side_are_two_tables_on_one_grid() -> None:
    text = "收入\t\t支出\t\n项目\t金额\t项目\t金额\n拨款\t9.0\t基本支出\t6.0\n\t\t项目支出\t3.0\n合计\t9.0\t合计\t9.0\n"
    left, right = tables(text)
    assert left.grid is right.grid
    assert [row.label for row in left.rows] == ["拨款", "合计"]
    assert [row.label for row in right.rows] == ["基本支出", "项目支出", "合计"]


def test_measures_in_rows_are_turned_and_places_stay_as_printed() -> None:
    (table,) = tables("类别\t基本支出\t项目支出\n预算数\t6.0\t3.0\n决算数\t5.0\t3.0\n完成率\t83.33%\t100.00%\n")
    assert table.turned
    assert [row.label for row in table.rows] == ["基本支出", "项目支出"]
    assert [column.meaning for column in table.columns[1:]] == [Meaning.AMOUNT, Meaning.AMOUNT, Meaning.RATE]
    place = table.figure(table.rows[1], table.columns[2]).place
    assert (place.line, place.row, place.column) == (3, "决算数", "项目支出")


def test_rows_that_number_the_columns_and_rows_without_figures_are_told_from_headings() -> None:
    (table,) = tables("项目\t金额\t占比\n栏次\t1\t2\n一、事业收入\t-\t-\n二、其他收入\t5.0\t100.00%\n")
    assert [row.label for row in table.rows] == ["一、事业收入", "二、其他收入"]


def test_ranks_totals_parts_codes_and_numbers_in_a_column() -> None:
    (table,) = tables("序号\t项目\t金额\n一\t基本支出\t6.0\n1\t人员经费\t4.0\n\t其中：奖金\t1.0\n\t合 计\t6.0\n")
    assert [row.rank for row in table.rows] == [1, 3, 5, 5]
    assert [row.is_part for row in table.rows] == [False, False, True, False]
    assert [row.is_total for row in table.rows] == [False, False, False, True]
    (table,) = tables("科目编码\t科目名称\t金额\n208\t社会保障\t5.0\n20805\t养老支出\t5.0\n")
    assert [row.code for row in table.rows] == ["208", "20805"]


@pytest.mark.parametrize(
    ("heading", "cells", "meaning"),
    [
        ("支付进度", ("81.00%", "25%"), Meaning.RATE),
        ("比上年增减%", ("8.1", "-2.5"), Meaning.CHANGE),
        ("结构占比", ("81.00%", "19.00%"), Meaning.SHARE),
        ("2023年", ("8.10", "2.50"), Meaning.AMOUNT),
        ("在职人数", ("8", "25"), Meaning.COUNT),
        ("序号", ("1", "2"), Meaning.TEXT),
        ("联系电话", ("2555513", "2555244"), Meaning.TEXT),
        ("权重", ("8", "25"), Meaning.WEIGHT),
    ],
)
def test_a_column_is_what_its_heading_and_its_cells_say(heading: str, cells: tuple[str, str], meaning: Meaning) -> None:
    (table,) = tables(f"单位：万元\n项目\t金额\t{heading}\n甲\t1.0\t{cells[0]}\n乙\t1.0\t{cells[1]}\n")
    assert table.columns[2].meaning is meaning


def test_counts_are_exact_and_amounts_are_rounded() -> None:
    (table,) = tables("单位：万元\n项目\t在职人数\t金额\n甲\t38\t12\n乙\t40\t13\n")
    people, amount = (table.figure(table.rows[0], column).known for column in table.columns[1:])
    assert people.interval().width == 0
    assert amount.interval().width == 1


def test_a_contents_list_and_a_form_are_no_tables_of_figures() -> None:
    assert tables("一、概况........\t1\n二、结论........\t9\n") == ()
    form = "项目名称\t运维\t\t\n主管部门\t某局\t\t\n项目资金（万元）\t预算数\t执行数\t执行率\n总额\t10.0\t9.0\t90%\n"
    assert tables(form) == ()
