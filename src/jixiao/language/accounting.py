"""The account of a reading: the numbers that a sentence scores by and those of the rule read from it must agree.

A reader may overlook a clause, or take one number for another; such a reading is worse than none. So no number of
the sentence may be left over, and no bound of a curve may come from nowhere. Numbers are compared by value (5% is
1/20, 三成 is 3/10), whatever the grammar made of the words around them.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jixiao.language.limits import must_be_limited
from jixiao.language.meaning import must_be_meant, unused
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.figures import FIGURE, Figure, figure_of
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.provisos import EXAMPLE
from jixiao.language.sentences import Beside
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Line, Loss
from jixiao.rules.portion import Portion, exact
from jixiao.rules.ranges import Range
from jixiao.text import normal

# Words whose numbers score nothing: how many experts there are, the limits of the grades beside a cap.
_ASIDE = re.compile(
    r"由\d+[名位]|(?:专家组?|评委|评审组?)[^,;。\d]{0,4}(?:不少于|不低于|至少)\d+[名位人]|精确到[\d.]+分|百分制|"
    r"\((?=[^()]*[优良])[^()扣得]*\)"
)
# A formula is computed, not matched: what comes out of it need not look like what went in.
_FORMULA = re.compile("(?:得分|扣分)=[^,;。\n]*|(?:按|即)(?=[^,;。\n]{0,60}[×÷/*])[^,;。\n]*")
_FIGURE = re.compile(rf"(?<![第\d.])(?=[\d±正负零〇一二两三四五六七八九十百千半过-])(?:{FIGURE})")
# What is left of a score: 减半, 打八折.
_CUT = re.compile(r"(?P<half>减半|折半|对折)|打?(?P<tenths>[一二三四五六七八九](?:点?[一二三四五六七八九])?)折")
_RANK = re.compile(rf"第({NUMBER})[名位]")
_PLACE = re.compile(rf"[第至到~-]({NUMBER})")
_COMPARED = re.compile(
    "(?:每[低高少多超晚早差缺满延迟推后逾期偏离增加减降升出]{0,4}|超过|大于|小于|高于|低于|少于|多于|不足|不满|达到?|逾期|超期|延期|延误|延迟|推迟|迟到|"
    "(?<!以)前|[≥≤><])$"
)
_LIMIT = re.compile(r"[及(]?以[上下内外]|\(不?含")

_POINTS, _SHARE, _BOUND, _COUNT, _DISTANCE, _MULTIPLE = "分", "份", "值", "个", "距", "比"
_Ratio = tuple[int, int]
_Held = tuple[str, _Ratio]


def must_agree(text: str, beside: Beside, rule: object) -> None:
    """Refuse a reading of a normalised text (NotUnderstood) that lost a number of it, or holds one of its own.

    >>> from jixiao.rules.portion import FULL
    >>> must_agree("得满分,最多扣3分", Beside(), FULL)
    Traceback (most recent call last):
    jixiao.language.notunderstood.NotUnderstood: “最多扣3分”没有用到，不敢认为读懂了
    """
    told = _ASIDE.sub("", EXAMPLE.sub("", text))
    nodes = list(_nodes(rule))
    if any(isinstance(node, Checklist) and not node.portions for node in nodes):
        raise NotUnderstood("没有读懂有哪些要点")
    must_be_meant(told, nodes)
    must_be_limited(told, nodes, beside.weight)
    _must_be_used(told, nodes, beside.weight)
    curves = [node for node in nodes if isinstance(node, Curve)]
    if curves:
        cells = (normal(cell).text for cell in (beside.target, *beside.criteria))
        stated = _stated(" ".join((told, *cells)))
        for curve in curves:
            _must_be_stated(curve, stated, computed=_FORMULA.search(told) is not None)


def _must_be_used(told: str, nodes: list[Any], weight: Fraction | None) -> None:
    """Refuse a rule that lacks a number by which the text scores."""
    held = {number for node in nodes for number in (*_numbers(node), *_distances(node))}
    for match in _FIGURE.finditer(_FORMULA.sub("", told)):
        figure = figure_of(match.group())
        if _scores(figure, match, weight) and held.isdisjoint(_taken_for(figure, weight)):
            raise unused(match.group())
    for match in _CUT.finditer(told):
        left = Fraction(1, 2) if match["half"] else number_of(match["tenths"].replace("点", "")[0]) / 10
        if held.isdisjoint(_taken_for(Figure(left, "rate"), weight)):
            raise unused(match.group())
    for match in _RANK.finditer(told):
        if held.isdisjoint(_taken_for(Figure(number_of(match[1]), "count"), None)):
            raise unused(match.group())


def _stated(text: str) -> set[_Ratio]:
    stated = {_ratio(figure_of(match.group()).value) for match in _FIGURE.finditer(text)}
    return stated | {_ratio(number_of(match[1])) for match in _PLACE.finditer(text)}


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
            yield _BOUND, _ratio(points / weight)
        return
    yield _BOUND, _ratio(value)
    yield _SHARE, _ratio(value)
    if figure.kind == "points":
        yield _DISTANCE, _ratio(value)
    if figure.kind == "rate" and weight:
        yield _POINTS, _ratio(value * weight)
    if figure.kind == "rate":
        yield _MULTIPLE, _ratio(value)
        yield _SHARE, _ratio(1 - value)
        yield _BOUND, _ratio(1 - value)
        yield _BOUND, _ratio(1 + value)
    if figure.kind in ("points", "bare"):
        yield _BOUND, _ratio(value * 100)
    if figure.kind == "bare" and weight:
        yield _BOUND, _ratio(value / weight)
    if figure.kind in ("count", "bare"):
        yield _DISTANCE, _ratio(value)
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


def _distances(node: Any) -> Iterator[_Held]:
    """How far from where points begin to be lost a slope ends; by what share of one bound others lie off."""
    if not isinstance(node, Curve):
        return
    for when, gives in node.pieces:
        if isinstance(gives, Loss):
            yield from ((_DISTANCE, _ratio(end - gives.start)) for end in (when.low, when.high) if end is not None)
    if not node.measure.percent:
        bounds = {end for when, _ in node.pieces for end in (when.low, when.high) if end}
        for bound in bounds:
            yield from ((_MULTIPLE, _ratio(other / bound - much)) for other in bounds for much in (0, 1))
        lengths = [gives.per for _, gives in node.pieces if isinstance(gives, Loss)]
        yield from ((_MULTIPLE, _ratio(length / bound)) for bound in bounds for length in lengths)


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
    bounds: list[tuple[Fraction, bool]] = []
    for when, gives in curve.pieces:
        is_wide = when.low is None or when.low != when.high
        bounds += [(end, is_wide) for end in (when.low, when.high) if end is not None]
        if isinstance(gives, Loss):
            bounds += [(gives.start, is_wide), (gives.per, is_wide)]
            if gives.per <= 0 or not _on_one_side(gives.start, when.within(curve.domain())):
                raise NotUnderstood("扣分的起算点与扣分的范围不一致")
        elif isinstance(gives, Line):
            bounds += [(x, is_wide) for x, _ in gives.anchors]
            if not _passes(gives, when):
                raise NotUnderstood("直线上的点与计分的范围不一致")
    sure = {bound for bound, _ in bounds if _is_stated(bound, stated)}
    for bound, is_wide in bounds:
        if bound in sure or _is_implied(bound, curve, computed and is_wide) or _is_derived(bound, sure, stated):
            continue
        raise NotUnderstood(f"读出的“{curve.measure.text(bound)}”原文没有写，不敢认为读懂了")


def _is_derived(bound: Fraction, sure: set[Fraction], stated: set[_Ratio]) -> bool:
    """Whether a bound lies as far from a stated one as is said: 5个百分点 below 95%, 10% above 50 times."""
    return any(
        _ratio(bound - other) in stated
        or (other != 0 and not stated.isdisjoint((_ratio(bound / other - 1), _ratio(bound / other))))
        for other in sure
    )


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
