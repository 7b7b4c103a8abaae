"""Headings of levels that a page break cut in two: 产出 at the foot of a page, 指标（50分） at the head of the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from jixiao.forms.rows import Row, Slot
from jixiao.forms.vocabulary import level1_of, level2_of


@dataclass(frozen=True, slots=True)
class Upper:
    """What stood at a place before: its words, and how many indicators had been read by then."""

    words: str
    lines: int


class CutHeadings:
    """Remembers what headed the levels, place by place, and puts the halves of a heading together."""

    def __init__(self) -> None:
        self._upper: dict[int, Upper] = {}

    def mended(self, row: Row, end: int, lines: int, told: Callable[[Upper, Slot], None]) -> Row:
        """The row with every heading before `end` whole; `told` is called once for each that was cut."""
        slots: list[Slot] = []
        for slot in row.filled:
            upper = self._upper.get(slot.at)
            if slot.at >= end or _is_level(slot.words):
                whole = None
            else:
                whole = upper.words + slot.words if upper and _is_level(upper.words + slot.words) else None
            if whole is not None and upper is not None:
                slot = replace(slot, cell=replace(slot.cell, text=whole))
                if not slot.carried:
                    told(upper, slot)
            elif slot.at < end and not slot.carried:
                self._upper[slot.at] = Upper(slot.words, lines)
            slots.append(slot)
        return replace(row, filled=tuple(slots))


def _is_level(words: str) -> bool:
    return level1_of(words) is not None or level2_of(words) is not None
