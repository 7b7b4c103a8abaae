"""Grades in use: the grade of a total under a cap, and the lines between neighbouring grades."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from jixiao.packs.scales import GradeScale


@dataclass(frozen=True, slots=True)
class Line:
    """A grade and the lowest total that earns it."""

    grade: str
    starts: Decimal


def lines_of(scale: GradeScale) -> tuple[Line, ...]:
    """The line of every grade, best first; with whole-number bands a total is rounded, so 89.50 already earns 90–100.

    >>> from jixiao.packs.registry import standard_registry
    >>> [(line.grade, str(line.starts)) for line in lines_of(standard_registry().scale("standard"))]
    [('优', '90.00'), ('良', '80.00'), ('中', '60.00'), ('差', '0.00')]
    """
    half = Fraction(1, 2) if scale.reading == "整数" else Fraction(0)
    starts = [max(band.from_ - half, Fraction(0)) for band in scale.bands]
    return tuple(
        Line(band.name, Decimal(ceil(start * 100)).scaleb(-2)) for band, start in zip(scale.bands, starts, strict=True)
    )


def grade_under_caps(scale: GradeScale, total: Decimal, caps: Sequence[str]) -> str:
    """The grade of a total, not better than any of the grades `caps`; a total below 0 earns the lowest grade."""
    names = [band.name for band in scale.bands]
    earned = scale.grade_of(max(Fraction(total), Fraction(0)))
    return names[max(names.index(name) for name in (earned, *caps))]


def neighbours(scale: GradeScale, grade: str) -> tuple[Line | None, Line, Line | None]:
    """The lines of the grade above, of the grade itself, and of the grade below; None at the ends."""
    lines = lines_of(scale)
    own = next(number for number, line in enumerate(lines) if line.grade == grade)
    above = lines[own - 1] if own else None
    below = lines[own + 1] if own + 1 < len(lines) else None
    return above, lines[own], below
