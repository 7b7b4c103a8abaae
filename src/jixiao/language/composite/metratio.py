"""The share of sub-indicators that reach their target: 偏差在±10%以内的算达标,得分=达标项数÷总项数×权重."""

import re
from fractions import Fraction

from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.combined import Each
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving
from jixiao.rules.portion import FULL, NOTHING
from jixiao.rules.ranges import Range

_COUNT = "(?:个数|项数|数量|条数|指标数|项目数|任务数|分项数|子项数|数)"
_MET = "(?:达标|完成|合格|达到目标|符合|实现|达成)"
_SHARE = re.compile(
    rf"{_MET}(?:的)?[^,;。÷/×]{{0,10}}?{_COUNT}(?:÷|/|占|与)[^,;。×]{{0,14}}?{_COUNT}|{_MET}(?:的)?[^,;。÷/]{{0,6}}?{_COUNT}?(?:占比|比例|比重)(?=[×*]|乘|计)|"
    rf"的[^,;。÷/×]{{0,8}}?{_COUNT}(?:÷|/|占)[^,;。×]{{0,14}}?{_COUNT}?(?:的)?(?:比重|比例|占比)?(?=[×*]|乘|计)"
)
_TIMES = re.compile(r"[×*]|乘以|比例计|比重计")
_WITHIN = re.compile(
    rf"(?:偏差|偏离|差异|相差|误差)(?:率|幅度|度)?(?:的)?(?:绝对值)?(?:在|均在|不超过|不高于|不大于|小于等于|≤|控制在)+±?(?P<tolerance>{ARABIC})(?:%|个百分点)(?:\(含\))?(?:以内|之内|范围内|内)?"
)
_FROM = re.compile(rf"(?:完成率|实现率|完成比例|完成程度)(?:不低于|达到|≥|大于等于|不小于)(?P<low>{ARABIC})%")
_OTHER = re.compile("扣|不得分|满分|以上")


def claims(sentence: Sentence) -> bool:
    """Whether the number of what reached its target is divided by the number of all."""
    text = sentence.text
    return bool(_SHARE.search(text) and _TIMES.search(text) and (_WITHIN.search(text) or _FROM.search(text)))


def understood(sentence: Sentence) -> Understood:
    """Every sub-indicator earns all or nothing, then the mean."""
    text = sentence.text
    within, from_low = _WITHIN.search(text), _FROM.search(text)
    if (within is None) == (from_low is None) or _OTHER.search(text):
        raise NotUnderstood("没有读懂怎样算达标", text)
    if within is not None:
        tolerance = number_of(within["tolerance"]) / 100
        met = Range(1 - tolerance, True, 1 + tolerance, True)
    else:
        assert from_low is not None
        met = Range(number_of(from_low["low"]) / 100, True)
    return Understood(Each(Curve(MEASURES["completion"], tuple(_pieces(met))), by_amount=False))


def _pieces(met: Range) -> list[tuple[Range, Giving]]:
    pieces: list[tuple[Range, Giving]] = [(Range(Fraction(0), True, met.low), Fixed(NOTHING)), (met, Fixed(FULL))]
    return pieces if met.high is None else [*pieces, (Range(met.high), Fixed(NOTHING))]
