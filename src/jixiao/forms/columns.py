"""Where the columns of a block stand, and which cells of a row belong to them when the row slipped sideways."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jixiao.forms.rows import Row, Slot
from jixiao.forms.vocabulary import Column

Range = tuple[int, int]
_SIGN = re.compile("[≥≤<>=≧≦﹦═]{1,2}|(?:大于|小于)(?:等于)?|等于")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns with the positions they cover, from the left; None holds a column that no vocabulary knows."""

    ranges: tuple[tuple[Column | None, Range], ...]

    @property
    def start(self) -> int:
        """Where the first column begins."""
        return self.ranges[0][1][0]

    @property
    def known(self) -> tuple[Column, ...]:
        """The columns that a vocabulary knows, from the left."""
        return tuple(column for column, _ in self.ranges if column is not None)

    def has(self, column: Column) -> bool:
        """Whether the block has that column."""
        return any(known is column for known, _ in self.ranges)

    def taken(self, row: Row, shift: int, after: Slot | None = None) -> dict[Column | None, Slot] | None:
        """The cells of `row` behind `after` by column, all moved `shift` to the right; None where one fits nowhere."""
        found: dict[Column | None, Slot] = {}
        for slot in row.filled:
            if after is not None and slot.at < after.end:
                continue
            under = self._under(slot.at - shift, slot.at - shift + 1)
            if under == [Column.TARGET] and Column.TARGET in found and _SIGN.fullmatch(found[Column.TARGET].words):
                found[Column.TARGET] = found[Column.TARGET].joined(slot)
                continue
            if not under or (under[0] in found and under[0] is not None):
                return None
            found[under[0]] = slot
        return found

    def at(self, start: int, end: int) -> Column | None:
        """The only column that a cell from `start` to before `end` lies under."""
        under = self._under(start, end)
        return under[0] if len(under) == 1 else None

    def _under(self, start: int, end: int) -> list[Column | None]:
        return [column for column, (first, last) in self.ranges if first < end and start < last]

    def compact(self) -> "Columns":
        """The same columns, each one position wide: how they stand where merges were lost."""
        return Columns(tuple((column, (at, at + 1)) for at, (column, _) in enumerate(self.ranges, self.start)))


def headed(row: Row, meaning: Callable[[str], Column | None]) -> Mapping[Column, Slot]:
    """The columns that the cells of a heading name, each the first time."""
    found: dict[Column, Slot] = {}
    for slot in row.filled:
        if not slot.carried and (column := meaning(slot.cell.text)) is not None:
            found.setdefault(column, slot)
    return found


def columns_behind(row: Row, first: int, meaning: Callable[[str], Column | None]) -> Columns:
    """The columns of a heading from position `first` on; of two of one meaning the first is it."""
    return Columns(tuple(_ranges(row, first, meaning)))


def _ranges(row: Row, first: int, meaning: Callable[[str], Column | None]) -> Iterator[tuple[Column | None, Range]]:
    seen: set[Column] = set()
    for slot in row.filled:
        if slot.at >= first:
            column = meaning(slot.cell.text)
            yield None if column in seen else column, (slot.at, slot.end)
            seen |= {column} if column else set()
