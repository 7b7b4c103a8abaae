"""A form as a grid of cells: what Excel and Word both draw, and where each thing stands in it."""

from dataclasses import dataclass, field
from enum import Enum

from jixiao.forms.profiles import Profile
from jixiao.forms.vocabulary import Column

_UPRIGHT = 124
"""Half-width characters that fit on an upright page of A4 in small type."""


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
    def width(self) -> int:
        """How many columns the grid has."""
        return len(self.widths)

    @property
    def is_wide(self) -> bool:
        """Whether it is printed on a page on its side."""
        return sum(self.widths) > _UPRIGHT

    def column_at(self, part: int, parts: int) -> int:
        """The column that begins nearest to so many parts of the whole width; two columns at least are in a part."""
        total = sum(self.widths)
        inside = range(2 * part, self.width - 2 * (parts - part) + 1)
        return min(inside, key=lambda column: abs(parts * sum(self.widths[:column]) - part * total))

    def columns_for(self, width: int, start: int, end: int) -> int:
        """How many columns from `start` are so wide together, of those before `end` at most."""
        wide = (count for count in range(1, end - start) if sum(self.widths[start : start + count]) >= width)
        return next(wide, max(1, end - start))

    @property
    def by_key(self) -> dict[Key, Cell]:
        """The cells that hold something, by what they hold."""
        return {cell.key: cell for cell in self.cells if cell.key is not None}

    def keys(self, part: Part, column: Column | str) -> list[Key]:
        """What a column of a part holds, from the first row to the last."""
        return [key for key in self.by_key if key.part is part and key.column == column]

    def put(
        self, column: int, text: str, role: Role, *, columns: int = 1, rows: int = 1, key: Key | None = None
    ) -> int:
        """Put a cell into the last row; the column behind it."""
        self.cells.append(Cell(self.rows, column, text, role, rows, columns, key))
        return column + columns

    def end_row(self) -> None:
        """Go on with the next row."""
        self.rows += 1
