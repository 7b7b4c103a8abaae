"""Tables as crawlers of web pages write them: each cell closed by a bar, the paragraphs of a cell on their own lines.

A row is filled up with bars to the width of its table, or not at all; a cell that a merge above covers is left out. So
the bars of a row are counted, and the lines of a row that was broken are put together where their bars give the width
of the rows around them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from jixiao.documents.flattened import FIGURE, NumberedText

BAR = "|"

_AROUND = 12
"""Lines before and behind one that tell the width of its table."""
_PIECES = 12
"""Lines that one cell may take."""
_WIDEST = 60
"""Columns of a table whose merges are sought."""
_FEW_WIDTHS = 3
"""Widths that the rows of one table may have."""
_LEVELS = 4
"""Columns on the left whose cells may cover several rows."""
_LONGEST_PIECE = 400
"""Characters of a paragraph inside a cell."""
_APART = re.compile(
    r"\s*(?:#|附[件表录]?\s*\d|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[备附]?注|说明|来源)|"
    r".{0,60}(?:表|年度[)）]|[（(]\d{4}年[)）])\s*$"
)
_FURNITURE = re.compile(r"\s*[-—–]\s*\d+\s*[-—–]\s*|\s*第\s*\d+\s*页.{0,10}")
_ESCAPED = "\\|"
_HELD = "\0"


@dataclass(slots=True)
class BarredLine:
    """The cells that a line closes, each with the line it begins on; `bars` counts those that only fill it up too."""

    cells: list[NumberedText] = field(default_factory=list)
    bars: int = 0


BarredRow = Sequence[NumberedText | None]
"""The cells of a row; None is one that the cell above covers."""


@dataclass(frozen=True, slots=True)
class BarredTable:
    """Rows of a table, or single cells whose rows nothing tells, each as a row of its own."""

    rows: Sequence[BarredRow]
    is_stream: bool


def is_barred(line: str) -> bool:
    """Whether a line closes a cell at its end."""
    return line.rstrip().endswith(BAR)


def barred_lines(lines: Sequence[NumberedText], start: int) -> tuple[list[BarredLine], int]:
    """The barred lines from `start` on that stand together, and how many lines of the text they take.

    >>> lines = [(1, "甲 | 一"), (2, "二 | 3 |"), (3, "后文")]
    >>> [[text for _, text in line.cells] for line in barred_lines(lines, 0)[0]], barred_lines(lines, 0)[1]
    ([['甲', '一\\n二', '3']], 2)
    """
    found: list[BarredLine] = []
    at = start
    while at < len(lines):
        end = _closed(lines, at, starts=not found)
        if end is None:
            break
        found.append(_line_of(lines[at:end]))
        at = end
    return found, at - start


def tables_of(lines: Sequence[BarredLine]) -> Iterator[BarredTable]:
    """The barred lines as rows where their bars tell the rows, and as streams of cells where they do not."""
    rows: list[list[NumberedText]] = []
    stream: list[NumberedText] = []
    if _break_at_blanks(lines):
        yield BarredTable([[cell] for line in lines for cell in line.cells], is_stream=True)
        return
    for row, is_certain in _rows(lines):
        if is_certain:
            if stream:
                yield BarredTable([[cell] for cell in stream], is_stream=True)
                stream = []
            rows.append(row)
        else:
            if rows:
                yield BarredTable(_with_merges(rows), is_stream=False)
                rows = []
            stream += row
    if rows:
        yield BarredTable(_with_merges(rows), is_stream=False)
    if stream:
        yield BarredTable([[cell] for cell in stream], is_stream=True)


def _break_at_blanks(lines: Sequence[BarredLine]) -> bool:
    """Whether lines end inside blank cells and not with rows: most begin with a blank, and no width is theirs."""
    widths = Counter(line.bars for line in lines if line.bars > 1)
    blanks = sum(not line.cells[0][1] for line in lines if line.cells)
    common = max(widths.values(), default=0)
    return len(widths) > _FEW_WIDTHS and 2 * common < widths.total() and 3 * blanks > 2 * len(lines)


def _with_merges(rows: Sequence[Sequence[NumberedText]]) -> list[BarredRow]:
    """The rows, each that lacks cells given those of the row above where only so its figures stand under figures.

    Of the places where cells may be lacking it is the leftmost: what stands on the left covers what stands behind it.
    """
    width = max(map(len, rows))
    kinds_of_rows = [[_kind(cell) for cell in row] for row in rows]
    whole = [kinds for kinds in kinds_of_rows if len(kinds) == width and _Kind.FIGURE in kinds]
    if not whole or width > _WIDEST:
        return list(rows)
    allowed = [{row[column] for row in whole} - {_Kind.BLANK} for column in range(width)]
    found: list[BarredRow] = []
    follows = False
    for row, kinds in zip(rows, kinds_of_rows, strict=True):
        fits = len(row) == width or _fits(kinds, allowed)
        gap = _gap(kinds, allowed) if follows and not fits else None
        found.append(row if gap is None else [*row[: gap.start], *[None] * len(gap), *row[gap.start :]])
        follows = gap is not None or (fits and _Kind.FIGURE in kinds)
    return found


def _gap(kinds: Sequence["_Kind"], allowed: Sequence[set["_Kind"]]) -> range | None:
    """Which columns of words a row lacks, as few as possible, so that its figures stand under figures."""
    for lacking in range(1, min(len(allowed) - len(kinds), _LEVELS) + 1):
        for at in range(min(len(kinds), _LEVELS + 1)):
            gap = range(at, at + lacking)
            over_words = not any(_Kind.FIGURE in allowed[column] for column in gap)
            if over_words and _fits([*kinds[:at], *[_Kind.BLANK] * lacking, *kinds[at:]], allowed):
                return gap
    return None


def _fits(kinds: Sequence["_Kind"], allowed: Sequence[set["_Kind"]]) -> bool:
    """Whether figures stand in columns of figures and words in columns of words."""
    return all(kind is _Kind.BLANK or kind in may for kind, may in zip(kinds, allowed, strict=False))


class _Kind(Enum):
    BLANK = ""
    FIGURE = "数字"
    WORDS = "文字"


def _kind(cell: NumberedText) -> _Kind:
    if not cell[1]:
        return _Kind.BLANK
    return _Kind.FIGURE if FIGURE.fullmatch(cell[1]) else _Kind.WORDS


def _rows(lines: Sequence[BarredLine]) -> Iterator[tuple[list[NumberedText], bool]]:
    """The rows, each with whether it is one as certain as can be."""
    widths = list(_widths(lines))
    at = 0
    while at < len(lines):
        width = widths[at]
        end = _row_end(lines, at, width)
        cells = [cell for line in lines[at:end] for cell in line.cells]
        yield cells, width > 1
        at = end


def _row_end(lines: Sequence[BarredLine], at: int, width: int) -> int:
    """Behind which line the row that begins with line `at` ends: where its bars give the width, else with the line."""
    bars = 0
    for end in range(at, min(at + width, len(lines))):
        bars += lines[end].bars
        if bars == width:
            return end + 1
        if bars > width:
            break
    return at + 1


def _widths(lines: Sequence[BarredLine]) -> Iterator[int]:
    """For every line the bars of a whole row around it; 1 where most lines around it hold one cell only."""
    counted: Counter[int] = Counter(line.bars for line in lines[:_AROUND])
    for at in range(len(lines)):
        if at + _AROUND < len(lines):
            counted[lines[at + _AROUND].bars] += 1
        if at > _AROUND:
            counted[lines[at - _AROUND - 1].bars] -= 1
        alone, total = counted[1], sum(counted.values())
        whole = [(times, bars) for bars, times in counted.items() if bars > 1 and times > 0]
        yield max(whole)[1] if whole and (3 * alone < 2 * total) else 1


def _closed(lines: Sequence[NumberedText], at: int, *, starts: bool) -> int | None:
    """Behind which line the cells that begin with line `at` are closed; None where they are not."""
    first = lines[at][1]
    if is_barred(first):
        return at + 1
    if BAR not in first and starts:
        return None
    for end in range(at, min(at + _PIECES, len(lines))):
        line = lines[end][1]
        if is_barred(line):
            return end + 1
        is_piece = line.strip() and "\t" not in line and len(line) <= _LONGEST_PIECE
        if not is_piece or (BAR not in line and _APART.match(line)):
            return None
    return None


def _line_of(lines: Sequence[NumberedText]) -> BarredLine:
    number = lines[0][0]
    text = "\n".join(line.strip() for _, line in lines if not _FURNITURE.fullmatch(line)).replace(_ESCAPED, _HELD)
    bars = text.count(BAR)
    texts = text.rstrip(BAR + " \t").split(BAR)
    cells: list[NumberedText] = []
    for cell in texts:
        cells.append((number, cell.replace(_HELD, BAR).strip()))
        number += cell.count("\n")
    blank = [(number, "")] * (1 if bars == 1 and not cells else 0)
    return BarredLine(cells or blank, bars)
