"""Workbooks as documents: every visible cell of every sheet, merges exact, numbers as their format shows them."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import python_calamine

from jixiao.documents.model import Cell, Document, Grid, grid_of
from jixiao.documents.sheets import cells as sheets
from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

_SAVE_AS = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”"


def read_workbook(raw: bytes, file: str) -> Document:
    """The sheets of an .xlsx file, each a table named by its place; Refusal as `sheets` gives it."""
    grids = (_grid(number, sheet, file) for number, sheet in enumerate(sheets.grids_in(raw, file), 1))
    return Document(file, "xlsx", tuple(grid for grid in grids if grid.rows))


def read_old_workbook(raw: bytes, file: str) -> Document:
    """The sheets of an .xls file. Its formats are not known, so 80 % is shown as 0.8."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        grids = tuple(_old_grids(book, file))
    except (python_calamine.CalamineError, OSError, ValueError):
        raise Refusal(Problem(file, "", "读不了的旧格式文件", "完整的 .xls 工作簿", _SAVE_AS)) from None
    return Document(file, "xls", tuple(grid for grid in grids if grid.rows))


def _grid(number: int, sheet: sheets.Grid, file: str) -> Grid:
    """The sheet without what is empty around it; a merged range takes the text of its first cell."""
    at = {(row, column): cell.text for row, line in sheet.rows.items() for column, cell in line.items() if cell.text}
    return _of_texts(number, sheet.name, at, sheet.merges, file)


def _of_texts(
    number: int,
    name: str,
    at: dict[tuple[int, int], str],
    merges: tuple[tuple[int, int, int, int], ...],
    file: str,
) -> Grid:
    """A grid of the filled cells, their rows and columns counted from 1."""
    if not at:
        return Grid(number, ())
    bottom, right = max(row for row, _ in at), max(column for _, column in at)
    spans = {(top, left): (min(low, bottom) - top + 1, min(far, right) - left + 1) for top, left, low, far in merges}
    cells = []
    for (row, column), text in sorted(at.items()):
        height, width = spans.get((row, column), (1, 1))
        place = Place(table=f"工作表“{name}”", row=row, column=sheets.column_letters(column))
        cells.append(Cell(text, row - 1, column - 1, place, height, width))
    return grid_of(number, cells, file)


def _old_grids(book: python_calamine.CalamineWorkbook, file: str) -> Iterator[Grid]:
    for number, name in enumerate(book.sheet_names, 1):
        sheet = book.get_sheet_by_name(name)
        rows = enumerate(sheet.to_python(skip_empty_area=False), 1)
        at = {
            (row, column): text
            for row, line in rows
            for column, value in enumerate(line, 1)
            if (text := _shown(value).strip())
        }
        merges = tuple(
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        )
        yield _of_texts(number, name, at, merges, file)


def _shown(value: object) -> str:
    """A value as people write it; a double by its shortest text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    text = str(value)
    if isinstance(value, str):
        return text
    number = Decimal(text)
    return str(number.quantize(Decimal(1))) if number == number.to_integral_value() else text
