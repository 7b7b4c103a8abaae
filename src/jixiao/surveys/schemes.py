"""Schemes of satisfaction: what each answer counts, best answer first (domain reference 12.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.packs.schemes import SatisfactionScheme, lettered_scheme, satisfaction_schemes


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme by its name: the percentages that the answers count, the best answer first.

    >>> SCHEMES[0].of([132, 1, 4, 0, 0])
    Fraction(13475, 137)
    """

    name: str
    weights: tuple[Fraction, ...]

    def of(self, counts: Sequence[int | Fraction]) -> Fraction:
        """The composite satisfaction in percent: Σ nᵢ·wᵢ ÷ Σ nᵢ; there must be answers, one count per weight."""
        weighed = sum((count * weight for count, weight in zip(counts, self.weights, strict=True)), Fraction(0))
        return weighed / sum(counts, Fraction(0))


def _percent(scheme: SatisfactionScheme) -> Scheme:
    return Scheme(scheme.name, scheme.percent)


SCHEMES = tuple(map(_percent, satisfaction_schemes()))
"""The schemes met in practice; a report may state another."""


def schemes_for(options: int) -> tuple[Scheme, ...]:
    """The usual schemes for so many answers."""
    return tuple(scheme for scheme in SCHEMES if len(scheme.weights) == options)


def scheme_of(letter: str, options: int) -> Scheme | None:
    """The scheme that a study names by its letter, for a question of so many answers; None where it has no weights.

    >>> scheme_of("E", 4).name, scheme_of("F", 5)
    ('前两档占比', None)
    """
    scheme = lettered_scheme(letter, options)
    return None if scheme is None else _percent(scheme)
