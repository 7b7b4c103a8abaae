"""Tables that pages break: pieces whose columns lie in the same places are one, and so are the halves of a row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from jixiao.documents.joining import put_together
from jixiao.documents.model import Cell, Grid
from jixiao.documents.pdf.lines import begins_point, ends_clause, run_on, token_width
from jixiao.documents.pdf.page import SCALE

_SAME_EDGE = 4 * SCALE
_LOOKED_AT = 60  # rows above a break that tell whether a column merges its cells
_FIGURE = re.compile(r"[-−]?[\d,.]+[%％]?")
_UNFINISHED = re.compile(r"[^\s~～—-][-~～—、，,（(]$")
_LATIN_MORE = 40  # percent of a character by which digits may be wider than half of one, and stand apart
_FEWEST_EDGES = 4  # of a piece that may show only some of the columns
_MOST_UNRULED = 2  # columns on the left that a piece may show no lines of
_MOST_ROWS = 1_000  # rows of a merged cell that goes on over a break


@dataclass(frozen=True, slots=True)
class Piece:
    """A table of a page: where its columns lie, and how much room the last line of each cell leaves.

    The room is in percent of a character, by (row, column). `is_cut` says that no line closes the table at the bottom,
    since the page ends within its last row; `begins_cut` says the same of the top.
    """

    grid: Grid
    edges: tuple[int, ...] = ()
    room: Mapping[tuple[int, int], int] = field(default_factory=dict)
    is_cut: bool = False
    begins_cut: bool = False


def as_one(first: Piece, second: Piece) -> Piece | None:
    """Both pieces as one where their columns lie in the same places; None where they do not.

    A row that the page cut is whole again, and so is a merged cell that the page break went through. A page whose rows
    all merge the same columns shows fewer of them than the others, and one may lack the lines of the first ones.
    """
    if len(first.edges) > len(second.edges):
        second = _spread(second, first.edges)
    elif len(second.edges) > len(first.edges):
        first = _spread(first, second.edges)
    if not _lie_alike(first.edges, second.edges):
        return None
    whole = put_together(first.grid, second.grid, same_columns=True)
    if whole is None:
        return None
    height = len(first.grid.rows)
    heading = height + len(second.grid.rows) - len(whole.rows)
    meeting = _meeting(whole, height)
    row_is_cut = (first.is_cut and second.begins_cut and not heading) or _is_cut(meeting, first.room)
    reached = meeting if row_is_cut else _held_over(meeting, whole, height)
    grid = _mended(whole, height, reached, row_is_cut) if reached else whole
    shift = height - heading - row_is_cut
    room = {(row + shift, column): left for (row, column), left in second.room.items()}
    return Piece(grid, first.edges, room, second.is_cut, first.begins_cut)


Meeting = Sequence[tuple[Cell, Cell]]
"""The cells above and below a page break, column by column."""


def _lie_alike(first: Sequence[int], second: Sequence[int]) -> bool:
    return len(first) == len(second) > 0 and all(
        abs(one - other) <= _SAME_EDGE for one, other in zip(first, second, strict=True)
    )


def _spread(piece: Piece, edges: Sequence[int]) -> Piece:
    """The piece over all columns that lie between its own edges; as it is where these are not among them.

    Of columns on the left that a page does not rule all cells are empty: LibreOffice draws a merged cell that goes on
    behind a page break so, or not at all.
    """
    at = [next((at for at, edge in enumerate(edges) if abs(edge - own) <= _SAME_EDGE), -1) for own in piece.edges]
    is_part = len(at) > _FEWEST_EDGES and 0 <= at[0] <= _MOST_UNRULED and at[-1] == len(edges) - 1
    if not is_part or any(right <= left for left, right in pairwise(at)):
        return piece
    wide: dict[Cell, Cell] = {}
    for cell in dict.fromkeys(cell for row in piece.grid.rows for cell in row):
        begin, end = at[cell.column], at[cell.column + cell.columns]
        wide[cell] = replace(cell, column=begin, columns=end - begin)
    height, place = len(piece.grid.rows), piece.grid.rows[0][0].place
    unruled = tuple(Cell("", 0, column, place, height) for column in range(at[0]))
    counts = [right - left for left, right in pairwise(at)]
    rows = tuple(
        unruled + tuple(wide[cell] for cell, count in zip(row, counts, strict=True) for _ in range(count))
        for row in piece.grid.rows
    )
    room = {(row, at[column]): left for (row, column), left in piece.room.items()}
    return replace(piece, grid=replace(piece.grid, rows=rows), edges=tuple(edges), room=room)


def _meeting(grid: Grid, height: int) -> Meeting:
    """The cells at the break; none where those above and below it are not equally wide."""
    pairs = list(dict.fromkeys(zip(grid.rows[height - 1], grid.rows[height], strict=True)))
    alike = all((above.column, above.columns) == (below.column, below.columns) for above, below in pairs)
    return pairs if alike else ()


def _is_cut(meeting: Meeting, room: Mapping[tuple[int, int], int]) -> bool:
    """Whether the row below is the rest of the one above: all it says goes on, and something it does not say again.

    Each page may print the labels at the left; a figure that stands there again is another one.
    An empty rest is one too.
    """
    if meeting and not any(below.text for _, below in meeting):
        return True
    said = [(above, below) for above, below in meeting if below.text]
    while said and _is_repeated(*said[0]):
        del said[0]
    if not said or not any(above.text and not below.text for above, below in meeting) or _have_own_figures(meeting):
        return False
    return all(_goes_on(above, below, room) for above, below in said)


def _have_own_figures(meeting: Meeting) -> bool:
    """Whether both rows fill all the same columns of figures, two at least: a break leaves these in the upper part."""
    figures = [below.text for above, below in meeting if _FIGURE.fullmatch(above.text)]
    return len(figures) > 1 and all(_FIGURE.fullmatch(text) for text in figures)


def _is_repeated(above: Cell, below: Cell) -> bool:
    """Whether each page prints what a cell says."""
    return above.text.split() == below.text.split()


def _goes_on(above: Cell, below: Cell, room: Mapping[tuple[int, int], int]) -> bool:
    """Whether the text above ends because its line was full, or between two points; no decimal goes on in another."""
    if ends_clause(above.text):
        return begins_point(below.text)
    if _FIGURE.fullmatch(above.text) and _FIGURE.fullmatch(below.text) and "." in above.text and "." in below.text:
        return False
    if _is_vertical(above.text) and _is_vertical(below.text.split("\n", 1)[0]):
        return True
    if _UNFINISHED.search(above.text):
        return True
    width = token_width(below.text, 100) + (_LATIN_MORE if below.text[0].isascii() else 0)
    return above.text != "" and width > room.get((above.row, above.column), 0)


def _is_vertical(text: str) -> bool:
    """Whether a text is written from top to bottom, a character to a line."""
    return text != "" and all(len(line.strip()) == 1 for line in text.split("\n"))


def _held_over(meeting: Meeting, grid: Grid, height: int) -> Meeting:
    """The merged cells at the left that a break went through: the lower parts are empty.

    Left of them there may be a code for each row.
    """
    held: list[tuple[Cell, Cell]] = []
    begin, has_codes = max(height - _LOOKED_AT, 0), False
    for above, below in meeting:
        if not held and above.text and below.text and not _FIGURE.fullmatch(above.text):
            has_codes = True
            continue
        column = {row[above.column] for row in grid.rows[begin:height]}
        is_merged = above.rows > 1 or below.rows > 1
        is_merging = (held or any(cell.rows > 1 for cell in column)) and all(cell.text for cell in column)
        if below.text or not above.text or not (is_merged or (is_merging and not has_codes)) or above.rows > _MOST_ROWS:
            break
        held.append((above, below))
        begin = above.row  # what is merged within another cell is merged no further
    return held if len(held) < len(meeting) else ()


def _mended(grid: Grid, height: int, reached: Meeting, row_is_cut: bool) -> Grid:
    """The table with the cells at the break as one each; the row below is gone if it was the rest of the one above."""
    whole: dict[Cell, Cell] = {}
    for above, below in reached:
        whole[above] = whole[below] = _whole(above, below, row_is_cut)
    begin = min(above.row for above, _ in reached)
    upper = (tuple(whole.get(cell, cell) for cell in row) for row in grid.rows[begin:height])
    lower = (tuple(_moved(cell, whole, row_is_cut) for cell in row) for row in grid.rows[height + row_is_cut :])
    breaks = grid.breaks - {height} if row_is_cut else grid.breaks
    return replace(grid, rows=(*grid.rows[:begin], *upper, *lower), breaks=breaks)


def _moved(cell: Cell, whole: Mapping[Cell, Cell], row_is_cut: bool) -> Cell:
    return whole.get(cell) or (replace(cell, row=cell.row - 1) if row_is_cut else cell)


def _whole(above: Cell, below: Cell, row_is_cut: bool) -> Cell:
    if _is_repeated(above, below):
        text = above.text
    elif ends_clause(above.text) and begins_point(below.text):
        text = f"{above.text}\n{below.text}"
    else:
        text = run_on(above.text, below.text)
    return replace(above, text=text, rows=above.rows + below.rows - row_is_cut)
