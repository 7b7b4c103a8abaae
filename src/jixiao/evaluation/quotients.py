"""Under which keys a formula becomes evidence: a quotient as its two figures where the rule looks at a quotient."""

from collections.abc import Iterator, Mapping, Sequence, Set

from jixiao.expressions import Binary, Expression, Formula, ratio_of, write
from jixiao.indicators import Input
from jixiao.language.measures import growth_of
from jixiao.rules.parts import Part
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import Guard, Switch
from jixiao.rules.parts.counted import Bonus
from jixiao.rules.parts.curve import Curve

_COUNTED = frozenset(("value", "count", "faults"))
"""The measures that are no rates: the formula is the figure itself."""
_OF_ONE_FIGURE = _COUNTED | {"mark", "margin", "bad_share"}
"""The measures that look at one figure: the numerator of a quotient alone is not what they mean."""
_COMPARED_UNDER = {"change": "base", "deviation": "target"}
"""Under which key the measures of growth take the figure that （A－B）÷B compares with."""


def measures_of(part: Part | None) -> Iterator[str]:
    """The keys of everything a rule measures."""
    inner: Sequence[Part | None] = ()
    match part:
        case Curve():
            yield part.measure.key
        case Parts():
            inner = [share.rule for share in part.shares]
        case Lowest() | Choose():
            inner = part.rules
        case Each() | Guard():
            inner = [part.rule]
        case Switch():
            inner = [part.then, part.otherwise]
        case Bonus():
            inner = [part.base]
    for each in inner:
        yield from measures_of(each)


def figures_of(rate: Expression, measures: Set[str]) -> Mapping[str, Expression]:
    """A rate as evidence for a rule over these measures: a quotient as two figures, so that a zero base is seen.

    >>> from jixiao.expressions import parse
    >>> def keys(text, *measures):
    ...     return {key: write(formula) for key, formula in figures_of(parse(text), set(measures)).items()}
    >>> keys("满意人数÷总人数", "rate"), keys("满意人数÷总人数", "mark")
    ({'actual': '满意人数', 'base': '总人数'}, {'rate': '满意人数÷总人数'})
    >>> keys("（本年数－上年数）÷上年数", "change")
    {'actual': '本年数', 'base': '上年数'}
    >>> keys("调整数÷年初数", "deviation")
    {'rate': '调整数÷年初数'}
    >>> keys("办结件数", "value")
    {'value': '办结件数'}
    """
    quotient = ratio_of(rate)
    if quotient is None and len(measures) == 1 and measures <= _COUNTED:
        return {next(iter(measures)): rate}
    ratio = None if measures & _OF_ONE_FIGURE else quotient
    if ratio is None:
        return {"rate": rate}
    compared = next((key for measure, key in _COMPARED_UNDER.items() if measure in measures), None)
    if compared is None:
        return {"actual": ratio[0], "base": ratio[1]}
    growth = growth_of(rate) if isinstance(rate, Binary) else None
    return {"rate": rate} if growth is None else {"actual": growth[0], compared: growth[1]}


def against_target(inputs: Mapping[str, Input], name: str) -> Mapping[str, str]:
    """How a derivation writes what is reached against a target, by the key of the result.

    A rate without a target is that quotient itself; `name` is what it is called.

    >>> from jixiao.expressions import parse
    >>> against_target({"rate": parse("甲÷乙"), "target": parse("95%")}, "满意度")
    {'completion': '完成率＝甲÷乙÷95%', 'margin': '与目标值之差＝甲÷乙－95%'}
    >>> against_target({"rate": parse("甲÷乙")}, "完成率")
    {'completion': '完成率＝甲÷乙'}
    """
    reached = next((inputs[key] for key in ("actual", "rate", "value", "count") if key in inputs), None)
    target = inputs.get("target")
    if isinstance(reached, Formula) and isinstance(target, Formula):
        return {
            "completion": f"完成率＝{write(Binary('/', reached, target))}",
            "margin": f"与目标值之差＝{write(Binary('-', reached, target))}",
        }
    rate = inputs.get("rate")
    return {"completion": f"{name}＝{write(rate)}"} if isinstance(rate, Formula) else {}
