"""The same quantity printed several times: in the text, a table, an annex, a scoring sheet."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import combinations

from jixiao.findings import Check, Verdict
from jixiao.quantities import DecimalsSource, Interval
from jixiao.relations.assessments import Assessment
from jixiao.relations.checks import DUPLICATE
from jixiao.relations.computed import prints_as
from jixiao.relations.figures import Figure, Reading, decimals_note, same_dimension
from jixiao.relations.relation import Relation
from jixiao.relations.wording import range_text


@dataclass(frozen=True, slots=True)
class Duplicate(Relation):
    """All `copies` should print one quantity.

    Copies with the same decimals must be identical, however close they are. Copies with different decimals agree if
    their intervals have a number in common; `common` is then the best interval known for the quantity.

    >>> copies = tuple(Figure.of("收入", f"{text}万元") for text in ("1,386.5", "1,386.47", "1,386.52"))
    >>> Duplicate(copies[:2]).assess().verdict, Duplicate(copies).assess().verdict
    (<Verdict.EXACT: 'exact'>, <Verdict.IMPOSSIBLE: 'impossible'>)
    >>> print(Duplicate(copies[:2]).common)
    [1386.465, 1386.475]
    """

    copies: tuple[Figure, ...]
    check: Check = DUPLICATE

    def __post_init__(self) -> None:
        if len(self.copies) < 2:
            raise ValueError("a quantity is duplicated only if it is printed twice")

    @property
    def stated(self) -> Figure:
        return self.copies[-1]

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return self.copies[:-1]

    @property
    def statement(self) -> str:
        return " = ".join(f"{copy.name}（{copy.place}）" if str(copy.place) else copy.name for copy in self.copies)

    def read(self, reading: Reading) -> "Duplicate":
        return replace(self, copies=tuple(copy.read(reading) for copy in self.copies))

    @property
    def common(self) -> Interval:
        """The numbers that every copy may stand for, in the unit of the first; empty if they contradict."""
        unit = self.copies[0].known.unit
        return reduce(Interval.intersect, (copy.known.interval(unit) for copy in self.copies))

    @property
    def clash(self) -> tuple[Figure, Figure] | None:
        """The first two copies that contradict each other."""
        return next((pair for pair in combinations(self.copies, 2) if _contradict(*pair)), None)

    def expected(self, assessment: Assessment) -> str | None:
        """The copy that the last one, or the first to contradict it, should have agreed with."""
        return None if self.clash is None else str(self.clash[0])

    def explain(self, assessment: Assessment) -> str:
        if assessment.verdict is Verdict.UNDECIDED:
            return f"未作判断：{assessment.because}。"
        if self.clash is None:
            printed = "、".join(str(copy) for copy in self.copies)
            return f"同一数量先后{self.stated.verb}为 {printed}，按各自的取位可以同时为真。"
        one, other = self.clash
        if _alike(one, other):
            reason = "取位相同，本应完全相同"
        else:
            places = max(one.known.decimals, other.known.decimals, 0) + 1
            ranges = (range_text(copy.known.interval(), places, copy.known.unit) for copy in (one, other))
            reason = "前者代表 {}，后者代表 {}，没有共同的数".format(*ranges)
        start = f"同一数量{one.verb}为 {_placed(one)}，又{other.verb}为 {_placed(other)}"
        return f"{start}：{reason}。各数的取位：{decimals_note(self.figures)}。"

    def _judge(self) -> Assessment:
        same_dimension(self.copies)
        first = self.copies[0].known
        if self.clash is not None:
            one, other = (copy.known.interval(first.unit) for copy in self.clash)
            return Assessment(Verdict.IMPOSSIBLE, computed=first.value, unexplained=one.distance(other))
        finest = min(self.copies, key=_coarseness).known
        exact = all(prints_as(finest.value_in(copy.known.unit), copy.known) for copy in self.copies)
        return Assessment(Verdict.EXACT if exact else Verdict.ROUNDING, computed=first.value, possible=self.common)


def _coarseness(copy: Figure) -> tuple[bool, Fraction]:
    width = copy.known.interval().scale(_factor(copy)).width
    return width is None, width or Fraction(0)


def _factor(copy: Figure) -> Fraction:
    return copy.known.unit.factor if copy.known.unit else Fraction(1)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two copies were rounded in the same way to the same place, so that they cannot differ."""
    rounded = all(DecimalsSource.WORDING is not copy.known.source for copy in (one, other))
    same = one.known.convention is other.known.convention
    return rounded and same and one.known.step * _factor(one) == other.known.step * _factor(other)


def _contradict(one: Figure, other: Figure) -> bool:
    if _alike(one, other):
        return one.known.value * _factor(one) != other.known.value * _factor(other)
    return one.known.interval().scale(_factor(one)).intersect(other.known.interval().scale(_factor(other))).is_empty


def _placed(copy: Figure) -> str:
    return f"{copy}（{copy.place}）" if str(copy.place) else str(copy)
