"""Cells that stand in paragraphs: one to a paragraph, closed by a bar or not, or several parted by blanks alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from jixiao.documents import Paragraph
from jixiao.findings import Place
from jixiao.forms.headings import Headings
from jixiao.forms.rows import BLANKS
from jixiao.forms.vocabulary import (
    Column,
    indicator_column,
    is_number,
    is_side,
    level1_of,
    level2_of,
    money_column,
    plain,
)

BAR = "|"
_LONGEST_HEADING = 16
_UNKNOWN = 2
"""Columns that no vocabulary knows, which may stand in a heading."""
_GOES_ON = re.compile(r"\s*[(（]")
_OF_WHICH = re.compile(r"其中[:：]?")


@dataclass(frozen=True, slots=True)
class Token:
    """A cell: its text, its place, the number of the paragraph it begins in, and whether a bar closed it."""

    text: str
    place: Place
    paragraph: int
    closed: bool = False

    @property
    def words(self) -> str:
        """What it says, without blanks."""
        return plain(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it states nothing."""
        return self.words in BLANKS


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of several paragraphs. `closed`: blank cells were kept. `spaced`: a cell may be cut at its blanks."""

    tokens: Sequence[Token]
    closed: bool
    spaced: bool


def cells_of(paragraphs: Sequence[Paragraph]) -> Cells:
    """Each paragraph as a cell."""
    tokens = [
        Token(paragraph.text.rstrip(BAR).strip(), paragraph.place, number, paragraph.text.endswith(BAR))
        for number, paragraph in enumerate(paragraphs)
    ]
    return Cells(_joined(tokens), closed=False, spaced=False)


def with_bars(cells: Cells, start: int, end: int) -> Cells:
    """The cells, closed if most of them from `start` to before `end` are."""
    closed = sum(token.closed for token in cells.tokens[start:end])
    return replace(cells, closed=2 * closed > end - start)


def words_of(paragraphs: Sequence[Paragraph]) -> Cells:
    """Each piece between blanks as a cell."""
    tokens = [
        Token(text, paragraph.place, number)
        for number, paragraph in enumerate(paragraphs)
        for text in paragraph.text.split()
        if text != BAR
    ]
    return Cells(_joined(tokens), closed=False, spaced=True)


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those put together that were one cell: points in brackets behind a level, a bracket left open."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and _is_one(before, token):
            found[-1] = Token(before.text + token.text, before.place, before.paragraph)
        else:
            found.append(token)
    return found


def _is_one(before: Token, token: Token) -> bool:
    if before.closed or token.closed:
        return False
    if len(before.text) > _LONGEST_HEADING or len(token.text) > _LONGEST_HEADING:
        return False
    if _OF_WHICH.fullmatch(before.text):
        return not is_number(token.text)
    if _GOES_ON.match(token.text):
        return is_heading(before.text) or is_side(before.text)
    if token.words == "指标" and is_heading(before.text + token.text):
        return True
    if is_heading(before.text) or is_number(before.text):
        return False
    together = before.text + token.text
    return is_heading(together) or level2_of(f"{together}指标") is not None


def is_heading(text: str) -> bool:
    """Whether words head a level or a column, other than that of reasons, whose words may be those of a reason."""
    columns = {money_column(text), indicator_column(text)} - {None, Column.REASON}
    return bool(columns) or level1_of(text) is not None or level2_of(text) is not None


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a block: where it begins and ends among the tokens, and its columns from the left.

    `order` are the tokens of the columns where that is not their own order: those of a heading of two lines.
    """

    start: int
    end: int
    columns: tuple[Column | None, ...]
    order: tuple[int, ...] = ()

    @property
    def at(self) -> Sequence[int]:
        """The tokens of the columns."""
        return self.order or range(self.start, self.end)


def headings_in(
    tokens: Sequence[Token], meaning: Callable[[str], Column | None], fits: Callable[[set[Column]], bool]
) -> Iterator[Heading]:
    """The headings: runs of cells that name columns, as many as `fits` asks for; cells in between may be unknown."""
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, at, meaning)
        columns = tuple(meaning(token.text) for token in tokens[at:end])
        if len(columns) > 1 and fits({column for column in columns if column}):
            yield _in_one_line(Heading(at, end, columns))
        at = max(end, at + 1)


def _in_one_line(heading: Heading) -> Heading:
    """The heading with the second of its lines first: the levels, and the columns that 年度指标值 above them covers."""
    first = heading.columns.index(Column.LEVEL1) if Column.LEVEL1 in heading.columns else 0
    if not first or heading.columns[0] is not Column.TARGET or Column.TARGET not in heading.columns[first:]:
        return heading
    order = (*range(heading.start + first, heading.end), *range(heading.start + 1, heading.start + first))
    return Heading(heading.start, heading.end, (*heading.columns[first:], *heading.columns[1:first]), order)


def _run_end(tokens: Sequence[Token], at: int, meaning: Callable[[str], Column | None]) -> int:
    """Behind the last column of the run that begins with a token; the token itself where it names none."""
    end, unknown, seen = at, 0, set[Column]()
    for number in range(at, len(tokens)):
        text = tokens[number].text
        column = meaning(text) if len(text) <= 2 * _LONGEST_HEADING else None
        if column is not None:
            if column in (Column.LEVEL1, Column.INITIAL) and column in seen:
                break
            seen.add(column)
            end = number + 1
        elif number == at or unknown == _UNKNOWN or not _may_head(text):
            break
        else:
            unknown += 1
    return end


def _may_head(text: str) -> bool:
    words = plain(text)
    known = is_side(words) or level1_of(words) or level2_of(words)
    return bool(words) and len(words) <= _LONGEST_HEADING and not known and not any(each.isdigit() for each in words)


def of_indicators(headings: Headings) -> Callable[[set[Column]], bool]:
    """Whether columns are those of an indicator block."""

    def fits(columns: set[Column]) -> bool:
        scored = headings.score_tables and {Column.POINTS, Column.SCORE, Column.LEVEL3} <= columns
        beside = bool({Column.STANDARD, Column.EXPLANATION, Column.REVIEW} & columns)
        named = bool({Column.LEVEL2, Column.LEVEL3} & columns)
        return (named and {Column.TARGET, Column.ACTUAL} <= columns) or (scored and beside)

    return fits


def of_money(columns: set[Column]) -> bool:
    """Whether columns are those of a money block."""
    return Column.EXECUTED in columns and len(columns) > 1
