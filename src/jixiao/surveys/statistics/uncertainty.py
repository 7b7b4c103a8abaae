"""How far the composite of a sample may lie from that of the population.

With sheets: percentiles of resampled composites (bootstrap), or for many sheets the normal approximation with the
variance of the linearised ratio; both let the answers of one person depend on each other.
"""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from jixiao.surveys.results import Interval, Method
from jixiao.surveys.statistics.composites import Way
from jixiao.surveys.statistics.confidence import Confidence, square_root
from jixiao.surveys.statistics.intervals import FEWEST, around, bounded, census, uniform, unknown
from jixiao.surveys.statistics.scores import Scores, Sums

BOOTSTRAP_SHEETS = 300
"""Up to so many sheets the composite is resampled; with more its distribution is as good as normal."""
RESAMPLES = 1_999
"""With one less than 2,000 resamples the percentiles of 90, 95 and 99 % are resamples themselves."""

_FIELD = 64  # bits of each sum in a packed number: more than any sum of scores of 300 sheets needs


def interval_of(scores: Scores, way: Way, confidence: Confidence, correction: Fraction) -> Interval | None:
    """The interval of the composite over these sheets; None where there is no composite."""
    sums = scores.sums()
    value = way.of(sums)
    if value is None:
        return None
    if not correction:
        return census(value, confidence)
    if min(sums.bases[number] for number in way.questions) < FEWEST:
        return unknown(confidence)
    sheets = scores.sheets
    variance = variance_of(scores, sums, way, sheets)
    if not variance:
        return uniform(value, sheets, confidence, correction)
    if sheets <= BOOTSTRAP_SHEETS:
        return _bootstrap(scores, way, value, confidence, correction)
    half = confidence.z * square_root(variance * correction)
    return around(value, half, confidence, Method.NORMAL)


def variance_of(scores: Scores, sums: Sums, way: Way, sheets: int) -> Fraction:
    """The variance of the composite between samples, from n − 1: that of a weighted sum of ratios, linearised.

    Each sheet moves the composite by Σ share · (score − centre) over the questions it answers; the variance is
    n ÷ (n − 1) times the sum of the squares of that.
    """
    shares, centres = way.shares(sums), way.centres(sums)
    products = scores.products()
    unit = sums.unit
    squares = sum(
        (
            shares[one] * shares[other] * products[one][other].around(centres[one] * unit, centres[other] * unit)
            for one in way.questions
            for other in way.questions
        ),
        Fraction(0),
    )
    return squares / unit**2 * sheets / (sheets - 1)


def _bootstrap(scores: Scores, way: Way, value: Fraction, confidence: Confidence, correction: Fraction) -> Interval:
    """Percentiles of the composites of samples drawn from the sheets, as many as there are, with replacement.

    A finite population draws them towards the value by the square root of its correction.
    """
    composites = sorted(_resampled(scores, way, confidence.seed))
    rank = (RESAMPLES + 1) * (1 - confidence.level) / 2
    low, high = composites[int(rank) - 1], composites[RESAMPLES - int(rank)]
    shrink = square_root(correction)
    return bounded(value + (low - value) * shrink, value + (high - value) * shrink, confidence, Method.BOOTSTRAP)


def _resampled(scores: Scores, way: Way, seed: int) -> list[Fraction]:
    """Composites of resamples. All sums of a resample are packed into one number, so that one sum gives all of them."""
    sheets = [packed for row, times in scores.rows() if (packed := _packed(row)) for _ in range(times)]
    random = Random(seed)
    composites: list[Fraction] = []
    while len(composites) < RESAMPLES:
        sums = _unpacked(sum(random.choices(sheets, k=len(sheets))), scores.questions, scores.unit)
        composite = way.of(sums)
        if composite is not None:  # nobody who answers a rarely answered question was drawn: such a sample has no value
            composites.append(composite)
    return composites


def _packed(row: Sequence[int | None]) -> int:
    packed = 0
    for number, score in enumerate(row):
        if score is not None:
            packed += (1 << (2 * number * _FIELD)) + (score << ((2 * number + 1) * _FIELD))
    return packed


def _unpacked(packed: int, questions: int, unit: int) -> Sums:
    mask = (1 << _FIELD) - 1
    fields = [(packed >> (number * _FIELD)) & mask for number in range(2 * questions)]
    return Sums(unit, tuple(fields[1::2]), tuple(fields[0::2]))
