"""Results of a formula that is no sum: a computed value and its interval, against what is printed for it."""

from abc import abstractmethod
from dataclasses import dataclass
from fractions import Fraction

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Interval, Printed, fixed_text, round_half_up
from jixiao.relations.assessments import Assessment
from jixiao.relations.figures import Figure, decimals_note
from jixiao.relations.relation import Relation
from jixiao.relations.wording import gap_text, range_text, result_text


@dataclass(frozen=True, slots=True)
class Computation:
    """What a formula yields, in the unit of the stated figure: from the printed values, and from their intervals.

    `arithmetic` is the left side with the figures as printed, `extremes` the left sides of the smallest and the largest
    result where each comes from one end of every figure.
    """

    value: Fraction
    possible: Interval
    arithmetic: str
    extremes: tuple[str, str] | None = None


def prints_as(value: Fraction, printed: Printed) -> bool:
    """Whether `value` is printed as `printed` shows it, under its convention.

    >>> [prints_as(Fraction(value), Printed(Fraction(9), 2)) for value in ("8.995", "9.004", "9.005")]
    [True, True, False]
    """
    match printed.convention:
        case Convention.NEAREST:
            return Fraction(round_half_up(value, printed.decimals)) == printed.value
        case Convention.TRUNCATION:
            return int(value / printed.step) * printed.step == printed.value
        case _:
            return value == printed.value


def compared(computation: Computation, printed: Printed) -> Assessment:
    """The verdict on a result: exact if the computed value prints as shown, rounding if only its interval reaches it.

    A result is taken to be rounded even where its unit is usually exact (an average in yuan and fen): it was computed.
    """
    result = printed.rounded()
    stated = result.interval()
    if prints_as(computation.value, result):
        verdict = Verdict.EXACT
    else:
        possible = not computation.possible.intersect(stated).is_empty
        verdict = Verdict.ROUNDING if possible else Verdict.IMPOSSIBLE
    return Assessment(
        verdict,
        working=f"{computation.arithmetic} {result_text(computation.value, printed.decimals, printed.unit)}",
        computed=computation.value,
        possible=computation.possible,
        stated=stated,
        unexplained=computation.possible.distance(stated),
        extremes=computation.extremes,
    )


class Formula(Relation):
    """A relation whose stated figure is the result of a formula over the inputs."""

    __slots__ = ()

    @abstractmethod
    def _compute(self) -> Computation:
        """Evaluate the formula; errors as of `_judge`."""

    def _judge(self) -> Assessment:
        return compared(self._compute(), self.stated.known)

    def expected(self, assessment: Assessment) -> str | None:
        return rounded_result(assessment, self.stated)

    def explain(self, assessment: Assessment) -> str:
        return explain_result(assessment, self.stated, self.inputs)


def rounded_result(assessment: Assessment, result: Figure) -> str | None:
    """The computed value with the decimals of the printed one; `None` where nothing was computed."""
    if assessment.computed is None or result.printed is None:
        return None
    return f"{fixed_text(assessment.computed, result.printed.decimals)}{result.printed.unit or ''}"


def explain_result(assessment: Assessment, result: Figure, inputs: tuple[Figure, ...]) -> str:
    """The arithmetic, the range that rounding leaves, and how far the printed result lies outside of it."""
    if assessment.possible is None or assessment.stated is None:
        return f"未作判断：{assessment.because}。"
    printed = f"{assessment.working}，{result.given}“{result.name}”为 {result}"
    if assessment.verdict is Verdict.EXACT:
        return f"{printed}，{assessment.because or '两者相符'}。"
    unit, places = result.known.unit, _places_apart(assessment.possible, assessment.stated, result.known.decimals)
    reach = range_text(assessment.possible, places, unit)
    if assessment.extremes:
        smallest, largest = assessment.extremes
        reach += f"（最小 {smallest}，最大 {largest}）"
    shown = range_text(assessment.stated, places, unit)
    return (
        f"{printed}。考虑各数的取位，结果只能是 {reach}；{result.given} {result} 代表 {shown}。"
        f"{_outcome(assessment, result)}各数的取位：{decimals_note(inputs)}。"
    )


def _outcome(assessment: Assessment, result: Figure) -> str:
    if assessment.because:
        return f"{assessment.because}。"
    if assessment.verdict is not Verdict.IMPOSSIBLE:
        return "两者有共同的数，舍入可以解释。"
    if assessment.unexplained:
        return f"两者没有共同的数，至少相差 {gap_text(assessment.unexplained, result.known.unit)}。"
    return "两者只在取不到的端点相接，没有共同的数。"


def _places_apart(one: Interval, other: Interval, decimals: int) -> int:
    """As few places as show two ranges apart (or meeting) once their ends are moved outwards."""
    places = max(decimals, 0) + 2
    gap = one.distance(other)
    while gap and gap * 10**places < 2:
        places += 1
    return places
