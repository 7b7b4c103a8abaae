"""Two rules of which the lower counts, or of which one is chosen."""

import re

from jixiao.language.points.outline import outline_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood
from jixiao.rules.parts import Part
from jixiao.rules.parts.combined import Choose, Lowest

_LOWER = re.compile(
    "孰低|就低|取低|较低(?:的|者|得分|分|值)|取[^,;。]{0,8}最低|(?:取|以|按)(?:其)?(?:最|较)?低(?:者|分|值|的)|取小|较小(?:者|值)|取(?:最|较)小"
)
_CHOICE = re.compile(
    "任选|(?:选|择|选择|选取|选用|取|只取|采用|选择使用|只选|仅选|仅取)(?:用)?(?:其中)?(?:之)?其?一(?:项|种|个)?(?:指标)?|二选一|两者选一|择一|只(?:计|评)(?:其中)?一项"
)
_OTHER = re.compile("孰高|就高|择优|较高(?:者|的得分)|取高|最低(?:得|计)?0|最低分")
_RATE = r"(?P<name>[\u4e00-\u9fff()]*?(?:率|比例|程度|比重|满意度|进度|完成度))"
_BY = re.compile(
    rf"按(?:照)?{_RATE}(?:[×*](?:权重分|权重|分值|标准分)|乘以(?:权重分|权重|分值|标准分))?(?:计算)?(?:计分|得分|评分|赋分|打分)"
)
_TIMES = re.compile(rf"{_RATE}[×*](?:权重分|权重|分值|标准分)")
_LISTED = re.compile(
    r"(?:分别)?(?:按|以)?(?P<names>(?:[\u4e00-\u9fff]+?(?:率|度|比例|比重)(?:、|和|与|及|或者?)){1,3}[\u4e00-\u9fff]+?(?:率|度|比例|比重))"
)
_BETWEEN_RATES = re.compile("(?<=[率度例重])(?:、|和|与|以及|及|或者?)")
_PROPORTIONAL = re.compile(
    r"[×*](?:权重分|权重|分值|标准分|指标分值)|乘以(?:权重分|权重|分值|标准分|指标分值)|按比例|比率乘"
)
_CAPPED = re.compile(
    "(?:超过|大于|高于)100%的?(?:部分)?,?(?:均|一律)?(?:按|以|计)(?:为)?100%|以满分为限|不超过满分|最高(?:得|计)?满分"
)
_OTHERWISE_RULED = re.compile(r"扣|不得分|满分|得\d|计\d|0分|以上|以下")


def claims(sentence: Sentence) -> bool:
    """Whether one of several results counts."""
    text = sentence.text
    return bool((_LOWER.search(text) or _CHOICE.search(text)) and not _OTHER.search(text))


def understood(sentence: Sentence) -> Understood:
    """The rules, each read on its own, and which of them counts."""
    text = sentence.text
    lower, choice = _LOWER.search(text), _CHOICE.search(text)
    if lower and choice:
        raise NotUnderstood("又取较低的，又任选其一，没有读懂", text)
    texts = _texts(text)
    if len(texts) < 2:
        raise NotUnderstood("没有读懂是哪几项规则", text)
    read = [sentence.within(each, sentence.beside.weight) for each in texts]
    rules: tuple[Part, ...] = tuple(each.part for each in read)
    notes = [note for each in read for note in each.notes]
    return Understood(Lowest(rules) if lower else Choose(rules), notes)


def _texts(text: str) -> list[str]:
    """The sentence of every rule: as listed, or for each rate named in proportion to the weight."""
    outline = outline_of(text)
    if outline is not None:
        if _OTHERWISE_RULED.search(outline.tail):
            raise NotUnderstood(f"“{outline.tail}”没有读懂", outline.tail)
        return [_as_rule(item.text or item.name) for item in outline.items]
    if _OTHERWISE_RULED.search(_CAPPED.sub("", text)):
        raise NotUnderstood("没有读懂每项规则各是什么", text)
    names = [match["name"] for match in _BY.finditer(text)] or [match["name"] for match in _TIMES.finditer(text)]
    if len(names) < 2:
        listed = _LISTED.search(text)
        if listed is None or _PROPORTIONAL.search(text) is None:
            raise NotUnderstood("没有读懂每项规则各是什么", text)
        names = _BETWEEN_RATES.split(listed["names"])
    return [f"得分={name}×权重分" for name in names]


def _as_rule(text: str) -> str:
    """A listed rule; 执行率×分值 alone is what the score equals."""
    alone = re.fullmatch(rf"(?:按)?{_RATE}[×*](?:权重分|权重|分值|标准分)", text.strip(",;。"))
    return f"得分={alone['name']}×权重分" if alone else text
