"""Intervals: which numbers are possible, and whether an end is reached."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.quantities import EMPTY, EVERYTHING, DivisorMayBeZeroError, Interval

small = st.integers(-6, 6).map(lambda n: Fraction(n, 2))
end = st.none() | small


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(end), draw(end)
    if low is not None and high is not None and low > high:
        low, high = high, low
    interval = Interval(low, high, draw(st.booleans()), draw(st.booleans()))
    assume(not interval.is_empty)
    return interval


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of the interval, its reached ends being the likeliest."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 50
    high = interval.high if interval.high is not None else low + 100
    value = low + (high - low) * draw(st.sampled_from([Fraction(n, 8) for n in range(9)]))
    assume(interval.contains(value))
    return value


def test_an_end_that_is_open_is_not_reached() -> None:
    half_open = Interval(Fraction(1), Fraction(2), high_closed=False)
    assert half_open.contains(1)
    assert half_open.contains(Fraction(199, 100))
    assert not half_open.contains(2)


def test_a_negative_factor_swaps_the_ends_together_with_their_flags() -> None:
    assert Interval(Fraction(1), Fraction(2), high_closed=False).scale(-3) == Interval(
        Fraction(-6), Fraction(-3), low_closed=False
    )


def test_an_end_of_a_sum_is_closed_only_if_every_end_in_it_is() -> None:
    half_open = Interval(Fraction(1), Fraction(2), high_closed=False)
    assert half_open + Interval.point(5) == Interval(Fraction(6), Fraction(7), high_closed=False)
    assert half_open - half_open == Interval(Fraction(-1), Fraction(1), low_closed=False, high_closed=False)


def test_intervals_that_touch_meet_only_if_both_ends_are_closed() -> None:
    below, above = Interval(Fraction(0), Fraction(1)), Interval(Fraction(1), Fraction(2))
    assert below.intersect(above) == Interval.point(1)
    assert below.intersect(Interval(Fraction(1), Fraction(2), low_closed=False)).is_empty
    assert below.distance(Interval(Fraction(1), Fraction(2), low_closed=False)) == 0


def test_an_intersection_takes_each_flag_from_the_side_its_end_came_from() -> None:
    left = Interval(Fraction(0), Fraction(5), low_closed=False)
    right = Interval(Fraction(1), Fraction(9), high_closed=False)
    assert left.intersect(right) == Interval(Fraction(1), Fraction(5))


def test_a_product_reaches_zero_whatever_the_other_factor_does_not_reach() -> None:
    assert Interval(Fraction(0), Fraction(1)) * Interval(Fraction(2), Fraction(3), False, False) == Interval(
        Fraction(0), Fraction(3), high_closed=False
    )


def test_a_quotient_takes_its_ends_from_the_corners() -> None:
    spent = Interval(Fraction("1100.105"), Fraction("1100.115"))
    budget = Interval(Fraction("1234.555"), Fraction("1234.565"))
    assert spent / budget == Interval(Fraction(1100105, 1234565), Fraction(1100115, 1234555))


@pytest.mark.parametrize(
    "divisor", [Interval.point(0), Interval(Fraction(-1), Fraction(1)), Interval(Fraction(0), Fraction(1)), EVERYTHING]
)
def test_a_divisor_that_may_be_zero_is_signalled(divisor: Interval) -> None:
    with pytest.raises(DivisorMayBeZeroError, match="除数可能为 0"):
        Interval.point(1) / divisor


def test_a_divisor_that_only_approaches_zero_gives_an_unbounded_quotient() -> None:
    assert Interval.point(1) / Interval(Fraction(0), Fraction(2), low_closed=False) == Interval(Fraction(1, 2), None)
    assert Interval.point(1) / Interval(Fraction(-2), Fraction(0), high_closed=False) == Interval(None, Fraction(-1, 2))


def test_an_unbounded_end_is_never_closed() -> None:
    assert Interval(None, Fraction(1), low_closed=True) == Interval(None, Fraction(1), low_closed=False)
    assert EVERYTHING.width is None
    assert str(EVERYTHING) == "(-∞, ∞)"


@pytest.mark.parametrize("operation", ["__add__", "__sub__", "__mul__", "__truediv__", "intersect"])
def test_nothing_can_be_computed_from_an_empty_interval(operation: str) -> None:
    assert getattr(EMPTY, operation)(Interval.point(3)).is_empty
    assert getattr(Interval.point(3), operation)(EMPTY).is_empty


@pytest.mark.parametrize(
    ("interval", "clamped"),
    [
        (Interval(Fraction(-1), Fraction(3)), Interval(Fraction(0), Fraction(3))),
        (Interval(Fraction(8), Fraction(12), False, False), Interval(Fraction(8), Fraction(10), low_closed=False)),
        (Interval(Fraction(11), Fraction(12)), Interval.point(10)),
        (Interval(Fraction(10), Fraction(12), low_closed=False), Interval.point(10)),
        (Interval(None, Fraction(-1)), Interval.point(0)),
        (EVERYTHING, Interval(Fraction(0), Fraction(10))),
        (EMPTY, EMPTY),
    ],
)
def test_clamping_moves_the_ends_to_the_bounds_and_reaches_them(interval: Interval, clamped: Interval) -> None:
    assert interval.clamp(0, 10) == clamped


@given(st.data(), intervals(), intervals())
def test_what_is_computed_from_members_lies_in_what_is_computed_from_the_intervals(
    data: st.DataObject, one: Interval, other: Interval
) -> None:
    x, y = data.draw(members(one)), data.draw(members(other))
    assert (one + other).contains(x + y)
    assert (one - other).contains(x - y)
    assert (one * other).contains(x * y)
    assert one.clamp(-1, 2).contains(min(max(x, Fraction(-1)), Fraction(2)))
    assert one.intersect(other).contains(x) == other.contains(x)
    if not other.contains(0):
        assert (one / other).contains(x / y)


@given(intervals(), intervals())
def test_a_closed_end_of_a_product_is_the_product_of_two_members(one: Interval, other: Interval) -> None:
    result = one * other
    found = {x * y for x, y in product(_candidates(one), _candidates(other))}
    if result.low_closed:
        assert result.low in found
    if result.high_closed:
        assert result.high in found
    assert result.low_closed or result.low not in found
    assert result.high_closed or result.high not in found


def _candidates(interval: Interval) -> list[Fraction]:
    """Members at which an extreme product can be reached: closed ends, zero, and one number inside."""
    inside = [Fraction(n, 4) for n in range(-13, 14)]
    return [value for value in inside if interval.contains(value)]


@given(intervals(), small.filter(bool))
def test_scaling_back_gives_the_interval_again(interval: Interval, factor: Fraction) -> None:
    assert interval.scale(factor).scale(1 / factor) == interval
