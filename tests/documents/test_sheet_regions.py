"""A sheet that holds a whole report: lines of text and several tables."""

from io import BytesIO

from openpyxl import Workbook

from jixiao.documents import Paragraph, document_of


def blocks_of(*rows: list[str]) -> list[str | tuple[str, ...]]:
    """What a sheet with these rows is read as: a line, or the first row of a table."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    blocks = document_of(out.getvalue(), "报告.xlsx").blocks[1:]
    return [block.text if isinstance(block, Paragraph) else block.texts(0) for block in blocks]


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
