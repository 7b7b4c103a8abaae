"""Columns that are computed from other columns: which arithmetic a column follows, and the rows that do not follow it.

Headings say what a column should be (执行率, 增减额); several columns may be what they mean by budget or base. The
arithmetic that holds in most rows is taken for the column's own. A row is wrong only if every arithmetic that the
heading allows fails there, and the column's own is known: it holds in other rows, or the heading leaves no choice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.tablesums.asking import holds
from jixiao.audit.checks.tablesums.catalogue import UNSETTLED
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.tables import TableColumn, TableRow, TypedTable
from jixiao.relations import Figure, Relation

Build = Callable[[TableRow], Relation | None]
"""The relation of one row, or None where a figure that it needs is not printed."""


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to compute the cells of a column. `is_named` says that headings name it (决算数 ÷ 预算数)."""

    build: Build
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A computed column with the formulas that its heading allows, the likeliest first.

    `is_certain` says that the headings leave no doubt about the first formula, so that one row alone can be wrong.
    `is_computed` says that the column cannot be anything but computed; a balance may come from elsewhere.
    """

    table: TypedTable
    column: TableColumn
    formulas: tuple[Formula, ...]
    is_certain: bool = False
    is_computed: bool = True

    def checked(self) -> Iterator[Posed | Checked]:
        """The relation of every row."""
        rows = [row for row in self.table.rows if not self.table.figure(row, self.column).is_missing]
        held: list[dict[int, Relation]] = []
        for formula in self.formulas:
            held.append(self._held(formula, rows))
            if formula.is_named and len(held[-1]) == len(rows):
                break
        order = sorted(range(len(held)), key=lambda number: -len(held[number]))
        usable = [n for n in order if self.formulas[n].is_named or len(held[n]) > 1 or len(rows) == 1]
        for row in rows:
            fitting = next((held[number][row.at] for number in usable if row.at in held[number]), None)
            if fitting is not None:
                yield Posed(fitting)
            elif order:
                yield from self._failed(row, order[0], len(held[order[0]]), len(rows))

    def _held(self, formula: Formula, rows: Sequence[TableRow]) -> dict[int, Relation]:
        """The relations of a formula that hold, by row."""
        built = ((row.at, formula.build(row)) for row in rows)
        return {at: relation for at, relation in built if relation is not None and holds(relation)}

    def _failed(self, row: TableRow, best: int, confirmed: int, rows: int) -> Iterator[Posed | Checked]:
        """A row in which no formula holds: an error if the column's own formula is known, otherwise not compared."""
        relation = self.formulas[best].build(row)
        if relation is None:
            return
        named = self.formulas[best].is_named
        if confirmed > 1 or (confirmed and named) or (self.is_certain and rows == 1):
            yield Posed(relation)
        elif self.is_certain:
            yield Posed(relation, at_most=Severity.WARNING)
        elif self.is_computed:
            stated = relation.stated
            yield Checked.not_made(UNSETTLED, f"“{stated.name}”由哪些数算出不能确定", stated.place)


def near(stated: Figure, expected: Fraction | None, scale: Fraction = Fraction(1)) -> bool:
    """Whether a printed figure comes near a rough result, so that the exact comparison is worth making."""
    if expected is None or stated.is_missing:
        return False
    gap = abs(stated.known.value - expected * scale)
    return gap <= 4 * stated.known.step + abs(expected * scale) / 50


def has_minus(table: TypedTable, column: TableColumn) -> bool:
    """Whether a column prints decreases with their sign, so that a figure without one is an increase."""
    figures = (table.figure(row, column) for row in table.rows)
    return any(not figure.is_missing and figure.known.value < 0 for figure in figures)
