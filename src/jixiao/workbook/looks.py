"""How cells look, and how texts and numbers are put into them."""

import re
from copy import copy
from dataclasses import dataclass
from typing import Literal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.documents.sheets.figures import GENERAL, TEXT, figure_of

_FACE = "微软雅黑"
DARK, AMBER, TO_FILL, MUST_FILL, TO_READ = "1F4E78", "B45F06", "FFFBEA", "FCE4D6", "F2F2F2"
COLOURS = (
    (AMBER, "橙色表头：必填的列"),
    (DARK, "蓝色表头：按需要填的列"),
    (MUST_FILL, "浅橙格：必填的格"),
    (TO_FILL, "浅黄格：在这里填写"),
    (TO_READ, "灰色格：供对照，不必填写，改了也不读入"),
)
"""The colours of the sheets and what they mean, for the guide."""

FontName = Literal["title", "purpose", "heading", "plain", "strong", "faded", "link"]
BorderName = Literal["", "thin", "group"]
Stand = Literal["left", "right", "centre", "line"]

_FONTS: dict[FontName, Font] = {
    "title": Font(name=_FACE, size=15, bold=True, color=DARK),
    "purpose": Font(name=_FACE, size=10, color="595959"),
    "heading": Font(name=_FACE, size=10, bold=True, color="FFFFFF"),
    "plain": Font(name=_FACE, size=10),
    "strong": Font(name=_FACE, size=10, bold=True),
    "faded": Font(name=_FACE, size=10, color="7F7F7F"),
    "link": Font(name=_FACE, size=10, color="0563C1", underline="single"),
}
_EDGE = Side(style="thin", color="BFBFBF")
_BORDERS: dict[BorderName, Border] = {
    "": Border(),
    "thin": Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE),
    "group": Border(left=_EDGE, right=_EDGE, top=Side(style="medium", color="7F7F7F"), bottom=_EDGE),
}
_STANDS: dict[Stand, Alignment] = {
    "left": Alignment(wrap_text=True, vertical="center"),
    "right": Alignment(vertical="center", horizontal="right"),
    "centre": Alignment(wrap_text=True, vertical="center", horizontal="center"),
    "line": Alignment(vertical="center"),
}
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")


@dataclass(frozen=True, slots=True)
class Look:
    """A font, a fill colour ("" for none), a border and how the text stands in the cell."""

    font: FontName = "plain"
    fill: str = ""
    border: BorderName = "thin"
    stand: Stand = "left"


class Brush:
    """Puts texts and numbers into cells. Equal looks are worked out once: setting them anew takes most of the time."""

    def __init__(self) -> None:
        self._styles: dict[tuple[Look, str], object] = {}

    def text(self, cell: Cell, text: str, look: Look) -> None:
        """Write a text as text, whatever it begins with; what XML cannot hold is escaped as the format says."""
        if text:
            cell.value = _UNWRITABLE.sub(_escaped, text)
            cell.data_type = "s"
        self._dress(cell, look, TEXT)

    def number(self, cell: Cell, text: str, look: Look, blank: str = GENERAL) -> None:
        """Write a number as a number that shows exactly the digits of the text; another text as text; nothing with
        the format `blank`, for the number to come."""
        figure = figure_of(text)
        if text and figure is None:
            self.text(cell, text, look)
            return
        if figure is not None:
            cell.value = figure.value
        self._dress(cell, look, figure.code if figure is not None else blank)

    def _dress(self, cell: Cell, look: Look, code: str) -> None:
        style = self._styles.get((look, code))
        if style is None:
            cell.font = _FONTS[look.font]
            cell.border = _BORDERS[look.border]
            cell.alignment = _STANDS[look.stand]
            cell.number_format = code
            if look.fill:
                cell.fill = PatternFill("solid", fgColor=look.fill)
            self._styles[look, code] = copy(cell._style)  # type: ignore[attr-defined]
        else:
            cell._style = copy(style)  # type: ignore[attr-defined]


def _escaped(match: re.Match[str]) -> str:
    text = match[0]
    return f"_x005F{text}" if len(text) > 1 else f"_x{ord(text):04X}_"


def at(drawn: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet."""
    cell = drawn.cell(row, column)
    assert isinstance(cell, Cell)  # only the first cell of merged ones is ever drawn
    return cell
