"""The same scoring rules for another engine: zen-engine, a general rules engine written in Rust.

Our rules become one JDM decision graph: a decision table for each curve that is only tiers, an expression for
everything else, scores rounded to two decimals, at the end the total. The evidence of our rules becomes its input.
Only the forms of the measured cases are translated; any other raises NotTranslated.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import zen

from jixiao.expressions import Written
from jixiao.rules import Evidence, Mark

Tree = Any  # the formal form of a rule: mappings, lists and texts

CREDIT = {Mark.MET: 1, Mark.UNMET: 0}
NUMBERS = ("rate", "actual", "base", "limit", "count")


class NotTranslated(Exception):
    """A form of rule for which no counterpart was written here."""


class Peer:
    """The decision graph of some rules, ready to be evaluated."""

    def __init__(self, rules: Sequence[tuple[Fraction, Mapping[str, Tree], int]]) -> None:
        self.graph = json.dumps(_graph(rules), ensure_ascii=False)
        self._decision = zen.ZenEngine().create_decision(self.graph)

    def scores(self, evidence: Mapping[str, object], trace: bool) -> list[Decimal]:
        """Every indicator's score, in order; with `trace` the engine also keeps how it got there."""
        result = self._decision.evaluate(dict(evidence), {"trace": trace})["result"]
        return [Decimal(str(result[f"s{n}"])).quantize(Decimal("0.01")) for n in range(len(result) - 1)]


def as_input(evidence: Iterable[Evidence]) -> dict[str, object]:
    """The evidence of each rule, as plain numbers and truth values under i0, i1, …"""
    return {f"i{n}": _plain(one) for n, one in enumerate(evidence)}


def _plain(evidence: Evidence) -> dict[str, object]:
    plain: dict[str, object] = {key: _number(evidence.number(key, key)) for key in NUMBERS if evidence.has(key)}
    if evidence.has("target"):
        plain["base"] = _number(evidence.number("target", "target"))
    if evidence.has("met"):
        credits = list(_credits(evidence.marks()))
        plain["met"] = credits
        plain["holds"] = all(credit == 1 for credit in credits)
    for key in ("holds", "void"):
        if evidence.has(key):
            plain[key] = evidence.flag(key, key)
    if evidence.has("parts"):
        plain["parts"] = [_plain(part) for part in evidence.inputs("parts", "parts")]
    return plain


def _number(value: Fraction | Written) -> float:
    return float(value.value if isinstance(value, Written) else value)


def _credits(marks: Iterable[Any]) -> Iterator[float]:
    for mark in marks:
        if isinstance(mark, tuple):
            yield from _credits(mark)
        else:
            yield CREDIT.get(mark, 0.5)


def _graph(rules: Sequence[tuple[Fraction, Mapping[str, Tree], int]]) -> dict[str, Tree]:
    tables, expressions = [], []
    for n, (weight, tree, points) in enumerate(rules):
        if _only_tiers(tree):
            tables.append(_table(f"t{n}", f"i{n}", weight, tree["curve"]))
            points_of = f"t{n}"
        else:
            points_of = _points(tree, str(weight), f"i{n}", points)
        expressions.append(
            {"id": f"s{n}", "key": f"s{n}", "value": f"round(max([0, min([{weight}, {points_of}])]), 2)"}
        )
    total = " + ".join(f"$.s{n}" for n in range(len(rules)))
    expressions.append({"id": "total", "key": "total", "value": total})
    scores = {"expressions": expressions, "passThrough": False, "executionMode": "single"}
    nodes = [
        {"id": "input", "type": "inputNode", "name": "input", "content": {}},
        *tables,
        {"id": "scores", "type": "expressionNode", "name": "scores", "content": scores},
        {"id": "output", "type": "outputNode", "name": "output", "content": {}},
    ]
    names = [str(node["id"]) for node in nodes]
    edges = [
        {"id": f"{one}-{next_}", "sourceId": one, "targetId": next_, "type": "edge"}
        for one, next_ in itertools.pairwise(names)
    ]
    return {"nodes": nodes, "edges": edges}


def _only_tiers(tree: Mapping[str, Tree]) -> bool:
    return "curve" in tree and "zero_base" not in tree["curve"] and all("gives" in p for p in tree["curve"]["pieces"])


def _table(name: str, path: str, weight: Fraction, curve: Tree) -> dict[str, Tree]:
    """A decision table with one row a tier."""
    field, rows = _measure(curve["of"], path), []
    for number, piece in enumerate(curve["pieces"]):
        when = " and ".join(f"{sign} {value}" for sign, value in _bounds(piece["when"]))
        rows.append({"_id": f"{name}-{number}", "in": when, "out": _portion(piece["gives"], str(weight))})
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": "in", "name": field, "field": field}],
        "outputs": [{"id": "out", "name": name, "field": name}],
        "rules": rows,
        "passThrough": True,
        "executionMode": "single",
    }
    return {"id": name, "type": "decisionTableNode", "name": name, "content": content}


def _points(tree: Mapping[str, Tree], weight: str, path: str, points: int) -> str:
    """The expression of the points a rule gives."""
    if "fixed" in tree:
        return _portion(tree["fixed"], weight)
    if "checklist" in tree:
        return _checklist(tree["checklist"], weight, path, points)
    if "curve" in tree:
        return _curve(tree["curve"], weight, path)
    if "switch" in tree and tree["switch"]["on"] == "holds":
        then, other = (_points(tree["switch"][key], weight, path, points) for key in ("then", "else"))
        return f"({path}.holds ? {then} : {other})"
    if "guard" in tree:
        failed = " or ".join(f"{path}.met[{int(point) - 1}] < 1" for point in tree["guard"]["points"])
        inner = _points(tree["guard"]["rule"], weight, path, points)
        return f"({failed} ? min([{inner}, {_portion(tree['guard']['cap'], weight)}]) : {inner})"
    if "parts" in tree:
        earned = []
        for number, part in enumerate(tree["parts"]["of"]):
            own = f"({weight} * {_value(part['share'])})"
            earned.append(f"max([0, min([{own}, {_points(part['rule'], own, f'{path}.parts[{number}]', points)}])])")
        summed = " + ".join(earned)
        return f"({path}.void ? 0 : {summed})" if tree["parts"].get("may_be_void") else summed
    raise NotTranslated(f"{sorted(tree)}")


def _checklist(tree: Tree, weight: str, path: str, points: int) -> str:
    if set(tree) - {"points", "count", "partly"} or tree.get("partly", "50%") != "50%":
        raise NotTranslated(f"{tree}")
    if tree["points"] == "equal":
        return f"{weight} * sum({path}.met) / {tree.get('count', points)}"
    portions = _flat(tree["points"])
    return " + ".join(f"{path}.met[{n}] * {_portion(portion, weight)}" for n, portion in enumerate(portions))


def _flat(portions: Tree) -> list[str]:
    return [leaf for one in portions for leaf in (_flat(one) if isinstance(one, list) else [one])]


def _curve(curve: Tree, weight: str, path: str) -> str:
    measured = _measure(curve["of"], path)
    if curve.get("absolute"):
        measured = f"abs({measured})"
    expression = "0"
    for piece in reversed(curve["pieces"]):
        given = _given(piece, measured, weight)
        bounds = [f"{measured} {sign} {value}" for sign, value in _bounds(piece["when"])]
        expression = f"({' and '.join(bounds)} ? {given} : {expression})" if bounds else given
    if "zero_base" in curve:
        both, only = (_portion(curve["zero_base"][key], weight) for key in ("both_zero", "only_base_zero"))
        expression = f"({path}.base == 0 ? ({path}.actual == 0 ? {both} : {only}) : {expression})"
    return expression


def _measure(of: str, path: str) -> str:
    return {
        "rate": f"({path}.rate != null ? {path}.rate : {path}.actual / {path}.base)",
        "deviation": f"({path}.rate != null ? {path}.rate : {path}.actual / {path}.base - 1)",
        "change": f"({path}.actual / {path}.base - 1)",
        "excess": f"({path}.actual - {path}.limit)",
        "count": f"{path}.count",
        "met": f"sum({path}.met)",
        "unmet": f"(len({path}.met) - sum({path}.met))",
    }[of]


def _given(piece: Tree, measured: str, weight: str) -> str:
    if "gives" in piece:
        return _portion(piece["gives"], weight)
    if "line" in piece:
        (x0, low), (x1, high) = piece["line"]
        rise = f"({_portion(high, weight)} - {_portion(low, weight)})"
        return f"{_portion(low, weight)} + {rise} * ({measured} - {_value(x0)}) / ({_value(x1)} - {_value(x0)})"
    if piece.get("steps", "proportional") == "proportional" and not {"already", "at_most"} & set(piece):
        steps = f"abs({measured} - {_value(piece['from'])}) / {_value(piece['per'])}"
        return f"{weight} - {steps} * {_portion(piece['loses'], weight)}"
    raise NotTranslated(f"{piece}")


def _bounds(when: str) -> list[tuple[str, str]]:
    """The comparisons of a range such as “≥85%, <90%”; none for “any”."""
    signs = {"≥": ">=", "≤": "<=", "=": "==", ">": ">", "<": "<"}
    return [(signs[sign], _value(value)) for sign, value in re.findall(r"([≥≤=><])\s*([^,，\s]+)", when)]


def _portion(text: str, weight: str) -> str:
    """Points, given as points or as a share of the weight."""
    return text.removesuffix("分") if text.endswith("分") else f"({weight} * {_value(text)})"


def _value(text: str) -> str:
    figure = re.fullmatch(r"(-?[\d./]+)(%?)\D*", text)
    if figure is None:
        raise NotTranslated(text)
    value = Fraction(figure[1]) / (100 if figure[2] else 1)
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{decimal:f}" if Fraction(decimal) == value else f"({value.numerator} / {value.denominator})"
