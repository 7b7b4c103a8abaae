"""What a sample can carry: how many answers the population needs, how many were got, and of what."""

from fractions import Fraction
from math import ceil

from jixiao.surveys.results import Sampling
from jixiao.surveys.statistics.confidence import Confidence
from jixiao.surveys.study import StudyGroup

MARGIN = Fraction(5, 100)
"""The half width that a sample should not exceed (domain reference 12.3)."""


def sample_size(population: int | None, confidence: Confidence, margin: Fraction = MARGIN) -> int:
    """Answers needed for a share within ± `margin`, whatever it is.

    n₀ = z² · 0.25 ÷ margin², for N to ask n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up (Cochran 1977, 4.4).

    >>> of = Confidence(Fraction(95, 100), Fraction("1.959964"), 1)
    >>> sample_size(None, of), sample_size(1000, of), sample_size(60, of)
    (385, 278, 53)
    """
    unlimited = confidence.z**2 / 4 / margin**2
    if population is None:
        return ceil(unlimited)
    return min(ceil(unlimited / (1 + (unlimited - 1) / population)), population) if population else 0


def sampling_of(group: StudyGroup, received: int | None, valid: int, confidence: Confidence) -> Sampling:
    """The sampling of a group; what the study states of the sheets returned goes before how many were read.

    Recovery is returned ÷ issued, validity valid ÷ returned, non-response 1 − recovery.
    """
    returned = received if group.returned is None else group.returned
    recovery = _rate(returned, group.issued)
    return Sampling(
        group.population,
        group.issued,
        returned,
        valid,
        recovery,
        _rate(valid, returned),
        sample_size(group.population, confidence),
        None if recovery is None else max(1 - recovery, Fraction(0)),
    )


def _rate(part: int | None, whole: int | None) -> Fraction | None:
    return None if part is None or not whole else Fraction(part, whole)
