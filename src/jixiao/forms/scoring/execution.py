"""Points for execution by the rule of a profile: in proportion to the rate, by tiers, with a floor."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.forms.execution import budget_of, execution, fits, in_its_unit, rate_of
from jixiao.forms.model import NO_FIGURE, Form, IndicatorLine, MoneyRow
from jixiao.forms.profiles import Execution, ExecutionRule, ExecutionStands, Profile
from jixiao.forms.scoring.shares import ANY, Share
from jixiao.forms.totals import objective_score
from jixiao.forms.vocabulary import plain
from jixiao.quantities import Interval, exact_text, fixed_text, parse_printed, round_half_up
from jixiao.relations import Figure, Quotient
from jixiao.relations.figures import as_ratio


@dataclass(frozen=True, slots=True)
class ExecutionRate:
    """The execution rate as a plain number (0.95), and how it comes about, in Chinese."""

    value: Fraction
    arithmetic: str

    @property
    def percent(self) -> str:
        """The rate in per cent to two decimals."""
        return f"{fixed_text(self.value * 100, 2)}%"


@dataclass(frozen=True, slots=True)
class TierRule:
    """Which shares of its points a rate may earn, as a relation with steps asks; `full` and `tiers` as in a profile."""

    rule: Execution
    points: Fraction

    def outcomes(self, interval: Interval) -> tuple[Fraction, ...]:
        """The points that any rate of the interval may earn, highest first."""
        upper: Fraction | None = None
        met = []
        for tier in self.rule.tiers:
            bracket = Interval(tier.from_ / 100, upper, high_closed=False)
            if not bracket.intersect(interval).is_empty:
                met.append(self.points * tier.share / 100)
            upper = tier.from_ / 100
        if self.rule.rule is ExecutionRule.CONDITIONAL_TIERS and not interval.intersect(_UP_TO_ALL).is_empty:
            met.insert(0, self.points)
        return tuple(dict.fromkeys(met))


_NAME = re.compile("(?:预算|资金)?(?:执行率|执行进度|支出进度)(?:指标)?")
_UP_TO_ALL = Interval(Fraction(0), Fraction(1))
_WHOLE_HALF = Fraction(-1, 2)  # what rounding to whole points may add at most
_FINEST = 2  # decimals of scores: 9.998 is 10


def rate_in(row: MoneyRow, rule: Execution) -> ExecutionRate | None:
    """The execution rate of a total by its amounts, otherwise as it is printed; None where it says neither."""
    row = in_its_unit(row, rule.denominator)
    done, budget = execution(row, rule.denominator), budget_of(row, rule.denominator)
    if done is not None:
        return ExecutionRate(done, f"{row.executed.shown(budget.known.unit)} ÷ {budget.shown(row.executed.known.unit)}")
    printed = rate_of(row, rule.denominator)
    return ExecutionRate(as_ratio(printed.known)[0], f"印出的执行率 {printed}") if printed else None


def printed_rate(row: MoneyRow, rule: Execution) -> ExecutionRate | None:
    """The execution rate as it is printed, where the amounts confirm it."""
    rate = rate_of(row, rule.denominator)
    if rate is None or not fits(Quotient(rate, row.executed, budget_of(row, rule.denominator))):
        return None
    return ExecutionRate(as_ratio(rate.known)[0], str(rate))


def share_of_execution(rate: ExecutionRate, rule: Execution) -> tuple[tuple[Fraction, ...], str]:
    """The shares of the points for execution that a rate may earn, highest first, and why, in Chinese.

    >>> from jixiao.forms.profiles import Execution
    >>> share_of_execution(ExecutionRate(Fraction("0.95"), "95 ÷ 100"), Execution())[0]
    (Fraction(19, 20),)
    """
    says = f"执行率＝{rate.arithmetic}＝{rate.percent}"
    if rule.rule in (ExecutionRule.TIERS, ExecutionRule.CONDITIONAL_TIERS):
        shares = TierRule(rule, Fraction(1)).outcomes(Interval.point(rate.value))
        if rule.rule is ExecutionRule.CONDITIONAL_TIERS and rate.value == 1:
            shares = shares[:1]
        worded = " 或 ".join(f"{exact_text(share * 100)}%" for share in shares)
        whether = "（项目完成且未超预算的得满分，没有完成的按档计）" if len(shares) > 1 else ""
        return shares, f"{says}，按“{rule.rule.value}”得分值的 {worded}{whether}"
    if rule.floor is not None and rate.value * 100 < rule.floor:
        return (Fraction(0),), f"{says}，低于 {exact_text(rule.floor)}%，不得分"
    capped = "，超过 100% 的按满分" if rate.value > 1 else ""
    return (min(max(rate.value, Fraction(0)), Fraction(1)),), f"{says}，按执行率计分{capped}"


def execution_share(rate: ExecutionRate | None, rule: Execution) -> Share:
    """The share of the points for execution; any, where the rate is unknown."""
    if rate is None:
        return Share(ANY, "执行率不能计算")
    shares, says = share_of_execution(rate, rule)
    if not rule.is_stated:
        says += "（表样没有写明计分办法，按通行的办法）"
    proportional = rule.rule is ExecutionRule.PROPORTIONAL and 0 < shares[0] < 1
    return Share(Interval(shares[-1], shares[0]), says, f"({rate.arithmetic})" if proportional else "")


def is_execution(form: Form, line: IndicatorLine, profile: Profile) -> bool:
    """Whether an indicator is the one by which a form gives points for execution, as the money block does not."""
    elsewhere = profile.execution.stands is not ExecutionStands.MONEY_BLOCK
    unpointed = form.total_money is not None and form.total_money.points.is_missing
    return (elsewhere or unpointed) and _NAME.fullmatch(plain(line.name.text)) is not None


def unprinted_score(form: Form, total: Figure | None) -> Figure | None:
    """The points for execution that a total counts and the form does not print: what the indicators leave of it.

    None where they leave nothing, or where a score is missing that might be in it.
    """
    row = form.total_money
    if row is None or not row.score.is_missing or total is None or total.is_missing:
        return None
    scores = [line.score for line in form.lines if not line.covered]
    if form.scores_objective:
        scores.append(objective_score(form) or NO_FIGURE)
    if not scores or any(score.is_missing for score in scores):
        return None
    left = total.known.value - sum((score.known.value for score in scores), Fraction(0))
    return replace(total, name="执行率得分", printed=parse_printed(exact_text(left))) if left > 0 else None


def prints_whole_scores(form: Form, profile: Profile) -> bool:
    """Whether 9.81 points for execution may stand as 10: every score of the form is whole, or the profile says so.

    A score printed 10.00 is not whole, nor is a form that gives a point and a half elsewhere.
    """
    if profile.execution.decimals == 0:
        return True
    totals = [figure for figure in (form.total_score, form.header_score, form.total_alone) if figure is not None]
    money = [form.total_money.score] if form.total_money is not None else []
    printed = [figure.printed for figure in (*money, *(line.score for line in form.lines), *totals)]
    return all(score.decimals <= 0 and score.value.denominator == 1 for score in printed if score is not None)


def rounded_up(points: Fraction, share: Share, score: Figure) -> Fraction | None:
    """The points below all of them that a rate earns where a form prints all; None where nothing was rounded up.

    >>> from jixiao.relations import Figure, Quotient
    >>> str(rounded_up(Fraction(10), Share(Interval.point(Fraction("0.981")), ""), Figure.of("得分", "10分")))
    '981/100'
    >>> rounded_up(Fraction(10), Share(Interval.point(Fraction("0.9999")), ""), Figure.of("得分", "10分")) is None
    True
    """
    if score.printed is None or share.exact is None or score.printed.value != points or score.printed.decimals > 0:
        return None
    earned = points * share.exact
    return earned if _WHOLE_HALF <= Fraction(round_half_up(earned, _FINEST)) - points < 0 else None
