"""How a consistent form is changed in one place so that everything else still follows from it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.world.growing import layout_of
from tests.world.truth import Indicator, Kind, Sheet

from jixiao.forms.profiles.model import Profile
from jixiao.forms.vocabulary import Column

_COMPARABLE = (Kind.AT_LEAST, Kind.AT_MOST, Kind.EXACT)


def is_plain(row: Indicator) -> bool:
    """Whether target and actual are one number each with a direction that nobody doubts."""
    exceeds = row.target.kind is Kind.EXACT and Decimal(row.actual or 0) > Decimal(row.target.value)
    return row.target.kind in _COMPARABLE and not exceeds


def has(sheet: Sheet, column: Column) -> bool:
    """Whether the form has that column of indicators."""
    return column in _columns(layout_of(sheet.profile))


def _columns(of: Profile) -> tuple[Column, ...]:
    return of.indicators.columns or layout_of("A").indicators.columns


def compares(sheet: Sheet) -> bool:
    """Whether the form prints targets beside actual values."""
    return has(sheet, Column.TARGET) and has(sheet, Column.ACTUAL)


def some(random: Random, sheet: Sheet, wanted: Callable[[Indicator], bool]) -> int | None:
    """The place of a row that is wanted, at random; None where there is none."""
    found = [at for at, row in enumerate(sheet.indicators) if wanted(row)]
    return random.choice(found) if found else None


def with_row(sheet: Sheet, at: int, row: Indicator) -> Sheet:
    """The form with another row in that place, and the total that follows from it."""
    rows = (*sheet.indicators[:at], row, *sheet.indicators[at + 1 :])
    change = (row.score or Decimal(0)) - (sheet.indicators[at].score or Decimal(0))
    return totalled(replace(sheet, indicators=rows), change)


def rescored(sheet: Sheet, execution: Decimal) -> Sheet:
    """The form with another score for execution, and the total that follows from it."""
    change = execution - (sheet.execution_score or Decimal(0))
    return totalled(replace(sheet, execution_score=execution), change)


def totalled(sheet: Sheet, change: Decimal) -> Sheet:
    """The form with a total changed by so many points, and the grade that follows from it."""
    if sheet.total_score is None:
        return sheet
    score = sheet.total_score + change
    bands = sorted(layout_of(sheet.profile).grades.in_force.bands, key=lambda band: band.from_, reverse=True)
    return replace(sheet, total_score=score, grade=next(band.name for band in bands if score >= band.from_))
