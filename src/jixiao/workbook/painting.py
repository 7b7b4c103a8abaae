"""Drawing sheets: titles, headings with notes, cells to be filled, drop-down lists, print set-up."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.documents.sheets.cells import column_letters
from jixiao.text.widths import lines_in, width_of
from jixiao.workbook.layout import Column, From, Sheet
from jixiao.workbook.looks import (
    AMBER,
    DARK,
    MUST_FILL,
    TO_FILL,
    TO_READ,
    BorderName,
    Brush,
    Look,
    at,
)
from jixiao.workbook.rows import Row

HEADING_ROW = 3
OPTIONS = "下拉选项"
"""The hidden sheet that holds the lists too long for a drop-down's own definition."""

_MORE_ROWS = 300
_INLINE_LIMIT = 250
_LINE_HEIGHT = 15
_LEAST_HEIGHT = 19
_HIGHEST = 400
_A4, _A3 = 9, 8
_WIDE = 190
_TITLE = Look("title", border="", stand="line")
_PURPOSE = Look("purpose", border="")
_NOT_TO_FILL = Look(fill=TO_READ)


class _Growing(RowDimension):
    """A row whose height is only a first estimate: without the mark of a custom height it adjusts when edited."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the library's name
        """Never."""
        return False


class Painter:
    """Draws on a workbook, sheet by sheet."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.brush = Brush()
        self._options: list[tuple[str, ...]] = []
        self._places: dict[From, str] = {}

    def sheet(self, name: str, widths: Sequence[int], colour: str = DARK) -> Worksheet:
        """A new sheet, set up for print across A4, or A3 where it is wide."""
        drawn: Worksheet = self.workbook.create_sheet(name)
        drawn.sheet_properties.tabColor = colour
        drawn.sheet_view.showGridLines = False
        drawn.sheet_format.defaultRowHeight = _LEAST_HEIGHT
        drawn.sheet_format.customHeight = True
        for number, width in enumerate(widths, start=1):
            drawn.column_dimensions[column_letters(number)].width = width
        drawn.page_setup.orientation = "landscape"
        drawn.page_setup.paperSize = _A3 if sum(widths) > _WIDE else _A4
        drawn.page_setup.fitToWidth = 1
        drawn.page_setup.fitToHeight = 0
        drawn.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        drawn.print_options.horizontalCentered = True
        drawn.page_margins.left = drawn.page_margins.right = 0.4
        drawn.page_margins.top = drawn.page_margins.bottom = 0.7
        drawn.page_margins.header = drawn.page_margins.footer = 0.3
        footer = drawn.oddFooter
        assert footer is not None  # every sheet is made with one
        for part, text in ((footer.left, "&A"), (footer.right, "第 &P 页，共 &N 页")):
            assert part is not None  # so is every part of it
            part.text = text
        return drawn

    def title(self, drawn: Worksheet, text: str, width: int) -> None:
        """The title in the first row, across the sheet."""
        self.brush.text(at(drawn, 1, 1), text, _TITLE)
        drawn.row_dimensions[1].height = 30
        if width > 1:
            drawn.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)

    def purpose(self, drawn: Worksheet, text: str, row: int, widths: Sequence[int]) -> None:
        """A line of explanation across the sheet, as high as it needs to be."""
        self.brush.text(at(drawn, row, 1), text, _PURPOSE)
        drawn.row_dimensions[row].height = 17 * lines_in(text, sum(widths)) + 4
        if len(widths) > 1:
            drawn.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))

    def headings(self, drawn: Worksheet, row: int, columns: Sequence[Column]) -> None:
        """The headings with a note each; repeated on every printed page."""
        for number, column in enumerate(columns, start=1):
            cell = at(drawn, row, number)
            self.brush.text(cell, column.heading, Look("heading", AMBER if column.required else DARK, stand="centre"))
            self.note(cell, f"{column.heading}{'（必填）' if column.required else ''}：{column.note}")
        drawn.row_dimensions[row].height = 32 if any(width_of(c.heading) > c.width for c in columns) else 24
        drawn.print_title_rows = f"{row}:{row}"

    def rows(self, sheet: Sheet, rows: Sequence[Row]) -> Worksheet:
        """A whole sheet of rows, with spare ones."""
        widths = [column.width for column in sheet.columns]
        drawn = self.sheet(sheet.name, widths)
        self.title(drawn, sheet.name, len(widths))
        self.purpose(drawn, sheet.purpose, 2, widths)
        self.headings(drawn, HEADING_ROW, sheet.columns)
        drawn.freeze_panes = at(drawn, HEADING_ROW + 1, sheet.frozen + 1).coordinate
        blank = Row({})
        above = ""
        for number, row in enumerate([*rows, *[blank] * sheet.spare], start=HEADING_ROW + 1):
            texts = [row.cells.get(column.key, "") for column in sheet.columns]
            group = row.cells.get(sheet.grouped, "")
            border: BorderName = "group" if group != above else "thin"
            strong = row.has(*sheet.strong)
            for place, (column, text) in enumerate(zip(sheet.columns, texts, strict=True), start=1):
                self.cell(at(drawn, number, place), column, text, border=border, strong=strong)
            self.fit(drawn, number, texts, widths)
            above = group
        last = HEADING_ROW + len(rows) + sheet.spare + _MORE_ROWS
        for place, column in enumerate(sheet.columns, start=1):
            self._places[From(sheet.name, column.heading)] = (
                f"'{sheet.name}'!${column_letters(place)}${HEADING_ROW + 1}:${column_letters(place)}${last}"
            )
        return drawn

    def fit(self, drawn: Worksheet, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
        """Give the row the height its texts need; it still grows when more is typed into it."""
        lines = max((lines_in(text, width) for text, width in zip(texts, widths, strict=True) if text), default=1)
        if lines > 1:
            drawn.row_dimensions[row] = _Growing(drawn, index=row, ht=min(_LINE_HEIGHT * lines + 3, _HIGHEST))

    def cell(self, cell: Cell, column: Column, text: str, *, border: BorderName = "thin", strong: bool = False) -> None:
        """One cell of a column, empty or filled."""
        is_number = column.kind == "number"
        look = Look(
            "faded" if column.shown else "strong" if strong else "plain",
            TO_READ if column.shown else TO_FILL,
            border,
            "centre" if column.centred else "right" if is_number else "left",
        )
        if is_number:
            self.brush.number(cell, text, look, column.format)
        else:
            self.brush.text(cell, text, look)

    def must_fill(self, cell: Cell, column: Column, text: str) -> None:
        """Mark a cell of a column that has to be filled in."""
        self.brush.text(cell, text, Look(fill=MUST_FILL, stand="centre" if column.centred else "left"))

    def note(self, cell: Cell, text: str) -> None:
        """What is told where the mouse rests on the cell."""
        note = Comment(text, "绩效")
        note.width, note.height = 260, 30 + 18 * lines_in(text, 34)
        cell.comment = note

    def link(self, cell: Cell, sheet: str, text: str) -> None:
        """A cell that leads to a sheet."""
        self.brush.text(cell, text, Look("link"))
        quoted = sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1", tooltip=f"到工作表“{sheet}”")

    def not_to_fill(self, cell: Cell) -> None:
        """Mark a cell that is not to be filled in."""
        self.brush.text(cell, "", _NOT_TO_FILL)

    def plain(self, drawn: Worksheet, row: int, column: int, text: str, *, strong: bool = False) -> None:
        """A cell that is only read."""
        self.brush.text(at(drawn, row, column), text, Look("strong" if strong else "plain"))

    def coloured(self, drawn: Worksheet, row: int, colour: str, text: str) -> None:
        """A line of the legend."""
        self.brush.text(at(drawn, row, 1), "", Look(fill=colour))
        self.plain(drawn, row, 2, text)

    def drop_downs(self, drawn: Worksheet, sheet: Sheet, rows: int) -> None:
        """The drop-down lists of a sheet of rows, for its rows and many more."""
        for place, column in enumerate(sheet.columns, start=1):
            if column.offered and not column.shown:
                letters = column_letters(place)
                last = HEADING_ROW + rows + sheet.spare + _MORE_ROWS
                self.drop_down(drawn, f"{letters}{HEADING_ROW + 1}:{letters}{last}", column.offered, column.closed)

    def drop_down(
        self, drawn: Worksheet, cells: str, offered: tuple[str, ...] | From, closed: bool, message: str = ""
    ) -> None:
        """A drop-down list on the cells (ranges separated by blanks); a closed one refuses every other entry."""
        rule = DataValidation(type="list", formula1=self._source(offered), allow_blank=True, showErrorMessage=closed)
        rule.errorTitle, rule.error = "不在列表里", message or "请从下拉列表中选择"
        rule.sqref = type(rule.sqref)(cells)
        drawn.add_data_validation(rule)

    def _source(self, offered: tuple[str, ...] | From) -> str:
        if isinstance(offered, From):
            return self._places[offered]
        text = ",".join(offered)
        if len(text) <= _INLINE_LIMIT and not any(set(',"') & set(word) for word in offered):
            return f'"{text}"'
        if offered not in self._options:
            self._options.append(offered)
        letters = column_letters(self._options.index(offered) + 1)
        return f"'{OPTIONS}'!${letters}$2:${letters}${len(offered) + 1}"

    def options(self) -> None:
        """The hidden sheet with the long lists."""
        drawn = self.workbook.create_sheet(OPTIONS)
        drawn.sheet_state = "hidden"
        for column, words in enumerate(self._options, start=1):
            for row, word in enumerate(("下拉列表用，请勿改动", *words), start=1):
                self.brush.text(at(drawn, row, column), word, Look())
