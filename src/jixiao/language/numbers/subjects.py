"""The number that the clauses of a draft speak of: they must all speak of the same one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.drafting import Draft
from jixiao.language.numbers.effects import Does
from jixiao.language.numbers.formulas import Formula
from jixiao.rules.measures import Measure

_EMPTY = (
    "比率",
    "比例",
    "数值",
    "实际值",
    "结果",
    "指标值",
    "得分",
    "绝对值",
    "该比重",
    "实际",
    "完成",
    "该指标",
    "值",
    "指标",
    "项目",
    "占比",
    "比重",
    "偏差",
    "实际比率",
    "幅度",
)
_RATE = re.compile("(?:率|满意度)$")
_CHANGE = re.compile("增长|增幅|增速|变动|下降")
_PREFIXES = re.compile("^(?:实际|其|该|本|单项|上述)+")


def one_subject(draft: Draft) -> None:
    """All clauses must speak of one number: two names that do not hold one another are two numbers."""
    zones = (
        [tier.zone for tier in draft.tiers]
        + [each.zone for each in draft.deductions if each.zone]
        + [each.zone for each in draft.ratios if each.zone]
    )
    names = [name for zone in zones if (name := _bare_name(zone.subject))]
    for one, other in pairwise(names):
        if not _same(one, other):
            raise _two_numbers(one, other)


def must_score_what_it_measures(draft: Draft, formulas: Sequence[Formula], measure: Measure) -> None:
    """Refuse points in proportion to another number than the one measured: 逾期的不得分, 否则按完成率计分."""
    rates = list(_rates_scored(draft, formulas))
    zones = [tier.zone for tier in draft.tiers]
    for rate in rates:
        if not measure.percent and measure.key not in ("value", "count") and not _CHANGE.search(rate):
            raise _two_numbers(measure.name, rate)
        for zone in zones:
            name = _bare_name(zone.subject)
            if name and _RATE.search(name) and not _same(name, rate):
                raise _two_numbers(name, rate)


def _rates_scored(draft: Draft, formulas: Iterable[Formula]) -> Iterator[str]:
    """The names of the rates in proportion to which points are given."""
    names = [formula.subject for formula in formulas if not formula.base]
    names += [ratio.effect.words for ratio in draft.ratios if ratio.effect.does is Does.PROPORTION]
    return (bare for name in names if (bare := _PREFIXES.sub("", name)) and len(bare) > 2 and _RATE.search(bare))


def _two_numbers(one: str, other: str) -> NotUnderstood:
    return NotUnderstood(f"“{one}”与“{other}”是不是同一个数值没有写明", one)


def _same(one: str, other: str) -> bool:
    return one in other or other in one or _same_end(one, other)


def _bare_name(subject: str) -> str:
    name = _PREFIXES.sub("", subject.strip(",的:")).removesuffix("的绝对值").removesuffix("绝对值")
    return "" if name in _EMPTY or len(name) < 2 else name


def _same_end(one: str, other: str) -> bool:
    return (one[-2:] == other[-2:] and min(len(one), len(other)) <= 4) or one[-3:] == other[-3:]
