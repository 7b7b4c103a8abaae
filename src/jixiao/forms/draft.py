"""A form while it is read, row by row; each row is known by what it says, so that a page break changes nothing."""

import re
from enum import Enum

from jixiao.forms.indicatorblock import IndicatorBlock
from jixiao.forms.lines import levels_of
from jixiao.forms.model import NOTHING, Form, Objective, Said
from jixiao.forms.moneyblock import MoneyBlock
from jixiao.forms.rows import Row, Slot, labelled
from jixiao.forms.vocabulary import Column, header_field, is_side, money_column

_EXPECTED = re.compile("(?:年初设定|预期|年度|年初)(?:总体|绩效)?目标(?:值)?")
_ACHIEVED = re.compile("(?:全年|年度)?(?:目标)?(?:实际)?完成情况")


class _Part(Enum):
    HEADER = "表头"
    MONEY = "项目资金"
    OBJECTIVE = "总体目标"
    INDICATORS = "绩效指标"


class Draft:
    """Takes the rows of one form in their order and puts together what they say."""

    def __init__(self, form: Form, *, flattened: bool) -> None:
        self.form = form
        self._part = _Part.HEADER
        self._money = MoneyBlock(form)
        self._indicators = IndicatorBlock(form, flattened=flattened)
        self._achieved_at = 0

    @property
    def is_finished(self) -> bool:
        """Whether the last row was read."""
        return bool(self.form.total_label)

    def take(self, row: Row) -> None:
        """Read one row."""
        if self.is_finished or self._is_heading(row):
            return
        if self._part is _Part.HEADER and not self._take_fields(row) and _names_level(row):
            self._part = _Part.INDICATORS
        match self._part:
            case _Part.MONEY:
                is_read = self._money.take(row)
            case _Part.OBJECTIVE:
                is_read = self._take_objective(row)
            case _Part.INDICATORS:
                is_read = self._indicators.take(row)
            case _:
                return
        if not is_read:
            self._indicators.note_unread(row)

    def _is_heading(self, row: Row) -> bool:
        """Whether the row heads a part of the form, which then begins."""
        if self._money.begins_with(row):
            self._part = _Part.MONEY
        elif self._indicators.begins_with(row):
            self._part = _Part.INDICATORS
        elif self._begins_objective(row):
            self._part = _Part.OBJECTIVE
        else:
            return False
        return True

    def _begins_objective(self, row: Row) -> bool:
        expected = next((slot for slot in row.filled if _EXPECTED.fullmatch(slot.words)), None)
        achieved = next((slot for slot in row.filled if _ACHIEVED.fullmatch(slot.words)), None)
        if not expected or not achieved or expected.at >= achieved.at or achieved.carried:
            return False
        self._achieved_at = achieved.at
        self.form.objective_heading = expected.said(table=self.form.label)
        self.form.scores_objective = any(money_column(s.cell.text) in (Column.POINTS, Column.SCORE) for s in row.filled)
        return True

    def _take_objective(self, row: Row) -> bool:
        """The objective on the left and what was made of it on the right."""
        texts = [slot for slot in row.filled if not slot.carried and not is_side(slot.words)]
        if texts:
            only_actual = len(texts) == 1 and texts[0].at >= self._achieved_at
            expected = None if only_actual else texts[0]
            actual = texts[0] if only_actual else texts[1] if len(texts) > 1 else None
            objective = Objective(self._of_objective(expected, "预期目标"), self._of_objective(actual, "实际完成情况"))
            self.form.objectives.append(objective)
        return True

    def _of_objective(self, slot: Slot | None, column: str) -> Said:
        return slot.said(table=self.form.label, row="年度总体目标", column=column) if slot else NOTHING

    def _take_fields(self, row: Row) -> bool:
        """Whether the row holds cells of the header (主管部门 …), each with what stands behind it."""
        known = False
        for slot, following in zip(row.filled, (*row.filled[1:], None), strict=True):
            field = None if slot.carried else header_field(slot.cell.text)
            if field is None:
                continue
            known = True
            label, behind = field
            if behind or following is None or header_field(following.cell.text):
                value = Said(behind, labelled(slot.cell.place, slot.cell.text, row=label))
            else:
                value = following.said(row=label)
            self.form.fields.setdefault(label, (slot.said(row=label), value))
        return known


def _names_level(row: Row) -> bool:
    """Whether the row begins with a heading of the indicator block, whose own heading was then lost."""
    levels = levels_of(row)
    return levels.level1 is not None or levels.level2 is not None
