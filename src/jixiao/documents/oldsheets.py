"""The process in which an .xls file is read: the file on standard input, its sheets as JSON on standard output.

The library that knows the format ends its process on some damaged files instead of raising, and claims what memory
they ask for; here that ends this process only.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypedDict

import python_calamine

from jixiao.documents.sheets.display import displayed
from jixiao.documents.sheets.figures import GENERAL
from jixiao.packs.limits import limit_process

READ, LOCKED, DAMAGED = 0, 3, 4
SECONDS = 60
_MEMORY = 2 << 30


class SheetRecord(TypedDict):
    """A sheet: the texts of its cells and its merged ranges, rows and columns counted from 1."""

    name: str
    hidden: bool
    cells: list[tuple[int, int, str]]
    merges: list[tuple[int, int, int, int]]


def main() -> int:
    """Read one file; the exit code says what became of it."""
    limit_process(_MEMORY, SECONDS)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        records = list(_sheets(book))
    except python_calamine.PasswordError:
        return LOCKED
    except (python_calamine.CalamineError, OSError, ValueError, MemoryError):
        return DAMAGED
    sys.stdout.buffer.write(json.dumps(records).encode())
    return READ


def _sheets(book: python_calamine.CalamineWorkbook) -> Iterator[SheetRecord]:
    for about in book.sheets_metadata:
        if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells = [
            (row, column, text)
            for row, line in enumerate(sheet.to_python(skip_empty_area=False), 1)
            for column, value in enumerate(line, 1)
            if (text := _shown(value).strip())
        ]
        merges = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
        yield SheetRecord(name=about.name, hidden=hidden, cells=cells, merges=merges)


def _shown(value: object) -> str:
    """A value as people write it; a number as a cell without a format displays it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, str):
        return value
    return displayed(str(value), GENERAL) or str(value)


if __name__ == "__main__":
    sys.exit(main())
