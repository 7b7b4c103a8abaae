"""Composite satisfaction: what the answers to a question come to under a scheme."""

from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import Check, Kind
from jixiao.quantities import Interval, exact_text
from jixiao.relations import Figure, Reading
from jixiao.relations.computed import Computation, Formula
from jixiao.relations.relation import Undecidable
from jixiao.surveys.schemes import Scheme

COMPOSITE = Check(
    "survey.composite",
    Kind.SATISFACTION,
    "综合满意度",
    "印出的满意度是否可能由各档份数（或占比）按写明的或常用的赋值办法算出。",
    "没有写明赋值办法、常用办法也都算不出的，只作提示；“不了解”不计入基数。",
    "Σ（各档份数×赋值）÷Σ份数",
)


@dataclass(frozen=True, slots=True)
class Composite(Formula):
    """`result` should be what `scheme` gives for the `counts` of the answers, the best answer first.

    >>> answers = tuple(Figure.of(f"第{n}档", f"{count}份") for n, count in enumerate((132, 1, 4, 0, 0), 1))
    >>> scheme = Scheme("100/75/50/25/0", tuple(map(Fraction, (100, 75, 50, 25, 0))))
    >>> Composite(Figure.of("满意度", "98.36%"), answers, scheme).assess().verdict
    <Verdict.EXACT: 'exact'>
    """

    result: Figure
    counts: tuple[Figure, ...]
    scheme: Scheme
    check: Check = COMPOSITE

    @property
    def stated(self) -> Figure:
        return self.result

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return self.counts

    @property
    def statement(self) -> str:
        return f"{self.result.name} = Σ（份数 × 赋值）÷ Σ份数，赋值 {self.scheme.name}"

    def read(self, reading: Reading) -> "Composite":
        return replace(self, result=self.result.read(reading), counts=tuple(each.read(reading) for each in self.counts))

    def _compute(self) -> Computation:
        values = [figure.known.value for figure in self.counts]
        if not sum(values):
            raise Undecidable("没有一份有效回答")
        value = self.scheme.of(values)
        weighed = " + ".join(
            f"{figure.known.value} × {exact_text(weight)}%"
            for figure, weight in zip(self.counts, self.scheme.weights, strict=True)
        )
        return Computation(value, self._possible(), f"({weighed}) ÷ {sum(values)}")

    def _possible(self) -> Interval:
        """Smallest with the worst answers at their most and the best at their least, largest the other way round.

        No count and no share is below zero, also where 0.0% is printed.
        """
        ranges = [figure.known.interval() for figure in self.counts]
        lows = [max(each.low or Fraction(0), Fraction(0)) for each in ranges]
        highs = [each.high or Fraction(0) for each in ranges]
        cuts = range(len(ranges) + 1)
        worst = min(self._mean([*lows[:cut], *highs[cut:]]) for cut in cuts)
        best = max(self._mean([*highs[:cut], *lows[cut:]]) for cut in cuts)
        return Interval(worst, best)

    def _mean(self, counts: list[Fraction]) -> Fraction:
        return self.scheme.of(counts) if sum(counts) else self.scheme.of([figure.known.value for figure in self.counts])
