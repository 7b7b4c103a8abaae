"""One application of a rule: its weight, its evidence, and the steps written down on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.expressions import Written, larger, smaller
from jixiao.quantities import exact_text, fixed_text, percent_text
from jixiao.rules.evidence import Evidence
from jixiao.rules.portion import Number, exact


def as_rate(value: Fraction) -> str:
    """A rate to two decimals of a percent: 86.93%."""
    return percent_text(value)


def as_points(value: Fraction) -> str:
    """Points with at least two decimals, and at most six where they are longer.

    >>> as_points(Fraction(5, 2)), as_points(Fraction(3, 8)), as_points(Fraction(2, 3))
    ('2.50', '0.375', '0.666667')
    """
    return fixed_text(value, 2) if (value * 100).denominator == 1 else as_count(value)


def as_score(value: Fraction) -> str:
    """A score: two decimals, half-up."""
    return fixed_text(value, 2)


def as_count(value: Fraction) -> str:
    """A count or quantity exactly, or to six decimals where it is longer."""
    return exact_text(value) if (value * 10**6).denominator == 1 else fixed_text(value, 6)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation: words, and where something is computed the number and how it is shown.

    The texts are written when they are asked for; a score nobody reads the way to costs no writing.
    """

    text: str
    number: Number | None = None
    show: Callable[[Fraction], str] = as_points

    @property
    def expression(self) -> str | None:
        """Closed arithmetic over printed figures, which gives `value` when rounded to its decimals; None for a figure.

        >>> step = Step("扣分后", Written.of(5) - 2)
        >>> step.expression, step.value
        ('5 − 2', '3.00')
        """
        text = self.number.text if isinstance(self.number, Written) else ""
        return text if " " in text or "(" in text else None

    @property
    def value(self) -> str | None:
        """The number as it is shown."""
        return None if self.number is None else self.show(exact(self.number))


@dataclass(slots=True)
class Scoring:
    """What a part of a rule works with; parts of parts get a narrower copy by `within`.

    With `traced` off the numbers are plain fractions and no step is written; the points are the same.
    """

    weight: Number
    evidence: Evidence
    traced: bool = True
    steps: list[Step] = field(default_factory=list)

    def note(self, text: str, number: Number | None = None, show: Callable[[Fraction], str] = as_points) -> None:
        """Write down a step."""
        if self.traced:
            self.steps.append(Step(text, number, show))

    def within(self, weight: Number, evidence: Evidence) -> "Scoring":
        """The scoring of a part that has its own weight and evidence and writes into the same steps."""
        return Scoring(weight, evidence, self.traced, self.steps)

    def figure(self, value: Fraction | int, text: str | None = None) -> Number:
        """A figure to compute with, carrying its text when the scoring is traced."""
        return Written.of(Fraction(value), text) if self.traced else Fraction(value)

    def limited(self, points: Number) -> Number:
        """`points` kept between 0 and the weight (chapter 15.1: every rule is limited so, said or unsaid)."""
        if exact(points) < 0:
            points = larger(self.figure(0), points)
            self.note("扣完为止，不计负分", points)
        elif exact(points) > exact(self.weight):
            points = smaller(self.weight, points)
            self.note("得分以权重分为限", points)
        return points
