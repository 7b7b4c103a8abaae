"""A document as what people see in it: paragraphs and tables, every piece with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

POSITION_LIMIT = 400_000
"""Positions (rows × columns) a table may have; merges multiply them without making the file larger."""
DOCUMENT_LIMIT = 500_000
"""Positions that all tables of a document may have together."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside of tables; `level` is its rank in the outline where the file says it (标题 1 is 1)."""

    text: str
    place: Place
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what it says, where it begins (counted from 0), and how far it reaches.

    `typed` are the decimals of a number in a workbook whose format shows more (94.6% shown as 94.60%).
    """

    text: str
    row: int
    column: int
    place: Place
    rows: int = 1
    columns: int = 1
    typed: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a rectangle: a merged cell stands at every position it covers.

    `number` counts the tables of the document from 1; of a table that several pages hold it is the first piece's.
    `breaks` are the rows that begin a page. `inside` is the number of the table in a cell of which this one stands.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    breaks: frozenset[int] = frozenset()
    inside: int | None = None

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.rows[0]) if self.rows else 0

    def texts(self, row: int) -> tuple[str, ...]:
        """What stands in a row, a merged cell at each of its positions."""
        return tuple(cell.text for cell in self.rows[row])


Block: TypeAlias = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its name, its format (`docx`, `xlsx`, `html`, `text`, …), and its blocks in order.

    `unread` says in Chinese what of the file was left out (a hidden sheet), so that nobody takes it for checked.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    unread: tuple[str, ...] = ()

    def grids(self) -> Iterator[Grid]:
        """The tables in order."""
        for block in self.blocks:
            if isinstance(block, Grid):
                yield block


def grid_of(number: int, cells: Iterable[Cell], file: str) -> Grid:
    """The rectangle that the cells make; a position that no cell covers is empty, the first of two cells keeps it.

    >>> from jixiao.findings import NOWHERE
    >>> grid = grid_of(1, [Cell("投入", 0, 0, NOWHERE, rows=2), Cell("甲", 0, 1, NOWHERE)], "甲.docx")
    >>> grid.texts(0), grid.texts(1)
    (('投入', '甲'), ('投入', ''))

    Refusal, naming `file`, where merges claim more than POSITION_LIMIT positions.
    """
    known = list(cells)
    height = max((cell.row + cell.rows for cell in known), default=0)
    width = max((cell.column + cell.columns for cell in known), default=0)
    check_size(number, height, width, file)
    at: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for cell in known:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                at[row][column] = at[row][column] or cell
    rows = (_filled_up(line, row, Place(table=number, row=row + 1)) for row, line in enumerate(at))
    return Grid(number, tuple(rows))


def _filled_up(line: Sequence[Cell | None], row: int, place: Place) -> tuple[Cell, ...]:
    """The row with an empty cell wherever no cell covers it."""
    return tuple(cell or Cell("", row, column, place) for column, cell in enumerate(line))


class GridCount:
    """Numbers the tables of a document and keeps them within bounds, each one and all together."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._last = 0
        self._left = DOCUMENT_LIMIT

    def next_number(self) -> int:
        """The number of the next table."""
        self._last += 1
        return self._last

    def grid(self, number: int, cells: Iterable[Cell]) -> Grid:
        """The rectangle that the cells make, as `grid_of` gives it; Refusal where all tables become too large."""
        grid = grid_of(number, cells, self.file)
        self._left -= len(grid.rows) * grid.width
        if self._left < 0:
            found, expected = f"共超过 {DOCUMENT_LIMIT} 格的表", f"各表合计不超过 {DOCUMENT_LIMIT} 格"
            raise Refusal(Problem(self.file, f"第 {number} 张表", found, expected, "请拆分文件，或删去无关的表"))
        return grid

    def grid_of_texts(self, rows: Sequence[Sequence[tuple[str, Place]]]) -> Grid:
        """The next table, of plain rows without merges; shorter rows are filled up with empty cells."""
        number = self.next_number()
        cells = [
            Cell(text, row, column, replace(place, table=number, row=row + 1))
            for row, line in enumerate(rows)
            for column, (text, place) in enumerate(line)
        ]
        return self.grid(number, cells)


def check_size(number: int, height: int, width: int, file: str) -> None:
    """Refuse a table with more than POSITION_LIMIT positions."""
    if height * width > POSITION_LIMIT:
        expected = f"不超过 {POSITION_LIMIT} 格的表"
        raise Refusal(Problem(file, f"第 {number} 张表", f"{height} 行 {width} 列的表", expected, "请删去无关的行列"))


def rows_from(grid: Grid, first: int, shift: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the grid from `first` on, as they stand in a table where they begin at row `shift`."""
    return tuple(
        tuple(replace(cell, row=max(cell.row, first) - first + shift) for cell in row) for row in grid.rows[first:]
    )
