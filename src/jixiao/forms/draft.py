"""A form while it is read, row by row; each row is known by what it says, so that a page break changes nothing."""

import re
from enum import Enum

from jixiao.forms.headings import Headings
from jixiao.forms.indicatorblock import IndicatorBlock
from jixiao.forms.lines import levels_of
from jixiao.forms.model import Form, Said
from jixiao.forms.moneyblock import MoneyBlock
from jixiao.forms.objectiveblock import ObjectiveBlock
from jixiao.forms.rows import Row, labelled, printed_in
from jixiao.forms.vocabulary import (
    header_field,
    is_foot,
    is_grade,
    is_total,
    is_total_money,
    plain,
)
from jixiao.quantities import unit_named
from jixiao.relations import Figure

_POINTS = unit_named("分")


class _Part(Enum):
    HEADER = "表头"
    MONEY = "项目资金"
    OBJECTIVE = "总体目标"
    INDICATORS = "绩效指标"
    MANAGEMENT = "资金管理情况"


_WHY = {
    _Part.HEADER: "像是年度总体目标，却没有认出哪一格是预期目标、哪一格是完成情况",
    _Part.MONEY: "资金栏的这一行，数字对不上任何一栏",
    _Part.INDICATORS: "绩效指标的这一行，内容对不上任何一栏",
}
_AMOUNT_IN_LABEL = "金额写在名称后面，不在资金表头的任何一栏，没有核对"
_WITH_AMOUNT = re.compile(r".{2,20}:[\d,.]+(?:万?元)?")
_ENDS = frozenset({"指标", "名称", "值", "指标值", "完成值", "情况"})
_CONCLUSIONS = frozenset({"自评结论", "评价结论", "自评结果", "自评等级", "自评等次", "评价等级", "绩效等级"})
_HALF = "像是绩效指标的表头，却没有认出“三级指标”“指标值”“完成值”各在哪一栏"


class Draft:
    """Takes the rows of one form in their order and puts together what they say."""

    def __init__(self, form: Form, headings: Headings, *, flattened: bool, printed: bool) -> None:
        self.form = form
        self._part = _Part.HEADER
        self._headings = headings
        self._money = MoneyBlock(form, headings)
        self._objective = ObjectiveBlock(form, flattened=flattened)
        self._indicators = IndicatorBlock(form, headings, flattened=flattened, printed=printed)
        self._half: Row | None = None

    @property
    def is_finished(self) -> bool:
        """Whether the last row was read."""
        return bool(self.form.total_label)

    def take(self, row: Row) -> None:
        """Read one row."""
        if self.is_finished or is_foot(row.filled[0].cell.text):
            self._take_behind_last(row)
            return
        if self._is_heading(row) or self._is_half_of_heading(row) or self._is_before_headings(row):
            return
        if self._enters_indicators(row):
            self._part = _Part.INDICATORS
        if not self._is_read(row):
            block = self._money if self._part is _Part.MONEY else self._indicators
            block.note_unread(
                row, _AMOUNT_IN_LABEL if self._part is _Part.MONEY and _names_amount(row) else _WHY[self._part]
            )

    def _is_read(self, row: Row) -> bool:
        """Whether the part that stands open could read the row."""
        match self._part:
            case _Part.MONEY:
                return self._money.take(row)
            case _Part.INDICATORS:
                return self._indicators.take(row)
            case _Part.MANAGEMENT:
                self._take_management(row)
            case _Part.OBJECTIVE if self._objective.ends_before(row):
                self._part = _Part.HEADER
            case _Part.OBJECTIVE:
                self._objective.take(row)
            case _Part.HEADER:
                return not self._objective.may_begin_with(row)
        return True

    def _is_before_headings(self, row: Row) -> bool:
        """Whether the row is an objective behind its label, or an amount that names itself; both need no heading."""
        if self._part in (_Part.HEADER, _Part.MONEY) and self._objective.take_stacked(row):
            return True
        if self._part is not _Part.HEADER or not self._money.begins_with_pairs(row):
            return False
        self._part = _Part.MONEY
        return True

    def take_results(self) -> None:
        """Read the total and the grade that the lines above the table print."""
        for label, (_, value) in self.form.fields.items():
            self._take_header_result(label, value)

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
        concluded = any(slot.words in _CONCLUSIONS for slot in row.filled)
        grade = next((slot for slot in row.filled if is_grade(slot.words)), None)
        if concluded and grade is not None:
            self.form.grade = grade.said(table=self.form.label, row="自评等级")
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
        elif self._objective.begins_with(row):
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

    def _take_management(self, row: Row) -> None:
        """How the money was managed: what is looked at, what is said of it, which problems are named."""
        cells = [slot for slot in row.filled if not slot.carried]
        if cells:
            self.form.management.append(tuple(slot.said(table=self.form.label) for slot in cells))

    def _take_header_result(self, label: str, said: Said) -> None:
        """Total, reviewed total and grade that the header prints."""
        place = labelled(said.place, said.text, table=self.form.label, row=label)
        figure = Figure(label, printed_in(plain(said.text), _POINTS), place)
        if label == "自评得分":
            self.form.header_score = figure
        elif label == "审核评分":
            self.form.review_score = figure
        elif label == "自评等级":
            self.form.grade = Said(said.text, place)

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
                self._take_header_result(label, value)
            self.form.fields.setdefault(label, (slot.said(row=label), value))
        return known


def _continues_words(row: Row) -> bool:
    """Whether a row only ends the words of the heading above it (一级 above 指标)."""
    return all(slot.carried or slot.words in _ENDS for slot in row.filled)


def _names_amount(row: Row) -> bool:
    """Whether the row holds no figures but those behind the names (基本支出：900.47)."""
    return all(slot.carried or _WITH_AMOUNT.fullmatch(slot.words) for slot in row.filled)


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
