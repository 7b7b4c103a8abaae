"""The table of another voice: its headings known by their words, its rows as counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.findings import Finding, Place, Severity
from jixiao.packs.trees import describe
from jixiao.quantities import NumberError, parse_number
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming.files import tables_in
from jixiao.surveys.incoming.tables import Table
from jixiao.surveys.results import VoiceRow
from jixiao.surveys.study import VoiceKind
from jixiao.surveys.voices.checks import UNREAD
from jixiao.surveys.voices.kinds import VOICES, Heading, heading_of

_MOST_ROWS = 2_000
_HEAD = 10  # rows above and with the headings
_NOTHING = frozenset(("", "-", "—", "——", "－", "/", "／", "无"))
_WHOLE = re.compile("合计|总计|累计|全年|小计")
_UNIT = re.compile("(次|件|人|条|个|份)$")


@dataclass(frozen=True, slots=True)
class VoiceRowRead:
    """A row with its place in the file; `is_sum` says that it adds up the rows above it."""

    row: VoiceRow
    place: Place
    is_sum: bool


@dataclass(frozen=True, slots=True)
class VoiceTable:
    """The rows of a table, and what could not be read of it; `columns` are those that it has."""

    rows: tuple[VoiceRowRead, ...]
    columns: frozenset[str]
    findings: tuple[Finding, ...]


def read_voice(path: Path, kind: VoiceKind) -> VoiceTable:
    """The one table of the file that is of that kind; Refusal where there is none, or its headings stand elsewhere."""
    tables, unread = tables_in([path])
    found = [(table, head) for table in tables if (head := _head_of(table, kind)) is not None]
    if not found:
        wanted = "、".join(VOICES[kind].names)
        raise Refusal(
            Problem(path.name, "", "没有认得出的表头", f"含有 {wanted} 等列的表头", "请核对表头和种类（kind）")
        )
    table, head = found[0]
    if table.height > _MOST_ROWS:
        raise Refusal(
            Problem(table.file, "", f" {table.height} 行的表", f"不超过 {_MOST_ROWS} 行的统计表", "请按月汇总")
        )
    lines = table.texts(table.height)
    headings = {place: heading_of(text, kind) for place, text in enumerate(lines[head])}
    _must_be_whole_numbers(table, lines, head, headings)
    reader = _Reader(table, kind, lines[head], headings)
    numbers = table.rows.to_list()
    rows = tuple(
        reader.row(line, number)
        for line, number in zip(lines[head + 1 :], numbers[head + 1 :], strict=True)
        if any(cell.strip() for cell in line)
    )
    known = frozenset(heading.counted for heading in headings.values() if heading.counted)
    return VoiceTable(rows, known, (*unread, *reader.unread_columns(), *reader.findings))


def _head_of(table: Table, kind: VoiceKind) -> int | None:
    """The row of the headings: of the first rows the one with the most columns of the kind, two at the least."""
    known = [
        len({heading.counted for cell in line if (heading := heading_of(cell, kind)).counted})
        for line in table.texts(_HEAD)
    ]
    most = max(known, default=0)
    return known.index(most) if most > 1 else None


def _must_be_whole_numbers(
    table: Table, lines: Sequence[Sequence[str]], head: int, headings: Mapping[int, Heading]
) -> None:
    """Refusal where most cells below a heading are no numbers: the headings stand above other columns."""
    for place, heading in headings.items():
        cells = [line[place].strip() for line in lines[head + 1 :] if line[place].strip() not in _NOTHING]
        wrong = [cell for cell in cells if heading.counted and count_of(cell) is None]
        if cells and 2 * len(wrong) > len(cells):
            found, column = f"{describe(wrong[0])}等 {len(wrong)} 个不是整数的单元格", lines[head][place].strip()
            mend = "表头与数据可能错开了一列，请对齐后再试"
            raise Refusal(Problem(table.file, f"“{column}”一列", found, "各行的次数", mend))


def count_of(cell: str) -> int | None:
    """The whole number in a cell, with or without its unit; None for anything else.

    >>> count_of("1,140次"), count_of("1月"), count_of("-3")
    (1140, None, None)
    """
    try:
        value = parse_number(_UNIT.sub("", cell.strip()))
    except NumberError:
        return None
    return int(value) if value.denominator == 1 and value >= 0 else None


class _Reader:
    """Reads the rows of one table and collects what it cannot read."""

    def __init__(self, table: Table, kind: VoiceKind, head: Sequence[str], headings: Mapping[int, Heading]) -> None:
        self.file, self.head, self.headings = table.file, head, headings
        self.names = VOICES[kind].names
        self.findings: list[Finding] = []
        self.label = next((place for place, heading in headings.items() if heading.is_label), 0)

    def row(self, line: Sequence[str], number: int) -> VoiceRowRead:
        """One row below the headings."""
        counts = {
            heading.counted: self._count(line[place], number, place)
            for place, heading in self.headings.items()
            if heading.counted
        }
        rates = [line[place].strip() for place, heading in self.headings.items() if heading.is_rate]
        stated = next((rate for rate in rates if rate not in _NOTHING), "")
        label = line[self.label].strip()
        row = VoiceRow(label, tuple(counts.get(name) for name in self.names), stated)
        named = label or next((cell for cell in line if cell.strip()), "")
        is_sum = _WHOLE.search(named) is not None
        return VoiceRowRead(row, Place(file=self.file, row=number), is_sum)

    def unread_columns(self) -> list[Finding]:
        """The columns whose headings say nothing that is known, or what another column says already."""
        taken: set[str] = set()
        names = []
        for place, heading in self.headings.items():
            if not heading.is_known or (heading.counted and heading.counted in taken):
                names += [self.head[place].strip()] if self.head[place].strip() else []
            taken.add(heading.counted)
        if not names:
            return []
        listed = "、".join(names)
        return [
            self._finding(
                Severity.NOTE, f"没有读取的列：{listed}", "表头不是这类统计表的列，没有读取。", Place(file=self.file)
            )
        ]

    def _count(self, cell: str, number: int, place: int) -> int | None:
        if cell.strip() in _NOTHING:
            return None
        count = count_of(cell)
        if count is None:
            column = self.head[place].strip()
            where = Place(file=self.file, row=number, column=column, text=cell.strip()[:40])
            title = f"读不出的数：{describe(cell.strip())}"
            self.findings.append(
                self._finding(Severity.ERROR, title, f"“{column}”应为不小于 0 的整数，没有计入。", where)
            )
        return count

    @staticmethod
    def _finding(severity: Severity, title: str, explanation: str, place: Place) -> Finding:
        return Finding(UNREAD.id, severity, UNREAD.kind, title, explanation, stated=title, places=(place,))
