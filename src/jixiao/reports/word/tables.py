"""A table as a w:tbl: fixed columns, headings repeated on every page, cells that run over several rows."""

from dataclasses import dataclass

from jixiao.reports.content.parts import Column, Table
from jixiao.reports.word.columns import MARGINS, column_widths, least_widths
from jixiao.reports.word.markup import escaped, paragraph, run, twips

UPRIGHT_WIDTH = twips(156)
WIDE_WIDTH = twips(225)

_SHORT = 12  # rows; a table of no more stays on one page, with its note
_TALLEST_UNBROKEN = 14  # lines; a taller row may go on overleaf, since moving it would leave much of a page empty


@dataclass(frozen=True, slots=True)
class _Look:
    """The styles of headings and cells, and how many twips a half-width character of theirs takes."""

    head: str
    cell: str
    half: int


_USUAL = _Look("JxHead", "JxCell", 105)
_SMALL = _Look("JxHeadSmall", "JxCellSmall", 90)


def table_xml(table: Table) -> str:
    """The table alone, without title and note.

    A row stays on one page unless it is too tall to be moved; merged cells become one; a title serves as the
    table's name for readers who do not see it.
    """
    total = WIDE_WIDTH if table.wide else UPRIGHT_WIDTH
    look = _look(table, total)
    widths = column_widths([column.width for column in table.columns], total, least_widths(table, look.half))
    continued = {
        (row, merge.column): row != merge.row
        for merge in table.merged
        for row in range(merge.row, merge.row + merge.rows)
    }
    rows = "".join(
        _row(table, look, at, widths, [continued.get((at, column)) for column in range(len(widths))])
        for at in range(len(table.rows))
    )
    return f"<w:tbl>{_properties(table, widths)}{_heading_row(table.columns, look, widths)}{rows}</w:tbl>"


def _look(table: Table, total: int) -> _Look:
    """Small print for a wide table, and for one whose numbers would not fit side by side in the usual size."""
    if not table.wide and sum(least_widths(table, _USUAL.half)) <= total:
        return _USUAL
    return _SMALL


def _properties(table: Table, widths: list[int]) -> str:
    name = f'<w:tblCaption w:val="{escaped(table.title)}"/>' if table.title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="JxTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{name}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _heading_row(columns: tuple[Column, ...], look: _Look, widths: list[int]) -> str:
    cells = "".join(
        _cell(width, "", _paragraphs(look.head, column.heading)) for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(table: Table, look: _Look, at: int, widths: list[int], continued: list[bool | None]) -> str:
    """A row; of each cell `continued` says whether it continues a merge, begins one (False), or stands alone."""
    bold = at in table.strong
    keep = "<w:keepNext/>" if _keeps_on(at, len(table.rows)) else ""
    cells = []
    for number, (text, column, width) in enumerate(zip(table.rows[at], table.columns, widths, strict=True)):
        aligned = f'<w:jc w:val="{column.align}"/>'
        if depth := table.indent(at, number):
            aligned = f'<w:ind w:leftChars="{100 * depth}" w:left="{2 * look.half * depth}"/>{aligned}'
        merge = {None: "", False: '<w:vMerge w:val="restart"/>', True: "<w:vMerge/>"}[continued[number]]
        shown = "" if continued[number] else text
        cells.append(_cell(width, merge, _paragraphs(look.cell, shown, keep + aligned, bold=bold)))
    alone = [
        (text, width) for text, width, merged in zip(table.rows[at], widths, continued, strict=True) if merged is None
    ]
    height = max((_lines(text, width, 2 * look.half) for text, width in alone), default=1)
    unbroken = "<w:trPr><w:cantSplit/></w:trPr>" if height <= _TALLEST_UNBROKEN else ""
    return f"<w:tr>{unbroken}{''.join(cells)}</w:tr>"


def _keeps_on(at: int, rows: int) -> bool:
    """Whether a row stays on the page of what follows it: all of a short table, else its first and last two rows."""
    return rows <= _SHORT or at < 2 or at >= rows - 2


def _lines(text: str, width: int, character: int) -> int:
    """About how many lines a text takes in a column; half-width characters count as whole ones."""
    room = max(1, (width - MARGINS) // character)
    return sum(max(1, -(-len(line) // room)) for line in text.split("\n"))


def _cell(width: int, merge: str, paragraphs: str) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _paragraphs(style: str, text: str, properties: str = "", *, bold: bool = False) -> str:
    return "".join(
        paragraph(style, run(line, bold=bold) if line else "", properties=properties) for line in text.split("\n")
    )
