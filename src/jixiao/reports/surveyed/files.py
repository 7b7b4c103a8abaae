"""The files that a survey comes to, by name."""

from collections.abc import Mapping

from jixiao.reports.surveyed.book import survey_xlsx
from jixiao.reports.surveyed.casepiece import case_piece
from jixiao.reports.surveyed.page import survey_html
from jixiao.reports.surveyed.results import survey_text
from jixiao.reports.surveyed.word import annex_docx
from jixiao.surveys.results import StudyResult


def survey_files(result: StudyResult) -> Mapping[str, bytes]:
    """The analysis annex in Word, the same as a page, the workbook of statistics, the JSON of the command, and what
    goes into a case."""
    return {
        "survey.docx": annex_docx(result),
        "survey.html": survey_html(result).encode(),
        "survey.xlsx": survey_xlsx(result),
        "survey.json": survey_text(result).encode(),
        **case_piece(result),
    }
