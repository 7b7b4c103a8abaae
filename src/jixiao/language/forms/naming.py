"""The form of a rule, by how it is built; what could be written in two forms is of the first that is natural."""

import re
from collections.abc import Callable
from fractions import Fraction

from jixiao.language.forms.curves import form_of_curve
from jixiao.rules import Rule, TotalRule
from jixiao.rules.parts import Part
from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import Flat, Guard, Switch
from jixiao.rules.parts.counted import Bonus, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range
from jixiao.rules.totals import Adjustment, Cap, PayGate, Rescaling

_NOT_INVOLVED = {"full": "na_full", "rescale": "na_rescale"}
_BY_CONDITION = {"cause": "over_completion", "harm": "uneven_bad_effect"}
_DATE = re.compile("[月日季底末旬]|半年|全年|年度")


def form_of(rule: Rule | TotalRule, weight: Fraction | None = None) -> str:
    """The id of the form that the rule is of; with the `weight`, as many points are the same as the whole weight.

    >>> rule = Rule.read({"text": "得分＝完成率×权重分。", "source": "report", "curve": {"of": "completion",
    ...     "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}})
    >>> form_of(rule)
    'ratio_plain'
    """
    if not isinstance(rule, Rule):
        return _of_total(rule)
    if rule.not_applicable is not None:
        return _NOT_INVOLVED[rule.not_applicable]
    if isinstance(rule.part, Curve):
        return form_of_curve(rule.part, weight)
    if isinstance(rule.part, Switch):
        return _of_switch(rule.part, weight)
    return _BY_PART[type(rule.part)](rule.part)


def _of_total(rule: TotalRule) -> str:
    match rule:
        case Adjustment():
            return "penalty_total" if rule.penalty else "bonus"
        case Cap():
            return "grade_cap"
        case PayGate():
            return "pay_gate"
        case Rescaling():
            return "na_rescale"


def _of_checklist(part: Checklist) -> str:
    if part.by_completion:
        return "checklist_progress"
    if part.tolerance is not None:
        return "met_ratio"
    if part.partly is not None:
        return "checklist_levels"
    if not all(isinstance(portion, Portion) for portion in part.portions):
        return "checklist_nested"
    return "checklist_equal" if len(set(part.portions)) == 1 else "checklist_custom"


def _of_guard(part: Guard) -> str:
    return "checklist_veto" if part.extra or part.cap != NOTHING else "checklist_gate"


def _of_switch(part: Switch, weight: Fraction | None) -> str:
    for condition, form in _BY_CONDITION.items():
        if condition in part.conditions:
            return form
    if part.conditions != ("holds",):
        return "tiers_state"
    whole = part.then == Flat(FULL) or (weight is not None and part.then == Flat(Portion(weight, in_points=True)))
    nothing = isinstance(part.otherwise, Flat) and part.otherwise.portion.amount == 0
    return "binary" if whole and nothing else "binary_partial"


def _of_levels(part: Levels) -> str:
    return "levels_band" if any(isinstance(level, Range) for level in part.levels.values()) else "levels_fixed"


def _of_deductions(part: Deductions) -> str:
    if len(part.costs) > 1 or part.costs[0].void:
        return "fault_kinds"
    (cost,) = part.costs
    if cost.free:
        return "fault_tolerance"
    if cost.at_most is not None:
        return "fault_capped"
    return "fault_points" if cost.each.in_points else "fault_share"


def _of_parts(part: Parts) -> str:
    dated = all(_DATE.search(share.name) for share in part.shares)
    return "checkpoints" if dated and all(isinstance(share.rule, Curve) for share in part.shares) else "split_parts"


def _always(form: str) -> Callable[[Part], str]:
    return lambda part: form


_BY_PART: dict[type, Callable[..., str]] = {
    Checklist: _of_checklist,
    Guard: _of_guard,
    Levels: _of_levels,
    Deductions: _of_deductions,
    Parts: _of_parts,
    Each: lambda part: "amount_weighted" if part.by_amount else "unit_mean",
    MetRatio: _always("met_ratio"),
    Experts: _always("expert_mean"),
    Discretionary: _always("discretionary"),
    GradeCount: _always("grade_count"),
    Lowest: _always("lower_of"),
    Choose: _always("pick_one"),
    Bonus: _always("bonus"),
    Flat: _always("tiers_share"),
}
