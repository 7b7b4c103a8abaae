"""OFD files (GB/T 33190) as documents: ruled tables, and the lines of text around them, page after page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from jixiao.documents.joining import is_furniture, put_together
from jixiao.documents.model import Block, Cell, Document, Grid, GridCount, Paragraph
from jixiao.documents.ofd.drawn import characters_of, lines_of
from jixiao.documents.pdf.lines import cell_text, lines_of_text
from jixiao.documents.pdf.opening import PAGE_LIMIT
from jixiao.documents.pdf.page import SCALE, Character, Line, Lines
from jixiao.documents.pdf.ruled import RuledTable, tables_in
from jixiao.findings import Place
from jixiao.packs.officefile import OfficeFile, OfficeKind
from jixiao.refusals import Problem, Refusal

_SAME_EDGE = 4 * SCALE
_CHARACTER_LIMIT = 5_000_000
_OFD = OfficeKind(
    noun="文件",
    whole_noun="OFD 文件",
    suffix=".ofd",
    old_suffix="",
    save_as="请用 OFD 阅读器打开后另存为 PDF，或改用原来的 Word 文件",
    lighten="请拆分文件",
)


def read_ofd(raw: bytes, file: str) -> Document:
    """The document in an OFD file; Refusal for one that is damaged, too long, or holds pictures only.

    Templates of pages (heads and feet), seals, notes and slanted text (watermarks) are no part of it.
    """
    return Document(file, "ofd", tuple(_Reader(OfficeFile(raw, file, _OFD, needs=_START), file).blocks()))


_START = "OFD.xml"


@dataclass(slots=True)
class _Page:
    """What stands on a page."""

    characters: list[Character]
    horizontal: list[Line]
    vertical: list[Line]


class _Reader:
    """Goes from the start of the file to its pages."""

    def __init__(self, parts: OfficeFile, file: str) -> None:
        self._parts = parts
        self._file = file
        self._grids = GridCount(file)
        self._characters = 0
        self._edges: dict[int, tuple[int, ...]] = {}  # where the columns of each table lie

    def blocks(self) -> list[Block]:
        """The blocks of all pages; Refusal where there are none."""
        pages = [page for body in _named(self._parsed(_START), "DocRoot") for page in self._pages(body.text or "")]
        if len(pages) > PAGE_LIMIT:
            found = f"{len(pages)} 页的 OFD"
            raise Refusal(Problem(self._file, "", found, f"不超过 {PAGE_LIMIT} 页的 OFD", "请拆分文件"))
        blocks: list[Block] = []
        for number, page in enumerate(pages, 1):
            self._join(blocks, list(self._blocks_of(self._page(page), number)))
        if not blocks:
            found = "没有文字的 OFD（可能是扫描件）"
            raise Refusal(Problem(self._file, "", found, "有文字的 OFD", "请先识别文字，或改用 Word 文件"))
        return blocks

    def _join(self, blocks: list[Block], page: list[Block]) -> None:
        """Add a page; the table that it begins with goes on the one before it if its columns lie in the same places."""
        first, last = _first_of_text(page), _first_of_text(reversed(blocks))
        if isinstance(first, Grid) and isinstance(last, Grid) and self._lie_alike(last.number, first.number):
            whole = put_together(last, first, same_columns=True)
            if whole is not None:
                at = next(at for at in range(len(blocks) - 1, -1, -1) if blocks[at] is last)
                blocks[at] = whole
                page.remove(first)
                self._edges[whole.number] = self._edges[first.number]
        blocks += page

    def _lie_alike(self, first: int, second: int) -> bool:
        one, other = self._edges[first], self._edges[second]
        return len(one) == len(other) and all(abs(a - b) <= _SAME_EDGE for a, b in zip(one, other, strict=True))

    def _pages(self, root: str) -> Iterator[str]:
        """The parts of the pages of one document."""
        name = root.strip().lstrip("/")
        for pages in _named(self._parsed(name), "Pages"):
            yield from (_resolved(dirname(name), page.get("BaseLoc", "")) for page in _named(pages, "Page"))

    def _page(self, name: str) -> _Page:
        page = _Page([], [], [])
        for layer in _named(self._parsed(name), "Layer"):
            if layer.get("Type", "Body") == "Body":
                self._layer(layer, page)
        return page

    def _layer(self, layer: etree._Element, page: _Page) -> None:
        for drawn in layer.iter():
            if drawn.get("Visible") == "false":
                continue
            if _local(drawn) == "TextObject":
                page.characters += characters_of(drawn)
            elif _local(drawn) == "PathObject":
                across, down = lines_of(drawn)
                page.horizontal += across
                page.vertical += down
        self._characters += len(page.characters)
        if self._characters > _CHARACTER_LIMIT:
            expected = f"不超过 {_CHARACTER_LIMIT} 字的 OFD"
            raise Refusal(Problem(self._file, "", "文字过多的 OFD", expected, "请拆分文件"))

    def _blocks_of(self, page: _Page, number: int) -> Iterator[Block]:
        """Tables and lines of a page from top to bottom."""
        tables = tables_in(Lines(tuple(page.horizontal), tuple(page.vertical)))
        positions = [table.positions() for table in tables]
        inside: dict[tuple[int, int, int], list[Character]] = {}
        outside: dict[int, list[Character]] = {}
        for character in page.characters:
            x, y = character.box.middle
            for index, table in enumerate(tables):
                cell = positions[index].get(table.position(x, y))
                if cell is not None:
                    inside.setdefault((index, cell.row, cell.column), []).append(character)
                    break
            else:
                outside.setdefault(sum(table.top < y for table in tables), []).append(character)
        for index in range(len(tables) + 1):
            yield from _lines(outside.get(index, ()), number)
            if index < len(tables):
                yield self._table(tables[index], index, inside, number)

    def _table(
        self, table: RuledTable, index: int, inside: dict[tuple[int, int, int], list[Character]], page: int
    ) -> Grid:
        number = self._grids.next_number()
        self._edges[number] = table.columns
        cells = (
            Cell(
                cell_text(inside.get((index, cell.row, cell.column), ()), cell.box.right - cell.box.left)[0],
                cell.row,
                cell.column,
                Place(page=page, table=number, row=cell.row + 1),
                cell.end_row - cell.row,
                cell.end_column - cell.column,
            )
            for cell in table.cells
        )
        return self._grids.grid(number, cells)

    def _parsed(self, name: str) -> etree._Element:
        """A part as a tree; a document type, where entities could be declared, is refused."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(self._parts.read(name), parser)
        except etree.XMLSyntaxError:
            raise self._parts.damaged() from None
        if root.getroottree().docinfo.doctype:
            raise self._parts.damaged()
        return root


def _first_of_text(blocks: Iterable[Block]) -> Block | None:
    """The first block that is not only the number of a page."""
    return next((block for block in blocks if isinstance(block, Grid) or not is_furniture(block)), None)


def _lines(characters: Sequence[Character], page: int) -> Iterator[Paragraph]:
    for line in lines_of_text(characters):
        yield Paragraph(line.text, Place(page=page))


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name, whatever their namespace."""
    return root.iter(f"{{*}}{name}")


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target.strip()))
