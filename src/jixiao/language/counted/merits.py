"""Points added to a base score for every merit, within a limit."""

import re
from fractions import Fraction

from jixiao.language.counted.amounts import amount, portion
from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts import Part
from jixiao.rules.parts.conditional import Flat
from jixiao.rules.parts.counted import Bonus
from jixiao.rules.portion import NOTHING, Portion

_ADD = "(?:另外|额外|另|再|可|予以|给予)*(?:加计|加|奖励|增加)"
_UNIT = "(?:个|项|次|篇|件|起|例|人次|人|种|份)"
_ONE = rf"(?:每[增多]?|(?:1|一){_UNIT}|{_UNIT})"
_EACH = re.compile(rf"{_ONE}[^,;。]{{0,30}}?,?(?:的)?,?{_ADD}{amount('each')}")
_MOST = re.compile(
    rf"(?:最多|最高|累计最多|累计最高|至多)(?:可)?(?:累计)?(?:{_ADD}|不超过){amount('most')}|"
    rf"(?:加分(?:项|值|部分)?|累计加分|加分累计|累计|合计|加分合计|加分总额|奖励分?)(?:(?:最多|最高|总[计额])?(?:为|不(?:得|能)?(?:超过|高于|突破)|上限为?|以)|最多|最高){amount('limit')}(?:为限|封顶)?"
)
_FULL = "(?:(?:本|该)?(?:项|条)?(?:指标)?的?(?:满分值?|权重分值|权重分|权重|分值|标准分))(?!的?\\d)"
_UP_TO = re.compile(rf"加[满到至](?P<whole>(?:{NUMBER})分)(?:为止|止|为限)?(?=[,;。]|$)")
_FULL_OF = re.compile(rf"(满分值?|权重分值?|分值)(?:的|为|即)?\(?({NUMBER})分\)?")
_OVER = re.compile(
    f"可(?:以)?(?:突破|超过|超出|高于)[^,;。]{{0,8}}?{_FULL}|不受[^,;。]{{0,8}}?{_FULL}[^,;。]{{0,4}}限制?"
)
_TOTAL = (
    "(?:加分后|加后|加上后)?的?(?:本|该)?(?:项|指标|项指标)?(?:最终|最后|合计|累计|实际)?"
    "(?:总得分|总分|得分)(?:合计|总和|总计|累计)?"
)
_NOT_OVER = "(?:最高|最多)?(?:不(?:得|能|可)?(?:超过|突破|超出|高于|大于))"
_WITHIN = re.compile(
    rf"(?:{_TOTAL}|加分后)?[^,;。]{{0,4}}?{_NOT_OVER}[^,;。\d]{{0,6}}?{_FULL}|(?:{_TOTAL}|加分后)?以{_FULL}为(?:上)?限|"
    rf"(?:{_TOTAL}|加分后)(?:{_NOT_OVER}|以|最高为?|上限为?)(?P<whole>{NUMBER})分(?:为(?:上)?限|封顶)?"
)
_BASE = re.compile(
    rf"^(?:(?:本|该)?(?:项|指标)|在|以)*(?:基础分|基本分|起评分)(?:值)?(?:为|是|计|:)?(?P<base>{NUMBER})分(?:的?基础上)?(?=[,;。])"
)
# 按完成率计算基础得分: the rule of the base score in a clause of its own.
_BASE_RULE = re.compile(r"(?P<rule>按[^,;。\n]{2,20}?计算)(?:得出|作为|为)?基础(?:得)?分(?:值)?[,;。]")
# Every merit earns, from nothing up to the weight: 每新增一家企业得0.5分,最高4分.
_EARNED_EACH = re.compile(
    rf"(?:[^,;。\d每]{{2,12}},?)?每(?:新增|增加|完成|获得|引进|培育|新建)?[一1]?(?:家|户|场|{_UNIT})[^,;。\d]{{0,16}}?的?,?[得计]{amount('each')},"
    rf"(?:最高|最多|满分)(?:得|计|不超过|为)*{amount('limit')}(?:为止|封顶)?[。;]?"
)
_OTHER = re.compile(r"扣|不得分|得满分|(?<![获取])得\d|按比例|[×*÷]")
_ADDS = re.compile(f"{_ADD}(?:\\d|[一二三四五半]|权重)")
_FILLING = "(?:同一|相同)[^,;。]{0,12}(?:不重复|不累计|按最高)[^,;。]{0,6}(?:加分|计分)?|超额|加分"


def claims(sentence: Sentence) -> bool:
    """Whether points are added for merits, and nothing else is said of the score."""
    if _EARNED_EACH.fullmatch(sentence.text) is not None:
        return True
    text = _written_out(sentence.text)[1]
    return _ADDS.search(text) is not None and _OTHER.search(text) is None


def understood(sentence: Sentence) -> Understood:
    """What every merit adds, at most how much, and whether the weight may be exceeded."""
    text = sentence.text
    earned = _EARNED_EACH.fullmatch(text)
    if earned is not None:
        return _from_nothing(earned, sentence.beside.weight)
    rule, text = _written_out(_of_full_marks(text, sentence.beside.weight))
    within, over = _WITHIN.search(text), _OVER.search(text)
    whole = within["whole"] if within else None
    if whole is not None and number_of(whole) != sentence.beside.weight:
        raise NotUnderstood("加分后的上限不是权重分，没有读懂", text)
    each, most = (
        _EACH.search(text),
        next((found for found in _MOST.finditer(text) if not _overlap(found, within)), None),
    )
    if each is None or len(_ADDS.findall(text)) > 1 + (most is not None and _ADDS.search(most.group()) is not None):
        raise NotUnderstood("没有读懂每项加多少分", text)
    base = _BASE.search(text)
    full = Portion(sentence.beside.weight or Fraction(0), in_points=True)
    if most is None and (base is None or within is None):
        raise NotUnderstood("没有写明最多加多少分", text)
    if over and within:
        raise NotUnderstood("又可以超过权重分，又不能超过，没有读懂", text)
    refuse_rest(text, (each, most, over, within, base), _FILLING)
    notes = [] if over or within else ["没有写明加分后能否超过权重分，按不超过理解"]
    one = portion(each, "each")
    limit = full if most is None else portion(most, "most") or portion(most, "limit")
    assert one is not None
    assert limit is not None
    if base is not None and most is not None and "加" not in most.group() and limit != full:
        raise NotUnderstood("写了基础分，没有读懂上限是加分的还是得分的", most.group())
    start: Part | None = None if base is None else Flat(Portion(number_of(base["base"]), in_points=True))
    if rule:
        inner = sentence.within(rule, sentence.beside.weight)
        start, notes = inner.part, [*inner.notes, *notes]
    return Understood(Bonus(start, one, limit, over is not None), notes)


def _of_full_marks(text: str, weight: Fraction | None) -> str:
    """满分10分 of 10 is the full marks."""
    text = _UP_TO.sub(r"加分后以\g<whole>为限", text)
    return _FULL_OF.sub(lambda found: found[1] if number_of(found[2]) == weight else found[0], text)


def _written_out(text: str) -> tuple[str, str]:
    """The rule of the base score, where it is written out before the merits, and what is said of these."""
    each = _EACH.search(text)
    if each is None:
        return "", text
    base = _BASE_RULE.match(text, 0, each.start())
    if base is not None:
        return f"{base['rule']}得分", text[base.end() :]
    stop = max(text.rfind(sign, 0, each.start()) for sign in ";。\n") + 1
    return (text[:stop], text[stop:]) if _OTHER.search(text[:stop]) else ("", text)


def _from_nothing(earned: "re.Match[str]", weight: Fraction | None) -> Understood:
    """Every merit earns its points; the limit must be the weight."""
    one, limit = portion(earned, "each"), portion(earned, "limit")
    assert one is not None
    if limit != Portion(weight or Fraction(0), in_points=True):
        raise NotUnderstood("最多得多少分与权重分不一致", earned.group())
    return Understood(Bonus(Flat(NOTHING), one, limit, over_weight=False))


def _overlap(one: "re.Match[str]", other: "re.Match[str] | None") -> bool:
    return other is not None and one.start() < other.end() and other.start() < one.end()
