"""Web pages as documents: tables with their merges, and the text between them."""

from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml import etree

from jixiao.documents.model import Block, Cell, Document, Grid, Paragraph, check_size, grid_of
from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "dt", "dd", "title"}
_SILENT = {"script", "style", "head", "template"}
_LONGEST_SPAN = 1_000
_LINES = {"br", "p", "div", "li", "tr"}


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
    return Document(file, "html", tuple(_Reader(file).blocks(root)))


@dataclass(slots=True)
class _Reader:
    """Walks through the page and counts its tables."""

    file: str
    tables: int = 0

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The tables and paragraphs below the element, in order."""
        for element in parent:
            if element.tag == "table":
                self.tables += 1
                yield self._table(element, self.tables)
            elif element.tag in _BLOCKS and element.find(".//table") is None:
                if text := text_of(element):
                    yield Paragraph(text, Place(line=element.sourceline))
            elif element.tag not in _SILENT:
                yield from self.blocks(element)

    def _table(self, table: etree._Element, number: int) -> Grid:
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        lines = list(_rows(table))
        for row, line in enumerate(lines):
            column = 0
            for cell in line:
                if cell.tag not in ("td", "th"):
                    continue
                while (row, column) in taken:
                    column += 1
                height, width = min(_span(cell, "rowspan"), len(lines) - row), _span(cell, "colspan")
                place = Place(line=cell.sourceline, table=number, row=row + 1)
                cells.append(Cell(text_of(cell), row, column, place, height, width))
                check_size(number, len(taken) + height * width, 1, self.file)
                taken |= {(each, column + side) for each in range(row, row + height) for side in range(width)}
                column += width
        return grid_of(number, cells, self.file)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of a table inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def text_of(element: etree._Element) -> str:
    """The text of an element, a line for every line it shows."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    pieces.append(" ".join((element.text or "").split("\n")))
    for child in element:
        if child.tag in _SILENT:
            pieces.append(child.tail or "")
            continue
        is_line = child.tag in _LINES
        pieces.append("\n" if is_line else "")
        _collect(child, pieces)
        pieces.append("\n" if is_line and child.tag != "br" else "")
        pieces.append(" ".join((child.tail or "").split("\n")))


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _LONGEST_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1
