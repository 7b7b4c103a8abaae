"""Workbooks: every sheet under its name, hidden ones left out and said, formulas without a value said."""

import io

import pytest
from xlsxwriter import Workbook

from jixiao.documents import Document, Grid, Paragraph, document_of
from jixiao.reading.outline import sections
from jixiao.refusals import Refusal

Sheets = dict[str, list[list[str | float]]]


def workbook(sheets: Sheets, hidden: tuple[str, ...] = (), formula: str = "") -> Document:
    target = io.BytesIO()
    with Workbook(target) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if name in hidden:
                sheet.hide()
            if formula:
                sheet.write_formula(9, 0, formula, value="")
    return document_of(target.getvalue(), "表.xlsx")


HEAD: list[str | float] = ["项目", "金额"]


def test_every_sheet_is_a_table_under_its_name_even_where_headings_repeat() -> None:
    read = workbook({"表1 收入": [HEAD, ["拨款", 5]], "表2 支出": [HEAD, ["物业", 3]]})
    found = [block.text if isinstance(block, Paragraph) else block.texts(1) for block in read.blocks]
    assert found == ["表1 收入", ("拨款", "5"), "表2 支出", ("物业", "3")]


def test_a_hidden_sheet_is_not_read_and_that_is_said() -> None:
    read = workbook({"支出": [HEAD, ["物业", 3]], "底稿": [HEAD, ["物业", 4]]}, hidden=("底稿",))
    assert len([block for block in read.blocks if isinstance(block, Grid)]) == 1
    assert read.unread == ("隐藏的工作表“底稿”没有读取；需要核查时请取消隐藏后再试",)


def test_a_formula_without_a_stored_value_is_said() -> None:
    (said,) = workbook({"支出": [HEAD]}, formula="=SUM(B1:B9)").unread
    assert said.startswith("工作表“支出”有 1 个公式没有保存结果")


def test_a_workbook_of_empty_sheets_is_refused() -> None:
    with pytest.raises(Refusal, match=r"表\.xlsx：读到没有内容的工作簿"):
        workbook({"空": []})


def test_a_cell_knows_its_sheet_its_row_and_its_column() -> None:
    grid = next(workbook({"支出": [HEAD, ["物业", 3]]}).grids())
    assert str(grid.rows[1][1].place) == "工作表“支出”，第 2 行“B”"


def test_a_chapter_in_one_cell_is_read_as_its_paragraphs() -> None:
    read = workbook({"正文": [["一、基本情况\n全年支出85.50万元。\n\n（一）预算执行"]]})
    texts = [block.text for block in read.blocks if isinstance(block, Paragraph)]
    assert texts == ["正文", "一、基本情况", "全年支出85.50万元。", "（一）预算执行"]


def test_a_table_has_no_empty_columns_before_it() -> None:
    grid = next(workbook({"支出": [["", *HEAD], ["", "物业", 3]]}).grids())
    assert grid.texts(1) == ("物业", "3")
    assert str(grid.rows[1][0].place) == "工作表“支出”，第 2 行“B”"


def test_a_sheet_ends_the_chapter_of_the_one_before_it() -> None:
    read = workbook({"正文": [["四、效果指标分析"], ["得5.50分。"]], "得分": [HEAD, ["物业", 3]]})
    assert [[str(heading) for heading in above] for block, above in sections(read) if isinstance(block, Grid)] == [
        ["得分"]
    ]
