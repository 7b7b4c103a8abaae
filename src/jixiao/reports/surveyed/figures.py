"""How the numbers of a survey are written: shares, intervals, counts, and what stands where there is none."""

from fractions import Fraction

from jixiao.quantities import percent_text
from jixiao.surveys.results import Interval, Method

NIL = "—"


def percent(value: Fraction | None) -> str:
    """A fraction of one as a percentage with two decimals.

    >>> percent(Fraction(94, 137)), percent(None)
    ('68.61%', '—')
    """
    return NIL if value is None else percent_text(value)


def number(value: int | None) -> str:
    """A count, or the dash where it is not known."""
    return NIL if value is None else str(value)


def between(interval: Interval | None) -> str:
    """The ends of an interval, without how it was found.

    >>> between(Interval(Fraction("0.834"), Fraction("0.938"), Fraction("0.95"), Method.BOOTSTRAP))
    '83.40%～93.80%'
    """
    if interval is None or interval.method is Method.NONE:
        return NIL
    return f"{percent(interval.low)}～{percent(interval.high)}"


def with_margin(value: Fraction | None, interval: Interval | None) -> str:
    """A value with its margin in percentage points, as people say it.

    >>> with_margin(Fraction("0.886"), Interval(Fraction("0.834"), Fraction("0.938"), Fraction("0.95"), Method.WILSON))
    '88.60%（±5.20个百分点）'
    """
    if value is None or not margin(interval):
        return percent(value)
    return f"{percent(value)}（{margin(interval)}）"


def margin(interval: Interval | None) -> str:
    """The margin alone; nothing where there is none.

    >>> margin(Interval(Fraction("0.834"), Fraction("0.938"), Fraction("0.95"), Method.WILSON))
    '±5.20个百分点'
    """
    if interval is None or interval.method in (Method.NONE, Method.CENSUS):
        return ""
    return f"±{percent(interval.half_width).rstrip('%')}个百分点"
