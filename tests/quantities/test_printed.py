"""Printed numbers: the interval each stands for, and how its decimals are known."""

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.quantities import (
    Convention,
    DecimalsSource,
    NumberError,
    Printed,
    UnitError,
    in_column,
    parse_printed,
    unit_named,
)

WAN = unit_named("万元")


@pytest.mark.parametrize(
    ("value", "decimals", "convention", "interval"),
    [
        ("621.34", 2, Convention.NEAREST, "[621.335, 621.345]"),
        ("-0.5", 1, Convention.NEAREST, "[-0.55, -0.45]"),
        ("0", 0, Convention.NEAREST, "[-0.5, 0.5]"),
        ("1200", -2, Convention.NEAREST, "[1150, 1250]"),
        ("1.2", 1, Convention.TRUNCATION, "[1.2, 1.3)"),
        ("-1.2", 1, Convention.TRUNCATION, "(-1.3, -1.2]"),
        ("0", 1, Convention.TRUNCATION, "(-0.1, 0.1)"),
        ("100", 0, Convention.EXACT, "[100, 100]"),
        ("300", 0, Convention.AT_LEAST, "[300, ∞)"),
        ("300", 0, Convention.AT_MOST, "(-∞, 300]"),
    ],
)
def test_a_printed_number_stands_for_an_interval(
    value: str, decimals: int, convention: Convention, interval: str
) -> None:
    assert str(Printed(Fraction(value), decimals, convention=convention).interval()) == interval


@given(st.decimals(-(10**6), 10**6, places=6), st.integers(-2, 4))
def test_a_number_lies_in_the_interval_of_what_is_printed_for_it(value: Decimal, decimals: int) -> None:
    for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN):
        shown = Fraction(value.quantize(Decimal(1).scaleb(-decimals), rounding))
        assert Printed(shown, decimals).interval().contains(Fraction(value))
    cut = Fraction(value.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN))
    assert Printed(cut, decimals, convention=Convention.TRUNCATION).interval().contains(Fraction(value))


def test_units_are_converted_at_the_ends_of_the_interval() -> None:
    amount = Printed(Fraction("1.23"), 2, unit_named("亿元"))
    assert str(amount.interval(WAN)) == "[12250, 12350]"
    assert amount.value_in(WAN) == 12300
    with pytest.raises(UnitError):
        amount.interval(unit_named("人"))


@pytest.mark.parametrize(
    ("text", "decimals", "convention", "unit"),
    [
        ("1,386.5", 1, Convention.NEAREST, None),
        ("1,386.50万元", 2, Convention.NEAREST, "万元"),
        ("4346600.00元", 2, Convention.EXACT, "元"),
        ("4346600元", 0, Convention.NEAREST, "元"),
        ("434.660000万元", 6, Convention.EXACT, "万元"),
        ("0.0434660000亿元", 10, Convention.EXACT, "亿元"),
        ("89.11％", 2, Convention.NEAREST, "%"),
        ("125份", 0, Convention.EXACT, "份"),
        ("8.9分", 1, Convention.EXACT, "分"),
        ("－12.54%", 2, Convention.NEAREST, "%"),
    ],
)
def test_a_text_is_read_with_its_decimals_and_the_usual_convention(
    text: str, decimals: int, convention: Convention, unit: str | None
) -> None:
    printed = parse_printed(text)
    assert (printed.decimals, printed.convention) == (decimals, convention)
    assert printed.unit == (unit_named(unit) if unit else None)
    assert printed.source is DecimalsSource.NUMBER
    assert str(printed) == text


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("约1386万元", "[1381, 1391]"),
        ("12.5万元左右", "[12, 13]"),
        ("近11人", "[6, 16]"),
        ("超过300万元", "[300, ∞)"),
        ("300余万元", "[300, ∞)"),
        ("30多人", "[30, ∞)"),
        ("90%以上", "[90, ∞)"),
        ("不足50%", "(-∞, 50]"),
        ("3天以内", "(-∞, 3]"),
    ],
)
def test_words_around_a_number_say_how_exact_it_is(text: str, interval: str) -> None:
    printed = parse_printed(text)
    assert str(printed.interval()) == interval
    assert printed.source is DecimalsSource.WORDING
    assert not printed.has_excess_digits


def test_zeros_at_the_end_of_a_whole_amount_leave_a_coarser_reading() -> None:
    amount = parse_printed("1200万元")
    assert (amount.decimals, amount.coarser) == (0, -2)
    assert str(amount.coarse().interval()) == "[1150, 1250]"
    assert parse_printed("约300万元").coarser == -2


@pytest.mark.parametrize("text", ["1200.0万元", "1201万元", "0万元", "100%", "100", "120人", "1000.00元"])
def test_zeros_are_not_doubted_where_they_say_something(text: str) -> None:
    printed = parse_printed(text)
    assert printed.coarser is None
    assert printed.coarse() == printed


def test_a_column_lends_its_decimals_to_numbers_whose_zeros_were_dropped() -> None:
    short, long, counted = in_column([parse_printed("12.5万元"), parse_printed("3.25万元"), parse_printed("7人")])
    assert (short.decimals, short.coarser, short.source) == (2, 1, DecimalsSource.COLUMN)
    assert (long.decimals, long.coarser, long.source) == (2, None, DecimalsSource.NUMBER)
    assert (counted.decimals, counted.convention) == (0, Convention.EXACT)


def test_fen_in_a_column_of_yuan_make_a_whole_amount_exact_or_rounded() -> None:
    whole, _ = in_column([parse_printed("12元"), parse_printed("3.25元")])
    assert (whole.convention, str(whole.interval())) == (Convention.EXACT, "[12, 12]")
    assert (whole.coarse().convention, str(whole.coarse().interval())) == (Convention.NEAREST, "[11.5, 12.5]")


def test_scores_in_a_column_stay_exact() -> None:
    short, _ = in_column([parse_printed("8.9分"), parse_printed("8.91分")])
    assert (short.convention, short.coarser) == (Convention.EXACT, None)


def test_a_round_amount_in_a_column_keeps_the_coarsest_of_its_readings() -> None:
    whole, _ = in_column([parse_printed("1200万元"), parse_printed("3.25万元")])
    assert (whole.decimals, whole.coarser) == (2, -2)


def test_a_column_leaves_an_approximate_number_alone() -> None:
    about, _ = in_column([parse_printed("约12万元"), parse_printed("3.25万元")])
    assert about.decimals == -1


def test_a_number_with_more_digits_than_declared_is_marked() -> None:
    declared = replace(parse_printed("12.345万元"), decimals=2, source=DecimalsSource.STATED)
    assert declared.has_excess_digits
    assert not declared.exact().has_excess_digits


def test_a_number_changes_its_convention_only_where_that_says_something() -> None:
    weight, amount = parse_printed("24.9分"), parse_printed("12.5万元")
    assert weight.rounded().convention is Convention.NEAREST
    assert weight.truncated() == weight
    assert amount.rounded() == amount
    assert amount.truncated().convention is Convention.TRUNCATION
    assert amount.exact().convention is Convention.EXACT


def test_every_convention_has_a_chinese_name() -> None:
    assert [c.chinese for c in Convention] == ["四舍五入", "去尾", "精确值", "只说明下限", "只说明上限"]


@pytest.mark.parametrize("text", ["", "—", "约", "第3次", "3至5天", "1.2.3"])
def test_a_text_that_prints_no_single_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="这样印出的数字"):
        parse_printed(text)
