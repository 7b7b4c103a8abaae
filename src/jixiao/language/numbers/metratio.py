"""The share of sub-indicators met: 偏差在±10%以内视为达标，得分=达标项数÷总项数×权重."""

import re
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.figures import FIGURE, Figure, figure_of
from jixiao.language.numbers.zones import zone_of
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.ranges import Range

_COUNTED = re.compile(
    "(?:达标|完成|合格|达到目标|实现|符合|达成)(?:的)?[^,;。÷/占完=(]{0,10}?(?:数量|个数|项数|指标数|任务数|分项数|子项数|数)(?:÷|/|占(?!权重)|除以|与)|(?:个数|项数|数量)占比|"
    "的[^,;。÷/占]{1,10}(?:个数|项数|数量)(?:÷|/|占|除以)|达标率[^,;。]{0,4}(?:×|乘)[^,;。]*(?<!=)$"
)
_TOLERANCE = re.compile(
    rf"(?:偏差|偏离|相差|误差|差异|差距)(?:率|幅度)?(?:的?绝对值)?(?:均|都)?(?:在|不超过|控制在|不大于|小于等于|≤|低于或等于)?(?:±|正负)?(?P<figure>{FIGURE})(?:[至到~-]+(?P<above>{FIGURE}))?(?:以内|之内|范围内|内)?"
)
_AT_LEAST = re.compile(
    rf"(?:完成率|完成比例|完成程度|实现率|达成率|(?:完成|实际)值)(?P<zone>(?:不低于|达到|不少于|≥|大于等于|高于|超过|在)(?:目标值的?)?{FIGURE}(?:及?以上)?)"
)


_OF_TARGET = re.compile("(?:达到|完成|实现)(?:目标值?|指标值?|计划)的[^,;。占]{0,10}(?:个数|项数|数量)")


# What some of the sub-indicators earn another way: 低于95%的按比例折算.
_OTHERWISE = re.compile("扣|减半|折算|按比例|酌情")


def met_ratio_of(text: str) -> MetRatio | None:
    """The rule where the sentence counts sub-indicators that are met; None where it counts none."""
    found = _counted(text)
    clauses = () if found is None else re.split("[,;。\n]", text)
    for clause in clauses:
        if _OTHERWISE.search(clause) and not _COUNTED.search(clause):
            raise NotUnderstood(f"“{clause}”没有说明怎样计分", clause)
    return found


def _counted(text: str) -> MetRatio | None:
    if _COUNTED.search(text) is None:
        return None
    tolerance = _TOLERANCE.search(text)
    if tolerance is not None:
        figure = figure_of(tolerance["figure"])
        if not figure.is_rate:
            raise NotUnderstood("容许的偏差应是比率", tolerance.group())
        return MetRatio(_around_full(figure, tolerance["above"]))
    if _OF_TARGET.search(text) is not None:
        return MetRatio(Range(Fraction(1), True))
    at_least = _AT_LEAST.search(text)
    zone = zone_of(at_least["zone"].replace("目标值的", "").replace("目标值", "")) if at_least is not None else None
    if zone is not None and zone.is_rate:
        return MetRatio(zone.when)
    return None


def _around_full(below: Figure, above: str | None) -> Range:
    """How far from 100 % a sub-indicator may lie: as much on both sides, or from a figure below to one above."""
    if above is None:
        return Range(1 - abs(below.value), True, 1 + abs(below.value), True)
    high = figure_of(above)
    if not high.is_rate or not below.value < 0 < high.value:
        raise NotUnderstood("容许的偏差没有读懂", above)
    return Range(1 + below.value, True, 1 + high.value, True)
