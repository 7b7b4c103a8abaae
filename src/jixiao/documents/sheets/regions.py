"""A sheet that holds a whole report: where its tables begin and end, and which rows are lines of text."""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

Texts = Mapping[tuple[int, int], str]
"""The texts of a sheet by row and column."""
Merges = Sequence[tuple[int, int, int, int]]

# Forms have empty rows and headings in their midst, and are one table all the same.
_FORM = re.compile("(?:自评|申报|监控|目标|跟踪|考核)表|年度资金总额|年度总体目标")
_NUMBER = re.compile(r"[-+]?[\d,.]+%?")


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that belong together: a table, or one line of text (`is_line`)."""

    rows: tuple[int, ...]
    is_line: bool


def regions_of(texts: Texts, merges: Merges) -> tuple[Region, ...]:
    """The regions of a sheet from the top.

    Empty rows part what stands above and below them where below begins a line of text or the heading of a table;
    rows with one text before the first row of several are lines. A sheet that holds a form is one table.
    """
    by_row = {
        row: [text for _, text in cells] for row, cells in groupby(sorted(texts.items()), lambda item: item[0][0])
    }
    if any(_FORM.search(text) for text in texts.values()):
        return (Region(tuple(by_row), is_line=False),)
    regions: list[Region] = []
    for rows in _parted(by_row, merges):
        regions += _lines_and_table(rows, by_row)
    return tuple(regions)


def _parted(by_row: Mapping[int, Sequence[str]], merges: Merges) -> Iterator[list[int]]:
    """The rows between empty ones that part them."""
    part: list[int] = []
    widest = reach = 0
    merged = deque(sorted((top, low) for top, _, low, _ in merges))
    for row in by_row:
        while merged and merged[0][0] < row:
            reach = max(reach, merged.popleft()[1])
        after_gap = part and row > part[-1] + 1
        if after_gap and row > reach and _begins(by_row[row], widest):
            yield part
            part, widest = [], 0
        part.append(row)
        widest = max(widest, len(by_row[row]))
    yield part


def _begins(texts: Sequence[str], widest: int) -> bool:
    """Whether a row begins something new: a line of text, words of a heading, more cells than any row above has."""
    return len(texts) == 1 or len(texts) > widest or not any(_NUMBER.fullmatch(text.strip()) for text in texts)


def _lines_and_table(rows: Sequence[int], by_row: Mapping[int, Sequence[str]]) -> Iterator[Region]:
    table = [number for number, row in enumerate(rows) if len(by_row[row]) > 1]
    first, last = (table[0], table[-1]) if table else (len(rows), len(rows))
    for row in rows[:first]:
        yield Region((row,), is_line=True)
    if table:
        yield Region(tuple(rows[first : last + 1]), is_line=False)
        for row in rows[last + 1 :]:
            yield Region((row,), is_line=True)
