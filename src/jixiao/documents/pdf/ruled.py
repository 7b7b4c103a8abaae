"""Tables that lines rule: where lines cross there are rows and columns, where a line is missing cells are merged."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jixiao.documents.pdf.page import SCALE, Box, Line, Lines
from jixiao.documents.pdf.stacks import parts_of

_NEAR = 3 * SCALE
_GAP = 6 * SCALE  # less than a line of text is high: what parts tables, not a row
_FEWEST_OF_SLIVER = 3  # vertical lines through what is too low for a row; two may frame a gap between tables
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
    found = [table for group in _groups(whole) for table in _stacked(group) if len(table.cells) > 1]
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
            (index for index in range(len(whole) - 1, max(len(whole) - 4, -1), -1) if _meet(whole[index], line)),
            None,
        )
        if known is None:
            whole.append(line)
        else:
            before = whole[known]
            whole[known] = Line(before.at, min(before.start, line.start), max(before.end, line.end))
    return whole


def _meet(one: Line, other: Line) -> bool:
    beside = abs(one.at - other.at) <= _NEAR // 2
    return beside and other.start <= one.end + _NEAR and one.start <= other.end + _NEAR


def _stacked(lines: Lines) -> Iterator[RuledTable]:
    """The table that lines make, or those that stand upon each other without a gap."""
    above, below = _open_ends(lines.horizontal, lines.vertical)
    left, right = _open_ends(lines.vertical, lines.horizontal)
    rows = [*above, *_edges(lines.horizontal), *below]
    columns = [*left, *_edges(lines.vertical), *right]
    lines, rows = _without_slivers(lines, rows, columns)
    if not (2 <= len(rows) <= _MOST_EDGES and 2 <= len(columns) <= _MOST_EDGES):
        return
    open_sides = {0 for _ in left} | {len(columns) - 1 for _ in right}
    edges = [_edges_of_row(top, bottom, lines.vertical, columns) | open_sides for top, bottom in pairwise(rows)]
    for begin, end in parts_of(edges, lambda row: _is_ruled(row, edges, lines, rows, columns)):
        used = [columns[edge] for edge in sorted(frozenset().union(*edges[begin:end]))]
        if len(used) > 1:
            cells = tuple(_cells(lines, rows[begin : end + 1], used))
            cells = cells if left else _with_unruled(cells, lines)
            is_first, is_last = begin == 0, end == len(edges)
            yield RuledTable(
                tuple(rows[begin : end + 1]), tuple(used), cells, bool(above) and is_first, bool(below) and is_last
            )


def _without_slivers(lines: Lines, rows: Sequence[int], columns: Sequence[int]) -> tuple[Lines, list[int]]:
    """The lines and the rows without those too low for a line of text, whose shorter line joins the longer one.

    So LibreOffice closes a merged cell at a page break: a little below the line that ends the rows beside it.
    """
    kept = list(rows)
    horizontal = list(lines.horizontal)
    for top, bottom in pairwise(rows):
        if bottom - top > _GAP or len(_edges_of_row(top, bottom, lines.vertical, columns)) < _FEWEST_OF_SLIVER:
            continue
        if not {top, bottom} <= set(kept):
            continue
        shorter, longer = sorted((top, bottom), key=lambda edge: _drawn(horizontal, edge))
        kept.remove(shorter)
        horizontal = [replace(line, at=longer) if abs(line.at - shorter) <= _NEAR else line for line in horizontal]
    return Lines(tuple(horizontal), lines.vertical), kept


def _drawn(lines: Sequence[Line], edge: int) -> int:
    """How long the lines at an edge are together."""
    return sum(line.end - line.start for line in lines if abs(line.at - edge) <= _NEAR)


def _middles(edges: Sequence[int]) -> Iterator[int]:
    return ((before + after) // 2 for before, after in pairwise(edges))


def _edges_of_row(top: int, bottom: int, vertical: Sequence[Line], columns: Sequence[int]) -> frozenset[int]:
    """The numbers of the column edges that lines draw in a row; none in a gap between two frames."""
    level = (top + bottom) // 2
    drawn = frozenset(bisect_right(columns, line.at) - 1 for line in vertical if line.start <= level <= line.end)
    return drawn if bottom - top > _GAP or len(drawn) > 2 else frozenset()


def _is_ruled(
    row: int, edges: Sequence[frozenset[int]], lines: Lines, rows: Sequence[int], columns: Sequence[int]
) -> bool:
    """Whether a line runs along the whole of the narrower one of two rows, between them."""
    width = min(max(edges[row - 1]), max(edges[row])) + 1
    begin = max(min(edges[row - 1]), min(edges[row]))
    return all(_divides(lines.horizontal, rows[row], middle) for middle in _middles(columns[begin:width]))


def _open_ends(closing: Sequence[Line], crossing: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Where lines that cross the others begin before the first of those, and where they end behind the last.

    Most of them do, or two with the first or the last one: merged cells may divide the others, and a page the table.
    """
    if not closing or not crossing:
        return [], []
    first, last = min(line.at for line in closing), max(line.at for line in closing)
    begins = {line.at: line.start for line in crossing if line.start < first - _OPEN}
    ends = {line.at: line.end for line in crossing if line.end > last + _OPEN}
    places = [line.at for line in crossing]
    return (
        [min(begins.values())] if _bound(begins, places) else [],
        [max(ends.values())] if _bound(ends, places) else [],
    )


def _bound(reaching: Collection[int], places: Sequence[int]) -> bool:
    """Whether the lines at some of the places tell that the table goes as far as they do."""
    has_outer = min(places) in reaching or max(places) in reaching
    return len(reaching) * 2 > len(places) or (has_outer and len(reaching) > 1)


def _edges(lines: Sequence[Line]) -> list[int]:
    """Where lines lie across their direction, near ones taken together."""
    edges: list[int] = []
    for at in sorted(line.at for line in lines):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    return edges


def _cells(lines: Lines, rows: Sequence[int], columns: Sequence[int]) -> Iterator[RuledCell]:
    """The cells: from the first free position to the right and down as far as no line divides.

    Where a line begins within a cell that has none at its first column, another cell begins: so LibreOffice leaves the
    lines of merged cells away behind a page break, not those of the cells beside them.
    """
    taken: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            end_column, end_row = column + 1, row + 1
            level = (rows[row] + rows[row + 1]) // 2
            while (
                end_column < len(columns) - 1
                and (row, end_column) not in taken
                and not _divides(lines.vertical, columns[end_column], level)
            ):
                end_column += 1
            inside = range(column, end_column)
            while end_row < len(rows) - 1 and not _begins_another(lines, rows, columns, end_row, inside):
                end_row += 1
            taken |= {(r, c) for r in range(row, end_row) for c in range(column, end_column)}
            box = Box(columns[column], rows[row], columns[end_column], rows[end_row])
            yield RuledCell(row, column, end_row, end_column, box)


def _begins_another(lines: Lines, rows: Sequence[int], columns: Sequence[int], row: int, inside: range) -> bool:
    """Whether a line runs above a row in one of the columns, or between two of them in the row."""
    middles = _middles(columns[inside.start : inside.stop + 1])
    level = (rows[row] + rows[row + 1]) // 2
    return any(_divides(lines.horizontal, rows[row], middle) for middle in middles) or any(
        _divides(lines.vertical, columns[column], level) for column in inside[1:]
    )


def _with_unruled(cells: Iterable[RuledCell], lines: Lines) -> tuple[RuledCell, ...]:
    """The cells, those at the left with what has no line beside and below it as part of the cells above it.

    So LibreOffice draws a merged cell behind a page break: the lines of its first row alone.
    """
    whole: list[RuledCell] = []
    for cell in cells:
        above = [each for each in whole if each.end_row == cell.row and each.column < cell.end_column]
        is_covered = sum(each.end_column - each.column for each in above) == cell.end_column
        if cell.column or not is_covered or _is_ruled_around(cell.box, lines):
            whole.append(cell)
        else:
            for each in above:
                box = each.box._replace(bottom=cell.box.bottom)
                whole[whole.index(each)] = replace(each, end_row=cell.end_row, box=box)
    return tuple(whole)


def _is_ruled_around(box: Box, lines: Lines) -> bool:
    x, y = box.middle
    return _divides(lines.vertical, box.left, y) or _divides(lines.horizontal, box.bottom, x)


def _divides(lines: Sequence[Line], at: int, along: int) -> bool:
    """Whether a line near `at` covers the point `along`."""
    return any(abs(line.at - at) <= _NEAR and line.start <= along <= line.end for line in lines)
