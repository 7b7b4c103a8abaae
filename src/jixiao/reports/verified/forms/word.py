"""A form as a table of Word: the grid of its layout on a page of A4, upright or on its side."""

from collections.abc import Iterator, Sequence

from jixiao.forms.vocabulary import Column
from jixiao.reports.verified.forms.layout import Cell, Layout, Part, Role
from jixiao.reports.word.markup import paragraph, run, twips
from jixiao.reports.word.standalone import Margins, Page, standalone_docx

_SIDE, _TOP = twips(12), twips(15)
_MARGINS = Margins(top=_TOP, right=_SIDE, bottom=_TOP, left=_SIDE, footer=twips(9))
_UPRIGHT, _LYING = twips(210) - 2 * _SIDE, twips(297) - 2 * _SIDE
_LEFT = (Column.LEVEL3, Column.REASON, Column.EXPLANATION, Column.STANDARD, "预期目标", "实际完成情况")
_TALL = twips(24)
"""How high a blank objective is at least, to be written into."""
_LEAST = twips(8)
_PADDING = twips(1)


def form_docx(layout: Layout, notes: Sequence[str] = ()) -> bytes:
    """The form as a .docx file, notes to whoever fills it in below; the same input gives the same bytes."""
    title, note, *_ = layout.cells
    pieces = (
        paragraph("JxTableTitle", run(title.text, bold=True)),
        paragraph("JxUnit", run(note.text)) if note.text else "",
        form_table(layout, _LYING if layout.is_wide else _UPRIGHT),
        *(paragraph("JxNote", run(f"注：{note}（定稿前删去）")) for note in notes or ()),
        paragraph("JxNote", "") if not notes else "",
    )
    return standalone_docx(pieces, title=title.text, page=Page(_MARGINS, on_its_side=layout.is_wide))


def form_table(layout: Layout, width: int) -> str:
    """The grid as a w:tbl of that width in twips, without title and unit."""
    total = sum(layout.widths)
    widths = [width * each // total for each in layout.widths]
    widths[-1] += width - sum(widths)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    properties = (
        f'<w:tblPr><w:tblStyle w:val="JxTable"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_PADDING}" w:type="dxa"/>'
        f'<w:right w:w="{_PADDING}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return f"<w:tbl>{properties}{''.join(_rows(layout, widths))}</w:tbl>"


def _rows(layout: Layout, widths: list[int]) -> Iterator[str]:
    """The rows below title and unit; a cell over several rows goes on in each of them."""
    covering = {
        (row, cell.column): cell
        for cell in layout.cells
        if cell.role not in (Role.TITLE, Role.NOTE)
        for row in range(cell.row, cell.row + cell.rows)
    }
    for row in range(2, layout.rows):
        cells = sorted((column, cell) for (at, column), cell in covering.items() if at == row)
        inside = "".join(_cell(cell, row, widths) for _, cell in cells)
        tall = any(cell.key is not None and cell.key.part is Part.OBJECTIVE for _, cell in cells)
        height = f'<w:trHeight w:val="{_TALL if tall else _LEAST}" w:hRule="atLeast"/>'
        yield f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{inside}</w:tr>"


def _cell(cell: Cell, row: int, widths: list[int]) -> str:
    width = sum(widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    begins = row == cell.row
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    shade = "" if cell.role is Role.TYPED else '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/>'
    left = cell.key is not None and cell.key.column in _LEFT
    aligned = f'<w:jc w:val="{"left" if left else "center"}"/>'
    lines = cell.text.split("\n") if begins else [""]
    bold = cell.role is Role.HEADING
    style = "JxCellSmall"
    texts = "".join(paragraph(style, run(line, bold=bold) if line else "", properties=aligned) for line in lines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{texts}</w:tc>"
