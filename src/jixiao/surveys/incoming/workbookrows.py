"""The process in which a workbook is read: its path and a folder as arguments, a CSV file for each sheet in the folder.

The library that knows the formats ends its process on some damaged files instead of raising, and claims what memory
they ask for; here that ends this process only.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

import python_calamine

from jixiao.packs.limits import limit_process

READ, LOCKED, DAMAGED = 0, 3, 4
SECONDS = 300
CONTENTS = "sheets.json"
_MEMORY = 4 << 30


class SheetRecord(TypedDict):
    """A sheet: its name, the file of its cells, and its merged ranges, rows and columns counted from 1."""

    name: str
    file: str
    hidden: bool
    merged: list[tuple[int, int, int, int]]


def main(book: str, folder: str) -> int:
    """Read one workbook; the exit code says what became of it."""
    limit_process(_MEMORY, SECONDS)
    try:
        raw = io.BytesIO(Path(book).read_bytes())
        with python_calamine.CalamineWorkbook.from_filelike(raw) as opened:
            records = [_written(opened, about, Path(folder)) for about in _worksheets(opened)]
    except python_calamine.PasswordError:
        return LOCKED
    except (python_calamine.CalamineError, OSError, ValueError, MemoryError):
        return DAMAGED
    (Path(folder) / CONTENTS).write_text(json.dumps(records), encoding="utf-8")
    return READ


def _worksheets(book: python_calamine.CalamineWorkbook) -> Iterable[python_calamine.SheetMetadata]:
    kind = python_calamine.SheetTypeEnum.WorkSheet
    return [about for about in book.sheets_metadata if about.typ is kind]


def _written(book: python_calamine.CalamineWorkbook, about: python_calamine.SheetMetadata, folder: Path) -> SheetRecord:
    sheet = book.get_sheet_by_name(about.name)
    name = f"{len(list(folder.iterdir()))}.csv"
    with (folder / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        before = sheet.start or (0, 0)
        writer.writerows([""] * max(sheet.total_width, 1) for _ in range(before[0]))
        margin = [""] * before[1]
        for row in sheet.iter_rows():
            writer.writerow([*margin, *(value if type(value) is str else shown(value) for value in row)])
    merges = [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in _merges(sheet)]
    hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
    return SheetRecord(name=about.name, file=name, hidden=hidden, merged=merges)


def _merges(sheet: python_calamine.CalamineSheet) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    return sheet.merged_cell_ranges or ()


def shown(value: object) -> str:
    """A value as people write it: a time with its seconds, a double by its shortest text.

    >>> shown(65.0), shown(datetime(2021, 7, 16, 12, 0)), shown(time(0, 1, 5)), shown(0.5)
    ('65', '2021-07-16 12:00:00', '00:01:05', '0.5')
    """
    match value:
        case str():
            return value
        case bool():
            return "是" if value else "否"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return f"{value:%H:%M:%S}"
        case timedelta():
            return f"{int(value.total_seconds())}秒"
    number = Decimal(str(value))
    return str(number.quantize(Decimal(1))) if number == number.to_integral_value() else f"{number:f}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
