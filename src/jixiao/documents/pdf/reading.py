"""Reading a PDF: pages as lines and tables, tables put together over pages, lines as paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw

from jixiao.documents.joining import is_furniture
from jixiao.documents.model import Block, Cell, Document, GridCount, Paragraph
from jixiao.documents.pdf.characters import PageText, text_of
from jixiao.documents.pdf.furniture import furniture_of
from jixiao.documents.pdf.gapped import GapTable, gap_tables
from jixiao.documents.pdf.lines import TextLine, cell_text, lines_of_text
from jixiao.documents.pdf.opening import damaged_page, opened, without_known_text, without_text
from jixiao.documents.pdf.page import Character, Line, lines_of
from jixiao.documents.pdf.paragraphs import PageLine, frames_of, paragraphs_in
from jixiao.documents.pdf.pieces import Piece, as_one
from jixiao.documents.pdf.ruled import RuledCell, RuledTable, rules_outside, tables_in
from jixiao.findings import Place


def read_pdf(raw: bytes, file: str) -> Document:
    """The document in a PDF; Refusal for one that is protected, cut off, damaged, too long or has no text (a scan)."""
    pdf = opened(raw, file)
    pages: list[_Page] = []
    try:
        for number in range(len(pdf)):
            try:
                pages.append(_read_page(pdf[number]))
            except pypdfium2.PdfiumError:
                raise damaged_page(file, number + 1) from None
    finally:
        pdf.close()
    pictures = [number for number, page in enumerate(pages, 1) if page.is_picture]
    known, unknown = sum(page.known for page in pages), sum(page.unknown for page in pages)
    if unknown > known:
        raise without_known_text(file)
    if not known:
        raise without_text(file, len(pictures))
    blocks = _Blocks(pages, file).blocks()
    return Document(file, "pdf", tuple(blocks), tuple(_unread(pages, pictures)))


@dataclass(frozen=True, slots=True)
class _Filled:
    """A ruled table and the characters in each of its cells."""

    table: RuledTable
    inside: Mapping[RuledCell, Sequence[Character]]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was drawn: lines of text, ruled tables, and horizontal rules outside of those."""

    shape: tuple[int, int]
    lines: tuple[TextLine, ...]
    tables: tuple[_Filled, ...]
    rules: tuple[Line, ...]
    known: int
    unknown: int
    slanted: int
    is_picture: bool


def _read_page(page: pypdfium2.PdfPage) -> _Page:
    """One page, which is closed then."""
    try:
        text = text_of(page)
        lines = lines_of(page, text.turned)
        is_picture = not text.characters and _has_picture(page)
    finally:
        page.close()
    tables = tables_in(lines)
    inside, outside = _sorted_into(tables, text)
    return _Page(
        text.turned.size,
        tuple(lines_of_text(outside)),
        tuple(_Filled(table, within) for table, within in zip(tables, inside, strict=True)),
        rules_outside(tables, lines),
        len(text.characters),
        text.unknown,
        text.slanted,
        is_picture,
    )


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def _sorted_into(
    tables: Sequence[RuledTable], text: PageText
) -> tuple[list[dict[RuledCell, list[Character]]], list[Character]]:
    """The characters cell by cell, table by table, and those outside of all tables."""
    positions = [table.positions() for table in tables]
    inside: list[dict[RuledCell, list[Character]]] = [{} for _ in tables]
    outside: list[Character] = []
    for character in text.characters:
        place = character.box.middle
        for table, cells, within in zip(tables, positions, inside, strict=True):
            cell = cells.get(table.position(*place))
            if cell is not None:
                within.setdefault(cell, []).append(character)
                break
        else:
            outside.append(character)
    return inside, outside


def _unread(pages: Sequence[_Page], pictures: Sequence[int]) -> Iterator[str]:
    """What of the file was left out."""
    if pictures:
        yield f"第 {'、'.join(map(str, pictures))} 页只有图片，没有读取；需要核查时请先识别文字（OCR）"
    slanted = sum(page.slanted > 0 for page in pages)
    if slanted:
        yield f"有 {slanted} 页带斜排或竖排的文字（如水印、旁注），这些文字没有读取"
    unknown = [str(number) for number, page in enumerate(pages, 1) if page.unknown]
    if unknown:
        yield f"第 {'、'.join(unknown)} 页有无法辨认的字（字体缺少编码），没有读取；需要核查时请重新导出 PDF"


def _is_break(before: Piece, after: Piece) -> bool:
    """Whether a page ends between two pieces."""
    return before.grid.rows[-1][0].place.page != after.grid.rows[0][0].place.page


class _Blocks:
    """Puts the blocks of all pages together."""

    def __init__(self, pages: Sequence[_Page], file: str) -> None:
        self._pages = pages
        self._grids = GridCount(file)

    def blocks(self) -> Iterator[Block]:
        """Paragraphs and tables in the order in which one reads them."""
        items = self._joined(self._items())
        frames = frames_of(item for item in items if isinstance(item, PageLine))
        for is_text, group in groupby(items, key=lambda item: isinstance(item, PageLine)):
            if is_text:
                lines = [item for item in group if isinstance(item, PageLine)]
                yield from (Paragraph(text, Place(page=page)) for text, page in paragraphs_in(lines, frames))
            else:
                yield from (item.grid for item in group if isinstance(item, Piece))

    def _items(self) -> Iterator[PageLine | Piece]:
        """Lines and pieces of tables from top to bottom, page after page, without what margins repeat."""
        furniture = furniture_of([(page.shape, page.lines) for page in self._pages])
        for number, page in enumerate(self._pages):
            lines = [line for at, line in enumerate(page.lines) if (number, at) not in furniture]
            begin = 0
            for filled in page.tables:
                above = [line for line in lines[begin:] if line.top < filled.table.top]
                yield from self._text_items(above, page, number + 1)
                yield self._ruled(filled, number + 1)
                begin += len(above)
            yield from self._text_items(lines[begin:], page, number + 1)

    def _text_items(self, lines: Sequence[TextLine], page: _Page, number: int) -> Iterator[PageLine | Piece]:
        """Lines between ruled tables, those that make tables by their gaps as such."""
        tables = {table.lines.start: table for table in gap_tables(lines, page.rules)} if lines else {}
        at = 0
        while at < len(lines):
            if at in tables:
                yield self._gapped(tables[at], number)
                at = tables[at].lines.stop
            else:
                yield PageLine(lines[at], number, page.shape)
                at += 1

    def _ruled(self, filled: _Filled, page: int) -> Piece:
        table, number = filled.table, self._grids.next_number()
        cells: list[Cell] = []
        room: dict[tuple[int, int], int] = {}
        for cell in table.cells:
            text, room[cell.row, cell.column] = cell_text(filled.inside.get(cell, ()), cell.box.right - cell.box.left)
            place = Place(page=page, table=number, row=cell.row + 1)
            height, width = cell.end_row - cell.row, cell.end_column - cell.column
            cells.append(Cell(text, cell.row, cell.column, place, height, width))
        grid = self._grids.grid(number, cells)
        return Piece(grid, table.columns, room, table.open_below, table.open_above)

    def _gapped(self, table: GapTable, page: int) -> Piece:
        number = self._grids.next_number()
        cells = [
            Cell(
                cell.text,
                row,
                cell.column,
                Place(page=page, table=number, row=row + 1),
                columns=cell.end_column - cell.column,
            )
            for row, line in enumerate(table.rows)
            for cell in line
        ]
        return Piece(self._grids.grid(number, cells))

    def _joined(self, items: Iterator[PageLine | Piece]) -> list[PageLine | Piece]:
        """The pieces of a table as one where only what announces the rest of it stands between them."""
        whole: list[PageLine | Piece] = []
        last: int | None = None
        for item in items:
            if isinstance(item, PageLine):
                if not is_furniture(Paragraph(item.line.text, Place())):
                    last = None
                whole.append(item)
                continue
            before = whole[last] if last is not None else None
            together = as_one(before, item) if isinstance(before, Piece) and _is_break(before, item) else None
            if together is not None and last is not None:
                whole[last:] = [together]
            else:
                last = len(whole)
                whole.append(item)
        return whole
