"""Points that the evaluator takes off at discretion, within limits that the sentence sets."""

import re

from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, CHINESE, FRACTION, fraction_of, number_of
from jixiao.language.points.words import words_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.quantities import exact_text
from jixiao.rules.parts.judged import Discretionary
from jixiao.rules.portion import FULL, Portion

_NUMBER = rf"(?:{ARABIC}|{CHINESE})"
_WEIGHT = "(?:权重分|权重|分值)"
_AMOUNT = rf"(?:(?P<points>{_NUMBER})分|(?:{_WEIGHT}的?)?(?P<share>{ARABIC}%|{FRACTION})(?:的?{_WEIGHT})?)"
_OFF = "(?:扣减|扣除|扣罚|扣分|扣|减分|减)"
_DISCRETION = re.compile(
    f"酌情(?:予以|给予|适当)?{_OFF}|酌减|适当{_OFF}|"
    f"(?:视|根据|依据|按|按照)[^,;。]{{0,16}}?(?:程度|情况|情节|影响)[^,;。]{{0,10}}?{_OFF}"
)
_LIMITS = (
    re.compile(rf"(?:最多|最高|至多|累计|合计|上限)(?:{_OFF})?(?:不(?:得)?超过|为)?(?:{_OFF})?{_AMOUNT}"),
    re.compile(rf"{_OFF}(?:分)?(?:最多|最高|总计|总额|合计|累计)?(?:不(?:得)?超过|不高于|上限为){_AMOUNT}"),
    re.compile(rf"{_OFF}{_AMOUNT}(?:以内|之内|以下)"),
    re.compile(rf"在{_AMOUNT}(?:的)?(?:范围|幅度|限度)?(?:以内|之内|内)"),
    re.compile(rf"{_OFF}(?P<least>{_NUMBER})(?:分|%)?[-~至到—]{_AMOUNT}"),
    re.compile(rf"(?:在)?(?:0|零)分?[-~至到—]{_AMOUNT}(?:的)?(?:之间|范围内|内|以内|区间)?(?:内)?(?:酌情)?{_OFF}"),
)
_FULL = "(?:得|计)(?:满分|全分)|(?:直至|至|最多)?扣完[^,;。]{0,8}?(?:为止|止|(?=[,;。]|$))|不扣分|最低(?:得|计)?0分"
_EACH = re.compile("每|一处|一项|一次|逐")
_EARNED = re.compile(r"排名|名次|不得分|得\d|按比例|计0分|%(?!的?(?:权重|分值))")


def claims(text: str) -> bool:
    """Whether an evaluator takes off what seems right."""
    return _DISCRETION.search(text) is not None or re.search("酌情(?:赋分|给分|打分|评分|计分|得分)", text) is not None


def understood(sentence: Sentence) -> Understood:
    """The deduction with its limit; where there is none the whole weight, which is said."""
    text = _without_weight(sentence)
    if _DISCRETION.search(text) is None:
        raise NotUnderstood("只写酌情给分，没有标准也没有限度，不能计算", text)
    found = [match for pattern in _LIMITS if (match := pattern.search(text)) is not None]
    rest = text
    for match in found:
        rest = rest.replace(match.group(), "")
    if _EACH.search(rest) or _EARNED.search(rest):
        raise NotUnderstood("酌情扣分之外还有别的规定，没有读懂怎样合在一起", text)
    refuse_rest(text, (*found, *_DISCRETION.finditer(text)), _FULL)
    limits = {_portion(match) for match in found}
    if len(limits) > 1:
        raise NotUnderstood("酌情扣分的限度写了两种", text)
    if limits:
        return Understood(Discretionary(limits.pop()))
    if any(word.kind == "A" and word.amount and word.amount.of != "权重" for word in words_of(text)):
        raise NotUnderstood("没有读懂酌情扣分的限度", text)
    return Understood(Discretionary(FULL), ["没有写明酌情扣分的限度，按最多扣完权重分理解"])


def _without_weight(sentence: Sentence) -> str:
    """The text where 得7分 and 扣完7分 of a weight of 7 say no more than 得满分 and 扣完."""
    weight = sentence.beside.weight
    if weight is None:
        return sentence.text
    return re.sub(rf"(?P<verb>得|计|扣完){exact_text(weight)}分", _whole, sentence.text)


def _whole(match: "re.Match[str]") -> str:
    return "扣完" if match["verb"] == "扣完" else "得满分"


def _portion(match: "re.Match[str]") -> Portion:
    if match["points"]:
        return Portion(number_of(match["points"]), in_points=True)
    share = match["share"]
    return Portion(number_of(share[:-1]) / 100 if share.endswith("%") else fraction_of(share))
