"""The analysis annex of a survey as plain content: chapters that the Word file and the page both show."""

from jixiao.reports.page.chapters import Paragraph, Part
from jixiao.reports.surveyed.asked import questionnaires_part
from jixiao.reports.surveyed.crosses import crosses_part
from jixiao.reports.surveyed.findings import finding_text, findings_of
from jixiao.reports.surveyed.questions import (
    other_questions_part,
    overall_part,
    questions_part,
    remarks_part,
)
from jixiao.reports.surveyed.reliance import limits_part, scoring_part, voices_part
from jixiao.reports.surveyed.sampling import method_part, recovery_part, respondents_part
from jixiao.surveys.results import StudyResult


def annex_of(result: StudyResult) -> tuple[Part, ...]:
    """The chapters of the annex; one of which nothing is told is left out."""
    chapters = (
        method_part(result),
        recovery_part(result),
        respondents_part(result),
        questions_part(result),
        other_questions_part(result),
        overall_part(result),
        crosses_part(result),
        remarks_part(result),
        scoring_part(result),
        voices_part(result),
        limits_part(result),
        _findings_part(result),
        questionnaires_part(result),
    )
    return tuple(part for part in chapters if part.blocks or part.parts)


def _findings_part(result: StudyResult) -> Part:
    """What is wrong or doubtful in the files and figures, for whoever works on the survey."""
    findings = findings_of(result)
    return Part("数据核查", tuple(Paragraph(f"{each.id}.{finding_text(each)}") for each in findings))
