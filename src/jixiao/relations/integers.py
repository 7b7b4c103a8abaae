"""Sums in whole numbers: the fast and exact form of the test for figures rounded to nearest.

Everything is counted in one unit so fine that values, rounding widths and weights come out whole. Then a sum is
possible exactly if twice the difference is at most the widths together; no fraction is formed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm


def whole_sum_fits(doubled_difference: int, widths: Sequence[int]) -> bool:
    """The test itself: 2·(Σ items − total) against the rounding widths of items and total, in one fine unit.

    Five rows to 0.01 that differ from their total by 0.03 (3 units) are just possible, by 0.04 no more.

    >>> whole_sum_fits(2 * 3, [1] * 6), whole_sum_fits(2 * 4, [1] * 6)
    (True, False)
    """
    return abs(doubled_difference) <= sum(widths)


@dataclass(frozen=True, slots=True)
class IntegerSum:
    """Weighted values, the total among them with a negative sign, and their weighted rounding widths.

    `unit` is the size of one, in the unit of the figures; a width of 0 marks an exact figure.
    """

    values: tuple[int, ...]
    widths: tuple[int, ...]
    unit: Fraction

    @classmethod
    def of(cls, terms: Iterable[tuple[Fraction, Fraction]]) -> "IntegerSum":
        """The form of (weighted value, weighted width) pairs.

        >>> IntegerSum.of([(Fraction("12.5"), Fraction("0.1")), (Fraction("-12.53"), Fraction("0.01"))])
        IntegerSum(values=(1250, -1253), widths=(10, 1), unit=Fraction(1, 100))
        """
        pairs = list(terms)
        finest = lcm(*(number.denominator for pair in pairs for number in pair))
        values = tuple(int(value * finest) for value, _ in pairs)
        return cls(values, tuple(int(width * finest) for _, width in pairs), Fraction(1, finest))

    @property
    def is_possible(self) -> bool:
        """Whether exact values exist that round to the figures and add up."""
        return whole_sum_fits(2 * sum(self.values), self.widths)
