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
_OF_ALL = re.compile("(?:合计|总计|总分)(?:得分)?")


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
    reader = _Reader(table, names, weights[-1], scores[-1], next(iter(table.of(Meaning.SCORE_RATE)), None))
    lines, total = reader.read()
    return ScoreSource(str(Place(table=table.name)), tuple(_with_parents(lines)), total) if lines else None


@dataclass(slots=True)
class _Reader:
    """Goes through the rows of a score table."""

    table: TypedTable
    names: Sequence[TableColumn]
    weight: TableColumn
    score: TableColumn
    rate: TableColumn | None

    def read(self) -> tuple[list[ScoreLine], ScoreLine | None]:
        lines: list[ScoreLine] = []
        totals: list[ScoreLine] = []
        for row in self.table.rows:
            if row.is_total:
                totals.append(self._line(row, squeezed(row.label), 0, -1))
            else:
                lines += self._groups(row, len(lines))
                last = self.names[-1]
                cell = self.table.cell(row, last)
                if cell.text and cell.row == row.at and not self.table.figure(row, self.weight).is_missing:
                    lines.append(self._line(row, cell.text, self._level(last), len(lines)))
        whole = totals if len(totals) == 1 else [total for total in totals if _OF_ALL.fullmatch(total.name)]
        return lines, whole[-1] if whole else None

    def _groups(self, row: TableRow, number: int) -> Iterator[ScoreLine]:
        """The groups whose merged cells begin in this row; their weights stand in their names: A 投入（15分）."""
        for column in self.names[:-1]:
            cell = self.table.cell(row, column)
            if not cell.text or cell.row != row.at or cell.column != column.at:
                continue
            label = label_of(cell.text)
            place = replace(cell.place, table=self.table.name, row=squeezed(cell.text), text=cell.text)
            nothing = Figure(f"{label.name}得分", None, place)
            weight = weight_in_name(f"{label.name}权重", label.weight, place)
            level = self._level(column)
            yield ScoreLine(label.code, label.name, level, weight, nothing, nothing, place, number)
            number += 1

    def _line(self, row: TableRow, text: str, level: int, number: int) -> ScoreLine:
        label = label_of(text)
        name = label.name if label.code else label.whole
        named = replace(row, label=f"{label.code} {name}".strip())
        rate = Figure("得分率") if self.rate is None else self.table.figure(named, self.rate)
        weight, score = self.table.figure(named, self.weight), self.table.figure(named, self.score)
        return ScoreLine(label.code, name, coded_level(label.code) or level, weight, score, rate, weight.place, number)

    def _level(self, column: TableColumn) -> int:
        found = _LEVEL_HEADING.search(unicodedata.normalize("NFKC", column.heading))
        return _LEVELS[found[1]] if found else LAST_LEVEL


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
