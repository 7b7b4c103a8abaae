"""A table of figures, typed: columns with their meaning and unit, rows with their rank, cells as figures."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from jixiao.documents import Cell, Grid
from jixiao.quantities import NumberError, Printed, Unit, UnitError, as_typed, in_column, parse_printed
from jixiao.reading.outline import Section
from jixiao.relations import Figure

BLANKS = frozenset({"", "-", "—", "——", "－", "–", "/", "\\", "无", "*", "--", "…", "......"})
"""What a cell holds that states no figure."""


class Meaning(Enum):
    """What a column of a table holds."""

    NAME = "名称"
    AMOUNT = "金额"
    SHARE = "占比"
    RATE = "比率"
    CHANGE = "变动率"
    WEIGHT = "权重"
    SCORE = "得分"
    SCORE_RATE = "得分率"
    LOST = "扣分"
    TARGET = "目标值"
    ACTUAL = "完成值"
    COUNT = "数量"
    GRADE = "等级"
    TEXT = "文字"


_WORDS = (Meaning.NAME, Meaning.TEXT, Meaning.GRADE)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: where it stands, its heading (the lines of the heading joined by “/”), its meaning and its unit.

    `counts` says that its whole numbers count people or things, so that none of them was rounded.
    """

    at: int
    heading: str
    meaning: Meaning
    unit: Unit | None = None
    counts: bool = False

    @property
    def name(self) -> str:
        """The lowest line of the heading."""
        return self.heading.rpartition("/")[2]

    @property
    def group(self) -> str:
        """The lines of the heading above the lowest."""
        return self.heading.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of content: its number in the grid, its label, and how it stands to the others.

    `rank` is 1 for the highest items and grows downwards, UNMARKED where no number tells it; `is_total` marks 合计,
    小计, 总计; `is_part` a row headed 其中, whose figures are contained in the row above it that is no part. `group` is
    the name of the merged cell on the left, `code` the code of a budget classification (201, 20101, 2010101).
    """

    at: int
    label: str
    rank: int
    is_total: bool = False
    is_part: bool = False
    group: str = ""
    code: str = ""


@dataclass(frozen=True)
class TypedTable:
    """A table with its caption, the number in the caption (“1-2”), its unit, and what its columns and rows are.

    A table that prints two lists side by side (收入 | 支出) is two typed tables on one grid. Where every row of the
    document's table is a measure (预算数, 决算数, 完成率), the grid is `turned`: its rows are the printed columns.
    """

    grid: Grid
    caption: str
    number: str
    section: Section
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    turned: bool = False

    def of(self, *meanings: Meaning) -> tuple[TableColumn, ...]:
        """The columns of these meanings from the left."""
        return tuple(column for column in self.columns if column.meaning in meanings)

    def cell(self, row: TableRow, column: TableColumn) -> Cell:
        """The cell of a row in a column."""
        return self.grid.rows[row.at][column.at]

    def figure(self, row: TableRow, column: TableColumn) -> Figure:
        """What the cell prints, under the names of its row and its column; missing where it prints no figure."""
        key = (row.at, column.at, row.label)
        if key not in self._figures:
            self._figures[key] = self._figure(row, column)
        return self._figures[key]

    def is_unread(self, row: TableRow, column: TableColumn) -> bool:
        """Whether the cell holds words, or a number with words, that were not understood as a figure."""
        return self.figure(row, column).is_missing and _squeezed(self.cell(row, column).text) not in BLANKS

    @property
    def name(self) -> str | int:
        """How places name the table: its number as printed, otherwise how many tables of the document precede it."""
        return f"表{self.number}" if self.number else self.grid.number

    def _figure(self, row: TableRow, column: TableColumn) -> Figure:
        cell = self.cell(row, column)
        label, heading = (column.heading, row.label) if self.turned else (row.label, column.heading)
        place = replace(cell.place, table=self.name, row=label, column=heading, text=cell.text)
        return Figure(self._name_of(row, column), self._printed.get((row.at, column.at)), place)

    def _name_of(self, row: TableRow, column: TableColumn) -> str:
        """Row and column in words; a subtotal with its group, a heading with those above it where two are alike."""
        label = f"{row.group}{row.label}" if row.is_total and not row.label.startswith(row.group) else row.label
        heading = column.name if column.name in self._single_names else column.heading
        return f"{label}{heading}".replace("/", "")

    @cached_property
    def _single_names(self) -> frozenset[str]:
        """The lowest lines of headings that only one column has."""
        names = [column.name for column in self.columns]
        return frozenset(name for name in names if names.count(name) == 1)

    @cached_property
    def _figures(self) -> dict[tuple[int, int, str], Figure]:
        """The figures asked for so far."""
        return {}

    @cached_property
    def _printed(self) -> dict[tuple[int, int], Printed]:
        """The figures of the cells; the decimals of a column are those of its most exact number."""
        found: dict[tuple[int, int], Printed] = {}
        for column in self.columns:
            if column.meaning in _WORDS:
                continue
            read = {row.at: printed for row in self.rows if (printed := self._parsed(row, column)) is not None}
            numbers = in_column(list(read.values()))
            if column.counts and all(number.decimals == 0 for number in numbers):
                numbers = tuple(number.exact() for number in numbers)
            found |= {(at, column.at): number for at, number in zip(read, numbers, strict=True)}
        return found

    def _parsed(self, row: TableRow, column: TableColumn) -> Printed | None:
        cell = self.cell(row, column)
        text = _squeezed(cell.text)
        try:
            return None if text in BLANKS else as_typed(parse_printed(text, column.unit), cell.typed)
        except (NumberError, UnitError):
            return None


def _squeezed(text: str) -> str:
    return "".join(text.split())
