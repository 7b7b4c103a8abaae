"""Binding: the facts and judgements of a case become the evidence an indicator's rule is applied to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.quotients import against_target, figures_of, measures_of
from jixiao.expressions import EvaluationError, Expression, Name, Written, evaluate, names, ratio_of, write
from jixiao.expressions import Number as Figure
from jixiao.facts import Ambiguous, Fact, FactBase, Missing, Reading
from jixiao.indicators import Indicator, Input, PerUnit, expressions_in
from jixiao.quantities import percent_text
from jixiao.rules import Evidence, Step, as_count
from jixiao.rules.parts.combined import Choose
from jixiao.rules.portion import Number

_SERIES = ("completions", "rates")
"""The data that are several numbers: a name with 各… gives them in the order the facts were stated."""
Lookup = Callable[[Name], "Number | Sequence[Number]"]


@dataclass(frozen=True, slots=True)
class Bound:
    """The evidence of an indicator, or what it lacks; with the facts used and the evidence behind them."""

    evidence: Evidence
    lacking: tuple[str, ...]
    facts: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    steps: tuple[Step, ...]


def bind(indicator: Indicator, judgement: Judgement, base: FactBase, traced: bool = True) -> Bound:
    """The evidence for the indicator's rule; every fact that is missing or ambiguous is named in `lacking`."""
    reading: Reading[Written] | Reading[Fraction] = base.written() if traced else base.exact()
    part = None if indicator.rule is None else indicator.rule.part
    binder = _Binder(base, reading, isinstance(part, Choose), frozenset(measures_of(part)))
    evidence = binder.evidence(indicator.inputs, judgement.given(), indicator.name, reading)
    shown = binder.shown(indicator)
    used = [(base.label(fact), fact) for fact in reading.used]
    return Bound(
        evidence.named(_names(indicator)),
        tuple(dict.fromkeys(binder.lacking)),
        tuple(label for label, _ in used),
        tuple(dict.fromkeys(source for _, fact in used for source in fact.sources)),
        (Step(f"数据：{'，'.join(_stated(label, fact) for label, fact in used)}"), *shown) if traced and used else (),
    )


def _names(indicator: Indicator) -> dict[str, str]:
    """What the derivation calls the rate, and the condition that is judged: as the indicator itself says it."""
    named = {"holds": "、".join(indicator.criteria)} if indicator.criteria else {}
    if indicator.measure is not None:
        named["rate"] = f"{indicator.name}＝{write(indicator.measure)}"
    return named


def _stated(label: str, fact: Fact) -> str:
    text = fact.text
    return f"{label}{text}" if text.endswith("%") else f"{label}{text}{fact.entry.unit}"


@dataclass(slots=True)
class _Binder:
    """Evaluates inputs one by one and collects what is lacking instead of stopping at the first gap.

    Where the rule `chooses` one of several, an alternative for which nothing is given is left out; `measures` are the
    keys of what it measures.
    """

    base: FactBase
    reading: Reading[Written] | Reading[Fraction]
    chooses: bool
    measures: frozenset[str]
    lacking: list[str] = field(default_factory=list)

    def evidence(
        self, inputs: Mapping[str, Input], judged: Mapping[str, object], name: str, lookup: Lookup
    ) -> Evidence:
        """The judged values and those computed from facts together; `name` is what the rate is called."""
        values: dict[str, object] = dict(judged)
        formulas = dict(against_target(inputs, name))
        for key, given in inputs.items():
            if isinstance(given, tuple):
                values[key] = self._parts(given, judged.get(key), lookup)
            elif isinstance(given, PerUnit):
                values[key] = self._units(given, name)
            else:
                wanted = {key: given} if key != "rate" or "target" in inputs else figures_of(given, self.measures)
                values |= self._values(wanted, lookup)
                formulas[key] = f"{name}＝{write(given)}" if key == "rate" else write(given)
        if {"actual", "limit"} <= formulas.keys():
            formulas["excess"] = f"超出数＝{formulas['actual']}－{formulas['limit']}"
        if {"current", "previous"} <= formulas.keys():
            previous = formulas["previous"]
            formulas["rate"] = f"{name}＝（{formulas['current']}－{previous}）÷{previous}"
        return Evidence(values, formulas)

    def _values(self, wanted: Mapping[str, Expression], lookup: Lookup) -> dict[str, object]:
        """The values that the facts give, by their keys."""
        values = {each: self._value(each, formula, lookup) for each, formula in wanted.items()}
        return {each: value for each, value in values.items() if value is not None}

    def _parts(self, parts: Sequence[Mapping[str, Input]], judged: object, lookup: Lookup) -> list[Evidence | None]:
        findings = judged if isinstance(judged, list) else []
        return [
            None if self.chooses and not inputs else self.evidence(inputs or {}, found or {}, "比率", lookup)
            for inputs, found in zip_longest(parts, findings)
        ]

    def shown(self, indicator: Indicator) -> tuple[Step, ...]:
        """The measure an indicator is named after, where its rule looks at something else (persons over the limit)."""
        if indicator.measure is None or {"rate", "base"} & indicator.inputs.keys():
            return ()
        try:
            value = evaluate(indicator.measure, self.reading)
        except (Missing, Ambiguous) as gap:
            self.lacking.append(str(gap))
            return ()
        except EvaluationError:
            return ()
        if not isinstance(value, Written):
            return ()
        show = as_count if ratio_of(indicator.measure) is None else percent_text
        return (Step(f"{indicator.name}＝{write(indicator.measure)}", value, show),)

    def _value(self, key: str, expression: Expression, lookup: Lookup) -> object:
        try:
            if isinstance(expression, Figure):
                return expression.text
            if key in _SERIES and isinstance(expression, Name):
                values = lookup(expression)
                return values if isinstance(values, Sequence) else (values,)
            return evaluate(expression, lookup)
        except (Missing, Ambiguous) as gap:
            self.lacking.append(str(gap))
        except EvaluationError as error:
            self.lacking.append(f"“{write(expression)}”不能计算：{error}")
        return None

    def _units(self, per: PerUnit, name: str) -> list[Evidence]:
        """One evidence per member; every name that says 各… is read for that member."""
        try:
            members = _members(per, self.base)
        except (Missing, Ambiguous) as gap:
            self.lacking.append(str(gap))
            return []
        return [
            self.evidence(per.inputs, {}, name, self._lookup_of(member)).named({"unit": "、".join(member)})
            for member in members
        ]

    def _lookup_of(self, member: tuple[str, ...]) -> Lookup:
        def lookup(name: Name) -> Number | Sequence[Number]:
            if not self.base.is_plural(name):
                return self.reading(name)
            for fact, value in zip(self.base.members(name), self._all(name), strict=True):
                if _member(fact) == member:
                    return value
            raise Missing(write(name), f"没有“{'、'.join(member)}”的数据")

        return lookup

    def _all(self, name: Name) -> Sequence[Number]:
        values = self.reading(name)
        return values if isinstance(values, Sequence) else (values,)


def _member(fact: Fact) -> tuple[str, ...]:
    return tuple(part for part in (fact.at.body, *fact.at.item) if part)


def _members(per: PerUnit, base: FactBase) -> list[tuple[str, ...]]:
    """Every member that any of the names with 各… leads to, so that one without a figure is not passed over.

    Raises Missing where a member's fact is not filled in or no name says 各…, Ambiguous where one fits twice.
    """
    plural = [name for given in expressions_in(per.inputs) for name in names(given) if base.is_plural(name)]
    if not plural:
        raise Missing(per.over, f"逐个计算的算式里没有写〔{per.over}〕")
    return list(dict.fromkeys(_member(fact) for name in plural for fact in base.members(name)))
