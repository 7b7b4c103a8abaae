"""Tables of amounts: every relation inside a table, and between tables that print the same amounts."""

from collections.abc import Iterator

from jixiao.audit.checks.tablesums.amongs import amongs
from jixiao.audit.checks.tablesums.catalogue import TABLE_CHECKS
from jixiao.audit.checks.tablesums.changes import changes, products
from jixiao.audit.checks.tablesums.jointly import jointly
from jixiao.audit.checks.tablesums.rates import rates
from jixiao.audit.checks.tablesums.remainders import remainders
from jixiao.audit.checks.tablesums.repeated import repeated
from jixiao.audit.checks.tablesums.shares import shares
from jixiao.audit.checks.tablesums.sums import sums
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.forms.checks.listing import added_up_in
from jixiao.reading.compositetables import composite_tables, survey_summaries
from jixiao.reading.surveytables import survey_questions
from jixiao.reading.tables import Meaning, TypedTable
from jixiao.relations import Figure, Sum

_Spot = tuple[int | None, int | None, int | str | None, str | None]
"""Where a total stands, whatever the table and its columns are called."""

__all__ = ["TABLE_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every table with amounts."""
    tables = _tables_of_amounts(material)
    listed = {_spot(total) for summary in material.forms.summaries if (total := added_up_in(summary)) is not None}
    for before, table in zip([None, *tables], tables, strict=False):
        if before is None or not _goes_on(before, table):
            added_up = [one for one in sums(table) if not _is_told_by(one, listed)]
            yield from added_up
            yield from jointly(added_up)
            yield from amongs(table)
            yield from shares(table)
        yield from rates(table)
        yield from changes(table)
        yield from remainders(table)
        yield from products(table)
    yield from repeated(tables, material.year)


def _is_told_by(one: Posed | Checked, listed: set[_Spot]) -> bool:
    """Whether the sum is one that the lists of self-evaluated projects are held to anyway."""
    return isinstance(one, Posed) and isinstance(one.relation, Sum) and _spot(one.relation.stated) in listed


def _spot(figure: Figure) -> _Spot:
    place = figure.place
    return place.line, place.anchor, place.row, place.text


def _tables_of_amounts(material: Material) -> list[TypedTable]:
    """The tables without those of surveys and of scores, which have relations of their own."""
    surveys = [question.table for question in survey_questions(material.document, material.tables)]
    numbers = {table.grid.number for table in surveys}
    numbers |= {table.number for table in composite_tables(material.document)}
    numbers |= {summary.number for summary in survey_summaries(material.document)}
    return [
        table
        for table in material.tables
        if table.grid.number not in numbers and not (table.of(Meaning.WEIGHT) and table.of(Meaning.SCORE))
    ]


def _goes_on(before: TypedTable, table: TypedTable) -> bool:
    """Whether a table goes on the one before it on a new page: the same headings, no caption, no total before.

    Its totals take the rows of both together, and are not compared.
    """
    same = [column.heading for column in before.columns] == [column.heading for column in table.columns]
    own_caption = table.number not in ("", before.number)
    return same and not own_caption and table.grid is not before.grid and not any(row.is_total for row in before.rows)
