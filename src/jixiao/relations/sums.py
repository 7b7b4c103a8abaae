"""Sums and differences: a total over weighted items, each printed with its own rounding.

With r the printed difference and u the last place of each figure, a sum of figures rounded to nearest is possible
exactly if |r| ≤ h, h = (Σ|w|·u + u of the total) / 2. Other conventions are decided by the intervals themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from operator import add

from jixiao.findings import Check, Verdict
from jixiao.quantities import Convention, Interval, Printed, exact_text, unit_named
from jixiao.relations.assessments import Assessment, rung
from jixiao.relations.checks import SUM_DIFFERENCE, SUM_PARTS, SUM_SHARES
from jixiao.relations.figures import Figure, Reading, same_dimension
from jixiao.relations.integers import IntegerSum
from jixiao.relations.relation import Relation
from jixiao.relations.sum_words import explain_sum
from jixiao.relations.wording import result_text, value_text


@dataclass(frozen=True, slots=True)
class Term:
    """An item of a sum and the weight with which it enters (1, -1, or any exact factor but 0)."""

    figure: Figure
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Sum(Relation):
    """`total` should be the sum of its weighted `terms`.

    Exact figures (weights, scores, counts) leave no room for rounding: with them every difference is impossible.
    A missing figure leaves the sum undecided. With `blanks_are_zero`, for tables that leave zeros out, missing items
    count as nothing as long as one item is there. A `prescribed` total is not printed but given (100 %, 100 points).
    `lead` says in words what the items come to (下级各行相加); with it the explanation begins with the two numbers.

    >>> rows = [Figure.of(name, f"{amount}万元") for name, amount in (("甲", "326.47"), ("乙", "294.86"))]
    >>> relation = Sum.of(Figure.of("合计", "621.34万元"), rows)
    >>> relation.statement, relation.assess().verdict, relation.assess().slack
    ('合计 = 甲 + 乙', <Verdict.ROUNDING: 'rounding'>, Fraction(3, 200))
    """

    total: Figure
    terms: tuple[Term, ...]
    check: Check = SUM_PARTS
    blanks_are_zero: bool = False
    prescribed: bool = False
    lead: str = ""

    def __post_init__(self) -> None:
        if not self.terms or not all(term.weight for term in self.terms):
            raise ValueError("a sum needs at least one item, and every item a weight")

    @classmethod
    def of(
        cls, total: Figure, items: Iterable[Figure], check: Check = SUM_PARTS, blanks_are_zero: bool = False
    ) -> "Sum":
        """The sum in which every item counts once."""
        return cls(total, tuple(Term(item) for item in items), check, blanks_are_zero)

    @classmethod
    def difference(cls, result: Figure, minuend: Figure, *subtrahends: Figure, check: Check = SUM_DIFFERENCE) -> "Sum":
        """`result` = `minuend` less all `subtrahends`."""
        return cls(result, (Term(minuend), *(Term(figure, Fraction(-1)) for figure in subtrahends)), check)

    @classmethod
    def of_shares(cls, shares: Iterable[Figure], check: Check = SUM_SHARES) -> "Sum":
        """The shares of a whole, printed in percent, which should make exactly 100 %."""
        whole = Printed(Fraction(100), 0, unit_named("%"), Convention.EXACT, text="100%")
        return replace(cls.of(Figure("占比之和", whole), shares, check), prescribed=True)

    @property
    def stated(self) -> Figure:
        return self.total

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return tuple(term.figure for term in self.terms)

    @property
    def statement(self) -> str:
        return f"{self.total.name} = {chain((term.weight, term.figure.name) for term in self.terms)}"

    def read(self, reading: Reading) -> "Sum":
        terms = tuple(replace(term, figure=term.figure.read(reading)) for term in self.terms)
        return replace(self, total=self.total.read(reading), terms=terms)

    def without_blanks(self) -> "Sum":
        """The sum over the items that are stated, where blanks mean zero; if none is stated, the sum itself."""
        stated = tuple(term for term in self.terms if not term.figure.is_missing)
        return replace(self, terms=stated) if self.blanks_are_zero and stated else self

    @property
    def residual(self) -> Fraction:
        """What the printed items come to less the printed total, in the unit of the total."""
        unit = self.total.known.unit
        return sum((term.weight * term.figure.known.value_in(unit) for term in self.terms), -self.total.known.value)

    @property
    def fits(self) -> bool:
        """Whether exact values exist that print as shown and add up."""
        form = self.in_integers()
        return form.is_possible if form else not self.computed.intersect(self.total.known.interval()).is_empty

    @property
    def computed(self) -> Interval:
        """What the exact items may come to, in the unit of the total."""
        return reduce(add, self._scaled)

    def in_integers(self) -> IntegerSum | None:
        """The sum in whole numbers of a common finest unit; `None` where a figure is neither rounded nor exact."""
        if any(figure.known.convention not in (Convention.NEAREST, Convention.EXACT) for figure in self.figures):
            return None
        unit, total = self.total.known.unit, self.total.known
        values = [term.weight * term.figure.known.value_in(unit) for term in self.terms]
        widths = [interval.width or Fraction(0) for interval in [*self._scaled, total.interval()]]
        return IntegerSum.of(zip([*values, -total.value], widths, strict=True))

    def printed(self, assessment: Assessment) -> str | None:
        if not self.prescribed or assessment.computed is None:
            return Relation.printed(self, assessment)
        return value_text(assessment.computed, self.without_blanks()._places, self.total.known.unit)

    def expected(self, assessment: Assessment) -> str | None:
        return Relation.printed(self, assessment) if self.prescribed else Relation.expected(self, assessment)

    def explain(self, assessment: Assessment) -> str:
        items = [(term.weight, term.figure) for term in self.without_blanks().terms]
        return explain_sum(assessment, self.total, items, prescribed=self.prescribed, lead=self.lead)

    def _obstacle(self) -> str:
        return Relation._obstacle(self.without_blanks())

    def _judge(self) -> Assessment:
        relation, total = self.without_blanks(), self.total.known
        same_dimension(relation.figures)
        parts, stated, residual = relation._scaled, total.interval(), relation.residual
        computed = reduce(add, parts)
        fits = not computed.intersect(stated).is_empty
        arithmetic = chain((term.weight, term.figure.shown(total.unit)) for term in relation.terms)
        assessment = Assessment(
            Verdict.EXACT if residual == 0 else Verdict.ROUNDING if fits else Verdict.IMPOSSIBLE,
            working=f"{arithmetic} {result_text(residual + total.value, relation._places, total.unit)}",
            computed=residual + total.value,
            possible=computed,
            stated=stated,
            unexplained=computed.distance(stated),
            residual=residual,
        )
        widths = [interval.width for interval in [*parts, stated]]
        bounded = [width for width in widths if width is not None]
        if len(bounded) < len(widths):
            return assessment  # a figure that only states a bound has no σ: the ladder has two rungs then
        variance = sum((width**2 for width in bounded), Fraction(0)) / 12
        deviation = _middle(computed) - _middle(stated)
        return replace(
            assessment,
            verdict=rung(residual, deviation, variance, fits),
            slack=sum(bounded, Fraction(0)) / 2,
            variance=variance,
        )

    @property
    def _places(self) -> int:
        """The decimals with which the sum is written: the most that a figure in the unit of the total has."""
        return max(figure.known.decimals for figure in self.figures if figure.known.unit == self.total.known.unit)

    @property
    def _scaled(self) -> list[Interval]:
        unit = self.total.known.unit
        return [term.figure.known.interval(unit).scale(term.weight) for term in self.terms]


def _middle(bounded: Interval) -> Fraction:
    return ((bounded.low or Fraction(0)) + (bounded.high or Fraction(0))) / 2


def chain(parts: Iterable[tuple[Fraction, str]]) -> str:
    """Weighted terms as one piece of arithmetic.

    >>> chain([(Fraction(1), "甲"), (Fraction(-1), "乙"), (Fraction(-2), "丙")])
    '甲 − 乙 − 2 × 丙'
    """
    text = ""
    for weight, part in parts:
        factor = part if abs(weight) == 1 else f"{exact_text(abs(weight))} × {part}"
        if text:
            text += f" {'−' if weight < 0 else '+'} {factor}"
        else:
            text = f"−{factor}" if weight < 0 else factor
    return text
