"""Reading numbers and rates as people write them, and writing them back without losing anything."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.quantities import NumberError, exact_text, fixed_text, parse_number, parse_rate, percent_text, round_half_up

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("434.66", "434.66"),
        ("1,234.50", "1234.5"),
        ("1，234，567", "1234567"),
        ("１２．５", "12.5"),
        (" 　12 ", "12"),
        ("-3", "-3"),
        ("－3", "-3"),
        ("−3.20", "-3.2"),
        ("+5", "5"),
        ("2/3", "2/3"),
        ("－２／３", "-2/3"),
        ("10.10", "10.1"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_exactly_as_people_write_it(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "12%", "12万元", "1,23", "1,2345", "12,345.6,7", ",123", "1.2.3", "5.", ".5", "--3", "1e5", "②", "10²",
     "½", "1/0", "1/2/3", "nan", "٣", "一百", "9" * 5000],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.expected == "“1,234.50”“12.5”“2/3”这样的数字，不带单位"


def test_the_refusal_cites_what_was_found_and_says_what_was_expected() -> None:
    with pytest.raises(NumberError) as caught:
        parse_number("12万")
    assert caught.value.found == "“12万”"
    assert str(caught.value) == "读到“12万”，应为“1,234.50”“12.5”“2/3”这样的数字，不带单位"


def test_an_empty_text_is_called_blank_and_a_long_one_is_cut() -> None:
    with pytest.raises(NumberError, match="读到空白，"):
        parse_number(" ")
    with pytest.raises(NumberError) as caught:
        parse_number("x" * 1000)
    assert caught.value.found == f"“{'x' * 40}…”"


@pytest.mark.parametrize(
    ("text", "value"),
    [("95%", "0.95"), ("4.5％", "0.045"), ("4.5﹪", "0.045"), ("-5.18%", "-0.0518"), ("1/3", "1/3"), ("100 %", "1"),
     ("1,163.73%", "11.6373"), ("0", "0"), ("0.00", "0"), ("-1/4", "-0.25")],
)  # fmt: skip
def test_a_rate_is_a_fraction_of_one(text: str, value: str) -> None:
    assert parse_rate(text) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "readings"),
    [("95", "95% 还是 9500%"), ("0.95", "0.95% 还是 95%"), ("1", "1% 还是 100%"), ("－0.5", "-0.5% 还是 -50%")],
)
def test_a_bare_number_in_a_rate_field_is_refused_with_both_readings(text: str, readings: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_rate(text)
    assert caught.value.found == f"“{text}”"
    assert readings in str(caught.value)


@pytest.mark.parametrize("text", ["", "%", "九成", "1/3%", "5%%", "1/0", "95个百分点"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_rate(text)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"),
        ("0.125", 2, "0.13"),
        ("0.1249999", 2, "0.12"),
        ("2/3", 2, "0.67"),
        ("-0.001", 2, "0.00"),
        ("1250", -2, "1300"),
        ("49", -2, "0"),
        ("12345678901234567890123456789012345.675", 2, "12345678901234567890123456789012345.68"),
    ],
)
def test_rounding_is_half_up_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert fixed_text(Fraction(value), places) == rounded


@given(decimals, st.integers(0, 4))
def test_rounding_agrees_with_the_standard_library(value: Decimal, places: int) -> None:
    assert round_half_up(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(decimals)
def test_an_exact_text_is_read_back_as_the_same_number(value: Decimal) -> None:
    assert parse_number(exact_text(value)) == Fraction(value)


@given(st.fractions())
def test_every_fraction_survives_being_written(value: Fraction) -> None:
    assert parse_number(exact_text(value)) == value


def test_an_exact_text_is_never_longer_than_needed() -> None:
    assert exact_text(Fraction("7.50")) == "7.5"
    assert exact_text(Fraction(1, 3)) == "1/3"
    assert exact_text(Fraction(1, 10**12)) == "0.000000000001"
    assert exact_text(Fraction(1, 10**13)) == "1/10000000000000"


def test_a_percentage_keeps_its_two_decimals() -> None:
    assert percent_text(Fraction("5.33") / 8) == "66.63%"
    assert percent_text(Fraction(-3752, 10000)) == "-37.52%"
    assert percent_text(1, 0) == "100%"
