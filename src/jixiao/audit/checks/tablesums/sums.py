"""Totals and the rows and columns that make them up, and parts that cannot exceed their whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.tablesums.asking import fails, holds
from jixiao.audit.checks.tablesums.catalogue import PART_EXCEEDS, UNSETTLED
from jixiao.audit.checks.tablesums.nesting import may_hide_parts, nested
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.breakdowns import (
    Breakdown,
    Line,
    breakdowns,
    lines_of_columns,
    lines_of_rows,
    parts_of,
)
from jixiao.reading.tables.measures import Measure, measure_of
from jixiao.relations import Figure, Sum

FigureOf = Callable[[Line], Figure]
_SIGNED = (Measure.CHANGE, Measure.ADJUSTMENT)
_UNADDABLE = ("单价", "标准", "人均", "均价", "年限", "上限", "限额", "平均")


@dataclass(frozen=True, slots=True)
class _Series:
    """The figures along which lines add up: one column for the rows, one row for the columns."""

    name: str
    figure: FigureOf
    is_unread: Callable[[Line], bool]
    single: bool = False


def sums(table: TypedTable) -> Iterator[Posed | Checked]:
    """The totals over rows in every column, and the totals over columns in every row."""
    rows = {row.at: row for row in table.rows}
    columns = [column for column in table.of(Meaning.AMOUNT, Meaning.COUNT) if _adds_up(column)]
    downwards = [_down(table, column, rows) for column in columns]
    witnesses = [_down(table, column, rows) for column in table.of(Meaning.SHARE)]
    yield from _checked(lines_of_rows(table.rows), downwards, witnesses)
    amounts = [_down(table, column, rows) for column in columns if measure_of(column.name) not in _SIGNED]
    yield from _parts(lines_of_rows(table.rows), amounts)
    lines = lines_of_columns(columns)
    if any(line.strength or line.is_part for line in lines):
        known = {column.at: column for column in columns}
        across = [_across(table, row, known) for row in table.rows]
        yield from _checked(lines, across, across=True)
        yield from _parts(lines, across)


def _adds_up(column: TableColumn) -> bool:
    return not any(word in column.heading for word in _UNADDABLE)


def _down(table: TypedTable, column: TableColumn, rows: dict[int, TableRow]) -> _Series:
    return _Series(
        column.heading,
        lambda line: table.figure(rows[line.at], column),
        lambda line: table.is_unread(rows[line.at], column),
    )


def _across(table: TypedTable, row: TableRow, columns: dict[int, TableColumn]) -> _Series:
    return _Series(
        row.label,
        lambda line: table.figure(row, columns[line.at]),
        lambda line: table.is_unread(row, columns[line.at]),
    )


def _checked(
    lines: Sequence[Line], series: Sequence[_Series], witnesses: Sequence[_Series] = (), *, across: bool = False
) -> Iterator[Posed | Checked]:
    """The totals of the series; `witnesses` are others of the same lines that only tell what a total is made of."""
    found = [_Judged.of(breakdown, [*series, *witnesses]) for breakdown in breakdowns(lines)]
    confirmed = {one.kind for one in found if one.holds_somewhere}
    for one in found:
        for number in range(len(series)):
            yield from one.outcome(number, confirmed=one.kind in confirmed, across=across)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A breakdown with the readings that hold in each series; the first that holds in all of them settles it."""

    breakdown: Breakdown
    series: Sequence[_Series]
    holding: tuple[dict[int, Sum], ...]

    @classmethod
    def of(cls, breakdown: Breakdown, series: Sequence[_Series]) -> "_Judged":
        holding: tuple[dict[int, Sum], ...] = tuple({} for _ in series)
        for number, items in enumerate(breakdown.readings):
            sums_ = [_sum(one, breakdown.total, items) for one in series]
            for held, relation in zip(holding, sums_, strict=True):
                if relation is not None and holds(relation):
                    held[number] = relation
            if all(number in held or relation is None for held, relation in zip(holding, sums_, strict=True)):
                break
        return cls(breakdown, series, holding)

    @property
    def _stated(self) -> int:
        """In how many series the total is printed."""
        return sum(not one.figure(self.breakdown.total).is_missing for one in self.series)

    @property
    def kind(self) -> tuple[int, int]:
        """Breakdowns of one kind confirm each other: totals of one strength, groups of one rank."""
        return self.breakdown.total.strength, self.breakdown.total.rank

    @property
    def holds_somewhere(self) -> bool:
        return any(self.holding)

    def outcome(self, number: int, *, confirmed: bool, across: bool) -> Iterator[Posed | Checked]:
        """The relation of one series: a reading that holds, else the likeliest, as grave as it is certain."""
        series, breakdown = self.series[number], self.breakdown
        total = series.figure(breakdown.total)
        if total.is_missing:
            return
        if self.holding[number]:
            best = self._most_frequent(self.holding[number])
            yield Posed(self.holding[number][best])
            return
        likeliest = self._most_frequent(range(len(breakdown.readings)))
        items = breakdown.readings[likeliest]
        if any(series.is_unread(line) for line in items):
            yield Checked.not_made(UNSETTLED, f"“{total.name}”的明细中有不是数字的内容", total.place)
            return
        relation = _sum(series, breakdown.total, items)
        if relation is None:
            return
        certain = self._is_certain(relation, likeliest, confirmed=confirmed, across=across)
        if certain is None:
            yield Checked.not_made(UNSETTLED, f"“{total.name}”由哪些行（列）组成不能确定", total.place)
        else:
            settled = next(filter(holds, nested(series.figure, breakdown)), None)
            if settled is None and may_hide_parts(series.figure, breakdown.total, items):
                certain = Severity.WARNING
            yield Posed(settled) if settled is not None else Posed(relation, at_most=certain)

    def _most_frequent(self, candidates: Iterable[int]) -> int:
        """The reading that holds in most series; of equals the likeliest."""
        return max(candidates, key=lambda reading: (sum(reading in held for held in self.holding), -reading))

    def _is_certain(self, relation: Sum, reading: int, *, confirmed: bool, across: bool) -> Severity | None:
        """How grave a failure is: an error where the reading is settled, None where it is a guess."""
        holds_in = sum(reading in held for held in self.holding)
        if across:
            return Severity.ERROR if 2 * holds_in > self._stated else None
        if holds_in:
            return Severity.ERROR
        if not self.breakdown.is_explicit:
            return Severity.ERROR if confirmed else None
        falls_short = relation.residual < 0
        is_group = not self.breakdown.total.strength
        return Severity.WARNING if is_group and falls_short and not confirmed else Severity.ERROR


def _sum(series: _Series, total: Line, items: Sequence[Line]) -> Sum | None:
    """The sum, unless the total or all items are blank."""
    figures = [figure for item in items if not (figure := series.figure(item)).is_missing]
    return None if series.figure(total).is_missing or not figures else Sum.of(series.figure(total), figures)


def _parts(lines: Sequence[Line], series: Sequence[_Series]) -> Iterator[Checked]:
    """Parts headed 其中 are not larger than what they are parts of."""
    for whole, parts in parts_of(lines):
        for one in series:
            figures = [figure for line in parts if not (figure := one.figure(line)).is_missing]
            if not one.figure(whole).is_missing and figures:
                yield _within(one.figure(whole), figures)


def _within(whole: Figure, parts: Sequence[Figure]) -> Checked:
    together = Sum.of(whole, parts)
    if not fails(together) or together.residual < 0 or any(part.known.value < 0 for part in (whole, *parts)):
        return Checked.held(PART_EXCEEDS, whole.place)
    names = "、".join(f"“{part.name}”{part}" for part in parts)
    return Checked.failed(
        PART_EXCEEDS,
        Severity.ERROR,
        f"其中数大于“{whole.name}”",
        f"其中的 {names}合起来大于它们所属的“{whole.name}”{whole}；部分不能大于整体。",
        parts[0].place,
        whole.place,
        stated=" + ".join(map(str, parts)),
        expected=f"不超过 {whole}",
        figures=(*parts, whole),
    )
