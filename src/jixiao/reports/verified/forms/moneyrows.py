"""The money block of a form: the total, its sources, what was spent of them, and the points for it."""

from collections.abc import Sequence

from jixiao.forms.profiles import Profile
from jixiao.forms.vocabulary import Column, is_total_money
from jixiao.reports.verified.forms.columns import money_heading, scores_execution
from jixiao.reports.verified.forms.content import FormContent, MoneyEntry
from jixiao.reports.verified.forms.layout import Key, Layout, Part, Role

NO_POINTS = "—"
"""What the rows of sources print for points."""
_SCORED = (Column.POINTS, Column.SCORE)


def draw_money(layout: Layout, content: FormContent, columns: Sequence[Column], whose: str) -> None:
    """The block's heading and one row for each entry; `whose` names it on the left (项目资金)."""
    label = layout.width - 1 - len(columns)
    layout.put(0, f"{whose}\n（{content.unit}）", Role.LABEL, rows=len(content.money) + 1)
    at = layout.put(1, "", Role.LABEL, columns=label)
    for column in columns:
        at = layout.put(at, _heading(layout.profile, column, columns, content.money), Role.HEADING)
    layout.end_row()
    for nth, entry in enumerate(content.money):
        total = is_total_money(entry.label) or (nth == 0 and bool(layout.profile.money.rows))
        at = layout.put(1, entry.label, Role.LABEL, columns=label)
        for column in columns:
            at = _draw_cell(layout, at, Key(Part.MONEY, nth, column), entry.values.get(column, ""), total=total)
        layout.end_row()


def _draw_cell(layout: Layout, at: int, key: Key, text: str, *, total: bool) -> int:
    profile = layout.profile
    if key.column in _SCORED and not total and not profile.money.parts_may_score:
        return layout.put(at, text or NO_POINTS, Role.LABEL)
    if key.column is Column.POINTS and total and scores_execution(profile):
        return layout.put(at, text, Role.LABEL, key=key)
    return layout.put(at, text, Role.TYPED, key=key)


def _heading(profile: Profile, column: Column, columns: Sequence[Column], money: Sequence[MoneyEntry]) -> str:
    """What heads a column; that of the scores tells the points where no column does."""
    points = next((entry.values[Column.POINTS] for entry in money if entry.values.get(Column.POINTS)), "")
    tells = column is Column.SCORE and Column.POINTS not in columns and points
    return money_heading(profile, column) + (f"（{points}分）" if tells else "")
