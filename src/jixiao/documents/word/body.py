"""The body of a Word file: its paragraphs and tables as a reader sees them once all changes are accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from jixiao.documents.model import Block, Cell, Grid, GridCount, Paragraph
from jixiao.documents.word.inline import Inline, children_of, inline_of
from jixiao.documents.word.lists import Lists
from jixiao.documents.word.markup import switched, value, w, whole
from jixiao.documents.word.styles import Styles
from jixiao.findings import Place

_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_MARK = f"{w('pPr')}/{w('rPr')}"
_GONE_MARKS = (w("del"), w("moveFrom"))
_GONE_ROW, _HIDDEN_ROW = f"{w('trPr')}/{w('del')}", f"{w('trPr')}/{w('hidden')}"
_BEFORE = f"{w('trPr')}/{w('gridBefore')}"
_CELL_PROPERTIES, _SPAN, _GONE_CELL, _DOWN, _ACROSS = map(w, ("tcPr", "gridSpan", "cellDel", "vMerge", "hMerge"))
_LONGEST_SPAN = 1_000
_QUOTED = 40  # characters of a paragraph that its place quotes

Notes = Mapping[tuple[str, str], etree._Element]
"""Footnotes and endnotes by their part and number."""


@dataclass(slots=True)
class _Open:
    """Text whose paragraph mark is deleted: it goes on in the next paragraph."""

    text: str = ""
    place: Place | None = None


@dataclass(slots=True)
class _Beside:
    """What a table holds besides its text: tables in its cells, and what hangs on paragraphs at their places."""

    tables: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[Inline, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """Walks through the body once, counting its paragraphs, its lists and its tables.

    `at` says of each w:p how many stand before it in the part; places keep that, so that a comment finds its
    paragraph again.
    """

    styles: Styles
    lists: Lists
    notes: Notes
    at: Mapping[etree._Element, int]
    grids: GridCount
    told: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, parent: etree._Element, anchor: int | None = None) -> Iterator[Block]:
        """The paragraphs and tables below `parent` in their order.

        A text box follows the paragraph it is anchored in, a note the block that refers to it, a table inside a
        table that table. `anchor` is the paragraph that all of this hangs on where it does not stand in the body.
        """
        before = _Open()
        for element in children_of(parent, _P, _TBL):
            if element.tag == _TBL:
                yield from self._flushed(before)
                yield from self._tables(element, anchor)
                before = _Open()
                continue
            inline, place = inline_of(element, self.styles), self._place(element, anchor)
            if _is_gone(element):
                before = _Open(before.text + inline.text, before.place or place)
            else:
                yield from self._paragraph(element, before, inline.text, place)
                before = _Open()
            yield from self._beside(inline, place.anchor)
        yield from self._flushed(before)

    def _paragraph(self, element: etree._Element, before: _Open, text: str, place: Place) -> Iterator[Paragraph]:
        """The paragraph with its automatic number, unless it is empty or hidden as a whole."""
        said = self.styles.place(element)
        whole_text = before.text + text
        if not whole_text and switched(element, f"{_MARK}/{w('vanish')}"):
            return
        number = self.lists.number(said, self.styles.of(element))
        if whole_text:
            shown = _after_number(number, whole_text)
            yield Paragraph(shown, replace(before.place or place, text=shown[:_QUOTED]), said.outline_level)

    def _flushed(self, before: _Open) -> Iterator[Paragraph]:
        if before.text and before.place is not None:
            yield Paragraph(before.text, replace(before.place, text=before.text[:_QUOTED]))

    def _beside(self, inline: Inline, anchor: int | None) -> Iterator[Block]:
        """Text boxes and notes that hang on a paragraph, each note once."""
        for box in inline.boxes:
            yield from self.blocks(box, anchor)
        for note in inline.notes:
            if note in self.notes and note not in self.told:
                self.told.add(note)
                yield from self.blocks(self.notes[note], anchor)

    def _place(self, paragraph: etree._Element, anchor: int | None) -> Place:
        return Place(anchor=self.at.get(paragraph) if anchor is None else anchor)

    def _tables(self, table: etree._Element, anchor: int | None, inside: int | None = None) -> Iterator[Block]:
        """A table, the notes that its cells refer to, and the tables that stand in its cells."""
        beside = _Beside()
        grid = self._grid(table, anchor, beside)
        if grid is not None:
            yield replace(grid, inside=inside)
        for inline, place in beside.notes:
            yield from self._beside(inline, place)
        for each in beside.tables:
            yield from self._tables(each, anchor, grid.number if grid is not None else inside)

    def _grid(self, table: etree._Element, anchor: int | None, beside: _Beside) -> Grid | None:
        number = self.grids.next_number()
        cells: list[Cell] = []
        above: dict[int, int] = {}  # the column that a cell merged downwards begins at, and its index in cells
        rows = [row for row in children_of(table, _TR) if not _is_dropped(row)]
        for row, line in enumerate(rows):
            column = min(whole(value(line, _BEFORE)) or 0, _LONGEST_SPAN)
            for cell in children_of(line, _TC):
                properties = cell.find(_CELL_PROPERTIES)
                if properties is not None and properties.find(_GONE_CELL) is not None:
                    continue
                width = min(max(whole(value(properties, _SPAN)) or 1, 1), _LONGEST_SPAN)
                open_above = above.get(column)
                if _goes_on(properties, _DOWN) and open_above is not None and _reaches(cells[open_above], row):
                    cells[open_above] = replace(cells[open_above], rows=cells[open_above].rows + 1)
                elif _goes_on(properties, _ACROSS) and cells and _ends_at(cells[-1], row, column):
                    cells[-1] = replace(cells[-1], columns=cells[-1].columns + width)
                else:
                    text, place = self._cell(cell, anchor, beside)
                    cells.append(Cell(text, row, column, replace(place, table=number, row=row + 1), columns=width))
                    above[column] = len(cells) - 1
                column += width
        return self.grids.grid(number, cells) if cells else None

    def _cell(self, cell: etree._Element, anchor: int | None, beside: _Beside) -> tuple[str, Place]:
        """The lines of a cell with those of its text boxes; tables inside it are put aside."""
        lines: list[str] = []
        place: Place | None = None
        text = ""
        for element in children_of(cell, _P, _TBL):
            if element.tag == _TBL:
                beside.tables.append(element)
                continue
            inline, here = inline_of(element, self.styles), self._place(element, anchor)
            place = place or here
            beside.notes.append((Inline(notes=inline.notes), here.anchor))
            text += inline.text
            if not _is_gone(element):
                number = self.lists.number(self.styles.place(element), self.styles.of(element))
                lines.append(_after_number(number, text) if text else "")
                text = ""
            lines += [line for box in inline.boxes for line in self._lines(box, anchor)]
        return "\n".join(line for line in (*lines, text) if line), place or Place()

    def _lines(self, box: etree._Element, anchor: int | None) -> Iterator[str]:
        """The text of a text box that stands in a cell."""
        for block in self.blocks(box, anchor):
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from ("\t".join(block.texts(row)) for row in range(len(block.rows)))


def _is_gone(paragraph: etree._Element) -> bool:
    """Whether the paragraph's mark is deleted, so that its text goes on in the next one."""
    mark = paragraph.find(_MARK)
    return mark is not None and any(mark.find(name) is not None for name in _GONE_MARKS)


def _is_dropped(row: etree._Element) -> bool:
    return row.find(_GONE_ROW) is not None or bool(switched(row, _HIDDEN_ROW))


def _goes_on(properties: etree._Element | None, merge: str) -> bool:
    """Whether a cell with these properties goes on from the one before it in the direction of the merge."""
    found = None if properties is None else properties.find(merge)
    return found is not None and found.get(w("val"), "continue") == "continue"


def _reaches(cell: Cell, row: int) -> bool:
    return cell.row + cell.rows == row


def _ends_at(cell: Cell, row: int, column: int) -> bool:
    return cell.row == row and cell.column + cell.columns == column


def _after_number(number: str, text: str) -> str:
    """The text behind its automatic number; figures on both sides do not run together.

    >>> _after_number("（一）", "预算"), _after_number("1.", "2023年预算")
    ('（一）预算', '1. 2023年预算')
    """
    apart = number[-1:].isascii() and (number[-1:].isalnum() or text[:1].isdigit())
    return f"{number} {text}" if number and apart else f"{number}{text}"
