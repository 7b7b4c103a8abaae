"""Forms drawn with bars: “<” continues the cell on the left, “^” the cell above; a rectangle of them is one cell."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tests.reading.annexes import Box, Row, web_page, word_bytes, word_table
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True)
class Drawn:
    """The lines above a table, and its rows as drawn."""

    lines: tuple[str, ...]
    rows: tuple[Row, ...]


def drawn(lines: Sequence[str], picture: str) -> Drawn:
    """A form drawn row by row."""
    cells = [[cell.strip() for cell in row.split("|")] for row in picture.strip().split("\n")]
    width = len(cells[0])
    assert all(len(row) == width for row in cells), [row for row in cells if len(row) != width]
    return Drawn(tuple(lines), tuple(_row(cells, at) for at in range(len(cells))))


def _row(cells: Sequence[Sequence[str]], at: int) -> Row:
    return [None if text in ("<", "^") else _box(cells, at, column) for column, text in enumerate(cells[at])]


def _box(cells: Sequence[Sequence[str]], row: int, column: int) -> Box:
    right = column + 1
    while right < len(cells[row]) and cells[row][right] == "<":
        right += 1
    below = row + 1
    while below < len(cells) and cells[below][column] == "^":
        below += 1
    return Box(cells[row][column].replace("\\n", "\n"), below - row, right - column)


def files(*forms: Drawn) -> dict[str, bytes]:
    """The forms one after another in one file of each format."""
    return {
        "表.txt": "\n".join(as_text(form) for form in forms).encode(),
        "格.txt": "\n".join(as_cells(form) for form in forms).encode(),
        "表.html": as_page(*forms),
        "表.docx": as_word(*forms),
        "表.xlsx": as_workbook(*forms),
    }


def as_text(form: Drawn) -> str:
    """The form as conversions leave it: cells of a line between tabs, merged places blank."""
    rows = ["\t".join(box.text.replace("\n", " ") if box else "" for box in row) for row in form.rows]
    return "\n".join([*(line for text in form.lines for line in (text, "")), *rows, "", ""])


def as_cells(form: Drawn) -> str:
    """The form as Word leaves it: one cell to a line, a tab before each, a blank line between the rows."""
    lines = [line for text in form.lines for line in (text, "")]
    for row in form.rows:
        at = 0
        while at < len(row):
            box = row[at]
            lines.append(f"\t{box.text if box else ''}".replace("\n", " "))
            at += box.columns if box else 1
        lines.append("")
    return "\n".join([*lines, "", ""])


def as_page(*forms: Drawn) -> bytes:
    """The forms as a web page."""
    parts = (
        "".join(f"<p>{line}</p>" for line in form.lines)
        + web_page(form.rows).partition("</h1>")[2].partition("</body>")[0]
        for form in forms
    )
    return f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>".encode()


def as_word(*forms: Drawn) -> bytes:
    """The forms as a Word file."""
    tables = "".join(
        "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in form.lines) + word_table(form.rows)
        for form in forms
    )
    return word_bytes(table=tables)


def as_workbook(*forms: Drawn) -> bytes:
    """The forms as sheets of a workbook, the lines above in its first rows, numbers and rates as numbers."""
    target = io.BytesIO()
    book = Workbook(target)
    percents = [book.add_format({"num_format": shown}) for shown in ("0%", "0.0%", "0.00%")]
    for number, form in enumerate(forms, 1):
        width = len(form.rows[0])
        above: list[Row] = [[Box(line, 1, width), *[None] * (width - 1)] for line in form.lines]
        sheet = book.add_worksheet(f"表{number}")
        for at, row in enumerate([*above, *form.rows]):
            for column, box in enumerate(row):
                if box is not None:
                    _write(sheet, at, column, box, percents)
    book.close()
    return target.getvalue()


def _write(sheet: Worksheet, row: int, column: int, box: Box, percents: Sequence[Format]) -> None:
    value = _number(box.text)
    style = percents[len(box.text.partition(".")[2][:-1])] if box.text.endswith("%") and value is not None else None
    if box.rows * box.columns > 1:
        last = (row + box.rows - 1, column + box.columns - 1)
        sheet.merge_range(row, column, *last, box.text if value is None else float(value), style)
    elif value is None:
        sheet.write_string(row, column, box.text)
    else:
        sheet.write_number(row, column, value, style)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        return None
