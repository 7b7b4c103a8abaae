"""Composites where only the counts of each question are known, not how the answers of one person hang together."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.surveys.results import Interval, Method
from jixiao.surveys.statistics.confidence import Confidence, square_root
from jixiao.surveys.statistics.intervals import FEWEST, around, census, uniform, unknown


def variance_of_counts(given: Mapping[Fraction, int]) -> Fraction:
    """The variance between samples of a mean of weights, each given so often: s² ÷ n with s² from n − 1.

    >>> variance_of_counts({Fraction(1): 3, Fraction(0): 1})
    Fraction(1, 16)
    """
    base = sum(given.values())
    mean = sum((weight * count for weight, count in given.items()), Fraction(0)) / base
    squares = sum(((weight - mean) ** 2 * count for weight, count in given.items()), Fraction(0))
    return squares / (base - 1) / base


def conservative(
    questions: Sequence[Mapping[Fraction, int]],
    weights: Sequence[Fraction],
    value: Fraction,
    confidence: Confidence,
    correction: Fraction,
) -> Interval:
    """The interval of a composite from what each question's answers count and how often; `weights` are the questions'.

    Its half width is the weighted mean of theirs: no way in which the answers of one person depend on each other gives
    a wider one. For a single question the counts are all there is to know.
    """
    if not correction:
        return census(value, confidence)
    bases = [sum(given.values()) for given in questions]
    if min(bases) < FEWEST:
        return unknown(confidence)
    variances = [variance_of_counts(given) for given in questions]
    if not any(variances):
        return uniform(value, min(bases), confidence, correction)
    deviations = (weight * square_root(variance) for weight, variance in zip(weights, variances, strict=True))
    deviation = sum(deviations, Fraction(0)) / sum(weights)
    method = Method.CONSERVATIVE if len(questions) > 1 else Method.NORMAL
    return around(value, confidence.z * square_root(correction) * deviation, confidence, method)
