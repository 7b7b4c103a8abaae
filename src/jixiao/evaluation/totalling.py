"""The total of a case: the scores together, the rules about the total, the grade; and its bounds where it is open."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import GroupScore, IndicatorScore, Totals, indicator_scores
from jixiao.expressions import Written
from jixiao.indicators import grade_under_caps
from jixiao.quantities import fixed_text, round_half_up
from jixiao.rules import Evidence, Step, TotalRule, apply_total_rules, as_score, rescaled
from jixiao.rules.totals import WHOLE, Adjustment, PayGate


def totals(case: Case, levels: Sequence[GroupScore], pick: Callable[[IndicatorScore], Decimal | None]) -> Totals:
    """The total of the picked scores after the rules about the total, with its grade.

    Where an indicator has no score the total is open: `low` counts nothing for it, `high` its weight. It is open too
    where a rule about the total does not know whether its event occurred, and where no indicator is involved at all.
    """
    every = list(indicator_scores(tuple(levels)))
    leaves = [leaf for leaf in every if leaf.status != "not_applicable"]
    if not leaves:
        return Totals(None, None, Decimal("0.00"), round_half_up(WHOLE, 2), ())
    dropped = len(leaves) < len(every)
    known = [(leaf, pick(leaf)) for leaf in leaves]
    low = _whole([(leaf, score or Decimal(0)) for leaf, score in known], dropped)
    lowest = apply_total_rules(low, case.total_rules, Evidence(_events(case, _dreaded)))
    untold = [rule.name for rule in _untold(case)]
    if untold or any(score is None for _, score in known):
        high = _whole([(leaf, leaf.weight if score is None else score) for leaf, score in known], dropped)
        highest = apply_total_rules(high, case.total_rules, Evidence(_events(case, _hoped)))
        steps = tuple(Step(f"没有填列“{name}”发生的次数") for name in untold)
        return Totals(None, None, lowest.score, highest.score, steps)
    return Totals(
        lowest.score,
        grade_under_caps(case.scale, lowest.score, lowest.grade_caps),
        lowest.score,
        lowest.score,
        (*([_rescaling(leaves, low)] if dropped else []), *lowest.steps),
    )


def _whole(scores: Sequence[tuple[IndicatorScore, Decimal]], dropped: bool) -> Fraction:
    if dropped:
        return rescaled([(Fraction(leaf.weight), Fraction(score)) for leaf, score in scores])
    return sum((Fraction(score) for _, score in scores), start=Fraction(0))


def _rescaling(leaves: Sequence[IndicatorScore], total: Fraction) -> Step:
    weight = sum((Fraction(leaf.weight) for leaf in leaves), start=Fraction(0))
    earned = Written.of(total * weight / WHOLE, fixed_text(total * weight / WHOLE, 2))
    number = earned / Written.of(weight, fixed_text(weight, 2)) * WHOLE
    return Step("有指标不涉及，按其余指标的权重折算为百分制", number, as_score)


def _untold(case: Case) -> list[TotalRule]:
    """The rules about the total of which nobody said how often their event occurred."""
    return [rule for rule in case.total_rules if rule.name not in case.total_events and not isinstance(rule, PayGate)]


def _events(case: Case, supposed: Callable[[TotalRule], int]) -> Mapping[str, object]:
    return {**{rule.name: supposed(rule) for rule in _untold(case)}, **case.total_events}


def _dreaded(rule: TotalRule) -> int:
    """The number of events that leaves the least."""
    if isinstance(rule, Adjustment):
        return ceil(WHOLE / rule.each.amount) if rule.penalty else 0
    return 1


def _hoped(rule: TotalRule) -> int:
    """The number of events that leaves the most."""
    return ceil(WHOLE / rule.each.amount) if isinstance(rule, Adjustment) and not rule.penalty else 0
