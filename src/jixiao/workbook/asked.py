"""What a rule asks of the evaluator: the rows that an empty sheet 要点认定 already holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jixiao.packs.trees import Tree
from jixiao.workbook.rulerows import RULE_ITSELF
from jixiao.workbook.ruletrees import rule_tree

YES_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Question:
    """One answer a rule needs: a point of the criteria, a kind of fault (`word`), or the finding under `key`.

    `answers` are the words to choose from, `hint` says more about the choice.
    """

    key: str
    point: tuple[int, ...] = ()
    word: str = ""
    place: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    hint: str = ""


def questions_of(node: Mapping[str, Tree]) -> list[Question]:
    """What the rule of an indicator asks beyond the data it takes, each once.

    >>> switch = {"on": "holds", "then": {"fixed": "100%"}, "else": {"fixed": "0%"}}
    >>> questions_of({"code": "A1", "name": "完整", "rule": {"text": "…", "source": "ours", "switch": switch}})
    [Question(key='holds', point=(), word='', place=(), answers=('是', '否'), hint='')]
    """
    rule, given = rule_tree(node), node.get("input", {})
    criteria = node.get("criteria", [])
    part = {key: value for key, value in rule.items() if key not in RULE_ITSELF}
    count = len(criteria) if isinstance(criteria, list) else 0
    questions = [*_not_involved(rule), *_part(part, count, given)]
    return list(dict.fromkeys(questions))


def _not_involved(rule: Mapping[str, Tree]) -> Iterator[Question]:
    if "not_applicable" in rule:
        yield Question("applicable", answers=YES_NO, hint="本指标是否涉及；不涉及的选 否，涉及的可留空")


def _part(part: Tree | None, criteria: int, given: Tree) -> Iterator[Question]:
    """The questions of a part; `given` is the data it takes from facts, which is not asked."""
    known = given if isinstance(given, dict) else {}
    for key, body in part.items() if isinstance(part, dict) else ():
        if key == "parts" and isinstance(body, dict):
            yield from _parts(body, known)
        elif isinstance(body, dict):
            yield from (one for one in _asked(key, body, criteria, known) if one.key not in known)
        elif key == "deductions" and isinstance(body, list) and "faults" not in known:
            yield from (Question("faults", word=str(cost.get("of"))) for cost in body if isinstance(cost, dict))


def _asked(key: str, body: dict[str, Tree], criteria: int, known: Mapping[str, Tree]) -> Iterator[Question]:
    if key == "checklist" and "by" not in body and "tolerance" not in body:
        yield from _points(body.get("points"), criteria or _whole(body.get("count")), ())
    elif key == "curve":
        yield from _curve(str(body.get("of")), criteria or _whole(body.get("count")), known)
    elif key == "levels":
        shares = "；".join(f"{word} {level}" for word, level in body.items())
        yield Question("level", answers=tuple(body), hint=f"得权重分的：{shares}")
        if any(str(level)[:1] in "≥≤<>" for level in body.values()):
            yield Question("share", hint="在等次的区间内选定，写成 85%")
    elif key == "switch":
        on = body.get("on", [])
        yield from (Question(str(name), answers=YES_NO) for name in (on if isinstance(on, list) else [on]))
        yield from _part(body.get("then"), criteria, dict(known))
        yield from _part(body.get("else"), criteria, dict(known))
    elif key == "guard":
        before, extra = _whole(body.get("before")), _whole(body.get("extra"))
        yield from _points("equal", criteria + before + extra, ())
        yield from (one for one in _part(body.get("rule"), criteria, dict(known)) if one.key != "points")
    elif key == "bonus":
        yield Question("events", hint="加分事项有几项，没有填 0")
        yield from _part(body.get("base"), criteria, dict(known))
    else:
        yield from (_PLAIN[name] for name in (key,) if name in _PLAIN)


_PLAIN = {
    "experts": Question("scores", hint="各位专家的打分，用、分开"),
    "discretionary": Question("deduct", hint="酌情扣几分，只写数字；不扣填 0"),
    "grade_count": Question("grades", hint="各方面的等次，用、分开"),
}


_COUNTED_BY = {
    "met": frozenset(("count",)),
    "unmet": frozenset(("faults",)),
    "faults": frozenset(("faults", "count", "events", "actual", "value")),
    "count": frozenset(("count", "actual", "value")),
}
"""The data from which a measure is counted, so that nobody is asked."""


def _curve(measure: str, criteria: int, known: Mapping[str, Tree]) -> Iterator[Question]:
    if known.keys() & _COUNTED_BY.get(measure, frozenset()):
        return
    if measure in ("met", "unmet"):
        yield from _points("equal", criteria, ())
    elif measure == "faults":
        yield Question("faults", hint="发现几个问题，没有填 0")
    elif measure == "count":
        yield Question("count", hint="只写数字")


def _points(points: Tree | None, criteria: int, above: tuple[int, ...]) -> Iterator[Question]:
    entries: list[Tree] = points if isinstance(points, list) else [""] * criteria
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, list):
            yield from _points(entry, 0, (*above, number))
        else:
            yield Question("points", (*above, number))


def _parts(body: dict[str, Tree], known: Mapping[str, Tree]) -> Iterator[Question]:
    if "may_be_void" in body and "void" not in known:
        yield Question("void", answers=YES_NO, hint="整体否决条件是否出现")
    shares, data = body.get("of", []), known.get("parts", [])
    for number, share in enumerate(shares if isinstance(shares, list) else []):
        given = data[number] if isinstance(data, list) and number < len(data) else {}
        if isinstance(share, dict):
            count = _whole(share.get("criteria"))
            for one in _part(share.get("rule"), count, given):
                yield replace(one, place=(f"第{number + 1}部分", *one.place))


def _whole(text: Tree | None) -> int:
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 4 else 0
