"""Tables side by side on a sheet, with an empty column between them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jixiao.documents.sheets.sheetrows import Texts, is_figure

Position = tuple[int, int]
"""A row and a column."""

_FEWEST = 2  # rows, and columns, of a table


def beside(cells: Sequence[Position], texts: Texts, ends: dict[Position, int]) -> list[list[Position]]:
    """The cells of each table among those of a region; `ends` are the last columns of merged cells.

    Two lists of one table, such as income and expenditure, stay together: they begin in one row under the same words.
    """
    parts = _apart(cells, ends)
    if len(parts) == 1 or not all(_is_table(part, texts) for part in parts) or _are_lists(parts, texts):
        return [list(cells)]
    return parts


def _apart(cells: Sequence[Position], ends: dict[Position, int]) -> list[list[Position]]:
    """The cells by the stretches of columns that no empty column parts."""
    starts: list[int] = []
    reach = 0
    for column, end in sorted((cell[1], ends.get(cell, cell[1])) for cell in cells):
        if not starts or column > reach + 1:
            starts.append(column)
        reach = max(reach, end)
    parts: list[list[Position]] = [[] for _ in starts]
    for cell in cells:
        parts[bisect_right(starts, cell[1]) - 1].append(cell)
    return parts


def _is_table(part: Sequence[Position], texts: Texts) -> bool:
    """Whether the cells are a table of their own: names in the first column, and figures beside them."""
    first = min(column for _, column in part)
    names = [is_figure(texts[cell]) for cell in part if cell[1] == first]
    figures = any(is_figure(texts[cell]) for cell in part if cell[1] > first)
    rows = {row for row, _ in part}
    return figures and len(rows) >= _FEWEST and len(names) >= _FEWEST and 2 * sum(names) < len(names)


def _are_lists(parts: Sequence[Sequence[Position]], texts: Texts) -> bool:
    """Whether the tables have the same words above their columns, and no title each."""
    headings = [set(_heading(part, texts)) for part in parts]
    together = len({min(part)[0] for part in parts}) == 1
    return together and all(len(words) >= _FEWEST for words in headings) and bool(set.intersection(*headings))


def _heading(part: Sequence[Position], texts: Texts) -> Iterator[str]:
    top = min(part)[0]
    return (texts[cell] for cell in part if cell[0] == top)
