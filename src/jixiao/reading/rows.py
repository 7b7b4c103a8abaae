"""The rows of an indicator table as what they state: a new indicator, a level of its own, more of the one before.

A row that a page breaks goes on in the first row of the next page; a merged cell says nothing new in the rows it
covers; a level's cell is filled in only where the level changes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.documents import Cell, Grid
from jixiao.findings import Place
from jixiao.reading.columns import Column, Layout, Role
from jixiao.reading.labels import label_of, squeezed

_TOTALS = re.compile("(?:合计|总计|总分|总得分|合计得分|小计)(?:分值?|得分)?")
_SUBTOTAL = re.compile("(.{0,12}?)(?:[本该](?:类|项|级|部分)(?:指标)?)?(?:小计|(?<=[类项级标])合计)(?:分值?|得分)?")
_CLASS = re.compile("(?:类)?(?:指标)?$")
_SAME = "同上"
_ONLY_WEIGHT = re.compile(r"[(（]?\s*\d+(?:\.\d+)?\s*分\s*[)）]?")
_HELD = (
    Role.CODE,
    Role.EXPLANATION,
    Role.TARGET,
    Role.CRITERIA,
    Role.MEASURE,
    Role.RULE,
    Role.PROCESS,
    Role.SCORE,
    Role.RATE,
)


@dataclass(slots=True)
class Entry:
    """A node as its rows state it: the text of its name cell, its weights, and what else its cells hold.

    `level` is counted from 1; an entry of the last level is an indicator. `pieces` are the cells that its weight and
    each of its texts were put together from.
    """

    level: int
    name: str
    place: Place
    weights: list[str] = field(default_factory=list)
    cells: dict[Role, str] = field(default_factory=dict)
    pieces: dict[Role, list[Cell]] = field(default_factory=dict)
    children: "list[Entry]" = field(default_factory=list)

    def add(self, role: Role, text: str, between: str) -> None:
        """More text of one of its cells."""
        known = self.cells.get(role, "")
        self.cells[role] = f"{known}{between}{text}" if known else text

    def show(self, role: Role, cell: Cell) -> None:
        """Remember a cell that its weight or one of its texts came from."""
        self.pieces.setdefault(role, []).append(cell)


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A subtotal the table prints, and the indicators it may be the sum of: those since the last one, or of a level."""

    text: str
    place: Place
    over: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything a table states: its first-level entries, its total and subtotals, and rows nothing was made of.

    `total_cells` are the cells of the row of the total by what their columns hold.
    """

    entries: tuple[Entry, ...]
    total: str
    total_place: Place
    left_over: tuple[Cell, ...]
    total_cells: Mapping[Role, Cell]
    subtotals: tuple[Subtotal, ...]


def stated_in(grid: Grid, layout: Layout) -> Stated:
    """What the rows of the table state."""
    reader = _Reader(grid, layout)
    for row in range(layout.begins, len(grid.rows)):
        reader.read(row)
    return Stated(
        tuple(reader.roots),
        reader.total,
        reader.total_place,
        tuple(reader.left_over),
        reader.total_cells,
        tuple(reader.subtotals),
    )


class _Reader:
    """Goes through the rows, knowing the entry of every level that is open."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid = grid
        self.layout = layout
        self.last = layout.levels[-1].level
        self.roots: list[Entry] = []
        self.open: dict[int, Entry] = {}
        self.total = ""
        self.total_place = Place()
        self.total_cells: dict[Role, Cell] = {}
        self.subtotals: list[Subtotal] = []
        self.since_last: list[Entry] = []
        self.left_over: list[Cell] = []
        self.page_begins = False
        self.leaf: Entry | None = None
        self.headings = [[squeezed(text) for text in grid.texts(row)] for row in range(layout.begins)]
        self.weight_columns = {column.level: _weight_column(layout, column, self.last) for column in layout.levels}

    def read(self, row: int) -> None:
        """Take in one row."""
        first = next((cell for cell in self.grid.rows[row] if cell.text), None)
        if first is None:
            return
        if self._is_heading(row):
            self.page_begins = True
            return
        self.page_begins = self.page_begins or row in self.grid.breaks
        words = squeezed(first.text)
        if _TOTALS.fullmatch(words) or (_SUBTOTAL.fullmatch(words) and self._weight(row, self.last)):
            self._read_total(row)
        elif first.columns >= self.grid.width > 1:
            self.left_over.append(first)
        elif self._goes_on(row):
            self._continue(row)
        else:
            self._read_levels(row)
        self.page_begins = False

    def _is_heading(self, row: int) -> bool:
        """Whether the row repeats one of the heading."""
        return [squeezed(text) for text in self.grid.texts(row)] in self.headings

    def _read_total(self, row: int) -> None:
        """The total in the column of the weights, or the first figure where cells are merged."""
        column = self.weight_columns[self.last]
        cells = [self.grid.rows[row][column.at]] if column is not None else []
        cells += [cell for cell in self.grid.rows[row] if cell.text]
        cell = next((cell for cell in cells if re.fullmatch(r"\d+(?:\.\d+)?分?", cell.text)), None)
        if cell is None:
            return
        subtotal = next(filter(None, (_SUBTOTAL.fullmatch(squeezed(each.text)) for each in self.grid.rows[row])), None)
        if subtotal is not None:
            self._add_subtotal(cell)
            self._show_subtotal(row, subtotal[1])
        else:
            self.total, self.total_place = cell.text, cell.place
            held = ((each.role, self.grid.rows[row][each.at]) for each in self.layout.columns)
            self.total_cells = {role: cell for role, cell in held if cell.text}

    def _show_subtotal(self, row: int, name: str) -> None:
        """The figures of a group that a row 投入小计 names, unless the group states its own."""
        named = [each for each in self.open.values() if name and _plain_class(each.name) == _CLASS.sub("", name)]
        for entry in named[:1]:
            for column in self.layout.columns:
                cell = self.grid.rows[row][column.at]
                if (
                    column.role in (Role.WEIGHT, Role.SCORE, Role.RATE)
                    and cell.text
                    and column.role not in entry.pieces
                ):
                    entry.show(column.role, cell)

    def _add_subtotal(self, cell: Cell) -> None:
        levels = [tuple(_leaves(self.open[level])) for level in sorted(self.open) if level < self.last]
        self.subtotals.append(Subtotal(cell.text, cell.place, (tuple(self.since_last), *levels)))
        self.since_last = []

    def _goes_on(self, row: int) -> bool:
        """Whether a page broke the row before: the first row of a page that has no weight and begins no indicator."""
        leaf = self.open.get(self.last)
        if not self.page_begins or leaf is None or self._weight(row, self.last):
            return False
        if any(self._weight(row, column.level) for column in self.layout.levels):
            return False
        name = self._name(row, self.layout.levels[-1])
        return not (name and label_of(name).code and label_of(leaf.name).code)

    def _continue(self, row: int) -> None:
        for column in self.layout.levels:
            name, entry = self._name(row, column), self.open.get(column.level)
            if name and entry is not None and squeezed(name) != squeezed(entry.name):
                entry.name += f"\n{name}"
        self._fill(self.open[self.last], row, between="")

    def _read_levels(self, row: int) -> None:
        for column in self.layout.levels:
            name = self._name(row, column)
            if name and not self._is_rest_of_name(row, column, name):
                self._begin(row, column, name)
        weight, leaf = self._weight(row, self.last), self.open.get(self.last)
        if weight:
            entry = leaf or self.open[max(self.open)]
            entry.weights.append(weight)
            self._show_weight(entry, row, self.last)
        if leaf is not None:
            self._fill(leaf, row, between="\n", shared=leaf is not self.leaf)
            self.leaf = leaf

    def _begin(self, row: int, column: Column, name: str) -> None:
        """Open an entry unless it is the one that is open; what was open below it is closed."""
        level = column.level
        known = self.open.get(level)
        if known is not None and level < self.last and squeezed(known.name) == squeezed(name):
            return
        for below in [each for each in self.open if each >= level]:
            del self.open[below]
        entry = Entry(level, name, self.grid.rows[row][column.at].place)
        above = [self.open[each] for each in sorted(self.open)]
        (above[-1].children if above else self.roots).append(entry)
        self.open[level] = entry
        if level == self.last:
            self.since_last.append(entry)
        if level < self.last and (weight := self._weight(row, level)):
            entry.weights.append(weight)
            self._show_weight(entry, row, level)

    def _show_weight(self, entry: Entry, row: int, level: int) -> None:
        column = self.weight_columns.get(level)
        if column is not None:
            entry.show(Role.WEIGHT, self.grid.rows[row][column.at])

    def _is_rest_of_name(self, row: int, column: Column, name: str) -> bool:
        """Whether the cell of a group goes on from the page before: a weight alone, or words without the usual code."""
        known = self.open.get(column.level)
        if not self.page_begins or known is None or column.level == self.last:
            return False
        rest = _ONLY_WEIGHT.fullmatch(name) or (label_of(known.name).code and not label_of(name).code)
        if rest:
            known.name += f"\n{name}"
        return bool(rest)

    def _fill(self, entry: Entry, row: int, between: str, *, shared: bool = False) -> None:
        """Take over the texts that begin in this row; where `shared`, those of merged cells that cover it too.

        同上 says what the indicator before says.
        """
        for column in self.layout.columns:
            cell = self.grid.rows[row][column.at]
            if column.role not in _HELD or not cell.text or cell.column != column.at:
                continue
            if cell.row == row or shared:
                above = self.leaf.cells.get(column.role, "") if self.leaf is not None else ""
                text = above if squeezed(cell.text).rstrip("。") == _SAME else cell.text
                entry.add(column.role, text or cell.text, between)
                entry.show(column.role, cell)

    def _name(self, row: int, column: Column) -> str:
        """The name that begins here; a cell over several levels names the lowest of them."""
        cell = self.grid.rows[row][column.at]
        lower = [each for each in self.layout.levels if each.at > column.at and self.grid.rows[row][each.at] == cell]
        return cell.text if cell.row == row and not lower else ""

    def _weight(self, row: int, level: int) -> str:
        """The weight that begins here; one over several indicators is nobody's."""
        column = self.weight_columns.get(level)
        cell = self.grid.rows[row][column.at] if column is not None else None
        if cell is None or cell.row != row:
            return ""
        covered = range(row + 1, min(row + cell.rows, len(self.grid.rows)))
        shared = level == self.last and any(self._name(each, self.layout.levels[-1]) for each in covered)
        return "" if shared else cell.text


def _plain_class(name: str) -> str:
    """The name of a group as a subtotal bears it: 投入 for A 投入类指标（20分）."""
    label = label_of(name)
    return _CLASS.sub("", label.name if label.code else label.whole)


def _leaves(entry: Entry) -> Iterator[Entry]:
    """The entries at or below this one that have nothing below them."""
    if not entry.children:
        yield entry
    for child in entry.children:
        yield from _leaves(child)


def _weight_column(layout: Layout, named: Column, last: int) -> Column | None:
    """The column with the weights of a level; of 权重 and 分值 side by side the points."""
    columns: Sequence[Column] = [
        column
        for column in layout.of(Role.WEIGHT)
        if column.level == named.level or (column.level == 0 and named.level == last)
    ]
    points: Iterator[Column] = (column for column in columns if "分" in column.heading)
    return next(points, columns[0] if columns else None)
