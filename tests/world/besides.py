"""Faults in what stands beside scores and totals: rates of sources, coefficients, standards, a total in the header."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.world.changing import compares, has, rescored, some, totalled, with_row
from tests.world.layouts import BY_ROW
from tests.world.truth import Kind, Sheet, half_up

from jixiao.forms.vocabulary import Column


def part_rate(random: Random, sheet: Sheet) -> Sheet | None:
    """A rate of a single source that its amounts do not make."""
    if sheet.profile not in BY_ROW:
        return None
    total, first, *others = sheet.money
    return replace(sheet, money=(total, replace(first, off=Decimal("3.4")), *others))


def header_total(random: Random, sheet: Sheet) -> Sheet | None:
    """A total in the header that is not the one below (F prints both)."""
    return replace(sheet, header_off=Decimal("0.8")) if sheet.profile == "F" else None


def objective_score(random: Random, sheet: Sheet) -> Sheet | None:
    """More points for the objective than it has."""
    if sheet.objective_score is None:
        return None
    return totalled(replace(sheet, objective_score=Decimal(22)), 22 - sheet.objective_score)


def rounded_up(random: Random, sheet: Sheet) -> Sheet | None:
    """All points for execution for what only rounding makes all, in a form that prints decimals elsewhere."""
    points, score = sheet.execution_points, sheet.execution_score
    near = score is not None and points - Decimal("0.5") <= score < points
    near = near and sheet.rate * points < 100 * points - Decimal("0.5")  # nor is the printed rate that of all points
    decimals = any(row.score and row.score % 1 for row in sheet.indicators)
    return rescored(sheet, execution=points) if near and decimals else None


def coefficient(random: Random, sheet: Sheet) -> Sheet | None:
    """A coefficient, or a score out of 100, that does not make the score."""
    if not (has(sheet, Column.COEFFICIENT) or has(sheet, Column.OF_HUNDRED)):
        return None
    at = some(random, sheet, lambda row: not row.lost)
    if at is None:
        return None
    return with_row(sheet, at, replace(sheet.indicators[at], off=Decimal("-0.15")))


def partly_done(random: Random, sheet: Sheet) -> Sheet | None:
    """All points for words that say of themselves that only part was done."""
    if not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: row.target.kind is Kind.WORDS and not row.standard)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, actual="部分完成", score=row.weight, reason="部分环节仍需加强"))


def beside_standard(random: Random, sheet: Sheet) -> Sheet | None:
    """A score that the sentence beside the indicator does not give."""
    if not compares(sheet):
        return None
    at = some(random, sheet, lambda row: row.lost and "扣0.5分" in row.standard and (row.score or 0) > 1)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, score=(row.score or Decimal(0)) - 1))


def no_step(random: Random, sheet: Sheet) -> Sheet | None:
    """A score between two steps of the sentence."""
    at = some(random, sheet, lambda row: "（含）" in row.standard)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, score=half_up(Fraction(row.weight or 0) * Fraction(7, 10), 2)))


def points_of_standard(random: Random, sheet: Sheet) -> Sheet | None:
    """Points in the sentence that do not come to those of the row."""
    at = some(random, sheet, lambda row: "②" in row.standard)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, standard=row.standard.replace("②", "②有台账得1分；③")))
