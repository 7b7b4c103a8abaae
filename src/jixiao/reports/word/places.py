"""The paragraphs of a story of a Word file (body, header, …), each named as its reader finds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.reports.word.markup import w

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its text; where it stands in words; whether tables and charts can be placed there."""

    element: etree._Element
    text: str
    where: str
    takes_blocks: bool

    def place(self) -> str:
        """The paragraph for a message, beginning of its text included."""
        text = " ".join(self.text.split())
        return f"{self.where}“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"


def paragraphs(root: etree._Element, title: str, *, is_body: bool) -> list[Paragraph]:
    """The paragraphs that hold text, in order; counted are those outside tables and shapes, and tables, rows, cells."""
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), start=1)}
    count, found = 0, []
    for element in root.iter(w("p")):
        text = "".join(part.text or "" for part in texts_of(element))
        if not text.strip():
            continue
        holder = next(element.iterancestors(w("tc"), w("txbxContent")), None)
        if holder is None:
            count += 1
            where = f"{title}第 {count} 段"
        elif holder.tag == w("tc"):
            where = title + _cell(holder, tables)
        else:
            where = f"{title}文本框中"
        found.append(Paragraph(element, text, where, is_body and holder is None))
    return found


def texts_of(element: etree._Element) -> Iterator[etree._Element]:
    """The text elements of a paragraph in order, without those of paragraphs in shapes anchored in it."""
    for child in element:
        if child.tag == w("t"):
            yield child
        elif child.tag != w("p"):
            yield from texts_of(child)


def _cell(cell: etree._Element, tables: dict[etree._Element, int]) -> str:
    row = next(cell.iterancestors(w("tr")))
    table = next(row.iterancestors(w("tbl")))
    rows, cells = list(table.iter(w("tr"))), list(row.iter(w("tc")))
    return f"第 {tables[table]} 个表格第 {rows.index(row) + 1} 行第 {cells.index(cell) + 1} 格"
