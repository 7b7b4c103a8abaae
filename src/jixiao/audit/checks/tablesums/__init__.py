"""Tables of amounts: every relation inside a table, and between tables that print the same amounts."""

from collections.abc import Iterator

from jixiao.audit.checks.tablesums.changes import changes, products
from jixiao.audit.checks.tablesums.rates import rates
from jixiao.audit.checks.tablesums.repeated import repeated
from jixiao.audit.checks.tablesums.shares import shares
from jixiao.audit.checks.tablesums.sums import sums
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every table with amounts."""
    for table in material.tables:
        yield from sums(table)
        yield from shares(table)
        yield from rates(table)
        yield from changes(table)
        yield from products(table)
    yield from repeated(material.tables, material.year)
