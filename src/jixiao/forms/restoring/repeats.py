"""Tables in which every position that a merged cell covers says the same again, as some programs write merges."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from jixiao.documents import Cell, Grid
from jixiao.forms.headings import Headings
from jixiao.forms.rows import Row, rows_of
from jixiao.forms.vocabulary import header_field, indicator_column, is_number, is_total, money_column, plain

_ALIKE = 3
"""Cells of one row that say the same, which only a merge explains."""
_LEVELS = 3
"""Columns on the left whose cells may cover several rows."""


def without_repeats(grid: Grid, headings: Headings) -> Grid:
    """The table with its merges again where it repeats what they say; as it is where nothing shows that it does.

    Under headings of columns only cells of one column are taken together, since a target and what came of it may be
    in the same words; so are cells above each other in the first columns, but never figures.
    """
    if not _repeats(grid):
        return grid
    spans: Sequence[range] = ()
    rows: list[tuple[Cell, ...]] = []
    for number, cells in enumerate(grid.rows):
        row = _row_of(grid, number)
        if row is not None and (headings.begin_money(row) or headings.begin_indicators(row)):
            spans = list(_alike(cells, with_blanks=True))
        elif _heads_objective(cells):
            spans = ()
        parts = _within(cells, spans) if spans and not _is_other(cells) else list(_alike(cells))
        rows.append(_merged(cells, parts, rows[-1] if rows else ()))
    return replace(grid, rows=tuple(rows))


def _repeats(grid: Grid) -> bool:
    """Whether a row says the same words in several cells, or names a column or a field twice side by side."""
    for cells in grid.rows:
        for part in _alike(cells):
            text = cells[part.start].text
            known = money_column(text) or indicator_column(text) or header_field(text)
            if len(part) >= _ALIKE or (len(part) > 1 and known):
                return True
    return False


def _row_of(grid: Grid, number: int) -> Row | None:
    return next(rows_of(replace(grid, rows=grid.rows[number : number + 1])), None)


def _alike(cells: Sequence[Cell], *, with_blanks: bool = False) -> Iterator[range]:
    """The cells side by side that say the same; figures never do, blanks only if asked for."""
    at = 0
    for text, group in groupby(cells, lambda cell: cell.text):
        size = len(list(group))
        together = (bool(text) or with_blanks) and not is_number(text)
        yield from [range(at, at + size)] if together else [range(one, one + 1) for one in range(at, at + size)]
        at += size


def _within(cells: Sequence[Cell], spans: Sequence[range]) -> list[range]:
    """The cells side by side that say the same under one heading."""
    found: list[range] = []
    for span in spans:
        found += [
            range(span.start + part.start, span.start + part.stop) for part in _alike(cells[span.start : span.stop])
        ]
    return found


def _is_other(cells: Sequence[Cell]) -> bool:
    """Whether a row is none of the columns above it: of one text or two, of fields, or of totals."""
    texts = _texts(cells)
    return len(texts) < _ALIKE or any(map(header_field, texts)) or is_total(texts[0])


def _heads_objective(cells: Sequence[Cell]) -> bool:
    """Whether a row names an objective and what came of it."""
    return any("目标" in one and "完成" in other for one, other in pairwise(_texts(cells)))


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [text for text, _ in groupby(plain(cell.text) for cell in cells) if text]


def _merged(cells: Sequence[Cell], parts: Sequence[range], above: Sequence[Cell]) -> tuple[Cell, ...]:
    """The row with one cell for each part; in the first columns the cell above where it says the same."""
    found: list[Cell] = []
    for number, part in enumerate(parts):
        cell = replace(cells[part.start], columns=len(part))
        upper = above[part.start] if part.start < len(above) else None
        goes_on = number < _LEVELS and upper is not None and upper.text and upper.text == cell.text
        alike = goes_on and upper is not None and upper.columns == len(part) and not is_number(cell.text)
        found += [upper if alike and upper is not None else cell] * len(part)
    return tuple(found)
