"""Which share of its points an indicator earns, from target, actual value, direction and the rules of a profile."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from jixiao.forms.model import IndicatorLine
from jixiao.forms.profiles import Decreasing, OverCompletion, Scoring, Shortfall
from jixiao.forms.scoring.deadlines import is_late
from jixiao.forms.scoring.standards import earned_by_standard
from jixiao.forms.values import Direction, Outcome, Stated, direction_of, outcome, stated_pair
from jixiao.forms.vocabulary import SATISFACTION, plain
from jixiao.quantities import Interval, exact_text

ANY = Interval(Fraction(0), Fraction(1))
FULL = Interval.point(1)
FAR = Fraction(130)
"""Per cent of the target from which it counts as far exceeded, where a profile does not say."""

_PART = re.compile("部分(?:达成|实现|完成).{0,12}|程度一般")
_NOT = re.compile("(?:均)?(?:未|没有|尚未)(?:达成|实现|完成|开展|实施).{0,12}|程度较低")
_ALL = re.compile(
    "(?:已)?(?:全部|基本|均已|全面|圆满|按期|按时)?(?:达成|完成|实现)(?:了)?(?:全部|年度)?(?:指标|目标|任务)?[。.]?"
)
_YES, _NO = frozenset({"是", "有", "合格"}), frozenset({"否", "无", "没有", "不合格"})


@dataclass(frozen=True, slots=True)
class Share:
    """What part of its points an indicator earns: one value, or all that the rule leaves to whoever judges.

    `says` is why, in Chinese; `arithmetic` is how one value other than all or nothing comes about (90 ÷ 95).
    """

    values: Interval
    says: str
    arithmetic: str = ""

    @property
    def exact(self) -> Fraction | None:
        """The share, where there is but one."""
        return self.values.low if self.values.width == 0 else None


def share_of(line: IndicatorLine, scoring: Scoring) -> Share:
    """The share of its points that an indicator earns.

    A standard that the form itself prints for the indicator decides where target and actual value are enough for it.

    Sources: 财预〔2020〕10号 (reached: all; missed: in proportion; words: three levels), 财预〔2021〕101号 (pass mark,
    tiers of satisfaction); which of them holds is the profile's. What no rule determines is an interval.
    """
    if line.standard and not line.target:
        return Share(ANY, f"按评分标准“{line.standard}”打分，表中没有可供计算的指标值和完成值，由评价者判断")
    if not line.target or not line.actual:
        return Share(ANY, f"没有填{'指标值' if not line.target else '完成值'}，得分不能计算")
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    if (tiered := share_by_tiers(line, scoring)) is not None:
        return tiered
    if (written := share_by_standard(line)) is not None:
        return written
    if target is None or actual is None:
        return _in_words(line, scoring)
    direction = direction_of(target, line.name.text, line.level2)
    match outcome(target, actual, direction):
        case Outcome.MET:
            return _met(line, target, actual, direction, scoring)
        case Outcome.MISSED:
            return _missed(line, target, actual, direction, scoring)
        case _:
            because = "方向不明" if direction is Direction.DOUBTFUL else "单位或写法不同"
            return Share(ANY, f"{_both(line)}，{because}，程序不判断是否达到")


def far_above(scoring: Scoring) -> Fraction:
    """The per cent of a target from which it counts as far exceeded."""
    return FAR if scoring.far_above is None else scoring.far_above


def is_far_above(target: Stated, actual: Stated, direction: Direction, scoring: Scoring) -> bool:
    """Whether an actual value exceeds a target of the kind “more is better” so far that this wants a reason."""
    return direction is Direction.MORE and 100 * actual.value > far_above(scoring) * target.value > 0


def hull(values: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of them."""
    listed = list(values)
    low = min((each.low or Fraction(0), not each.low_closed) for each in listed)
    high = max((each.high or Fraction(0), each.high_closed) for each in listed)
    return Interval(low[0], high[0], low_closed=not low[1], high_closed=high[1])


def _both(line: IndicatorLine) -> str:
    return f"指标值“{line.target}”，完成值“{line.actual}”"


def _is_satisfaction(line: IndicatorLine) -> bool:
    return SATISFACTION in line.level2 or line.block == SATISFACTION


def share_by_tiers(line: IndicatorLine, scoring: Scoring) -> Share | None:
    """The share that the tiers of a profile give a satisfaction rate; None where they do not apply."""
    _, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    if actual is None or actual.unit != "%" or not scoring.satisfaction or not _is_satisfaction(line):
        return None
    tier = next(tier for tier in scoring.satisfaction if actual.value >= tier.from_)
    share = tier.share / 100
    says = f"满意度 {line.actual}，在 {exact_text(tier.from_)}% 以上一档，得分值的 {exact_text(tier.share)}%"
    return Share(Interval.point(share), says, "" if share in (0, 1) else f"{exact_text(tier.share)}%")


def share_by_standard(line: IndicatorLine) -> Share | None:
    """The share that the standard printed beside the indicator gives it; None where that decides nothing.

    More than its points is all of them.
    """
    earned = earned_by_standard(line)
    if earned is None:
        return None
    weight = line.points.known.value
    low, high = (min(points / weight, Fraction(1)) for points in (earned.points[0], earned.points[-1]))
    says = f"{_both(line)}，按评分标准“{line.standard}”（读作：{earned.standard.canonical.rstrip('。')}）"
    about = "" if low != high or low in (0, 1) else f"{exact_text(low)}"
    return Share(Interval(low, high), says, about)


def _met(line: IndicatorLine, target: Stated, actual: Stated, direction: Direction, scoring: Scoring) -> Share:
    exceeded = is_far_above(target, actual, direction, scoring)
    if exceeded and scoring.over_completion is not OverCompletion.REASON:
        far = exact_text(far_above(scoring))
        return Share(ANY, f"{_both(line)}，达到指标值，但超过指标值的 {far}%，是否扣分由评价者判断")
    return Share(FULL, f"{_both(line)}，达到指标值，得满分")


def _missed(line: IndicatorLine, target: Stated, actual: Stated, direction: Direction, scoring: Scoring) -> Share:
    missed = f"{_both(line)}，没有达到指标值"
    more = direction is Direction.MORE or (direction is Direction.EXACTLY and actual.value < target.value)
    if more and target.value:
        return _short(missed, actual.value / target.value, f"{_number(actual)} ÷ {_number(target)}", scoring)
    if direction is Direction.LESS:
        return _above(missed, target, actual, scoring.decreasing)
    return Share(_below(Fraction(1)), f"{missed}，扣多少分由评价者判断")


def _short(missed: str, completion: Fraction, arithmetic: str, scoring: Scoring) -> Share:
    """Less than the target: by the profile's rule; without one, no more than in proportion."""
    match scoring.shortfall:
        case Shortfall.PROPORTIONAL:
            return Share(Interval.point(completion), f"{missed}，按完成比例计分", arithmetic)
        case Shortfall.NONE:
            return Share(Interval.point(0), f"{missed}，不得分")
        case Shortfall.PASS_MARK:
            mark = scoring.pass_mark / 100
            if completion < mark:
                return Share(Interval.point(0), f"{missed}，完成率低于 {exact_text(scoring.pass_mark)}%，不得分")
            passed = f"({arithmetic} − {exact_text(mark)}) ÷ {exact_text(1 - mark)}"
            return Share(Interval.point((completion - mark) / (1 - mark)), f"{missed}，按及格线以上部分计分", passed)
        case _:
            return Share(Interval(Fraction(0), completion), f"{missed}，最多按完成比例 {arithmetic} 计分")


def _above(missed: str, target: Stated, actual: Stated, rule: Decreasing) -> Share:
    """More than a limit: by the profile's rule; without one, no more than limit ÷ actual value."""
    over = f"{_number(target)} ÷ {_number(actual)}"
    match rule:
        case Decreasing.NONE:
            return Share(Interval.point(0), f"{missed}，不得分")
        case Decreasing.INVERSE:
            return Share(Interval.point(target.value / actual.value), f"{missed}，按指标值÷完成值计分", over)
        case Decreasing.DEVIATION if target.value:
            left = max(1 - (actual.value - target.value) / target.value, Fraction(0))
            arithmetic = f"(1 − ({_number(actual)} − {_number(target)}) ÷ {_number(target)})"
            return Share(Interval.point(left), f"{missed}，按超出比例扣分", arithmetic if left else "")
        case Decreasing.UNSTATED if target.value:
            return Share(Interval(Fraction(0), target.value / actual.value), f"{missed}，最多按 {over} 计分")
        case _:
            return Share(_below(Fraction(1)), f"{missed}，指标值为 0，不能按比例计算，扣多少分由评价者判断")


def _in_words(line: IndicatorLine, scoring: Scoring) -> Share:
    """Words: the level that the actual value names, within which whoever judges chooses."""
    target, actual = plain(line.target.text), plain(line.actual.text)
    if target == actual and any(character.isdigit() for character in target):
        return Share(FULL, f"{_both(line)}，两者相同，达到指标值，得满分")
    late = is_late(target, actual)
    if late is not None:
        kept = Share(FULL, f"{_both(line)}，按期，得满分")
        return Share(_below(Fraction(1)), f"{_both(line)}，晚于期限，不得满分") if late else kept
    if target in _YES and actual in _YES | _NO:
        met = target == actual
        return (
            Share(FULL, f"{_both(line)}，做到，得满分")
            if met
            else Share(_below(Fraction(1)), f"{_both(line)}，没有做到，不得满分")
        )
    if (level := share_by_level(line, scoring)) is not None:
        return level
    return Share(ANY, f"{_both(line)}，是文字描述，得分由评价者判断")


def share_by_level(line: IndicatorLine, scoring: Scoring) -> Share | None:
    """The share of the level that words name (部分达成：80—60%); None for figures and for other words.

    Source of the levels: 财预〔2020〕10号, 80 and 60 per cent; some places have 80 and 50.
    """
    target, actual = plain(line.target.text), plain(line.actual.text)
    upper, lower = (bound / 100 for bound in scoring.qualitative)
    if _NOT.fullmatch(actual):
        return _level(line, _below(lower), "未达成", scoring)
    if _PART.fullmatch(actual):
        return _level(line, Interval(lower, upper, high_closed=False), "部分达成", scoring)
    if (target and target == actual) or _ALL.fullmatch(actual):
        return _level(line, Interval(upper, Fraction(1)), "达成", scoring)
    return None


def _level(line: IndicatorLine, values: Interval, level: str, scoring: Scoring) -> Share:
    bounds = "/".join(exact_text(bound) for bound in scoring.qualitative)
    low, high = (exact_text(100 * (end or Fraction(0))) for end in (values.low, values.high))
    return Share(values, f"{_both(line)}，属“{level}”（定性分档 {bounds}），得分值的 {high}%—{low}%，由评价者判断")


def _below(end: Fraction) -> Interval:
    return Interval(Fraction(0), end, high_closed=False)


def _number(stated: Stated) -> str:
    return f"{exact_text(stated.value)}{stated.unit}"
