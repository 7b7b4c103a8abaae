"""Columns of the store by their titles, filled from what forms and summaries print."""

from jixiao.batch.columns import Column, Table
from jixiao.batch.settings import FormSettings
from jixiao.batch.stored import Cells, number_cells
from jixiao.quantities import Printed
from jixiao.relations import Figure


def number_of(table: Table, title: str, figure: Figure | None, settings: FormSettings | None = None) -> Cells:
    printed: Printed | None = figure.printed if figure else None
    return number_cells(column_of(table, title), printed, settings.money_unit if settings else "")


def column_of(table: Table, title: str) -> Column:
    column = table.column(title)
    if column is None:
        raise KeyError(title)
    return column
