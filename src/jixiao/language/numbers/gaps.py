"""What of a range others leave."""

from collections.abc import Sequence
from fractions import Fraction

from jixiao.rules.ranges import Range


def gaps(ranges: Sequence[Range], domain: Range) -> list[Range]:
    """What of the domain no range covers."""
    result = []
    low, included = domain.low, domain.low_included
    for taken in sorted(ranges, key=range_order):
        gap = Range(low, included, taken.low, not taken.low_included)
        if taken.low is not None and not gap.is_empty() and (low is None or taken.low >= low):
            result.append(gap.within(domain) if domain != Range() else gap)
        if taken.high is None:
            return [each for each in result if not each.is_empty()]
        if low is None or (taken.high, taken.high_included) > (low, not included):
            low, included = taken.high, not taken.high_included
    last = Range(low, included, domain.high, domain.high_included)
    return [each for each in (*result, last) if not each.is_empty()]


def range_order(when: Range) -> tuple[bool, Fraction, bool]:
    return (when.low is not None, when.low or Fraction(0), not when.low_included)
