"""A form drawn from top to bottom in the layout of its profile: title and header, its blocks, and who filled it in."""

from itertools import pairwise

from jixiao.forms.profiles import Profile, TotalStands
from jixiao.forms.vocabulary import Column
from jixiao.reports.verified.forms.columns import indicator_columns, indicator_heading, money_columns, money_heading
from jixiao.reports.verified.forms.content import (
    BLANK_FOOT,
    DEPARTMENT,
    GRADE,
    PROJECT,
    REVIEWED,
    STATED,
    TOTAL,
    FormContent,
)
from jixiao.reports.verified.forms.indicatorrows import draw_indicators, draw_total
from jixiao.reports.verified.forms.layout import Key, Layout, Part, Role
from jixiao.reports.verified.forms.moneyrows import draw_money
from jixiao.reports.verified.forms.widths import spans_of, widths_of

_LABEL = 10
"""Half-width characters that a label of the header or the foot takes at least."""


def laid(content: FormContent, profile: Profile) -> Layout:
    """The grid of a form in the layout of a profile; every cell of every row is there, blank ones too."""
    money, indicators = money_columns(profile), indicator_columns(profile)
    width = max(len(indicators), len(money) + 1)
    spans = spans_of(indicators, width)
    headings = [indicator_heading(profile, each) for each in indicators]
    layout = Layout(profile, widths_of(indicators, spans, headings, [money_heading(profile, each) for each in money]))
    _draw_title(layout, content, unit=bool(money))
    _draw_fields(layout, content)
    if money:
        whose = "部门资金" if DEPARTMENT in content.fields else "项目资金"
        draw_money(layout, content, money, whose)
    if money and content.objectives:
        _draw_objectives(layout, content)
    draw_indicators(layout, content, indicators, spans)
    if (profile.total_stands is TotalStands.LAST_ROW or content.total_points) and not profile.unscored:
        draw_total(layout, content, indicators, spans)
    if not BLANK_FOOT.keys().isdisjoint(content.fields):
        _draw_foot(layout, content)
    return layout


def _draw_title(layout: Layout, content: FormContent, *, unit: bool) -> None:
    layout.put(0, content.title, Role.TITLE, columns=layout.width)
    layout.end_row()
    year = f"（{content.year}年度）" if content.year else ""
    money = f"金额单位：{content.unit}" if unit else ""
    layout.put(0, "　".join(filter(None, (year, money))), Role.NOTE, columns=layout.width)
    layout.end_row()


def _draw_fields(layout: Layout, content: FormContent) -> None:
    """The header: whose form it is in a row of its own, everything else in pairs."""
    fields = {name: text for name, text in content.fields.items() if name not in BLANK_FOOT}
    if named := next((name for name in (DEPARTMENT, PROJECT) if name in fields), ""):
        _draw_pair(layout, named, "", {named: fields.pop(named)})
    names = list(fields)
    for left, right in zip(names[::2], [*names[1::2], ""], strict=False):
        _draw_pair(layout, left, right, fields)


def _draw_pair(layout: Layout, left: str, right: str, values: dict[str, str]) -> None:
    half = layout.column_at(1, 2)
    end = half if right else layout.width
    _draw_field(layout, 0, end, left, values[left], _field_key(left))
    if right:
        _draw_field(layout, half, layout.width, right, values[right], _field_key(right))
    layout.end_row()


def _draw_field(layout: Layout, start: int, end: int, name: str, text: str, key: Key) -> None:
    """A label as wide as it has to be, and what is said in the rest of the columns up to `end`."""
    at = layout.put(start, name, Role.LABEL, columns=layout.columns_for(_LABEL, start, end - 1))
    layout.put(at, text, Role.TYPED, columns=end - at, key=key)


def _field_key(name: str) -> Key:
    results: dict[str, Column | str] = {
        TOTAL: Column.SCORE,
        STATED: Column.SCORE,
        REVIEWED: Column.REVIEW,
        GRADE: GRADE,
    }
    return Key(Part.TOTAL, 0, results[name]) if name in results else Key(Part.FIELD, 0, name)


def _draw_objectives(layout: Layout, content: FormContent) -> None:
    scored = 1 if layout.profile.scores_objective else 0
    half = (layout.width - 1 - scored) // 2
    rest = layout.width - 1 - half - scored
    layout.put(0, "年度总体目标", Role.LABEL, rows=len(content.objectives) + 1)
    at = layout.put(1, "预期目标", Role.HEADING, columns=half)
    at = layout.put(at, "实际完成情况", Role.HEADING, columns=rest)
    if scored:
        layout.put(at, "得分", Role.HEADING)
    layout.end_row()
    for nth, each in enumerate(content.objectives):
        at = layout.put(1, each.expected, Role.TYPED, columns=half, key=Key(Part.OBJECTIVE, nth, "预期目标"))
        key = Key(Part.OBJECTIVE, nth, "实际完成情况")
        at = layout.put(at, each.actual, Role.TYPED, columns=rest, key=key)
        if scored:
            layout.put(at, each.score, Role.TYPED, key=Key(Part.OBJECTIVE, nth, Column.SCORE))
        layout.end_row()


def _draw_foot(layout: Layout, content: FormContent) -> None:
    starts = [layout.column_at(nth, len(BLANK_FOOT)) for nth in range(len(BLANK_FOOT) + 1)]
    for name, (start, end) in zip(BLANK_FOOT, pairwise(starts), strict=True):
        _draw_field(layout, start, end, name, content.fields.get(name, ""), Key(Part.FOOT, 0, name))
    layout.end_row()
