"""Drawing sheets: looks, titles, headings, texts that stay texts, numbers, formulas with their value, print set-up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from html import escape
from io import BytesIO
from typing import Any, Literal

from xlsxwriter import Workbook

from jixiao.reports.scores.figures import figure_of
from jixiao.text.widths import lines_in

POINTS, RATE = "0.00", "0.00%"
DARK, GROUP, LEVEL, LOST = "#1F4E78", "#F2F6FA", "#DCE8F2", "#C55A11"

_FACE = "微软雅黑"
_MADE = datetime(1980, 1, 1)
"""A date of the day would make two workbooks of the same case differ."""
_LINE, _HIGHEST = 14, 400
"""Points of height: of a line, and of the highest row."""
_TEXT_LIMIT = 32_000
_CUT = "……（文字过长，全文见 report.html）"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `code` is the format of its number, "@" for texts. In a protected sheet only what is `typed`
    can be changed.
    """

    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    colour: str = ""
    fill: str = ""
    code: str = "@"
    border: bool = True
    size: int = 10
    wrap: bool = True
    typed: bool = False

    def properties(self) -> dict[str, object]:
        """The same in the words of the library."""
        return {
            "font_name": _FACE,
            "font_size": self.size,
            "align": self.align,
            "valign": "vcenter",
            "bold": self.bold,
            "text_wrap": self.wrap,
            "num_format": self.code,
            "locked": not self.typed,
            **({"font_color": self.colour} if self.colour else {}),
            **({"bg_color": self.fill} if self.fill else {}),
            **({"border": 1, "border_color": "#BFBFBF"} if self.border else {}),
        }


PLAIN = Look()
CENTRED = Look("center")
LINK = Look("center", colour="#0563C1")
_TITLE = Look(bold=True, colour=DARK, border=False, size=15, wrap=False)
_PURPOSE = Look(colour="#595959", border=False, wrap=False)
_HEADING = Look("center", bold=True, colour="#FFFFFF", fill=DARK)


class Book:
    """A workbook in the making; each look is made once."""

    def __init__(self, title: str, subject: str) -> None:
        self._stream = BytesIO()
        self.workbook: Any = Workbook(self._stream, {"in_memory": True})
        self.workbook.set_properties({"title": title, "subject": subject, "created": _MADE})
        self._formats: dict[Look, Any] = {}

    def sheet(self, name: str, title: str, purpose: str, widths: Sequence[int]) -> "Paper":
        """A new sheet with its title, a line on what it is for, and the widths of its columns."""
        return Paper(self, name, title, purpose, widths)

    def format(self, look: Look) -> Any:
        """The look as the library's format."""
        if look not in self._formats:
            self._formats[look] = self.workbook.add_format(look.properties())
        return self._formats[look]

    def finished(self) -> bytes:
        """The workbook as a file."""
        self.workbook.close()
        return self._stream.getvalue()


class Paper:
    """A sheet that is drawn from top to bottom; `row` is the next row, counted from 0."""

    def __init__(self, book: Book, name: str, title: str, purpose: str, widths: Sequence[int]) -> None:
        self.book = book
        self.name = name
        self.drawn = book.workbook.add_worksheet(name)
        self._widths = widths
        self._lines: dict[int, int] = {}
        for column, width in enumerate(widths):
            self.drawn.set_column(column, column, width)
        self._for_print()
        self.drawn.set_row(0, 26)
        self.text(0, 0, title, _TITLE)
        self.text(1, 0, purpose, _PURPOSE)
        self.row = 3

    def _for_print(self) -> None:
        """A4 lying, as wide as the page, the name of the sheet and the page at the foot."""
        self.drawn.set_landscape()
        self.drawn.set_paper(9)
        self.drawn.fit_to_pages(1, 0)
        self.drawn.center_horizontally()
        self.drawn.set_footer("&L&A&R第 &P 页，共 &N 页")
        self.drawn.hide_gridlines(2)

    def headings(self, *texts: str, repeated: bool = True) -> None:
        """A row of headings; a repeated one stays in sight and stands on every printed page."""
        for column, text in enumerate(texts):
            self.text(self.row, column, text, _HEADING)
        self.row += 1
        if repeated:
            self.drawn.repeat_rows(self.row - 1)
            self.drawn.freeze_panes(self.row, 0)

    def text(self, row: int, column: int, text: str, look: Look = PLAIN) -> None:
        """Write a text as text, whatever it begins with; the row becomes as high as it takes."""
        if look.wrap and column < len(self._widths):
            self._make_room(row, lines_in(text, self._widths[column]))
        if text:
            self.drawn.write_string(row, column, as_text(text), self.book.format(look))
        else:
            self.drawn.write_blank(row, column, None, self.book.format(look))

    def number(self, row: int, column: int, value: Decimal | None, look: Look) -> None:
        """Write a number; nothing where there is none."""
        if value is None:
            self.text(row, column, "", look)
        else:
            self.drawn.write_number(row, column, value, self.book.format(look))

    def figure(self, row: int, column: int, text: str, look: Look = PLAIN) -> None:
        """Write a printed figure as the number that shows the same digits; another text as text."""
        figure = figure_of(text)
        if figure is None:
            self.text(row, column, text, replace(look, align="right"))
        else:
            self.number(row, column, figure.value, replace(look, align="right", code=figure.code))

    def formula(self, row: int, column: int, formula: str, value: Decimal, look: Look) -> None:
        """Write a formula with the value it gives."""
        self.drawn.write_formula(row, column, formula, self.book.format(look), value)

    def link(self, row: int, column: int, target: str, text: str, look: Look) -> None:
        """Write a text that leads to a cell of this workbook."""
        self.text(row, column, text, look)
        if text:
            self.drawn.write_url(row, column, f"internal:{target}", self.book.format(look), as_text(text))

    def merged(self, rows: tuple[int, int], columns: tuple[int, int], text: str, look: Look) -> None:
        """Write a text into cells that are one, from the first row and column to the last."""
        (top, bottom), (left, right) = rows, columns
        if (top, left) == (bottom, right):
            self.text(top, left, text, look)
        else:
            self.drawn.merge_range(top, left, bottom, right, "", self.book.format(look))
            self.drawn.write_string(top, left, as_text(text), self.book.format(look))

    def _make_room(self, row: int, lines: int) -> None:
        """Make the row at least so many lines high: not every program fits rows to their texts when it opens a file."""
        if lines > self._lines.get(row, 0):
            self._lines[row] = lines
            self.drawn.set_row(row, min(5 + _LINE * lines, _HIGHEST))


def as_text(text: str) -> str:
    """The text as the library writes it unchanged, cut where a cell cannot hold all of it.

    The library takes what looks like its own rich text for markup.
    """
    if len(text) > _TEXT_LIMIT:
        text = text[:_TEXT_LIMIT] + _CUT
    if text.startswith("<r>") and text.endswith("</r>"):
        return f"<r><t>{escape(text, quote=False)}</t></r>"
    return text
