"""Adjustments netted against each other where the indicator adds them up.

预算调整率 is defined over the sum of all additions and reductions; a report that divides the net change makes a large
adjustment look small.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.rescoring.catalogue import NET_ADJUSTMENT, NET_SCORE
from jixiao.audit.checks.rescoring.outcomes import Points, points_over
from jixiao.audit.checks.rescoring.rates import Found, rate_in
from jixiao.audit.checks.rescoring.told import Told
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.language.measures import Measure
from jixiao.quantities import Interval, exact_text, fixed_text, percent_text
from jixiao.reading.mentions import Mention, mentions
from jixiao.rules.parts.curve import Curve

_SUMMED = re.compile("总和|之和|合计数|绝对值|总额|总数")
_BOTH_WAYS = (re.compile("追加|调增|增加"), re.compile("追减|调减|减少|结构调整|核减"))
_UP = re.compile("(?:调增|追加|增加)(?:了|预算|资金|额|数|合计|为)*$")
_DOWN = re.compile("(?:调减|追减|减少|核减)(?:了|预算|资金|额|数|合计|为)*$")
_TOTAL = re.compile("合计|总计|共")
_BASE = re.compile("(?:年初|预算|批复)[^,;。]{0,10}(?:数|金额|额|合计)?(?:为|是)?$")
_NEAR = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class _BothWays:
    """A sentence that states an addition and a reduction."""

    up: Mention
    down: Mention

    @property
    def total(self) -> Fraction:
        return self.up.printed.value + self.down.printed.value

    @property
    def net(self) -> Fraction:
        return self.up.printed.value - self.down.printed.value

    @property
    def said(self) -> str:
        return f"{self.up.before.strip('、')}{self.up.printed}，{self.down.before.strip('、')}{self.down.printed}"


def netted(told: Told, found: Sequence[Sequence[Mention]]) -> Iterator[Checked]:
    """The rate of an indicator whose definition sums up changes, against the changes that the document states."""
    if not _definition(told):
        return
    rate, base = rate_in(told.texts, told.indicator), _base(told)
    changes = {(each.up.printed.value, each.down.printed.value): each for each in _both_ways(found)}
    if rate is None or base is None or len(changes) != 1:
        yield Checked.not_made(
            NET_ADJUSTMENT, f"“{told.label}”：没有找到比率、预算数或调增、调减的金额", told.score.place
        )
        return
    (change,) = changes.values()
    if not _is_net(rate.value, change, base.printed.value):
        yield Checked.held(NET_ADJUSTMENT, told.score.place)
        return
    summed = change.total / base.printed.value
    yield _by_definition(told, change, base, rate, summed)
    if told.is_adjusted:
        yield Checked.not_made(NET_SCORE, f"“{told.label}”：报告写明得分在规则之外作了调整", told.score.place)
    else:
        yield from _score(told, change, summed)


def _definition(told: Told) -> str:
    """The definition of the indicator that adds up additions and reductions; "" where none does."""
    measure = told.indicator.measure
    said = measure.definitions.values() if isinstance(measure, Measure) else ()
    return next((each for each in said if _SUMMED.search(each) and all(way.search(each) for way in _BOTH_WAYS)), "")


def _both_ways(found: Sequence[Sequence[Mention]]) -> Iterator[_BothWays]:
    """The sentences with one addition and one reduction of money that is no total itself."""
    for inside in found:
        for start, end in inside[0].passage.sentences if inside else ():
            money = [one for one in inside if start <= one.start < end and _is_money(one)]
            ups = [one for one in money if _UP.search(one.before) and not _TOTAL.search(one.before)]
            downs = [one for one in money if _DOWN.search(one.before) and not _TOTAL.search(one.before)]
            if len(ups) == len(downs) == 1 and ups[0].printed.unit == downs[0].printed.unit:
                yield _BothWays(ups[0], downs[0])


def _is_money(mention: Mention) -> bool:
    return mention.printed.unit is not None and mention.printed.unit.dimension == "金额"


def _base(told: Told) -> Mention | None:
    """The initial budget in the texts on the scoring: the only one named so."""
    for text in told.texts:
        named = [one for one in mentions(text) if _is_money(one) and "年初" in one.before and _BASE.search(one.before)]
        if len({one.printed.value for one in named}) == 1:
            return named[0]
    return None


def _is_net(rate: Fraction, change: _BothWays, base: Fraction) -> bool:
    """Whether the rate is that of the net change and clearly not that of the sum."""
    net, summed = abs(change.net) / base, change.total / base
    return abs(abs(rate) - net) <= _NEAR * (summed - net) if summed > net else False


def _by_definition(told: Told, change: _BothWays, base: Mention, rate: Found, summed: Fraction) -> Checked:
    unit = change.up.printed.unit
    return Checked.failed(
        NET_ADJUSTMENT,
        Severity.ERROR,
        f"“{told.label}”按净额计算，定义是各项调整的总和",
        f"指标定义的调整数是“{_definition(told)}”。文中写明{change.said}，总和 {exact_text(change.total)}{unit}，"
        f"相抵后的净额 {exact_text(change.net)}{unit}。印出的 {percent_text(rate.value)} 按净额计算；"
        f"按总和计算为 {exact_text(change.total)} ÷ {base.printed} ＝ {percent_text(summed)}。",
        *(text.place(0, 1) for text in reversed(told.texts)),
        change.up.place,
        told.indicator.place,
        stated=percent_text(rate.value),
        expected=percent_text(summed),
        excused_by=(_trouble(told),),
    )


def _score(told: Told, change: _BothWays, summed: Fraction) -> Iterator[Checked]:
    points = _points(told, summed)
    if points is None or told.score.is_missing:
        yield Checked.not_made(NET_SCORE, f"“{told.label}”：评分规则没有读懂", told.score.place)
    elif points.allow(told.score.known):
        yield Checked.held(NET_SCORE, told.score.place)
    else:
        shown = fixed_text(points.printed, 2)
        yield Checked.failed(
            NET_SCORE,
            Severity.ERROR,
            f"“{told.label}”按定义重算应得 {shown} 分，印作 {told.score}",
            f"评分规则：“{''.join(told.indicator.rule.text.split())}”（权重 {exact_text(told.weight)} 分）。"
            f"指标定义的调整数是“{_definition(told)}”；文中写明{change.said}，"
            f"按总和计算的比率是 {percent_text(summed)}，按规则得 {shown} 分，印出的得分是 {told.score}。",
            *told.places,
            change.up.place,
            stated=str(told.score),
            expected=shown,
            cause=_trouble(told),
        )


def _points(told: Told, summed: Fraction) -> Points | None:
    """What the rule gives for the rate of the sum; None where it was not understood or scores by something else."""
    rule = told.indicator.rule.rule
    if rule is None or not isinstance(rule.part, Curve):
        return None
    return points_over(rule, told.weight, "rate", summed, Interval.point(summed))


def _trouble(told: Told) -> str:
    return f"{told.label}按净额计算"
