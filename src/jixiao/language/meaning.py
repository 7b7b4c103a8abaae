"""Words that only rules of certain kinds can mean: a rule of another kind dropped them, and is refused.

A reader may take a clause that changes the score for a part of a name, or pass over it. These are the words of
such clauses, each with the parts of the rule algebra of which a rule must hold one to mean them.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from jixiao.language.notunderstood import NotUnderstood
from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import Flat, Guard, Switch
from jixiao.rules.parts.counted import Bonus, Cost, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Loss
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.totals import Adjustment, Cap, PayGate, Rescaling

Means = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words, and which part of a rule means them: a rule with these words must hold one."""

    said: "re.Pattern[str]"
    mean: Means


def _need(said: str, *kinds: type) -> _Words:
    """Words that only parts of these kinds mean; of no kind: none does."""
    return _Words(re.compile(said), lambda part: isinstance(part, kinds))


def _counts_steps(part: Any) -> bool:
    """Whether a step that is begun but not completed counts as one, or as none."""
    return isinstance(part, Loss) and part.steps != "proportional"


def _gives_nothing(part: Any) -> bool:
    """Whether something that is said to earn nothing can be this part."""
    fixed = isinstance(part, Fixed | Flat) and part.portion.amount == 0
    return fixed or isinstance(part, Cap | Checklist | Deductions | GradeCount | Guard | Levels | MetRatio)


def _spares_the_first(part: Any) -> bool:
    """Whether the first fault or more cost nothing."""
    return (isinstance(part, Loss) and part.start >= 1) or (isinstance(part, Cost) and part.free >= 1)


_CASES = (Guard, Levels, Parts, Switch)
_RATES = (Choose, Curve, Each, Experts, Lowest, MetRatio, PayGate, Rescaling)
_WHOLE = "(?:本项|该项|本指标|该指标|整项|整个指标)"
_NEEDING = (
    _need("已[^,;。]{1,16}?的?,?得[^,;。]*[,;]未[^,;。]{1,16}?的?,?不得分", Checklist, *_CASES),
    _need(r"\d{1,2}月[^,;。]{0,4}前完成[^,;。]{0,4}得[^,;。]*[,;]\d{1,2}月[^,;。]{0,4}前完成", Levels, Parts),
    _need("不得分", Cap, Checklist, Curve, Deductions, Flat, GradeCount, *_CASES),
    _need(
        f"(?:存在|发生|出现|发现|查出)[^,;。\\d得扣]{{2,16}}的?,?{_WHOLE}(?:一律|直接|均|即)*(?:不得分|不计分)",
        *(Cap, Curve, Deductions, Flat, *_CASES),
    ),
    _Words(re.compile(r"否则[^,;。\d]{0,6}(?:不得分|不计分|[得计]?0分)"), _gives_nothing),
    _need("否决", Cap, Deductions, Guard, Parts),
    _need(r"按“?(?:差|不合格)”?(?:评|处|等|级)|评价结果[^,;。]{0,6}“?差”?(?:等|级|[,;。]|$)", Cap),
    _need("专家[^,;。]{0,8}打分", Experts),
    _need("酌情|视情(?:况|节)?|酌[减扣加]|从[轻重](?:处理|扣|计|评)|适当(?:扣|减|加|给|增|放宽)", Discretionary),
    _need("取最低|孰低|[两二]者取低|就低", Lowest),
    _need("任选|选用|二选一|三选一|选其一", Choose),
    _need("取高|孰高|[两二]者取[高大]"),
    _need("每项加|(?<!不)(?<!不予)另加|加分(?<![不再予另]加分)", Adjustment, Bonus),
    _need("加倍|翻倍|翻番|双倍"),
    _need("减半|折半|对折", Curve, Deductions, Discretionary, Levels, Switch),
    _need("(?:每个|各)(?:单位|项目)[^,;。]{0,6}(?:分别|平均)", Each),
    _need(r"按(?:照)?[^,;。\d]{0,20}(?:比重|比例|比率|之比|占比)[^,;。\d得]{0,6}(?:计|折|换|得分)", Checklist, *_RATES),
    _Words(
        re.compile(r"(?:[前首][一二两三四五\d]?|第[一1])[次个项起处笔件][^,;。\d]{0,8}(?:不扣|免[予于]?扣|不予扣)"),
        _spares_the_first,
    ),
    _Words(
        re.compile(r"不[足满到][一\d]*[^,;。\d分]{1,6}的?,?(?:均|也|仍)?[按以算](?![0零满]分)[^,;。例]{0,6}[计算]"),
        _counts_steps,
    ),
    _need("不涉及|未涉及|不适用", Rescaling),
    _need(
        "(?:依据|根据|视|结合|按照?)(?![^,;。]*(?:要点|符合|专家))[^,;。]*"
        "(?:开展|具体|实际|工作|核查|检查|考核|调研|掌握的?)(?:情况)?(?:和[^,;。]*|质量|效果|成效|情况|程度)?(?:进行|予以|综合|酌情)*(?:评分|打分|赋分|给分|计分)(?=[。;\n]|$)",
        *(Curve, Deductions, Discretionary, Experts, GradeCount, Levels, Switch),
    ),
)

# Words that tell how points are computed; no level that a person judges is named so.
_COMPUTED = re.compile(
    "(?:按|采用|以)[^ ]*(?:乘积|乘以|换算|折算|比例|插值|排序)|择优|[×÷]|"
    "(?:^|(?<= ))(?:视|根据|依据|结合)[^ ]*(?:质量|情况|程度|效果)(?=$| )"
)


def must_be_meant(told: str, nodes: Collection[Any]) -> None:
    """Refuse a rule, given with all its parts, of a kind that cannot mean all the words."""
    for words in _NEEDING:
        said = words.said.search(told)
        if said is not None and not any(words.mean(node) for node in nodes):
            raise unused(said.group())
    for node in nodes:
        computed = _COMPUTED.search(" ".join(node.levels)) if isinstance(node, Levels) else None
        if computed is not None:
            raise NotUnderstood(f"“{computed.group()}”要计算，不是一种情形", computed.group())


def unused(words: str) -> NotUnderstood:
    """The failure to use some words."""
    return NotUnderstood(f"“{words}”没有用到，不敢认为读懂了", words)
