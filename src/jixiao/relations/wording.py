"""Numbers and ranges inside explanations: short enough to read, never rounded to the wrong side."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from jixiao.quantities import Interval, Unit, exact_text, fixed_text


def is_decimal(value: Fraction, places: int) -> bool:
    """Whether `value` is written exactly with `places` decimals."""
    return (value * Fraction(10) ** places).denominator == 1


def value_text(value: Fraction, places: int, unit: Unit | None = None) -> str:
    """`value` with `places` decimals where that is exact, with all its decimals or three more places where not.

    >>> value_text(Fraction("621.3"), 2), value_text(Fraction("8.911"), 2), value_text(Fraction(200, 3), 2)
    ('621.30', '8.911', '66.66667')
    >>> value_text(Fraction(1300), -2)
    '1300'
    """
    if is_decimal(value, max(places, 0)):
        text = fixed_text(value, max(places, 0))
    elif is_decimal(value, max(places, 0) + 3):
        text = exact_text(value)
    else:
        text = fixed_text(value, max(places, 0) + 3)
    return f"{text}{unit or ''}"


def result_text(value: Fraction, places: int, unit: Unit | None = None) -> str:
    """The right side of a piece of arithmetic: `= 8.911`, or `≈ 66.66667` where digits were left out.

    >>> result_text(Fraction(2, 3), 2)
    '≈ 0.66667'
    """
    sign = "=" if is_decimal(value, max(places, 0) + 3) else "≈"
    return f"{sign} {value_text(value, places, unit)}"


def gap_text(value: Fraction, unit: Unit | None = None) -> str:
    """A positive difference cut (never rounded up) to two significant digits, or exact where that is short.

    Two percentages differ by percentage points.

    >>> from jixiao.quantities import unit_named
    >>> gap_text(Fraction("0.01")), gap_text(Fraction("0.0037124999")), gap_text(Fraction(1, 3), unit_named("%"))
    ('0.01', '0.0037', '0.33 个百分点')
    """
    places = 2
    while value * 10**places < 10:
        places += 1
    shown = value if is_decimal(value, 6) else Fraction(floor(value * 10**places), 10**places)
    return f"{exact_text(shown)}{' 个百分点' if unit is not None and unit.symbol == '%' else unit or ''}"


def range_text(interval: Interval, places: int, unit: Unit | None = None) -> str:
    """An interval in words; ends that do not fit into `places` decimals are moved outwards, never inwards.

    >>> range_text(Interval(Fraction(1, 3), Fraction(2, 3)), 2)
    '0.33 至 0.67'
    >>> range_text(Interval(Fraction(1), None), 2), range_text(Interval.point(3), 2)
    ('不小于 1', '3')
    """
    low = None if interval.low is None else _end(interval.low, places, floor, unit, interval.low_closed)
    high = None if interval.high is None else _end(interval.high, places, ceil, unit, interval.high_closed)
    if low is None or high is None:
        return f"不小于 {low}" if low else f"不大于 {high}" if high else "任何数"
    return low if interval.low == interval.high else f"{low} 至 {high}"


def _end(value: Fraction, places: int, outwards: Callable[[Fraction], int], unit: Unit | None, closed: bool) -> str:
    shown = value if is_decimal(value, places) else Fraction(outwards(value * 10**places), 10**places)
    return f"{exact_text(shown)}{unit or ''}" + ("" if closed else "（不含）")
