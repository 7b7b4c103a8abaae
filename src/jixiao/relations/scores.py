"""Scores from rates: weight times rate, from the printed rate or from the rate before it was rounded."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from jixiao.findings import Check, Verdict
from jixiao.quantities import Interval
from jixiao.relations.assessments import Assessment, undecided
from jixiao.relations.checks import SCORE_RATE, SCORE_STEPS
from jixiao.relations.computed import Computation, compared, explain_result, rounded_result
from jixiao.relations.figures import Figure, Reading, as_ratio, decimals_note
from jixiao.relations.quotients import divided, ratio_factor
from jixiao.relations.relation import Relation
from jixiao.relations.steps import Outcome, outcome_text
from jixiao.relations.wording import range_text

_LADDER = (Verdict.EXACT, Verdict.ROUNDING, Verdict.IMPOSSIBLE)
FROM_PRINTED_RATE = "按印出的比率计算"
FROM_UNROUNDED_RATE = "按未舍入的比率计算"


@dataclass(frozen=True, slots=True)
class RateScore(Relation):
    """`score` should be `weight` × `rate`, not below 0 and not above the weight.

    Reports compute it from the printed rate or from the rate before rounding. With `amounts` (numerator and
    denominator of the rate) both are tried, either is accepted, and `outcomes` names those that match.

    >>> rate = Figure.of("执行率", "89.11%")
    >>> amounts = Figure.of("支出", "1100.11万元"), Figure.of("预算", "1234.56万元")
    >>> relation = RateScore(Figure.of("得分", "8.91分"), Figure.of("分值", "10分"), rate, amounts)
    >>> relation.assess().verdict, relation.assess().outcomes
    (<Verdict.EXACT: 'exact'>, ('按印出的比率计算', '按未舍入的比率计算'))
    """

    score: Figure
    weight: Figure
    rate: Figure
    amounts: tuple[Figure, Figure] | None = None
    check: Check = SCORE_RATE

    @property
    def stated(self) -> Figure:
        return self.score

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.weight, self.rate, *(self.amounts or ()))

    @property
    def statement(self) -> str:
        return f"{self.score.name} = {self.weight.name} × {self.rate.name}"

    def read(self, reading: Reading) -> "RateScore":
        return replace(
            self,
            score=self.score.read(reading),
            weight=self.weight.read(reading),
            rate=self.rate.read(reading),
            amounts=self.amounts and (self.amounts[0].read(reading), self.amounts[1].read(reading)),
        )

    def expected(self, assessment: Assessment) -> str | None:
        return rounded_result(assessment, self.score)

    def explain(self, assessment: Assessment) -> str:
        return explain_result(assessment, self.score, self.inputs)

    def _judge(self) -> Assessment:
        paths = {FROM_PRINTED_RATE: self._from_printed_rate()}
        if self.amounts:
            paths[FROM_UNROUNDED_RATE] = self._from_amounts(*self.amounts)
        assessments = {name: compared(computation, self.score.known) for name, computation in paths.items()}
        matching = tuple(name for name, assessment in assessments.items() if assessment.verdict.is_possible)
        best = min(assessments.values(), key=lambda assessment: _LADDER.index(assessment.verdict))
        if not self.amounts:
            return best
        because = f"{'、'.join(matching)}相符" if matching else "按印出的和未舍入的比率计算都不相符"
        return replace(best, outcomes=matching, because=because)

    def _from_printed_rate(self) -> Computation:
        value, interval = as_ratio(self.rate.known)
        return self._points(value, interval, self.rate.shown(None))

    def _from_amounts(self, numerator: Figure, denominator: Figure) -> Computation:
        ratio_factor(None, numerator, denominator)
        unit = denominator.known.unit
        interval = divided(numerator.known.interval(unit), denominator)
        value = numerator.known.value_in(unit) / denominator.known.value
        return self._points(value, interval, f"{numerator.shown(unit)} ÷ {denominator.shown(unit)}")

    def _points(self, rate: Fraction, interval: Interval, rate_text: str) -> Computation:
        weight = self.weight.known
        points = weight.value * rate
        return Computation(
            min(max(points, Fraction(0)), weight.value),
            (weight.interval() * interval).clamp(0, weight.value),
            f"{self.weight.shown(self.score.known.unit)} × {rate_text}",
        )


class StepRule(Protocol):
    """A rule with steps or brackets over a rate given as a plain number (0.94)."""

    def outcomes(self, interval: Interval) -> tuple[Outcome, ...]:
        """The results it may give for any value of the interval."""


@dataclass(frozen=True, slots=True)
class StepScore(Relation):
    """`score` should be what `rule` gives for `rate`.

    The printed rate may stand for values on both sides of a step. A score among several possible ones is undecided,
    with all of them in `outcomes`; a score that is none of them is impossible.
    """

    score: Figure
    rate: Figure
    rule: StepRule
    check: Check = SCORE_STEPS

    @property
    def stated(self) -> Figure:
        return self.score

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return (self.rate,)

    @property
    def statement(self) -> str:
        return f"{self.score.name} = 评分规则（{self.rate.name}）"

    def read(self, reading: Reading) -> "StepScore":
        return replace(self, score=self.score.read(reading), rate=self.rate.read(reading))

    def expected(self, assessment: Assessment) -> str | None:
        return " 或 ".join(assessment.outcomes) or None

    def explain(self, assessment: Assessment) -> str:
        if not assessment.outcomes:
            return f"未作判断：{assessment.because}。"
        results = "、".join(assessment.outcomes)
        start = f"{self.rate.name}印出 {self.rate}，代表 {_percent_range(self.rate)}，按规则只能得 {results}；"
        end = f"印出的“{self.score.name}”为 {self.score}"
        match assessment.verdict:
            case Verdict.UNDECIDED:
                outcome = "印出的比率不足以确定得分，应以未舍入的数字重算"
            case Verdict.IMPOSSIBLE:
                outcome = "不在其中"
            case _:
                outcome = "两者相符"
        return f"{start}{end}，{outcome}。各数的取位：{decimals_note(self.figures)}。"

    def _judge(self) -> Assessment:
        _, interval = as_ratio(self.rate.known)
        possible = self.rule.outcomes(interval)
        names = tuple(outcome_text(outcome) for outcome in possible)
        if self.score.known.value not in possible:
            return Assessment(Verdict.IMPOSSIBLE, outcomes=names)
        if len(possible) > 1:
            return undecided("印出的比率落在台阶边缘，可能对应几个得分", *names)
        return Assessment(Verdict.EXACT, outcomes=names)


def _percent_range(rate: Figure) -> str:
    printed = rate.known
    return range_text(printed.interval(), max(printed.decimals, 0) + 2, printed.unit)
