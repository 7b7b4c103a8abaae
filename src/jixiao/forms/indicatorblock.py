"""The indicator block of a form while it is read: levels, indicators, remains of the template, the total."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.columns import columns_behind, headed
from jixiao.forms.cutheadings import CutHeadings, Upper
from jixiao.forms.headings import Headings
from jixiao.forms.lastrow import take_last
from jixiao.forms.lines import MINISTRY, Parts, levels_of, parts_of
from jixiao.forms.lostscores import lost_scores
from jixiao.forms.model import NOTHING, Block, Form, IndicatorLine, KindHeading, Residue, ResidueKind, Said
from jixiao.forms.rows import BLANKS, Row, Slot, figure_of, first_own, labelled, printed_in
from jixiao.forms.vocabulary import (
    COST,
    EFFECT,
    OUTPUT,
    SATISFACTION,
    Column,
    block_of,
    is_not_applicable,
    is_number,
    is_placeholder,
    is_remark,
    is_side,
    is_total,
    kind_named,
    level1_in_own_words,
    level1_of,
    level2_of,
    plain,
    without_number,
)
from jixiao.quantities import unit_named
from jixiao.reading.labels import squeezed
from jixiao.relations import Figure

_POINTS = unit_named("分")
_POINTS_BEHIND = re.compile(r"[(][0-9.]+分?[)]$")
_NUMBERS = frozenset({"序号", "编号"})
_HEADINGS = re.compile(r"(?<=分[)])")
_IN_WORDS = frozenset({"定性", "定量", "定性指标", "定量指标", "正向", "反向", "正向指标", "反向指标"})


class IndicatorBlock:
    """Takes the heading and the rows of 绩效指标 and adds them to the form; `flattened` columns are not trusted.

    Of a `printed` form it is not trusted either which rows a level covers: pages break it, and lines may be missing.
    """

    def __init__(self, form: Form, headings: Headings, *, flattened: bool, printed: bool) -> None:
        self._form = form
        self._headings = headings
        self._flattened = flattened
        self._printed = printed
        self._columns = MINISTRY
        self._level2_at: int | None = None
        self._levels_at = 0
        self._level1_at: range | None = None
        self._level2_has_points = False
        self._cut = CutHeadings()
        self._names: tuple[int, int] = (0, 0)
        self._numbers_at: range | None = None
        self._points_left: tuple[Slot, ...] = ()
        self._block = ""
        self._level2 = ""

    def begins_with(self, row: Row) -> bool:
        """Whether the row heads the block, which then begins."""
        if not self._headings.begin_indicators(row):
            return False
        found = headed(row, self._headings.indicator)
        levels = [found[column] for column in (Column.LEVEL3, Column.LEVEL2) if column in found]
        columns = columns_behind(row, levels[0].end, self._headings.indicator)
        if not columns.ranges:
            return False
        self._columns = columns
        self._level2_at = found[Column.LEVEL2].at if Column.LEVEL2 in found else None
        self._names = (levels[0].at, self._columns.start)
        table = self._form.label
        self._points_left = tuple(slot for slot in row.filled if self._are_points(slot, levels[0]))
        named = [column for column in (Column.LEVEL1, Column.LEVEL2, Column.LEVEL3) if column in found]
        self._levels_at = min((found[column].at for column in named), default=0)
        level1 = found.get(Column.LEVEL1)
        trusted = level1 is not None and Column.LEVEL2 in found and not (self._flattened or self._printed)
        self._level1_at = range(level1.at, level1.end) if level1 is not None and trusted else None
        left = [Column.POINTS] if self._points_left and not self._columns.has(Column.POINTS) else []
        self._form.indicator_columns = (*left, *named, *self._columns.known)
        self._form.headings += tuple(slot.said(table=table) for slot in row.filled)
        behind = [slot for slot in row.filled if slot.at >= self._columns.start and not slot.carried]
        unread = [slot.said(table=table) for slot in behind if self._headings.indicator(slot.cell.text) is None]
        self._form.columns_unread = tuple(unread)
        if Column.REASON in found:
            self._form.reason_heading = found[Column.REASON].said(table=table)
        numbers = next((slot for slot in row.filled if slot.words in _NUMBERS and slot.at < self._levels_at), None)
        self._numbers_at = range(numbers.at, numbers.end) if numbers else None
        for slot in row.filled:
            if (
                slot is not numbers
                and slot.at < levels[0].at
                and self._headings.indicator(slot.cell.text) is None
                and not is_side(slot.words)
            ):
                self._form.residues.append(Residue(ResidueKind.HEADING, slot.said(table=table)))
        return True

    def take(self, row: Row) -> bool:
        """Read one row; false where it holds values that fit no column."""
        row = self._without_number(row)
        is_drawn_over = self._is_drawn_over(row)
        if is_drawn_over and any(_is_level(slot) for slot in row.filled if not slot.carried):
            self._form.levels_doubtful = True
        row = self._cut.mended(self._inside(row), self._names[0], len(self._form.lines), self._note_cut)
        first = next((slot for slot in row.filled if not is_side(slot.words)), None)
        if first is None or is_remark(first.words):
            return True
        if is_total(first.words):
            if self._printed:
                self._form.residues += lost_scores(self._form.lines)
            take_last(self._form, self._columns, row, first, flattened=self._flattened)
            return True
        row, points = self._without_points_left(row)
        levels = levels_of(row, self._level2_at, self._level1_at, points_at_level2=self._level2_has_points)
        self._enter(levels.level1, levels.level2)
        return not levels.rest or is_drawn_over or self._take_indicator(levels.rest, row, points)

    def _take_indicator(self, rest: Sequence[Slot], row: Row, points: Slot | None) -> bool:
        """Read the indicator behind the headings of a row, `points` being those on their left."""
        if is_not_applicable(rest[0].words):
            self._leave_out_kind()
            return True
        if is_placeholder(rest[0].words):
            self._note_placeholder(rest[0])
            return True
        name_at = self._names[0] if self._names[1] else None
        trusted = name_at is not None and not self._flattened
        parts = parts_of(rest, row, self._columns, name_at, trusted=trusted)
        if parts is None or parts.name.carried:
            return False
        if parts.own_level2 and not parts.own_level2.carried:
            self._level2 = kind_named(parts.own_level2.cell.text)
        if points is not None and not self._columns.has(Column.POINTS):
            parts.cells[Column.POINTS] = points
        self._form.lines.append(self._line(parts))
        return True

    def _is_drawn_over(self, row: Row) -> bool:
        """Whether a row is only the lower part of the one above, behind a line that print drew through its headings."""
        behind = [slot for slot in row.filled if slot.at >= self._names[0]]
        return self._printed and self._names[0] > 0 and bool(behind) and all(slot.carried for slot in behind)

    def _inside(self, row: Row) -> Row:
        """The row without words beside the block, and without what explains the indicator behind its name."""
        if self._flattened:
            return row
        if self._printed and any(slot.at < self._levels_at and _heads_block(slot) for slot in row.filled):
            self._form.levels_doubtful = True
        first, end = self._names
        named = [slot for slot in row.filled if first <= slot.at and slot.end <= end and not is_number(slot.words)]
        beside = [slot for slot in row.filled if slot.end <= self._levels_at and _is_beside(slot)]
        apart = [*beside, *named[1:]]
        return replace(row, filled=tuple(slot for slot in row.filled if slot not in apart))

    def _note_cut(self, upper: Upper, whole: Slot) -> None:
        """Put what was read under the upper half of a heading under the whole one."""
        lines = self._form.lines
        block, _ = level1_of(whole.words) or ("", "")
        level2 = level2_of(whole.words) or ""
        for at in range(upper.lines, len(lines)):
            if block and not level1_of(upper.words):
                lines[at] = replace(lines[at], block=block)
            elif not block:
                lines[at] = replace(lines[at], level2=level2)
        residues = self._form.residues
        residues[:] = [each for each in residues if each.said.text != upper.words]
        self._form.kinds[:] = [kind for kind in self._form.kinds if kind.level2 != upper.words]

    def note_unread(self, row: Row, why: str) -> None:
        """Remember that a row could not be read, and what was in the way."""
        self.note_torn(first_own(row).said(table=self._form.label), why)

    def note_torn(self, said: Said, why: str) -> None:
        """Remember cells that no row takes, and why."""
        self._form.residues.append(Residue(ResidueKind.UNREAD, said, self._block, self._level2, why))

    def _note_placeholder(self, slot: Slot) -> None:
        said = slot.said(table=self._form.label)
        self._form.residues.append(Residue(ResidueKind.PLACEHOLDER, said, self._block, self._level2))

    def _enter(self, level1: Slot | None, level2: Slot | None) -> None:
        """Go on under the headings that a row begins with."""
        goes_on = self._printed and level1 is not None and level1.carried and level2 is None
        if level1 is not None and not goes_on:  # else the row stays under the kind above it
            self._enter_block(level1)
            if self._printed and level2 is not None and _covers_another(level1, level2):
                self._form.levels_doubtful = True
        if level2 is not None:
            self._level2 = kind_named(level2.cell.text)
            belongs = block_of(self._level2)
            is_shown = level1 is not None and not self._printed
            stays = is_shown or self._level2_has_points or (self._block == COST and COST in self._level2)
            if belongs and not (self._block and stays):
                self._block = belongs
            self._level2_has_points = self._level2_has_points or bool(_POINTS_BEHIND.search(level2.words))
            if not level2.carried:
                said = level2.said(table=self._form.label)
                self._form.kinds.append(KindHeading(self._block, self._level2, said))

    def _leave_out_kind(self) -> None:
        """The kind of indicator just headed is declared not to apply."""
        if self._form.kinds and self._form.kinds[-1].level2 == self._level2:
            self._form.kinds.pop()

    def _enter_block(self, heading: Slot) -> None:
        block, points = level1_of(heading.cell.text) or level1_in_own_words(heading.cell.text) or ("", "")
        if block != self._block:
            self._level2 = ""
        self._block = block
        known = self._form.block(block)
        if known is not None and known.points.is_missing and points and not heading.carried:
            self._form.blocks.remove(known)
            known = None
        if known is None:
            place = labelled(heading.cell.place, heading.cell.text, self._form.label, row=block)
            figure = Figure(f"{block}指标分值", printed_in(points, _POINTS), place)
            self._form.blocks.append(Block(block, heading.said(table=self._form.label), figure))

    def _line(self, parts: Parts) -> IndicatorLine:
        cell, cells = parts.name.cell, parts.cells
        words = squeezed(without_number(cell.text))
        labels = {"table": self._form.label, "row": words}

        def said(column: Column) -> Said:
            slot = cells.get(column)
            return slot.said(**labels, column=column.value) if slot else NOTHING

        def figure(column: Column) -> Figure:
            name = f"“{words}”{column.value}"
            slot = cells.get(column)
            if slot and column is Column.POINTS:  # a weight of 30 % is 30 of 100 points
                slot = replace(slot, cell=replace(slot.cell, text=slot.words.rstrip("%")))
            return figure_of(name, slot, cell.place, _POINTS, **labels, column=column.value)

        points_and_score = [cells.get(column) for column in (Column.POINTS, Column.SCORE)]
        return IndicatorLine(
            self._block,
            self._level2,
            Said(words, labelled(cell.place, cell.text, **labels)),
            _put_together(
                said(Column.NATURE), _latest(said(Column.REVISED), said(Column.TARGET)), said(Column.MEASURE)
            ),
            said(Column.ACTUAL),
            figure(Column.POINTS),
            figure(Column.SCORE),
            said(Column.REASON),
            any(slot is not None and slot.carried for slot in points_and_score),
            said(Column.MEASURE).text,
            figure(Column.COEFFICIENT),
            figure(Column.OF_HUNDRED),
            figure(Column.REVIEW),
            said(Column.CORE),
            said(Column.STANDARD) or said(Column.EXPLANATION),
        )

    def _without_number(self, row: Row) -> Row:
        """The row without its number (序号)."""
        at = self._numbers_at or range(0)
        rest = tuple(slot for slot in row.filled if slot.at not in at or not is_number(slot.words))
        return replace(row, filled=rest) if rest else row

    def _are_points(self, slot: Slot, level: Slot) -> bool:
        """Whether a cell of the heading is one of points on the left of the indicators."""
        return slot.at < level.at and self._headings.indicator(slot.cell.text) is Column.POINTS

    def _without_points_left(self, row: Row) -> tuple[Row, Slot | None]:
        """The row without points that stand among its levels, and its own, which stand on the left of them all."""
        at = {place for slot in self._points_left for place in range(slot.at, slot.end)}
        points = [slot for slot in row.filled if slot.at in at and is_number(slot.words)]
        rest = tuple(slot for slot in row.filled if slot not in points)
        if not points or not rest:
            return row, None
        is_own = points[0].at < self._levels_at and not points[0].carried
        return replace(row, filled=rest), points[0] if is_own else None


def _covers_another(level1: Slot, level2: Slot) -> bool:
    """Whether a heading of the first level stands beside a kind of another block; satisfaction may be an effect."""
    own, _ = level1_of(level1.words) or ("", "")
    usual = block_of(kind_named(level2.cell.text))
    return bool(own and usual) and usual != own and (own, usual) not in ((EFFECT, SATISFACTION), (COST, OUTPUT))


def _heads_block(slot: Slot) -> bool:
    """Whether a cell holds a heading of the first level, or several, since the lines between them are missing."""
    return all(level1_of(line) is not None for line in _HEADINGS.split(slot.words) if line)


def _is_level(slot: Slot) -> bool:
    return level1_of(slot.words) is not None or level2_of(slot.words) is not None


def _is_beside(slot: Slot) -> bool:
    """Whether a cell on the left of the levels holds words that are no level."""
    words = slot.words
    is_level = level1_of(words) or level2_of(words) or is_total(words) or is_remark(words)
    return not is_level and not is_number(words)


def _latest(revised: Said, target: Said) -> Said:
    """The target as it was changed during the year, where it was."""
    return target if plain(revised.text) in BLANKS else revised


def _put_together(nature: Said, value: Said, measure: Said) -> Said:
    """A target whose sign and unit stand in cells of their own (指标性质, 度量单位)."""
    sign = nature.text if nature.text not in _IN_WORDS else ""
    unit = "" if value.text.endswith(measure.text) else measure.text
    return Said(f"{sign}{value}{unit}", value.place) if value else value
