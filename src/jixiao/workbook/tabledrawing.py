"""Drawing a table on its sheet, as reports print it."""

import re

from openpyxl.worksheet.worksheet import Worksheet

from jixiao.documents.sheets.figures import AMOUNT, GENERAL
from jixiao.facts import TableKind, survey_scheme, table_kinds
from jixiao.facts.kinds import ANSWERS
from jixiao.text.widths import width_of
from jixiao.workbook.layout import Column
from jixiao.workbook.lists import UNITS
from jixiao.workbook.looks import TO_FILL, Look, Stand, at
from jixiao.workbook.painting import Painter
from jixiao.workbook.tablesheets import BODY, FILE, KIND, SCHEME, SOURCE, UNIT, YEAR, Placed

_BROWN = "7F6000"
_SPARE = 8
_MORE_ROWS = 300
SCHEMES = ("A", "B", "C", "D", "E")
"""The names of the weights of a survey."""


def draw_table(painter: Painter, table: Placed) -> Worksheet:
    """The sheet of a table: title, marks, headings with notes, rows and spare rows."""
    columns = [_column(table.kind, heading) for heading in table.table.headings]
    widths = [_width(table, number, column) for number, column in enumerate(columns)]
    drawn = painter.sheet(table.sheet, widths, _BROWN)
    painter.title(drawn, table.title, len(columns))
    painter.brush.text(at(drawn, 1, 1), table.title, Look("title", border="", stand="centre"))
    _draw_marks(painter, drawn, table)
    painter.headings(drawn, table.heading_row, columns)
    drawn.freeze_panes = at(drawn, table.heading_row + 1, 3 if len(columns) > 3 else 2).coordinate
    blank = ("",) * len(columns)
    rows = [*table.table.rows, *[blank] * _SPARE]
    for number, texts in enumerate(rows, start=table.heading_row + 1):
        for place, (column, text) in enumerate(zip(columns, texts, strict=True), start=1):
            painter.cell(at(drawn, number, place), column, text)
        painter.fit(drawn, number, texts, widths)
    _draw_choices(painter, drawn, table, len(rows))
    return drawn


def _column(kind: TableKind | None, heading: str) -> Column:
    known = kind.column(heading) if kind is not None else None
    if known is None:
        return Column(heading, heading, "不属于这一类表的列", 16)
    note = known.note
    is_number = known.is_number or known.type == "level"
    return Column(
        heading,
        heading,
        note,
        kind="number" if is_number else "text",
        required=known.required,
        choices=("是", "否") if known.type == "flag" else (),
        centred=known.type in ("level", "flag"),
        format=AMOUNT if known.type in ("amount", "score") else GENERAL,
    )


def _width(table: Placed, place: int, column: Column) -> int:
    """Wide enough for the heading and the longest text, within bounds; an empty column of texts is roomy."""
    texts = [row[place] for row in table.table.rows]
    longest = max((width_of(line) for text in texts for line in text.split("\n")), default=0)
    least = 8 if column.heading == "层次" else 14 if column.kind == "number" else 20
    return min(max(width_of(column.heading) + 2, longest + 2, least), 60)


def _draw_marks(painter: Painter, drawn: Worksheet, table: Placed) -> None:
    for row, marks in enumerate(table.marks, start=2):
        for column, text in marks:
            stand: Stand = "right" if column == len(table.table.headings) else "line"
            mark = text.partition("：")[0]
            cell = at(drawn, row, column)
            painter.brush.text(cell, text, Look(fill=TO_FILL, border="thin", stand=stand))
            painter.note(cell, _NOTES[mark])
            room = _free_columns(table, row, column)
            if stand == "line" and room > column:
                drawn.merge_cells(start_row=row, end_row=row, start_column=column, end_column=room)


def _free_columns(table: Placed, row: int, column: int) -> int:
    """The last column a mark may spread over: up to the next mark, three columns at most."""
    taken = [other for other, _ in table.marks[row - 2] if other > column]
    return min([column + 2, len(table.table.headings), *(other - 1 for other in taken)])


def scheme_in_words(name: str) -> str:
    """The weights of a survey's answers.

    >>> scheme_in_words("E")
    '非常满意100%、比较满意100%、一般0%、不太满意0%、非常不满意0%'
    """
    scheme = survey_scheme(name)
    assert scheme is not None  # the names here are those of the packs
    return "、".join(f"{answer}{weight * 100}%" for answer, weight in zip(ANSWERS, scheme.weights, strict=True))


def _short(name: str) -> str:
    """The same without the answers, most satisfied first."""
    return "、".join(re.findall(r"\d+%", scheme_in_words(name)))


_BEHIND = "在冒号后面写"
_NOTES = {
    KIND: "这张表是哪一种表，一般不改",
    UNIT: f"{_BEHIND}金额的单位，如 {UNIT}：万元；一张表用一个单位",
    SOURCE: f"{_BEHIND}佐证材料的编号，如 {SOURCE}：E02；多个用、分开，如 {SOURCE}：E02、E05",
    SCHEME: f"{_BEHIND}一个字母，如 {SCHEME}：A。各种办法里每种回答所计的份额：\n"
    + "\n".join(f"{name}　{scheme_in_words(name)}" for name in SCHEMES),
    YEAR: f"不是评价年度的才写，如 {YEAR}：2022 或 {YEAR}：上年",
    BODY: f"整张表属于某个机构的才写，如 {BODY}：局本级",
    FILE: "这张表的编号，请不要改动",
}


def _draw_choices(painter: Painter, drawn: Worksheet, table: Placed, rows: int) -> None:
    first, last = table.heading_row + 1, table.heading_row + rows + _MORE_ROWS
    for place, heading in enumerate(table.table.headings, start=1):
        column = _column(table.kind, heading)
        if column.offered:
            letter = at(drawn, first, place).column_letter
            painter.drop_down(drawn, f"{letter}{first}:{letter}{last}", column.offered, closed=True)
    offers = {
        KIND: tuple(f"{KIND}：{kind.title}" for kind in table_kinds()),
        UNIT: tuple(f"{UNIT}：{unit}" for unit in UNITS),
        SCHEME: tuple(f"{SCHEME}：{name}（{_short(name)}）" for name in SCHEMES),
    }
    for row, marks in enumerate(table.marks, start=2):
        for place, text in marks:
            offered = next((words for mark, words in offers.items() if text.startswith(f"{mark}：")), ())
            if offered:
                painter.drop_down(drawn, at(drawn, row, place).coordinate, offered, closed=False)
