"""The department's own form: what it told, in the layout of its profile."""

from fractions import Fraction

from jixiao.forms.departments import DepartmentTold, OwnMoney
from jixiao.forms.profiles import Profile
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text, fixed_text
from jixiao.reports.verified.forms.content import (
    BLANK_FOOT,
    DEPARTMENT,
    FormContent,
    LineEntry,
    MoneyEntry,
    ObjectiveEntry,
    heading,
    targets_in,
)

_AMOUNTS = (Column.INITIAL, Column.ADJUSTED, Column.EXECUTED)


def own_content(told: DepartmentTold, profile: Profile) -> FormContent:
    """The form with everything told; totals of money, points and scores are the sums of what was told."""
    year = f"{told.year}年度" if told.year else ""
    points = [indicator.points for indicator in told.indicators]
    scores = [indicator.score for indicator in told.indicators]
    own_points = [exact_text(profile.execution.points)] if profile.execution.points is not None and told.money else []
    own_score = [told.execution_score] if told.money else []
    return FormContent(
        f"{year}{told.department}部门整体支出绩效自评表",
        {DEPARTMENT: told.department, **BLANK_FOOT},
        "万元",
        (_total(told, profile), *(MoneyEntry(row.source, _values(row)) for row in told.money)),
        (ObjectiveEntry(told.objective, told.achieved),),
        tuple(
            LineEntry(
                heading(indicator.level1),
                heading(indicator.level2),
                {
                    Column.LEVEL3: indicator.name,
                    **targets_in(indicator.target, profile),
                    Column.ACTUAL: indicator.actual,
                    Column.POINTS: indicator.points,
                    Column.SCORE: indicator.score,
                    Column.REASON: indicator.reason,
                },
            )
            for indicator in told.indicators
        ),
        total_points=summed([*own_points, *points]),
        total_score=told.total or summed([*own_score, *scores]),
        grade=told.grade,
    )


def disagreement(told: DepartmentTold) -> str:
    """Where the total told is not what the scores told come to, in words; "" otherwise."""
    scores = [*([told.execution_score] if told.money else []), *(each.score for each in told.indicators)]
    added = summed(scores)
    if not (told.total and added) or Fraction(told.total) == Fraction(added):
        return ""
    return f"部门自评总分填 {told.total} 分，各项得分之和是 {added} 分，请核对。"


def summed(texts: list[str]) -> str:
    """What numbers come to; "" while one of them is blank, for a sum over part of them would be taken for the whole.

    >>> summed(["10", "22.50"]), summed(["10", ""]), summed([])
    ('32.50', '', '')
    """
    if not texts or not all(texts):
        return ""
    decimals = max(len(text.partition(".")[2]) for text in texts)
    return fixed_text(sum((Fraction(text) for text in texts), Fraction(0)), decimals)


def _total(told: DepartmentTold, profile: Profile) -> MoneyEntry:
    sums = [summed([getattr(row, name) for row in told.money]) for name in ("initial", "adjusted", "executed")]
    values = dict(zip(_AMOUNTS, sums, strict=True))
    if profile.execution.points is not None:
        values[Column.POINTS] = exact_text(profile.execution.points)
    if sums[1] and sums[2] and Fraction(sums[1]):
        values[Column.RATE] = f"{fixed_text(Fraction(sums[2]) / Fraction(sums[1]) * 100, 2)}%"
    return MoneyEntry("年度资金总额", values | {Column.SCORE: told.execution_score})


def _values(row: OwnMoney) -> dict[Column, str]:
    return dict(zip(_AMOUNTS, (row.initial, row.adjusted, row.executed), strict=True))
