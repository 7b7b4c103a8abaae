"""Tables of amounts: totals and the rows that make them up, shares and the whole they are shares of."""

from collections.abc import Iterator

from jixiao.audit.material import Material
from jixiao.audit.posing import Posed
from jixiao.reading.tables import Meaning, TableRow, TypedTable
from jixiao.relations import Sum


def relations(material: Material) -> Iterator[Posed]:
    """The sums of every table with amounts."""
    for table in material.tables:
        for column in table.of(Meaning.AMOUNT):
            for total, items in _breakdowns(table):
                figures = [table.figure(row, column) for row in items]
                if not table.figure(total, column).is_missing and not all(figure.is_missing for figure in figures):
                    yield Posed(Sum.of(table.figure(total, column), figures, blanks_are_zero=True))


def _breakdowns(table: TypedTable) -> Iterator[tuple[TableRow, list[TableRow]]]:
    """A row and the rows it is made of: those directly below an item, and the highest items above a total."""
    for row in table.rows:
        if not row.is_total and len(items := list(table.children(row))) > 1:
            yield row, items
    begins = 0
    for number, row in enumerate(table.rows):
        if row.is_total:
            above = [each for each in table.rows[begins:number] if not each.is_part]
            highest = min((each.rank for each in above), default=0)
            items = [each for each in above if each.rank == highest]
            if len(items) > 1:
                yield row, items
            begins = number + 1
