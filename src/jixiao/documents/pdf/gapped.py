"""Tables without vertical lines: columns are where consecutive lines of text leave the same gaps.

Nothing is guessed: where a line does not fit into the columns of the others, all of them stay lines of text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.documents.pdf.lines import TextLine, Words, begins_title, run_on
from jixiao.documents.pdf.page import SCALE, Line

_FIGURE = re.compile(
    r"[-+−－—–]{1,2}|[(（]?[-+−－<>≤≥＜＞]?\s?[\d,，]+(?:\.\d+)?\s?(?:%|％|‰|万?元|分|个|人|项|次|天)?[)）]?|/"
)
_LEADER = re.compile(r"[.…·]{4}|…{2}")
_SHORT = 10  # characters of a word that a cell may hold besides figures
_FEWEST_ROWS = 3
_NEAR = 3 * SCALE
_ABOVE = 60 * SCALE  # at most, a rule stands from the first or last line of its table
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
    """The tables in consecutive lines: those between horizontal rules first, then those between nothing.

    The rules are those of the page from top to bottom.
    """
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
    middles = [(line.top + line.bottom) // 2 for line in lines]
    begin = bisect_left(rules, lines[0].top - _ABOVE, key=lambda rule: rule.at)
    end = bisect_right(rules, lines[-1].bottom + _ABOVE, key=lambda rule: rule.at)
    for upper, lower in pairwise(rules[begin:end]):
        strip = range(bisect_left(middles, upper.at), bisect_right(middles, lower.at))
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
    """The table in the strips, the first of which holds its heading; None where a line does not fit in its columns."""
    head, body = [lines[at] for at in strips[0]], range(strips[1].start, strips[-1].stop)
    bands = _bands([words for at in body for words in lines[at].words])
    empty = _bands([words for words in head[0].words if not _columns_of(words, bands)])
    if len(head) == 1 and len(head[0].words) == len(bands) + len(empty):
        bands = sorted([*bands, *empty])
    if len(bands) < 2:
        return None
    rows = [_row(head, bands) if _names_columns(head, bands) else None]
    for strip in strips[1:]:
        rows += _rows_of_strip([lines[at] for at in strip], bands)
    known = tuple(row for row in rows if row is not None)
    if len(known) < len(rows):
        return None
    return GapTable(range(strips[0].start, body.stop), known, tuple(left for left, _ in bands))


def _names_columns(head: Sequence[TextLine], bands: Sequence[Band]) -> bool:
    """Whether it is plain which columns the words of a heading are above: one each in order, or all that they cover."""
    if len(head) == 1 and len(head[0].words) == len(bands):
        return True
    middles = [(left[1] + right[0]) // 2 for left, right in pairwise(bands)]
    return all(
        len(columns := _columns_of(words, bands)) > 1
        or (columns and not any(words.left < middle < words.right for middle in middles))
        for line in head
        for words in line.words
    )


def _rows_of_strip(lines: Sequence[TextLine], bands: Sequence[Band]) -> list[tuple[GapCell, ...] | None]:
    """The rows between two rules: each line one, or one with lines that go on in its words; [None] where unclear."""
    full = [at for at, line in enumerate(lines) if len(line.words) * 2 > len(bands)]
    if len(full) == 1:
        return [_row(lines, bands)]
    if not full or full[0] != 0:
        return [None]
    pieces = [lines[begin:end] for begin, end in zip(full, [*full[1:], len(lines)], strict=True)]
    if any(_columns_of(piece[0].words[0], bands)[:1] != [0] for piece in pieces):
        return [None]
    return [_row(piece, bands) for piece in pieces]


def _row(lines: Sequence[TextLine], bands: Sequence[Band]) -> tuple[GapCell, ...] | None:
    """One row of these lines; None where words beside each other would share a column."""
    cells: dict[tuple[int, int], str] = {}
    for line in lines:
        taken: set[int] = set()
        for words in line.words:
            columns = _columns_of(words, bands)
            if not columns or taken.intersection(columns):
                return None
            taken.update(columns)
            reach = (columns[0], columns[-1] + 1)
            cells[reach] = run_on(cells.get(reach, ""), words.text)
    if sum(end - begin for begin, end in cells) > len({column for cell in cells for column in range(*cell)}):
        return None
    return tuple(GapCell(text, begin, end) for (begin, end), text in cells.items())


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
    if not _is_heading(rows[0], placed[0], len(bands)) or not _are_cells(rows[1:], placed[1:], len(bands)):
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


def _is_heading(row: Sequence[Words], columns: Sequence[int], width: int) -> bool:
    """Whether a row names the columns: all of them, or all but the first."""
    names_all = len(columns) == width or list(columns) == list(range(1, width))
    return names_all and not any(_FIGURE.fullmatch(words.text) for words in row)


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
    """Whether a line near a row lies in one column and is neither a heading nor a caption nor a note nor a sentence."""
    if max(line.top - row.bottom, row.top - line.bottom) > row.size:
        return False
    ends = [*(left for left, _ in bands[1:]), bands[-1][1]]
    lies_in_one = any(
        left - line.size // 2 <= line.left and line.right <= end for (left, _), end in zip(bands, ends, strict=True)
    )
    is_apart = _BESIDE.match(line.text) or begins_title(line.text) or line.text.endswith(("。", "；"))
    return lies_in_one and not is_apart
