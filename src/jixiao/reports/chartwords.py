"""What a chart shows, in words: for readers who do not see it, and at its bars."""

from decimal import Decimal

from jixiao.quantities import fixed_text
from jixiao.reports.content.parts import Chart


def described(chart: Chart) -> str:
    """Every category with its values.

    >>> from jixiao.reports.content.parts import Series
    >>> described(Chart("得分率", "bar", ("投入", "过程"), (Series("得分率", (Decimal("80"), None)),), "%"))
    '投入：80.00%；过程：无数据'
    >>> budget, outturn = Series("预算", (Decimal(10),)), Series("决算", (Decimal(5),))
    >>> described(Chart("支出", "column", ("合计",), (budget, outturn), "万元"))
    '合计：预算 10.00万元，决算 5.00万元'
    """
    several = len(chart.series) > 1
    told = (
        f"{category}："
        + "，".join(
            (f"{series.name} " if several else "") + _said(chart, series.values[number]) for series in chart.series
        )
        for number, category in enumerate(chart.categories)
    )
    return "；".join(told)


def _said(chart: Chart, value: Decimal | None) -> str:
    return "无数据" if value is None else value_text(chart, value) + ("" if chart.unit == "%" else chart.unit)


def value_text(chart: Chart, value: Decimal | None) -> str:
    """A value as it is printed at its bar: a rate with its sign, another figure without its unit."""
    if value is None:
        return "—"
    return fixed_text(value, chart.decimals) + ("%" if chart.unit == "%" else "")
