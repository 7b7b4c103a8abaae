"""What is computed from several rows or columns before anything is checked, defined once for rows and for SQL."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jixiao.batch.columns import MOST_ROWS, TEXT, Table
from jixiao.batch.quantities import Quantity, Row, Scope
from jixiao.expressions import Condition, evaluate, names, parse_condition
from jixiao.expressions.sql import NARROW, Dialect, condition_sql


def holds_in(condition: Condition, scope: Scope, row: Row) -> bool | None:
    """Whether a condition holds in a row; None where the row leaves one of its numbers open."""
    values = {name: scope.value(name, row) for name in names(condition)}
    known = {name: value for name, value in values.items() if value is not None}
    return None if len(known) < len(values) else evaluate(condition, lambda name: known[name])


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a printed column over the rows that meet a condition: a printed number itself, steps added up too.

    The sum of no rows is 0. One row whose number does not fit the store leaves the sum open. Where no row prints
    anything, the sum counts as not given.
    """

    name: str
    title: str
    of: str
    where: str = ""

    def quantity(self, table: Table) -> Quantity:
        """The sum as a quantity."""
        column = table.column(self.of)
        one = Quantity.of(column) if column else None
        if one is None:
            raise KeyError(self.of)
        return Quantity(self.title, self.name, one.denominator, one.bound * MOST_ROWS, True, one.parts)

    def sql(self, table: Table, scope: Scope, dialect: Dialect) -> Iterator[str]:
        """The columns of the sum, inside a SELECT that groups the rows."""
        column, quantity = _column(table, self.of), self.quantity(table)
        where = _where(self.where, scope, dialect)
        wide = quantity.bound > NARROW

        def added(name: str) -> str:
            term = f"CAST({name} AS {dialect.value})" if wide else name
            done = f"SUM(CASE WHEN {where} THEN {term} ELSE 0 END)"
            return f"COALESCE({done}, 0)" if wide else f"CAST(COALESCE({done}, 0) AS BIGINT)"

        given = f"SUM(CASE WHEN {where} AND ({column} IS NOT NULL OR {column}_text IS NOT NULL) THEN 1 ELSE 0 END)"
        unfit = f"SUM(CASE WHEN {where} AND {column} IS NULL AND {column}_text IS NOT NULL THEN 1 ELSE 0 END)"
        yield f"CASE WHEN {unfit} = 0 AND {given} > 0 THEN {added(column)} END AS {self.name}"
        for part in quantity.parts:
            if part != TEXT:
                steps = added(f"{column}_{part}")
                yield f"CASE WHEN {unfit} = 0 AND {given} > 0 THEN {steps} END AS {self.name}_{part}"
        yield f"CASE WHEN {unfit} > 0 THEN 'x' END AS {self.name}_text"

    def columns(self, table: Table, scope: Scope, rows: Sequence[Row]) -> Iterator[tuple[str, int | str | None]]:
        """The same columns from the rows themselves."""
        column = _column(table, self.of)
        chosen = list(_chosen(self.where, scope, rows))
        given = [row for row in chosen if row[column] is not None]
        unfit = any(row[column] is None and row[f"{column}_text"] is not None for row in chosen)
        yield self.name, sum(int(row[column] or 0) for row in given) if given and not unfit else None
        for part in self.quantity(table).parts:
            if part != TEXT:
                added = sum(int(row[f"{column}_{part}"] or 0) for row in given) if given and not unfit else None
                yield f"{self.name}_{part}", added
        yield f"{self.name}_text", "x" if unfit else None


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows meet a condition."""

    name: str
    title: str
    where: str = ""

    def quantity(self, _: Table) -> Quantity:
        """The count as a quantity."""
        return Quantity(self.title, self.name, 1, MOST_ROWS)

    def sql(self, _: Table, scope: Scope, dialect: Dialect) -> Iterator[str]:
        """The column of the count, inside a SELECT that groups the rows."""
        where = _where(self.where, scope, dialect)
        yield f"CAST(COALESCE(SUM(CASE WHEN {where} THEN 1 ELSE 0 END), 0) AS BIGINT) AS {self.name}"

    def columns(self, _: Table, scope: Scope, rows: Sequence[Row]) -> Iterator[tuple[str, int | str | None]]:
        """The same column from the rows themselves."""
        yield self.name, sum(1 for _ in _chosen(self.where, scope, rows))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several printed columns: the first whose condition holds, otherwise the last."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    otherwise: str

    def quantity(self, scope: Scope) -> Quantity:
        """The chosen number as a quantity."""
        chosen = [self._of(title, scope) for title, _ in self.options] + [self._of(self.otherwise, scope)]
        return Quantity(
            self.title, self.name, chosen[0].denominator, max(each.bound for each in chosen), True, chosen[0].parts
        )

    def sql(self, scope: Scope, dialect: Dialect) -> Iterator[str]:
        """Its columns, inside a SELECT over the rows."""
        cases = [(_where(where, scope, dialect), self._of(title, scope).column) for title, where in self.options]
        last = self._of(self.otherwise, scope).column
        for part in self._parts(scope):
            chosen = " ".join(f"WHEN {where} THEN {column}{part}" for where, column in cases)
            yield f"CASE {chosen} ELSE {last}{part} END AS {self.name}{part}"

    def columns(self, scope: Scope, row: Row) -> Iterator[tuple[str, int | str | None]]:
        """The same columns from the row itself."""
        met = (title for title, where in self.options if holds_in(parse_condition(where), scope, row))
        column = self._of(next(met, self.otherwise), scope).column
        for part in self._parts(scope):
            yield f"{self.name}{part}", row[f"{column}{part}"]

    def _parts(self, scope: Scope) -> Iterator[str]:
        yield ""
        yield from (f"_{part}" for part in self._of(self.otherwise, scope).parts)

    def _of(self, title: str, scope: Scope) -> Quantity:
        return next(quantity for quantity in scope if quantity.title == title)


def _column(table: Table, title: str) -> str:
    column = table.column(title)
    if column is None:
        raise KeyError(title)
    return column.name


def _where(text: str, scope: Scope, dialect: Dialect) -> str:
    return condition_sql(parse_condition(text), scope.sql, dialect) if text else "(1 = 1)"


def _chosen(text: str, scope: Scope, rows: Iterable[Row]) -> Iterator[Row]:
    condition = parse_condition(text) if text else None
    return (row for row in rows if condition is None or holds_in(condition, scope, row))
