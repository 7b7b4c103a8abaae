"""Tables of the report as a page shows them: cells with their spans, and scores that lead to their derivations."""

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.reports.content.parts import Align, Column, Table

_SCORES = ("得分", "得分率")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, how it stands, over how many rows, how deep it is indented, and where its text leads ("")."""

    text: str
    align: Align
    rows: int = 1
    indent: int = 0
    target: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row without the cells that a cell above reaches into."""

    cells: tuple[Cell, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its caption; `shares` are the widths of the columns in percent."""

    caption: str
    unit: str
    note: str
    columns: tuple[Column, ...]
    shares: tuple[int, ...]
    rows: tuple[Row, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the scores of a table lead: `nodes` by the names of indicators, `sums` by the names of rows of sums."""

    nodes: Mapping[str, str]
    sums: Mapping[str, str]

    def of(self, table: Table) -> Mapping[str, str]:
        """The targets in a table; a table that names no indicator holds no scores of this evaluation."""
        named = any(text in self.nodes for row in table.rows for text in row)
        return {**self.nodes, **self.sums} if named else {}


def placed_table(table: Table, caption: str, targets: Targets) -> PlacedTable:
    """The table as it is shown."""
    scores = targets.of(table)
    whole = sum(column.width for column in table.columns)
    return PlacedTable(
        caption,
        table.unit,
        table.note,
        table.columns,
        tuple(column.width * 100 // whole for column in table.columns),
        tuple(_row(table, number, scores) for number in range(len(table.rows))),
        table.wide,
    )


def _row(table: Table, number: int, scores: Mapping[str, str]) -> Row:
    spans = {(merge.row, merge.column): merge.rows for merge in table.merged}
    covered = {(row, merge.column) for merge in table.merged for row in range(merge.row + 1, merge.row + merge.rows)}
    texts = table.rows[number]
    # The last name of a row is the one its score belongs to: further left stand the levels above.
    target = next((scores[text] for text in reversed(texts) if text in scores), "")
    cells = (
        Cell(
            text,
            column.align,
            spans.get((number, place), 1),
            table.indent(number, place),
            target if column.heading in _SCORES and text != "—" else "",
        )
        for place, (column, text) in enumerate(zip(table.columns, texts, strict=True))
        if (number, place) not in covered
    )
    return Row(tuple(cells), number in table.strong)
