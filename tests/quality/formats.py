"""The formats: the same sheets as text, web page, Word file and workbook."""

from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO

from docx import Document as WordDocument
from openpyxl import Workbook
from tests.quality.sheets import Cell, Heading, Paragraph, Sheets, Table


def tabbed(sheets: Sheets) -> bytes:
    """Cells separated by tabs; what a merged cell covers stays empty."""
    return _text(sheets, lambda table: ("\t".join(line) for line in filled(table)))


def piped(sheets: Sheets) -> bytes:
    """Tables of Markdown."""
    return _text(sheets, lambda table: (f"| {' | '.join(line)} |" for line in filled(table)))


def _text(sheets: Sheets, rows: Callable[[Table], Iterator[str]]) -> bytes:
    lines = [sheets.title, ""]
    for block in sheets.blocks:
        if isinstance(block, Table):
            lines += [line for line in (block.caption, f"单位：{block.unit}" if block.unit else "") if line]
            lines += ["", *rows(block), ""]
        else:
            lines += [block.text, ""]
    return "\n".join(lines).encode()


def filled(table: Table) -> list[list[str]]:
    """The rows with an empty text where a merged cell goes on."""
    width = sum(cell.columns for cell in table.rows[0])
    grid: list[list[str | None]] = [[None] * width for _ in table.rows]
    for number, cells in enumerate(table.rows):
        for cell in cells:
            column = grid[number].index(None)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    grid[number + down][column + right] = cell.text if not (down or right) else ""
    return [[text or "" for text in line] for line in grid]


_RULED = "<style>table {border-collapse: collapse} td {border: 1px solid}</style>"


def page(sheets: Sheets) -> bytes:
    """A web page with ruled tables and real merged cells."""
    parts = [f"<!doctype html><html><head><meta charset='utf-8'>{_RULED}</head><body><h1>{escape(sheets.title)}</h1>"]
    for block in sheets.blocks:
        if isinstance(block, Heading):
            parts.append(f"<h{block.rank + 1}>{escape(block.text)}</h{block.rank + 1}>")
        elif isinstance(block, Paragraph):
            parts.append(f"<p>{escape(block.text)}</p>")
        else:
            parts += [f"<p>{escape(line)}</p>" for line in _above(block)]
            rows = ("".join(map(_td, cells)) for cells in block.rows)
            parts.append(f"<table>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>")
    return ("".join(parts) + "</body></html>").encode()


def _td(cell: Cell) -> str:
    return f"<td rowspan='{cell.rows}' colspan='{cell.columns}'>{escape(cell.text)}</td>"


def _above(table: Table) -> list[str]:
    return [line for line in (table.caption, f"单位：{table.unit}" if table.unit else "") if line]


def word(sheets: Sheets) -> bytes:
    """A Word file with ruled tables and merged cells."""
    document = WordDocument()
    document.add_paragraph(sheets.title)
    for block in sheets.blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, block.rank)
        elif isinstance(block, Paragraph):
            document.add_paragraph(block.text)
        else:
            for line in _above(block):
                document.add_paragraph(line)
            _word_table(document, block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _word_table(document: "WordDocument", table: Table) -> None:  # type: ignore[valid-type]
    texts = filled(table)
    made = document.add_table(rows=len(texts), cols=len(texts[0]))  # type: ignore[attr-defined]
    made.style = "Table Grid"
    cells = [list(line.cells) for line in made.rows]
    for number, line in enumerate(texts):
        for column, text in enumerate(line):
            cells[number][column].text = text
    for number, column, cell in _merged(table):
        cells[number][column].merge(cells[number + cell.rows - 1][column + cell.columns - 1])


def _merged(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """The cells that reach over several rows or columns, with where they begin."""
    taken: set[tuple[int, int]] = set()
    for number, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (number, column) in taken:
                column += 1
            covered = {(number + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            taken |= covered
            if len(covered) > 1:
                yield number, column, cell
            column += cell.columns


def workbook(sheets: Sheets) -> bytes:
    """A workbook with the report on one sheet; figures are texts, as exports write them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    last = 0

    def write(texts: list[str]) -> None:
        nonlocal last
        last += 1
        for column, text in enumerate(texts, 1):
            if text:
                sheet.cell(last, column, text)

    write([sheets.title])
    for block in sheets.blocks:
        if isinstance(block, Table):
            for line in _above(block):
                write([line])
            first = last + 1
            for texts in filled(block):
                write(texts)
            for number, column, cell in _merged(block):
                top, left = first + number, column + 1
                sheet.merge_cells(None, top, left, top + cell.rows - 1, left + cell.columns - 1)
        else:
            write([block.text])
        write([])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


FORMATS: dict[str, tuple[str, Callable[[Sheets], bytes]]] = {
    "text": ("报告.txt", tabbed),
    "markdown": ("报告.md", piped),
    "html": ("报告.html", page),
    "docx": ("报告.docx", word),
    "xlsx": ("报告.xlsx", workbook),
}
"""Every format that needs no program: the name of the file and its writer."""
