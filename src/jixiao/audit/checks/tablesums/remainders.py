"""Columns of what is not done: 未整改数 is 排查数 less 已整改数, whichever column holds all there was."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.audit.checks.tablesums.asking import holds
from jixiao.audit.checks.tablesums.formulas import Build, Column, Formula
from jixiao.checking import Checked, Posed
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.relations import Figure, Relation, Sum

_NOT_DONE = re.compile(
    "[尚暂]?未(?P<verb>完成|整改|销号|办结|结案|处理|处置|解决|验收|竣工|完工|支付|拨付|使用|兑现|回收|发放|拆除)"
)
_MOST_COLUMNS = 10


def remainders(table: TypedTable) -> Iterator[Posed | Checked]:
    """The relations of every column of what is not done that stands beside one of what is."""
    columns = table.of(Meaning.COUNT, Meaning.AMOUNT)
    if not 3 <= len(columns) <= _MOST_COLUMNS:
        return
    for left in columns:
        named = _NOT_DONE.search(left.name)
        done = [each for each in columns if named and named["verb"] in each.name and not _NOT_DONE.search(each.name)]
        if len(done) == 1:
            wholes = [each for each in columns if each not in (left, done[0])]
            builds = [_less(table, left, whole, done[0]) for whole in wholes]
            formulas = tuple(Formula(build) for build in builds if _is_usual(table, build))
            if formulas:
                yield from Column(table, left, formulas, is_computed=False).checked()


def _is_usual(table: TypedTable, build: Build) -> bool:
    """Whether most rows follow the arithmetic."""
    built = [relation for row in table.rows if (relation := build(row)) is not None]
    return 2 * sum(map(holds, built)) > len(built)


def _less(table: TypedTable, left: TableColumn, whole: TableColumn, done: TableColumn) -> Build:
    """What there was as done and left together."""

    def build(row: TableRow) -> Relation | None:
        figures = [_counted(table, row, each) for each in (whole, done, left)]
        if any(figure.is_missing for figure in figures):
            return None
        return Sum.of(figures[0], figures[1:])

    return build


def _counted(table: TypedTable, row: TableRow, column: TableColumn) -> Figure:
    """The figure; a whole number of things was not rounded."""
    figure = table.figure(row, column)
    if column.meaning is not Meaning.COUNT or figure.is_missing or figure.known.decimals:
        return figure
    return replace(figure, printed=figure.known.exact())
