"""The money block of a form while it is read: 项目资金, its heading and its rows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from jixiao.forms.columns import Columns, columns_behind, headed
from jixiao.forms.headings import Headings
from jixiao.forms.model import MONEY_BLOCK, NOTHING, Form, MoneyKind, MoneyRow, Residue, ResidueKind, Said
from jixiao.forms.rows import Row, Slot, figure_of, first_own, labelled, printed_in, unit_in
from jixiao.forms.vocabulary import Column, is_number, is_side, is_source, is_total_money, is_within
from jixiao.quantities import Unit, unit_named
from jixiao.relations import Figure

_POINTS = unit_named("分")
_PERCENT = unit_named("%")
_FRACTION = re.compile(r"[01]|0?\.\d+")
_STRAY = re.compile(r"(?:^|[^\d.])(\d+(?:\.\d+)?)$")
_HEADED_POINTS = re.compile(r"得分[(](\d+(?:\.\d+)?)分")
_SHIFTS = (0, -1, 1, -2, 2)
_NUMBERS = frozenset({"行次", "序号"})
_ROW_NUMBER = re.compile("[0-9]{1,2}")
_NUMBERED = frozenset({"列次", "栏次", "行次"})
_FIGURE = re.compile(r"(?:[^:]{1,20}:){1,2}[0-9.,]+(?:万元|元)?")
_PAIRED = (Column.ADJUSTED, Column.RECEIVED, Column.EXECUTED)


class MoneyBlock:
    """Takes the heading and the rows of 项目资金 and adds them to the form."""

    def __init__(self, form: Form, headings: Headings) -> None:
        self._form = form
        self._headings = headings
        self._columns: Columns | None = None
        self._unit: Unit | None = unit_named(form.unit) if form.unit else None
        self._rate_unit: Unit | None = None
        self._points: Figure | None = None
        self._paired: tuple[Column, ...] = ()
        self._has_numbers = False

    def begins_with(self, row: Row) -> bool:
        """Whether the row heads the block, which then begins."""
        if not self._headings.begin_money(row):
            return False
        found = headed(row, self._headings.money)
        first = _first_column(row, self._headings.money)
        self._columns = columns_behind(row, first, self._headings.money)
        self._form.money_columns = self._columns.known
        self._form.headings += tuple(slot.said(table=self._form.label) for slot in row.filled)
        self._rate_unit = _PERCENT if Column.RATE in found and "%" in found[Column.RATE].words else None
        if Column.SCORE in found and Column.POINTS not in found:
            self._points = self._points_in(found[Column.SCORE])
        self._has_numbers = any(slot.words in _NUMBERS for slot in row.filled)
        for slot in row.filled:
            self._unit = unit_in(slot.cell.text) or self._unit
            if slot.at < first:
                self._note_stray(slot)
        self._form.unit = self._unit.symbol if self._unit else ""
        return True

    def take(self, row: Row) -> bool:
        """Read one row; false where its figures stand under no column."""
        if self._take_pairs(row):
            return True
        label = next((slot for slot in row.filled if not slot.carried and kind_of(slot.cell.text)), None)
        if label is None and self._take_unlabelled(row):
            return True
        if label is None or self._columns is None:
            return not any(_has_figure(slot) for slot in row.filled if not slot.carried) or _numbers_columns(row)
        cells = self._cells(row, label)
        if cells is not None:
            self._note_unit(row, label)
            self._form.money.append(self._row(label, cells))
        return cells is not None

    def note_unread(self, row: Row, why: str) -> None:
        """Remember that a row could not be read, and what was in the way."""
        said = first_own(row).said(table=self._form.label)
        self._form.residues.append(Residue(ResidueKind.UNREAD, said, MONEY_BLOCK, why=why))

    def _cells(self, row: Row, label: Slot) -> dict[Column | None, Slot] | None:
        """The amounts behind a label by column; a share is no amount where another way to read the row fits."""
        columns = self._columns
        if columns is None:
            return None
        row = self._without_number(row, label)
        fitting = [shift for shift in _SHIFTS if columns.start + shift >= label.end]
        found = [cells for shift in fitting if (cells := columns.taken(row, shift, label)) is not None]
        fits = next((cells for cells in found if not _has_share_for_amount(cells)), None)
        return fits or (_with_share_as_rate(found[0]) if found else None)

    def _without_number(self, row: Row, label: Slot) -> Row:
        """The row without its number (行次), which stands right behind the label where columns slipped."""
        behind = next((slot for slot in row.filled if slot.at >= label.end and not slot.carried), None)
        if not self._has_numbers or behind is None or not _ROW_NUMBER.fullmatch(behind.words):
            return row
        return replace(row, filled=tuple(slot for slot in row.filled if slot is not behind))

    def _note_unit(self, row: Row, label: Slot) -> None:
        """The unit of the amounts where it stands beside the rows and not in their heading."""
        beside = (unit_in(slot.cell.text) for slot in row.filled if slot.at < label.at)
        if self._unit is None and (unit := next((each for each in beside if each), None)):
            self._unit, self._form.unit = unit, unit.symbol

    def _take_unlabelled(self, row: Row) -> bool:
        """Whether the row holds only the amounts of the total, one under each heading, and reads it then."""
        own = replace(row, filled=tuple(slot for slot in row.filled if not slot.carried and not is_side(slot.words)))
        if self._columns is None or self._form.money or not own.filled:
            return False
        if not all(is_number(slot.words) for slot in own.filled):
            return False
        cells = self._columns.taken(own, 0)
        if cells is None or Column.EXECUTED not in cells or _has_share_for_amount(cells):
            return False
        label = own.filled[0]
        self._form.money.append(self._row(replace(label, cell=replace(label.cell, text="年度资金总额")), cells))
        return True

    def _take_pairs(self, row: Row) -> bool:
        """Whether the row names every amount itself (预算数 80 到位数 80 执行数 76 95%), and reads it then."""
        fresh = [slot for slot in row.filled if not slot.carried and not is_side(slot.words)]
        named = [self._headings.money(slot.cell.text) for slot in fresh]
        columns = tuple(each for each in _PAIRED if each in named) or self._paired
        labels = [
            slot for slot, column in zip(fresh, named, strict=True) if column in _PAIRED or kind_of(slot.cell.text)
        ]
        if len(columns) < 2 or len(labels) != len(columns) or Column.EXECUTED not in columns:
            return False
        cells: dict[Column | None, Slot] = {}
        for slot in (each for each in fresh if is_number(each.words) and each.at > labels[0].at):
            column = columns[sum(label.at < slot.at for label in labels) - 1]
            cells.setdefault(Column.RATE if column in cells else column, slot)
        if not cells and not self._paired:
            return False
        self._paired = columns
        self._form.money.append(self._row(labels[0], cells))
        return True

    def begins_with_pairs(self, row: Row) -> bool:
        """Whether the block begins without a heading, since its first row names every amount itself; reads it then."""
        units = [unit for slot in row.filled if (unit := unit_in(slot.cell.text))]
        if self._form.money or not self._take_pairs(row):
            return False
        self._form.money_columns = self._paired
        if units:
            self._unit, self._form.unit = units[0], units[0].symbol
            self._form.money.clear()
            self._take_pairs(row)
        return True

    def _row(self, label: Slot, cells: dict[Column | None, Slot]) -> MoneyRow:
        name = label.words.removeprefix("其中").lstrip(":,")
        table = self._form.label

        def figure(column: Column, unit: Unit | None) -> Figure:
            labels = {"table": table, "row": name, "column": column.value}
            return figure_of(f"{name}{column.value}", cells.get(column), label.cell.place, unit, **labels)

        names_total = self._headings.money(label.cell.text) is not None
        kind = MoneyKind.TOTAL if names_total else kind_of(label.cell.text) or MoneyKind.WITHIN
        headed_points = self._points if kind is MoneyKind.TOTAL else None
        return MoneyRow(
            kind,
            label.said(table=table),
            figure(Column.INITIAL, self._unit),
            figure(Column.ADJUSTED, self._unit),
            figure(Column.EXECUTED, self._unit),
            headed_points or figure(Column.POINTS, _POINTS),
            figure(Column.RATE, self._unit_of_rate(cells.get(Column.RATE))),
            figure(Column.SCORE, _POINTS),
            cells[Column.REASON].said(table=table, row=name) if Column.REASON in cells else NOTHING,
            figure(Column.RECEIVED, self._unit),
            figure(Column.INTEGRATED, self._unit),
            figure(Column.NET, self._unit),
        )

    def _unit_of_rate(self, slot: Slot | None) -> Unit | None:
        """Per cent where the heading says so, but of a bare fraction (0.9027), which the amounts tell."""
        return None if slot is not None and _FRACTION.fullmatch(slot.words) else self._rate_unit

    def _points_in(self, slot: Slot) -> Figure | None:
        """The points for execution where the heading of their scores says them: 得分（20分×执行率）."""
        said = _HEADED_POINTS.match(slot.words)
        place = labelled(slot.cell.place, slot.cell.text, self._form.label)
        return Figure("执行率分值", printed_in(said[1], _POINTS), place) if said else None

    def _note_stray(self, slot: Slot) -> None:
        """A number behind the words of the heading belongs to nothing."""
        stray = _STRAY.search(" ".join(slot.cell.text.split()))
        if stray:
            place = labelled(slot.cell.place, stray[1], self._form.label)
            self._form.residues.append(Residue(ResidueKind.STRAY, Said(stray[1], place)))


def _first_column(row: Row, meaning: Callable[[str], Column | None]) -> int:
    """Where the columns of a heading begin: behind 年度预算数（万元） where one of that meaning stands behind it."""
    slots = [(slot, column) for slot in row.filled if not slot.carried and (column := meaning(slot.cell.text))]
    (first, its), *others = slots
    names_rows = unit_in(first.cell.text) and any(column is its for _, column in others)
    return others[0][0].at if names_rows else first.at


def _has_figure(slot: Slot) -> bool:
    """Whether a cell holds a number, or one behind its label (基本支出：900)."""
    return is_number(slot.words) or _FIGURE.fullmatch(slot.words) is not None


def _numbers_columns(row: Row) -> bool:
    """Whether a row only numbers the columns (列次 1 2 3)."""
    return any(slot.words in _NUMBERED for slot in row.filled)


def _with_share_as_rate(cells: dict[Column | None, Slot]) -> dict[Column | None, Slot]:
    """The cells with a share under the points taken as the rate, before which a blank was lost."""
    points = cells.get(Column.POINTS)
    if points is not None and points.words.endswith("%") and Column.RATE not in cells and Column.SCORE not in cells:
        return {Column.RATE if column is Column.POINTS else column: slot for column, slot in cells.items()}
    return cells


def _has_share_for_amount(cells: Mapping[Column | None, Slot]) -> bool:
    """Whether a share in per cent stands under amounts or points."""
    others = (*_PAIRED, Column.INITIAL, Column.POINTS, Column.SCORE)
    return any(column in cells and cells[column].words.endswith("%") for column in others)


def kind_of(text: str) -> MoneyKind | None:
    """What a row of the money block is by its label; None for anything else."""
    if is_total_money(text):
        return MoneyKind.TOTAL
    if is_source(text):
        return MoneyKind.SOURCE
    return MoneyKind.WITHIN if is_within(text) else None
