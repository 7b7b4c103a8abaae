"""Which cells of an indicator block make one row: the reading of all cells that leaves the fewest of them over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from jixiao.forms.restoring.tokens import Cells, Token
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_number,
    is_placeholder,
    is_remark,
    is_side,
    is_total,
    level1_of,
    level2_of,
)

_POINTS = re.compile(r"(?:100|\d{1,2})(?:\.\d+)?分?|[-—–/]+")
_NATURE = re.compile(
    r"[=＝═﹦≥≧≤≦><＞＜]+|等于|大于|小于|大于等于|小于等于|定性|定量|正向|反向|(?:定性|定量|正向|反向)指标"
)
_PIECE_OF_NUMBER = re.compile(r"[.\d]")
_WORDS = re.compile("[一-鿿A-Za-z]")
_MEASURE = re.compile(r"[^\d。，；]{1,8}")
_LEFT_OVER, _END = 3, 100
_REASON, _OWN_LEVEL, _ODD, _SHARED = 1, 1, 2, 2
_LEVELS = 3
_LONGEST_NAME = 120
_REASONS = 3
"""Cells that one reason may take where cells are paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Cells that belong together: `levels` and `name` with the `values` of the columns behind, or cells left over."""

    levels: tuple[Token, ...] = ()
    name: Token | None = None
    values: tuple[Token | None, ...] = ()
    left: tuple[Token, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    cost: int
    end: int
    piece: Piece | None


def pieces_of(
    cells: Cells, start: int, end: int, behind: Sequence[Column | None], *, numbered: bool
) -> tuple[list[Piece], int]:
    """The rows among the tokens from `start` to before `end`, up to the row of totals, and where they end.

    `behind` are the columns behind the indicator's name; with `numbered` each row begins with its number.
    """
    reader = _Reader(cells, start, end, tuple(behind), numbered)
    return list(reader.pieces()), reader.reached


@dataclass(slots=True)
class _Reader:
    cells: Cells
    start: int
    end: int
    behind: tuple[Column | None, ...]
    numbered: bool
    reached: int = 0

    def pieces(self) -> Iterator[Piece]:
        """The rows. One whose cells are not all its own, since others are left over beside it, is left over too."""
        left: list[Token] = []
        waiting: Piece | None = None
        for piece, token in self._path():
            if piece is None:
                if waiting is not None and not left and waiting.values and _PIECE_OF_NUMBER.match(token.text):
                    left, waiting = [*_tokens_of(waiting)], None
                left += [] if token.is_blank else [token]
                continue
            if left and piece.values and not piece.levels and not piece.total:
                left += _tokens_of(piece)
                continue
            if waiting is not None:
                yield waiting
            if left:
                yield Piece(left=tuple(left))
                left = []
            waiting = piece
        if waiting is not None:
            yield waiting
        rest = tuple(takewhile(_may_be_of_row, left))
        if sum(is_number(token.text) for token in rest) > 1 or (rest and self.cells.spaced):
            yield Piece(left=rest)
            self.reached = min(self.reached + len(rest), self.end)

    def _path(self) -> Iterator[tuple[Piece | None, Token]]:
        """The rows, each with its first cell, and the cells left over in their order, up to the row of totals."""
        best = self._best()
        at = self.reached = self.start
        while at < self.end:
            step = best[at - self.start]
            if step.piece is None:
                if step.end == at:
                    return
                yield None, self.cells.tokens[at]
            else:
                self.reached = step.end
                yield step.piece, self.cells.tokens[at]
                if step.piece.total:
                    return
            at = step.end

    def _best(self) -> list[_Step]:
        """For every token the cheapest reading of it and all that follow."""
        best: list[_Step] = [_Step(0, self.end, None)] * (self.end - self.start + 1)
        for at in range(self.end - 1, self.start - 1, -1):
            steps = [_Step(_END, at, None)]
            for step in self._steps(at):
                is_last = step.piece is not None and step.piece.total
                behind = 0 if is_last else best[step.end - self.start].cost
                steps.append(_Step(step.cost + behind, step.end, step.piece))
            best[at - self.start] = min(steps, key=lambda step: step.cost)
        return best

    def _steps(self, at: int) -> Iterator[_Step]:
        tokens = self.cells.tokens
        token = tokens[at]
        yield _Step(0 if token.is_blank else _LEFT_OVER, at + 1, None)
        if is_total(token.text):
            yield self._total(at)
            return
        if _is_level(token):
            yield _Step(1, at + 1, Piece(levels=(token,)))
        if is_placeholder(token.text):
            yield _Step(0, at + 1, Piece(name=token))
        if is_remark(token.text):
            yield _Step(0, min(at + 2, self.end), Piece(name=token))
        begin = at + 1 if self.numbered and token.words.isdigit() else at
        for count in range(_LEVELS + 1):
            cost = self._levels_cost(begin, count)
            if cost is None:
                break
            for step in self._rows(begin, begin + count):
                yield _Step(cost + step.cost, step.end, step.piece)

    def _levels_cost(self, at: int, count: int) -> int | None:
        """What it costs to read so many cells as levels; words of their own only where no cell is lost."""
        cost = 0
        for token in self.cells.tokens[at : min(at + count, self.end)]:
            if _is_level(token) or (token.is_blank and self.cells.closed):
                continue
            if not self.cells.closed or is_number(token.text) or is_total(token.text) or is_placeholder(token.text):
                return None
            cost += _OWN_LEVEL
        return cost

    def _rows(self, at: int, name_at: int) -> Iterator[_Step]:
        """The rows with their name at `name_at`."""
        if name_at >= self.end:
            return
        name = self.cells.tokens[name_at]
        levels = tuple(self.cells.tokens[at:name_at])
        if name.is_blank and not self.cells.closed:
            return
        if len(name.text) > _LONGEST_NAME or is_number(name.text) or is_total(name.text):
            return
        for values, end, cost in self._values(name_at + 1):
            odd = self._oddity(name, values)
            if odd is not None:
                yield _Step(cost + odd, end, Piece(levels, name, values))

    def _values(self, at: int) -> Iterator[tuple[tuple[Token | None, ...], int, int]]:
        """The values that may begin at a token, where they end, and what it costs to take them so."""
        count = len(self.behind)
        if self.cells.closed:
            if at + count <= self.end:
                yield tuple(self.cells.tokens[at : at + count]), at + count, 0
            yield from self._values_under_merges(at)
            return
        due = [number for number, column in enumerate(self.behind) if column is not Column.REASON]
        end = at + len(due)
        if end > self.end or (due and due[-1] != len(due) - 1):
            return
        values = tuple(self.cells.tokens[at:end])
        if len(due) == count:
            yield values, end, 0
            return
        padding = (None,) * (count - len(due))
        yield values + padding, end, 0
        for length in range(1, _REASONS + 1):
            reason = self.cells.tokens[end : end + length]
            if end + length > self.end or not all(map(_may_be_reason, reason)):
                return
            together = Token("\n".join(each.text for each in reason), reason[0].place, reason[0].paragraph)
            yield (*values, together, *padding[1:]), end + length, length * _REASON

    def _values_under_merges(self, at: int) -> Iterator[tuple[tuple[Token | None, ...], int, int]]:
        """The values of a row whose score or reason stands in a cell that it shares with the row above."""
        end = at + len(self.behind) - 1
        shared = Column.SCORE if Column.POINTS not in self.behind else Column.REASON
        own = self.cells.tokens[at:end]
        if shared in self.behind and end <= self.end and not any(token.is_blank for token in own):
            column = self.behind.index(shared)
            yield (*own[:column], None, *own[column:]), end, _SHARED

    def _oddity(self, name: Token, values: Sequence[Token | None]) -> int | None:
        """What is odd about a row; None where it can be none."""
        stated = [each for each in values if each is not None and not each.is_blank]
        if name.is_blank or is_placeholder(name.text):
            return None if stated else 0
        for column, value in zip(self.behind, values, strict=True):
            if value is not None and not value.is_blank and not _holds(column, value):
                return None
        lacks = any(value is None or (value.is_blank and not self.cells.closed) for value in values[:2])
        if lacks:
            return None
        if not stated:
            return _ODD
        if not _is_level(name):
            return 0
        measured = "满意" in name.text and bool(stated) and is_number(stated[0].text)
        return _ODD if self.cells.closed or measured else None

    def _total(self, at: int) -> _Step:
        """The row of totals: its label and what follows of numbers, grades and blanks."""
        end = at + 1
        while end < self.end and end <= at + len(self.behind) + _LEVELS:
            token = self.cells.tokens[end]
            if not (token.is_blank or is_number(token.text) or len(token.words) <= 2):
                break
            end += 1
        stated = tuple(each for each in self.cells.tokens[at + 1 : end] if not each.is_blank)
        return _Step(0, end, Piece(name=self.cells.tokens[at], values=stated, total=True))


def _may_be_reason(token: Token) -> bool:
    """Whether a cell may give a reason: words that head nothing, or 0."""
    says = _WORDS.search(token.text) is not None or token.words == "0"
    return says and not (_is_level(token) or is_remark(token.text) or header_field(token.text))


def _tokens_of(piece: Piece) -> Iterator[Token]:
    """The cells of a row."""
    yield from (token for token in (*piece.levels, piece.name, *piece.values) if token is not None)


def _may_be_of_row(token: Token) -> bool:
    return len(token.text) <= _LONGEST_NAME and not is_remark(token.text)


def _is_level(token: Token) -> bool:
    words = token.text
    is_level2 = level2_of(words) is not None or level2_of(f"{words}指标") is not None
    return level1_of(words) is not None or is_level2 or is_side(words)


def _holds(column: Column | None, value: Token) -> bool:
    """Whether a column may hold a value."""
    if column in (Column.POINTS, Column.SCORE, Column.REVIEW, Column.OF_HUNDRED):
        return _POINTS.fullmatch(value.words) is not None
    if column is Column.NATURE:
        return _NATURE.fullmatch(value.words) is not None
    if column is Column.MEASURE:
        return _MEASURE.fullmatch(value.words) is not None
    return not (_is_level(value) or is_total(value.text))
