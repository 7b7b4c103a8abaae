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
    """A value with how far it may lie from that of the population, as people say it.

    >>> with_margin(Fraction("0.886"), Interval(Fraction("0.834"), Fraction("0.938"), Fraction("0.95"), Method.WILSON))
    '88.60%（±5.20个百分点）'
    """
    told = margin(value, interval)
    return f"{percent(value)}（{told}）" if told else percent(value)


def margin(value: Fraction | None, interval: Interval | None) -> str:
    """The margin alone: the ends where they are not equally far, as at 100 %; nothing where there is none.

    >>> margin(Fraction("0.886"), Interval(Fraction("0.834"), Fraction("0.938"), Fraction("0.95"), Method.WILSON))
    '±5.20个百分点'
    >>> margin(Fraction("0.98"), Interval(Fraction("0.94"), Fraction(1), Fraction("0.95"), Method.CONSERVATIVE))
    '94.00%～100.00%'
    """
    if value is None or interval is None or interval.method in (Method.NONE, Method.CENSUS):
        return ""
    above, below = percent(interval.high - value), percent(value - interval.low)
    return f"±{above.rstrip('%')}个百分点" if above == below else between(interval)
