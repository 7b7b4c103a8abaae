"""The relations inside one table: every row and the rows below it, and the columns of one row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.facts.catalogue import PARTS, ROW, SELF_SCORE
from jixiao.facts.fact import Origin
from jixiao.facts.kinds import ColumnType, RowSum
from jixiao.facts.tables import Row, Table
from jixiao.findings import Place, Severity
from jixiao.quantities import Printed, in_column
from jixiao.relations import Figure, Relation, Sum, Term
from jixiao.text.quoting import nested

_ADDITIVE: frozenset[ColumnType] = frozenset({"amount", "count"})


@dataclass(frozen=True, slots=True)
class Planned:
    """A relation to be checked.

    `blanks_may_be_zero`: a figure that is not stated may be nothing; the relation holds if it holds without it, and
    stays undecided, not wrong, if it does not. `gravest` caps the severity of what is found, `remark` is added to its
    explanation.
    """

    relation: Relation
    blanks_may_be_zero: bool = False
    gravest: Severity = Severity.ERROR
    remark: str = ""


def place_of(origin: Origin) -> Place:
    """The origin of a fact as findings name places: a row of a table, or a line of a data file.

    >>> print(place_of(Origin("tables/支出.csv", "支出表", 4, "决算数")))
    tables/支出.csv，第 4 行“决算数”
    """
    if not origin.table:
        return Place(file=origin.file, line=origin.row, text=origin.column)
    return Place(file=origin.file, row=origin.row, column=nested(origin.column) or None)


def figure_at(table: Table, row: Row, heading: str) -> Figure:
    """The cell as a figure with its own decimals; missing where nothing is stated."""
    value = row.values.get(heading)
    printed = None if value is None else value.printed
    return Figure(nested(f"{row.name}{heading}"), printed, place_of(table.origin(row, heading)), filled=True)


def relations_within(table: Table) -> Iterator[Planned]:
    """The relations the cells of the table must satisfy, row by row."""
    figures = _figures(table)
    children: dict[int, list[Row]] = {}
    for row in table.rows:
        if row.above is not None and table.kind.adds_up:
            children.setdefault(row.above, []).append(row)
    for index, row in enumerate(table.rows):
        yield from _sums_of_parts(table, row, children.get(index, []), figures)
        for row_sum in table.kind.sums:
            if row_sum.stated in row.values:
                yield from _sum_of_row(table, row, row_sum, figures)


_Figures = Mapping[tuple[int, str], Figure]
"""The figure of each cell, by the row's number and the heading."""


def _figures(table: Table) -> _Figures:
    """Every number cell as a figure; a number is read with the decimals its column prints."""
    figures: dict[tuple[int, str], Figure] = {}
    for column in table.columns:
        if not column.is_number:
            continue
        stated = [row for row in table.rows if column.heading in row.values]
        printed = in_column([row.values[column.heading].printed for row in stated])
        numbers = {row.number: _plain_zero(each) for row, each in zip(stated, printed, strict=True)}
        for row in table.rows:
            place = place_of(table.origin(row, column.heading))
            name = nested(f"{row.name}{column.heading}")
            figures[row.number, column.heading] = Figure(name, numbers.get(row.number), place, filled=True)
    return figures


def _plain_zero(printed: Printed) -> Printed:
    """A bare 0 among decimals is nothing, and not some amount below a half."""
    return replace(printed, coarser=None) if printed.value == 0 else printed


def _sums_of_parts(table: Table, row: Row, below: Sequence[Row], figures: _Figures) -> Iterator[Planned]:
    for column in table.columns:
        parts = [figures[part.number, column.heading] for part in below if column.type in _ADDITIVE]
        if any(not part.is_missing for part in parts):
            total = figures[row.number, column.heading]
            yield Planned(replace(Sum.of(total, parts, PARTS), lead="下级各行相加"), blanks_may_be_zero=True)


def _sum_of_row(table: Table, row: Row, row_sum: RowSum, figures: _Figures) -> Iterator[Planned]:
    """The relation inside the row; none where the table has no column for an operand."""
    present = {column.heading for column in table.columns}
    signed = [(sign, heading) for sign, heading in row_sum.terms() if heading in present]
    blanks_count_nothing = row_sum.blanks == "不计"
    if not signed or (len(signed) < len(row_sum.terms()) and not blanks_count_nothing):
        return
    terms = tuple(Term(figures[row.number, heading], Fraction(sign)) for sign, heading in signed)
    check, lead = (SELF_SCORE, "各项得分相加") if blanks_count_nothing else (ROW, "按同一行各栏计算")
    yield Planned(Sum(figures[row.number, row_sum.stated], terms, check, blanks_count_nothing, lead=lead))
