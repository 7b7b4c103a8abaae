"""Differences between columns (结转结余, 差额, 增减额), stocks that move (期初 + 增加 − 减少 = 期末), and products."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from jixiao.audit.checks.tablesums.asking import holds
from jixiao.audit.checks.tablesums.formulas import Build, Column, Formula, has_minus
from jixiao.checking import Checked, Posed
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.measures import Measure, measure_of
from jixiao.relations import Figure, Product, Quotient, Relation, Sum
from jixiao.relations.checks import SUM_DIFFERENCE
from jixiao.relations.sums import Term

_DIFFERENCES = (Measure.CHANGE, Measure.ADJUSTMENT, Measure.CARRY_OVER)
_BUDGETS = (Measure.INITIAL_BUDGET, Measure.ADJUSTED_BUDGET, Measure.BUDGET)
_PRICE = re.compile(".*(?:单价|均价|人均|户均|单位成本|标准).*")
_BROUGHT = re.compile("上年|年初|期初|其中")
_MOVEMENTS = (
    (("期初", "年初", "上年末"), ("增加", "收入", "增"), ("减少", "支出", "减"), ("期末", "年末", "本年末")),
    (("年初", "批复"), ("调增", "追加"), ("调减", "追减"), ("调整后", "调整预算", "全年")),
)
"""The headings of stocks and budgets that move: what there was, more, less, what there is."""
_MOST_COLUMNS = 10
_CARRIED = re.compile("(?:年末|期末|累计|滚存).*(?:结转|结余)")
_YEAR = re.compile(r"(?:19|20)\d\d年?")


def changes(table: TypedTable) -> Iterator[Posed | Checked]:
    """The relations of columns that hold differences."""
    amounts = table.of(Meaning.AMOUNT, Meaning.COUNT)
    if not 3 <= len(amounts) <= _MOST_COLUMNS:
        return
    stock = _stock(amounts)
    if stock is not None:
        yield from Column(table, stock[3], (Formula(_moved(table, stock), is_named=True),), is_certain=True).checked()
    by_year = all(_YEAR.match(row.label) for row in table.rows if not row.is_total)
    for column in amounts:
        if by_year and _CARRIED.search(column.name):
            continue  # what one year leaves is there in the next
        if measure_of(column.name) in _DIFFERENCES and column not in (stock or ()) and not _BROUGHT.search(column.name):
            yield from _difference_column(table, column, [each for each in amounts if each != column]).checked()


def _difference_column(table: TypedTable, column: TableColumn, others: Sequence[TableColumn]) -> Column:
    adjusts = measure_of(column.name) is Measure.ADJUSTMENT
    plain = [each for each in others if measure_of(each.name) not in _DIFFERENCES]
    if adjusts:
        plain = [each for each in plain if measure_of(each.heading) in _BUDGETS]
    formulas = tuple(_differences(table, column, plain))
    is_change = adjusts or measure_of(column.name) is Measure.CHANGE
    return Column(table, column, formulas, is_certain=is_change and len(plain) == 2, is_computed=is_change)


def _differences(table: TypedTable, column: TableColumn, others: Sequence[TableColumn]) -> Iterator[Formula]:
    """Every difference of two columns; where decreases bear their sign, only the way round that fits more rows."""
    signed = has_minus(table, column)
    for one, other in combinations(others, 2):
        ways = [_difference(table, column, *pair) for pair in ((one, other), (other, one))]
        fitting = [sum(_fits(way(row)) for row in table.rows) for way in ways]
        for way, fits in zip(ways, fitting, strict=True):
            if not signed or fits == max(fitting):
                yield Formula(way, is_named=True)


def _fits(relation: Relation | None) -> bool:
    return relation is not None and holds(relation)


def _difference(table: TypedTable, column: TableColumn, minuend: TableColumn, subtrahend: TableColumn) -> Build:
    """One column less another; a blank counts as nothing where the other is printed."""

    def build(row: TableRow) -> Relation | None:
        stated, one, other = (table.figure(row, each) for each in (column, minuend, subtrahend))
        if stated.is_missing or any(table.is_unread(row, each) for each in (minuend, subtrahend)):
            return None
        terms = [
            Term(figure, weight) for figure, weight in ((one, Fraction(1)), (other, Fraction(-1))) if _is_there(figure)
        ]
        return Sum(stated, tuple(terms), SUM_DIFFERENCE) if terms else None

    return build


def _is_there(figure: Figure) -> bool:
    return not figure.is_missing


def _stock(amounts: Sequence[TableColumn]) -> tuple[TableColumn, ...] | None:
    """The columns 期初, 增加, 减少, 期末 (年初预算, 调增, 调减, 调整后预算), if the table has exactly one of each."""
    for headings in _MOVEMENTS:
        found = [[each for each in amounts if any(word in each.name for word in words)] for words in headings]
        if all(len(columns) == 1 for columns in found) and len({columns[0].at for columns in found}) == len(found):
            return tuple(columns[0] for columns in found)
    return None


def _moved(table: TypedTable, stock: Sequence[TableColumn]) -> Build:
    def build(row: TableRow) -> Relation | None:
        *moves, closing = (table.figure(row, column) for column in stock)
        weights = (Fraction(1), Fraction(1), Fraction(-1))
        terms = tuple(Term(figure, weight) for figure, weight in zip(moves, weights, strict=True) if _is_there(figure))
        return Sum(closing, terms, SUM_DIFFERENCE) if terms and _is_there(closing) else None

    return build


def products(table: TypedTable) -> Iterator[Posed | Checked]:
    """Unit price × quantity = amount, and amount ÷ number = so much each."""
    amounts, counts = table.of(Meaning.AMOUNT), table.of(Meaning.COUNT)
    for price in (each for each in amounts if _PRICE.fullmatch(each.name)):
        wholes = [each for each in amounts if not _PRICE.fullmatch(each.name)]
        if not wholes or not counts or len(wholes) * len(counts) > _MOST_COLUMNS:
            continue
        if price.at < max(each.at for each in wholes) and "均" not in price.name:
            for whole in wholes[-1:]:
                yield from _product_column(table, price, counts, whole).checked()
        else:
            formulas = tuple(Formula(_each(table, price, *pair)) for pair in ((w, c) for w in wholes for c in counts))
            yield from Column(table, price, formulas).checked()


def _product_column(table: TypedTable, price: TableColumn, counts: Sequence[TableColumn], whole: TableColumn) -> Column:
    """The amount as the price times one number or two (人数 × 月数)."""
    factors = [*((count,) for count in counts), *combinations(counts, 2)]
    formulas = tuple(Formula(_product(table, whole, (price, *each)), is_named=True) for each in factors)
    return Column(table, whole, formulas, is_certain=len(formulas) == 1)


def _product(table: TypedTable, whole: TableColumn, factors: Sequence[TableColumn]) -> Build:
    def build(row: TableRow) -> Relation | None:
        stated, *known = (table.figure(row, each) for each in (whole, *factors))
        return None if any(figure.is_missing for figure in (stated, *known)) else Product(stated, tuple(known))

    return build


def _each(table: TypedTable, price: TableColumn, whole: TableColumn, count: TableColumn) -> Build:
    def build(row: TableRow) -> Relation | None:
        stated, one, number = (table.figure(row, each) for each in (price, whole, count))
        if any(figure.is_missing for figure in (stated, one, number)) or not number.known.value:
            return None
        return Quotient(stated, one, number)

    return build
