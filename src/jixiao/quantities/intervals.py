"""Intervals of exact numbers: everything a printed number may have been before it was rounded.

An end belongs to the interval (closed), does not (open), or is missing (`None`: the interval is unbounded there).
All arithmetic is exact, and it keeps track of which ends are reached: truncated numbers have an open end, and a
total that only touches an open end is impossible.
"""

from dataclasses import dataclass
from fractions import Fraction

from jixiao.quantities.numbers import exact_text


class DivisorMayBeZeroError(ArithmeticError):
    """The divisor of a quotient may be zero, so that nothing can be said about the quotient."""


_End = tuple[int, Fraction]
"""A place on the number line that sorts rightly: the sign of an infinity (0 for a number), then the number."""

_MINUS_INFINITY: _End = (-1, Fraction(0))
_PLUS_INFINITY: _End = (1, Fraction(0))


def _times(one: _End, other: _End) -> _End:
    """The product of two ends; zero times infinity is 0, the limit of the products beside it."""
    if not one[0] and not other[0]:
        return (0, one[1] * other[1])
    sign = _sign(one) * _sign(other)
    return (sign, Fraction(0))


def _sign(end: _End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an end is reached where its flag is true.

    An unbounded end is never closed. An interval may be empty (`is_empty`): that is how a contradiction shows.

    >>> rows = Interval(Fraction("621.305"), Fraction("621.355"))
    >>> total = Interval(Fraction("621.365"), Fraction("621.375"))
    >>> rows.intersect(total).is_empty, rows.distance(total)
    (True, Fraction(1, 100))
    >>> print(rows)
    [621.305, 621.355]
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low is None and self.low_closed:
            object.__setattr__(self, "low_closed", False)
        if self.high is None and self.high_closed:
            object.__setattr__(self, "high_closed", False)

    @classmethod
    def point(cls, value: Fraction | int) -> "Interval":
        """The interval that holds exactly one number."""
        return cls(Fraction(value), Fraction(value))

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    @property
    def width(self) -> Fraction | None:
        """How far its ends lie apart; `None` when it is unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low

    def contains(self, value: Fraction | int) -> bool:
        """Whether `value` lies in it."""
        return not self.intersect(Interval.point(value)).is_empty

    def intersect(self, other: "Interval") -> "Interval":
        """The numbers in both: the inner end on each side with its own flag, both flags where the ends are equal."""
        low, low_closed = max((self._low_end, not self.low_closed), (other._low_end, not other.low_closed))
        high, high_closed = min((self._high_end, self.high_closed), (other._high_end, other.high_closed))
        return _between((low, not low_closed), (high, high_closed))

    def scale(self, factor: Fraction | int) -> "Interval":
        """Every number times `factor`; a negative factor swaps the ends together with their flags.

        >>> print(Interval(Fraction(1), Fraction(2), high_closed=False).scale(-1))
        (-2, -1]
        """
        if factor > 0:
            low = None if self.low is None else self.low * factor
            high = None if self.high is None else self.high * factor
            return Interval(low, high, self.low_closed, self.high_closed)
        if factor < 0:
            return Interval(
                None if self.high is None else self.high * factor,
                None if self.low is None else self.low * factor,
                self.high_closed,
                self.low_closed,
            )
        return self * Interval.point(0)

    def __neg__(self) -> "Interval":
        return self.scale(-1)

    def __add__(self, other: "Interval") -> "Interval":
        if self.is_empty or other.is_empty:
            return EMPTY
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_closed and other.low_closed, self.high_closed and other.high_closed)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        """Products are extreme where ends meet. A product of 0 is reached as soon as its zero is, whatever it meets."""
        if self.is_empty or other.is_empty:
            return EMPTY
        corners = [
            (_times(one, two), (closed and also) or (closed and one == _ZERO) or (also and two == _ZERO))
            for one, closed in self._ends
            for two, also in other._ends
        ]
        lowest, highest = min(end for end, _ in corners), max(end for end, _ in corners)
        return _between(
            (lowest, any(reached for end, reached in corners if end == lowest)),
            (highest, any(reached for end, reached in corners if end == highest)),
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises `DivisorMayBeZeroError` where `other` contains 0."""
        if self.is_empty or other.is_empty:
            return EMPTY
        return self * other._reciprocal()

    def clamp(self, low: Fraction | int, high: Fraction | int) -> "Interval":
        """What the interval becomes when every number is moved to the nearest one from `low` to `high`.

        >>> print(Interval(Fraction(-1), Fraction(3)).clamp(0, 10))
        [0, 3]
        """
        if self.is_empty:
            return EMPTY
        floor, ceiling = (0, Fraction(low)), (0, Fraction(high))
        (lowest, low_closed), (highest, high_closed) = ((min(max(end, floor), ceiling), c) for end, c in self._ends)
        if lowest == highest:
            return Interval.point(lowest[1])
        return _between(
            (lowest, low_closed or lowest != self._low_end), (highest, high_closed or highest != self._high_end)
        )

    def distance(self, other: "Interval") -> Fraction:
        """How far the nearest ends of two intervals lie apart; 0 where they meet or touch."""
        gaps = [Fraction(0)]
        for one, two in ((self, other), (other, self)):
            if one.high is not None and two.low is not None:
                gaps.append(two.low - one.high)
        return max(gaps)

    def __str__(self) -> str:
        low = "-∞" if self.low is None else exact_text(self.low)
        high = "∞" if self.high is None else exact_text(self.high)
        return f"{'[' if self.low_closed else '('}{low}, {high}{']' if self.high_closed else ')'}"

    @property
    def _low_end(self) -> _End:
        return _MINUS_INFINITY if self.low is None else (0, self.low)

    @property
    def _high_end(self) -> _End:
        return _PLUS_INFINITY if self.high is None else (0, self.high)

    @property
    def _ends(self) -> tuple[tuple[_End, bool], tuple[_End, bool]]:
        return (self._low_end, self.low_closed), (self._high_end, self.high_closed)

    def _reciprocal(self) -> "Interval":
        if self.contains(0):
            raise DivisorMayBeZeroError(f"除数可能为 0：{self}")
        if self._high_end <= _ZERO:
            return -((-self)._reciprocal())
        low = Fraction(0) if self.high is None else 1 / self.high
        high = 1 / self.low if self.low else None
        return Interval(low, high, self.high_closed, self.low_closed)


def _between(low: tuple[_End, bool], high: tuple[_End, bool]) -> Interval:
    return Interval(
        None if low[0][0] else low[0][1],
        None if high[0][0] else high[0][1],
        low[1],
        high[1],
    )


_ZERO: _End = (0, Fraction(0))
EMPTY = Interval(Fraction(1), Fraction(0))
"""An interval without a number."""
EVERYTHING = Interval(None, None)
"""All numbers: nothing is known."""
