"""From the facts told to the points a rule gives: which texts answer what the rule asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.rescoring.outcomes import Points, points_of, points_over
from jixiao.audit.checks.rescoring.points import Verdicts, verdicts_in
from jixiao.audit.checks.rescoring.rates import none_in, pair_in, rate_in
from jixiao.audit.checks.rescoring.told import Told
from jixiao.language.measures import Measure
from jixiao.relations import Figure
from jixiao.rules import Rule
from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.conditional import Guard, Switch
from jixiao.rules.parts.curve import Curve
from jixiao.rules.portion import Portion

_RATE_KEYS = {"rate": "rate", "completion": "completion", "change": "rate", "deviation": "rate"}
_DIVIDED = ("rate", "completion")
_POINT_KEYS = ("met", "unmet")
_WHOLE = ("≤100%", "100%", "≤1", "不超过100%", "")


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The points for the facts that were found, and the facts in words; `is_certain` where nothing was assumed.

    `figures` are the facts that are printed figures.
    """

    points: Points
    facts: str
    is_certain: bool
    figures: tuple[Figure, ...] = ()


def recomputed(told: Told, rule: Rule) -> Recomputed | None:
    """The points by the verdicts on the criteria, by the rate, by what it is divided from, or for nothing at all."""
    ways: list[Callable[[Told, Rule], Iterator[Recomputed]]] = [_by_verdicts]
    if isinstance(rule.part, Curve):
        key = rule.part.measure.key
        if key == "excess":
            ways.append(_by_excess)
        if key in _RATE_KEYS:
            ways.append(_by_rate)
        if key in _DIVIDED:
            ways += [_by_quotient, _by_nothing]
    return next((found for way in ways for found in way(told, rule)), None)


def _by_verdicts(told: Told, rule: Rule) -> Iterator[Recomputed]:
    count = criteria_of(rule, told)
    verdicts = verdicts_in(told.texts, count) if count else None
    given = None if verdicts is None else _judged(rule, verdicts)
    points = None if given is None else points_of(rule, told.weight, given)
    if verdicts is not None and points is not None:
        yield Recomputed(points, "、".join(f"“{words}”" for words in verdicts.said), verdicts.is_complete)


def _by_excess(told: Told, rule: Rule) -> Iterator[Recomputed]:
    """What exceeds the denominator, where the target says that this is the limit."""
    measure = told.indicator.measure
    pair = pair_in(told.texts, measure) if isinstance(measure, Measure) else None
    if pair is None or "".join(told.indicator.target.split()) not in _WHOLE:
        return
    actual, limit = pair
    points = points_of(rule, told.weight, {"actual": actual.value, "limit": limit.value})
    if points is not None:
        yield Recomputed(points, f"{actual.said}、{limit.said}", is_certain=True, figures=(actual.figure, limit.figure))


def _by_rate(told: Told, rule: Rule) -> Iterator[Recomputed]:
    rate = rate_in(told.texts, told.indicator)
    if rate is not None and (points := points_over(rule, told.weight, _key(rule), rate.value, rate.interval)):
        yield Recomputed(points, rate.said, rate.is_certain, (rate.figure,))


def _by_quotient(told: Told, rule: Rule) -> Iterator[Recomputed]:
    measure = told.indicator.measure
    pair = pair_in(told.texts, measure) if isinstance(measure, Measure) else None
    if pair is None:
        return
    over, under = pair
    if under.interval.low is None or under.interval.low <= 0:
        return
    quotient, interval = over.value / under.value, over.interval / under.interval
    if points := points_over(rule, told.weight, _key(rule), quotient, interval):
        is_certain = over.is_certain and under.is_certain
        yield Recomputed(points, f"{over.said}、{under.said}", is_certain, (over.figure, under.figure))


def _by_nothing(told: Told, rule: Rule) -> Iterator[Recomputed]:
    """A rate of 0 where the texts say that there was nothing of its numerator; the denominator is taken to be there."""
    measure = told.indicator.measure
    nothing = none_in(told.texts, measure) if isinstance(measure, Measure) else ""
    points = points_of(rule, told.weight, {_key(rule): Fraction(0)}) if nothing else None
    if points is not None:
        yield Recomputed(points, f"“{nothing}”", is_certain=False)


def _key(rule: Rule) -> str:
    return _RATE_KEYS[rule.part.measure.key] if isinstance(rule.part, Curve) else ""


def criteria_of(rule: Rule, told: Told) -> int:
    """How many points the rule judges, as the criteria count them too; 0 where it judges none."""
    part = rule.part.rule if isinstance(rule.part, Guard) else rule.part
    if isinstance(part, Curve) and part.measure.key in _POINT_KEYS:
        return part.count if part.count == len(told.indicator.criteria) else 0
    if isinstance(part, Checklist) and all(isinstance(portion, Portion) for portion in part.portions):
        return len(part.portions) if len(told.indicator.criteria) in (0, len(part.portions)) else 0
    if isinstance(part, Switch) and part.conditions == ("holds",):
        return max(len(told.indicator.criteria), 1)
    return 0


def _judged(rule: Rule, verdicts: Verdicts) -> Mapping[str, object] | None:
    met = verdicts.met
    if met is None or (isinstance(rule.part, Guard) and (rule.part.before or rule.part.extra)):
        return None
    return {"holds": all(met)} if isinstance(rule.part, Switch) else {"met": met}
