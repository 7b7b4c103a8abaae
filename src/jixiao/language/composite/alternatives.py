"""Two rules of which the lower counts, or of which one is chosen."""

import re
from fractions import Fraction

from jixiao.language.composite.proportions import RATE, WEIGHT, as_rule
from jixiao.language.leftover import refuse_rest, speaks_of_score
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.points.outline import outline_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts import Part
from jixiao.rules.parts.combined import Choose, Lowest

_LOWER = re.compile(
    "(?:取|以|按)(?:其中)?(?:得分|分数|分值)(?:最|较)?低(?:者|的)|孰低|就低|取低|取其低|较低(?:的|者|得分|分|值)|取[^,;。]{0,8}最低|(?:取|以|按)(?:其)?(?:最|较)?低(?:者|分|值|的)|(?:取|以|按)[^,;。]{0,10}(?:低值|低分|小值)|取小|较小(?:者|值)|取(?:最|较)小"
)
_CHOICE = re.compile(
    r"(?:两者|二者|[两二]项)之一(?:进行)?(?:考核|评价|计分|评分|打分)|由[^,;。\d]{1,8}(?:自行|自主)选择(?:[1一](?:项|种|个))?|(?:[两二]者|[两二]种[^,;。]{0,4}|[两二]项)?(?:任选(?:其中)?(?:之)?其?(?:一(?:项|种|个))?|(?:选|择|选择|选取|选用|取|只取|采用|选择使用|只选|仅选|仅取)(?:用)?(?:其中)?(?:之)?其?一(?:项|种|个)?(?:指标)?|二选一|两者选一|择一|只(?:计|评)(?:其中)?一项)(?:进行)?(?:考核|评价|计分|评分|打分)?"
)
_OTHER = re.compile("孰高|就高|择优|较高(?:者|的得分)|取高|最低(?:得|计)?0|最低分")
_BY = re.compile(rf"按(?:照)?{RATE}(?:(?:[×*]|乘以){WEIGHT})?(?:计算)?(?:计分|得分|评分|赋分|打分)")
_TIMES = re.compile(rf"{RATE}(?:[×*]|乘以){WEIGHT}")
_LEADING = re.compile(r"^(?:.*\(|(?:分别|各)?(?:按照|按|以及|以|和|与|及))")
# What leads to one of the rules: 按结转率考核的,… names what is measured; 有合同约定的,… when it is chosen.
_MEASURED = re.compile(rf"^(?:选择|采用|选用)?按?(?:照)?{RATE}(?:进行)?(?:考核|评价|评分|计分)的?[,:]")
_WHEN = re.compile(r"^(?:(?![\d得扣])[^,;。:])*?(?:有|无|已|未)(?:(?![\d得扣])[^,;。:])*的,(?:则|改)?(?=.*(?:[分扣×]))")
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
_TIMES_ALL = re.compile(rf"(?P<sign>[×*]|乘以)(?P<points>{NUMBER})分(?![\d.%])")
_AT_MOST_ALL = re.compile(
    rf"(?:均|都|分别)?(?:以(?P<points>{NUMBER})分为上?限|最[高多](?:均|都)?(?:得|计|为|不超过)?(?P<most>{NUMBER})分)"
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
    texts = _texts(_in_full(text, sentence.beside.weight))
    if len(texts) < 2:
        raise NotUnderstood("没有读懂是哪几项规则", text)
    read = [sentence.within(each, sentence.beside.weight) for each in texts]
    rules: tuple[Part, ...] = tuple(each.part for each in read)
    notes = [note for each in read for note in each.notes]
    return Understood(Lowest(rules) if lower else Choose(rules), notes)


def _in_full(text: str, weight: Fraction | None) -> str:
    """The weight for the points that are the whole of it: 乘以5分, 最高得5分 of 5."""
    text = _TIMES_ALL.sub(
        lambda found: f"{found['sign']}权重分" if number_of(found["points"]) == weight else found[0], text
    )
    return _AT_MOST_ALL.sub(
        lambda found: "以满分为限" if number_of(found["points"] or found["most"]) == weight else found[0], text
    )


def _texts(text: str) -> list[str]:
    """The sentence of every rule: as listed, or for each rate named in proportion to the weight."""
    outline = outline_of(text)
    if outline is not None:
        if _OTHERWISE_RULED.search(outline.tail):
            raise NotUnderstood(f"“{outline.tail}”没有读懂", outline.tail)
        refuse_rest(outline.head, (*_LOWER.finditer(outline.head), *_CHOICE.finditer(outline.head)), "以下|下列")
        return [as_rule(item.text or item.name) for item in outline.items]
    sentences = _sentences(text)
    if len(sentences) > 1:
        return sentences
    if _OTHERWISE_RULED.search(_TIMES.sub("", _CAPPED.sub("", text))):
        raise NotUnderstood("没有读懂每项规则各是什么", text)
    times = list(_TIMES.finditer(text))
    if len(times) > 1:
        return [f"得分={_LEADING.sub('', match.group())}" for match in times]
    names = [match["name"] for match in _BY.finditer(text)]
    if len(names) < 2:
        listed = _LISTED.search(text)
        if listed is None or _PROPORTIONAL.search(text) is None:
            raise NotUnderstood("没有读懂每项规则各是什么", text)
        names = _BETWEEN_RATES.split(listed["names"])
    return [f"得分={name}×权重分" for name in names]


def _sentences(text: str) -> list[str]:
    """The rules in sentences of their own; none where the sentence that says which of them counts says more."""
    sentences = []
    for sentence in re.split("[;。\n]", text):
        chosen = _CHOICE.search(sentence) or _LOWER.search(sentence)
        if chosen is None:
            sentences.append(sentence)
            continue
        framed, colon, rule = sentence.partition(":")
        if speaks_of_score(framed.replace(chosen.group(), "")) or chosen.end() > len(framed):
            return []
        sentences += [rule] if colon else []
    rules = [as_rule(_WHEN.sub("", _MEASURED.sub(r"\g<name>", said))) for said in sentences if said]
    return rules if all(_OTHERWISE_RULED.search(rule) or "×" in rule for rule in rules) else []
