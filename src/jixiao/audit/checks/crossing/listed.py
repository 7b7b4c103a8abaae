"""Sentences that tell the rows of a table: “中央资金800万元，省级资金400万元” beside a table of these rows.

Most of the amounts of such a sentence stand in one column of the table; that is how the table is known to be meant.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jixiao.audit.checks.sentences.asides import is_aside
from jixiao.audit.material import Material
from jixiao.checking import Posed
from jixiao.findings import Place, Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.measures import Measure, measure_of
from jixiao.relations import Duplicate
from jixiao.relations.figures import MONEY

_LEAD = re.compile(".*(?:包括|包含|其中|由)")
_NO_NAME = re.compile("[^\u4e00-\u9fff]|合计|共计")
_SHORTEST = 3
_MOST_COLUMNS = 12
_MOST_TABLES = 6  # tables with a row of one name that are looked at
_SURE = 2  # amounts that agree for each that does not, in a table of another section

_BUDGETS = {Measure.INITIAL_BUDGET, Measure.ADJUSTED_BUDGET, Measure.BUDGET}

_Hit = tuple[Mention, TableRow]


def listed_rows(material: Material) -> Iterator[Posed]:
    """The amounts of sentences against the rows of that name, where the sentence tells the rows of a table."""
    named = _rows(material.tables)
    for found in material.mentions:
        if found:
            for inside in in_spans(found, found[0].passage.sentences):
                amounts = [one for one in inside if one.dimension == MONEY and one.is_stated and not is_aside(one)]
                yield from _told(amounts, named)


def _rows(tables: Sequence[TypedTable]) -> Mapping[str, list[tuple[TypedTable, TableRow]]]:
    """The rows by their names, of each table those whose name no other row of it has."""
    found: dict[str, list[tuple[TypedTable, TableRow]]] = {}
    for table in tables:
        if not 0 < len(table.of(Meaning.AMOUNT)) <= _MOST_COLUMNS:
            continue
        names = [_plain(row.label) for row in table.rows]
        often = Counter(names)
        for name, row in zip(names, table.rows, strict=True):
            if len(name) >= _SHORTEST and often[name] == 1 and not row.is_total:
                found.setdefault(name, []).append((table, row))
    return found


def _told(amounts: Sequence[Mention], named: Mapping[str, list[tuple[TypedTable, TableRow]]]) -> Iterator[Posed]:
    by_table: dict[int, tuple[TypedTable, list[_Hit]]] = {}
    for one in amounts:
        for table, row in named.get(_plain(one.name), ())[:_MOST_TABLES]:
            by_table.setdefault(id(table), (table, []))[1].append((one, row))
    for table, hits in by_table.values():
        if len(hits) > 1 and len({row.at for _, row in hits}) == len(hits):
            yield from _compared(table, hits)


def _compared(table: TypedTable, hits: Sequence[_Hit]) -> Iterator[Posed]:
    """The amounts against the column that most of them stand in; those that another column prints are of that one."""
    columns = [column for column in table.of(Meaning.AMOUNT) if _may_be_of(column, hits[0][0])]
    if not columns:
        return
    agreeing = {column.at: [hit for hit in hits if _agrees(table, hit, column)] for column in columns}
    column = max(columns, key=lambda each: len(agreeing[each.at]))
    right = agreeing[column.at]
    wrong = [hit for hit in hits if not any(hit in others for others in agreeing.values())]
    is_same_section = hits[0][0].passage.section == table.section
    enough = len(wrong) if is_same_section else _SURE * len(wrong)
    if wrong and len(right) >= max(enough, 1):
        for one, row in wrong:
            cell = table.figure(row, column)
            if not cell.is_missing:
                title = f"正文写的“{one.name}”与{Place(table=table.name)}的不一致"
                yield Posed(Duplicate((cell, one.figure())), title, at_most=Severity.WARNING)
    for one, row in right:
        yield Posed(Duplicate((table.figure(row, column), one.figure())), at_most=Severity.WARNING)


def _may_be_of(column: TableColumn, first: Mention) -> bool:
    """Whether a sentence may tell the column: it names no other measure (决算 beside a column of budgets)."""
    start, _ = first.passage.sentence_at(first.start)
    told, printed = measure_of(first.passage.text[start : first.start]), measure_of(column.heading)
    is_budget = Measure.BUDGET in (told, printed) and {told, printed} <= _BUDGETS
    return None in (told, printed) or told is printed or is_budget


def _agrees(table: TypedTable, hit: _Hit, column: TableColumn) -> bool:
    one, row = hit
    cell = table.figure(row, column)
    return not cell.is_missing and Duplicate((cell, one.figure())).assess().verdict.is_possible


def _plain(words: str) -> str:
    return _NO_NAME.sub("", _LEAD.sub("", words))
