"""Tables that lines rule: where lines cross there are rows and columns, where a line is missing cells are merged."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.documents.pdf.page import SCALE, Box, Line, Lines

_NEAR = 3 * SCALE
_OPEN = 6 * SCALE  # by which lines go beyond the last one across them where the table has a row or column more
_MOST_PAIRS = 2_000_000
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
    """A table as its lines show it: where its rows and its columns begin and end, and its cells.

    `open_above` and `open_below` say that its vertical lines end where no horizontal one closes the table.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: tuple[RuledCell, ...]
    open_above: bool = False
    open_below: bool = False

    @property
    def top(self) -> int:
        """Where the table begins."""
        return self.rows[0]

    def positions(self) -> Mapping[tuple[int, int], RuledCell]:
        """The cell at every row and column."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.end_row)
            for column in range(cell.column, cell.end_column)
        }

    def position(self, x: int, y: int) -> tuple[int, int]:
        """The row and column a point lies in; outside of the table it is none of its positions."""
        return bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1


def tables_in(lines: Lines) -> tuple[RuledTable, ...]:
    """The tables of a page from top to bottom; a frame with one cell is none, nor a drawing of thousands of lines."""
    whole = Lines(tuple(_merged(lines.horizontal)), tuple(_merged(lines.vertical)))
    if len(whole.horizontal) * len(whole.vertical) > _MOST_PAIRS:
        return ()
    tables = (_table(group) for group in _groups(whole))
    parts = (part for table in tables if table is not None for part in _stacked(table))
    found = [table for table in parts if len(table.cells) > 1]
    return tuple(sorted(found, key=lambda table: (table.rows[0], table.columns[0])))


def rules_outside(tables: Sequence[RuledTable], lines: Lines) -> tuple[Line, ...]:
    """The horizontal lines that are part of no table, from top to bottom."""
    outside = (line for line in _merged(lines.horizontal) if not any(_is_part(line, table) for table in tables))
    return tuple(sorted(outside, key=lambda line: line.at))


def _is_part(line: Line, table: RuledTable) -> bool:
    beside = table.rows[0] - _NEAR <= line.at <= table.rows[-1] + _NEAR
    return beside and line.start < table.columns[-1] and table.columns[0] < line.end


def _groups(lines: Lines) -> Iterator[Lines]:
    """The lines that touch each other, table by table."""
    horizontal, vertical = lines.horizontal, lines.vertical
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
    above, below = _open_ends(lines.horizontal, lines.vertical)
    left, right = _open_ends(lines.vertical, lines.horizontal)
    rows = [*above, *_edges(lines.horizontal), *below]
    columns = [*left, *_edges(lines.vertical), *right]
    if not (2 <= len(rows) <= _MOST_EDGES and 2 <= len(columns) <= _MOST_EDGES):
        return None
    cells = tuple(_cells(lines, rows, columns))
    return RuledTable(tuple(rows), tuple(columns), cells, bool(above), bool(below))


def _stacked(table: RuledTable) -> Iterator[RuledTable]:
    """The tables that stand upon each other without a gap: where two rows or more share no column with those below."""
    inner = [_inner_edges(table, row) for row in range(len(table.rows) - 1)]
    begin = 0
    for row in range(2, len(inner) - 1):
        is_between = inner[row - 2] == inner[row - 1] and inner[row] == inner[row + 1]
        if is_between and inner[row - 1] and inner[row] and not inner[row - 1] & inner[row] and row - begin > 1:
            if any(cell.row < row < cell.end_row for cell in table.cells):
                continue
            yield _part(table, begin, row)
            begin = row
    yield _part(table, begin, len(inner)) if begin else table


def _inner_edges(table: RuledTable, row: int) -> frozenset[int]:
    """Where one cell of a row ends and the next one begins."""
    return frozenset(cell.column for cell in table.cells if cell.row <= row < cell.end_row and cell.column)


def _part(table: RuledTable, begin: int, end: int) -> RuledTable:
    """Some rows of a table with the columns that they have."""
    cells = [cell for cell in table.cells if begin <= cell.row < end]
    edges = sorted({edge for cell in cells for edge in (cell.column, cell.end_column)})
    number = {edge: index for index, edge in enumerate(edges)}
    return RuledTable(
        table.rows[begin : end + 1],
        tuple(table.columns[edge] for edge in edges),
        tuple(
            replace(
                cell,
                row=cell.row - begin,
                end_row=cell.end_row - begin,
                column=number[cell.column],
                end_column=number[cell.end_column],
            )
            for cell in cells
        ),
        table.open_above and begin == 0,
        table.open_below and end == len(table.rows) - 1,
    )


def _open_ends(closing: Sequence[Line], crossing: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Where most lines that cross the others begin before the first of those, and where they end behind the last."""
    if not closing or not crossing:
        return [], []
    first, last = min(line.at for line in closing), max(line.at for line in closing)
    begins = [line.start for line in crossing if line.start < first - _OPEN]
    ends = [line.end for line in crossing if line.end > last + _OPEN]
    return (
        [min(begins)] if len(begins) * 2 > len(crossing) else [],
        [max(ends)] if len(ends) * 2 > len(crossing) else [],
    )


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
