"""The cover: who was evaluated, for whom, by whom, when."""

from jixiao.evaluation.case import Case
from jixiao.reports.content.department import short_name
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
