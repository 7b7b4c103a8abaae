"""A form while it is read, row by row; each row is known by what it says, so that a page break changes nothing."""

import re
from enum import Enum

from jixiao.findings import Place
from jixiao.forms.columns import Columns, columns_behind, headed
from jixiao.forms.lines import MINISTRY, levels_of, parts_of
from jixiao.forms.model import (
    NOTHING,
    Block,
    Form,
    IndicatorLine,
    KindHeading,
    MoneyKind,
    MoneyRow,
    Objective,
    Residue,
    ResidueKind,
    Said,
)
from jixiao.forms.rows import Row, Slot, figure_of, labelled, printed_in
from jixiao.forms.vocabulary import (
    COST,
    SATISFACTION,
    Column,
    block_of,
    header_field,
    indicator_column,
    is_placeholder,
    is_side,
    is_source,
    is_total,
    is_total_money,
    is_within,
    level1_of,
    level2_of,
    money_column,
    plain,
    without_number,
)
from jixiao.quantities import Unit, unit_named
from jixiao.relations import Figure

_POINTS = unit_named("分")
_MONEY_UNIT = re.compile(r"[(（](?:单位[:：]?)?(万元|亿元|元)[)）]")
_STRAY = re.compile(r"(?:^|[^\d.])(\d+(?:\.\d+)?)$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_EXPECTED = re.compile("(?:年初设定|预期|年度|年初)(?:总体|绩效)?目标(?:值)?")
_ACHIEVED = re.compile("(?:全年|年度)?(?:目标)?(?:实际)?完成情况")


class _Part(Enum):
    HEADER = "表头"
    MONEY = "项目资金"
    OBJECTIVE = "总体目标"
    INDICATORS = "绩效指标"
    FINISHED = "总分"


class Draft:
    """Takes the rows of one form in their order and puts together what they say."""

    def __init__(self, form: Form, *, flattened: bool, unit: Unit | None = None) -> None:
        self.form = form
        self._flattened = flattened
        self._unit = unit
        self._part = _Part.HEADER
        self._money: Columns | None = None
        self._rate_unit: Unit | None = None
        self._objective: tuple[Slot, Slot] | None = None
        self._indicators = MINISTRY
        self._block = ""
        self._level2 = ""

    @property
    def is_finished(self) -> bool:
        """Whether the last row was read."""
        return self._part is _Part.FINISHED

    @property
    def has_content(self) -> bool:
        """Whether anything but the title was read."""
        return bool(self.form.fields or self.form.money or self.form.lines)

    def take(self, row: Row) -> None:
        """Read one row."""
        if self.is_finished:
            return
        if self._is_heading(row) or self._is_field(row):
            return
        match self._part:
            case _Part.MONEY:
                self._take_money(row)
            case _Part.OBJECTIVE:
                self._take_objective(row)
            case _Part.INDICATORS:
                self._take_indicator(row)
            case _:
                if levels_of(row).level1 or levels_of(row).level2:
                    self._part = _Part.INDICATORS
                    self._take_indicator(row)

    def _is_heading(self, row: Row) -> bool:
        """Whether the row heads a part of the form, which then begins."""
        money = headed(row, money_column)
        if Column.EXECUTED in money and len(money) > 1:
            self._begin_money(row, min(slot.at for slot in money.values()))
            return True
        columns = headed(row, indicator_column)
        levels = [columns[column] for column in (Column.LEVEL3, Column.LEVEL2) if column in columns]
        if levels and {Column.TARGET, Column.ACTUAL} <= columns.keys():
            self._begin_indicators(row, levels[0])
            return True
        expected = next((slot for slot in row.filled if _EXPECTED.fullmatch(slot.words)), None)
        achieved = next((slot for slot in row.filled if _ACHIEVED.fullmatch(slot.words)), None)
        if expected and achieved and expected.at < achieved.at and not expected.carried:
            self._part, self._objective = _Part.OBJECTIVE, (expected, achieved)
            self.form.objective_heading = expected.said(table=self.form.label)
            return True
        return False

    def _is_field(self, row: Row) -> bool:
        """Whether the row holds cells of the header: 主管部门 and its like, each with what stands behind it."""
        if self._part is not _Part.HEADER:
            return False
        known = False
        for number, slot in enumerate(row.filled):
            field = header_field(slot.cell.text)
            if field is None or slot.carried:
                continue
            known = True
            label, behind = field
            following = row.filled[number + 1] if number + 1 < len(row.filled) else None
            if behind or following is None or header_field(following.cell.text):
                value = Said(behind, labelled(slot.cell.place, behind, row=label))
            else:
                value = following.said(row=label)
            self.form.fields.setdefault(label, (slot.said(row=label), value))
        return known

    # --- 项目资金

    def _begin_money(self, row: Row, first: int) -> None:
        self._part = _Part.MONEY
        self._money = columns_behind(row, first, money_column)
        in_percent = any(money_column(slot.cell.text) is Column.RATE and "%" in slot.words for slot in row.filled)
        self._rate_unit = unit_named("%") if in_percent else None
        for slot in row.filled:
            unit = _MONEY_UNIT.search(slot.cell.text)
            self._unit = unit_named(unit[1]) if unit else self._unit
            if slot.at < first and (stray := _STRAY.search(" ".join(slot.cell.text.split()))):
                place = labelled(slot.cell.place, stray[1], self.form.label)
                self.form.residues.append(Residue(ResidueKind.STRAY, Said(stray[1], place)))
        self.form.unit = self._unit.symbol if self._unit else ""

    def _take_money(self, row: Row) -> None:
        label = next((slot for slot in row.filled if not slot.carried and _money_kind(slot.cell.text)), None)
        if label is None:
            return
        columns = self._money
        cells = None
        for shift in (0, -1, 1, -2, 2):
            if columns and columns.start + shift >= label.end and cells is None:
                cells = columns.taken(row, shift, label)
        if cells is None:
            self._unread(row)
            return
        self.form.money.append(self._money_row(label, row, cells))

    def _money_row(self, label: Slot, row: Row, cells: dict[Column | None, Slot]) -> MoneyRow:
        kind = _money_kind(label.cell.text) or MoneyKind.WITHIN
        name = label.words.removeprefix("其中").lstrip(":,")

        def figure(column: Column, unit: Unit | None) -> Figure:
            labels = {"table": self.form.label, "row": name, "column": column.value}
            return figure_of(f"{name}{column.value}", cells.get(column), label.cell.place, unit, **labels)

        return MoneyRow(
            kind,
            label.said(table=self.form.label),
            figure(Column.INITIAL, self._unit),
            figure(Column.ADJUSTED, self._unit),
            figure(Column.EXECUTED, self._unit),
            figure(Column.POINTS, _POINTS),
            figure(Column.RATE, self._rate_unit),
            figure(Column.SCORE, _POINTS),
        )

    # --- 年度总体目标

    def _take_objective(self, row: Row) -> None:
        if self._objective is None:
            return
        _, achieved = self._objective
        texts = [slot for slot in row.filled if not slot.carried and not is_side(slot.words)]
        if not texts:
            return
        first, *others = texts
        actual = others[0] if others else (first if first.at >= achieved.at else None)
        expected = None if first is actual else first
        table = self.form.label
        self.form.objectives.append(
            Objective(
                expected.said(table=table, row="年度总体目标", column="预期目标") if expected else NOTHING,
                actual.said(table=table, row="年度总体目标", column="实际完成情况") if actual else NOTHING,
            )
        )

    # --- 绩效指标

    def _begin_indicators(self, row: Row, level: Slot) -> None:
        self._part = _Part.INDICATORS
        self._indicators = columns_behind(row, level.end, indicator_column)
        for slot in row.filled:
            column = indicator_column(slot.cell.text)
            if column is Column.REASON:
                self.form.reason_heading = slot.said(table=self.form.label)
            if slot.at < level.at and column is None and not is_side(slot.words):
                self.form.residues.append(Residue(ResidueKind.HEADING, slot.said(table=self.form.label)))

    def _take_indicator(self, row: Row) -> None:
        first = next((slot for slot in row.filled if not is_side(slot.words)), None)
        if first is None:
            return
        if is_total(first.words):
            self._take_total(first, row)
            return
        levels = levels_of(row)
        self._enter(levels.level1, levels.level2)
        rest = [slot for slot in levels.rest if slot.words]
        if not rest:
            return
        if is_placeholder(rest[0].words):
            said = rest[0].said(table=self.form.label)
            self.form.residues.append(Residue(ResidueKind.PLACEHOLDER, said, self._block, self._level2))
            return
        parts = parts_of(rest, row, self._indicators)
        if parts is None or parts.name.carried:
            self._unread(row)
            return
        if parts.own_level2 and not parts.own_level2.carried:
            self._level2 = parts.own_level2.words
        self.form.lines.append(self._line(parts.name, row.place, parts.cells))

    def _enter(self, level1: Slot | None, level2: Slot | None) -> None:
        """Go on under the headings that a row begins with."""
        if level1 is not None:
            block, points = level1_of(level1.cell.text) or ("", "")
            if block != self._block and not level1.carried:
                self._level2 = ""
            self._block = block
            if self.form.block(block) is None:
                table = self.form.label
                place = labelled(level1.cell.place, level1.cell.text, table, row=block)
                figure = Figure(f"{block}指标分值", printed_in(points, _POINTS), place)
                self.form.blocks.append(Block(block, level1.said(table=table), figure))
        if level2 is not None:
            self._level2 = level2_of(level2.cell.text) or SATISFACTION
            belongs = block_of(self._level2)
            if belongs and not (self._block == COST and COST in self._level2):
                self._block = belongs
            if not level2.carried:
                said = level2.said(table=self.form.label)
                self.form.kinds.append(KindHeading(self._block, self._level2, said))

    def _line(self, name: Slot, place: Place, cells: dict[Column | None, Slot]) -> IndicatorLine:
        words = " ".join(without_number(name.cell.text).split())
        labels = {"table": self.form.label, "row": plain(words)}

        def said(column: Column) -> Said:
            slot = cells.get(column)
            return slot.said(**labels, column=column.value) if slot else NOTHING

        def figure(column: Column) -> Figure:
            return figure_of(
                f"“{plain(words)}”{column.value}",
                cells.get(column),
                name.cell.place,
                _POINTS,
                **labels,
                column=column.value,
            )

        slots = [cells.get(column) for column in (Column.POINTS, Column.SCORE)]
        return IndicatorLine(
            self._block,
            self._level2,
            Said(words, labelled(name.cell.place, name.cell.text, **labels)),
            said(Column.TARGET),
            said(Column.ACTUAL),
            figure(Column.POINTS),
            figure(Column.SCORE),
            said(Column.REASON),
            any(slot is not None and slot.carried for slot in slots),
        )

    def _unread(self, row: Row) -> None:
        self.form.residues.append(
            Residue(ResidueKind.UNREAD, row.filled[0].said(table=self.form.label), self._block, self._level2)
        )

    # --- 总分

    def _take_total(self, label: Slot, row: Row) -> None:
        self._part = _Part.FINISHED
        self.form.total_label = label.said(table=self.form.label, row="总分")
        numbers = [(slot, found) for slot in row.filled if (found := _NUMBER.search(slot.words)) and not slot.carried]
        figures = [
            self._total(slot, "总分" if len(numbers) == 1 else name)
            for (slot, _), name in zip(numbers, ("分值总分", "得分总分"), strict=False)
        ]
        if len(figures) > 1:
            self.form.total_points, self.form.total_score = figures[:2]
        elif figures:
            self._alone(numbers[0][0], figures[0])

    def _total(self, slot: Slot, name: str) -> Figure:
        found = _NUMBER.search(slot.words)
        printed = printed_in(found[0], _POINTS) if found else None
        return Figure(name, printed, labelled(slot.cell.place, slot.cell.text, self.form.label, "总分"))

    def _alone(self, slot: Slot, figure: Figure) -> None:
        """The only number of the last row: its column tells what it is, where columns can be trusted."""
        column = None if self._flattened else self._indicators.at(slot.at, slot.end)
        if column is Column.POINTS:
            self.form.total_points = figure
        elif column is Column.SCORE:
            self.form.total_score = figure
        else:
            self.form.total_alone = figure


def _money_kind(text: str) -> MoneyKind | None:
    if is_total_money(text):
        return MoneyKind.TOTAL
    if is_source(text):
        return MoneyKind.SOURCE
    return MoneyKind.WITHIN if is_within(text) else None
