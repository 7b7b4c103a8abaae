"""Sensitivity: how far the total is from the next grades, and which indicators alone could cross the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.evaluation.sheet import IndicatorScore, ScoreSheet
from jixiao.indicators import Line, neighbours
from jixiao.packs.scales import GradeScale


@dataclass(frozen=True, slots=True)
class Distance:
    """To another grade: points to gain, or points that may just not be lost.

    `deciding` are the codes of the indicators of which one alone, at full marks (or at none), changes the grade.
    """

    grade: str
    points: Decimal
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Both directions; None where there is no better (worse) grade or no total."""

    up: Distance | None
    down: Distance | None


def sensitivity_of(sheet: ScoreSheet, scale: GradeScale) -> Sensitivity:
    """The distances of the total in force to the grades beside its own.

    A total of 94.40 on the scale 90/80/60 has nothing above; it falls to 良 when more than 4.40 points
    are lost, so every indicator that now earns more than 4.40 could do that alone.
    """
    total = sheet.in_force.total
    if total is None:
        return Sensitivity(None, None)
    leaves = [leaf for leaf in sheet.indicators() if leaf.score is not None]
    above, own, below = neighbours(scale, total)
    return Sensitivity(_up(total, above, leaves), _down(total - own.starts, below, leaves))


def _up(total: Decimal, above: Line | None, leaves: Sequence[IndicatorScore]) -> Distance | None:
    if above is None:
        return None
    missing = above.starts - total
    deciding = tuple(leaf.code for leaf in leaves if (leaf.deduction or 0) >= missing)
    return Distance(above.grade, missing, deciding)


def _down(spare: Decimal, below: Line | None, leaves: Sequence[IndicatorScore]) -> Distance | None:
    if below is None:
        return None
    deciding = tuple(leaf.code for leaf in leaves if (leaf.score or 0) > spare)
    return Distance(below.grade, spare, deciding)
