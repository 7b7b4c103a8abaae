"""What a curve is over, as canonical sentences name it."""

import re
from fractions import Fraction

from jixiao.quantities import parse_number, parse_rate
from jixiao.rules.measures import MEASURES, Measure
from jixiao.rules.parts.curve import Curve

NAMES = "|".join(sorted((re.escape(measure.name) for measure in MEASURES.values()), key=len, reverse=True))
"""The names of all measures; no two share one, so that a sentence tells which it means."""


def name_of(curve: Curve) -> str:
    """The number that the curve looks at."""
    return f"{curve.measure.name}的绝对值" if curve.of_size else curve.measure.name


def read_figure(measure: Measure, text: str) -> Fraction:
    """A value of the measure as `Measure.text` writes it; NumberError where it is none."""
    return parse_rate(text) if measure.percent else parse_number(text)
