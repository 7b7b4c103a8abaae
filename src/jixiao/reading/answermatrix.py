"""Tables of a survey with a question in every row: counts and shares of the answers side by side, then the result."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jixiao.quantities import unit_named
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.relations import Figure
from jixiao.surveys import options_in_order

_DEGREE = re.compile("满意|一般|不了解|不清楚")
_RESULT = re.compile("满意[度率]")
_EVERY = re.compile("(?:合计|小计|总计|总数|样本数?|有效(?:问卷|答卷|样本|份数|人数)?)(?:数|份数|人数)?")
_UNIT_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
_ANSWERS, _PERCENT = unit_named("份"), unit_named("%")
_FEWEST = 3  # answers and at least two questions


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A question, or all of them: how many gave each answer (the best first), the shares, and the satisfaction.

    `answers` are all answers to it, where a column holds them.
    """

    label: str
    is_total: bool
    counts: tuple[Figure, ...]
    shares: tuple[Figure, ...]
    result: Figure
    answers: Figure


def answer_matrices(tables: Sequence[TypedTable]) -> tuple[tuple[AnsweredRow, ...], ...]:
    """The rows of every such table whose answers are all degrees of satisfaction."""
    return tuple(rows for table in tables if len(rows := tuple(_rows(table))) > 1)


def _rows(table: TypedTable) -> Iterator[AnsweredRow]:
    counted = table.of(Meaning.COUNT, Meaning.AMOUNT)
    counts = _by_degree(counted)
    order = options_in_order(list(counts)) if len(counts) >= _FEWEST else None
    if order is None or len(order) < len(counts):
        return
    degrees = [list(counts)[at] for at in order]
    shares = _by_degree(table.of(Meaning.SHARE, Meaning.RATE))
    shares = shares if shares.keys() == counts.keys() else {}
    results = [column for column in table.of(Meaning.RATE) if column not in shares.values()]
    results = [column for column in results if _RESULT.search(column.heading)]
    every = [column for column in counted if _EVERY.fullmatch(_answer(column))]
    for row in table.rows:
        found = tuple(_counted(table, row, counts[degree]) for degree in degrees)
        if not any(figure.is_missing for figure in found) and any(figure.known.value for figure in found):
            yield AnsweredRow(
                row.label,
                row.is_total,
                found,
                tuple(_percent(table, row, shares[degree]) for degree in degrees if shares),
                _percent(table, row, results[0]) if len(results) == 1 else Figure("满意度"),
                _counted(table, row, every[0]) if len(every) == 1 else Figure("有效问卷"),
            )


def _by_degree(columns: Sequence[TableColumn]) -> dict[str, TableColumn]:
    """The columns by what stands above them (非常满意/份数), or by their own headings (非常满意)."""
    named: dict[str, TableColumn] = {}
    for column in columns:
        answer = _answer(column)
        if _DEGREE.search(answer) and not _RESULT.search(answer):
            named.setdefault(answer, column)
    return named


def _answer(column: TableColumn) -> str:
    """The answer that a column counts."""
    return _UNIT_IN_BRACKETS.sub("", column.heading.partition("/")[0])


def _counted(table: TypedTable, row: TableRow, column: TableColumn) -> Figure:
    figure = table.figure(row, column)
    if figure.printed is None or figure.printed.decimals > 0:
        return Figure(figure.name)
    return replace(figure, printed=replace(figure.printed.exact(), unit=_ANSWERS))


def _percent(table: TypedTable, row: TableRow, column: TableColumn) -> Figure:
    figure = table.figure(row, column)
    if figure.printed is None or figure.printed.unit is not None:
        return figure
    return replace(figure, printed=replace(figure.printed, unit=_PERCENT))
