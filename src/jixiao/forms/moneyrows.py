"""The rows of the money block together: how exact their amounts are, and which of them make up the total."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.model import MoneyKind, MoneyRow
from jixiao.forms.vocabulary import is_spending
from jixiao.quantities import in_column
from jixiao.relations import Figure


def aligned(rows: Sequence[MoneyRow]) -> list[MoneyRow]:
    """The rows with every amount read with as many decimals as the block prints, since zeros at the end are dropped."""
    amounts = [figure for row in rows for figure in row.amounts if figure.printed is not None]
    read = iter(in_column([figure.known for figure in amounts]))
    by_figure = {id(figure): replace(figure, printed=printed) for figure, printed in zip(amounts, read, strict=True)}

    def of(figure: Figure) -> Figure:
        return by_figure.get(id(figure), figure)

    read_rows = [replace(r, initial=of(r.initial), adjusted=of(r.adjusted), executed=of(r.executed)) for r in rows]
    return _without_second_split(_with_levels_as_sources(read_rows))


def _without_second_split(rows: list[MoneyRow]) -> list[MoneyRow]:
    """Kinds of spending are no sources where sources are named too: both make up the total by themselves."""
    sources = [row for row in rows if row.kind is MoneyKind.SOURCE]
    spending = [row for row in sources if is_spending(row.label.text)]
    if len(spending) == len(sources):
        return rows
    return [replace(row, kind=MoneyKind.WITHIN) if row in spending else row for row in rows]


def _with_levels_as_sources(rows: list[MoneyRow]) -> list[MoneyRow]:
    """Levels of government right below the total are its sources (总额; 其中：中央财政资金; 地方资金; 其他资金).

    A level that stands alone may be any part of the total, and a second 其中 begins parts of the row above it.
    """
    below = [row for row in rows if row.kind is not MoneyKind.TOTAL]
    if len(below) < 2 or below[0].kind is not MoneyKind.WITHIN:
        return rows
    found: list[MoneyRow] = []
    nested = False
    for row in rows:
        if row.kind is MoneyKind.WITHIN and row is not below[0]:
            nested = nested or row.label.text.startswith("其中")
        elif row.kind is MoneyKind.SOURCE:
            nested = False
        is_source = row.kind is MoneyKind.WITHIN and not nested
        found.append(replace(row, kind=MoneyKind.SOURCE) if is_source else row)
    return found
