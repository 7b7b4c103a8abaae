"""Workbooks of ours with paper sheets typed in: the sheets beside the answers, and the row that is an example."""

from collections.abc import Sequence

from jixiao.findings import Finding, Place, Severity
from jixiao.surveys.entrysheet import ASIDE, EXAMPLE, LEADING, SHEET
from jixiao.surveys.incoming.checks import EXAMPLE_ROW
from jixiao.surveys.incoming.tables import Table


def beside_entry(sheets: Sequence[str]) -> frozenset[str]:
    """Which sheets of a workbook are those that our sheet for typing in comes with; they hold no answers.

    >>> sorted(beside_entry(["录入", "选项", "说明", "补录"])), beside_entry(["Sheet1", "说明"])
    (['说明', '选项'], frozenset())
    """
    return frozenset(ASIDE if {SHEET, *ASIDE} <= set(sheets) else ())


def without_example(table: Table) -> tuple[Table, list[Finding]]:
    """The table without the rows that show how to type, and what says so; any other table as it is."""
    first = next(iter(table.texts(1)), [])
    if tuple(text.strip() for text in first[: len(LEADING)]) != LEADING:
        return table, []
    shows = table.columns[0].mapped(lambda texts: texts.str.strip_chars() == EXAMPLE)
    rows = table.rows.filter(shows).to_list()
    if not rows:
        return table, []
    finding = Finding(
        EXAMPLE_ROW.id,
        Severity.NOTE,
        EXAMPLE_ROW.kind,
        "示例行没有计入",
        f"“{table.file}”中编号为“{EXAMPLE}”的行只说明怎样录入，没有算作答卷。",
        places=tuple(Place(file=table.file, row=row) for row in rows),
    )
    return table.only(~shows), [finding]
