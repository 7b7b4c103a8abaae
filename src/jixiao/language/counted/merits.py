"""Points added to a base score for every merit, within a limit."""

import re

from jixiao.language.counted.amounts import amount, portion
from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood
from jixiao.rules.parts.counted import Bonus

_ADD = "(?:另外|额外|另|再|可|予以|给予)*(?:加计|加|奖励|增加)"
_UNIT = "(?:个|项|次|篇|件|起|例|人次|人|种|份)"
_EACH = re.compile(rf"(?:每|(?:1|一){_UNIT}|{_UNIT})[^,;。]{{0,30}}?,?(?:的)?,?{_ADD}{amount('each')}")
_MOST = re.compile(
    rf"(?:最多|最高|累计最多|累计最高|至多)(?:可)?(?:累计)?(?:{_ADD}|不超过){amount('most')}|"
    rf"(?:加分|累计加分|加分累计|累计|合计|加分合计|加分总额)(?:最多|最高)?(?:不(?:得)?超过|上限为?|以|不高于){amount('limit')}(?:为限)?"
)
_OVER = re.compile(
    "可(?:以)?(?:突破|超过|超出|高于)[^,;。]{0,8}(?:满分|权重|分值|标准分)|不受[^,;。]{0,8}(?:满分|权重|分值)[^,;。]{0,4}限制"
)
_WITHIN = re.compile(
    r"不(?:得|能|可)?(?:超过|突破|超出|高于)[^,;。]{0,10}(?:满分|权重分|权重|分值|标准分|\d分)|以[^,;。]{0,10}(?:满分|权重分|分值|\d分)为(?:上)?限"
)
_OTHER = re.compile(r"扣|不得分|得满分|得\d|按比例|[×*÷]|总分(?!值)")
_ADDS = re.compile(f"{_ADD}(?:\\d|[一二三四五半]|权重)")


def claims(sentence: Sentence) -> bool:
    """Whether points are added for merits, and nothing else is said of the score."""
    return _ADDS.search(sentence.text) is not None and _OTHER.search(sentence.text) is None


def understood(sentence: Sentence) -> Understood:
    """What every merit adds, at most how much, and whether the weight may be exceeded."""
    text = sentence.text
    each, most = _EACH.search(text), _MOST.search(text)
    if each is None or len(_ADDS.findall(text)) > 1 + (most is not None and _ADDS.search(most.group()) is not None):
        raise NotUnderstood("没有读懂每项加多少分", text)
    if most is None:
        raise NotUnderstood("没有写明最多加多少分", text)
    over, within = _OVER.search(text) is not None, _WITHIN.search(_MOST.sub("", text)) is not None
    if over and within:
        raise NotUnderstood("又可以超过权重分，又不能超过，没有读懂", text)
    notes = [] if over or within else ["没有写明加分后能否超过权重分，按不超过理解"]
    one, limit = portion(each, "each"), portion(most, "most") or portion(most, "limit")
    assert one is not None
    assert limit is not None
    return Understood(Bonus(None, one, limit, over), notes)
