"""Ranges of a number, as rules and tables state them: “≥85%，<90%”."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from jixiao.quantities import NumberError, exact_text, parse_rate
from jixiao.rules.portion import rate_text

_BOUND = re.compile(r"\s*(≥|≤|>=|<=|>|<|=|≠|＞|＜|＝)\s*(\S+?)\s*")
_SAME = {">=": "≥", "<=": "≤", "＞": ">", "＜": "<", "＝": "="}


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers between two ends; an end that is None is open to infinity.

    >>> Range.parse("≥85%, <90%").contains(Fraction(90, 100))
    False
    """

    low: Fraction | None = None
    low_included: bool = False
    high: Fraction | None = None
    high_included: bool = False

    @classmethod
    def parse(cls, text: str, figure: Callable[[str], Fraction] = parse_rate) -> "Range":
        """Read one or two comparisons joined by a comma, or `any`; otherwise a NumberError.

        `figure` reads a bound; without one the bounds are rates, so that a bare `≥85` is refused.
        """
        text = text.strip()
        if text in ("any", "任意"):
            return cls()
        low: tuple[Fraction | None, bool] = (None, False)
        high: tuple[Fraction | None, bool] = (None, False)
        for part in re.split("[,，]", text):
            match = _BOUND.fullmatch(part)
            if match is None:
                raise NumberError(f"“{text}”", "“≥90%”“≥85%, <90%”“=0”或 any 这样的范围")
            sign = _SAME.get(match[1], match[1])
            if sign == "≠":
                raise NumberError(f"“{text}”", "两段范围：“≠”请分写成“<”和“>”两档")
            value = figure(match[2])
            if sign in "≥>=":
                low = _single(low, (value, sign != ">"), text)
            if sign in "≤<=":
                high = _single(high, (value, sign != "<"), text)
        return cls(*low, *high)

    def contains(self, value: Fraction) -> bool:
        """Whether `value` lies in the range."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_included)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and not self.high_included)))

    def is_empty(self) -> bool:
        """Whether no number lies in the range."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_included and self.high_included))

    def _is_single(self) -> bool:
        return self.low is not None and self.low == self.high and self.low_included and self.high_included

    def overlaps(self, other: "Range") -> bool:
        """Whether some number lies in both ranges."""
        (low, high), (other_low, other_high) = _cuts(self, False), _cuts(other, False)
        return max(low, other_low) < min(high, other_high)

    def within(self, domain: "Range") -> "Range":
        """What of the range lies in `domain`.

        >>> Range.parse("any").within(Range.parse("≥0%, ≤100%")).text(percent=True)
        '≥0%, ≤100%'
        """
        low, high = _within(self, domain, whole_numbers=False)
        return _between(low, high, whole_numbers=False)

    def text(self, percent: bool) -> str:
        """The range as it is written: “≥85%, <90%”, “=3”, “any”."""
        if self.low is None and self.high is None:
            return "any"
        if self._is_single() and self.low is not None:
            return "=" + number_text(self.low, percent)
        ends = []
        if self.low is not None:
            ends.append(("≥" if self.low_included else ">") + number_text(self.low, percent))
        if self.high is not None:
            ends.append(("≤" if self.high_included else "<") + number_text(self.high, percent))
        return ", ".join(ends)

    def worded(self, percent: bool, more: str = "高于", less: str = "低于") -> str:
        """The range in words, `more` and `less` being the words of what is measured; "" where there is no end.

        >>> Range.parse("≥85%, <90%").worded(percent=True)
        '不低于85%且低于90%'
        """
        if self._is_single() and self.low is not None:
            return f"等于{number_text(self.low, percent)}"
        ends = []
        if self.low is not None:
            ends.append(f"{f'不{less}' if self.low_included else more}{number_text(self.low, percent)}")
        if self.high is not None:
            ends.append(f"{f'不{more}' if self.high_included else less}{number_text(self.high, percent)}")
        return "且".join(ends)


# A cut is a place between numbers: just before a value (0) or just after it (1); infinities sort outside.
_Cut = tuple[int, Fraction, int]
_FIRST: _Cut = (-1, Fraction(0), 0)
_LAST: _Cut = (1, Fraction(0), 0)


def gaps_and_overlaps(ranges: Sequence[Range], domain: Range, whole_numbers: bool, percent: bool) -> list[str]:
    """What of `domain` no range covers and what more than one covers, each as a Chinese phrase.

    >>> tiers = [Range.parse("≥90%"), Range.parse("<80%")]
    >>> gaps_and_overlaps(tiers, Range.parse("≥0%"), whole_numbers=False, percent=True)
    ['“≥80%, <90%”没有规定']
    """
    complaints = []
    reached, end = _cuts(domain, whole_numbers)
    for low, high in sorted(_within(piece, domain, whole_numbers) for piece in ranges):
        if low >= high:
            continue
        if low > reached:
            complaints.append(f"“{_between(reached, low, whole_numbers).text(percent)}”没有规定")
        elif low < reached:
            twice = _between(low, min(high, reached), whole_numbers)
            complaints.append(f"“{twice.text(percent)}”有两种规定")
        reached = max(reached, high)
    if reached < end:
        complaints.append(f"“{_between(reached, end, whole_numbers).text(percent)}”没有规定")
    return complaints


def unreachable(piece: Range, domain: Range, whole_numbers: bool) -> bool:
    """Whether no number of `domain` can fall into `piece`."""
    low, high = _within(piece, domain, whole_numbers)
    return low >= high


def number_text(value: Fraction, percent: bool) -> str:
    """A bound as it is written: as a rate where `percent`."""
    return rate_text(value) if percent else exact_text(value)


def _within(piece: Range, domain: Range, whole_numbers: bool) -> tuple[_Cut, _Cut]:
    """The cuts of what `piece` and `domain` have in common; the first is not before the second where it is nothing."""
    (low, high), (first, last) = _cuts(piece, whole_numbers), _cuts(domain, whole_numbers)
    return max(low, first), min(high, last)


def _cuts(piece: Range, whole_numbers: bool) -> tuple[_Cut, _Cut]:
    low: _Cut = _FIRST if piece.low is None else (0, piece.low, 0 if piece.low_included else 1)
    high: _Cut = _LAST if piece.high is None else (0, piece.high, 1 if piece.high_included else 0)
    return (_before_whole(low), _before_whole(high)) if whole_numbers else (low, high)


def _before_whole(cut: _Cut) -> _Cut:
    """The same cut among whole numbers, written as just before the next whole number."""
    infinite, value, side = cut
    if infinite:
        return cut
    return (0, Fraction(floor(value) + 1 if side or value != floor(value) else floor(value)), 0)


def _between(low: _Cut, high: _Cut, whole_numbers: bool) -> Range:
    if whole_numbers and not high[0]:
        high = (0, high[1] - 1, 1)
    return Range(
        None if low[0] else low[1],
        not low[0] and low[2] == 0,
        None if high[0] else high[1],
        not high[0] and high[2] == 1,
    )


def _single(end: tuple[Fraction | None, bool], new: tuple[Fraction, bool], text: str) -> tuple[Fraction, bool]:
    if end[0] is not None:
        raise NumberError(f"“{text}”", "每一端只写一个界限，如“≥85%, <90%”")
    return new
