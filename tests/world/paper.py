"""Paper for renderers: a page of titles and tables with merged cells, written as .html, .docx, .xlsx and .txt.

The files are written with the standard library and XlsxWriter only, so that nothing the readers use writes what they
read.
"""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from html import escape
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over so many rows and columns."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Page:
    """Lines of title, one table, lines below it."""

    title: list[str]
    rows: list[list[Cell]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def row(self, *cells: Cell | str) -> None:
        """Put a row below the others; a text is a cell of one row and one column."""
        self.rows.append([cell if isinstance(cell, Cell) else Cell(cell) for cell in cells])


@dataclass(frozen=True, slots=True)
class _Placed:
    row: int
    column: int
    cell: Cell


def write(pages: Sequence[Page], file: Path) -> None:
    """Write the pages into one file, in the format of its name; in a workbook each page is a sheet."""
    _WRITERS[file.suffix](pages, file)


def _placed(page: Page) -> Iterator[_Placed]:
    """Say where each cell of the table stands, as HTML places cells: in the first free column of its row."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(page.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            yield _Placed(row, column, cell)


def _html(pages: Sequence[Page], file: Path) -> None:
    out = ['<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>绩效自评</title></head><body>']
    for page in pages:
        out += [f"<p>{escape(line)}</p>" for line in page.title]
        rows = ("<tr>" + "".join(map(_html_cell, cells)) + "</tr>" for cells in page.rows)
        out += ['<table border="1">', *rows, "</table>"] if page.rows else []
        out += [f"<p>{escape(line)}</p>" for line in page.below]
    file.write_text("\n".join([*out, "</body></html>"]), encoding="utf-8")


def _html_cell(cell: Cell) -> str:
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    return f"<td{spans}>{escape(cell.text)}</td>"


def _text(pages: Sequence[Page], file: Path) -> None:
    """Write tables as lines with tabs; a merged cell's text stands in its first place, the others are empty."""
    lines: list[str] = []
    for page in pages:
        lines += [*page.title, ""]
        placed = list(_placed(page))
        width = max((at.column + at.cell.columns for at in placed), default=0)
        grid = [[""] * width for _ in page.rows]
        for at in placed:
            grid[at.row][at.column] = at.cell.text
        lines += ["\t".join(row) for row in grid]
        lines += ["", *page.below, "", ""]
    file.write_text("\n".join(lines), encoding="utf-8")


def _xlsx(pages: Sequence[Page], file: Path) -> None:
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False})
    percents = [book.add_format({"num_format": each}) for each in ("0%", "0.0%", "0.00%")]
    names: set[str] = set()
    for number, page in enumerate(pages, start=1):
        name = "".join(sign for sign in page.title[0] if sign not in "[]:*?/\\'")[:25]
        sheet = book.add_worksheet(f"{name}{number}" if name in names else name)
        names.add(name)
        _xlsx_page(sheet, page, percents)
    book.close()


def _xlsx_page(sheet: Worksheet, page: Page, percents: Sequence[Format]) -> None:
    placed = list(_placed(page))
    width = max((at.column + at.cell.columns for at in placed), default=1)
    for row, line in enumerate(page.title):
        if width > 1:
            sheet.merge_range(row, 0, row, width - 1, line)
        else:
            sheet.write_string(row, 0, line)
    top = len(page.title)
    for at in placed:
        row, column = at.row + top, at.column
        if at.cell.rows > 1 or at.cell.columns > 1:
            sheet.merge_range(row, column, row + at.cell.rows - 1, column + at.cell.columns - 1, "")
        percent = at.cell.text.endswith("%")
        number = _number(at.cell.text.removesuffix("%"))
        if number is None:
            sheet.write_string(row, column, at.cell.text)
        elif percent:
            places = len(at.cell.text.partition(".")[2].removesuffix("%"))
            sheet.write_number(row, column, float(number / 100), percents[places])
        else:
            sheet.write_number(row, column, float(number))
    for below, line in enumerate(page.below):
        sheet.write_string(top + len(page.rows) + below, 0, line)


def _number(text: str) -> Decimal | None:
    """Read the number that a typist would have typed as one."""
    try:
        return Decimal(text) if text and text.isascii() else None
    except InvalidOperation:
        return None


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _docx(pages: Sequence[Page], file: Path) -> None:
    body: list[str] = []
    for number, page in enumerate(pages):
        body += [_paragraph(line, breaks=number > 0 and at == 0) for at, line in enumerate(page.title)]
        body += [_docx_table(page)] if page.rows else []
        body += [_paragraph(line) for line in (*page.below, "")]
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document + "".join(body) + f"{_LANDSCAPE}</w:body></w:document>")


def _paragraph(text: str, *, breaks: bool = False) -> str:
    """A paragraph, which may begin a new page."""
    begins = "<w:pPr><w:pageBreakBefore/></w:pPr>" if breaks else ""
    return f'<w:p>{begins}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _docx_table(page: Page) -> str:
    """A table of Word says a merged cell again in every row that it covers (vMerge)."""
    placed = list(_placed(page))
    width = max((at.column + at.cell.columns for at in placed), default=0)
    rows: list[dict[int, str]] = [{} for _ in page.rows]
    for at in placed:
        for down in range(at.cell.rows):
            merge = "" if at.cell.rows == 1 else '<w:vMerge w:val="restart"/>' if down == 0 else "<w:vMerge/>"
            span = f'<w:gridSpan w:val="{at.cell.columns}"/>' if at.cell.columns > 1 else ""
            text = _paragraph(at.cell.text if down == 0 else "")
            rows[at.row + down][at.column] = f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>"
    grid = "<w:tblGrid>" + "<w:gridCol/>" * width + "</w:tblGrid>"
    lines = ("<w:tr>" + "".join(row[column] for column in sorted(row)) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>{grid}{''.join(lines)}</w:tbl>"


_WRITERS: dict[str, Callable[[Sequence[Page], Path], None]] = {
    ".html": _html,
    ".txt": _text,
    ".xlsx": _xlsx,
    ".docx": _docx,
}
FORMATS = tuple(_WRITERS)
"""The endings of the formats that pages are written in."""
