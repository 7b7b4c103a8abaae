"""Schemes of satisfaction: what each answer counts, best answer first (domain reference 12.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_UNSURE = re.compile("不了解|不清楚|不知道|说不清|未接触|不适用")
_DEGREES = (
    re.compile("非常满意|很满意|十分满意|极为满意"),
    re.compile("比较满意|较满意|(?<!不)(?<!不太)(?<!基本)满意"),
    re.compile("一般|基本满意|尚可|中立"),
    re.compile("不太满意|不满意|较不满意|比较不满意"),
    re.compile("非常不满意|很不满意|极不满意|十分不满意"),
)


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


def options_in_order(labels: Sequence[str]) -> tuple[int, ...] | None:
    """Which labels are degrees of satisfaction, by number, the best first; None where they are none.

    Answers such as 不了解 are no degree and left out of the base.

    >>> options_in_order(["A.非常满意", "B.满意", "C.一般", "D.不满意", "E.不了解"])
    (0, 1, 2, 3)
    >>> options_in_order(["男", "女"]) is None
    True
    """
    degrees = [(_degree(label), number) for number, label in enumerate(labels) if not _UNSURE.search(label)]
    if len(degrees) < 2 or any(degree is None for degree, _ in degrees):
        return None
    known = [(degree, number) for degree, number in degrees if degree is not None]
    if len({degree for degree, _ in known}) < len(known):
        return None
    return tuple(number for _, number in sorted(known))


def _degree(label: str) -> int | None:
    """0 for the best; None for what is no degree. The worse ones are tried first, since 不满意 holds 满意."""
    for degree in (4, 3, 0, 2, 1):
        if _DEGREES[degree].search(label):
            return degree
    return None
