"""Word files as documents: paragraphs and tables of the text body, merges exact, deleted text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from posixpath import basename

from lxml import etree

from jixiao.documents.model import Block, Cell, Document, Grid, Paragraph, grid_of
from jixiao.documents.numbering import Numbering
from jixiao.findings import Place
from jixiao.packs.officefile import OfficeFile, OfficeKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_WRAPPERS = {
    f"{_W}{name}"
    for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "r", "fldSimple")
}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_LINKS, _NUMBERING, _USUAL_MAIN = "_rels/.rels", "word/numbering.xml", "word/document.xml"
_WORD = OfficeKind(
    noun="文件",
    whole_noun="Word 文档",
    suffix=".docx",
    old_suffix=".doc",
    save_as="请用 Word 或 WPS 打开后另存为“Word 文档（.docx）”",
    lighten="请删去图片",
)


def read_word(raw: bytes, file: str) -> Document:
    """The document in a .docx file; Refusal for one that is damaged, encrypted, too large or hostile."""
    parts = OfficeFile(raw, file, _WORD)
    root = _main_part(parts)
    numbering = _parsed(parts.read(_NUMBERING), parts) if parts.has(_NUMBERING) else None
    reader = _Reader(file, Numbering.read(numbering) if numbering is not None else Numbering({}))
    body = root.find(f"{_W}body")
    return Document(file, "docx", tuple(reader.blocks(root if body is None else body)))


def _main_part(parts: OfficeFile) -> etree._Element:
    """The part that holds the text."""
    name = _USUAL_MAIN
    if parts.has(_LINKS):
        for link in _parsed(parts.read(_LINKS), parts):
            if basename(link.get("Type", "")) == "officeDocument":
                name = link.get("Target", "").lstrip("/")
    if not parts.has(name):
        raise parts.another()
    return _parsed(parts.read(name), parts)


def _parsed(content: bytes, parts: OfficeFile) -> etree._Element:
    """A part as a tree: nothing is fetched, no entity resolved, a document type refused."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise parts.damaged() from None
    if root.getroottree().docinfo.doctype:
        raise parts.damaged()
    return root


@dataclass(slots=True)
class _Reader:
    """Walks through the body and counts paragraphs and tables."""

    file: str
    numbering: Numbering
    tables: int = 0

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs and tables in their order."""
        for element in _children(parent, _P, _TBL):
            if element.tag == _TBL:
                self.tables += 1
                yield self._table(element, self.tables)
            elif text := self._paragraph(element):
                yield Paragraph(text, Place(text=text[:40]))

    def _table(self, table: etree._Element, number: int) -> Grid:
        cells: list[Cell] = []
        open_above: dict[int, int] = {}  # the column a vertically merged cell begins at, and its index in cells
        for row, line in enumerate(_children(table, _TR)):
            column = _number(line, "trPr", "gridBefore")
            for cell in _children(line, _TC):
                width = max(_number(cell, "tcPr", "gridSpan"), 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                above = open_above.get(column)
                goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue" and above is not None
                if goes_on and above is not None and cells[above].row + cells[above].rows == row:
                    cells[above] = replace(cells[above], rows=cells[above].rows + 1)
                else:
                    place = Place(table=number, row=row + 1)
                    cells.append(Cell(self._text(cell), row, column, place, columns=width))
                    open_above[column] = len(cells) - 1
                column += width
        return grid_of(number, cells, self.file)

    def _text(self, cell: etree._Element) -> str:
        """The paragraphs of a cell, those of a table inside it too."""
        lines = (self._paragraph(paragraph) for paragraph in cell.iter(_P))
        return "\n".join(line for line in lines if line)

    def _paragraph(self, paragraph: etree._Element) -> str:
        text = "".join(_pieces(paragraph)).strip()
        return self.numbering.mark(paragraph) + text if text else ""


def _children(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements with one of the tags directly below the parent, or below what only wraps them."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, *tags)


def _pieces(parent: etree._Element) -> Iterator[str]:
    """The text of a paragraph; what is deleted, hidden in fields or drawn is not part of it."""
    for child in parent:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag in _WRAPPERS:
            yield from _pieces(child)


def _number(element: etree._Element, properties: str, name: str) -> int:
    """A whole number among the properties; 0 where it is not given or is none."""
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(f"{_W}val", "") if found is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
