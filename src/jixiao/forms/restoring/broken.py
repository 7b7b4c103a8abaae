"""Rows of a form that a line break inside a cell broke: the lines of each are put together again.

Such a break ends the line of the table; the rest of the row, or nothing but a piece of one cell, stands on the next.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jixiao.documents import Block, Cell, Grid, Paragraph
from jixiao.documents.model import grid_of
from jixiao.forms.headings import Headings
from jixiao.forms.moneyblock import kind_of
from jixiao.forms.restoring.tokens import is_heading
from jixiao.forms.rows import Row, Slot
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_form_title,
    is_number,
    is_placeholder,
    is_remark,
    is_side,
    is_source,
    is_total,
    is_total_money,
    level1_of,
    level2_of,
)

_APART = re.compile(
    r"附[件表录]?\s*\d|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]"
)
_FURNITURE = re.compile(r"[-—–~\s第页共/0-9]{0,20}")
_MOST_BETWEEN = 8
"""Lines without a separator that may stand between two lines of one table."""
_MOST_JOINED = 40
"""Lines that one row may take."""
_LONGEST = 400
_LONGEST_HALF = 8


@dataclass(slots=True)
class _Line:
    """A row while it is put together; `part` is what the form holds there, `is_loose`: it had no separator."""

    cells: list[Cell]
    is_loose: bool
    part: str = ""
    joined: int = 0

    @property
    def filled(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.text]

    def join(self, cells: Sequence[Cell]) -> None:
        """Go on with the cells of the next line: the first belongs to the last filled cell."""
        self.joined += 1
        while self.cells and not self.cells[-1].text:
            self.cells.pop()
        last, first = self.cells[-1], cells[0]
        self.cells[-1] = replace(last, text=f"{last.text}\n{first.text}" if last.text else first.text)
        self.cells += cells[1:]


def mended(blocks: Sequence[Block], headings: Headings) -> Iterator[Block]:
    """The blocks with the broken rows of forms put together."""
    repeated = _repeated(blocks)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Grid) or block.width < 2 or not _begins_form(block, headings):
            yield block
            at += 1
            continue
        pieces, at = _pieces(blocks, at, repeated)
        table = _Table(headings, _has_blanks_first(pieces))
        for piece in pieces:
            table.take(piece)
        yield table.grid(block) if len(pieces) > 1 or table.is_mended else block


def _repeated(blocks: Sequence[Block]) -> frozenset[str]:
    """What stands on several pages: their headers."""
    counted = Counter(block.text for block in blocks if isinstance(block, Paragraph) and len(block.text) < 60)
    return frozenset(text for text, times in counted.items() if times > 1)


def _begins_form(grid: Grid, headings: Headings) -> bool:
    for number in range(len(grid.rows)):
        row = _row_of(grid.rows[number])
        if row is None:
            continue
        label = header_field(row.filled[0].cell.text)
        if (label and label[0] in ("项目名称", "部门名称")) or headings.begin_money(row):
            return True
    return False


def _pieces(blocks: Sequence[Block], at: int, repeated: frozenset[str]) -> tuple[list[Block], int]:
    """The tables and single lines of one broken table, and the block behind them."""
    found: list[Block] = [blocks[at]]
    end = at + 1
    while end < len(blocks):
        between: list[Paragraph] = []
        for block in blocks[end : end + _MOST_BETWEEN + 1]:
            if not isinstance(block, Paragraph):
                break
            between.append(block)
        following = blocks[end + len(between)] if end + len(between) < len(blocks) else None
        if not isinstance(following, Grid) or following.width < 2 or _is_finished(found[-1]):
            break
        if not between or not all(_may_be_inside(paragraph) for paragraph in between):
            break
        found += [each for each in between if each.text not in repeated and not _FURNITURE.fullmatch(each.text)]
        found.append(following)
        end += len(between) + 1
    return found, end


def _has_blanks_first(pieces: Sequence[Block]) -> bool:
    """Whether rows under a merged cell on the left begin with a blank: then none begins with the name of something."""
    rows = (cells for piece in pieces if isinstance(piece, Grid) for cells in piece.rows)
    return any(not cells[0].text and any(cell.text for cell in cells) for cells in rows)


def _is_finished(block: Block) -> bool:
    """Whether the last row of a table totals the points, so that the form ends there."""
    last = _row_of(block.rows[-1]) if isinstance(block, Grid) else None
    return last is not None and is_total(last.filled[0].words)


def _may_be_inside(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_apart = paragraph.level is not None or is_form_title(text) or _APART.match(text) is not None
    return not is_apart and len(text) <= _LONGEST


def _row_of(cells: Sequence[Cell]) -> Row | None:
    slots = tuple(Slot(cell, at, at + 1, carried=False) for at, cell in enumerate(cells) if cell.text.strip())
    return Row(slots, cells[0].place) if slots else None


@dataclass(slots=True)
class _Table:
    """Takes the lines of a broken table in their order; `due` are the cells of an indicator with all its values."""

    headings: Headings
    has_blanks_first: bool
    lines: list[_Line] = field(default_factory=list)
    part: str = "表头"
    due: int = 0
    is_mended: bool = False

    def take(self, block: Block) -> None:
        """Take a table's lines, or a line without separators."""
        if isinstance(block, Paragraph):
            self._take([Cell(block.text, 0, 0, block.place)], is_loose=True)
            return
        for cells in block.rows:
            if any(cell.text for cell in cells):
                self._take(list(cells), is_loose=False)

    def _take(self, cells: list[Cell], *, is_loose: bool) -> None:
        while len(cells) > 1 and not cells[-1].text:
            cells.pop()
        if self.lines and self._goes_on(self.lines[-1], cells):
            self.lines[-1].join(cells)
            self.is_mended = True
        else:
            self.lines.append(_Line(cells, is_loose))
        self._enter(self.lines[-1])

    def _enter(self, line: _Line) -> None:
        """Which part of the form the line belongs to."""
        row = _row_of(line.cells)
        if row is None:
            return
        if self.headings.begin_indicators(row):
            self.part = "指标"
            columns = {self.headings.indicator(cell.text) for cell in line.filled}
            self.due = 1 + len(columns & {Column.TARGET, Column.ACTUAL, Column.POINTS, Column.SCORE})
            line.part = "栏目"
            return
        if self.headings.begin_money(row):
            self.part, line.part = "资金", "栏目"
            return
        if any("目标" in slot.words for slot in row.filled) and row.filled[-1].words.endswith(("完成情况", "实现情况")):
            self.part, line.part = "目标", "栏目"
            return
        line.part = self.part

    def _goes_on(self, line: _Line, cells: Sequence[Cell]) -> bool:
        """Whether the cells go on where the line before broke off."""
        first, last = cells[0].text, line.filled[-1].text if line.filled else ""
        if not first or not last or line.joined == _MOST_JOINED:
            return False
        if _is_half(last) and _is_label(last + first):
            return True
        if first.startswith(("（", "(")) and (level1_of(last + first) or level2_of(last + first)):
            return True
        if _begins_anything(first):
            return False
        match line.part:
            case "目标":
                return len(cells) == 1 or (line.is_loose and len(line.filled) == 1)
            case "指标":
                return self._is_rest(line, cells)
            case "表头":
                return len(line.filled) > 1 and len(cells) == 1
            case _:
                return False

    def _is_rest(self, line: _Line, cells: Sequence[Cell]) -> bool:
        """Whether a row of an indicator lacks what the cells hold: together they make one, alone neither does."""
        had, has = _count(line.cells), _count(cells)
        if had >= self.due:
            return has == 1 and not is_number(line.filled[-1].text)
        return had > 0 and had + has - 1 <= self.due + 1 and (has < self.due or (had == 1 and self.has_blanks_first))

    def grid(self, first: Grid) -> Grid:
        """The rows as one table."""
        cells = [
            replace(cell, row=number, column=at, rows=1, columns=1)
            for number, line in enumerate(self.lines)
            for at, cell in enumerate(line.cells)
        ]
        return grid_of(first.number, cells, "")


def _is_half(text: str) -> bool:
    """Whether words may be the first half of a label: short, in no brackets, and no label themselves."""
    return len(text) <= _LONGEST_HALF and text[0] not in "（(" and not is_number(text) and not _begins_anything(text)


def _is_label(text: str) -> bool:
    """Whether words head a column, a level, a field or a row of money."""
    return is_heading(text) or is_source(text) or is_total_money(text) or (header_field(text) or ("", "-"))[1] == ""


def _begins_anything(text: str) -> bool:
    """Whether a cell's words are those of the form itself: a level, a heading, a label, a total."""
    return (
        is_heading(text)
        or is_side(text)
        or is_total(text)
        or is_placeholder(text)
        or is_remark(text)
        or header_field(text) is not None
        or kind_of(text) is not None
    )


def _count(cells: Sequence[Cell]) -> int:
    """The filled cells that are no headings of levels."""
    return sum(
        bool(cell.text) and not (level1_of(cell.text) or level2_of(cell.text) or is_side(cell.text)) for cell in cells
    )
