"""A row of the indicator block: which level its first cells name, and which of the others are target and score."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.forms.columns import Columns
from jixiao.forms.rows import BLANKS, Row, Slot
from jixiao.forms.values import stated_in
from jixiao.forms.vocabulary import (
    Column,
    indicator_column,
    is_number,
    is_placeholder,
    is_side,
    level1_in_own_words,
    level1_of,
    level2_of,
)

_POINTS = re.compile(r"\d{1,4}(?:\.\d+)?[分%]?")
_MOST_NAMES = 3  # cells of words that a row may begin with: two levels in words of their own, and the indicator
_FARTHEST = 4  # blank cells that may stand between an indicator and its target in a row that slipped
_EITHER_LEVEL = frozenset({"资金管理", "预算执行率", "过程管理", "投入管理", "项目管理"})
MINISTRY = Columns(
    tuple(
        (column, (at, at + 1))
        for at, column in enumerate((Column.TARGET, Column.ACTUAL, Column.POINTS, Column.SCORE, Column.REASON), 4)
    )
)
"""The columns behind the indicator as the ministry's form has them, for a form whose heading was lost."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The headings that begin a row, and the cells behind them."""

    level1: Slot | None
    level2: Slot | None
    rest: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A row taken apart: the indicator's name and the cells of its columns; `own_level2` is a heading in own words."""

    name: Slot
    cells: dict[Column | None, Slot]
    own_level2: Slot | None = None


def levels_of(
    row: Row, level2_at: int | None = None, level1_at: range | None = None, *, points_at_level2: bool = False
) -> Levels:
    """What the first cells of a row say about the level, known by their words and not by their column.

    Words that head either level (资金管理) head the second where they stand at `level2_at` or behind it. With
    `points_at_level2` headings of the second level bear points too, so that these do not tell the first. A cell that
    stands under its heading at `level1_at` heads the first level in words of its own.
    """
    slots = [slot for slot in row.filled if not is_side(slot.words)]
    level1 = level2 = None
    at = 0
    in_own_words = level1_at is not None and _is_level1_in_own_words(slots, level1_at)
    if slots and (
        in_own_words or (level1_of(slots[0].words) and not _is_level2_only(slots, level2_at, points_at_level2))
    ):
        level1, at = slots[0], 1
    if at < len(slots) and (level2_of(slots[at].words) or level1_of(slots[at].words)):
        level2, at = slots[at], at + 1
    rest = tuple(slots[at:])
    named_like_level = level2 is not None and not level2.carried and rest and is_number(rest[0].words)
    if level1 is not None and level2 is None and rest and level1.words in _EITHER_LEVEL and is_number(rest[0].words):
        return Levels(None, None, tuple(slots))
    if named_like_level and slots[at - 1].words in _EITHER_LEVEL:
        return Levels(level1, None, (slots[at - 1], *rest))
    if named_like_level:  # “服务对象满意度” may be the indicator itself where the level above it was lost
        rest = (slots[at - 1], *rest)
    return Levels(level1, level2, rest)


def _is_level1_in_own_words(slots: Sequence[Slot], level1_at: range) -> bool:
    """Whether the first cell fills the column of the first level and no other, with two names at least behind it."""
    if not slots:
        return False
    first, *behind = slots
    names = [slot for slot in behind[:2] if not is_number(slot.words)]
    fills = first.at == level1_at.start and first.end <= level1_at.stop
    is_word = not level2_of(first.words) and indicator_column(first.words) is None
    return fills and len(names) > 1 and is_word and level1_in_own_words(first.words) is not None


def _is_level2_only(slots: Sequence[Slot], level2_at: int | None, points_at_level2: bool) -> bool:
    """Whether the first cell is 成本指标 of the second level: it has no points and no second level beside it."""
    first = slots[0].words
    if first in _EITHER_LEVEL and level2_at is not None and slots[0].at >= level2_at:
        return True
    has_points = bool((level1_of(first) or ("", ""))[1])
    if level2_of(first) is None or (has_points and not points_at_level2):
        return False
    return len(slots) < 2 or not level2_of(slots[1].words)


def parts_of(
    rest: Sequence[Slot], row: Row, columns: Columns, name_at: int | None = None, *, trusted: bool = False
) -> Parts | None:
    """The indicator and its values, found by where the cells stand and by what they hold; None if nothing fits.

    The position under the headings is tried first, then the one right behind the name, then those farther off. Where
    the name stands elsewhere than its heading at `name_at`, the values behind it slipped as far. Where columns are
    `trusted`, no cell under them is a name behind words of its own.
    """
    for number, name in enumerate(rest[:_MOST_NAMES]):
        if trusted and number and name.at >= columns.start:
            return None
        if is_placeholder(name.words) or is_number(name.words) or (number and stated_in(name.words)):
            return None  # a value behind words that were not taken for the name is none either
        for known in (columns, columns.compact()):
            for shift in _shifts(known, name, name_at):
                cells = known.taken(row, shift, name)
                if cells and _has_value(cells, columns) and _is_consistent(cells, columns):
                    return Parts(name, cells, rest[number - 1] if number else None)
    return None


def _shifts(columns: Columns, name: Slot, name_at: int | None) -> Iterator[int]:
    slipped = [name.at - name_at] if name_at is not None and name.at < name_at else []
    near = [start - columns.start for start in range(name.end, name.end + _FARTHEST)]
    for shift in dict.fromkeys([*slipped, 0, *near]):
        if columns.start + shift >= name.end:
            yield shift


def _is_consistent(cells: dict[Column | None, Slot], columns: Columns) -> bool:
    """Whether points and score are numbers or blank, and reasons no bare numbers, but for 0 in a row without blanks."""
    for column in (Column.POINTS, Column.SCORE):
        slot = cells.get(column)
        if slot is not None and slot.words not in BLANKS and not _POINTS.fullmatch(slot.words):
            return False
    reason = cells.get(Column.REASON)
    is_nothing = reason is not None and reason.words == "0" and len(cells) == len(columns.known)
    return reason is None or is_nothing or not is_number(reason.words)


def _has_value(cells: dict[Column | None, Slot], columns: Columns) -> bool:
    """Whether a value is there at all; in a table of scores, which has no targets, points are one."""
    values = (Column.TARGET, Column.ACTUAL) if columns.has(Column.TARGET) else (Column.POINTS,)
    return any(column in cells for column in (*values, Column.SCORE))
