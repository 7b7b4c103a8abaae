"""A form while it is read, row by row; each row is known by what it says, so that a page break changes nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from jixiao.forms.headings import Headings
from jixiao.forms.indicatorblock import IndicatorBlock
from jixiao.forms.lines import levels_of
from jixiao.forms.model import NOTHING, Form, Objective, Said
from jixiao.forms.moneyblock import MoneyBlock
from jixiao.forms.rows import Row, Slot, figure_of, labelled
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_foot,
    is_not_applicable,
    is_number,
    is_side,
    is_total,
    is_total_money,
    money_column,
    unbracketed,
)
from jixiao.quantities import unit_named
from jixiao.relations import Figure

_EXPECTED = re.compile("(?:项目)?(?:年初设定|年初|年度|全年)?(?:预期|总体|绩效){0,2}目标值?|总体目标")
_ACHIEVED = re.compile(
    "(?:项目|全年|年度)?(?:总体|绩效)?(?:目标)?(?:实际|具体)?(?:完成|实现)(?:情况|结果)(?:综述|说明)?|实际完成目标"
)

_POINTS = unit_named("分")


class _Part(Enum):
    HEADER = "表头"
    MONEY = "项目资金"
    OBJECTIVE = "总体目标"
    INDICATORS = "绩效指标"
    MANAGEMENT = "资金管理情况"


_WHY = {
    _Part.MONEY: "资金栏的这一行，数字对不上任何一栏",
    _Part.INDICATORS: "绩效指标的这一行，内容对不上任何一栏",
}
_ENDS = frozenset({"指标", "名称", "值", "指标值", "完成值", "情况"})
_OTHER_TEXT = re.compile("^[0-9]?[.、]?项目(?:实施)?(?:内容|过程|概况|概述)[^,。]{0,10}$")
_HALF = "像是绩效指标的表头，却没有认出“三级指标”“指标值”“完成值”各在哪一栏"


class Draft:
    """Takes the rows of one form in their order and puts together what they say."""

    def __init__(self, form: Form, headings: Headings, *, flattened: bool) -> None:
        self.form = form
        self._part = _Part.HEADER
        self._headings = headings
        self._flattened = flattened
        self._money = MoneyBlock(form, headings)
        self._indicators = IndicatorBlock(form, headings, flattened=flattened)
        self._half: Row | None = None
        self._expected_at = 0
        self._achieved_at = 0
        self._objective_scored_at: int | None = None

    @property
    def is_finished(self) -> bool:
        """Whether the last row was read."""
        return bool(self.form.total_label)

    def take(self, row: Row) -> None:
        """Read one row."""
        if self.is_finished or is_foot(row.filled[0].cell.text):
            self._take_behind_last(row)
            return
        if self._is_heading(row) or self._is_half_of_heading(row) or self._take_stacked_objective(row):
            return
        if self._part is _Part.HEADER and self._money.begins_with_pairs(row):
            self._part = _Part.MONEY
            return
        if self._enters_indicators(row):
            self._part = _Part.INDICATORS
        match self._part:
            case _Part.MONEY:
                is_read = self._money.take(row)
            case _Part.OBJECTIVE:
                is_read = self._take_objective(row)
            case _Part.MANAGEMENT:
                is_read = self._take_management(row)
            case _Part.INDICATORS:
                is_read = self._indicators.take(row)
            case _:
                return
        if not is_read:
            self._indicators.note_unread(row, _WHY[self._part])

    def note_torn(self, said: Said, why: str) -> None:
        """Remember cells that no row takes, and why."""
        self._indicators.note_torn(said, why)

    def _enters_indicators(self, row: Row) -> bool:
        """Whether the row is one of indicators though no heading of theirs was read before it."""
        if self._part is _Part.INDICATORS:
            return False
        if self._part is _Part.HEADER and not self._take_fields(row) and _names_level(row):
            return True
        return _names_both_levels(row) or self._is_last(row)

    def _take_behind_last(self, row: Row) -> None:
        """Who filled the form in is one of its fields; an indicator here belongs to no total that was read."""
        if is_foot(row.filled[0].cell.text):
            self._take_fields(row)
            return
        levels = levels_of(row)
        if levels.level2 is not None and not levels.level2.carried and len(levels.rest) > 1:
            self._indicators.note_unread(row, "在总分一行之后，没有读")

    def _is_last(self, row: Row) -> bool:
        """Whether the row totals the points, where another part stands between it and the indicators."""
        first = row.filled[0]
        of_money = is_total_money(first.words) and self.form.total_money is None
        return bool(self.form.lines) and is_total(first.words) and not of_money

    def _is_heading(self, row: Row) -> bool:
        """Whether the row heads a part of the form, which then begins."""
        if self._money.begins_with(row):
            self._part = _Part.MONEY
        elif self._indicators.begins_with(row):
            self._part, self._half = _Part.INDICATORS, row
            return True
        elif self._begins_objective(row):
            self._part = _Part.OBJECTIVE
        elif _begins_management(row):
            self._part = _Part.MANAGEMENT
        else:
            return False
        return True

    def _is_half_of_heading(self, row: Row) -> bool:
        """Whether the row is a line of the indicators' heading, and the part begins with the second."""
        upper, self._half = self._half, None
        is_whole = upper is not None and self._headings.begin_indicators(upper)
        if is_whole and _continues_words(row):
            return True
        if upper is not None and (self._headings.are_half(row) or not is_whole):
            if self._indicators.begins_with(self._headings.in_one(upper, row)):
                self._part = _Part.INDICATORS
                return True
            if not is_whole:
                self._indicators.note_unread(upper, _HALF)
        if self._headings.are_half(row):
            self._half = row
        return self._half is not None

    def _begins_objective(self, row: Row) -> bool:
        achieved = next((slot for slot in reversed(row.filled) if _ACHIEVED.fullmatch(slot.words)), None)
        if achieved is None or achieved.carried:
            return False
        before = [slot for slot in row.filled if slot.at < achieved.at and _EXPECTED.fullmatch(unbracketed(slot.words))]
        if not before:
            return False
        expected = next((slot for slot in before if not is_side(slot.words)), before[0])
        self._expected_at, self._achieved_at = expected.at, achieved.at
        scored = (slot for slot in row.filled if money_column(slot.cell.text) is Column.SCORE)
        self._objective_scored_at = next((slot.at for slot in scored), None)
        self.form.objective_heading = expected.said(table=self.form.label)
        self.form.scores_objective = any(money_column(s.cell.text) in (Column.POINTS, Column.SCORE) for s in row.filled)
        return True

    def _take_stacked_objective(self, row: Row) -> bool:
        """Whether the row holds the objective, or what was made of it, behind its label, and reads it then."""
        if self._part not in (_Part.HEADER, _Part.MONEY):
            return False
        fresh = [slot for slot in row.filled if not slot.carried]
        if len(fresh) != 2 or _is_of_objective(fresh[1]):
            return False
        label, text = fresh
        if _ACHIEVED.fullmatch(label.words) and self.form.objectives:
            achieved = self._of_objective(text, "实际完成情况")
            self.form.objectives[-1] = replace(self.form.objectives[-1], actual=achieved)
            return True
        if not _EXPECTED.fullmatch(unbracketed(label.words)) or self.form.objectives:
            return False
        self.form.objective_heading = label.said(table=self.form.label)
        self.form.objectives.append(Objective(self._of_objective(text, "预期目标"), NOTHING))
        return True

    def _take_objective(self, row: Row) -> bool:
        """The objective on the left and what was made of it on the right."""
        texts = [slot for slot in row.filled if not slot.carried and not is_side(slot.words)]
        if texts and self._is_behind_objectives(texts[0]):
            self._part = _Part.HEADER
            return True
        score = self._score_of_objective(texts)
        texts = [slot for slot in texts if slot is not score]
        while len(texts) > 2 and is_number(texts[-1].words):
            texts.pop()  # how much was achieved, in per cent
        if texts:
            only_actual = len(texts) == 1 and texts[0].at >= self._achieved_at
            planned = texts if len(texts) == 1 else texts[:-1]
            expected = None if only_actual else _last_stated(planned)
            actual = texts[-1] if only_actual or len(texts) > 1 else None
            objective = Objective(self._of_objective(expected, "预期目标"), self._of_objective(actual, "实际完成情况"))
            if score is not None:
                objective = replace(objective, score=self._figure_of_objective(score))
            self.form.objectives.append(objective)
        return True

    def _is_behind_objectives(self, first: Slot) -> bool:
        """Whether a row says something else: it begins on the left of the objectives, or heads another text."""
        return (not self._flattened and first.at < self._expected_at) or bool(_OTHER_TEXT.search(first.words))

    def _score_of_objective(self, texts: Sequence[Slot]) -> Slot | None:
        """The cell of the objective's score, the last of its row, where the heading has such a column."""
        at = self._objective_scored_at
        has_score = at is not None and texts and is_number(texts[-1].words)
        return texts[-1] if has_score and (len(texts) > 1 or texts[-1].at >= (at or 0)) else None

    def _figure_of_objective(self, slot: Slot) -> Figure:
        labels = {"table": self.form.label, "row": "年度总体目标", "column": Column.SCORE.value}
        return figure_of("年度总体目标得分", slot, slot.cell.place, _POINTS, **labels)

    def _take_management(self, row: Row) -> bool:
        """How the money was managed: what is looked at, what is said of it, which problems are named."""
        cells = [slot for slot in row.filled if not slot.carried]
        if cells:
            self.form.management.append(tuple(slot.said(table=self.form.label) for slot in cells))
        return True

    def _of_objective(self, slot: Slot | None, column: str) -> Said:
        return slot.said(table=self.form.label, row="年度总体目标", column=column) if slot else NOTHING

    def _take_header_result(self, label: str, slot: Slot) -> None:
        """Total, reviewed total and grade that the header prints."""
        figure = figure_of(label, slot, slot.cell.place, _POINTS, table=self.form.label, row=label)
        if label == "自评得分":
            self.form.header_score = figure
        elif label == "审核评分":
            self.form.review_score = figure
        elif label == "自评等级":
            self.form.grade = slot.said(table=self.form.label, row=label)

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
                self._take_header_result(label, following)
            self.form.fields.setdefault(label, (slot.said(row=label), value))
        return known


def _last_stated(planned: Sequence[Slot]) -> Slot:
    """The objective as it was last changed, where one was changed during the year."""
    return next((slot for slot in reversed(planned) if not is_not_applicable(slot.words)), planned[0])


def _is_of_objective(slot: Slot) -> bool:
    """Whether a cell heads the objective or what was made of it."""
    return bool(_ACHIEVED.fullmatch(slot.words) or _EXPECTED.fullmatch(unbracketed(slot.words)))


def _continues_words(row: Row) -> bool:
    """Whether a row only ends the words of the heading above it (一级 above 指标)."""
    return all(slot.carried or slot.words in _ENDS for slot in row.filled)


def _begins_management(row: Row) -> bool:
    words = {slot.words for slot in row.filled if not slot.carried}
    return bool(words & {"资金管理情况", "资金管理"}) and any("情况说明" in each for each in words)


def _names_level(row: Row) -> bool:
    """Whether the row begins with a heading of the indicator block, whose own heading was then lost."""
    levels = levels_of(row)
    return levels.level1 is not None or levels.level2 is not None


def _names_both_levels(row: Row) -> bool:
    """Whether the row is one of indicators under both headings, wherever it stands."""
    levels = levels_of(row)
    return levels.level1 is not None and levels.level2 is not None and len(levels.rest) > 1
