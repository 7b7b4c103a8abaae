"""The cover: who was evaluated, for whom, by whom, when; and how the texts name the department and its spending."""

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import General
from jixiao.packs.registry import standard_registry
from jixiao.reports.content.report import Cover
from jixiao.reports.content.sentences import date_text
from jixiao.reports.content.titles import balanced


def cover_of(case: Case) -> Cover:
    """The texts of the cover; what is not filled in is empty."""
    general = case.content.case
    period = general.period
    return Cover(
        title=general.name,
        heading=balanced(general.name),
        department=general.department,
        short=short_name(general),
        client=general.client,
        evaluator=general.evaluator,
        lead=general.lead_evaluator,
        year=general.year,
        period="至".join(map(date_text, (period.from_, period.to))) if period else "",
        date=date_text(general.report_date),
    )


def short_name(general: General) -> str:
    """What the texts call the department after it was introduced once."""
    return general.department_short or general.department


def subject_of(general: General) -> str:
    """What is evaluated, as the framework says: 部门整体支出 or 项目支出."""
    framework = standard_registry().headers.get(general.framework)
    return framework.object if framework else "部门整体支出"
