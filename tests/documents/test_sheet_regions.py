"""A sheet that holds a whole report: lines of text and several tables."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from jixiao.documents import Block, Grid, Paragraph, document_of


def read(rows: Sequence[list[str]], merged: Sequence[str] = ()) -> Sequence[Block]:
    """The blocks of a sheet with these rows, behind the name of the sheet."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for reference in merged:
        book.active.merge_cells(reference)
    out = BytesIO()
    book.save(out)
    return document_of(out.getvalue(), "报告.xlsx").blocks[1:]


def blocks_of(*rows: list[str], merged: Sequence[str] = ()) -> list[str | tuple[str, ...]]:
    """What a sheet with these rows is read as: a line, or the first row of a table."""
    return [block.text if isinstance(block, Paragraph) else block.texts(0) for block in read(rows, merged)]


def heights_of(*rows: list[str], merged: Sequence[str] = ()) -> list[int]:
    """How many rows each table of a sheet with these rows has."""
    return [len(block.rows) for block in read(rows, merged) if isinstance(block, Grid)]


def test_lines_and_tables_of_a_report_are_told_apart() -> None:
    assert blocks_of(
        ["评价报告"],
        [],
        ["表1 收入"],
        ["项目", "金额"],
        ["甲", "1.00"],
        [],
        ["年度收入合计1.00万元。"],
        [],
        ["选项", "小计"],
        ["满意", "3"],
    ) == ["评价报告", "表1 收入", ("项目", "金额"), "年度收入合计1.00万元。", ("选项", "小计")]


def test_an_empty_row_inside_a_table_does_not_part_it() -> None:
    assert blocks_of(["项目", "金额"], ["甲", "1.00"], [], ["乙", "2.00"]) == [("项目", "金额")]


def test_a_form_is_one_table_with_its_empty_rows() -> None:
    found = blocks_of(["项目支出绩效自评表"], ["项目名称", "甲"], [], ["年度总体目标", "预期目标"])
    assert found == [("项目支出绩效自评表", "")]


FORM = [
    ["项目支出绩效自评表"],
    ["（2023年度）"],
    ["项目名称", "农田管护"],
    ["项目资金", "全年预算数", "全年执行数"],
    ["年度资金总额", "90.00", "85.50"],
    [],
    ["年度总体目标", "预期目标"],
]


def test_a_report_that_speaks_of_a_form_is_no_form() -> None:
    assert blocks_of(
        ["该局于2023年3月组织自评，并按要求报送了项目支出绩效自评表。"],
        [],
        ["表1 支出"],
        ["项目", "金额"],
        ["甲", "1.00"],
        [],
        ["附件：1.部门整体支出绩效目标表"],
    ) == [
        "该局于2023年3月组织自评，并按要求报送了项目支出绩效自评表。",
        "表1 支出",
        ("项目", "金额"),
        "附件：1.部门整体支出绩效目标表",
    ]


def test_a_form_behind_a_report_begins_at_its_title_and_ends_at_the_next_annex() -> None:
    report = [["支出预算调整为90.00万元，全年支出85.50万元。"], [], ["项目", "金额"], ["农田管护", "85.50"], []]
    after = [[], ["附件2"], [], ["选项", "份数"], ["满意", "3"]]
    assert blocks_of(*report, *FORM, *after) == [
        "支出预算调整为90.00万元，全年支出85.50万元。",
        ("项目", "金额"),
        ("项目支出绩效自评表", "", ""),
        "附件2",
        ("选项", "份数"),
    ]
    assert heights_of(*report, *FORM, *after) == [2, 7, 2]


def test_a_sentence_alone_does_not_end_a_form() -> None:
    remark = ["其他需要说明的事项：管护工作按照计划全部完成，没有发生偏差。"]
    assert heights_of(*FORM, remark, [], ["绩效指标", "一级指标"]) == [10]


def test_tables_without_empty_rows_are_parted_by_what_stands_above_them() -> None:
    assert blocks_of(
        ["表1 收入"],
        ["项目", "金额"],
        ["拨款", "9.00"],
        ["收入全部来自一般公共预算财政拨款，没有其他收入。"],
        ["表2 支出"],
        ["项目", "预算", "支出"],
        ["物业", "9.00", "8.00"],
        ["对服务态度的评价"],
        ["选项", "满意", "一般", "不满意"],
        ["份数", "3", "0", "1"],
        ["对工作效率的评价"],
        ["选项", "满意", "一般", "不满意"],
        ["份数", "2", "0", "2"],
    ) == [
        "表1 收入",
        ("项目", "金额"),
        "收入全部来自一般公共预算财政拨款，没有其他收入。",
        "表2 支出",
        ("项目", "预算", "支出"),
        "对服务态度的评价",
        ("选项", "满意", "一般", "不满意"),
        "对工作效率的评价",
        ("选项", "满意", "一般", "不满意"),
    ]


def test_a_line_between_the_rows_of_a_table_does_not_part_it() -> None:
    rows = [
        ["项目", "金额"],
        ["一、基本支出"],
        ["人员", "1.00"],
        ["二、项目支出明细表"],
        ["物业", "2.00"],
        ["绿化", "—"],
    ]
    assert heights_of(*rows) == [6]


def test_a_row_that_a_merged_cell_reaches_belongs_to_the_table() -> None:
    rows = [["指标", "情况"], ["效果", "办事时间由5天缩短为3天"], ["", "群众满意，没有收到投诉"]]
    assert heights_of(*rows, merged=["A2:A3"]) == [3]


def test_tables_beside_each_other_are_two() -> None:
    assert blocks_of(
        ["表1 支出", "", "", "表2 等级"],
        ["项目", "金额", "", "等级", "个数", "占比"],
        ["甲", "1.00", "", "优", "3", "75%"],
        ["乙", "2.00", "", "良", "1", "25%"],
        ["合计", "3.00"],
    ) == [("表1 支出", ""), ("表2 等级", "", "")]


def test_lists_beside_each_other_are_one_table() -> None:
    rows = [["收入", "金额", "", "支出", "金额"], ["拨款", "3.00", "", "物业", "2.00"], ["", "", "", "绿化", "1.00"]]
    assert blocks_of(*rows) == [("收入", "金额", "", "支出", "金额")]


def test_an_empty_column_inside_a_table_does_not_part_it() -> None:
    assert blocks_of(
        ["项目", "说明", "", "预算", "决算"], ["甲", "物业费", "", "1.00", "1.00"], ["乙", "3年", "", "2.00", "2.00"]
    ) == [("项目", "说明", "", "预算", "决算")]
