"""Web pages as documents: tables with their merges, and the text between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import lxml.html
from lxml import etree

from jixiao.documents.model import Block, Cell, Document, Grid, GridCount, Paragraph, check_size
from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    *("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div", "center", "form"),
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "title", "figure", "figcaption", "fieldset", "hr"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
    *_LEVELS,
}
_SILENT = {"script", "style", "head", "template", "noscript", "del", "svg", "select", "textarea", "object", "iframe"}
_LONGEST_SPAN = 1_000


def read_html(text: str, file: str) -> Document:
    """The document in a web page; nothing in it is fetched or run."""
    if not text.strip():
        raise Refusal(Problem(file, "", "空白的文件", "有表格的网页", "请核对文件"))
    parser = lxml.html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Refusal(Problem(file, "", "读不了的网页", "完整的网页", "请用浏览器打开后另存")) from None
    return Document(file, "html", tuple(_Reader(file, GridCount(file)).blocks(root)))


@dataclass(slots=True)
class _Line:
    """The text of a paragraph that is being collected; where it begins, and its level if it is a heading."""

    pieces: list[str] = field(default_factory=list)
    line: int | None = None
    level: int | None = None

    def add(self, text: str, element: etree._Element) -> None:
        """More text, which stands at the element."""
        if text.strip():
            self.line = self.line or element.sourceline
        self.pieces.append(text)

    def taken(self) -> Iterator[Paragraph]:
        """The paragraph, if it has text; afterwards the next one begins."""
        text = _squeezed(self.pieces)
        if text:
            yield Paragraph(text, Place(line=self.line), self.level)
        self.pieces, self.line = [], None


@dataclass(slots=True)
class _Reader:
    """Walks through the page; a table inside a table follows that table."""

    file: str
    grids: GridCount

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The tables and paragraphs below the element, in order."""
        line = _Line()
        yield from self._inside(parent, line)
        yield from line.taken()

    def _inside(self, parent: etree._Element, line: _Line) -> Iterator[Block]:
        line.add(_on_one_line(parent.text), parent)
        for element in parent:
            if element.tag == "table" and not _is_hidden(element):
                yield from line.taken()
                yield from self._tables(element)
            elif element.tag == "br":
                line.add("\n", element)
            elif element.tag in _BLOCKS and not _is_hidden(element):
                yield from line.taken()
                own = _Line(level=_LEVELS.get(str(element.tag), line.level))
                yield from self._inside(element, own)
                yield from own.taken()
            elif not _is_hidden(element):
                yield from self._inside(element, line)
            line.add(_on_one_line(element.tail), element)

    def _tables(self, table: etree._Element, inside: int | None = None) -> Iterator[Block]:
        """The caption of the table, the table, and those in its cells."""
        for caption in table.iterchildren("caption"):
            if text := text_of(caption):
                yield Paragraph(text, Place(line=caption.sourceline))
        nested: list[etree._Element] = []
        grid = self._grid(table, nested)
        if grid.rows:
            yield replace(grid, inside=inside)
        for each in nested:
            yield from self._tables(each, grid.number if grid.rows else inside)

    def _grid(self, table: etree._Element, nested: list[etree._Element]) -> Grid:
        number = self.grids.next_number()
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        lines = list(_rows(table))
        for row, line in enumerate(lines):
            column = 0
            for cell in line:
                if cell.tag not in ("td", "th") or _is_hidden(cell):
                    continue
                while (row, column) in taken:
                    column += 1
                height = min(_span(cell, "rowspan") or len(lines), len(lines) - row)
                width = _span(cell, "colspan") or 1
                place = Place(line=cell.sourceline, table=number, row=row + 1)
                cells.append(Cell(text_of(cell, nested), row, column, place, height, width))
                check_size(number, len(taken) + height * width, 1, self.file)
                taken |= {(each, column + side) for each in range(row, row + height) for side in range(width)}
                column += width
        return self.grids.grid(number, cells)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of a table inside it."""
    for child in table:
        if child.tag == "tr" and not _is_hidden(child):
            yield child
        elif child.tag in ("thead", "tbody", "tfoot") and not _is_hidden(child):
            yield from (row for row in child if row.tag == "tr" and not _is_hidden(row))


def text_of(element: etree._Element, tables: list[etree._Element] | None = None) -> str:
    """The text of an element, a line for every line it shows; tables inside it are put aside into `tables`."""
    pieces: list[str] = []
    _collect(element, pieces, [] if tables is None else tables)
    return _squeezed(pieces)


def _collect(element: etree._Element, pieces: list[str], tables: list[etree._Element]) -> None:
    pieces.append(_on_one_line(element.text))
    for child in element:
        if child.tag == "table":
            tables.append(child)
        elif not _is_hidden(child):
            ends = "\n" if child.tag in _BLOCKS else ""
            pieces.append("\n" if child.tag == "br" else ends)
            _collect(child, pieces, tables)
            pieces.append(ends)
        pieces.append(_on_one_line(child.tail))


def _on_one_line(text: str | None) -> str:
    return " ".join((text or "").split("\n"))


def _squeezed(pieces: list[str]) -> str:
    """The text with one blank for many, and no empty lines."""
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_hidden(element: etree._Element) -> bool:
    """Whether the page does not show the element: it is a script, was deleted, or says that it is hidden."""
    if element.tag in _SILENT or element.get("hidden") is not None:
        return True
    style = element.get("style", "")
    return "none" in style and "display:none" in "".join(style.lower().split())


def _span(cell: etree._Element, name: str) -> int:
    """How many rows or columns a cell takes, bounded; rowspan 0 means all that are left."""
    value = cell.get(name, "1").strip()
    return min(int(value), _LONGEST_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1
