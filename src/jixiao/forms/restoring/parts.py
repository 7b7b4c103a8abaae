"""The parts of one form whose cells are known in their order only: header, money, objective, indicators, totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jixiao.documents import Paragraph
from jixiao.findings import Place
from jixiao.forms.headings import Headings
from jixiao.forms.moneyblock import kind_of
from jixiao.forms.restoring.rowsof import Piece, pieces_of
from jixiao.forms.restoring.tokens import Cells, Heading, Token, headings_in, of_money
from jixiao.forms.rows import unit_in
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_number,
    is_side,
    level1_of,
    level2_of,
    plain,
)

_ACHIEVED = re.compile(".{0,10}(?:完成|实现)(?:情况|结果)(?:综述|说明)?|实际完成目标")
_NUMBERED = re.compile(r"(?:目标|任务)?[(（]?([1一])[)）]?[、.．:：]?(?!\d)")
_OTHER_TEXT = re.compile(r"\d[.、]项目.{2,16}")
_NO_NAME = re.compile("总额|[(]万?元|其中|基本支出|项目支出|目标")
_LONGEST_LABEL = 20
_MONEY_LOST = "资金栏的这一行少了格子（空白的格子在转成文字时丢失），对不上是哪一栏，没有读"
_ROW_LOST = "绩效指标的这几格对不上表头的各栏（转成文字时丢了空白的格子，或一格断成了几格），没有读"
_OBJECTIVE_LOST = "预期目标和实际完成情况的几段文字连在一起，分不开，没有读"


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row: its cells with the columns they stand in."""

    cells: tuple[tuple[int, str, Place], ...]


@dataclass(frozen=True, slots=True)
class TornOf:
    """Cells that belong to no row, and why."""

    text: str
    place: Place
    why: str


Part: TypeAlias = Paragraph | RowOf | TornOf


def parts_of(cells: Cells, start: int, heading: Heading, limit: int, headings: Headings) -> tuple[list[Part], int]:
    """The parts of the form that begins with token `start`, and behind which token it ends."""
    above = _Above(cells, start, heading.start, headings)
    parts = list(above.parts())
    rows = _Indicators(cells, heading)
    parts.append(rows.heading_row(side=above.side))
    pieces, end = pieces_of(cells, heading.end, limit, rows.behind, numbered=rows.is_numbered)
    parts += rows.parts(pieces)
    return parts, end


def _row(*placed: tuple[int, Token]) -> RowOf:
    return RowOf(tuple((column, token.text, token.place) for column, token in placed if token.text))


class _Above:
    """What stands above the heading of the indicators."""

    def __init__(self, cells: Cells, start: int, end: int, headings: Headings) -> None:
        self._tokens = cells.tokens
        self._cells = cells
        self._at = start
        self._end = end
        self._meaning = headings.money
        self.side: Token | None = None
        if end > start and is_side(self._tokens[end - 1].text):
            self.side = self._tokens[end - 1]
            self._end -= 1
        self._money = self._money_headings(start)

    def parts(self) -> Iterator[Part]:
        """The parts in their order."""
        titled = False
        while self._at < self._end:
            token = self._tokens[self._at]
            if self._at in self._money:
                yield from self._money_part(self._money[self._at])
            elif self._is_objective(self._at):
                yield from self._objective_part()
            elif header_field(token.text):
                titled = True
                yield from self._field()
            else:
                if token.text:
                    yield _row((0, token)) if titled else Paragraph(token.text, token.place)
                self._at += 1

    def _money_headings(self, start: int) -> dict[int, Heading]:
        """The headings of money blocks by where they begin, with the words on their left."""
        tokens = self._tokens[start : self._end]
        found: dict[int, Heading] = {}
        for heading in headings_in(tokens, self._meaning, of_money):
            begin, columns = start + heading.start, heading.columns
            if unit_in(self._tokens[begin].text) and columns[0] in columns[1:]:
                begin, columns = begin + 1, columns[1:]
            first = begin
            while first > start and self._is_left_of_money(self._tokens[first - 1]):
                first -= 1
            while first < begin and not self._tokens[first].text:
                first += 1
            found[first] = Heading(begin, start + heading.end, columns)
        return found

    @staticmethod
    def _is_left_of_money(token: Token) -> bool:
        words = token.words
        return not words or (
            len(words) <= _LONGEST_LABEL and (is_side(words) or "元" in words or words.startswith("预算执行情况"))
        )

    def _money_part(self, heading: Heading) -> Iterator[Part]:
        """The heading of the money block and its rows."""
        left = [(number, token) for number, token in enumerate(self._tokens[self._at : heading.start])]
        first = max(len(left), 1) + 1
        width = heading.end - heading.start
        named = enumerate(self._tokens[heading.start : heading.end], first)
        yield _row(*left, *named)
        self._at = heading.end
        while self._at < self._end and not self._begins_other(self._at):
            label = self._tokens[self._at]
            self._at += 1
            values = self._values(width, any_text=self._cells.closed and kind_of(label.text) is not None)
            if not kind_of(label.text):
                if label.text:
                    yield _row((first - 1, label), *enumerate(values, first))
            elif (placed := self._placed(values, heading.columns)) is None:
                text = " ".join(token.text for token in (label, *values))
                yield TornOf(text, label.place, _MONEY_LOST)
            else:
                yield _row((first - 1, label), *((first + column, token) for column, token in placed))

    def _values(self, width: int, *, any_text: bool) -> list[Token]:
        """The cells behind a label, at most so many; numbers and blanks only, unless `any_text` may stand there."""
        found: list[Token] = []
        while self._at < self._end and len(found) < width:
            token = self._tokens[self._at]
            if kind_of(token.text) is not None or self._begins_other(self._at):
                break
            if not (any_text or token.is_blank or is_number(token.text)):
                break
            found.append(token)
            self._at += 1
        return found

    def _placed(self, values: Sequence[Token], columns: Sequence[Column | None]) -> list[tuple[int, Token]] | None:
        """The values with their columns; None where blanks that were lost leave it open."""
        if self._cells.closed or not values or len(values) == len(columns):
            return list(enumerate(values))
        amounts = [at for at, column in enumerate(columns) if column in _AMOUNTS]
        together = amounts == list(range(len(amounts)))
        rate = columns.index(Column.RATE) if Column.RATE in columns else None
        plain_numbers = [token for token in values if "%" not in token.words]
        if together and len(values) == len(amounts) == len(plain_numbers):
            return list(enumerate(values))
        if columns[-1] is Column.REASON and len(values) == len(columns) - 1 and is_number(values[-1].text):
            return list(enumerate(values))
        if together and rate == len(amounts) and len(values) == rate + 1 and "%" in values[-1].words:
            return list(enumerate(values))
        return None

    def _begins_other(self, at: int) -> bool:
        """Whether another part begins with a token."""
        token = self._tokens[at]
        return (
            at in self._money
            or self._is_objective(at)
            or header_field(token.text) is not None
            or (is_side(token.text) and not kind_of(token.text))
            or _OTHER_TEXT.fullmatch(token.words) is not None
        )

    def _is_objective(self, at: int) -> bool:
        """Whether the heading of the objective begins with a token: what was planned, and what came of it."""
        words = [token.words for token in self._tokens[at : min(at + 3, self._end)]]
        for number in range(1, len(words)):
            planned = "目标" in words[number - 1] and len(words[number - 1]) <= _LONGEST_LABEL
            if planned and _ACHIEVED.fullmatch(words[number]) and all("目标" in each for each in words[:number]):
                return True
        return False

    def _objective_part(self) -> Iterator[Part]:
        heading = [self._tokens[self._at]]
        self._at += 1
        while not _ACHIEVED.fullmatch(heading[-1].words) or len(heading) < 2:
            heading.append(self._tokens[self._at])
            self._at += 1
        texts: list[Token] = []
        while self._at < self._end and not self._begins_other(self._at):
            if self._cells.closed or not self._tokens[self._at].is_blank:
                texts.append(self._tokens[self._at])
            self._at += 1
        while texts and texts[-1].is_blank and len(texts) > len(heading):
            texts.pop()
        if len(texts) < len(heading) or (self._cells.closed and len(texts) == len(heading)):
            both: list[Token] | None = texts
        else:
            both = _in_two(texts)
        if both is not None:
            yield _row(*enumerate(heading))
            yield _row(*enumerate(both, max(len(heading) - len(both), 0)))
        elif texts:
            yield TornOf(" ".join(token.text for token in texts), texts[0].place, _OBJECTIVE_LOST)

    def _field(self) -> Iterator[Part]:
        """A label of the header and what stands behind it."""
        label = self._tokens[self._at]
        self._at += 1
        values: list[Token] = []
        most = _LONGEST_LABEL if self._cells.spaced else 1
        while self._at < self._end and len(values) < most and not self._begins_other(self._at):
            token = self._tokens[self._at]
            is_other = self._cells.spaced and bool(values) and _NO_NAME.search(token.words)
            if (header_field(label.text) or ("", ""))[1] or is_side(token.text) or is_other:
                break
            values.append(token)
            self._at += 1
        text = " ".join(token.text for token in values)
        yield RowOf(((0, label.text, label.place), (1, text, (values or [label])[0].place)))


_AMOUNTS = frozenset({Column.INITIAL, Column.ADJUSTED, Column.EXECUTED, Column.RECEIVED, Column.INTEGRATED, Column.NET})


def _in_two(texts: Sequence[Token]) -> list[Token] | None:
    """What was planned and what came of it; None where several paragraphs leave open which belong to which."""
    if len(texts) < 3:
        return list(texts)
    restarts = [at for at, token in enumerate(texts) if _NUMBERED.match(token.text)]
    if len(restarts) != 2 or restarts[0] != 0:
        return None
    return [_together(texts[: restarts[1]]), _together(texts[restarts[1] :])]


def _together(tokens: Sequence[Token]) -> Token:
    return Token("\n".join(token.text for token in tokens), tokens[0].place, tokens[0].paragraph)


class _Indicators:
    """The heading of the indicator block and its rows, in the columns that the heading names."""

    def __init__(self, cells: Cells, heading: Heading) -> None:
        self._tokens = cells.tokens
        self._heading = heading
        levels = [
            at for at, column in enumerate(heading.columns) if column in (Column.LEVEL1, Column.LEVEL2, Column.LEVEL3)
        ]
        self._name_at = levels[-1]
        before = self._tokens[heading.start - 1] if heading.start else None
        self.is_numbered = before is not None and plain(before.text) in ("序号", "编号")
        self.behind = heading.columns[self._name_at + 1 :]

    def heading_row(self, side: Token | None) -> RowOf:
        """The heading."""
        named = enumerate((self._tokens[at] for at in self._heading.at), 1)
        return _row(*([(0, side)] if side else []), *named)

    def parts(self, pieces: Sequence[Piece]) -> Iterator[Part]:
        """The rows, and what no row takes."""
        for piece in pieces:
            if piece.left:
                text = " ".join(token.text for token in piece.left if token.text)
                yield TornOf(text, piece.left[0].place, _ROW_LOST)
            elif piece.total and piece.name is not None:
                values = [token for token in piece.values if token is not None]
                yield _row((0, piece.name), *enumerate(values, 2))
            else:
                yield _row(*self._placed(piece))

    def _placed(self, piece: Piece) -> Iterator[tuple[int, Token]]:
        """The cells of a row, the levels under the headings of theirs."""
        stated = [token for token in piece.levels if not token.is_blank]
        for number, token in enumerate(stated, self._name_at - len(stated) + 1):
            is_first = level1_of(token.text) is not None and level2_of(token.text) is None
            yield (1 if is_first and self._name_at > 1 else max(number, 0)), token
        if piece.name is not None and not piece.name.is_blank:
            yield self._name_at + 1, piece.name
        for number, value in enumerate(piece.values, self._name_at + 2):
            if value is not None and not value.is_blank:
                yield number, value
