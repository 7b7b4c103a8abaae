"""How sure an interval is to be, and of what part of the population the sample leaves us unsure."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from jixiao.surveys.study import Study

DIGITS = 30
"""Significant digits of every square root; what is printed needs six."""

_Z = {
    "90%": Decimal("1.6448536269514727149"),
    "95%": Decimal("1.9599639845400542355"),
    "99%": Decimal("2.5758293035489007610"),
}
"""Quantiles of the normal distribution at (1 + confidence) ÷ 2."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """The confidence as a fraction of one, the quantile `z` that belongs to it, and the seed of everything drawn."""

    level: Fraction
    z: Fraction
    seed: int

    @classmethod
    def of(cls, study: Study) -> "Confidence":
        """What the study asks for.

        >>> Confidence.of(Study.model_validate({"name": "甲", "groups": [{"name": "群众"}]})).level
        Fraction(19, 20)
        """
        return cls(Fraction(int(study.confidence.rstrip("%")), 100), Fraction(_Z[study.confidence]), study.seed)


USUAL = Confidence(Fraction(95, 100), Fraction(_Z["95%"]), 1)
"""What is meant where nothing is said."""


def correction(population: int | None, valid: int) -> Fraction:
    """What the variance of a mean is multiplied by because the population is finite: (N − n) ÷ (N − 1).

    1 where the population is not known, and where more answered than it has, so that it cannot be right; 0 where all
    of it answered.

    >>> correction(None, 137), correction(101, 21), correction(50, 50), correction(40, 60)
    (Fraction(1, 1), Fraction(4, 5), Fraction(0, 1), Fraction(1, 1))
    """
    if population is None or population < valid:
        return Fraction(1)
    return Fraction(population - valid, population - 1) if population > valid else Fraction(0)


def square_root(value: Fraction) -> Fraction:
    """The square root to DIGITS significant digits.

    >>> square_root(Fraction(9, 4)), float(square_root(Fraction(2)))
    (Fraction(3, 2), 1.4142135623730951)
    """
    with localcontext(prec=DIGITS):
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())
