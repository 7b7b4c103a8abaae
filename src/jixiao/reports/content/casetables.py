"""The tables of a case as the report shows them: figures as written, derived columns, hierarchy, unit, source.

Figures are never reformatted. A column in which nothing is stated is left out; what is not stated, or cannot be
derived, is a dash.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.evaluation.case import Case
from jixiao.expressions import Name, names, normal_name, write
from jixiao.facts import Column as KindColumn
from jixiao.facts import Table as CaseTable
from jixiao.facts.kinds import ROW_ABOVE, WHOLE_ROW, DerivedColumn
from jixiao.facts.values import is_blank
from jixiao.quantities import percent_text
from jixiao.reports.content.columns import NIL, number_column, runs, text_column
from jixiao.reports.content.evidence import evidence_titles, source_note
from jixiao.reports.content.parts import Align, Column, Merge, Table

_MOST_COLUMNS = 9
"""So many columns fit an upright page; where there are more, the shares go into a table of their own."""


def tables_of(case: Case, *kinds: str) -> tuple[Table, ...]:
    """The case's tables of these kinds as shown, in the order of the case."""
    titles = evidence_titles(case)
    return tuple(shown for table in tables_of_kind(case, *kinds) for shown in shown_tables(table, titles))


def tables_of_kind(case: Case, *kinds: str) -> tuple[CaseTable, ...]:
    """The case's tables of these kinds, as read."""
    return tuple(table for table in case.tables if table.kind.kind in kinds)


def shown_tables(table: CaseTable, titles: Mapping[str, str]) -> tuple[Table, ...]:
    """The table as the report shows it; in two, amounts and shares, where one would be too wide for the page."""
    strips = [strip for strip in _strips(table) if not strip.is_empty]
    if not strips:
        return ()
    shares = [strip for strip in strips if strip.is_share]
    if len(strips) <= _MOST_COLUMNS or not shares:
        return (_table(table, table.source.title, strips, titles),)
    parts = {normal_name(name.text) for strip in shares for name in strip.operands}
    beside = [strip for strip in strips if strip.is_text or strip.is_share or normal_name(strip.heading) in parts]
    rest = [strip for strip in strips if not strip.is_share]
    return (
        _table(table, table.source.title, rest, titles),
        _table(table, f"{table.source.title}（结构）", _each_with_its_share(beside), titles),
    )


@dataclass(frozen=True, slots=True)
class _Strip:
    """A column as shown, of the case or derived, with its cells."""

    heading: str
    cells: tuple[str, ...]
    written: KindColumn | None = None
    derived: DerivedColumn | None = None
    is_name: bool = False

    @property
    def is_text(self) -> bool:
        return self.written is not None and not self.written.is_number

    @property
    def is_merged(self) -> bool:
        """Whether a cell may stand for those below it."""
        return self.written is not None and self.written.fill_down

    @property
    def is_empty(self) -> bool:
        return all(map(is_blank, self.cells))

    @property
    def operands(self) -> tuple[Name, ...]:
        return tuple(names(self.derived.formula)) if self.derived else ()

    @property
    def is_share(self) -> bool:
        """Whether it sets a cell against the same cell of the whole or of the row above."""
        return any({WHOLE_ROW, ROW_ABOVE}.intersection(name.qualifiers) for name in self.operands)

    @property
    def unit(self) -> str:
        """The unit of the counts or scores; amounts take that of the table, rates carry their sign."""
        if self.written is None:
            return ""
        return "分" if self.written.type == "score" else self.written.unit or ""

    def column(self) -> Column:
        if self.is_text:
            align: Align | None = "center" if self.is_merged else "left" if self.is_name else None
            return text_column(self.heading, self.cells, align=align)
        return number_column(self.heading, self.cells)


def _strips(table: CaseTable) -> Iterator[_Strip]:
    naming = {table.kind.body, *table.kind.rows}
    for column in table.columns:
        if column.type != "level":
            texts = [row.texts[column.heading] for row in table.rows]
            cells = tuple(NIL if column.is_number and is_blank(text) else text for text in texts)
            yield _Strip(column.heading, cells, written=column, is_name=column.heading in naming)
    for derived in table.kind.derived:
        rates = [table.derived(index, derived.heading) for index in range(len(table.rows))]
        cells = tuple(NIL if rate is None else percent_text(rate) for rate in rates)
        yield _Strip(derived.heading, cells, derived=derived)


def _each_with_its_share(strips: Sequence[_Strip]) -> list[_Strip]:
    """The shares moved behind the column they are shares of."""
    ordered = [strip for strip in strips if not strip.is_share]
    for share in (strip for strip in strips if strip.is_share):
        own = normal_name(share.operands[0].text)
        after = [place for place, each in enumerate(ordered) if own in _speaks_of(each)]
        ordered.insert(after[-1] + 1, share)
    return ordered


def _speaks_of(strip: _Strip) -> set[str]:
    return {normal_name(strip.heading), *(normal_name(name.text) for name in strip.operands)}


def _table(table: CaseTable, title: str, strips: Sequence[_Strip], titles: Mapping[str, str]) -> Table:
    has_levels = bool(table.kind.level_heading)
    return Table(
        title=title,
        columns=tuple(strip.column() for strip in strips),
        rows=tuple(zip(*(strip.cells for strip in strips), strict=True)),
        unit="、".join(dict.fromkeys(filter(None, (_unit(table, strip) for strip in strips)))),
        note="".join([source_note(table.source.evidence, titles), _formulas(strips)]),
        strong=tuple(index for index, row in enumerate(table.rows) if row.level == 0),
        indents=tuple(max(row.level - 1, 0) for row in table.rows) if has_levels else (),
        merged=tuple(_merges(strips)),
    )


def _unit(table: CaseTable, strip: _Strip) -> str:
    is_amount = strip.written is not None and strip.written.type == "amount"
    return str(table.source.unit) if is_amount else strip.unit


def _formulas(strips: Sequence[_Strip]) -> str:
    told = [f"{strip.heading}＝{write(strip.derived.formula)}" for strip in strips if strip.derived]
    return f"{'；'.join(told)}。" if told else ""


def _merges(strips: Sequence[_Strip]) -> Iterator[Merge]:
    """Equal cells under one another where the kind lets a cell stand for those below; never across an outer one."""
    outer: list[tuple[str, ...]] = []
    for place, strip in enumerate(strips):
        if strip.is_merged:
            outer.append(strip.cells)
            for row, count in runs(list(zip(*outer, strict=True))):
                yield Merge(row, place, count)
