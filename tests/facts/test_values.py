"""Stated values: what is read, and what is refused because it could be read in two ways."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.facts import ValueRefused, read_value
from jixiao.facts.dictionary import Kind
from jixiao.facts.values import PERCENT, WAN, is_blank
from jixiao.quantities import exact_text, fixed_text, parse_rate, unit_named

PERSON = unit_named("人")


def refusal(text: str, kind: Kind, unit: str) -> str:
    with pytest.raises(ValueRefused) as error:
        read_value(text, kind, unit_named(unit))
    return str(error.value)


@pytest.mark.parametrize("text", ["95", "0.95"])
def test_a_bare_number_in_a_rate_field_is_refused_with_both_readings(text: str) -> None:
    readings = {"95": "是 95% 还是 9500%", "0.95": "是 0.95% 还是 95%"}
    assert readings[text] in refusal(text, "rate", "%")


def test_a_rate_is_a_fraction_of_one_and_printed_as_it_was_written() -> None:
    rate = read_value("84.750％", "rate", PERCENT)
    assert (rate.exact, rate.text) == (Fraction(339, 400), "84.750%")
    third = read_value("1/3", "rate", PERCENT)
    assert (third.exact, third.text) == (Fraction(1, 3), "1/3")


def test_a_bare_zero_rate_is_zero_either_way() -> None:
    assert read_value("0", "rate", PERCENT).exact == 0


def test_yuan_in_a_column_of_ten_thousand_yuan_are_refused_with_the_converted_number() -> None:
    assert refusal("24,500元", "amount", "万元") == "读到“24,500元”，应为以万元为单位的数。如确为 24500元，请写 2.45"


def test_persons_in_a_column_of_money_are_refused() -> None:
    assert "请改填以万元计的数" in refusal("12人", "amount", "万元")


def test_the_unit_of_the_column_may_be_repeated_in_the_cell() -> None:
    assert read_value("434.66万元", "amount", WAN).exact == Fraction("434.66")
    assert read_value("11人", "count", PERSON).exact == 11


def test_a_unit_nobody_registered_is_refused() -> None:
    assert "以万元为单位的数" in refusal("12斤", "amount", "万元")


@pytest.mark.parametrize("text", ["11.5", "-1", "1/2"])
def test_persons_are_whole_and_not_negative(text: str) -> None:
    assert "不小于 0 的整数" in refusal(text, "count", "人")


def test_years_need_not_be_whole() -> None:
    assert read_value("1.5", "count", unit_named("年")).exact == Fraction(3, 2)


@pytest.mark.parametrize("text", ["", "  ", "-", "—", "——", "－", "–"])
def test_dashes_and_nothing_state_nothing(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "0.00", "-1", "无", "/"])
def test_a_zero_and_a_word_are_not_nothing(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("text", ["无", "约300", "12,34", "1e3", "３百"])
def test_what_is_no_number_is_refused_with_what_to_write(text: str) -> None:
    message = refusal(text, "amount", "万元")
    assert f"“{text}”" in message
    assert message.endswith(("没有数据时填“-”", "请只写数字"))


def test_separators_of_thousands_and_full_width_digits_are_understood() -> None:
    assert read_value("１，２３４．５０", "amount", WAN).text == "1234.50"


@given(st.decimals(0, 10**9, places=4).map(Fraction), st.integers(0, 4))
def test_what_is_printed_is_read_back_and_printed_the_same(number: Fraction, places: int) -> None:
    text = fixed_text(number, places)
    value = read_value(text, "amount", WAN)
    assert value.text == text
    assert exact_text(value.exact) == exact_text(Fraction(text))


@given(st.integers(0, 10**12), st.sampled_from(["元", "千元", "万元", "亿元"]))
def test_the_same_money_in_any_unit_is_the_same_amount(yuan: int, symbol: str) -> None:
    unit = unit_named(symbol)
    text = exact_text(Fraction(yuan) / unit.factor)
    assert read_value(text, "amount", unit).exact == Fraction(yuan, 10_000)


@given(st.integers(-(10**6), 10**6), st.integers(0, 4))
def test_the_text_of_a_rate_says_exactly_its_value(hundredths: int, places: int) -> None:
    text = fixed_text(Fraction(hundredths, 10**places), places) + "%"
    rate = read_value(text, "rate", PERCENT)
    assert rate.exact == parse_rate(rate.text) == Fraction(hundredths, 10**places) / 100
