"""Finding out what the tables of a document hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.documents import Block, Document, Grid
from jixiao.quantities import Unit
from jixiao.reading.columns import Role, role_of
from jixiao.reading.outline import Section, sections
from jixiao.reading.tables.captions import Announced, announced, number_in
from jixiao.reading.tables.headings import header_of
from jixiao.reading.tables.layouts import FIGURES, is_form, is_turned, lists_of, turned
from jixiao.reading.tables.meanings import FIGURE, column_of, names_rows, own_unit
from jixiao.reading.tables.model import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.remarks import without_remarks
from jixiao.reading.tables.rows import row_of, rows_of
from jixiao.relations.figures import MONEY

_LEADERS = re.compile(r".*(?:\.{4,}|…{2,}|·{4,})\s*\d*")
_NUMBERED = re.compile("序号|编号|序次")
_TELLING = (*FIGURES, Meaning.WEIGHT, Meaning.SCORE)


def tables_of(document: Document) -> tuple[TypedTable, ...]:
    """The tables of the document of which at least one column is one of figures, in their order.

    >>> from jixiao.documents import document_of
    >>> text = "收入\\t金额\\t支出\\t金额\\n拨款\\t8.5\\t基本支出\\t6.0\\n其他\\t0.5\\t项目支出\\t3.0"
    >>> [[row.label for row in table.rows] for table in tables_of(document_of(text.encode(), "甲.txt"))]
    [['拨款', '其他'], ['基本支出', '项目支出']]
    """
    blocks = list(sections(document))
    return tuple(table for at, (block, _) in enumerate(blocks) for table in _typed(blocks, at, block))


def _typed(blocks: Sequence[tuple[Block, Section]], at: int, block: Block) -> Iterator[TypedTable]:
    if isinstance(block, Grid) and not _is_contents(block) and not is_form(block):
        yield from _tables(without_remarks(block), announced(blocks, at), blocks[at][1])


def _is_contents(grid: Grid) -> bool:
    """Whether the table is a table of contents: titles with dots behind them, and pages."""
    first = [row[0].text for row in grid.rows]
    return 2 * sum(_LEADERS.fullmatch(text.strip()) is not None for text in first) > len(first)


def _tables(grid: Grid, said: Announced, section: Section) -> Iterator[TypedTable]:
    header = header_of(grid)
    if not header.begins:
        return
    caption = said.caption if said.number or not header.title else header.title
    unit = header.unit or said.unit or _unit_of_headings(header.headings)
    about = Announced(caption, said.number or number_in(caption), unit)
    if is_turned(grid, header.begins, header.headings):
        yield from _turned(turned(grid, header.begins, header.headings), about, section)
        return
    columns = _columns(grid, header.headings, header.begins, unit)
    for one_list in lists_of(columns):
        if any(column.meaning in _TELLING for column in one_list):
            yield _table(grid, header.begins, one_list, about, section)


def _unit_of_headings(headings: Sequence[str]) -> Unit | None:
    """The unit of amounts that the heading over the names bears (项目资金（万元）)."""
    unit = own_unit(headings[0]) if headings else None
    return unit if unit is not None and unit.dimension == MONEY else None


def _columns(grid: Grid, headings: Sequence[str], begins: int, unit: Unit | None) -> tuple[TableColumn, ...]:
    """The columns that hold anything or are headed."""
    contents = [
        ["".join(grid.rows[row][at].text.split()) for row in range(begins, len(grid.rows))] for at in range(grid.width)
    ]
    first = next((at for at, texts in enumerate(contents) if any(map(FIGURE.fullmatch, texts))), 0)
    return tuple(
        _column_of_words(at, heading) if at < first or not heading else column_of(at, heading, texts, unit)
        for at, (heading, texts) in enumerate(zip(headings, contents, strict=True))
        if heading or any(texts)
    )


def _column_of_words(at: int, heading: str) -> TableColumn:
    """A column to the left of the first figures, or without a heading: names or other words."""
    named = names_rows(heading.rpartition("/")[2]) or role_of(heading)[0] is Role.LEVEL
    return TableColumn(at, heading, Meaning.NAME if named else Meaning.TEXT)


def _table(grid: Grid, begins: int, columns: Sequence[TableColumn], about: Announced, section: Section) -> TypedTable:
    names = [column for column in columns if column.meaning is Meaning.NAME] or _first_words(columns)
    codes = [column for column in columns if column.meaning is not Meaning.AMOUNT]
    numbers = next(
        (column for column in columns if column.at < names[-1].at and _NUMBERED.fullmatch(column.name)), None
    )
    rows = tuple(_filled(grid, columns, rows_of(grid, begins, names, codes, numbers)))
    return TypedTable(grid, about.caption, about.number, section, tuple(columns), rows)


def _first_words(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The columns of words before the first figures, where none is headed as one of names."""
    before = []
    for column in columns:
        if column.meaning in _TELLING:
            break
        before.append(column)
    return before or list(columns[:1])


def _filled(grid: Grid, columns: Sequence[TableColumn], rows: Iterator[TableRow]) -> Iterator[TableRow]:
    """The rows that hold anything in this list; of two lists side by side one is shorter."""
    return (row for row in rows if row.label or any(grid.rows[row.at][column.at].text.strip() for column in columns))


def _turned(grid: Grid, about: Announced, section: Section) -> Iterator[TypedTable]:
    headings = [cell.text for cell in grid.rows[0]]
    columns = _columns(grid, [headings[0], *map(_word, headings[1:])], 1, about.unit)
    columns = (replace(columns[0], meaning=Meaning.NAME), *columns[1:])
    rows = tuple(_turned_row(at, grid.rows[at][0].text) for at in range(1, len(grid.rows)))
    if any(column.meaning in _TELLING for column in columns):
        yield TypedTable(grid, about.caption, about.number, section, columns, rows, turned=True)


def _word(text: str) -> str:
    return "".join(text.split())


def _turned_row(at: int, heading: str) -> TableRow:
    """The row of a printed column: its rank and kind by the lowest line of its heading, its group the lines above."""
    group, _, name = heading.rpartition("/")
    return replace(row_of(at, name), label=heading, group=group)
