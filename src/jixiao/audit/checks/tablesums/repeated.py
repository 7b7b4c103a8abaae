"""The same amount in several tables, the two sides of an account, and balances carried from year to year."""

import re
from collections.abc import Iterable, Iterator, Sequence

from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.tables import Meaning, TableRow, TypedTable
from jixiao.reading.tables.amounts import Amount, amounts_of
from jixiao.reading.tables.measures import Measure
from jixiao.relations import Duplicate, Figure

_DEPARTMENT_WIDE = re.compile(
    "(?:收入|支出)?(?:合计|总计)|基本支出|项目支出|人员经费|公用经费|年[初末]结转和结余|三公经费合计"
)
"""Rows that mean the same in every table of a department; others may be parts of different wholes."""
_TOTAL = re.compile("(?:收入|支出)?(?:合计|总计)")
_NO_OFFICE = re.compile("费|资产|债务|补[助贴]|采购|工程")
"""What a caption names where its table lists a part of the expenses: 会议费和差旅费."""
_GRAND_TOTAL = re.compile("(?:收入|支出)?总计")
_LONGEST_LIST = 60


def repeated(tables: Sequence[TypedTable], year: int | None = None) -> Iterator[Posed]:
    """The relations between tables."""
    amounts = list(amounts_of(tables, year))
    yield from _same(amounts)
    yield from _carried(amounts)
    yield from _balanced(tables)


def _same(amounts: Iterable[Amount]) -> Iterator[Posed]:
    """Every later print of an amount against the first, as grave as it is sure that they are the same."""
    known: dict[tuple[str, str, str, int | None], list[Amount]] = {}
    for amount in amounts:
        if amount.measure in (None, Measure.CHANGE) or not amount.label:
            continue
        alike = known.setdefault((amount.label, amount.side, amount.funds, amount.year), [])
        first = next((other for other in alike if _may_be_same(other, amount)), None)
        if first is not None:
            yield Posed(Duplicate((first.figure, amount.figure)), at_most=_certainty(first, amount))
        if len(alike) < _LONGEST_LIST:
            alike.append(amount)


def _may_be_same(first: Amount, later: Amount) -> bool:
    """Whether two amounts stand in different tables, and of one office; 预算 alone may be the initial one."""
    measures = {first.measure, later.measure}
    one_office = first.office == later.office or not ((first.office and later.office) or _is_of_part(first, later))
    alike = len(measures) == 1 or measures == {Measure.BUDGET, Measure.INITIAL_BUDGET}
    return alike and one_office and first.table.grid is not later.table.grid


def _is_of_part(first: Amount, later: Amount) -> bool:
    """Whether one of two totals is that of a table whose caption names a part of the expenses."""
    return _TOTAL.fullmatch(later.label) is not None and _NO_OFFICE.search(first.office + later.office) is not None


def _certainty(first: Amount, later: Amount) -> Severity:
    """An error needs words that settle budget, year and office, and a row that means the same in every table."""
    settled = first.measure is later.measure is not Measure.BUDGET and later.year is not None
    same = first.office == later.office and _DEPARTMENT_WIDE.fullmatch(later.label) is not None
    return Severity.ERROR if settled and same else Severity.WARNING


def _carried(amounts: Sequence[Amount]) -> Iterator[Posed]:
    """The opening balance of a year and the closing balance of the year before, where both are printed."""
    closing = {
        (one.year, one.funds): one
        for one in amounts
        if one.label == "年末结转和结余" and one.measure is Measure.OUTTURN
    }
    for one in amounts:
        if one.label != "年初结转和结余" or one.measure is not Measure.OUTTURN or one.year is None:
            continue
        before = closing.get((one.year - 1, one.funds))
        if before is not None:
            yield Posed(Duplicate((before.figure, one.figure)), "年初结转和结余与上年年末数不一致", Severity.WARNING)


def _balanced(tables: Sequence[TypedTable]) -> Iterator[Posed]:
    """总计 of income = 总计 of expenditure in an account printed side by side, column by column."""
    by_grid: dict[int, list[TypedTable]] = {}
    for table in tables:
        by_grid.setdefault(id(table.grid), []).append(table)
    for lists in by_grid.values():
        first, *others = lists
        for other in others:
            yield from (Posed(Duplicate(pair)) for pair in _grand_totals(first, other))


def _grand_totals(first: TypedTable, other: TypedTable) -> Iterator[tuple[Figure, Figure]]:
    one, two = _grand_total(first), _grand_total(other)
    if one is None or two is None or one.at != two.at:
        return
    columns = [table.of(Meaning.AMOUNT) for table in (first, other)]
    if len(columns[0]) != len(columns[1]):
        return
    for left, right in zip(*columns, strict=True):
        pair = first.figure(one, left), other.figure(two, right)
        if not any(figure.is_missing for figure in pair) and left.name == right.name:
            yield pair


def _grand_total(table: TypedTable) -> TableRow | None:
    return next((row for row in reversed(table.rows) if _GRAND_TOTAL.fullmatch(row.label)), None)
