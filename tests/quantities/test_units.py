"""Units and the quantities that carry them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.quantities import NumberError, Quantity, UnitError, parse_quantity, unit_named

MONEY = ["元", "千元", "万元", "百万元", "亿元"]


@pytest.mark.parametrize(
    ("text", "value", "symbol"),
    [
        ("434.66万元", "434.66", "万元"),
        ("1,386.5 万元", "1386.5", "万元"),
        ("０．１４亿元", "0.14", "亿元"),
        ("11人", "11", "人"),
        ("95%", "95", "%"),
        ("95％", "95", "%"),
        ("30个工作日", "30", "工作日"),
        ("1/2年", "1/2", "年"),
        ("30日", "30", "天"),
    ],
)
def test_a_quantity_is_a_number_and_the_unit_written_after_it(text: str, value: str, symbol: str) -> None:
    assert parse_quantity(text) == Quantity(Fraction(value), unit_named(symbol))


def test_a_bare_number_takes_the_unit_of_its_column() -> None:
    assert parse_quantity("12.50", unit_named("万元")) == parse_quantity("12.50万元")


def test_a_written_unit_wins_over_the_unit_of_the_column() -> None:
    assert parse_quantity("2.50元", unit_named("万元")).unit == unit_named("元")


def test_a_bare_number_without_a_default_unit_is_refused() -> None:
    with pytest.raises(UnitError, match="读到“12”，应为带计量单位的数字"):
        parse_quantity("12")


def test_an_unknown_unit_is_refused_with_the_list_of_the_known() -> None:
    with pytest.raises(UnitError) as caught:
        parse_quantity("12块")
    assert caught.value.found == "“块”"
    assert "万元" in caught.value.expected


@pytest.mark.parametrize("text", ["", "万元", "万元12", "12.5.1万元", "12万5"])
def test_a_text_without_a_number_in_front_is_no_quantity(text: str) -> None:
    with pytest.raises(NumberError):
        parse_quantity(text)


def test_units_of_different_dimensions_do_not_convert() -> None:
    with pytest.raises(UnitError, match="读到“3天”，应为工作日的单位（工作日），二者不能换算"):
        parse_quantity("3天").to(unit_named("工作日"))


def test_a_percentage_converts_to_a_fraction_of_one_but_not_to_points_of_percentage() -> None:
    assert parse_quantity("95%").to(unit_named("倍")).value == Fraction(19, 20)
    with pytest.raises(UnitError):
        parse_quantity("95%").to(unit_named("个百分点"))


def test_a_year_has_twelve_months_and_no_fixed_number_of_days() -> None:
    assert parse_quantity("1/2年").to(unit_named("月")).value == 6
    with pytest.raises(UnitError):
        parse_quantity("1年").to(unit_named("天"))


@given(st.fractions(), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_converting_there_and_back_loses_nothing(value: Fraction, one: str, other: str) -> None:
    quantity = Quantity(value, unit_named(one))
    assert quantity.to(unit_named(other)).to(unit_named(one)) == quantity
