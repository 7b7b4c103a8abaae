"""The indicator table of an annex as a source of scores: weights, scores and how each score came about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.documents import Cell, Document
from jixiao.findings import Place
from jixiao.quantities import NumberError, Printed, UnitError, exact_text, parse_printed, unit_named
from jixiao.reading.columns import Role
from jixiao.reading.indicators import chosen
from jixiao.reading.labels import label_of
from jixiao.reading.rows import Entry, Stated
from jixiao.reading.scorebook import ScoreLine, ScoreSource, weight_in_name
from jixiao.refusals import Refusal
from jixiao.relations import Figure

_FIGURES = {Role.WEIGHT: "权重", Role.SCORE: "得分", Role.RATE: "得分率"}
_POINTS = unit_named("分")


@dataclass(frozen=True, slots=True)
class Annex:
    """The scores of the annex, and of each indicator (by the number of its line) the cells that say how it was scored.

    `table` is the number of its grid.
    """

    table: int
    source: ScoreSource
    processes: tuple[tuple[int, tuple[Cell, ...]], ...]


def annex_of(document: Document) -> Annex | None:
    """The indicator table of the document; None where there is none or it states no scores."""
    try:
        grid, _, stated = chosen(document)
    except Refusal:
        return None
    builder = _Builder(grid.number, [], [])
    source = builder.source("附件", stated)
    if all(line.score.is_missing for line in source.lines):
        return None
    return Annex(grid.number, source, tuple(builder.processes))


def stated_source(name: str, table: int, stated: Stated) -> ScoreSource:
    """The weights, and scores if any, that an indicator table states."""
    return _Builder(table, [], []).source(name, stated)


@dataclass(slots=True)
class _Builder:
    """Makes lines of entries, each with its number and that of the one above it."""

    table: int
    lines: list[ScoreLine]
    processes: list[tuple[int, tuple[Cell, ...]]]

    def source(self, name: str, stated: Stated) -> ScoreSource:
        """The lines of everything stated, and of its total."""
        self.add(stated.entries, None)
        total = None
        if stated.total_cells:
            pieces = {role: [cell] for role, cell in stated.total_cells.items()}
            total = self.line("合计", "", 0, stated.total_place, pieces, None)
        return ScoreSource(name, tuple(self.lines), total)

    def add(self, entries: Sequence[Entry], above: int | None) -> None:
        """The lines of the entries and of all below them."""
        for entry in entries:
            label = label_of(entry.name)
            name = label.name if label.code else label.whole
            line = self.line(name, label.code, entry.level, entry.place, entry.pieces, above, label.weight)
            self.lines.append(line)
            if cells := entry.pieces.get(Role.PROCESS):
                self.processes.append((line.number, tuple(cells)))
            self.add(entry.children, line.number)

    def line(
        self,
        name: str,
        code: str,
        level: int,
        place: Place,
        pieces: dict[Role, list[Cell]],
        above: int | None,
        weight: Fraction | None = None,
    ) -> ScoreLine:
        """The line of a node; its weight stands in a cell of its own or in its name."""
        row = f"{code} {name}".strip()
        weights, scores, rates = (self._figure(row, role, pieces.get(role, ())) for role in _FIGURES)
        if weights.is_missing and weight is not None:
            named = replace(place, table=self.table, row=row, text=f"{exact_text(weight)}分")
            weights = weight_in_name(f"{row}权重", weight, named)
        return ScoreLine(code, name, level, weights, scores, rates, place, len(self.lines), above)

    def _figure(self, row: str, role: Role, cells: Sequence[Cell]) -> Figure:
        """The one figure of the cells; missing where they state none or several."""
        found = list(_printed(cells, role))
        if len(found) != 1:
            return Figure(f"{row}{_FIGURES[role]}")
        cell, printed = found[0]
        return Figure(
            f"{row}{_FIGURES[role]}",
            printed,
            replace(cell.place, table=self.table, row=row, column=_FIGURES[role], text=cell.text),
        )


def _printed(cells: Sequence[Cell], role: Role) -> Iterator[tuple[Cell, Printed]]:
    for cell in cells:
        try:
            yield cell, parse_printed("".join(cell.text.split()), None if role is Role.RATE else _POINTS)
        except (NumberError, UnitError):
            continue
