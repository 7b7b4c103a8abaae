"""A chart as two parts of a Word file: the drawing, native and editable, and the workbook that holds its figures."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import xlsxwriter

from jixiao.reports.content.parts import Chart, Series
from jixiao.reports.word.markup import A, C, R, escaped

WORKBOOK_RELATION = "rId1"

_SHEET = "Sheet1"
_COLOURS = ("1F4E79", "9DB7D1", "7F7F7F", "C9A66B")
_FONTS = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/><a:cs typeface="Times New Roman"/>'
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_FINE_LINE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>'
_CHARACTER = 4  # mm at most that a Chinese character takes at the labels' 9 points
_MADE = datetime(2000, 1, 1)  # one date for all workbooks: the same figures give the same file


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The text of the chart part and the workbook embedded beside it; the chart names it by `WORKBOOK_RELATION`."""

    chart: bytes
    workbook: bytes


def chart_size(chart: Chart) -> tuple[int, int]:
    """Width and height in mm: lying bars need room for each of them."""
    bars = len(chart.categories) * (len(chart.series) + 1)
    return (150, min(200, 20 + 5 * bars // 2)) if chart.kind == "bar" else (150, 75)


def chart_parts(chart: Chart) -> ChartParts:
    """The parts of a chart; the values stand exactly in both."""
    return ChartParts(_chart_xml(chart).encode(), _workbook(chart))


def number_format(chart: Chart) -> str:
    """The format of the values in Office's notation.

    >>> number_format(Chart("", "bar", (), (), "%")), number_format(Chart("", "bar", (), (), "人", 0))
    ('0.00"%"', '0')
    """
    digits = "." + "0" * chart.decimals if chart.decimals else ""
    return f"0{digits}" + ('"%"' if chart.unit == "%" else "")


def _workbook(chart: Chart) -> bytes:
    """A workbook whose one sheet holds the categories in column A and each series in a column of its own."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    workbook.set_properties({"created": _MADE})
    sheet = workbook.add_worksheet(_SHEET)
    figures = workbook.add_format({"num_format": number_format(chart)})
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, figures)
    workbook.close()
    return stream.getvalue()


def _chart_xml(chart: Chart) -> str:
    """The chart part. Everything is said that programs would otherwise assume differently."""
    drawn = "".join(_series(chart, number, series) for number, series in enumerate(chart.series))
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    direction = "bar" if chart.kind == "bar" else "col"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        f'<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(chart)}'
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{drawn}'
        f'<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_category_axis(chart)}{_value_axis(chart)}</c:plotArea>{legend}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">{_FONTS}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(chart: Chart) -> str:
    """Where the plot lies in the figure, in thousandths: beyond the longest bar there is room for its label."""
    below = 260 if len(chart.series) > 1 else 160
    left, top, right, bottom = 90, 90, 20, below
    if chart.kind == "bar":
        width, height = chart_size(chart)
        longest = max(map(len, chart.categories), default=0)
        left, top, right, bottom = min(350, (longest * _CHARACTER + 5) * 1000 // width), 20, 120, below * 75 // height
    sides = {"x": left, "y": top, "w": 1000 - left - right, "h": 1000 - top - bottom}
    placed = "".join(f'<c:{side} val="0.{share:03}"/>' for side, share in sides.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{modes}{placed}</c:manualLayout></c:layout>"


def _series(chart: Chart, number: int, series: Series) -> str:
    column = chr(ord("B") + number)
    last = len(chart.categories) + 1
    values = [(at, f"{value:f}") for at, value in enumerate(series.values) if value is not None]
    colour = _COLOURS[number % len(_COLOURS)]
    code = escaped(number_format(chart))
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>{_cache('strCache', [(0, series.name)], 1)}</c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/>{_NO_LINE}</c:spPr>'
        f'<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        f'<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>"
        f"{_cache('strCache', list(enumerate(chart.categories)), len(chart.categories))}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f>"
        f"{_cache('numCache', values, len(series.values), f'<c:formatCode>{code}</c:formatCode>')}</c:numRef></c:val>"
        f"</c:ser>"
    )


def _cache(kind: str, points: list[tuple[int, str]], count: int, code: str = "") -> str:
    """What the workbook holds, so that the chart is drawn without opening it."""
    told = "".join(f'<c:pt idx="{at}"><c:v>{escaped(text)}</c:v></c:pt>' for at, text in points)
    return f'<c:{kind}>{code}<c:ptCount val="{count}"/>{told}</c:{kind}>'


def _category_axis(chart: Chart) -> str:
    """The first category stands at the left, or on top."""
    orientation, side = ("maxMin", "l") if chart.kind == "bar" else ("minMax", "b")
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_FINE_LINE}</c:spPr><c:crossAx val="2"/>'
        f'<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart) -> str:
    """The axis at the left, or below. It starts at 0; rates have the whole scale, unless one lies outside it."""
    values = [value for series in chart.series for value in series.values if value is not None]
    whole = chart.unit == "%" and max(values, default=0) <= 100
    highest, step = ('<c:max val="100"/>', '<c:majorUnit val="20"/>') if whole else ("", "")
    lowest = '<c:min val="0"/>' if min(values, default=0) >= 0 else ""
    scaling = f'<c:scaling><c:orientation val="minMax"/>{highest}{lowest}</c:scaling>'
    side, crosses = ("b", "max") if chart.kind == "bar" else ("l", "autoZero")
    code = '0"%"' if chart.unit == "%" else "General"
    return (
        f'<c:valAx><c:axId val="2"/>{scaling}<c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:majorGridlines><c:spPr>{_FINE_LINE}</c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_NO_LINE}</c:spPr><c:crossAx val="1"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )
