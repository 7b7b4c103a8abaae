"""Charts that Word draws and lets its reader edit: the same figures, exactly, in drawing and workbook."""

from decimal import Decimal
from io import BytesIO
from typing import Literal

import openpyxl
import pytest
from lxml import etree
from tests.reports.word.package import ORDERS, SHOWN, C, attribute, check_order

from jixiao.reports.content.parts import Chart, Series
from jixiao.reports.word.charts import chart_parts, chart_size

RATES = Chart(
    "得分率",
    "bar",
    ("决策", "过程", "产出"),
    (Series("得分率", tuple(map(Decimal, ("91.33", "100.00", "0.00")))),),
    "%",
)
BUDGET = Chart(
    "预算与决算",
    "column",
    ("基本支出", "项目支出"),
    (
        Series("年初预算", (Decimal("12345678.91"), Decimal("0.10"))),
        Series("决算", (None, Decimal("-3.07"))),
    ),
    "万元",
)


def drawn(chart: Chart) -> etree._Element:
    root = etree.fromstring(chart_parts(chart).chart)
    for element in root.iter(*ORDERS):
        check_order(element)
    return root


def cached(root: etree._Element, kind: str) -> list[list[tuple[str | None, str | None]]]:
    return [[(p.get("idx"), p.findtext(f"{C}v")) for p in c.iter(f"{C}pt")] for c in root.iter(f"{C}{kind}Cache")]


def axis(chart: Chart, name: str) -> etree._Element:
    (found,) = drawn(chart).iter(C + name)
    return found


def test_the_drawing_holds_the_values_as_they_are_printed_and_none_where_there_is_none() -> None:
    assert cached(drawn(RATES), "num") == [[("0", "91.33"), ("1", "100.00"), ("2", "0.00")]]
    assert cached(drawn(BUDGET), "num") == [[("0", "12345678.91"), ("1", "0.10")], [("1", "-3.07")]]
    assert [e.get("val") for e in drawn(BUDGET).iter(f"{C}dispBlanksAs")] == ["gap"]


def test_the_workbook_holds_categories_series_and_values_in_a_plain_table() -> None:
    sheet = openpyxl.load_workbook(BytesIO(chart_parts(BUDGET).workbook)).active
    assert sheet is not None
    assert list(sheet.iter_rows(values_only=True)) == [
        (None, "年初预算", "决算"),
        ("基本支出", 12345678.91, None),
        ("项目支出", 0.1, -3.07),
    ]


def test_every_series_refers_to_its_cells() -> None:
    formulas = [each.text for each in drawn(BUDGET).iter(f"{C}f")]
    assert formulas == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$3", "Sheet1!$C$2:$C$3"),
    ]


def test_no_text_becomes_a_formula_or_breaks_the_drawing() -> None:
    chart = Chart("题", "bar", ("=1+1", "<c:v>&\x00"), (Series("=A1", (Decimal(1), Decimal(2))),))
    sheet = openpyxl.load_workbook(BytesIO(chart_parts(chart).workbook)).active
    assert sheet is not None
    assert [cell.data_type for cell in (sheet["A2"], sheet["B1"])] == ["s", "s"]
    assert cached(drawn(chart), "str")[1] == [("0", "=1+1"), ("1", "<c:v>&")]


@pytest.mark.parametrize(
    ("unit", "decimals", "code"), [("%", 2, '0.00"%"'), ("%", 0, '0"%"'), ("万元", 2, "0.00"), ("人", 0, "0")]
)
def test_labels_are_printed_with_the_decimals_of_the_chart(unit: str, decimals: int, code: str) -> None:
    root = drawn(Chart("题", "column", ("甲",), (Series("乙", (Decimal(1),)),), unit, decimals))
    (labels,) = root.iter(f"{C}dLbls")
    assert attribute(labels, f"{C}numFmt", "formatCode") == code
    assert [each.text for each in root.iter(f"{C}formatCode")] == [code]
    assert {flag: attribute(labels, C + flag, "val") for flag in SHOWN} == {**dict.fromkeys(SHOWN, "0"), "showVal": "1"}


@pytest.mark.parametrize(
    ("value", "unit", "bounds"),
    [
        ("91.33", "%", ("100", "0")),
        ("100", "%", ("100", "0")),
        ("100.01", "%", (None, "0")),
        ("-0.01", "%", ("100", None)),
        ("91.33", "万元", (None, "0")),
        ("-5", "万元", (None, None)),
    ],
)
def test_bars_begin_at_0_and_rates_have_the_whole_scale(
    value: str, unit: str, bounds: tuple[str | None, str | None]
) -> None:
    scaling = axis(Chart("题", "bar", ("甲",), (Series("乙", (Decimal(value),)),), unit), "valAx").find(f"{C}scaling")
    assert scaling is not None
    assert (attribute(scaling, f"{C}max", "val"), attribute(scaling, f"{C}min", "val")) == bounds


@pytest.mark.parametrize(
    ("kind", "direction", "order", "below"), [("bar", "bar", "maxMin", "b"), ("column", "col", "minMax", "l")]
)
def test_lying_bars_have_the_first_category_on_top(
    kind: Literal["bar", "column"], direction: str, order: str, below: str
) -> None:
    chart = Chart("题", kind, ("甲", "乙"), (Series("丙", (Decimal(1), Decimal(2))),))
    assert [each.get("val") for each in drawn(chart).iter(f"{C}barDir")] == [direction]
    assert attribute(axis(chart, "catAx"), f"{C}scaling/{C}orientation", "val") == order
    assert attribute(axis(chart, "valAx"), f"{C}axPos", "val") == below


def test_only_several_series_have_a_legend() -> None:
    assert [len(list(drawn(chart).iter(f"{C}legend"))) for chart in (RATES, BUDGET)] == [0, 1]


def test_labels_name_a_chinese_font() -> None:
    assert [e.get("typeface") for e in drawn(RATES).iter() if str(e.tag).endswith("}ea")] == ["宋体"]


def test_lying_bars_get_the_room_they_need_and_no_more_than_a_page() -> None:
    few, many = (Chart("题", "bar", ("甲",) * n, (Series("乙", (Decimal(1),) * n),)) for n in (4, 60))
    assert chart_size(few)[1] < chart_size(many)[1] <= 200
    assert chart_size(few)[0] == chart_size(many)[0] <= 156


def test_the_same_chart_gives_the_same_parts() -> None:
    assert chart_parts(BUDGET) == chart_parts(BUDGET)
