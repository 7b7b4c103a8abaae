"""Headings that lost their merges: a merged cell was written once, so that what follows it stands too far left.

What a heading covers is taken from the rows below it where only one way fits. Otherwise the heading is set apart: a
table without headings is not checked, one with the wrong headings would be found wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

NumberedText = tuple[int, str]
"""A text and the number of the line it begins on."""
Row = Sequence[NumberedText]

FIGURE = re.compile(r"-?[\d.,]+[%％]?|[-—－]+")
_SUBTOTALS = ("小计", "合计", "总计", "计")
_OF_FIGURES = re.compile("[额数率比分元值计%％算费权重]")


def with_heading(rows: Sequence[Row], width: int) -> tuple[list[list[NumberedText]], list[NumberedText]]:
    """The rows with their heading spread over the columns it covers, and the cells that had to be set apart.

    >>> rows = [[(1, "支出"), (2, "金额"), (3, "占比")], [(4, "工资"), (5, "奖金"), (6, "10.03"), (7, "5.57%")]]
    >>> [text for _, text in with_heading(rows, 4)[0][0]]
    ['支出', '支出', '金额', '占比']
    """
    whole = [list(row) for row in rows]
    top = next((at for at, row in enumerate(whole) if len(row) > 1), len(whole))
    if top + 1 >= len(whole) or len(whole[top]) >= width or _has_figures(whole[top]):
        return whole, []
    height = 2 if _is_second_line(whole, top + 1, width) else 1
    body = [row for row in whole[top + height :] if len(row) == width]
    if not any(map(_has_figures, body)):
        return whole, []
    lines = _two_lines(whole[top], whole[top + 1], width) if height == 2 else _one_line(whole[top], body, width)
    if lines:
        return [*whole[:top], *lines, *whole[top + height :]], []
    apart = [cell for row in whole[: top + height] for cell in row]
    return whole[top + height :], apart


def _is_second_line(rows: Sequence[Row], at: int, width: int) -> bool:
    """Whether the row holds names of columns under some of the cells above it, and blanks under the others."""
    texts = [text for _, text in rows[at]]
    return len(texts) == width and not _has_figures(rows[at]) and not all(texts) and not texts[0] and any(texts)


def _has_figures(row: Row) -> bool:
    return any(FIGURE.fullmatch(text) for _, text in row)


def _one_line(heading: Row, body: Sequence[Row], width: int) -> list[list[NumberedText]]:
    """The heading whose first cell covers all columns of words, since all others stand over figures; else nothing."""
    words = next((at for at in range(width) if all(FIGURE.fullmatch(row[at][1]) or not row[at][1] for row in body)), 0)
    if words < 2 or len(heading) - 1 != width - words:
        return []
    if not all(_OF_FIGURES.search(text) for _, text in heading[1:]):
        return []
    return [[heading[0]] * words + list(heading[1:])]


def _two_lines(upper: Row, lower: Row, width: int) -> list[list[NumberedText]]:
    """Both lines of a heading: a cell over a blank covers both lines, the others the names below them; or nothing."""
    runs = [list(run) for _, run in groupby(range(width), key=lambda at: bool(lower[at][1]))]
    named = [run for run in runs if lower[run[0]][1]]
    groups = len(upper) - sum(not text for _, text in lower)
    pieces = _pieces(named, [text for _, text in lower], groups)
    if not pieces:
        return []
    spread: list[NumberedText] = []
    cells = iter(upper)
    for at in range(width):
        if not lower[at][1] or at in pieces:
            spread.append(next(cells))
        else:
            spread.append(spread[-1])
    return [spread, [below if below[1] else above for above, below in zip(spread, lower, strict=True)]]


def _pieces(runs: Sequence[Sequence[int]], names: Sequence[str], groups: int) -> set[int]:
    """The columns at which the groups of names begin; none where it is not certain."""
    if groups == len(runs):
        return {run[0] for run in runs}
    if len(runs) == 1 and (starts := _repeated(runs[0], names, groups)):
        return starts
    starts = {at for run in runs for at in _after_subtotals(run, names)}
    return starts if len(starts) == groups else set()


def _repeated(run: Sequence[int], names: Sequence[str], groups: int) -> set[int]:
    """Where the same names stand once for each group."""
    size, rest = divmod(len(run), groups) if groups > 0 else (0, 1)
    parts = [tuple(names[at] for at in run[begin : begin + size]) for begin in range(0, len(run), size or 1)]
    return set(run[::size]) if size and not rest and len(set(parts)) == 1 and size > 1 else set()


def _after_subtotals(run: Sequence[int], names: Sequence[str]) -> Iterator[int]:
    """The beginning of the run and what follows each subtotal in it."""
    for at in run:
        if at == run[0] or "".join(names[at - 1].split()) in _SUBTOTALS:
            yield at
