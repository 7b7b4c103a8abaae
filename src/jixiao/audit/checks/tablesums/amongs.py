"""Rows headed 其中 without numbers: where the rows around them make the total, they make the row above them.

Nothing but the total tells where such parts end, and 其中 may leave some out: parts that fall short of their whole are
wrong only where their shares make the share of the whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jixiao.audit.checks.tablesums.asking import holds
from jixiao.checking import Posed
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.breakdowns import Line, blocks_of, lines_of_rows
from jixiao.relations import Figure, Sum

FigureOf = Callable[[Line], Figure]
_MOST_TRIED = 12  # parts that may take the whole apart before others do so again


def amongs(table: TypedTable) -> Iterator[Posed]:
    """The parts below every 其中, in the columns of amounts."""
    lines = lines_of_rows(table.rows)
    blocks = [(whole, parts) for whole, parts in blocks_of(lines) if len(parts) > 1]
    if not blocks:
        return
    inside = {line.at for _, parts in blocks for line in parts}
    tops = [line for line in lines if line.at not in inside and not line.strength]
    totals = [line for line in lines if line.strength]
    rows = {row.at: row for row in table.rows}
    shares = [_down(table, column, rows) for column in table.of(Meaning.SHARE)]
    for column in table.of(Meaning.AMOUNT):
        figure = _down(table, column, rows)
        if any(holds(one) for total in totals for one in _sum(figure, total, tops)):
            for whole, parts in blocks:
                yield from _made_up(figure, shares, whole, parts)


def _made_up(figure: FigureOf, shares: Sequence[FigureOf], whole: Line, parts: Sequence[Line]) -> Iterator[Posed]:
    for relation in _sum(figure, whole, parts):
        is_told = any(holds(one) for share in shares for one in _sum(share, whole, parts))
        if holds(relation) or is_told or (relation.residual > 0 and not _is_cut_twice(figure, whole, parts)):
            yield Posed(relation)


def _is_cut_twice(figure: FigureOf, whole: Line, parts: Sequence[Line]) -> bool:
    """Whether the first parts make the whole already, so that the others may take it apart another way."""
    return any(holds(one) for end in range(1, min(len(parts), _MOST_TRIED)) for one in _sum(figure, whole, parts[:end]))


def _down(table: TypedTable, column: TableColumn, rows: Mapping[int, TableRow]) -> FigureOf:
    return lambda line: table.figure(rows[line.at], column)


def _sum(figure: FigureOf, whole: Line, parts: Sequence[Line]) -> Iterator[Sum]:
    """The parts against the whole, where all of them are printed."""
    total, *figures = map(figure, (whole, *parts))
    if figures and not any(each.is_missing for each in (total, *figures)):
        yield Sum.of(total, figures)
