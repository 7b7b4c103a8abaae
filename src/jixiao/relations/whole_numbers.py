"""Percentages of what is counted: a share of n people is k/n, and a growth to n has a base k, k a whole number."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from jixiao.findings import Check, Verdict
from jixiao.quantities import EVERYTHING, Interval, exact_text, fixed_text
from jixiao.relations.assessments import Assessment
from jixiao.relations.checks import WHOLE_GROWTH, WHOLE_NUMBER
from jixiao.relations.computed import prints_as
from jixiao.relations.figures import RATIO, Figure, Reading, decimals_note
from jixiao.relations.relation import Relation, Undecidable
from jixiao.relations.wording import range_text


@dataclass(frozen=True, slots=True)
class WholeNumberShare(Relation):
    """`share` should be k ÷ `group` for a whole number k; the possible k are the `outcomes`.

    A share in percent lies between 0 and 100 %. Without a percent sign it is a mean of whole answers, k being
    their sum, and has no upper bound. Without a known number of answers nothing is decided.

    >>> questionnaires = Figure.of("有效问卷", "125份")
    >>> WholeNumberShare(Figure.of("满意率", "92.80%"), questionnaires).assess().outcomes
    ('116',)
    >>> WholeNumberShare(Figure.of("满意率", "92.81%"), questionnaires).assess().verdict
    <Verdict.IMPOSSIBLE: 'impossible'>
    """

    share: Figure
    group: Figure
    check: Check = WHOLE_NUMBER

    @property
    def stated(self) -> Figure:
        return self.share

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.group,)

    @property
    def statement(self) -> str:
        return f"{self.share.name} = 整数 ÷ {self.group.name}"

    def read(self, reading: Reading) -> "WholeNumberShare":
        return replace(self, share=self.share.read(reading), group=self.group.read(reading))

    def expected(self, assessment: Assessment) -> str | None:
        """The two possible percentages next to the printed one."""
        return None if assessment.possible is None else " 或 ".join(text for _, text in self._neighbours())

    def explain(self, assessment: Assessment) -> str:
        if assessment.possible is None:
            return f"未作判断：{assessment.because}。"
        counts = range_text(assessment.possible, max(self.share.known.decimals, 0) + 2)
        start = f"“{self.share.name}”印出 {self.share}，“{self.group.name}”为 {self.group}，份数只能是 {counts}"
        if assessment.verdict is not Verdict.IMPOSSIBLE:
            return f"{start}，其中的整数：{'、'.join(assessment.outcomes)}。"
        nearest = "，".join(f"{count} ÷ {self._size} = {text}" for count, text in self._neighbours())
        return f"{start}，其中没有可取的整数。最接近的是 {nearest}。各数的取位：{decimals_note(self.figures)}。"

    def _judge(self) -> Assessment:
        printed = self.share.known.rounded()
        if self.group.known.interval() != Interval.point(self.group.known.value) or self._size < 1:
            raise Undecidable(f"“{self.group.name}”{self.group} 不是确切的正整数")
        stated = printed.interval()
        counts = stated.scale(self._per_one)
        limits = Interval(Fraction(0), Fraction(self._size)) if self._is_share else EVERYTHING
        whole = whole_numbers(counts.intersect(limits))
        exact = any(prints_as(count / self._per_one, printed) for count in whole)
        return Assessment(
            Verdict.EXACT if exact else Verdict.ROUNDING if whole else Verdict.IMPOSSIBLE,
            possible=counts,
            stated=stated,
            outcomes=tuple(str(count) for count in whole) if len(whole) <= 10 else (f"{whole[0]} 至 {whole[-1]}",),
        )

    @property
    def _size(self) -> int:
        return int(self.group.known.value)

    @property
    def _is_share(self) -> bool:
        unit = self.share.known.unit
        return unit is not None and unit.dimension == RATIO

    @property
    def _per_one(self) -> Fraction:
        """How many answers make one in the unit of the share: n/100 for percent."""
        return self._size * ratio_factor_of(self.share)

    def _neighbours(self) -> list[tuple[int, str]]:
        printed = self.share.known
        below = floor(printed.value * self._per_one)
        return [
            (c, f"{fixed_text(c / self._per_one, printed.decimals)}{printed.unit or ''}") for c in (below, below + 1)
        ]


@dataclass(frozen=True, slots=True)
class WholeNumberGrowth(Relation):
    """`rate` should be the growth to the count `after` from some whole number; the possible ones are the `outcomes`.

    `falling` is for a decrease that is printed as a positive rate.

    >>> shops = Figure.of("新增企业", "96家")
    >>> WholeNumberGrowth(Figure.of("增长率", "20.00%"), shops).assess().outcomes
    ('80',)
    >>> WholeNumberGrowth(Figure.of("增长率", "20.50%"), shops).assess().verdict
    <Verdict.IMPOSSIBLE: 'impossible'>
    """

    rate: Figure
    after: Figure
    falling: bool = False
    check: Check = WHOLE_GROWTH

    @property
    def stated(self) -> Figure:
        return self.rate

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.after,)

    @property
    def statement(self) -> str:
        return f"{self.rate.name} = {self._written(self.after.name, '整数')}"

    def read(self, reading: Reading) -> "WholeNumberGrowth":
        return replace(self, rate=self.rate.read(reading), after=self.after.read(reading))

    def expected(self, assessment: Assessment) -> str | None:
        """The two possible rates next to the printed one."""
        return None if assessment.possible is None else " 或 ".join(text for _, text in self._neighbours())

    def explain(self, assessment: Assessment) -> str:
        if assessment.possible is None:
            return f"未作判断：{assessment.because}。"
        bases = range_text(assessment.possible, 3)
        start = f"“{self.after.name}”为 {self.after}，“{self.rate.name}”印出 {self.rate}，基数只能是 {bases}"
        if assessment.verdict is not Verdict.IMPOSSIBLE:
            return f"{start}，其中的整数：{'、'.join(assessment.outcomes)}。"
        count = exact_text(self.after.known.value)
        nearest = "，".join(f"{self._written(count, str(base))} = {text}" for base, text in self._neighbours())
        return f"{start}，其中没有整数。最接近的是 {nearest}。各数的取位：{decimals_note(self.figures)}。"

    def _judge(self) -> Assessment:
        count, printed = self.after.known, self.rate.known.rounded()
        if count.interval() != Interval.point(count.value) or count.value.denominator != 1 or count.value < 1:
            raise Undecidable(f"“{self.after.name}”{self.after} 不是确切的正整数")
        stated = printed.interval()
        grown = Interval.point(1) + stated.scale(self._sign * self._factor)
        if grown.low is None or grown.low <= 0:
            raise Undecidable(f"“{self.rate.name}”{self.rate} 没有可能的基数")
        bases = Interval.point(count.value) / grown
        whole = whole_numbers(bases)
        exact = any(prints_as(self._rate_from(base), printed) for base in (*whole[:1], *whole[-1:]))
        return Assessment(
            Verdict.EXACT if exact else Verdict.ROUNDING if whole else Verdict.IMPOSSIBLE,
            possible=bases,
            stated=stated,
            outcomes=tuple(map(str, whole)) if len(whole) <= 10 else (f"{whole[0]} 至 {whole[-1]}",),
        )

    @property
    def _sign(self) -> int:
        return -1 if self.falling else 1

    @property
    def _factor(self) -> Fraction:
        return ratio_factor_of(self.rate)

    def _rate_from(self, base: int) -> Fraction:
        return (self.after.known.value / base - 1) * self._sign / self._factor

    def _neighbours(self) -> list[tuple[int, str]]:
        """The whole numbers around the base that the printed rate asks for, and the rates they give."""
        below = floor(self.after.known.value / (1 + self._sign * self.rate.known.value * self._factor))
        printed = self.rate.known
        return [
            (base, f"{fixed_text(self._rate_from(base), printed.decimals)}{printed.unit or ''}")
            for base in (below, below + 1)
            if base > 0
        ]

    def _written(self, after: str, before: str) -> str:
        return f"1 − {after} ÷ {before}" if self.falling else f"{after} ÷ {before} − 1"


def ratio_factor_of(rate: Figure) -> Fraction:
    """How much of a whole one unit of the rate is: 1/100 for percent, 1 for a plain number."""
    unit = rate.known.unit
    return unit.factor if unit is not None and unit.dimension == RATIO else Fraction(1)


def whole_numbers(bounded: Interval) -> range:
    """The whole numbers of a bounded interval.

    >>> list(whole_numbers(Interval(Fraction(2), Fraction(4), high_closed=False)))
    [2, 3]
    """
    if bounded.is_empty or bounded.low is None or bounded.high is None:
        return range(0)
    first, last = ceil(bounded.low), floor(bounded.high)
    return range(first if bounded.contains(first) else first + 1, last + 1 if bounded.contains(last) else last)
