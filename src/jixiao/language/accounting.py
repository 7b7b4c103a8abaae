"""The account of a reading: the numbers that a sentence scores by and those of the rule read from it must agree.

A reader may overlook a clause, or take one number for another; such a reading is worse than none. So no number of
the sentence may be left over, and no bound of a curve may come from nowhere. Numbers are compared by value (5% is
1/20, 三成 is 3/10), whatever the grammar made of the words around them.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.figures import FIGURE, Figure, figure_of
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.sentences import Beside
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import Flat, Guard, Switch
from jixiao.rules.parts.counted import Bonus, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Line, Loss
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.portion import Portion, exact
from jixiao.rules.ranges import Range
from jixiao.rules.totals import Adjustment
from jixiao.text import normal

# Words whose numbers score nothing: examples, how many experts there are, the limits of the grades beside a cap.
_ASIDE = re.compile(
    r"[,;。(]?(?:例如|比如|举例|例(?=[:,])|如(?=完成))[^;。)]*|由\d+[名位]|百分制|\([^()]*[优良][^()]*\)"
)
# A formula is computed, not matched: what comes out of it need not look like what went in.
_FORMULA = re.compile("(?:得分|扣分)=[^,;。\n]*|(?:按|即)(?=[^,;。\n]{0,60}[×÷/*])[^,;。\n]*")
_FIGURE = re.compile(rf"(?<![第\d.])(?=[\d±正负零〇一二两三四五六七八九十百千半过-])(?:{FIGURE})")
_RANK = re.compile(rf"第({NUMBER})[名位]")
_PLACE = re.compile(rf"[第至到~-]({NUMBER})")
_COMPARED = re.compile(
    "(?:每[低高少多超晚早差缺满延迟推后逾期偏离增加减降升出]{0,4}|超过|大于|小于|高于|低于|少于|多于|不足|不满|达到?|逾期|超期|延期|延误|延迟|推迟|迟到|"
    "[≥≤><])$"
)
_LIMIT = re.compile(r"[及(]?以[上下内外]|\(不?含")

# Words that only rules of certain kinds can mean, each with those kinds.
_NEEDED: dict[str, tuple[type, ...]] = {
    "cases": (Checklist, Guard, Levels, Parts, Switch),
    "dates": (Levels, Parts),
    "nothing": (Checklist, Curve, Deductions, Flat, GradeCount, Guard, Levels, Parts, Switch),
    "experts": (Experts,),
    "discretion": (Discretionary,),
    "lowest": (Lowest,),
    "choice": (Choose,),
    "more": (Bonus, Adjustment),
    "each": (Each,),
}
_NEEDING = re.compile(
    "(?P<cases>已[^,;。]{1,16}?的?,?得[^,;。]*[,;]未[^,;。]{1,16}?的?,?不得分)|"
    r"(?P<dates>\d{1,2}月[^,;。]{0,4}前完成[^,;。]{0,4}得[^,;。]*[,;]\d{1,2}月[^,;。]{0,4}前完成)|"
    "(?P<nothing>不得分|一票否决)|(?P<experts>专家[^,;。]{0,8}打分)|(?P<discretion>酌情)|(?P<lowest>取最低|孰低)|"
    "(?P<choice>任选|选用|二选一|三选一|选其一)|(?P<more>每项加|另加|加分(?<![不再予]加分))|"
    "(?P<each>(?:每个|各)(?:单位|项目)[^,;。]{0,6}(?:分别|平均))"
)

# Words that tell how points are computed; no level that a person judges is named so.
_COMPUTED = re.compile("(?:按|采用|以)[^ ]*(?:乘积|乘以|换算|折算|比例|插值|排序)|择优|[×÷]")

_POINTS, _SHARE, _BOUND, _COUNT = "分", "份", "值", "个"
_Ratio = tuple[int, int]
_Held = tuple[str, _Ratio]


def must_agree(text: str, beside: Beside, rule: object) -> None:
    """Refuse a reading of a normalised text (NotUnderstood) that lost a number of it, or holds one of its own.

    >>> from jixiao.rules.portion import FULL
    >>> must_agree("得满分,最多扣3分", Beside(), FULL)
    Traceback (most recent call last):
    jixiao.language.notunderstood.NotUnderstood: “3分”没有用到，不敢认为读懂了
    """
    told = _ASIDE.sub("", text)
    nodes = list(_nodes(rule))
    _must_be_meant(told, nodes)
    _must_be_used(told, nodes, beside.weight)
    curves = [node for node in nodes if isinstance(node, Curve)]
    if curves:
        cells = (normal(cell).text for cell in (beside.target, *beside.criteria))
        stated = _stated(" ".join((told, *cells)))
        for curve in curves:
            _must_be_stated(curve, stated, computed=_FORMULA.search(told) is not None)


def _must_be_meant(told: str, nodes: list[Any]) -> None:
    """Refuse a rule of a kind that cannot mean all the words."""
    kinds = {type(node) for node in nodes}
    for said in _NEEDING.finditer(told):
        if kinds.isdisjoint(_NEEDED[said.lastgroup or ""]):
            raise _unused(said.group())
    for node in nodes:
        computed = _COMPUTED.search(" ".join(node.levels)) if isinstance(node, Levels) else None
        if computed is not None:
            raise NotUnderstood(f"“{computed.group()}”要计算，不是一种情形", computed.group())


def _must_be_used(told: str, nodes: list[Any], weight: Fraction | None) -> None:
    """Refuse a rule that lacks a number by which the text scores."""
    held = {number for node in nodes for number in _numbers(node)}
    for match in _FIGURE.finditer(_FORMULA.sub("", told)):
        figure = figure_of(match.group())
        if _scores(figure, match, weight) and held.isdisjoint(_taken_for(figure, weight)):
            raise _unused(match.group())
    for match in _RANK.finditer(told):
        if held.isdisjoint(_taken_for(Figure(number_of(match[1]), "count"), None)):
            raise _unused(match.group())


def _stated(text: str) -> set[_Ratio]:
    stated = {_ratio(figure_of(match.group()).value) for match in _FIGURE.finditer(text)}
    return stated | {_ratio(number_of(match[1])) for match in _PLACE.finditer(text)}


def _unused(words: str) -> NotUnderstood:
    return NotUnderstood(f"“{words}”没有用到，不敢认为读懂了", words)


def _scores(figure: Figure, match: "re.Match[str]", weight: Fraction | None) -> bool:
    """Whether points depend on the figure: every rate and every mark, and a count that something is compared with."""
    if figure.value in (0, 1) or (figure.kind in ("mark", "rate") and figure.value * 100 == weight):
        return False
    if figure.kind not in ("count", "bare"):
        return True
    text = match.string
    return _LIMIT.match(text, match.end()) is not None or _COMPARED.search(text[: match.start()][-6:]) is not None


def _taken_for(figure: Figure, weight: Fraction | None) -> Iterator[_Held]:
    """What a figure may rightly have become: 扣2分 of 5 may be 2 points, 3 points, 2/5 or 3/5 of the weight."""
    value = abs(figure.value)
    if figure.kind == "mark":
        points = value * 100
        yield _POINTS, _ratio(points)
        yield _BOUND, _ratio(points)
        yield _BOUND, _ratio(value)
        if weight:
            yield _POINTS, _ratio(weight - points)
            yield _SHARE, _ratio(points / weight)
            yield _SHARE, _ratio(1 - points / weight)
        return
    yield _BOUND, _ratio(value)
    yield _SHARE, _ratio(value)
    if figure.kind == "rate":
        yield _SHARE, _ratio(1 - value)
        yield _BOUND, _ratio(1 - value)
        yield _BOUND, _ratio(1 + value)
    if figure.kind in ("points", "bare"):
        yield _BOUND, _ratio(value * 100)
    if figure.kind in ("count", "bare"):
        yield _COUNT, _ratio(value)
        yield _BOUND, _ratio(value - 1)
        yield _BOUND, _ratio(value + 1)
        yield _BOUND, _ratio(value / 100)


def _ratio(value: Fraction) -> _Ratio:
    """The value without its sign; as a pair of integers it is looked up quickly."""
    return abs(value.numerator), value.denominator


def _numbers(node: Any) -> Iterator[_Held]:
    """The number that a part of a rule holds, by what it is: points, a share, a bound, a count."""
    kind = type(node)
    if isinstance(node, Portion):
        yield (_POINTS if node.in_points else _SHARE), _ratio(node.amount)
    elif kind is Fraction:
        yield _BOUND, _ratio(node)
    elif kind is int:
        yield _COUNT, (node, 1)
    elif isinstance(node, Checklist):
        yield from _of_points(node.portions, node.partly)
    elif isinstance(node, tuple | dict):
        yield _COUNT, (len(node), 1)


def _of_points(portions: Points, partly: Portion | None) -> Iterator[_Held]:
    """What points come to together, what share of them each is, and what one that is partly met earns."""
    worth = [_worth(each) for each in portions]
    together = sum(worth, start=Fraction(0))
    yield _POINTS, _ratio(together)
    for portion, value in zip(portions, worth, strict=True):
        if together:
            yield _SHARE, _ratio(value / together)
        if isinstance(portion, tuple):
            yield _SHARE, _ratio(value)
            yield from _of_points(portion, partly)
        elif partly is not None:
            yield _POINTS, _ratio(value * partly.amount)


def _worth(portion: "Portion | Points") -> Fraction:
    if isinstance(portion, Portion):
        return exact(portion.amount)
    return sum((_worth(each) for each in portion), start=Fraction(0))


def _nodes(node: Any) -> Iterator[Any]:
    """A rule and everything in it."""
    left = [node]
    while left:
        node = left.pop()
        yield node
        if isinstance(node, tuple):
            left += node
        elif isinstance(node, dict):
            left += node.values()
        elif not isinstance(node, Portion):
            left += [getattr(node, name) for name in getattr(node, "__dataclass_fields__", ())]


def _must_be_stated(curve: Curve, stated: set[_Ratio], computed: bool) -> None:
    """Refuse a curve with a bound that nobody stated, or a piece that gives what belongs to another range."""
    for when, gives in curve.pieces:
        bounds = [when.low, when.high]
        is_wide = when.low is None or when.low != when.high
        if isinstance(gives, Loss):
            bounds += [gives.start, gives.per]
            if gives.per <= 0 or not _on_one_side(gives.start, when.within(curve.domain())):
                raise NotUnderstood("扣分的起算点与扣分的范围不一致")
        elif isinstance(gives, Line):
            bounds += [x for x, _ in gives.anchors]
            if not _passes(gives, when):
                raise NotUnderstood("直线上的点与计分的范围不一致")
        for bound in bounds:
            if bound is None or _is_stated(bound, stated) or _is_implied(bound, curve, computed and is_wide):
                continue
            raise NotUnderstood(f"读出的“{curve.measure.text(bound)}”原文没有写，不敢认为读懂了")


def _is_stated(bound: Fraction, stated: set[_Ratio]) -> bool:
    """Whether a text states a bound, or a number it is taken from: 20% below, 20% above, one more, one less."""
    if bound in (0, 1, 100) or _ratio(bound) in stated:
        return True
    bound = abs(bound)
    near = (bound / 100, bound * 100, 1 - bound, bound - 1, bound + 1)
    return any(_ratio(each) in stated for each in near)


def _is_implied(bound: Fraction, curve: Curve, computed: bool) -> bool:
    """Whether a bound follows without being stated: points counted, all lost at double the base, a formula's zero."""
    return computed or bound <= curve.count or (curve.measure.percent and bound == 2)


def _on_one_side(start: Fraction, when: Range) -> bool:
    return (when.low is not None and when.low >= start) or (when.high is not None and when.high <= start)


def _passes(line: Line, when: Range) -> bool:
    """Whether a line has an anchor in its range or at its ends, or is a plain ratio, which starts from nothing."""
    (first, portion), *_ = line.anchors
    reached = Range(when.low, True, when.high, True)
    return first == portion.amount == 0 or any(reached.contains(x) for x, _ in line.anchors)
