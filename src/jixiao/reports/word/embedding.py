"""Charts as parts of the package, and the drawings of a document told apart."""

from collections.abc import Sequence
from itertools import count

from lxml import etree

from jixiao.reports.content.parts import Chart
from jixiao.reports.word.blocks import CHART
from jixiao.reports.word.charts import WORKBOOK_RELATION, chart_parts
from jixiao.reports.word.markup import WP, C, R
from jixiao.reports.word.package import Package

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING, _CHART, _RELATION = f"{{{WP}}}docPr", f"{{{C}}}chart", f"{{{R}}}id"


def embed_charts(package: Package, part: str, story: etree._Element, charts: Sequence[Chart]) -> None:
    """Give every drawing of a chart in a story its own chart part and workbook, however often a template shows it."""
    for drawing in story.iter(_CHART):
        reference = drawing.get(_RELATION, "")
        if reference.startswith(CHART):
            drawing.set(_RELATION, _embedded(package, part, charts[int(reference.removeprefix(CHART)) - 1]))


def tell_apart(stories: Sequence[etree._Element]) -> None:
    """Number the drawings of all stories through: a template that repeats a paragraph repeats its drawing's id."""
    numbers = count(1)
    for story in stories:
        for drawing in story.iter(_DRAWING):
            drawing.set("id", str(next(numbers)))


def _embedded(package: Package, part: str, chart: Chart) -> str:
    parts = chart_parts(chart)
    drawn = package.add("word/charts/chart{}.xml", parts.chart, _CHART_TYPE)
    workbook = package.add("word/embeddings/Microsoft_Excel_Sheet{}.xlsx", parts.workbook, _WORKBOOK_TYPE)
    related = package.relate(drawn, "package", workbook)
    if related != WORKBOOK_RELATION:
        raise ValueError(f"a new chart part has relations already: {drawn}")
    return package.relate(part, "chart", drawn)
