"""Reading parts from the formal form: one key names the part."""

from collections.abc import Callable

from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts, Share
from jixiao.rules.parts.conditional import CONDITIONS, Flat, Guard, Switch
from jixiao.rules.parts.counted import ALL_KINDS, Bonus, Cost, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.parts.part import Part
from jixiao.rules.portion import NOTHING, Portion
from jixiao.rules.spec import Node

_Reader = Callable[[Node, int], Part]


def read_part(node: Node, criteria: int) -> Part:
    """The part in a mapping with exactly one known key; `criteria` is the number of points of the indicator."""
    node.fields(*READERS)
    keys = [key for key in READERS if node.has(key)]
    if len(keys) != 1:
        raise node.wrong(f"{'、'.join(READERS)} 中恰好一个", f"{'、'.join(keys) or '一个也没有'}")
    return READERS[keys[0]](node.at(keys[0]), criteria)


def _flat(node: Node, criteria: int) -> Flat:
    return Flat(node.read(Portion.parse))


def _switch(node: Node, criteria: int) -> Switch:
    node.fields("on", "then", "else")
    on = node.at("on")
    places = [on] if isinstance(on.tree, str) else on.items()
    conditions = tuple(place.one_of(CONDITIONS) for place in places)
    return Switch(conditions, read_part(node.at("then"), criteria), read_part(node.at("else"), criteria))


def _guard(node: Node, criteria: int) -> Guard:
    node.fields("points", "before", "extra", "cap", "rule")
    points = tuple(place.whole() for place in node.at("points").items()) if node.has("points") else ()
    if any(not 1 <= point <= (criteria or point) for point in points):
        raise node.at("points").wrong(f"1 到 {criteria} 的要点序号" if criteria else "从 1 起的要点序号")
    before = node.at("before").whole() if node.has("before") else 0
    extra = node.at("extra").whole() if node.has("extra") else 0
    cap = node.at("cap").read(Portion.parse) if node.has("cap") else NOTHING
    return Guard(points, before, extra, cap, read_part(node.at("rule"), criteria))


def _parts(node: Node, criteria: int) -> Parts:
    node.fields("of", "may_be_void")
    void = node.has("may_be_void") and node.at("may_be_void").yes()
    return Parts(tuple(_share(place) for place in node.at("of").items()), void)


def _share(node: Node) -> Share:
    node.fields("name", "share", "criteria", "rule")
    criteria = node.at("criteria").whole() if node.has("criteria") else 0
    return Share(node.at("name").text(), node.at("share").read(Portion.parse), read_part(node.at("rule"), criteria))


def _each(node: Node, criteria: int) -> Each:
    node.fields("mean", "rule")
    by_amount = node.at("mean").one_of(("plain", "amount")) == "amount"
    return Each(read_part(node.at("rule"), criteria), by_amount)


def _several(node: Node, criteria: int) -> tuple[Part, ...]:
    rules = tuple(read_part(place, criteria) for place in node.items())
    if len(rules) < 2:
        raise node.wrong("两项以上规则", "只有一项")
    return rules


def _lowest(node: Node, criteria: int) -> Lowest:
    return Lowest(_several(node, criteria))


def _choose(node: Node, criteria: int) -> Choose:
    return Choose(_several(node, criteria))


def _deductions(node: Node, criteria: int) -> Deductions:
    """Read the price of every kind; an entry 合计 says what all of them cost at most."""
    *kinds, last = node.items()
    if not (last.at("of").text() == ALL_KINDS and kinds and not last.has("each")):
        return Deductions(tuple(_cost(place) for place in (*kinds, last)))
    last.fields("of", "at_most")
    return Deductions(tuple(_cost(place) for place in kinds), last.at("at_most").read(Portion.parse))


def _cost(node: Node) -> Cost:
    node.fields("of", "each", "free", "at_most", "void")
    if node.has("void") and node.at("void").yes():
        node.fields("of", "void")
        return Cost(node.at("of").text(), NOTHING, void=True)
    return Cost(
        node.at("of").text(),
        node.at("each").read(Portion.parse),
        node.at("free").whole() if node.has("free") else 0,
        node.at("at_most").read(Portion.parse) if node.has("at_most") else None,
    )


def _bonus(node: Node, criteria: int) -> Bonus:
    node.fields("base", "each", "at_most", "over_weight")
    return Bonus(
        read_part(node.at("base"), criteria) if node.has("base") else None,
        node.at("each").read(Portion.parse),
        node.at("at_most").read(Portion.parse),
        node.has("over_weight") and node.at("over_weight").yes(),
    )


READERS: dict[str, _Reader] = {
    "checklist": Checklist.read,
    "curve": Curve.read,
    "met_ratio": MetRatio.read,
    "levels": Levels.read,
    "switch": _switch,
    "guard": _guard,
    "parts": _parts,
    "each": _each,
    "deductions": _deductions,
    "bonus": _bonus,
    "lowest": _lowest,
    "choose": _choose,
    "experts": Experts.read,
    "discretionary": Discretionary.read,
    "grade_count": GradeCount.read,
    "fixed": _flat,
}
