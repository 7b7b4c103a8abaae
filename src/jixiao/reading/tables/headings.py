"""The heading of a table: which rows belong to it, and what stands above each column, however cells were merged."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jixiao.documents import Grid
from jixiao.quantities import Unit
from jixiao.reading.labels import squeezed
from jixiao.reading.tables.captions import is_caption, is_title, unit_in
from jixiao.reading.tables.meanings import FIGURE, is_numbering, meaning_of, names_rows
from jixiao.reading.tables.model import BLANKS, Meaning
from jixiao.reading.tables.rows import begins_item

_MOST_ROWS = 6
_LONGEST_HEADING = 40
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度)?")
_SUBTOTALS = ("小计", "合计")
_IMPOSSIBLE = 10**6
Line = Sequence[str]
_Spread = tuple[int, tuple[str, ...]]
"""How well headings fit, and the heading of every column so far."""


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a table: a title and unit inside the table, the headings of the columns, where content begins."""

    title: str
    unit: Unit | None
    headings: tuple[str, ...]
    begins: int


def header_of(grid: Grid) -> Header:
    """The heading of the table.

    >>> from jixiao.documents import document_of
    >>> text = "类别\\t基本支出\\t\\t\\t合计\\n\\t人员\\t公用\\t小计\\t\\n年初数\\t3.0\\t1.0\\t4.0\\t4.0"
    >>> header_of(next(document_of(text.encode(), "甲.txt").grids())).headings
    ('类别', '基本支出/人员', '基本支出/公用', '基本支出/小计', '合计')
    """
    title, unit, first = _preamble(grid)
    begins = _content_begins(grid, first)
    lines = [line for row in range(first, begins) if not is_numbering(line := _texts(grid, row))]
    return Header(title, unit, tuple(_headings(grid, lines, first, begins)), begins)


def _texts(grid: Grid, row: int) -> list[str]:
    return [squeezed(text) for text in grid.texts(row)]


def _preamble(grid: Grid) -> tuple[str, Unit | None, int]:
    """The title and the unit that the first rows of a table may hold, and how many rows they take."""
    title, unit, row = "", None, 0
    while row + 2 < len(grid.rows):
        words = set(filter(None, (" ".join(text.split()) for text in grid.texts(row))))
        found = [known for text in words if (known := unit_in(unicodedata.normalize("NFKC", text))) is not None]
        alone = len(words) == 1 and grid.width > 1
        text = next(iter(words), "")
        if found and not any(FIGURE.fullmatch(word) for word in words):
            unit = found[0]
        elif alone and (is_caption(text) or (is_title(text) and len(text) > 5)):
            title = text
        else:
            break
        row += 1
    return title, unit, row


def _content_begins(grid: Grid, first: int) -> int:
    for row in range(first, min(len(grid.rows), first + _MOST_ROWS)):
        texts = _texts(grid, row)
        if _is_content(texts, row > first):
            return row
    return min(first + 1, len(grid.rows) - 1)


def _is_content(texts: Line, below_heading: bool) -> bool:
    """Whether a row is one of content: it holds figures, or begins an item, or is one word alone."""
    filled = [text for text in texts if text]
    if is_numbering(texts) or (filled and all(_YEAR.fullmatch(text) for text in filled[1:]) and len(filled) > 1):
        return False
    if any(FIGURE.fullmatch(text) for text in texts):
        return True
    if not below_heading or not filled:
        return False
    marks = sum(text in BLANKS for text in texts[1:] if text)
    return bool(marks) or begins_item(texts[0]) or any(len(text) > _LONGEST_HEADING for text in filled)


def _headings(grid: Grid, lines: Sequence[Line], first: int, begins: int) -> Iterator[str]:
    """For every column the words above it, the highest first, joined by “/”."""
    filled: list[Line] = []
    for number, line in enumerate(lines):
        lower = lines[number + 1] if number + 1 < len(lines) else None
        content = [[grid.rows[row][at].text for row in range(begins, len(grid.rows))] for at in range(grid.width)]
        merged = any(cell.columns > 1 for cell in grid.rows[first + number])
        filled.append(line if merged else _placed(line, lower, content))
    for at in range(grid.width):
        yield "/".join(dict.fromkeys(line[at] for line in filled if line[at]))


def _placed(line: Line, lower: Line | None, content: Sequence[Line]) -> Line:
    """A line of headings, each at every column it covers, though the merging of its cells was lost."""
    words = [text for text in line if text]
    pushed_left = list(line[: len(words)]) == words and len(words) < len(line)
    if lower is None:
        reaches = any(text not in BLANKS for texts in content[len(words) :] for text in texts)
        return _by_content(words, content) if pushed_left and reaches and len(words) > 1 else line
    if pushed_left and (spread := _spread(words, lower)) is not None:
        return spread
    return _filled_right(line, lower)


def _filled_right(line: Line, lower: Line) -> Line:
    """A heading goes on over blank cells with words below them."""
    filled: list[str] = []
    for at, text in enumerate(line):
        goes_on = not text and filled and lower[at] and lower[at - 1]
        filled.append(filled[-1] if goes_on else text)
    return filled


def _spread(words: Line, lower: Line) -> Line | None:
    """Headings pushed to the left because their merged cells were written once: each over the columns it covers.

    A column without words in the lower line has a heading of its own; the rest share the stretches of words below.
    None where that leaves several possibilities.

    >>> _spread(["类别", "基本支出", "项目支出", "总计"], ["", "人员", "公用", "小计", "小计", ""])
    ['类别', '基本支出', '基本支出', '基本支出', '项目支出', '总计']
    """
    stretches = [[at for at, _ in run] for has, run in groupby(enumerate(lower), lambda pair: bool(pair[1])) if has]
    over_words = len(words) - sum(not text for text in lower)
    cuts = [_cut([lower[at] for at in stretch], over_words if len(stretches) == 1 else 1) for stretch in stretches]
    if over_words < len(stretches) or sum(map(len, cuts)) != over_words:
        return None
    lengths = {stretch[0]: cut for stretch, cut in zip(stretches, cuts, strict=True)}
    placed: list[str] = []
    waiting = iter(words)
    while len(placed) < len(lower):
        for length in lengths.get(len(placed), [1]):
            placed += [next(waiting)] * length
    return placed


def _cut(words: Line, pieces: int) -> list[int]:
    """How long each of so many pieces is: equal where the words repeat, otherwise cut at the subtotals."""
    if pieces <= 1:
        return [len(words)]
    length, rest = divmod(len(words), pieces)
    if not rest and all(words[at] == words[at % length] for at in range(len(words))):
        return [length] * pieces
    marks = [at for at, text in enumerate(words) if text.endswith(_SUBTOTALS)]
    if len(marks) == pieces and marks[-1] == len(words) - 1:
        ends = [mark + 1 for mark in marks]
        return [end - start for start, end in zip([0, *ends], ends, strict=False)]
    if len(marks) == pieces and marks[0] == 0:
        return [end - start for start, end in zip(marks, [*marks[1:], len(words)], strict=True)]
    return []


def _by_content(words: Line, content: Sequence[Line]) -> Line:
    """Headings in one line, fewer than the columns: spread so that amounts stand over amounts and names over words."""
    nothing: _Spread = (-_IMPOSSIBLE, ())
    best: list[_Spread] = [(0, ()), *(nothing for _ in words)]
    for column in content:
        extended = [nothing]
        for used, word in enumerate(words, 1):
            goes_on = best[used] if best[used][1] else nothing
            score, placed = max(best[used - 1], goes_on, key=lambda spread: spread[0])
            extended.append((score + _fit(word, column), (*placed, word)))
        best = extended
    return best[-1][1]


def _fit(heading: str, column: Line) -> int:
    """How well a heading goes with what stands in a column."""
    texts = [squeezed(text) for text in column if squeezed(text) not in BLANKS]
    figures = [text for text in texts if FIGURE.fullmatch(text)]
    if not texts:
        return 0
    percents = bool(figures) and all(text.endswith(("%", "％")) for text in figures)
    expected = meaning_of(heading, [])
    if 2 * len(figures) < len(texts):
        return 2 if expected in (Meaning.TEXT, Meaning.NAME) or names_rows(heading) else -2
    if expected in (Meaning.TEXT, Meaning.NAME):
        return -1
    return 2 if percents == (expected in (Meaning.SHARE, Meaning.RATE, Meaning.CHANGE)) else -1
