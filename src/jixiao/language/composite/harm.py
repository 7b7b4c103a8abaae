"""A rate below its target that counts for less where the work was harmed (资金不到位影响项目实施)."""

import re
from dataclasses import replace
from fractions import Fraction

from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, FRACTION, fraction_of, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.conditional import Switch
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Line
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range

_NOT = "(?:没有|没|未|不|尚未|并未|无)"
_HARM = "(?:影响|不利影响|负面影响|不良影响|不良后果|损害|延误|损失|危害)"
_UNHARMED = re.compile(f"{_NOT}(?:对[^,;。]{{1,12}})?(?:造成|产生|带来|有)?(?:明显|实质性?)?{_HARM}")
_HARMED = re.compile(
    f"(?<!未)(?<!不)(?:对(?:(?![没未不])[^,;。]){{1,12}})?(?:已|已经)?(?:造成|产生|带来)?(?:明显|实质性?)?{_HARM}"
)
_MENTION = re.compile(f"(?P<unharmed>{_UNHARMED.pattern})|{_HARMED.pattern}")
_RATE = re.compile("到位率|拨付率|支付率|执行率|到位比例|拨付比例|支付比例|完成率|下达率|率|比例")
_PROPORTION = re.compile("(?:率|比例)[×*]|按[^,;。]{0,12}(?:率|比例|比率)[^,;。]{0,4}(?:计分|得分|赋分|计算|计)|乘以")
_OTHERWISE = re.compile("不得分|不计分|扣|满分")
_FACTOR = re.compile(
    rf"[×*](?P<share>{ARABIC}%|0\.\d+|{FRACTION})|(?:再)?打(?P<tenths>[一二三四五六七八九])折|(?P<half>减半|折半|对折|一半)|"
    rf"(?:乘以|按|[率例]的|(?:分值|权重分?|标准分)的)(?P<by>{ARABIC}%|0\.\d+|{FRACTION})"
)
_TARGET = re.compile(rf"(?P<target>{ARABIC})%")
_FULL = re.compile(rf"[^,;。\n]*(?:{ARABIC}%|足额|全额|全部到位)[^;。\n]{{0,8}}?(?:满分|{ARABIC}分|100%)")
_BELOW = rf"(?:低于|小于|不足|未达到?|达不到|没有达到|没达到|<)(?:{ARABIC}%|足额)|不足额|不足|以下"
_TO_STOP = re.compile(r"[^;。\n]*")
# 造成不良影响的,在此基础上乘以0.8: a reduction of whatever the rule before it gives.
_ON_TOP = re.compile(
    r"(?P<when>[;。\n][^,;。\n]*),?则?(?:在(?:此|上述|以上|前述)(?:得分)?的?基础上|(?:上述|以上)?得分|再)按?"
    rf"(?P<cut>{_FACTOR.pattern})(?:计算|计分|得分|计)?[,;。\n]?$"
)


def _on_top(text: str) -> "re.Match[str] | None":
    """The last clause, where it reduces for harm whatever the rule before it gives."""
    start = max((match.start() for match in re.finditer(r"[;。\n]", text[:-1])), default=-1)
    found = _ON_TOP.match(text, start) if start >= 0 else None
    return found if found is not None and _HARMED.search(found["when"]) else None


def claims(sentence: Sentence) -> bool:
    """Whether harm to the work decides how much of a rate counts."""
    text = sentence.text
    if _on_top(text) is not None:
        return True
    return bool(_UNHARMED.search(text) and _HARMED.search(_UNHARMED.sub("", text)) and _RATE.search(text))


def understood(sentence: Sentence) -> Understood:
    """In full from the target on; below it the rate without harm, the reduced rate with it."""
    on_top = _on_top(sentence.text)
    if on_top is not None and _UNHARMED.search(sentence.text) is None:
        return _reduced(sentence, on_top)
    unharmed = _proportional(sentence.text, harmed=False)
    harmed = _proportional(sentence.text, harmed=True)
    refuse_rest(sentence.text, (unharmed, harmed, _FULL.search(sentence.text)), _BELOW)
    factor = _factor(harmed.group())
    if _factor(unharmed.group()) != 1 or factor >= 1:
        raise NotUnderstood("没有写明有影响时怎样打折", harmed.group())
    target = _target(sentence.text)
    return Understood(Switch(("harm",), _curve(target, factor), _curve(target, Fraction(1))))


def _reduced(sentence: Sentence, on_top: "re.Match[str]") -> Understood:
    """A proportional rule, and what is left of it after harm."""
    inner = sentence.within(sentence.text[: on_top.start()], sentence.beside.weight)
    factor = _factor(on_top["cut"])
    if not isinstance(inner.part, Curve) or factor >= 1:
        raise NotUnderstood("没有写明有影响时怎样打折", on_top["cut"])
    pieces = tuple((when, _times(gives, factor)) for when, gives in inner.part.pieces)
    return Understood(Switch(("harm",), replace(inner.part, pieces=pieces), inner.part), inner.notes)


def _times(gives: Giving, factor: Fraction) -> Giving:
    if isinstance(gives, Fixed):
        return Fixed(replace(gives.portion, amount=gives.portion.amount * factor))
    if isinstance(gives, Line):
        return Line(tuple((x, replace(portion, amount=portion.amount * factor)) for x, portion in gives.anchors))
    raise NotUnderstood("有影响时打折的规则不是按比例计分")


def _proportional(text: str, harmed: bool) -> "re.Match[str]":
    """What is said of the case with harm, or without, which must count a rate."""
    mentions = list(_MENTION.finditer(text))
    ends = [*(mention.start() for mention in mentions[1:]), len(text)]
    for mention, end in zip(mentions, ends, strict=True):
        if harmed == (mention["unharmed"] is None):
            said = _TO_STOP.match(text, mention.end(), end)
            assert said is not None
            if _PROPORTION.search(said.group()) is None or _OTHERWISE.search(said.group()):
                raise NotUnderstood(f"“{mention.group()}{said.group()}”没有写明按什么比例计分", mention.group())
            return said
    raise NotUnderstood("没有分别写明有无影响时怎样计分", text)


def _factor(text: str) -> Fraction:
    """What a stretch of text multiplies by, said once or again behind 即; nothing said is one."""
    if "即" in text:
        said, _, again = text.partition("即")
        if _factor(said) not in (1, _factor(again)):
            raise NotUnderstood(f"“{again}”与“{said}”不一致", again)
        return _factor(again)
    found = list(_FACTOR.finditer(text))
    if not found:
        return Fraction(1)
    if len(found) > 1:
        raise NotUnderstood(f"“{text.strip(',;。')}”打了两次折，没有读懂", found[-1].group())
    (match,) = found
    if match["half"]:
        return Fraction(1, 2)
    if match["tenths"]:
        return number_of(match["tenths"]) / 10
    share = match["share"] or match["by"]
    if share.endswith("%"):
        return number_of(share[:-1]) / 100
    return Fraction(share) if share[0] == "0" else fraction_of(share)


def _target(text: str) -> Fraction:
    """The rate from which on everything counts: one figure, or 足额."""
    rates = {number_of(match["target"]) / 100 for match in _TARGET.finditer(re.sub(_FACTOR, "", text))}
    if len(rates) > 1 or (not rates and not re.search("足额|全额|全部到位", text)):
        raise NotUnderstood("没有写明比率达到多少得满分", text)
    return rates.pop() if rates else Fraction(1)


def _curve(target: Fraction, factor: Fraction) -> Curve:
    below = Line(((Fraction(0), NOTHING), (Fraction(1), Portion(factor))))
    return Curve(MEASURES["rate"], ((Range(target, True), Fixed(FULL)), (Range(None, False, target), below)))
