"""Reading a PDF page by page: characters fall into the cells of ruled tables, the others make paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from jixiao.documents.joining import put_together
from jixiao.documents.model import Block, Cell, Document, Grid, Paragraph, grid_of
from jixiao.documents.pdf.page import SCALE, Character, Turned, characters_of, lines_of
from jixiao.documents.pdf.ruled import RuledCell, RuledTable, tables_in
from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

PAGE_LIMIT = 1_000
"""Pages that are read of one file."""

_SAME_EDGE = 4 * SCALE
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block, where the columns of a table lie, and whether a paragraph stands in the margin of its page."""

    block: Block
    edges: tuple[int, ...] = ()
    in_margin: bool = False


def read_pdf(raw: bytes, file: str) -> Document:
    """The document in a PDF; Refusal for one that is damaged, encrypted, too long or has no text (a scan)."""
    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError:
        mend = "请取消密码，或重新导出 PDF"
        raise Refusal(Problem(file, "", "加密或损坏的 PDF", "可以打开的 PDF", mend)) from None
    try:
        if len(pdf) > PAGE_LIMIT:
            raise Refusal(Problem(file, "", f"{len(pdf)} 页的 PDF", f"不超过 {PAGE_LIMIT} 页的 PDF", "请拆分文件"))
        reader = _Reader(file)
        for number in range(len(pdf)):
            try:
                reader.read(pdf[number], number + 1)
            except pypdfium2.PdfiumError:
                place = f"第 {number + 1} 页"
                raise Refusal(Problem(file, place, "损坏的页", "完整的 PDF", "请重新导出 PDF")) from None
    finally:
        pdf.close()
    if not reader.placed:
        raise Refusal(
            Problem(file, "", "没有文字的 PDF（可能是扫描件）", "有文字的 PDF", "请先识别文字，或改用 Word 文件")
        )
    return Document(file, "pdf", tuple(placed.block for placed in reader.placed))


class _Reader:
    """Collects the blocks of all pages; a table that goes on at the top of a page is one with that before it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.placed: list[_Placed] = []
        self.tables = 0

    def read(self, page: pypdfium2.PdfPage, number: int) -> None:
        """Take in one page."""
        turned = Turned(page)
        characters = characters_of(page, turned)
        tables = tables_in(lines_of(page, turned))
        positions = [table.positions() for table in tables]
        inside: dict[tuple[int, RuledCell], list[Character]] = {}
        outside: list[Character] = []
        for character in characters:
            place = character.box.middle
            homes = ((index, positions[index].get(table.position(*place))) for index, table in enumerate(tables))
            index, cell = next(((index, cell) for index, cell in homes if cell is not None), (0, None))
            if cell is None:
                outside.append(character)
            else:
                inside.setdefault((index, cell), []).append(character)
        page.close()
        blocks = [(table.top, self._table(table, index, inside, number)) for index, table in enumerate(tables)]
        for line in _lines(outside):
            top = line[0].box.top
            in_margin = not turned.height // _MARGIN <= top <= turned.height - turned.height // _MARGIN
            blocks.append((top, _Placed(Paragraph(_text(line), Place(page=number)), in_margin=in_margin)))
        for _, placed in sorted(blocks, key=lambda each: each[0]):
            self._add(placed)

    def _table(
        self, table: RuledTable, index: int, inside: Mapping[tuple[int, RuledCell], Sequence[Character]], page: int
    ) -> _Placed:
        self.tables += 1
        cells = [
            Cell(
                cell_text(inside.get((index, cell), ()), cell.box.right),
                cell.row,
                cell.column,
                Place(page=page, table=self.tables, row=cell.row + 1),
                cell.end_row - cell.row,
                cell.end_column - cell.column,
            )
            for cell in table.cells
        ]
        return _Placed(grid_of(self.tables, cells, self.file), table.columns)

    def _add(self, placed: _Placed) -> None:
        """One more block, or more of the table that a page broke: only margins may stand between its pieces."""
        at = next((at for at in range(len(self.placed) - 1, -1, -1) if not self.placed[at].in_margin), None)
        before = None if at is None else self.placed[at]
        if at is not None and before is not None and _lie_alike(before.edges, placed.edges):
            whole = _as_one(before.block, placed.block)
            if whole is not None:
                self.placed[at] = _Placed(whole, before.edges)
                return
        self.placed.append(placed)


def _lie_alike(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether the columns of two tables lie in the same places."""
    return (
        len(first) == len(second) > 0
        and max(abs(one - other) for one, other in zip(first, second, strict=True)) <= _SAME_EDGE
    )


def _as_one(first: Block, second: Block) -> Grid | None:
    if isinstance(first, Grid) and isinstance(second, Grid):
        return put_together(first, second, same_columns=True)
    return None


def cell_text(characters: Sequence[Character], right: int) -> str:
    """The text of a cell; a line that reaches its right side goes on in the next one without a break."""
    text, full = "", True
    for line in _lines(characters):
        text += ("" if full else "\n") + _text(line)
        last = line[-1].box
        full = last.right >= right - 2 * (last.right - last.left)
    return text


def _lines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """The characters line by line, each from the left."""
    line: list[Character] = []
    for character in sorted(characters, key=lambda each: (each.box.middle[1], each.box.left)):
        if line and character.box.middle[1] > line[0].box.bottom:
            yield sorted(line, key=lambda each: each.box.left)
            line = []
        line.append(character)
    if line:
        yield sorted(line, key=lambda each: each.box.left)


def _text(line: Sequence[Character]) -> str:
    """The characters of a line, a blank where letters stand apart."""
    text = line[0].text
    for before, character in pairwise(line):
        gap = character.box.left - before.box.right
        apart = gap > (before.box.bottom - before.box.top) // 4
        text += (" " if apart else "") + character.text
    return text
