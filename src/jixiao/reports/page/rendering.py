"""Rendering the page: the report's chapters with their derivations, then what remains to be checked."""

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.sheet import STATUS_NAMES
from jixiao.reports import wording
from jixiao.reports.content.report import Report
from jixiao.reports.page.chapters import abstract_of, annexes_of, chapters_of
from jixiao.reports.page.placing import placed_annexes, placed_chapters
from jixiao.reports.page.ways import anchor_of, anchors_of, ways_of
from jixiao.reports.templating import page_environment


def report_html(case: Case, sheet: ScoreSheet, report: Report) -> str:
    """The page of a case with its sheet and its report; their texts are escaped, nothing is loaded from anywhere."""
    environment = page_environment()
    anchors = anchors_of(sheet)
    return environment.get_template("report.html").render(
        sheet=sheet,
        report=report,
        abstract=abstract_of(report),
        chapters=placed_chapters(chapters_of(report), anchors),
        annexes=placed_annexes(annexes_of(report), anchors),
        ways=ways_of(case, sheet),
        anchor=anchor_of,
        words=wording,
        status=STATUS_NAMES,
    )
