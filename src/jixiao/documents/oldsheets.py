"""The process in which an .xls file is read: the file on standard input, its sheets as JSON on standard output.

The library that knows the format may fail in any way on damaged files, and claims what time and memory they ask for;
here that ends this process only.
"""

import json
import sys
from collections.abc import Iterator
from typing import TypedDict

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from jixiao.documents.compound import CompoundFile
from jixiao.documents.sheets.display import displayed, typed_decimals
from jixiao.documents.sheets.figures import GENERAL, TEXT, built_in, date_shown
from jixiao.packs.limits import limit_process

READ, LOCKED = 0, 3
"""Exit codes; every other one means that the file could not be read."""
SECONDS = 60
_MEMORY = 2 << 30
_WORKBOOKS = ("Workbook", "Book")
"""The streams that hold a workbook, of Excel 97 and of Excel 5."""
_ENCRYPTED = "encrypted"

Shown = tuple[str, int | None]
"""The text of a cell, and the decimals of a number whose format shows more than it has."""


class SheetRecord(TypedDict):
    """A sheet: row, column, text and decimals of its cells, and its merged ranges, all counted from 1."""

    name: str
    hidden: bool
    cells: list[tuple[int, int, str, int | None]]
    merges: list[tuple[int, int, int, int]]


def main() -> int:
    """Read one file; the exit code says what became of it."""
    limit_process(_MEMORY, SECONDS)
    # The library is given the workbook alone: in the file around it, it can be led round in circles.
    file = CompoundFile(sys.stdin.buffer.read())
    content = file.stream(next(name for name in _WORKBOOKS if name in file.streams))
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=sys.stderr, formatting_info=True, ragged_rows=True)
    except XLRDError as error:
        if _ENCRYPTED in str(error):
            return LOCKED
        raise
    sys.stdout.buffer.write(json.dumps([_record(book, sheet) for sheet in book.sheets()]).encode())
    return READ


def _record(book: Book, sheet: Sheet) -> SheetRecord:
    cells = [
        (row, column, text.strip(), typed)
        for row in range(1, sheet.nrows + 1)
        for column, cell in enumerate(sheet.row(row - 1), 1)
        for text, typed in _shown(book, cell)
        if text.strip()
    ]
    merges = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    return SheetRecord(name=sheet.name, hidden=sheet.visibility != 0, cells=cells, merges=merges)


def _shown(book: Book, cell: Cell) -> Iterator[Shown]:
    """What people see of a cell; nothing of an empty one. Which numbers are typed and which computed is not known."""
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            yield str(cell.value), None
        case xlrd.XL_CELL_BOOLEAN:
            yield "是" if cell.value else "否", None
        case xlrd.XL_CELL_ERROR:
            yield xlrd.error_text_from_code.get(int(cell.value), "#N/A"), None
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            yield _number(book, repr(cell.value), _format_of(book, cell))


def _number(book: Book, raw: str, code: str) -> Shown:
    day = date_shown(raw, code, bool(book.datemode))
    if day is not None:
        return day, None
    code = GENERAL if code == TEXT else code
    return displayed(raw, code) or raw, typed_decimals(raw, code)


def _format_of(book: Book, cell: Cell) -> str:
    """The number format of a cell; one that the file only numbers is the one that every workbook knows."""
    number = book.xf_list[cell.xf_index or 0].format_key
    own = book.format_map[number].format_str
    return built_in(number) if own in ("", GENERAL) else own


if __name__ == "__main__":
    sys.exit(main())
