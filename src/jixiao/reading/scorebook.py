"""The scores a document states, source by source: score tables, the annex, and sentences of the running text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import NOWHERE, Place
from jixiao.quantities import Convention, Printed, exact_text, unit_named
from jixiao.reading.labels import label_of, squeezed
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.relations import Figure

_LEVELS = {"一": 1, "二": 2, "三": 3, "四": 4}
_LEVEL_HEADING = re.compile("([一二三四])级指标")
_NOT_THE_NAME = re.compile("(?:类)?指标$|类$")
LAST_LEVEL = 3
_OF_ALL = re.compile("(?:合计|总计|总(?:得)?分)(?:得分)?")
_OF_A_GROUP = re.compile("(.*?)(?:[本该此](?:类|项|级|组|部分|维度|一级|二级)?(?:指标)?)?小计(?:得分|分值)?")
NOT_STATED = Figure("扣分")


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One indicator or group of indicators as one source states it; a figure that is not stated is missing.

    `level` counts from 1; `number` is its place among the lines of its source and `above` that of the line it belongs
    to, None for the highest.
    """

    code: str
    name: str
    level: int
    weight: Figure
    score: Figure
    rate: Figure
    place: Place
    number: int
    above: int | None = None
    lost: Figure = NOT_STATED

    @classmethod
    def named(cls, name: str) -> "ScoreLine":
        """A line of which only the name is known, with its code where it begins with one."""
        label, nothing = label_of(name), Figure(name)
        plain = label.name if label.code else label.whole
        return cls(label.code, plain, coded_level(label.code), nothing, nothing, nothing, NOWHERE, 0)

    @property
    def label(self) -> str:
        """The code and the name."""
        return f"{self.code} {self.name}".strip()

    @property
    def key(self) -> str:
        """What the same indicator is known by in another source: its name without 指标 or 类 at the end."""
        return _NOT_THE_NAME.sub("", self.name)


@dataclass(frozen=True, slots=True)
class ScoreSource:
    """The lines that one table or annex states, and its total where it prints one."""

    name: str
    lines: tuple[ScoreLine, ...]
    total: ScoreLine | None

    @property
    def tops(self) -> tuple[ScoreLine, ...]:
        """The lines that belong to no other."""
        return tuple(line for line in self.lines if line.above is None)

    def below(self, line: ScoreLine) -> tuple[ScoreLine, ...]:
        """The lines directly below a line."""
        return tuple(each for each in self.lines if each.above == line.number)

    def top_of(self, line: ScoreLine) -> ScoreLine:
        """The line of the highest level that a line of this source belongs to."""
        while line.above is not None:
            line = self.lines[line.above]
        return line


def score_source(table: TypedTable) -> ScoreSource | None:
    """The scores of a table that has columns of names, weights and scores; None for any other table."""
    weights, scores = table.of(Meaning.WEIGHT), table.of(Meaning.SCORE)
    names = table.of(Meaning.NAME)
    if not (weights and scores and names):
        return None
    rate, lost = (next(iter(table.of(meaning)), None) for meaning in (Meaning.SCORE_RATE, Meaning.LOST))
    reader = _Reader(table, names, weights[-1], scores[-1], rate, lost)
    lines, total = reader.read()
    return ScoreSource(str(Place(table=table.name)), tuple(_with_parents(lines)), total) if lines else None


@dataclass(slots=True)
class _Reader:
    """Goes through the rows of a score table; a row 小计 states the figures of the group that it closes."""

    table: TypedTable
    names: Sequence[TableColumn]
    weight: TableColumn
    score: TableColumn
    rate: TableColumn | None
    lost: TableColumn | None

    def read(self) -> tuple[list[ScoreLine], ScoreLine | None]:
        lines: list[ScoreLine] = []
        totals: list[ScoreLine] = []
        for row in self.table.rows:
            if row.is_total:
                total = self._line(row, squeezed(row.label), 0, -1)
                group = self._closed_by(row, total, lines)
                if group is None:
                    totals.append(total)
                else:
                    lines[group] = _stated_by(lines[group], total)
            else:
                lines += self._groups(row, len(lines))
                last = self.names[-1]
                cell = self.table.cell(row, last)
                if cell.text and cell.row == row.at and not self.table.figure(row, self.weight).is_missing:
                    lines.append(self._line(row, cell.text, self._level(last), len(lines)))
        whole = totals if len(totals) == 1 else [total for total in totals if _OF_ALL.fullmatch(total.name)]
        return lines, whole[-1] if whole else None

    def _closed_by(self, row: TableRow, total: ScoreLine, lines: Sequence[ScoreLine]) -> int | None:
        """The group that a row 小计 sums: the one it names, else the open one in the columns on its left."""
        found = _OF_A_GROUP.fullmatch(total.name)
        if found is None:
            return None
        cells = self.table.grid.rows[row.at]
        at = next((cell.column for cell in cells if cell.row == row.at and squeezed(cell.text)), 0)
        levels = [self._level(column) for column in self.names[:-1] if column.at < at or found[1]]
        groups = [line for line in lines if line.level in levels and line.weight.is_missing]
        if found[1]:
            named = [line for line in groups if line.name == found[1] or line.key == _NOT_THE_NAME.sub("", found[1])]
            return named[-1].number if named else None
        open_ones = [line for line in groups if line.level == max(levels)]
        return open_ones[-1].number if open_ones else None

    def _groups(self, row: TableRow, number: int) -> Iterator[ScoreLine]:
        """The groups whose cells begin in this row; their weights stand in their names: A 投入（15分）.

        A group that the row before names too, below the same groups, goes on.
        """
        goes_on = True
        for column in self.names[:-1]:
            cell = self.table.cell(row, column)
            goes_on = goes_on and self._is_repeated(row, column)
            if not cell.text or cell.row != row.at or cell.column != column.at or goes_on:
                continue
            label = label_of(cell.text)
            place = replace(cell.place, table=self.table.name, row=squeezed(cell.text), text=cell.text)
            nothing = Figure(f"{label.name}得分", None, place)
            weight = self._weight_of_group(row, column)
            if weight.is_missing:
                weight = weight_in_name(f"{label.name}权重", label.weight, place)
            level = self._level(column)
            yield ScoreLine(label.code, label.name, level, weight, nothing, nothing, place, number)
            number += 1

    def _is_repeated(self, row: TableRow, column: TableColumn) -> bool:
        """Whether the row before says the same in the column, in a cell of its own or a merged one."""
        if not row.at:
            return False
        before, cell = self.table.grid.rows[row.at - 1][column.at], self.table.cell(row, column)
        return squeezed(before.text) == squeezed(cell.text)

    def _weight_of_group(self, row: TableRow, column: TableColumn) -> Figure:
        """The weight in a column of its own right after the names of a level; missing where there is none."""
        columns = self.table.columns
        after = columns[columns.index(column) + 1]
        if after.meaning is not Meaning.WEIGHT or after == self.weight:
            return NOT_STATED
        return self.table.figure(replace(row, label=squeezed(self.table.cell(row, column).text)), after)

    def _line(self, row: TableRow, text: str, level: int, number: int) -> ScoreLine:
        label = label_of(text)
        name = label.name if label.code else label.whole
        named = replace(row, label=f"{label.code} {name}".strip())
        rate = Figure("得分率") if self.rate is None else self.table.figure(named, self.rate)
        weight, score = self.table.figure(named, self.weight), self.table.figure(named, self.score)
        level = coded_level(label.code) or level
        lost = NOT_STATED if self.lost is None else self.table.figure(named, self.lost)
        return ScoreLine(label.code, name, level, weight, score, rate, weight.place, number, lost=lost)

    def _level(self, column: TableColumn) -> int:
        """The level that the heading of the column tells, or else the only one that the caption tells."""
        found = _LEVEL_HEADING.findall(unicodedata.normalize("NFKC", column.heading))
        if not found and len(self.names) == 1:
            told = set(_LEVEL_HEADING.findall(self.table.caption))
            found = list(told) if len(told) == 1 else []
        return _LEVELS[found[0]] if found else LAST_LEVEL


def _stated_by(group: ScoreLine, total: ScoreLine) -> ScoreLine:
    """The line of a group with the figures of its subtotal."""
    return replace(group, weight=total.weight, score=total.score, rate=total.rate, lost=total.lost)


def weight_in_name(name: str, weight: Fraction | None, place: Place) -> Figure:
    """The weight that stands in the name of an indicator: 投入（15分）; missing where there is none."""
    if weight is None:
        return Figure(name, None, place)
    text = f"{exact_text(weight)}分"
    return Figure(name, Printed(weight, 2, unit_named("分"), Convention.EXACT, text=text), place)


def coded_level(code: str) -> int:
    """The level a code tells: A is 1, A1 is 2, A1.1 and A11 are 3; 0 where it tells none.

    >>> [coded_level(code) for code in ("A", "B2", "B2.1", "B21", "")]
    [1, 2, 3, 3, 0]
    """
    parts = re.fullmatch(r"[A-Za-z](\d*)(?:[.-](\d+))?(?:[.-](\d+))?", code)
    if parts is None:
        return 0
    first, second, third = parts.groups()
    return 1 + bool(first) + (len(first) > 1 and not second) + bool(second) + bool(third)


def _with_parents(lines: Sequence[ScoreLine]) -> Iterator[ScoreLine]:
    """The lines, each with the nearest line before it of a higher level, where its code does not contradict that."""
    open_lines: list[ScoreLine] = []
    for line in lines:
        while open_lines and open_lines[-1].level >= line.level:
            open_lines.pop()
        above = open_lines[-1] if open_lines else None
        if above is not None and above.code and line.code and not line.code.startswith(above.code):
            above = None
        open_lines.append(line)
        yield replace(line, above=None if above is None else above.number)
