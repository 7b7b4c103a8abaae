"""Charts as SVG: exact values printed, lengths in proportion, texts escaped, readable without eyes."""

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.reports.content.parts import Chart, Series
from jixiao.reports.page.svg import NARROW, WIDE, svg

AMOUNTS = st.decimals(min_value=-(10**7), max_value=10**9, places=2)


def chart(*values: str | None, kind: str = "bar", unit: str = "万元") -> Chart:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    names = tuple(f"类别{number}" for number in range(len(values)))
    return Chart("图题", "bar" if kind == "bar" else "column", names, (Series("数额", numbers),), unit)


def drawn(of: Chart) -> Element:
    return fromstring(svg(of, "figure-1"))


def texts(element: Element) -> list[str]:
    return ["".join(each.itertext()) for each in element.iter("text")]


def lengths(element: Element, kind: str) -> list[Decimal]:
    return [Decimal(each.attrib["width" if kind == "bar" else "height"]) for each in element.iter("rect")]


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_every_value_is_printed_as_it_is(kind: str) -> None:
    element = drawn(chart("454.58", "0", "1234.5", None, kind=kind))
    assert {"454.58", "0.00", "1234.50", "—"} <= set(texts(element))
    assert len(lengths(element, kind)) == 3, "what has no value has no bar"


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_half_of_a_rate_is_half_as_long_and_a_hundred_percent_is_the_whole(kind: str) -> None:
    element = drawn(chart("50", "100", "25", kind=kind, unit="%"))
    half, whole, quarter = lengths(element, kind)
    assert abs(whole - 2 * half) <= Decimal("0.2")
    assert abs(whole - 4 * quarter) <= Decimal("0.4")
    assert {"50.00%", "100.00%", "25.00%", "0%"} <= set(texts(element))


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_low_rates_stand_on_an_axis_to_a_hundred_percent(kind: str) -> None:
    assert "100%" in texts(drawn(chart("30", "12.5", kind=kind, unit="%")))
    assert "100" not in texts(drawn(chart("30", "12.5", kind=kind)))


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_an_axis_of_counts_has_no_halves(kind: str) -> None:
    counts = replace(chart("2", "0", kind=kind, unit="份"), decimals=0)
    assert texts(drawn(counts)).count("1") == 1
    assert not {"0.5", "1.5"} & set(texts(drawn(counts)))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", ["bar", "column"])
@given(values=st.lists(AMOUNTS, min_size=1, max_size=6))
def test_whatever_the_values_nothing_is_drawn_outside(kind: str, width: int, values: list[Decimal]) -> None:
    element = fromstring(svg(chart(*map(str, values), kind=kind), "figure-1", width))
    _, _, wide, high = map(Decimal, element.attrib["viewBox"].split())
    for each in element.iter("rect"):
        x, y = Decimal(each.attrib["x"]), Decimal(each.attrib["y"])
        assert 0 <= x <= x + Decimal(each.attrib["width"]) <= wide
        assert 0 <= y <= y + Decimal(each.attrib["height"]) <= high


def test_a_screen_reader_is_told_title_and_values() -> None:
    element = drawn(chart("80", None, unit="%"))
    title, description = element.attrib["aria-labelledby"].split()
    by_id = {each.attrib["id"]: each.text for each in element.iter() if "id" in each.attrib}
    assert element.attrib["role"] == "img"
    assert by_id == {title: "图题", description: "类别0：80.00%；类别1：无数据"}


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_a_narrow_chart_says_the_same_in_type_as_large_and_shares_the_description(kind: str) -> None:
    one = chart("454.58", "1234.5", None, kind=kind)
    wide, narrow = drawn(one), fromstring(svg(one, "figure-1", NARROW))
    assert [each for each in texts(narrow) if each in texts(wide)] == texts(narrow)
    assert {each.attrib["font-size"] for each in narrow.iter("text")} == {"13", "12"}
    assert narrow.attrib["aria-labelledby"] == wide.attrib["aria-labelledby"]
    assert not list(narrow.iter("title"))


def test_long_labels_leave_a_narrow_chart_room_for_its_bars() -> None:
    one = replace(chart("1"), categories=("服务对象满意度指标的完成值与指标值是否一致的核查",))
    narrow = fromstring(svg(one, "figure-1", NARROW))
    (bar,) = narrow.iter("rect")
    assert Decimal(bar.attrib["x"]) * 3 < NARROW


def test_several_series_have_a_legend_and_stand_side_by_side() -> None:
    series = (Series("预算", (Decimal(10),)), Series("决算", (Decimal(5),)))
    element = drawn(Chart("图题", "column", ("合计",), series, "万元"))
    assert {"预算", "决算", "10.00", "5.00"} <= set(texts(element))
    assert "合计：预算 10.00万元，决算 5.00万元" in "".join(element.itertext())


def test_a_long_label_is_shown_whole_on_several_lines() -> None:
    label = "营商环境改革举措创新工作完成情况及其持续影响"
    element = drawn(Chart("图题", "bar", (label,), (Series("得分率", (Decimal(50),)),), "%"))
    assert label in "".join(texts(element))
    assert label not in texts(element)


def test_texts_are_escaped() -> None:
    element = drawn(Chart("<b>&", "bar", ("<i>",), (Series('"', (Decimal(1),)),)))
    assert "<i>" in texts(element)
    assert element[0].text == "<b>&"
