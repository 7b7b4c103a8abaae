"""Answers that are numbers: scales and quantities, kept exactly as written in decimal digits."""

import re
from fractions import Fraction

from jixiao.surveys.incoming.choices import special_code
from jixiao.surveys.incoming.labels import squeezed
from jixiao.surveys.questionnaire import Question

_NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?)(?:[^\W\d]{1,3}|%)?")


def figure_in(question: Question, text: str) -> tuple[str | None, bool]:
    """The number in a cell, None where there is none, and whether the cell could be read.

    A number outside the scale is not read; a 数字 question has limits only where they are written.

    >>> question = Question(text="请打分", kind="量表")
    >>> [figure_in(question, text) for text in ("５分", "4.50", "6", "很好", "(空)")]
    [('5', True), ('4.50', True), (None, False), (None, False), (None, True)]
    """
    if special_code(text) is not None:
        return None, True
    found = _NUMBER.fullmatch(squeezed(text))
    if found is None:
        return None, False
    number = found[1].replace(",", "").lstrip("+")
    is_limited = question.kind == "量表" or "scale" in question.model_fields_set
    fits = not is_limited or question.scale.low <= Fraction(number) <= question.scale.high
    return (number, True) if fits else (None, False)
