"""Schemes of satisfaction: what each answer counts, best answer first (domain reference 12.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


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


def _scheme(name: str, *weights: int) -> Scheme:
    return Scheme(name, tuple(map(Fraction, weights)))


SCHEMES = (
    _scheme("100/75/50/25/0", 100, 75, 50, 25, 0),
    _scheme("100/80/60/40/20", 100, 80, 60, 40, 20),
    _scheme("100/80/60/40/0", 100, 80, 60, 40, 0),
    _scheme("100/80/60/30/0", 100, 80, 60, 30, 0),
    _scheme("100/80/60/20/0", 100, 80, 60, 20, 0),
    _scheme("100/90/60/30/0", 100, 90, 60, 30, 0),
    _scheme("100/90/80/60/0", 100, 90, 80, 60, 0),
    _scheme("100/80/50/20/0", 100, 80, 50, 20, 0),
    _scheme("前两档占比", 100, 100, 0, 0, 0),
    _scheme("前三档占比", 100, 100, 100, 0, 0),
    _scheme("100/80/60/0", 100, 80, 60, 0),
    _scheme("100/75/50/0", 100, 75, 50, 0),
    _scheme("100/80/50/0", 100, 80, 50, 0),
    _scheme("100/67/33/0", 100, 67, 33, 0),
    _scheme("前两档占比", 100, 100, 0, 0),
    _scheme("前三档占比", 100, 100, 100, 0),
    _scheme("100/50/0", 100, 50, 0),
    _scheme("100/60/0", 100, 60, 0),
    _scheme("100/80/0", 100, 80, 0),
    _scheme("前两档占比", 100, 100, 0),
    _scheme("首档占比", 100, 0, 0),
    _scheme("首档占比", 100, 0),
)
"""The schemes met in practice; a report may state another."""


def schemes_for(options: int) -> tuple[Scheme, ...]:
    """The usual schemes for so many answers."""
    return tuple(scheme for scheme in SCHEMES if len(scheme.weights) == options)
