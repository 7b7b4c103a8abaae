"""Tables without vertical lines: columns are where consecutive lines of text leave the same gaps.

Nothing is guessed: where a line does not fit into the columns of the others, all of them stay lines of text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.documents.pdf.lines import TextLine, Words, run_on
from jixiao.documents.pdf.page import SCALE, Line

_FIGURE = re.compile(
    r"[-+−－—–]{1,2}|[(（]?[-+−－<>≤≥＜＞]?\s?[\d,，]+(?:\.\d+)?\s?(?:%|％|‰|万?元|分|个|人|项|次|天)?[)）]?|/"
)
_LEADER = re.compile(r"[.…·]{4}|…{2}")
_SHORT = 10  # characters of a word that a cell may hold besides figures
_FEWEST_ROWS = 3
_NEAR = 3 * SCALE
_BESIDE = re.compile(r"表|附|图|[（(]?(?:金额)?单位[:：]|[续接]|注|资料|数据|说明|备注|来源")
_SUBHEAD = ("：", ":")


@dataclass(frozen=True, slots=True)
class GapCell:
    """A cell: what it says, and the columns it takes, the last one not included."""

    text: str
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class GapTable:
    """A table by gaps: which lines of the page it takes up, its rows, and where each column begins."""

    lines: range
    rows: tuple[tuple[GapCell, ...], ...]
    columns: tuple[int, ...]


Band = tuple[int, int]
"""Where a column begins and ends."""


def gap_tables(lines: Sequence[TextLine], rules: Sequence[Line]) -> Iterator[GapTable]:
    """The tables in consecutive lines: those between horizontal rules first, then those between nothing."""
    taken: set[int] = set()
    for strips in _ruled_strips(lines, rules):
        table = _ruled_table(lines, strips)
        if table is not None:
            taken.update(table.lines)
            yield table
    for run in _runs(lines):
        if not taken.intersection(run):
            table = _plain_table(lines, run)
            if table is not None:
                yield table


# Between rules: the top rule, one below the heading, and one at the end, or one below every row.


def _ruled_strips(lines: Sequence[TextLine], rules: Sequence[Line]) -> Iterator[list[range]]:
    """Runs of strips between rules of one width, each holding the lines of text in it."""
    run: list[range] = []
    for upper, lower in pairwise(sorted(rules, key=lambda each: each.at)):
        inside = [at for at, line in enumerate(lines) if upper.at <= (line.top + line.bottom) // 2 <= lower.at]
        strip = range(inside[0], inside[-1] + 1) if inside else range(0)
        if not _alike(upper, lower) or not strip or not _is_tabular(lines, strip, upper):
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append(strip)
    if len(run) > 1:
        yield run


def _alike(one: Line, other: Line) -> bool:
    return abs(one.start - other.start) <= _NEAR and abs(one.end - other.end) <= _NEAR


def _is_tabular(lines: Sequence[TextLine], strip: range, rule: Line) -> bool:
    """Whether the lines lie between the ends of the rule and at least one of them has several parts."""
    inside = all(rule.start - _NEAR <= lines[at].left and lines[at].right <= rule.end + _NEAR for at in strip)
    return inside and any(len(lines[at].words) > 1 for at in strip)


def _ruled_table(lines: Sequence[TextLine], strips: Sequence[range]) -> GapTable | None:
    head, body = strips[0], range(strips[1].start, strips[-1].stop)
    bands = _bands([words for at in body for words in lines[at].words])
    head_words = [words for at in head for words in lines[at].words]
    bands = sorted([*bands, *_bands([words for words in head_words if not _columns_of(words, bands)])])
    if len(bands) < 2:
        return None
    rows = [_spanning_row([lines[at] for at in head], bands)]
    for strip in strips[1:]:
        found = _rows_of_strip([lines[at] for at in strip], bands)
        if found is None:
            return None
        rows += found
    if any(row is None for row in rows):
        return None
    return GapTable(
        range(head.start, body.stop), tuple(row for row in rows if row is not None), tuple(left for left, _ in bands)
    )


def _rows_of_strip(lines: Sequence[TextLine], bands: Sequence[Band]) -> list[tuple[GapCell, ...] | None] | None:
    """The rows between two rules: each line one, or one with lines that go on in its words; None where unclear."""
    full = [at for at, line in enumerate(lines) if len(line.words) * 2 > len(bands)]
    if len(full) == 1:
        return [_spanning_row(lines, bands)]
    if not full or full[0] != 0:
        return None
    ends = [*full[1:], len(lines)]
    pieces = [lines[begin:end] for begin, end in zip(full, ends, strict=True)]
    if any(_columns_of(piece[0].words[0], bands)[:1] != [0] for piece in pieces):
        return None
    return [_spanning_row(piece, bands) for piece in pieces]


def _spanning_row(lines: Sequence[TextLine], bands: Sequence[Band]) -> tuple[GapCell, ...] | None:
    """One row of these lines; None where two of its cells would share a column."""
    cells: list[GapCell] = []
    for words in (words for line in lines for words in line.words):
        columns = _columns_of(words, bands)
        if not columns:
            return None
        at = next((i for i, cell in enumerate(cells) if _overlap(cell, columns)), None)
        if at is None:
            cells.append(GapCell(words.text, columns[0], columns[-1] + 1))
        elif (cells[at].column, cells[at].end_column) == (columns[0], columns[-1] + 1):
            cells[at] = GapCell(run_on(cells[at].text, words.text), columns[0], columns[-1] + 1)
        else:
            return None
    return tuple(cells)


def _overlap(cell: GapCell, columns: Sequence[int]) -> bool:
    return cell.column <= columns[-1] and columns[0] < cell.end_column


# Between nothing: lines that all have several parts, in columns that are alike.


def _runs(lines: Sequence[TextLine]) -> Iterator[range]:
    """Runs of lines with several parts, near each other."""
    begin = None
    for at, line in enumerate(lines):
        if begin is not None and (not _may_be_row(line) or line.top - lines[at - 1].bottom > 2 * line.size):
            yield range(begin, at)
            begin = None
        if begin is None and len(line.words) > 1:
            begin = at
    if begin is not None:
        yield range(begin, len(lines))


def _may_be_row(line: TextLine) -> bool:
    return len(line.words) > 1 or line.text.endswith(_SUBHEAD)


def _plain_table(lines: Sequence[TextLine], run: range) -> GapTable | None:
    """The table of a run; None where anything about it is doubtful."""
    rows = [lines[at].words for at in run]
    bands = _bands([words for row in rows for words in row])
    if len(rows) < _FEWEST_ROWS or len(bands) < 2 or not _is_bounded(lines, run, bands):
        return None
    placed = [[_columns_of(words, bands)[0] for words in row] for row in rows]
    if sum(len(columns) == len(bands) for columns in placed) < _FEWEST_ROWS or any(
        len(set(columns)) < len(columns) for columns in placed
    ):
        return None
    if not _is_heading(rows[0], len(bands)) or not _are_cells(rows[1:], placed[1:], len(bands)):
        return None
    cells = tuple(
        tuple(GapCell(words.text, column, column + 1) for words, column in zip(row, columns, strict=True))
        for row, columns in zip(rows, placed, strict=True)
    )
    return GapTable(run, cells, tuple(left for left, _ in bands))


def _bands(words: Sequence[Words]) -> list[Band]:
    """Where words lie, taken together where they overlap."""
    bands: list[Band] = []
    for each in sorted(words, key=lambda words: words.left):
        if bands and each.left <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], each.right))
        else:
            bands.append((each.left, each.right))
    return bands


def _columns_of(words: Words, bands: Sequence[Band]) -> list[int]:
    return [column for column, (left, right) in enumerate(bands) if words.left < right and left < words.right]


def _is_heading(row: Sequence[Words], width: int) -> bool:
    """Whether a row names the columns: all of them, or all but the first."""
    return len(row) >= width - 1 and not any(_FIGURE.fullmatch(words.text) for words in row)


def _are_cells(rows: Sequence[Sequence[Words]], placed: Sequence[Sequence[int]], width: int) -> bool:
    """Whether the columns hold names at first, then figures and short words, and share an edge each."""
    columns: list[list[Words]] = [[] for _ in range(width)]
    for row, places in zip(rows, placed, strict=True):
        for words, column in zip(row, places, strict=True):
            columns[column].append(words)
    if any(_LEADER.search(words.text) for words in columns[0]):
        return False
    named = sum(_FIGURE.fullmatch(words.text) is None for words in columns[0]) * 2 > len(columns[0])
    numbered = [each.text for each in columns[0]] == [str(number) for number in range(1, len(columns[0]) + 1)]
    later = [words.text for column in columns[1:] for words in column]
    plain = sum(_FIGURE.fullmatch(text) is not None or len(text) <= _SHORT for text in later)
    figures = any(all(_FIGURE.fullmatch(words.text) for words in column) for column in columns[1:])
    return (named or numbered) and figures and plain * 4 >= len(later) * 3 and all(map(_share_an_edge, columns))


def _share_an_edge(column: Sequence[Words]) -> bool:
    """Whether what stands in a column begins, ends, or has its middle at one place."""
    edges = (
        [each.left for each in column],
        [each.right for each in column],
        [each.left + each.right for each in column],
    )
    return any(max(places) - min(places) <= _NEAR for places in edges)


def _is_bounded(lines: Sequence[TextLine], run: range, bands: Sequence[Band]) -> bool:
    """Whether the lines before and behind the run are no pieces of a cell of it."""
    neighbours = [at for at in (run.start - 1, run.stop) if 0 <= at < len(lines)]
    return not any(_may_be_piece(lines[at], lines[min(max(at, run.start), run.stop - 1)], bands) for at in neighbours)


def _may_be_piece(line: TextLine, row: TextLine, bands: Sequence[Band]) -> bool:
    """Whether a line near a row lies in one column and is neither a caption nor a note nor a sentence."""
    near = max(line.top - row.bottom, row.top - line.bottom) <= row.size
    lies_in_one = any(left - line.size // 2 <= line.left and line.right <= right for left, right in bands)
    return near and lies_in_one and not _BESIDE.match(line.text) and not line.text.endswith(("。", "；"))
