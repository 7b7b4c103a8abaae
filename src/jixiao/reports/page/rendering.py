"""Rendering the page: the report's chapters with their derivations, then what remains to be checked."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.sheet import STATUS_NAMES
from jixiao.reports import wording
from jixiao.reports.content.report import Report
from jixiao.reports.page.chapters import abstract_of, annexes_of, chapters_of
from jixiao.reports.page.placing import placed_annexes, placed_chapters
from jixiao.reports.page.ways import anchor_of, anchors_of, ways_of


def report_html(case: Case, sheet: ScoreSheet, report: Report) -> str:
    """The page of a case with its sheet and its report; their texts are escaped, nothing is loaded from anywhere."""
    environment = Environment(
        loader=PackageLoader("jixiao.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
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
