"""Intervals: where the value of the population lies, for shares and for means of bounded scores."""

from fractions import Fraction

from jixiao.surveys.results import Interval, Method
from jixiao.surveys.statistics.confidence import Confidence, square_root

FEWEST = 10
"""With fewer answers neither their spread nor a resampling of them says how they would spread."""

_NOTHING, _ALL = Fraction(0), Fraction(1)


def wilson(count: int, base: int, confidence: Confidence, correction: Fraction = _ALL) -> Interval:
    """The interval of a share of `base` answers (more than 0), after Wilson (1927).

    It solves (p − share)² = z² · correction · p(1 − p) ÷ base for p. `correction` is that for a finite population.

    >>> from jixiao.quantities import percent_text
    >>> interval = wilson(132, 137, Confidence(Fraction(95, 100), Fraction("1.959964"), 1))
    >>> percent_text(interval.low), percent_text(interval.high)
    ('91.74%', '98.43%')
    """
    share = Fraction(count, base)
    if not correction:
        return census(share, confidence)
    spread = confidence.z**2 * correction / base
    centre, divisor = share + spread / 2, 1 + spread
    half = square_root(spread * share * (1 - share) + spread**2 / 4)
    return bounded((centre - half) / divisor, (centre + half) / divisor, confidence, Method.WILSON)


def around(value: Fraction, half_width: Fraction, confidence: Confidence, method: Method) -> Interval:
    """The interval of that half width around a value, kept between 0 and 1."""
    return bounded(value - half_width, value + half_width, confidence, method)


def bounded(low: Fraction, high: Fraction, confidence: Confidence, method: Method) -> Interval:
    """The interval between the two, kept between 0 and 1."""
    return Interval(max(low, _NOTHING), min(high, _ALL), confidence.level, method)


def census(value: Fraction, confidence: Confidence) -> Interval:
    """Everybody was asked: the value is what it is."""
    return Interval(value, value, confidence.level, Method.CENSUS)


def uniform(value: Fraction, sheets: int, confidence: Confidence, correction: Fraction) -> Interval:
    """Where all sheets say the same, so that their spread says nothing: some in the population may say otherwise.

    How many, Wilson's interval for none of so many sheets says; those may then be anywhere from 0 to 1.
    """
    others = wilson(0, sheets, confidence, correction).high
    low, high = value * (1 - others), value + (1 - value) * others
    return Interval(low, high, confidence.level, Method.UNIFORM)


def unknown(confidence: Confidence) -> Interval:
    """Too few answers to say anything."""
    return Interval(_NOTHING, _ALL, confidence.level, Method.NONE)
