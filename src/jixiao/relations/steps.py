"""Rules with steps: they map an interval to several results, and all of them are reported.

A printed 94.00 % may be 93.997 % or 94.003 %. Where a rule jumps in between, the printed rate does not settle
the score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from jixiao.quantities import Interval, exact_text

Outcome = Fraction | str
"""A result of a rule: points, or the name of a grade."""


def outcome_text(outcome: Outcome) -> str:
    """A result as an explanation names it."""
    return outcome if isinstance(outcome, str) else exact_text(outcome)


@dataclass(frozen=True, slots=True)
class Staircase:
    """Full points on one side of a target, and `loss` for every `step` of falling short of it (or exceeding it).

    A part of a step counts as a whole one (`part_counts`: 不足 1 个百分点按 1 个计) or not at all (每满 1 个百分点).
    Points never fall below 0. Target and step are in the unit of the value.

    >>> rule = Staircase(Fraction(10), Fraction("0.95"), Fraction("0.01"), Fraction(1), part_counts=True)
    >>> rule.outcomes(Interval(Fraction("0.93995"), Fraction("0.94005")))
    (Fraction(9, 1), Fraction(8, 1))
    """

    full: Fraction
    target: Fraction
    step: Fraction
    loss: Fraction
    part_counts: bool
    above: bool = False

    def __post_init__(self) -> None:
        if self.step <= 0 or self.loss <= 0:
            raise ValueError("a staircase goes down: step and loss are positive")

    def outcomes(self, interval: Interval) -> tuple[Outcome, ...]:
        """The points any value of `interval` may earn, highest first."""
        excess = interval - Interval.point(self.target)
        missing = (excess if self.above else -excess).scale(1 / self.step)
        lowest = ceil(self.full / self.loss)
        fewest, most = self._fewest(missing), self._most(missing, lowest)
        points = [max(self.full - count * self.loss, Fraction(0)) for count in range(min(fewest, lowest), most + 1)]
        return tuple(dict.fromkeys(points))

    def _fewest(self, missing: Interval) -> int:
        """Steps counted at the lower end; just above a whole number an open end already begins the next step."""
        if missing.low is None or missing.low < 0:
            return 0
        if self.part_counts:
            return ceil(missing.low) if missing.low_closed else floor(missing.low) + 1
        return floor(missing.low)

    def _most(self, missing: Interval, lowest: int) -> int:
        """Steps counted at the upper end; just below a whole number an open end has not filled the last step."""
        if missing.high is None:
            return lowest
        if self.part_counts or missing.high_closed:
            counted = ceil(missing.high) if self.part_counts else floor(missing.high)
        else:
            counted = ceil(missing.high) - 1
        return min(max(counted, 0), lowest)


@dataclass(frozen=True, slots=True)
class Band:
    """The values that have one result: a bracket of a rule, a grade of a scale."""

    values: Interval
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Bands:
    """Brackets that cover `whole` exactly once; a gap or an overlap raises `ValueError` that names it.

    >>> scale = Bands.falling(Fraction(100), [("优", Fraction(90)), ("良", Fraction(80)), ("差", Fraction(0))])
    >>> scale.outcomes(Interval(Fraction("89.995"), Fraction("90.005")))
    ('优', '良')
    """

    bands: tuple[Band, ...]
    whole: Interval

    def __post_init__(self) -> None:
        if faults := uncovered_or_doubled([band.values for band in self.bands], self.whole):
            raise ValueError("；".join(faults))

    @classmethod
    def falling(cls, highest: Fraction, lower_bounds: Sequence[tuple[Outcome, Fraction]]) -> "Bands":
        """Bands given from the top by their inclusive lower bounds; the topmost includes `highest`."""
        bands, upper, closed = [], highest, True
        for outcome, lower in lower_bounds:
            bands.append(Band(Interval(lower, upper, high_closed=closed), outcome))
            upper, closed = lower, False
        return cls(tuple(bands), Interval(upper, highest))

    def outcomes(self, interval: Interval) -> tuple[Outcome, ...]:
        """The results that values of `interval` may have, in the order of the bands."""
        met = [band.outcome for band in self.bands if not band.values.intersect(interval).is_empty]
        return tuple(dict.fromkeys(met))


def uncovered_or_doubled(parts: Sequence[Interval], whole: Interval) -> tuple[str, ...]:
    """Where `parts` leave a gap in `whole` or overlap, in Chinese; nothing if they cover it exactly once.

    >>> grades = [Interval(Fraction(90), Fraction(100)), Interval(Fraction(80), Fraction(89))]
    >>> uncovered_or_doubled(grades, Interval(Fraction(80), Fraction(100)))
    ('(89, 90) 没有对应的档次',)
    """
    gaps = [whole]
    for part in parts:
        gaps = [rest for gap in gaps for rest in _without(gap, part)]
    overlaps = [one.intersect(other).intersect(whole) for one, other in combinations(parts, 2)]
    return (
        *(f"{gap} 没有对应的档次" for gap in gaps),
        *(f"{overlap} 有两个档次" for overlap in overlaps if not overlap.is_empty),
    )


def _without(interval: Interval, part: Interval) -> list[Interval]:
    """What is left of `interval` when `part` is taken out: nothing, one piece or two."""
    if interval.intersect(part).is_empty:
        return [interval]
    rests = []
    if part.low is not None:
        rests.append(Interval(None, part.low, high_closed=not part.low_closed))
    if part.high is not None:
        rests.append(Interval(part.high, None, low_closed=not part.high_closed))
    pieces = (interval.intersect(rest) for rest in rests)
    return [piece for piece in pieces if not piece.is_empty]
