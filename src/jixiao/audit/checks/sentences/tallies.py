"""Numbers of projects that a sentence tells and lists in a table: “共安排5个项目，明细见附表3”."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.sentences.catalogue import ANNOUNCED
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.tables import Meaning, TableRow, TypedTable
from jixiao.reading.tables.captions import number_in

_COUNTED = ("个", "项")
_OF_ALL = re.compile("(?:共|共计|合计|总计)(?:安排|实施|有|涉及|包括|设立|列支|下达|开展)?(?:了)?$")
_PROJECTS = re.compile("(?:项目|专项)(?![^,;。]{0,6}(?:完成|未|已|超|得分|金额))")
_SEE = re.compile(r"(?:明细|清单|名单|具体|详)[^,;。]{0,8}见(?P<table>(?:附|续)?表\d{1,2}(?:[-—–.]\d{1,2})*)")


def tallies(material: Material) -> Iterator[Checked]:
    """The numbers of projects against the rows of the table that their sentence sends to for the details."""
    for found in material.mentions:
        if not found:
            continue
        passage = found[0].passage
        for inside in in_spans(found, passage.sentences):
            start, end = passage.sentence_at(inside[0].start)
            sees = list(_SEE.finditer(passage.text, start, end))
            told = [one for one in inside if _is_tally(one)]
            if len(sees) == len(told) == 1:
                yield from _compared(told[0], _numbered(material.tables, sees[0]["table"]))


def _is_tally(one: Mention) -> bool:
    is_counted = one.printed.unit is not None and one.printed.unit.symbol in _COUNTED
    return is_counted and one.is_stated and bool(_OF_ALL.search(one.before) and _PROJECTS.match(one.after))


def _numbered(tables: Sequence[TypedTable], name: str) -> list[TypedTable]:
    """The tables of that number that list projects under one name each."""
    number = number_in(name)
    return [
        table
        for table in tables
        if table.number == number
        and table.caption.startswith(name[0])
        and "项目" in table.caption
        and len(table.of(Meaning.NAME)) == 1
    ]


def _compared(told: Mention, tables: Sequence[TypedTable]) -> Iterator[Checked]:
    rows = _items(tables[0].rows) if len(tables) == 1 else ()
    if not rows:
        return
    if told.printed.value == len(rows):
        yield Checked.held(ANNOUNCED, told.place)
        return
    first = tables[0].cell(rows[0], tables[0].of(Meaning.NAME)[0])
    yield Checked.failed(
        ANNOUNCED,
        Severity.WARNING,
        f"文中说有 {told.printed}项目，所指的表列出 {len(rows)} 个",
        f"文中写有 {told.printed}项目，明细见表；“{tables[0].caption}”逐行数出来是 {len(rows)} 个。",
        told.place,
        first.place,
        stated=str(told.printed),
        expected=f"{len(rows)}{told.printed.unit or ''}",
    )


def _items(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """The rows that are items: all of one rank, without totals; none where 其中 or several ranks leave it open."""
    items = [row for row in rows if not row.is_total]
    is_plain = len({row.rank for row in items}) == 1 and not any(row.is_part for row in items)
    return items if is_plain else ()
