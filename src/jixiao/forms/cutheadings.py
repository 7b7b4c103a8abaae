"""Headings of levels that a page break cut in two: 产出 at the foot of a page, 指标（50分） at the head of the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from jixiao.forms.rows import Row, Slot
from jixiao.forms.vocabulary import is_number, level1_of, level2_of


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
            whole = _whole(upper.words, slot.words) if upper is not None and slot.at < end else None
            if whole is not None and upper is not None:
                slot = replace(slot, cell=replace(slot.cell, text=whole))
                if not slot.carried:
                    told(upper, slot)
            elif slot.at < end and not slot.carried:
                self._upper[slot.at] = Upper(slot.words, lines)
            slots.append(slot)
        return replace(row, filled=tuple(slots))


def _whole(upper: str, lower: str) -> str | None:
    """Both halves as one heading; None where the lower one is a heading or a number itself, or a bracket stays open.

    >>> _whole("产出指标(8", "5分)"), _whole("产出指标(85", "100"), _whole("产出指标", "100")
    ('产出指标(85分)', None, None)
    """
    whole = upper + lower
    is_half = not _is_level(lower) and not is_number(lower) and whole.count("(") == whole.count(")")
    return whole if is_half and _is_level(whole) else None


def _is_level(words: str) -> bool:
    return level1_of(words) is not None or level2_of(words) is not None
