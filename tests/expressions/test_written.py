"""A number and its arithmetic never disagree."""

from fractions import Fraction
from functools import reduce
from itertools import cycle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.expressions.formulas import Calculation, calculations, fractions, leaves
from tests.recompute import recompute

from jixiao.expressions import Exact, Written, absolute, larger, mean, rounded, smaller, total

A, B, C = Written.of(7), Written.of(5), Written.of(3)


def computed(calculation: Calculation) -> Written:
    try:
        result = calculation.run(lambda leaf: leaf)
    except ZeroDivisionError:
        assume(False)
        raise
    assert isinstance(result, Written)
    return result


@given(calculations)
def test_the_text_of_a_number_recomputed_gives_exactly_its_value(calculation: Calculation) -> None:
    number = computed(calculation)
    assert recompute(number.text) == number.value


@given(calculations)
def test_plain_numbers_give_the_same_result_as_written_ones(calculation: Calculation) -> None:
    number = computed(calculation)
    plain = calculation.run(lambda leaf: leaf.value)
    assert isinstance(plain, Fraction)
    assert plain == number.value


@given(calculations, st.lists(st.booleans(), min_size=1))
def test_written_and_plain_numbers_may_be_mixed_at_will(calculation: Calculation, choices: list[bool]) -> None:
    number = computed(calculation)
    is_written = cycle(choices)
    mixed = calculation.run(lambda leaf: leaf if next(is_written) else leaf.value)
    assert mixed == number.value
    if isinstance(mixed, Written):
        assert recompute(mixed.text) == number.value


@given(leaves(), fractions)
def test_comparing_goes_by_value_on_both_sides(number: Written, other: Fraction) -> None:
    for right in (other, Written.of(other)):
        assert (number < right) == (number.value < other)
        assert (number <= right) == (number.value <= other)
        assert (number > right) == (number.value > other)
        assert (number >= right) == (number.value >= other)
        assert (number == right) == (number.value == other)
    assert (other < number) == (other < number.value)
    assert (other == number) == (other == number.value)
    assert number == Written.of(number.value)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ((A + B) / C, "(7 + 5) ÷ 3"),
        (A + B - C, "7 + 5 − 3"),
        (A - (B - C), "7 − (5 − 3)"),
        (A + (B - C), "7 + 5 − 3"),
        (A / (B * C), "7 ÷ (5 × 3)"),
        (A * (B / C), "7 × 5 ÷ 3"),
        (A - B * C, "7 − 5 × 3"),
        (-A, "-7"),
        (-(A + B), "-(7 + 5)"),
        (-Written.of(-7), "-(-7)"),
        (B * -A, "5 × (-7)"),
        (B + -A * C, "5 + (-7 × 3)"),
        (B + (-A + C) * 2, "5 + (-7 + 3) × 2"),
        (5 - A, "5 − 7"),
        (Fraction(1, 3) + A, "1/3 + 7"),
        (A / Fraction(1, 3), "7 ÷ (1/3)"),
        (A * Written.of(Fraction("-0.0518"), "-5.18%"), "7 × (-5.18%)"),
        (Written.of(Fraction("207.90"), "207.90") * 1, "207.90 × 1"),
        (smaller(A, B, Fraction(1)), "min(7, 5, 1)"),
        (larger(A - B, B) * 2, "max(7 − 5, 5) × 2"),
        (absolute(B - A), "abs(5 − 7)"),
        (rounded(A / C, 2) + 1, "round(7 ÷ 3, 2) + 1"),
        (mean([A, B, C]), "(7 + 5 + 3) ÷ 3"),
    ],
)
def test_arithmetic_is_written_with_the_fewest_brackets(number: Written, text: str) -> None:
    assert number.text == text
    assert recompute(text) == number.value


def test_a_score_is_rounded_half_up_as_excel_does() -> None:
    assert rounded(Written.of(Fraction("2.675")), 2) == Fraction("2.68")
    assert rounded(Fraction("-2.675"), 2) == Fraction("-2.68")


def test_a_text_that_says_another_number_is_refused() -> None:
    for text in ("96%", "0.96", "19/21", "95 %", "95%+0", "(0.95)", "九成五"):
        with pytest.raises(ValueError, match="not"):
            Written.of(Fraction(19, 20), text)


def test_an_inexact_number_never_enters() -> None:
    for number in (0.5, "5", None):
        with pytest.raises(TypeError, match="no exact number"):
            A + number  # type: ignore[operator]
    assert Written.of(Fraction(1, 2)) != 0.5


def test_equal_numbers_may_be_written_differently_so_they_have_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(A)


def test_a_sum_of_ten_thousand_numbers_is_written_without_end_of_stack() -> None:
    many: list[Exact] = [Written.of(1)] * 10_000
    number = total(many)
    assert isinstance(number, Written)
    assert number.text == " + ".join(["1"] * 10_000)
    other_way = reduce(lambda right, left: left + right, [Written.of(1)] * 10_000)
    assert other_way.text == number.text


def test_dividing_by_zero_is_no_number() -> None:
    with pytest.raises(ZeroDivisionError):
        A / (B - 5)
