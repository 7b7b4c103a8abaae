"""Tables of amounts: every relation inside a table, and between tables that print the same amounts."""

from collections.abc import Iterator

from jixiao.audit.checks.tablesums.catalogue import TABLE_CHECKS
from jixiao.audit.checks.tablesums.changes import changes, products
from jixiao.audit.checks.tablesums.rates import rates
from jixiao.audit.checks.tablesums.repeated import repeated
from jixiao.audit.checks.tablesums.shares import shares
from jixiao.audit.checks.tablesums.sums import sums
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed
from jixiao.reading.compositetables import composite_tables, survey_summaries
from jixiao.reading.surveytables import survey_questions
from jixiao.reading.tables import TypedTable

__all__ = ["TABLE_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every table with amounts."""
    tables = _tables_of_amounts(material)
    for table in tables:
        yield from sums(table)
        yield from shares(table)
        yield from rates(table)
        yield from changes(table)
        yield from products(table)
    yield from repeated(tables, material.year)


def _tables_of_amounts(material: Material) -> list[TypedTable]:
    """The tables without those of surveys, whose answers have relations of their own (several may be chosen)."""
    surveys = [question.table for question in survey_questions(material.document, material.tables)]
    numbers = {table.grid.number for table in surveys}
    numbers |= {table.number for table in composite_tables(material.document)}
    numbers |= {summary.number for summary in survey_summaries(material.document)}
    return [table for table in material.tables if table.grid.number not in numbers]
