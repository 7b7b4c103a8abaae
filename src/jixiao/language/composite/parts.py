"""Parts of the weight, each with a rule of its own or all with the same."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.composite.announced import SUM
from jixiao.language.composite.proportions import as_rule, doubts_whose_weight, of_itself, of_the_whole
from jixiao.language.leftover import speaks_of_score
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC
from jixiao.language.points.about import About, Does
from jixiao.language.points.clauses import point_clauses
from jixiao.language.points.family import listed, numbered
from jixiao.language.points.outline import Outline, named
from jixiao.language.points.rewording import reworded
from jixiao.language.points.words import Amount
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts import Part
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.parts.conditional import Flat, Switch
from jixiao.rules.portion import FULL, NOTHING, Portion

_CLAUSE = re.compile(r"(?:[^,;。\n()]|\([^()]*\)|[()])+")
_VOID = re.compile(
    "(?:总体|总额|整体|合计|总的|总量|总支出|总预算|全部)[^,;。]{0,20}?(?:的|则|,)*(?:整个指标|本指标|该指标|该项指标|整项|全部)?(?:均|一律)?(?:不得分|不计分|得0分|计0分)|"
    "[^,;。]*,(?:整个指标|本指标|该指标|该项指标|整项)(?:均|一律)?(?:不得分|不计分|得0分|计0分)"
)
_EVENT_ALONE = re.compile(
    r"(?P<event>(?:若|如果?|凡|一旦)?(?:存在|发生|出现|发现|有)[^,;。\d扣得]{2,40}?)的?,?(?:则|均|一律|直接)*(?:(?:整个|本|该)(?:项)?指标|整项)?"
    "(?:则|均|一律|直接)*(?:不得分|不计分|[得计]0分)"
)
_UNTIL_NOTHING = re.compile("(?:[两三四五]项|各项|各部分|以上)?(?:各自|分别|均|各)*(?:扣完为止|最[低少](?:得|计)?0分)")
_RESPECTIVE = re.compile(
    rf"(?P<names>[\u4e00-\u9fff“”]{{2,12}}(?:、[\u4e00-\u9fff“”]{{2,12}})*(?:、|和|与)[\u4e00-\u9fff“”]{{2,8}}?)(?P<noun>[\u4e00-\u9fff]{{2}}[率度])?"
    rf"(?:分别|依次)占(?:权重分?的?|分值的?)?(?P<shares>(?:{ARABIC})(?:%|分)(?:、(?:{ARABIC})(?:%|分))+)"
)
_RATE = re.compile("(?:率|度|比例)$")
_IN_PROPORTION = re.compile("[,;。]?(?:分别|均|各自?)*(?:按|以)(?:照|各自的?|实际)*[^,;。扣]{0,6}(?:率|比例)")
_CHANGED = re.compile("扣|不得分|不计分|否决|减半|加倍|最[高多]")
_TIER = re.compile(r"\d|[<>≤≥=]|达到|达$|的$|每|扣|符合|完成$|否则|未|得$")
_GIVES_NOTHING = re.compile("不得分|不计分|(?<![至到低.\\d])[0零]分|否决")
_OF_EACH = re.compile("各|分别|[对相]应的?(?:分值|权重)")
_EARNS = re.compile("[得计满]|均|率|比例")
_RULE = re.compile(r"扣|满分|不得分|[×*]|比例|按.{0,8}率|得分|计分")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part: its name, its amount, and its own rule ("" where it shares one)."""

    name: str
    amount: Amount
    rule: str


def claims(sentence: Sentence) -> bool:
    """Whether parts with shares have rules that are no judgement of points."""
    found = _pieces(sentence)
    if found is None:
        return False
    pieces, common, _ = found
    if any(_scores(piece.rule) for piece in pieces) or _is_rule(_VOID.sub("", common)):
        return True
    return all(_RATE.search(piece.name) for piece in pieces) and _IN_PROPORTION.match(common) is not None


def understood(sentence: Sentence) -> Understood:
    """The parts; a part without a rule of its own takes the common one, or is met or not."""
    found = _pieces(sentence)
    assert found is not None
    pieces, common, head = found
    if _CHANGED.search(head):
        raise NotUnderstood(f"“{head}”没有说明怎样影响各部分", head)
    void = _VOID.search(common) is not None
    common = _VOID.sub("", common).strip(",;。 ")
    if all(piece.rule for piece in pieces) and _GIVES_NOTHING.search(common) is not None:
        raise NotUnderstood(f"“{common}”不知道说的是各部分还是整个指标", common)
    if any(piece.rule for piece in pieces) and not all(piece.rule for piece in pieces) and _is_rule(common):
        raise NotUnderstood("有的部分有自己的规则，又有共同的规则，没有读懂", common)
    if all(piece.rule for piece in pieces) and speaks_of_score(_UNTIL_NOTHING.sub("", common)):
        raise NotUnderstood(f"“{common}”没有读懂说的是哪一部分", common)
    if _OF_EACH.search(pieces[-1].rule) and not any(piece.rule for piece in pieces[:-1]):
        raise NotUnderstood(f"“{pieces[-1].rule}”不知道说的是最后一个部分还是各部分", pieces[-1].rule)
    if "扣" in common and _OF_EACH.search(common) is None and _EARNS.search(common) is None:
        raise NotUnderstood(f"“{common}”没有写明从哪一部分的分值中扣", common)
    notes: list[str] = []
    shares = tuple(_share(piece, common, sentence, notes) for piece in pieces)
    return Understood(Parts(shares, void), list(dict.fromkeys(notes)))


def _share(piece: _Piece, common: str, sentence: Sentence, notes: list[str]) -> Share:
    portion = Portion(piece.amount.value, in_points=piece.amount.of == "分")
    if piece.amount.of == "要点":
        raise NotUnderstood(f"“{piece.name}”的分值没有读懂", piece.name)
    text = as_rule(piece.rule or common)
    if not text or _is_of_points(text):
        return Share(piece.name, portion, _holds())
    weight = sentence.beside.weight
    text = of_the_whole(text, weight)
    notes += doubts_whose_weight(text)
    inner = sentence.within(of_itself(text), None if weight is None else Fraction(_points(portion, weight)))
    notes += inner.notes
    return Share(piece.name, portion, inner.part)


def _points(portion: Portion, weight: Fraction) -> Fraction:
    return portion.amount if portion.in_points else portion.amount * weight


def _holds() -> Part:
    return Switch(("holds",), Flat(FULL), Flat(NOTHING))


def _is_rule(text: str) -> bool:
    """Whether the text says how a part is scored, beyond whether it is met or what voids everything."""
    text = reworded(text, None)
    if not text or _RULE.search(text) is None:
        return False
    try:
        clauses = list(point_clauses(text))
    except NotUnderstood:
        return True
    return any(
        clause.about is About.EVENT and clause.does not in (Does.NOTHING, Does.EARN_AT_MOST, Does.LIMIT)
        for clause in clauses
    )


def _scores(text: str) -> bool:
    """Whether a part's own text says how it is scored, be it only in proportion."""
    return _RULE.search(text) is not None and not _is_of_points(text)


def _is_of_points(text: str) -> bool:
    """Whether the text says no more than that what is met earns its share and what is not does not."""
    if re.search(r"\d", text):
        return False
    try:
        clauses = list(point_clauses(text))
    except NotUnderstood:
        return False
    return all(clause.about is not About.EVENT and clause.does in (Does.EARN, Does.NOTHING) for clause in clauses)


def _pieces(sentence: Sentence) -> tuple[list[_Piece], str, str] | None:
    """The parts with their amounts, what is said of all of them behind them, and what stands before them."""
    sentence = replace(sentence, text=_one_by_one(SUM.sub("", sentence.text.rstrip("。"))))
    outline = numbered(sentence.text)
    if outline is None:
        own = _with_own_rules(sentence.text)
        if len(own) > 1:
            return own, "", ""
        outline = listed(sentence)
    if outline is None or any(item.under is not None for item in outline.items):
        return None
    outline = _with_veto_behind(outline)
    common, tail = _common_amount(outline.head, outline.tail)
    amounts = [item.amount or common for item in outline.items]
    pieces = [
        _Piece(item.name, amount, item.about)
        for item, amount in zip(outline.items, amounts, strict=True)
        if amount is not None
    ]
    are_parts = len(pieces) == len(outline.items) and all(piece.name for piece in pieces)
    return (pieces, tail, outline.head) if are_parts else None


def _with_veto_behind(outline: Outline) -> Outline:
    """The parts without a last one that only says when nothing of the indicator is earned; that is said behind them."""
    *items, last = outline.items
    veto = _EVENT_ALONE.fullmatch(last.text)
    if veto is None or len(items) < 2:
        return outline
    return replace(outline, items=tuple(items), tail=f"{veto['event']},本指标不得分;{outline.tail}")


def _one_by_one(text: str) -> str:
    """人员经费、公用经费执行率分别占30%、70%, as 人员经费执行率占30%、公用经费执行率占70%,."""
    found = _RESPECTIVE.search(text)
    if found is None:
        return text
    names, shares = re.split("[、和与]", found["names"]), found["shares"].split("、")
    if len(names) != len(shares):
        raise NotUnderstood("部分的个数与所占份额的个数不同", found.group())
    each = "、".join(f"{name}{found['noun'] or ''}占{share}" for name, share in zip(names, shares, strict=True))
    return f"{text[: found.start()]}{each}{text[found.end() :]}"


def _common_amount(head: str, tail: str) -> tuple[Amount | None, str]:
    """What every part has, where that is said of all; and the tail without it."""
    for text, rest in ((head, tail), (tail, "")):
        try:
            first = next(iter(point_clauses(text)), None)
        except NotUnderstood:
            continue
        if first is not None and first.about is About.EACH and first.amounts:
            return first.amounts[0], rest or tail.removeprefix(first.words).lstrip(",;。")
    return None, tail


def _with_own_rules(text: str) -> list[_Piece]:
    """数量(权重40%)按完成比例计分, 质量占60%,合格得分: parts with what follows each; none if one has no rule."""
    starts = [
        (match.start(), found) for match in _CLAUSE.finditer(text) if (found := _opening(match.group())) is not None
    ]
    if starts and speaks_of_score(text[: starts[0][0]]):
        return []
    ends = [start for start, _ in starts[1:]] + [len(text)] * bool(starts)
    pieces = [
        _Piece(name, amount, named(text[start:end])[2])
        for (start, (name, amount)), end in zip(starts, ends, strict=True)
    ]
    return pieces if all(piece.rule for piece in pieces) else []


def _opening(clause: str) -> tuple[str, Amount] | None:
    """The name and the amount with which a part begins."""
    name, amount, _ = named(clause)
    if not name or amount is None or amount.value == 1 or _TIER.search(name):
        return None
    return name, amount
