"""Assessments: what a relation was judged to be, with the numbers that decided it; and their count.

A relation between printed figures is possible if exact values exist that print as shown. Sums are graded more
finely, because at the edge of the possible every single rounding must have gone the same way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from jixiao.findings import Verdict
from jixiao.quantities import Interval, exact_text


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict and what it rests on. All numbers are in the unit of the stated figure.

    `working` is the arithmetic with the figures as printed, `computed` its result and `possible` what the result may
    be when every figure may have been rounded; `extremes` is the arithmetic of its smallest and its largest value,
    where that is simple. `stated` is what the printed result may stand for, `unexplained` what no rounding explains
    (0 when only an open end is touched). `residual`, `slack` and `variance` (r, h and σ²) are given for sums.
    `outcomes` lists the results that are possible, where they can be listed. `because` says in Chinese why nothing
    was decided, or what else led to the verdict.
    """

    verdict: Verdict
    working: str = ""
    computed: Fraction | None = None
    possible: Interval | None = None
    stated: Interval | None = None
    unexplained: Fraction = Fraction(0)
    residual: Fraction | None = None
    slack: Fraction | None = None
    variance: Fraction | None = None
    extremes: tuple[str, str] | None = None
    outcomes: tuple[str, ...] = ()
    because: str = ""

    def three_sigma_text(self, places: int) -> str:
        """3σ cut to `places` decimals, for display only: verdicts compare squares.

        >>> Assessment(Verdict.EXACT, variance=Fraction("0.0006") / 12).three_sigma_text(4)
        '0.0212'
        """
        if self.variance is None:
            return ""
        scaled = self.variance * 9 * Fraction(100) ** places
        return exact_text(Fraction(isqrt(scaled.numerator // scaled.denominator), 10**places))


def undecided(because: str, *outcomes: str) -> Assessment:
    """Nothing could be decided, and why; where several results are possible, which."""
    return Assessment(Verdict.UNDECIDED, because=because, outcomes=outcomes)


def rung(residual: Fraction, deviation: Fraction, variance: Fraction, is_possible: bool) -> Verdict:
    """The step of the ladder on which a sum stands.

    `residual` is the difference of what is printed; `deviation` the distance of the middles of both intervals, the
    same number for figures rounded to nearest. Deviation and 3σ are compared by their squares, without a root.

    >>> rung(Fraction("0.03"), Fraction("0.03"), Fraction("0.0006") / 12, True)
    <Verdict.STRAINED: 'strained'>
    """
    if not is_possible:
        return Verdict.IMPOSSIBLE
    if residual == 0:
        return Verdict.EXACT
    return Verdict.ROUNDING if deviation**2 <= 9 * variance else Verdict.STRAINED


@dataclass(frozen=True, slots=True)
class Summary:
    """How many relations ended on which verdict; `checked` leaves the undecided out.

    >>> Summary.of([Assessment(Verdict.EXACT), undecided("支出合计未填")])
    Summary(exact=1, rounding=0, strained=0, impossible=0, undecided=1)
    """

    exact: int = 0
    rounding: int = 0
    strained: int = 0
    impossible: int = 0
    undecided: int = 0

    @classmethod
    def of(cls, assessments: Iterable[Assessment]) -> "Summary":
        """Count `assessments` by verdict."""
        verdicts = [assessment.verdict for assessment in assessments]
        return cls(*(verdicts.count(verdict) for verdict in Verdict))

    @property
    def checked(self) -> int:
        """The relations of which something could be said."""
        return self.exact + self.rounding + self.strained + self.impossible

    def __add__(self, other: "Summary") -> "Summary":
        return Summary(
            self.exact + other.exact,
            self.rounding + other.rounding,
            self.strained + other.strained,
            self.impossible + other.impossible,
            self.undecided + other.undecided,
        )

    def as_json(self) -> dict[str, int]:
        """The counts as every command prints them."""
        return {
            "checked": self.checked,
            "exact": self.exact,
            "rounding": self.rounding,
            "strained": self.strained,
            "impossible": self.impossible,
            "undecided": self.undecided,
        }
