"""Sensitivity: how far the total is from the next grades, and which indicators alone could cross the line."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import IndicatorScore, ScoreSheet
from jixiao.evaluation.totalling import totals
from jixiao.indicators import Line, neighbours


@dataclass(frozen=True, slots=True)
class Distance:
    """To another grade: the points the total lacks to it, or may just lose before it falls to it.

    `deciding` are the codes of the indicators of which one alone, at full marks (or at none), changes the grade.
    """

    grade: str
    points: Decimal
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Both directions; None where there is no better (worse) grade, none that points can earn, or no total."""

    up: Distance | None
    down: Distance | None


def sensitivity_of(case: Case, sheet: ScoreSheet) -> Sensitivity:
    """The distances of the total in force to the grades beside its own, the rules about the total respected.

    A total of 94.40 on the scale 90/80/60 has nothing above; it falls to 良 when more than 4.40 points
    are lost, so every indicator that now earns more than 4.40 could do that alone.
    """
    total, grade = sheet.in_force.total, sheet.in_force.grade
    if total is None or grade is None:
        return Sensitivity(None, None)
    above, own, below = neighbours(case.scale, grade)
    leaves = [leaf for leaf in sheet.indicators() if leaf.score is not None]

    def with_only(changed: IndicatorScore, score: Decimal) -> str | None:
        return totals(case, sheet.levels, lambda leaf: score if leaf is changed else leaf.score).grade

    def with_full_marks(leaf: IndicatorScore) -> bool:
        return with_only(leaf, leaf.weight) != grade

    def with_none(leaf: IndicatorScore) -> bool:
        return with_only(leaf, Decimal(0)) != grade

    best = totals(case, sheet.levels, lambda leaf: leaf.weight).grade
    up = None if above is None or best == grade else _distance(above, above.starts - total, leaves, with_full_marks)
    down = None if below is None else _distance(below, total - own.starts, leaves, with_none)
    return Sensitivity(up, down)


def _distance(
    line: Line, points: Decimal, leaves: list[IndicatorScore], decides: Callable[[IndicatorScore], bool]
) -> Distance:
    return Distance(line.grade, points, tuple(leaf.code for leaf in leaves if decides(leaf)))
