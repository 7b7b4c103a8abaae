"""Which columns and rows the form of a profile prints; one that names none prints those of the ministry's form."""

from collections.abc import Iterable

from jixiao.forms.profiles import ExecutionRule, ExecutionStands, PointsStand, Profile, profile
from jixiao.forms.vocabulary import Column, indicator_column, money_column

_MINISTRY = "A"
_SCORED = (Column.POINTS, Column.SCORE)
_HEADINGS = {
    Column.REASON: "偏差原因分析及改进措施",
    Column.COEFFICIENT: "得分系数",
    Column.REVIEW: "财政复核分",
    Column.SCORE: "得分",
}


def money_columns(form: Profile) -> tuple[Column, ...]:
    """The columns of the money block; none where the profile has indicators alone."""
    if form.money.columns or form.indicators.columns:
        return form.money.columns
    usual = profile(_MINISTRY).money.columns
    return usual if scores_execution(form) else tuple(column for column in usual if column not in _SCORED)


def money_rows(form: Profile) -> tuple[str, ...]:
    """The rows of the money block, the total first."""
    return form.money.rows or profile(_MINISTRY).money.rows


def indicator_columns(form: Profile) -> tuple[Column, ...]:
    """The columns of the indicator block, in their order."""
    if form.indicators.columns:
        return form.indicators.columns
    usual = [column for column in profile(_MINISTRY).indicators.columns if not (form.unscored and column in _SCORED)]
    if form.indicators.points_stand is PointsStand.BEFORE:
        usual.remove(Column.POINTS)
        usual.insert(usual.index(Column.TARGET), Column.POINTS)
    return tuple(usual)


def scores_execution(form: Profile) -> bool:
    """Whether the money block gives points for execution."""
    execution = form.execution
    counted = execution.points is not None and execution.rule is not ExecutionRule.NONE
    return counted and execution.stands is ExecutionStands.MONEY_BLOCK


def money_heading(form: Profile, column: Column) -> str:
    """How the profile heads a column of the money block: a word by which it is recognised goes before the usual one."""
    own = next((word for word in _words(form, column) if money_column(word) is column), "")
    return _HEADINGS.get(column, "") or own or column.value


def indicator_heading(form: Profile, column: Column) -> str:
    """How the profile heads a column of the indicator block."""
    own = next((word for word in _words(form, column) if indicator_column(word) is column), "")
    return _HEADINGS.get(column, "") or own or column.value


def _words(form: Profile, column: Column) -> Iterable[str]:
    yield from form.signs.words
    yield from form.headings.get(column, ())
    yield column.value
