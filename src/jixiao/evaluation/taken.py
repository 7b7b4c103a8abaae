"""What the rule of an imported indicator takes: its formula, and figures that no formula of the annex gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.evaluation.quotients import measures_of
from jixiao.expressions import ExpressionError, Formula, Name, parse_formula, ratio_of, write
from jixiao.language.measures import Measure
from jixiao.reading.imported import ImportedIndicator
from jixiao.rules import Rule
from jixiao.rules.parts.met_ratio import MetRatio

_RATES = frozenset(("rate", "completion", "mark", "change", "reduction", "deviation"))
"""What is measured is the rate the indicator is named after."""
_AGAINST_TARGET = frozenset(("to_target", "margin"))
"""What is measured is that rate against a target that neither the rule nor the cell of the target states."""
_EACH = "各子项"


@dataclass(frozen=True, slots=True)
class Taken:
    """The measure of the indicator, and its inputs where the rule takes more than the measure."""

    measure: Formula | None = None
    inputs: Mapping[str, Formula] = field(default_factory=dict)

    def written(self) -> Mapping[str, str]:
        """The inputs as texts."""
        return {key: write(formula) for key, formula in self.inputs.items()}


def taken_by(leaf: ImportedIndicator) -> Taken:
    """What the rule of the indicator takes from facts; nothing where that is not certain, so that the gap is named.

    A rule that was not read leaves its formula as it is printed.
    """
    formula = leaf.measure.formula if isinstance(leaf.measure, Measure) else None
    rule = leaf.rule.rule
    if rule is None:
        return Taken(formula)
    if isinstance(rule.part, MetRatio):
        return Taken(inputs={"completions": Name.of(f"{leaf.name}完成率", _EACH)})
    return _measured(leaf, rule, formula)


def _measured(leaf: ImportedIndicator, rule: Rule, formula: Formula | None) -> Taken:
    """What a rule over one kind of figure takes."""
    keys = frozenset(measures_of(rule.part))
    computed = formula if formula is not None and ratio_of(formula) is not None else None
    if keys == {"excess"}:
        return Taken(computed)
    rate = _as_name(leaf.name) if formula is None else computed
    if rate is None or len(keys) != 1:
        return Taken()
    if keys <= _RATES:
        return Taken(rate)
    target = _as_name(f"{leaf.name}目标值")
    if keys <= _AGAINST_TARGET and target is not None:
        return Taken(rate, {"rate": rate, "target": target})
    return Taken(inputs={"value": rate}) if keys == {"value"} and formula is None else Taken()


def _as_name(name: str) -> Formula | None:
    """The figure an indicator is named after, where no formula says how it comes about."""
    try:
        formula = parse_formula(name)
    except ExpressionError:
        return None
    return formula if isinstance(formula, Name) else None
