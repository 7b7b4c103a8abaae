"""Scoring a case: every indicator by its rule, and sums of rounded scores upward."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from jixiao.evaluation.binding import Bound, bind
from jixiao.evaluation.case import Case
from jixiao.evaluation.derivation import derivation_of
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.satisfaction import survey_sentences
from jixiao.evaluation.sheet import (
    Derivation,
    GroupScore,
    IndicatorScore,
    NodeScore,
    OverrideRecord,
    Status,
)
from jixiao.expressions import Written, total
from jixiao.indicators import Group, Indicator
from jixiao.rules import LeftOut, NotScored, Outcome, Scored, Step, as_score

_NOTHING = Judgement()


def score_levels(case: Case, traced: bool = True) -> tuple[GroupScore, ...]:
    """The results of all levels of the case; with `traced` off the derivations have no steps."""
    return tuple(_group(group, case, traced) for group in case.system.groups)


def _group(group: Group, case: Case, traced: bool) -> GroupScore:
    children: list[NodeScore] = []
    for child in group.children:
        children.append(_group(child, case, traced) if isinstance(child, Group) else _indicator(child, case, traced))
    involved = [child for child in children if child.status != "not_applicable"]
    score, by_rule = _sum([child.score for child in involved]), _sum([child.by_rule for child in involved])
    return GroupScore(group, score, by_rule, _sum_derivation(children, score), tuple(children))


def _sum(scores: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; None where a score is lacking and where there is none to add."""
    known = [score for score in scores if score is not None]
    return sum(known, start=Decimal("0.00")) if known and len(known) == len(scores) else None


def _sum_derivation(children: Sequence[NodeScore], score: Decimal | None) -> Derivation:
    if all(child.status == "not_applicable" for child in children):
        return Derivation((), (), (), ("下级指标都不涉及，不计入总分",))
    if score is None:
        open_codes = [child.code for child in children if child.score is None and child.status != "not_applicable"]
        return Derivation((), (), (), (f"{'、'.join(open_codes)}没有得分，暂不能合计",))
    scores = [Written.of(Fraction(child.score), str(child.score)) for child in children if child.score is not None]
    steps = (Step("下级得分相加", total(scores), as_score),)
    return Derivation((), steps, steps, ())


def _indicator(indicator: Indicator, case: Case, traced: bool) -> IndicatorScore:
    judgement = case.judgements.get(indicator.code, _NOTHING)
    bound = bind(indicator, judgement, case.facts, traced)
    outcome = _apply(indicator, bound, traced, involved=judgement.applicable != "否")
    by_rule = outcome.score if isinstance(outcome, Scored) else None
    status = _status(indicator, outcome, judgement)
    override = None
    score = by_rule
    if judgement.override is not None:
        score = judgement.override.points
        override = OverrideRecord(score, judgement.override.reason, judgement.override.author, by_rule)
    why = "" if isinstance(outcome, Scored) else outcome.why
    surveyed = survey_sentences(indicator, case) if traced else ()
    cited = tuple(dict.fromkeys((*judgement.cited(), *bound.evidence_ids)))
    return IndicatorScore(
        indicator,
        status,
        score,
        by_rule,
        why,
        derivation_of(outcome, bound, judgement, override, _evidence_titles(cited, case), surveyed),
        override,
        bound.facts,
        cited,
    )


def _evidence_titles(ids: Sequence[str], case: Case) -> list[str]:
    titles = {entry.id: entry.title for entry in case.content.evidence}
    return [f"{each} {titles[each]}" for each in ids]


def _apply(indicator: Indicator, bound: Bound, traced: bool, involved: bool) -> Outcome:
    """The outcome of the rule; what is not involved has no facts, and lacks none."""
    if indicator.rule is None:
        why = indicator.sentence.why if indicator.sentence is not None else "没有评分规则"
        return NotScored(f"评分规则没有读懂：{why}", refused=False)
    if bound.lacking and involved:
        return NotScored("；".join(bound.lacking), refused=False)
    if indicator.weight is None:
        raise ValueError(f"{indicator.code} has no weight and cannot be scored")
    return indicator.rule.apply(indicator.weight, bound.evidence, traced)


def _status(indicator: Indicator, outcome: Outcome, judgement: Judgement) -> Status:
    if judgement.override is not None:
        return "overridden"
    if isinstance(outcome, Scored):
        return "scored"
    if isinstance(outcome, LeftOut):
        return "not_applicable"
    return "unread" if indicator.rule is None else "not_computed"
