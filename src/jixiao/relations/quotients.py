"""Rates and quotients, shares of a whole, and change rates."""

from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import Check
from jixiao.quantities import DivisorMayBeZeroError, Interval, Unit, UnitError, exact_text
from jixiao.relations.checks import RATE_GROWTH, RATE_QUOTIENT, RATE_SHARE
from jixiao.relations.computed import Computation, Formula
from jixiao.relations.figures import RATIO, Figure, Reading, same_dimension
from jixiao.relations.relation import Undecidable


@dataclass(frozen=True, slots=True)
class Quotient(Formula):
    """`result` should be `numerator` ÷ `denominator`.

    A result in percent (or without a unit) is a ratio of two quantities of one dimension. A result in another unit is
    so much per unit of the denominator: 万元 ÷ 人 = 万元 per person. A denominator that may be zero decides nothing.

    >>> spent, budget = Figure.of("支出数", "1,100.11万元"), Figure.of("预算数", "1,234.56万元")
    >>> [Quotient(Figure.of("执行率", rate), spent, budget).assess().verdict.value for rate in ("89.11%", "89.10%")]
    ['exact', 'impossible']
    """

    result: Figure
    numerator: Figure
    denominator: Figure
    check: Check = RATE_QUOTIENT

    @classmethod
    def share(cls, share: Figure, part: Figure, whole: Figure, check: Check = RATE_SHARE) -> "Quotient":
        """The share that `part` has in `whole`."""
        return cls(share, part, whole, check)

    @property
    def stated(self) -> Figure:
        return self.result

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.numerator, self.denominator)

    @property
    def statement(self) -> str:
        return f"{self.result.name} = {self.numerator.name} ÷ {self.denominator.name}"

    def read(self, reading: Reading) -> "Quotient":
        return replace(
            self,
            result=self.result.read(reading),
            numerator=self.numerator.read(reading),
            denominator=self.denominator.read(reading),
        )

    def _compute(self) -> Computation:
        unit = self.result.known.unit
        above, below = self.numerator.known, self.denominator.known
        if unit is None or unit.dimension == RATIO:
            factor = ratio_factor(unit, self.numerator, self.denominator)
            common = below.unit
        else:
            same_dimension((self.result, self.numerator))
            factor, common = Fraction(1), unit
        quotient = divided(above.interval(common), self.denominator)
        return Computation(
            above.value_in(common) / below.value * factor,
            quotient.scale(factor),
            f"{self.numerator.shown(below.unit)} ÷ {self.denominator.shown(below.unit)}",
            extreme_quotients(above.interval(common), below.interval()),
        )


@dataclass(frozen=True, slots=True)
class Growth(Formula):
    """`rate` should be the change from `before` to `after`, as a part of `before`.

    It is computed as after ÷ before − 1, each figure once: with a figure written twice the interval would be wider
    than true. `falling` is for a decrease that is printed as a positive rate: 1 − after ÷ before.
    A base that is, or may be, zero or negative has no change rate: undecided.

    >>> before, after = Figure.of("上年数", "468.90万元"), Figure.of("本年数", "521.40万元")
    >>> Growth(Figure.of("增长率", "11.20%"), before, after).assess().verdict
    <Verdict.EXACT: 'exact'>
    """

    rate: Figure
    before: Figure
    after: Figure
    falling: bool = False
    check: Check = RATE_GROWTH

    @property
    def stated(self) -> Figure:
        return self.rate

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.after, self.before)

    @property
    def statement(self) -> str:
        return f"{self.rate.name} = {self._written(self.after.name, self.before.name)}"

    def read(self, reading: Reading) -> "Growth":
        return replace(
            self, rate=self.rate.read(reading), before=self.before.read(reading), after=self.after.read(reading)
        )

    def _compute(self) -> Computation:
        factor = ratio_factor(self.rate.known.unit, self.after, self.before)
        base, later = self.before.known, self.after.known
        below, above = base.interval(), later.interval(base.unit)
        if below.low is None or below.low <= 0:
            raise Undecidable(f"基期数“{self.before.name}”是（或可能是）零或负数，变动率没有意义")
        sign = -1 if self.falling else 1
        extremes = extreme_quotients(above, below)
        if extremes:
            smallest, largest = (self._written(*text.split(" ÷ ")) for text in extremes)
            extremes = (largest, smallest) if self.falling else (smallest, largest)
        return Computation(
            (later.value_in(base.unit) / base.value - 1) * sign * factor,
            (above / below - Interval.point(1)).scale(sign * factor),
            self._written(self.after.shown(base.unit), self.before.shown(base.unit)),
            extremes,
        )

    def _written(self, after: str, before: str) -> str:
        return f"1 − {after} ÷ {before}" if self.falling else f"{after} ÷ {before} − 1"


def divided(dividend: Interval, divisor: Figure) -> Interval:
    """The quotient of an interval by a figure; a figure that may be zero leaves the relation undecided."""
    try:
        return dividend / divisor.known.interval()
    except DivisorMayBeZeroError as error:
        raise Undecidable(f"除数“{divisor.name}”是 0 或可能是 0") from error


def ratio_factor(unit: Unit | None, *figures: Figure) -> Fraction:
    """How many of `unit` make one whole (100 for percent), after making sure that the figures have one dimension."""
    same_dimension(figures)
    if unit is not None and unit.dimension != RATIO:
        raise UnitError(f"单位“{unit}”", "比率的单位，如“%”")
    return Fraction(1) if unit is None else 1 / unit.factor


def extreme_quotients(above: Interval, below: Interval) -> tuple[str, str] | None:
    """The arithmetic of the smallest and the largest quotient of two positive intervals.

    >>> extreme_quotients(Interval(Fraction(1), Fraction(2)), Interval(Fraction(4), Fraction(5)))
    ('1 ÷ 5', '2 ÷ 4')
    """
    if above.low is None or above.high is None or below.low is None or below.high is None:
        return None
    if above.low < 0 or below.low <= 0:
        return None
    return (
        f"{exact_text(above.low)} ÷ {exact_text(below.high)}",
        f"{exact_text(above.high)} ÷ {exact_text(below.low)}",
    )
