"""From a case to its score sheet."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.evaluation.case import Case
from jixiao.evaluation.judgement import points_of
from jixiao.evaluation.links import deductions_of, link_findings
from jixiao.evaluation.rulewords import rule_findings
from jixiao.evaluation.scoring import score_levels
from jixiao.evaluation.selfcheck import self_findings
from jixiao.evaluation.sheet import RelationSummary, ScoreSheet, indicator_scores
from jixiao.evaluation.totalling import totals
from jixiao.findings import Finding, numbered


def evaluate(case: Case, traced: bool = True) -> ScoreSheet:
    """The score sheet of the case: first its own tables are checked, then every indicator is scored.

    With `traced` off the derivations have no steps; every score is the same.
    """
    checked = case.checks
    levels = score_levels(case, traced)
    in_force = totals(case, levels, lambda leaf: leaf.score)
    by_rule = totals(case, levels, lambda leaf: leaf.by_rule)
    deductions = deductions_of(tuple(indicator_scores(levels)), case.content.narrative)
    general = case.content.case
    own = general.self_evaluation

    def findings() -> Iterator[Finding]:
        yield from rule_findings(case.system)
        yield from checked.findings
        yield from link_findings(deductions, case.content.narrative)
        yield from self_findings(own, in_force)

    return ScoreSheet(
        title=general.name,
        department=general.department,
        year=case.year,
        weight=sum((level.weight for level in levels), start=Decimal(0)),
        in_force=in_force,
        by_rule=by_rule,
        levels=levels,
        deductions=deductions,
        findings=numbered(findings()),
        relations=RelationSummary(checked.summary.checked, checked.summary.held, checked.not_checked),
        ruleset=case.ruleset,
        self_score=None if own is None else points_of(own.score),
        self_grade="" if own is None else own.grade,
    )
