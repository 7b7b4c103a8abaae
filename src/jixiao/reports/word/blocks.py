"""Tables and charts as WordprocessingML, for a template to place; their numbers are written later (`captions`)."""

from jixiao.reports.chartwords import described
from jixiao.reports.content.parts import Chart, Table
from jixiao.reports.word.charts import chart_size
from jixiao.reports.word.markup import EMU_PER_MM, WP, A, C, R, escaped, paragraph, run
from jixiao.reports.word.tables import table_xml

TABLE_NUMBER = "jixiao-table-number"
FIGURE_NUMBER = "jixiao-figure-number"
CONTENTS = "jixiao-contents"
CHART = "jixiao-chart-"

_KEEP = "<w:keepNext/>"
# Two tables that touch become one in Word: a table without a note is followed by a thin line of its own.
_THIN = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'


class Blocks:
    """Writes the tables and charts of one report; remembers the charts, which become parts of their own."""

    def __init__(self) -> None:
        self._charts: list[Chart] = []

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts handed out so far: the drawing of the first refers to `jixiao-chart-1`, and so on."""
        return tuple(self._charts)

    def xml(self, exhibit: Table | Chart) -> str:
        """Whole paragraphs and tables: title, unit line and table with its note, or drawing and title."""
        return _table(exhibit) if isinstance(exhibit, Table) else self._chart(exhibit)

    def contents(self) -> str:
        """The paragraph in whose place the table of contents is written."""
        return paragraph("TOC1", run(CONTENTS))

    def _chart(self, chart: Chart) -> str:
        self._charts.append(chart)
        figure = paragraph("JxFigure", _drawing(chart, len(self._charts)), properties=_KEEP)
        unit = "" if chart.unit in ("", "%") else f"（单位：{chart.unit}）"
        return figure + _title("JxFigureTitle", FIGURE_NUMBER, chart.title + unit)


def _table(table: Table) -> str:
    title = _title("JxTableTitle", TABLE_NUMBER, table.title, _KEEP) if table.title else ""
    note = paragraph("JxNote", run(table.note)) if table.note else paragraph("JxNote", "", properties=_THIN)
    return title + _unit(table.unit) + table_xml(table) + note


def _unit(unit: str) -> str:
    return paragraph("JxUnit", run(f"单位：{unit}"), properties=_KEEP) if unit else ""


def _title(style: str, number: str, title: str, properties: str = "") -> str:
    return paragraph(style, run(number) + run(f"  {title}"), properties=properties)


def _drawing(chart: Chart, number: int) -> str:
    width, height = (EMU_PER_MM * side for side in chart_size(chart))
    name = f'id="{number}" name="图表 {number}" descr="{escaped(f"{chart.title}。{described(chart)}")}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{CHART}{number}"/>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
