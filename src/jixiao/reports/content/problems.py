"""Practices, problems with their causes and costs, recommendations: the narrative of a case beside its deductions."""

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import Problem as ProblemEntry
from jixiao.evaluation.sheet import Deduction, ScoreSheet
from jixiao.reports.content.parts import Told
from jixiao.reports.content.report import Problem, Recommendation
from jixiao.reports.content.scorewords import lost_text


def practices_of(case: Case) -> tuple[Told, ...]:
    """What was done well, as written."""
    return tuple(Told(each.title, each.text) for each in case.content.narrative.practices)


def problems_of(case: Case, sheet: ScoreSheet) -> tuple[Problem, ...]:
    """The problems as written, each with the indicators that lost points over it."""
    return tuple(
        Problem(each.title, each.text, each.cause, _cost(each, sheet)) for each in case.content.narrative.problems
    )


def recommendations_of(case: Case) -> tuple[Recommendation, ...]:
    """The recommendations in the order of the problems they answer."""
    narrative = case.content.narrative
    titles = {problem.id: problem.title for problem in narrative.problems}
    ranked = sorted(narrative.recommendations, key=lambda each: list(titles).index(each.problem))
    return tuple(Recommendation(each.title, each.text, titles[each.problem]) for each in ranked)


def unexplained(sheet: ScoreSheet) -> tuple[Deduction, ...]:
    """The deductions that no problem tells of."""
    return tuple(deduction for deduction in sheet.deductions if not deduction.problems)


def _cost(problem: ProblemEntry, sheet: ScoreSheet) -> str:
    lost = [lost_text(each.indicator) for each in sheet.deductions if each.indicator.code in problem.indicators]
    return "、".join(lost)
