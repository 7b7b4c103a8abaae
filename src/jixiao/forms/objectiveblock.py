"""The objective of a form while it is read: 年度总体目标, what was expected and what was made of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.model import NOTHING, Form, Objective, Said
from jixiao.forms.rows import Row, Slot, figure_of
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_not_applicable,
    is_number,
    is_side,
    money_column,
    unbracketed,
)
from jixiao.quantities import unit_named
from jixiao.relations import Figure

_EXPECTED = re.compile("(?:项目)?(?:年初设定|年初|年度|全年)?(?:预期|总体|绩效){0,2}目标(?:值|内容)?|总体目标")
_ACHIEVED = re.compile(
    "(?:项目|全年|年度)?(?:总体|绩效)?(?:目标)?(?:实际|具体)?(?:完成|实现)(?:情况|结果|程度)(?:综述|说明)?|实际完成目标"
)
_OF_OBJECTIVE = re.compile("[^,。;:]{0,8}目标[^,。;:]{0,8}")
_OTHER_TEXT = re.compile("^[0-9]?[.、]?项目(?:实施)?(?:内容|过程|概况|概述)[^,。]{0,10}$")
_POINTS = unit_named("分")


class ObjectiveBlock:
    """Takes the heading and the rows of 年度总体目标 and adds them to the form."""

    def __init__(self, form: Form, *, flattened: bool) -> None:
        self._form = form
        self._flattened = flattened
        self._expected_at = 0
        self._achieved_at = 0
        self._scored_at: int | None = None

    def begins_with(self, row: Row) -> bool:
        """Whether the row heads the objective and what was made of it, which then begin."""
        achieved = next((slot for slot in reversed(row.filled) if _ACHIEVED.fullmatch(slot.words)), None)
        if achieved is None or achieved.carried:
            return False
        before = [slot for slot in row.filled if slot.at < achieved.at and _EXPECTED.fullmatch(unbracketed(slot.words))]
        if not before:
            return False
        expected = next((slot for slot in before if not is_side(slot.words)), before[0])
        self._expected_at, self._achieved_at = expected.at, achieved.at
        scored = (slot for slot in row.filled if money_column(slot.cell.text) is Column.SCORE)
        self._scored_at = next((slot.at for slot in scored), None)
        self._form.objective_heading = expected.said(table=self._form.label)
        self._form.scores_objective = any(
            money_column(s.cell.text) in (Column.POINTS, Column.SCORE) for s in row.filled
        )
        return True

    def may_begin_with(self, row: Row) -> bool:
        """Whether a row speaks of an objective in words that are not known, in a form where none was read."""
        cells = [slot.words for slot in row.filled if not slot.carried]
        speaks = len(cells) > 1 and any(_OF_OBJECTIVE.fullmatch(words) and not header_field(words) for words in cells)
        return speaks and not self._form.objective_heading

    def take_stacked(self, row: Row) -> bool:
        """Whether the row holds the objective, or what was made of it, behind its label, and reads it then."""
        fresh = [slot for slot in row.filled if not slot.carried]
        if len(fresh) != 2 or _is_heading(fresh[1]):
            return False
        label, text = fresh
        if _ACHIEVED.fullmatch(label.words) and self._form.objectives:
            achieved = self._said(text, "实际完成情况")
            self._form.objectives[-1] = replace(self._form.objectives[-1], actual=achieved)
            return True
        if not _EXPECTED.fullmatch(unbracketed(label.words)) or self._form.objectives:
            return False
        self._form.objective_heading = label.said(table=self._form.label)
        self._form.objectives.append(Objective(self._said(text, "预期目标"), NOTHING))
        return True

    def ends_before(self, row: Row) -> bool:
        """Whether a row says something else: it begins on the left of the objectives, or heads another text."""
        first = next(iter(_texts_of(row)), None)
        if first is None:
            return False
        return (not self._flattened and first.at < self._expected_at) or bool(_OTHER_TEXT.search(first.words))

    def take(self, row: Row) -> None:
        """The objective on the left and what was made of it on the right."""
        texts = _texts_of(row)
        score = self._score_in(texts)
        texts = [slot for slot in texts if slot is not score]
        while len(texts) > 2 and is_number(texts[-1].words):
            texts.pop()  # how much was achieved, in per cent
        if texts:
            only_actual = len(texts) == 1 and texts[0].at >= self._achieved_at
            planned = texts if len(texts) == 1 else texts[:-1]
            expected = None if only_actual else _last_stated(planned)
            actual = texts[-1] if only_actual or len(texts) > 1 else None
            objective = Objective(self._said(expected, "预期目标"), self._said(actual, "实际完成情况"))
            if score is not None:
                objective = replace(objective, score=self._figure(score))
            self._form.objectives.append(objective)

    def _score_in(self, texts: Sequence[Slot]) -> Slot | None:
        """The cell of the objective's score, the last of its row, where the heading has such a column."""
        at = self._scored_at
        has_score = at is not None and texts and is_number(texts[-1].words)
        return texts[-1] if has_score and (len(texts) > 1 or texts[-1].at >= (at or 0)) else None

    def _figure(self, slot: Slot) -> Figure:
        labels = {"table": self._form.label, "row": "年度总体目标", "column": Column.SCORE.value}
        return figure_of("年度总体目标得分", slot, slot.cell.place, _POINTS, **labels)

    def _said(self, slot: Slot | None, column: str) -> Said:
        return slot.said(table=self._form.label, row="年度总体目标", column=column) if slot else NOTHING


def _texts_of(row: Row) -> list[Slot]:
    return [slot for slot in row.filled if not slot.carried and not is_side(slot.words)]


def _last_stated(planned: Sequence[Slot]) -> Slot:
    """The objective as it was last changed, where one was changed during the year."""
    return next((slot for slot in reversed(planned) if not is_not_applicable(slot.words)), planned[0])


def _is_heading(slot: Slot) -> bool:
    """Whether a cell heads the objective or what was made of it."""
    return bool(_ACHIEVED.fullmatch(slot.words) or _EXPECTED.fullmatch(unbracketed(slot.words)))
