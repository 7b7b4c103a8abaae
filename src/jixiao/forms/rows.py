"""A row of a table as people see it: the cells from the left, each once, wherever merges and page breaks put it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.documents import Cell, Grid
from jixiao.findings import Place
from jixiao.forms.model import Said
from jixiao.forms.vocabulary import is_side, plain
from jixiao.quantities import NumberError, Printed, Unit, UnitError, as_typed, parse_printed, unit_named
from jixiao.reading.labels import squeezed
from jixiao.relations import Figure

_UNIT = re.compile(r"[(（](?:单位[:：]?)?(万元|亿元|元)(?:[)）]|$)")
BLANKS = frozenset({"", "-", "—", "——", "--", "–", "/", "\\"})
"""What a cell of a form holds that states nothing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a row: `at` and `end` are the positions it covers, `carried` says that it began in a row above."""

    cell: Cell
    at: int
    end: int
    carried: bool

    @property
    def words(self) -> str:
        """What it says, without blanks."""
        return plain(self.cell.text)

    def joined(self, other: "Slot") -> "Slot":
        """This cell and the one behind it as one: what a heading covers in parts (≥ and 98 %)."""
        return replace(self, cell=replace(self.cell, text=f"{self.cell.text}{other.cell.text}"), end=other.end)

    def said(self, **labels: str) -> Said:
        """Its text, and its place under the words that name its row, column and table."""
        return Said(squeezed(self.cell.text), labelled(self.cell.place, self.cell.text, **labels))


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a row from the left; `place` is where the row begins."""

    filled: tuple[Slot, ...]
    place: Place

    def between(self, start: int, end: int) -> Slot | None:
        """The cell that begins at a position from `start` to before `end`."""
        return next((slot for slot in self.filled if start <= slot.at < end), None)


def first_own(row: Row) -> Slot:
    """The first cell of a row that begins in it and does not only name the part of the form it stands beside."""
    return next((slot for slot in row.filled if not slot.carried and not is_side(slot.words)), row.filled[0])


def rows_of(grid: Grid) -> Iterator[Row]:
    """The rows of a table that say anything."""
    for number, cells in enumerate(grid.rows):
        filled = tuple(slot for slot in _slots(cells, number) if slot.cell.text.strip())
        if filled:
            yield Row(filled, cells[0].place)


def _slots(cells: tuple[Cell, ...], row: int) -> Iterator[Slot]:
    start = 0
    for at in range(1, len(cells) + 1):
        if at == len(cells) or not _is_one(cells[start], cells[at]):
            yield Slot(cells[start], start, at, cells[start].row < row)
            start = at


def _is_one(one: Cell, other: Cell) -> bool:
    return one is other or (one.row == other.row and one.column == other.column)


def labelled(place: Place, text: str, table: str = "", row: str = "", column: str = "") -> Place:
    """The place under the words that name its table, row and column."""
    return replace(
        place,
        table=table or place.table,
        row=row or place.row,
        column=column or place.column,
        text=" ".join(text.split()),
    )


def figure_of(name: str, slot: Slot | None, place: Place, unit: Unit | None, **labels: str) -> Figure:
    """What a cell prints; missing, at `place`, where it states no figure."""
    if slot is None or slot.carried:
        return Figure(name, None, labelled(place, "", **labels))
    printed = printed_in(slot.words, unit)
    read = None if printed is None else as_typed(printed, slot.cell.typed)
    return Figure(name, read, labelled(slot.cell.place, slot.cell.text, **labels))


def unit_in(heading: str) -> Unit | None:
    """The unit of money that a heading names in brackets; None where it names none.

    >>> print(unit_in("项目资金（单位：万元）"), unit_in("项目资金"))
    万元 None
    """
    found = _UNIT.search(heading)
    return unit_named(found[1]) if found else None


def printed_in(words: str, unit: Unit | None) -> Printed | None:
    """The number that a cell's words print; None for a blank or for words.

    >>> print(printed_in("1192819.16元", None), printed_in("—", None), printed_in("及时", None))
    1192819.16元 None None
    """
    try:
        return None if words in BLANKS else parse_printed(words, unit)
    except (NumberError, UnitError):
        return None
