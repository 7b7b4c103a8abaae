"""Products: unit price times quantity, base times rate, standard times head count."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import prod
from operator import mul

from jixiao.findings import Check
from jixiao.quantities import Interval
from jixiao.relations.checks import PRODUCT
from jixiao.relations.computed import Computation, Formula
from jixiao.relations.figures import MONEY, RATIO, Figure, Reading, as_ratio
from jixiao.relations.relation import Undecidable


@dataclass(frozen=True, slots=True)
class Product(Formula):
    """`result` should be the product of `factors`.

    One factor may have a unit that converts to the unit of the result (an amount); the others count, or are rates. Two
    amounts have no product in money: undecided.

    >>> people, each = Figure.of("人数", "11人"), Figure.of("标准", "500元")
    >>> Product(Figure.of("补助", "0.55万元"), (each, people)).assess().verdict
    <Verdict.EXACT: 'exact'>
    """

    result: Figure
    factors: tuple[Figure, ...]
    check: Check = PRODUCT

    def __post_init__(self) -> None:
        if len(self.factors) < 2:
            raise ValueError("a product needs at least two factors")

    @property
    def stated(self) -> Figure:
        return self.result

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return self.factors

    @property
    def statement(self) -> str:
        return f"{self.result.name} = {' × '.join(factor.name for factor in self.factors)}"

    def read(self, reading: Reading) -> "Product":
        factors = tuple(factor.read(reading) for factor in self.factors)
        return replace(self, result=self.result.read(reading), factors=factors)

    def _compute(self) -> Computation:
        unit = self.result.known.unit
        amounts = [factor.name for factor in self.factors if _dimension(factor) == MONEY]
        if len(amounts) > (_dimension(self.result) == MONEY):
            raise Undecidable(f"“{'”“'.join(amounts)}”相乘得不到以“{unit or '无单位'}”计的“{self.result.name}”")
        factors = [self._number(factor) for factor in self.factors]
        scale = 1 / unit.factor if unit and unit.dimension == RATIO else Fraction(1)
        return Computation(
            prod((value for value, _ in factors), start=scale),
            reduce(mul, (interval for _, interval in factors)).scale(scale),
            " × ".join(factor.shown(unit) for factor in self.factors),
        )

    def _number(self, factor: Figure) -> tuple[Fraction, Interval]:
        """A factor as it enters: an amount in the unit of the result, a rate as a plain number, a count as it is."""
        if _dimension(factor) == _dimension(self.result) != RATIO:
            return factor.known.value_in(self.result.known.unit), factor.known.interval(self.result.known.unit)
        return as_ratio(factor.known)


def _dimension(figure: Figure) -> str | None:
    return figure.known.unit.dimension if figure.known.unit else None
