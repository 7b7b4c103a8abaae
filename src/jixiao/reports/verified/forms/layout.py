"""A form as a grid of cells, in the layout of its profile: what Excel and Word both draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from itertools import groupby

from jixiao.forms.profiles import ExecutionStands, Profile, TotalStands
from jixiao.forms.vocabulary import Column, is_total_money
from jixiao.quantities import exact_text
from jixiao.reports.verified.forms.columns import (
    indicator_columns,
    indicator_heading,
    money_columns,
    money_heading,
    scores_execution,
)
from jixiao.reports.verified.forms.content import FormContent, LineEntry, MoneyEntry

NO_POINTS = "—"
"""What the rows of sources print for points."""
EXECUTION = "预算执行率"
_PROJECT, _DEPARTMENT = "项目名称", "部门名称"

_SIDE = 7
_WIDTHS = {
    Column.LEVEL1: 10,
    Column.LEVEL2: 11,
    Column.LEVEL3: 20,
    Column.TARGET: 12,
    Column.ACTUAL: 13,
    Column.REASON: 17,
    Column.EXPLANATION: 22,
    Column.STANDARD: 30,
    Column.NATURE: 9,
    Column.MEASURE: 9,
}
_NARROW = 10
_GROWS = (Column.LEVEL3, Column.ACTUAL, Column.TARGET, Column.REASON)
_GROWS_ELSE = (Column.EXPLANATION, Column.STANDARD)


class Part(Enum):
    """Which part of a form a cell belongs to."""

    FIELD = "表头"
    MONEY = "资金"
    OBJECTIVE = "目标"
    LINE = "指标"
    TOTAL = "合计"
    FOOT = "表尾"


class Role(Enum):
    """What a cell is: print of the form, or something that whoever fills it in types."""

    TITLE = "标题"
    NOTE = "附注"
    HEADING = "栏目"
    LABEL = "固定文字"
    TYPED = "填写"


@dataclass(frozen=True, slots=True)
class Key:
    """What a cell holds: the part of the form, the row of that part counted from 0, and the column or field."""

    part: Part
    nth: int
    column: Column | str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid that may span rows and columns; `key` says what is typed into it."""

    row: int
    column: int
    text: str
    role: Role
    rows: int = 1
    columns: int = 1
    key: Key | None = None


@dataclass
class Layout:
    """The cells of a form and the widths of the grid's columns, in half-width characters."""

    profile: Profile
    widths: tuple[int, ...]
    cells: list[Cell] = field(default_factory=list)
    rows: int = 0

    @property
    def by_key(self) -> dict[Key, Cell]:
        """The cells that hold something, by what they hold."""
        return {cell.key: cell for cell in self.cells if cell.key is not None}

    def keys(self, part: Part, column: Column | str) -> list[Key]:
        """What a column of a part holds, from the first row to the last."""
        return [key for key in self.by_key if key.part is part and key.column == column]


def laid(content: FormContent, profile: Profile) -> Layout:
    """The grid of a form in the layout of a profile; every cell of every row is there, blank ones too."""
    return _Drawing(content, profile).layout


class _Drawing:
    """Draws a form from top to bottom."""

    def __init__(self, content: FormContent, profile: Profile) -> None:
        self._content, self._profile = content, profile
        self._money, self._indicators = money_columns(profile), indicator_columns(profile)
        self._width = max(len(self._indicators), len(self._money) + 1)
        self._spans = _grown(self._indicators, self._width)
        widths = [_SIDE, *_widths(self._indicators, self._spans)]
        self.layout = Layout(profile, tuple(widths))
        self._title()
        self._fields()
        if self._money:
            self._money_block()
            self._objectives()
        self._indicator_block()
        if profile.total_stands is TotalStands.LAST_ROW and not profile.unscored:
            self._total()
        self._foot()

    def _put(
        self,
        column: int,
        text: str,
        role: Role,
        *,
        columns: int = 1,
        rows: int = 1,
        key: Key | None = None,
    ) -> int:
        """Put a cell into the current row; the column behind it."""
        self.layout.cells.append(Cell(self.layout.rows, column, text, role, rows, columns, key))
        return column + columns

    def _next(self) -> None:
        self.layout.rows += 1

    def _title(self) -> None:
        self._put(0, self._content.title, Role.TITLE, columns=self._width + 1)
        self._next()
        unit = f"金额单位：{self._content.unit}" if self._money else ""
        self._put(0, unit, Role.NOTE, columns=self._width + 1)
        self._next()

    def _fields(self) -> None:
        """The header: whose form it is in a row of its own, everything else in pairs."""
        fields = dict(self._content.fields)
        named = _DEPARTMENT if _DEPARTMENT in fields else _PROJECT
        label = 2
        self._put(0, named, Role.LABEL, columns=label)
        key = Key(Part.FIELD, 0, named)
        self._put(label, fields.pop(named, ""), Role.TYPED, columns=self._width + 1 - label, key=key)
        self._next()
        pairs = fields if named == _DEPARTMENT else {"主管部门": "", "实施单位": "", **fields}
        if self._profile.total_stands is TotalStands.HEADER:
            pairs = {**pairs, "自评总分": self._content.total_score, "自评等级": self._content.grade}
        names = list(pairs)
        for left, right in zip(names[::2], [*names[1::2], ""], strict=False):
            self._pair(left, right, pairs)

    def _pair(self, left: str, right: str, values: dict[str, str]) -> None:
        width, label = self._width + 1, 2
        half = width // 2
        self._put(0, left, Role.LABEL, columns=label)
        end = half if right else width
        self._put(label, values[left], Role.TYPED, columns=end - label, key=_field_key(left))
        if right:
            self._put(half, right, Role.LABEL, columns=label)
            self._put(half + label, values[right], Role.TYPED, columns=width - half - label, key=_field_key(right))
        self._next()

    def _money_block(self) -> None:
        entries = self._content.money
        label = self._width - len(self._money)
        money = "部门资金" if _DEPARTMENT in self._content.fields else "项目资金"
        self._put(0, f"{money}\n（{self._content.unit}）", Role.LABEL, rows=len(entries) + 1)
        at = self._put(1, "", Role.LABEL, columns=label)
        for column in self._money:
            at = self._put(at, money_heading(self._profile, column), Role.HEADING)
        self._next()
        first_source = True
        for nth, entry in enumerate(entries):
            total = is_total_money(entry.label) or (nth == 0 and bool(self._profile.money.rows))
            shown, first_source = _source_label(entry, total=total, first=first_source)
            at = self._put(1, shown, Role.LABEL, columns=label)
            for column in self._money:
                at = self._money_cell(at, nth, column, entry, total=total)
            self._next()

    def _money_cell(self, at: int, nth: int, column: Column, entry: MoneyEntry, *, total: bool) -> int:
        text, key = entry.values.get(column, ""), Key(Part.MONEY, nth, column)
        if column in (Column.POINTS, Column.SCORE) and not total and not self._profile.money.parts_may_score:
            return self._put(at, text or NO_POINTS, Role.LABEL)
        if column is Column.POINTS and total and scores_execution(self._profile):
            return self._put(at, text or exact_text(self._profile.execution.points or Fraction(0)), Role.LABEL, key=key)
        return self._put(at, text, Role.TYPED, key=key)

    def _objectives(self) -> None:
        objectives = self._content.objectives or (("", ""),)
        scored = 1 if self._profile.scores_objective else 0
        half = (self._width - scored) // 2
        self._put(0, "年度总体目标", Role.LABEL, rows=len(objectives) + 1)
        self._put(1, "预期目标", Role.HEADING, columns=half)
        at = self._put(1 + half, "实际完成情况", Role.HEADING, columns=self._width - half - scored)
        if scored:
            self._put(at, "得分", Role.HEADING)
        self._next()
        for nth, (expected, actual) in enumerate(objectives):
            self._put(1, expected, Role.TYPED, columns=half, key=Key(Part.OBJECTIVE, nth, "预期目标"))
            at = self._put(
                1 + half,
                actual,
                Role.TYPED,
                columns=self._width - half - scored,
                key=Key(Part.OBJECTIVE, nth, "实际完成情况"),
            )
            if scored:
                self._put(at, "", Role.TYPED, key=Key(Part.OBJECTIVE, nth, Column.SCORE))
            self._next()

    def _indicator_block(self) -> None:
        lines = list(self._content.lines)
        if self._profile.execution.stands is ExecutionStands.INDICATOR and all(
            line.values.get(Column.LEVEL3) != EXECUTION for line in lines
        ):
            values = {Column.LEVEL3: EXECUTION, Column.TARGET: "100%"}
            points = exact_text(self._profile.execution.points or Fraction(0))
            lines.append(LineEntry(EXECUTION, EXECUTION, {**values, Column.POINTS: points}))
        self._put(0, "绩效指标", Role.LABEL, rows=len(lines) + 1)
        at = 1
        for column, span in zip(self._indicators, self._spans, strict=True):
            at = self._put(at, indicator_heading(self._profile, column), Role.HEADING, columns=span)
        self._next()
        nth = 0
        for block, of_block in groupby(lines, key=lambda line: line.block):
            inside = list(of_block)
            level2 = [len(list(same)) for _, same in groupby(inside, key=lambda line: line.level2)]
            begins = [rows for count in level2 for rows in (count, *[0] * (count - 1))]
            for number, (line, rows2) in enumerate(zip(inside, begins, strict=True)):
                self._line(nth, line, len(inside) if number == 0 else 0, rows2, block)
                nth += 1

    def _line(self, nth: int, line: LineEntry, rows1: int, rows2: int, block: str) -> None:
        """A row of an indicator; headings of the levels stand in the first of the rows that they span."""
        at = 1
        for column, span in zip(self._indicators, self._spans, strict=True):
            if column in (Column.LEVEL1, Column.LEVEL2):
                rows = rows1 if column is Column.LEVEL1 else rows2
                text = self._block_heading(block) if column is Column.LEVEL1 else line.level2
                if rows:
                    self._put(at, text, Role.LABEL, rows=rows, columns=span)
                at += span
                continue
            key = Key(Part.LINE, nth, column)
            planned = column in (Column.LEVEL3, Column.EXPLANATION, Column.STANDARD)
            role = Role.LABEL if planned and line.values.get(column) else Role.TYPED
            at = self._put(at, line.values.get(column, ""), role, columns=span, key=key)
        self._next()

    def _block_heading(self, block: str) -> str:
        points = self._content.block_points.get(block, "")
        return f"{block}\n（{points.removesuffix('分')}分）" if points else block

    def _total(self) -> None:
        """The last row: what all points and all scores come to, and the grade where the profile prints it there."""
        at = [1, *(1 + sum(self._spans[: n + 1]) for n in range(len(self._spans)))]
        scored = [column for column in (Column.POINTS, Column.SCORE) if column in self._indicators]
        begin = min((at[self._indicators.index(column)] for column in scored), default=self._width)
        column = self._put(0, "总分", Role.LABEL, columns=begin)
        values = {Column.POINTS: self._content.total_points, Column.SCORE: self._content.total_score}
        for number, (each, span) in enumerate(zip(self._indicators, self._spans, strict=True)):
            if at[number] < begin:
                continue
            key = Key(Part.TOTAL, 0, each) if each in scored else None
            text = values.get(each, "") if key else ""
            if self._profile.grades.stand is TotalStands.LAST_ROW and each is self._indicators[-1]:
                key, text = Key(Part.TOTAL, 0, "自评等级"), self._content.grade
            column = self._put(column, text, Role.TYPED if key else Role.LABEL, columns=span, key=key)
        self._next()

    def _foot(self) -> None:
        names = ("填表人", "联系电话", "填报日期")
        width = self._width + 1
        each = width // 3
        starts = (0, each, 2 * each, width)
        for number, name in enumerate(names):
            at = self._put(starts[number], name, Role.LABEL, columns=2 if number == 0 and each > 2 else 1)
            self._put(at, "", Role.TYPED, columns=starts[number + 1] - at, key=Key(Part.FOOT, 0, name))
        self._next()


def _field_key(name: str) -> Key:
    return Key(Part.TOTAL, 0, Column.SCORE) if name == "自评总分" else Key(Part.FIELD, 0, name)


def _source_label(entry: MoneyEntry, *, total: bool, first: bool) -> tuple[str, bool]:
    """A source begins with 其中 where it is the first; and whether the next one is."""
    if total or entry.label.startswith("其中"):
        return entry.label, total
    return (f"其中：{entry.label}" if first else f"　　　{entry.label}"), False


def _grown(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    """How many columns of the grid each column of the indicators takes, so that they fill its width.

    >>> _grown((Column.LEVEL1, Column.LEVEL3, Column.SCORE), 5)
    (1, 3, 1)
    """
    spans = [1] * len(columns)
    growing = [at for each in (*_GROWS, *_GROWS_ELSE) for at, column in enumerate(columns) if column is each] or [0]
    for extra in range(width - len(columns)):
        spans[growing[extra % len(growing)]] += 1
    return tuple(spans)


def _widths(columns: Sequence[Column], spans: Sequence[int]) -> Iterator[int]:
    for column, span in zip(columns, spans, strict=True):
        whole = _WIDTHS.get(column, _NARROW)
        for _ in range(span):
            yield max(_NARROW, -(-whole // span))
