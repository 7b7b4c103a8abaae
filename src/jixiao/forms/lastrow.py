"""The last row of a form: the total of the points, that of the scores, and the grade."""

import re
from collections.abc import Sequence

from jixiao.forms.columns import Columns
from jixiao.forms.model import Form
from jixiao.forms.rows import Row, Slot, labelled, printed_in
from jixiao.forms.vocabulary import Column, is_grade
from jixiao.quantities import unit_named
from jixiao.relations import Figure

_POINTS = unit_named("分")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOTALLED = (Column.POINTS, Column.SCORE, Column.REVIEW)


def take_last(form: Form, columns: Columns, row: Row, label: Slot, *, flattened: bool) -> None:
    """Add to the form what its last row prints behind its label; `flattened` columns do not tell what a number is."""
    form.total_label = label.said(table=form.label, row="总分")
    fresh = [slot for slot in row.filled if not slot.carried]
    slots = [slot for slot in fresh if _NUMBER.search(slot.words)]
    totalled = [column for column in columns.known if column in _TOTALLED]
    if len(slots) > 2 and len(slots) == len(totalled) and Column.REVIEW in totalled:
        form.review_score = _total(form, slots.pop(totalled.index(Column.REVIEW)), "复核总分")
    if len(slots) > 1:
        scored = next((slot for slot in slots if not flattened and columns.at(slot.at, slot.end) is Column.SCORE), None)
        form.total_points = _total(form, slots[0], "分值总分")
        form.total_score = _total(form, scored or slots[1 if len(slots) == 2 else -1], "得分总分")
    elif slots:
        column = None if flattened else columns.at(slots[0].at, slots[0].end)
        _take_only_total(form, slots[0], totalled, column)
    grade = next((slot for slot in fresh if slot is not label and is_grade(slot.words)), None)
    if grade is not None:
        form.grade = grade.said(table=form.label, row="总分", column="等级")


def _take_only_total(form: Form, slot: Slot, totalled: Sequence[Column], column: Column | None) -> None:
    """The only number of the last row: its column tells what it is, where columns can be trusted."""
    figure = _total(form, slot, "总分")
    only = totalled[0] if len(totalled) == 1 and form.indicator_columns else None
    match only or column:
        case Column.POINTS:
            form.total_points = figure
        case Column.SCORE:
            form.total_score = figure
        case _:
            form.total_alone = figure


def _total(form: Form, slot: Slot, name: str) -> Figure:
    found = _NUMBER.search(slot.words)
    printed = printed_in(found[0], _POINTS) if found else None
    return Figure(name, printed, labelled(slot.cell.place, slot.cell.text, form.label, "总分"))
