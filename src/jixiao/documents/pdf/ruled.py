"""Tables that lines rule: where lines cross there are rows and columns, where a line is missing cells are merged."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.documents.pdf.page import SCALE, Box, Line, Lines

_NEAR = 3 * SCALE
_MOST_LINES = 20_000
_MOST_EDGES = 400


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell of a ruled table: the rows and columns it covers, the last ones not included, and its box."""

    row: int
    column: int
    end_row: int
    end_column: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as its lines show it; `edges` are where its columns begin and end."""

    box: Box
    edges: tuple[int, ...]
    cells: tuple[RuledCell, ...]


def tables_in(lines: Lines) -> tuple[RuledTable, ...]:
    """The tables of a page from top to bottom; a frame with a single cell is none."""
    if len(lines.horizontal) + len(lines.vertical) > _MOST_LINES:
        return ()
    tables = (_table(group) for group in _groups(lines))
    found = [table for table in tables if table is not None and len(table.cells) > 1]
    return tuple(sorted(found, key=lambda table: (table.box.top, table.box.left)))


def _groups(lines: Lines) -> Iterator[Lines]:
    """The lines that touch each other, table by table."""
    horizontal, vertical = _merged(lines.horizontal), _merged(lines.vertical)
    group = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for h, across in enumerate(horizontal):
        for v, down in enumerate(vertical, len(horizontal)):
            if (
                across.start - _NEAR <= down.at <= across.end + _NEAR
                and down.start - _NEAR <= across.at <= down.end + _NEAR
            ):
                group[root(v)] = root(h)
    roots = [root(index) for index in range(len(group))]
    for each in dict.fromkeys(roots):
        yield Lines(
            tuple(line for index, line in enumerate(horizontal) if roots[index] == each),
            tuple(line for index, line in enumerate(vertical, len(horizontal)) if roots[index] == each),
        )


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Lines that go on from each other, or lie upon each other, as one."""
    whole: list[Line] = []
    for line in sorted(lines, key=lambda each: (each.at // _NEAR, each.start, each.end)):
        known = next(
            (
                index
                for index in range(len(whole) - 1, max(len(whole) - 4, -1), -1)
                if abs(whole[index].at - line.at) <= _NEAR // 2 and line.start <= whole[index].end + _NEAR
            ),
            None,
        )
        if known is None:
            whole.append(line)
        else:
            before = whole[known]
            whole[known] = Line(before.at, min(before.start, line.start), max(before.end, line.end))
    return whole


def _table(lines: Lines) -> RuledTable | None:
    rows, columns = _edges(lines.horizontal), _edges(lines.vertical)
    if not (2 <= len(rows) <= _MOST_EDGES and 2 <= len(columns) <= _MOST_EDGES):
        return None
    cells = tuple(_cells(lines, rows, columns))
    return RuledTable(Box(columns[0], rows[0], columns[-1], rows[-1]), tuple(columns), cells)


def _edges(lines: Sequence[Line]) -> list[int]:
    """Where lines lie across their direction, near ones taken together."""
    edges: list[int] = []
    for at in sorted(line.at for line in lines):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    return edges


def _cells(lines: Lines, rows: Sequence[int], columns: Sequence[int]) -> Iterator[RuledCell]:
    """The cells: from the first free position to the right and down as far as no line divides."""
    taken: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            end_column, end_row = column + 1, row + 1
            level = (rows[row] + rows[row + 1]) // 2
            while end_column < len(columns) - 1 and not _divides(lines.vertical, columns[end_column], level):
                end_column += 1
            side = (columns[column] + columns[column + 1]) // 2
            while end_row < len(rows) - 1 and not _divides(lines.horizontal, rows[end_row], side):
                end_row += 1
            taken |= {(r, c) for r in range(row, end_row) for c in range(column, end_column)}
            box = Box(columns[column], rows[row], columns[end_column], rows[end_row])
            yield RuledCell(row, column, end_row, end_column, box)


def _divides(lines: Sequence[Line], at: int, along: int) -> bool:
    """Whether a line near `at` covers the point `along`."""
    return any(abs(line.at - at) <= _NEAR and line.start <= along <= line.end for line in lines)


def cell_at(table: RuledTable, x: int, y: int) -> RuledCell | None:
    """The cell in which a point lies; None outside of the table."""
    if not (table.box.left <= x <= table.box.right and table.box.top <= y <= table.box.bottom):
        return None
    column = bisect_right(table.edges, x) - 1
    return next(
        (
            cell
            for cell in table.cells
            if cell.column <= column < cell.end_column and cell.box.top <= y < cell.box.bottom
        ),
        None,
    )
