"""What a rule gives for figures that are only known as far as they are printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.quantities import Interval, Printed
from jixiao.rules import Evidence, Rule, Scored

_NEAR = Fraction(1, 10**9)


@dataclass(frozen=True, slots=True)
class Points:
    """The least and the most points that a rule may give, and those for the figures just as printed."""

    least: Fraction
    most: Fraction
    printed: Fraction

    def allow(self, score: Printed) -> bool:
        """Whether the score may be one of them, rounded to its own decimals."""
        half = min(score.step, Fraction(1, 100)) / 2
        return self.least - half <= score.value <= self.most + half

    @property
    def is_one(self) -> bool:
        """Whether all of them print alike with two decimals."""
        return self.most - self.least <= Fraction(1, 100)


def points_of(rule: Rule, weight: Fraction, given: Mapping[str, object]) -> Points | None:
    """The points for exact evidence; None where the rule gives none."""
    outcome = rule.apply(weight, Evidence(given), traced=False)
    if not isinstance(outcome, Scored):
        return None
    return Points(outcome.points, outcome.points, outcome.points)


def points_over(rule: Rule, weight: Fraction, key: str, value: Fraction, interval: Interval) -> Points | None:
    """The points at both ends of what the printed value may stand for; None where the rule gives none for one of them.

    The rules of reports rise or fall over so short a stretch, so that all other points lie between.
    """
    found = []
    for each in (value, *_ends(interval)):
        outcome = rule.apply(weight, Evidence({key: each}), traced=False)
        if not isinstance(outcome, Scored):
            return None
        found.append(outcome.points)
    return Points(min(found), max(found), found[0])


def _ends(interval: Interval) -> Iterator[Fraction]:
    """The ends of the interval, or what lies just inside of them."""
    if interval.low is not None:
        yield interval.low if interval.low_closed else interval.low + _NEAR
    if interval.high is not None:
        yield interval.high if interval.high_closed else interval.high - _NEAR
