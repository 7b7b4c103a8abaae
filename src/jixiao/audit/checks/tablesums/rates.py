"""Rates between columns: 执行率, 完成率, 到位率, 人均; change rates: 增减率, 调整率."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from jixiao.audit.checks.tablesums.formulas import Build, Column, Formula, has_minus, near
from jixiao.checking import Checked, Posed
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.measures import Measure, measure_of, year_of
from jixiao.relations import Figure, Growth, Quotient, Relation

_SPENT = (Measure.OUTTURN,)
_BUDGETS = (Measure.ADJUSTED_BUDGET, Measure.BUDGET, Measure.INITIAL_BUDGET)
_FIRST = ("年初", "期初", "上年", "去年", "基期")
_RECEIPT = re.compile(".*到位.*率")
_PER_HEAD = re.compile(".*(?:人均|户均|均价|单位成本|平均).*")
_OF_BUDGET = re.compile("占(?:年初|调整后?|全年)?(?:预算|计划|合同)(?!总).*")
_MOST_COLUMNS = 7


def rates(table: TypedTable) -> Iterator[Posed | Checked]:
    """The relations of every column of rates and of change rates."""
    amounts = [each for each in table.of(Meaning.AMOUNT, Meaning.COUNT) if not _PER_HEAD.fullmatch(each.name)]
    if len(amounts) < 2:
        return
    for column in table.of(Meaning.RATE):
        yield from _rate_column(table, column, _nearest(amounts, column)).checked()
    for column in (each for each in table.of(Meaning.SHARE) if _OF_BUDGET.fullmatch(each.name)):
        of_budget = _rate_column(table, column, _nearest(amounts, column))
        yield from replace(of_budget, is_certain=False, is_computed=False).checked()
    for column in table.of(Meaning.CHANGE):
        yield from _change_column(table, column, _nearest(amounts, column)).checked()


def _nearest(amounts: list[TableColumn], column: TableColumn) -> list[TableColumn]:
    """The columns next to a rate, in their order: those far away are other subjects of a wide table."""
    near = sorted(amounts, key=lambda each: abs(each.at - column.at))[:_MOST_COLUMNS]
    return sorted(near, key=lambda each: each.at)


def _rate_column(table: TypedTable, column: TableColumn, amounts: list[TableColumn]) -> Column:
    named = list(_named_pairs(column, amounts))
    pairs = [*named, *(pair for pair in permutations(amounts, 2) if pair not in named)]
    formulas = tuple(Formula(_quotient(table, column, *pair), pair in named) for pair in pairs)
    grown = tuple(Formula(_growth(table, column, *pair)) for pair in permutations(amounts, 2))
    return Column(table, column, formulas + grown, is_certain=_is_certain(named))


def _named_pairs(column: TableColumn, amounts: list[TableColumn]) -> Iterator[tuple[TableColumn, TableColumn]]:
    """What the heading divides by what, the likeliest first: spent by budget, received by budget."""
    above = (Measure.RECEIVED,) if _RECEIPT.fullmatch(column.name) else _SPENT
    below = (*_BUDGETS, Measure.RECEIVED) if above == _SPENT else _BUDGETS
    measures = {each.at: measure_of(each.heading) for each in amounts}
    for whole in below:
        for numerator in amounts:
            for denominator in amounts:
                alike = year_of(numerator.heading) == year_of(denominator.heading)
                if measures[numerator.at] in above and measures[denominator.at] is whole and alike:
                    yield numerator, denominator


def _is_certain(named: list[tuple[TableColumn, TableColumn]]) -> bool:
    """Whether one row alone shows the rate wrong: one way to compute it, from the final budget."""
    finals = (Measure.ADJUSTED_BUDGET, Measure.BUDGET)
    return len(named) == 1 and measure_of(named[0][1].heading) in finals


def _change_column(table: TypedTable, column: TableColumn, amounts: list[TableColumn]) -> Column:
    ordered = [pair for pair in permutations(amounts, 2) if _is_forward(*pair)]
    pairs = [*ordered, *(pair for pair in permutations(amounts, 2) if pair not in ordered)]
    formulas = tuple(Formula(_growth(table, column, *pair), pair in ordered) for pair in pairs)
    formulas += tuple(Formula(_growth(table, column, *pair, turned=True)) for pair in ordered)
    return Column(table, column, formulas, is_certain=len(amounts) == 2 and len(ordered) == 1)


def _is_forward(before: TableColumn, after: TableColumn) -> bool:
    """Whether the headings say that one amount is the base of the other: 上年 → 本年, 年初预算 → 调整预算."""
    years = year_of(before.heading), year_of(after.heading)
    if years[0] is not None and years[1] is not None and years[0] != years[1]:
        return years[0] < years[1]
    if any(word in before.heading for word in _FIRST) != any(word in after.heading for word in _FIRST):
        return any(word in before.heading for word in _FIRST)
    measures = measure_of(before.heading), measure_of(after.heading)
    return measures[0] in _BUDGETS and measures[1] is Measure.OUTTURN


def _quotient(table: TypedTable, column: TableColumn, above: TableColumn, below: TableColumn) -> Build:
    def build(row: TableRow) -> Relation | None:
        stated, one, other = (table.figure(row, each) for each in (column, above, below))
        if stated.is_missing or one.is_missing or other.is_missing or not other.known.value:
            return None
        return Quotient(stated, one, other)

    return build


def have_one_dimension(one: Figure, other: Figure) -> bool:
    """Whether two figures can be converted into each other; a figure without a unit is taken in any."""
    unit, another = one.known.unit, other.known.unit
    return unit is None or another is None or unit.dimension == another.dimension


def _growth(
    table: TypedTable, column: TableColumn, before: TableColumn, after: TableColumn, *, turned: bool = False
) -> Build:
    """The change from one column to the other; a decrease may be printed as a positive rate, where none has a minus.

    `turned` is for columns that print what is left of the base: a decrease is positive and an increase negative.
    """

    signed = has_minus(table, column)

    def build(row: TableRow) -> Relation | None:
        stated, base, later = (table.figure(row, each) for each in (column, before, after))
        if stated.is_missing or base.is_missing or later.is_missing or base.known.value <= 0:
            return None
        if not have_one_dimension(base, later):
            return None
        change = later.known.value_in(base.known.unit) / base.known.value - 1
        falling = change < 0 < stated.known.value and not signed and near(stated, -change, Fraction(100))
        return Growth(stated, base, later, falling=falling or turned)

    return build
