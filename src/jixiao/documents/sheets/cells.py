"""The cells of a workbook as people see them: every sheet a grid of texts, with what stands behind each text.

One pass over the parts of the file gives what three libraries would give in three: the number as stored, its format,
and whether a formula left a value. Nothing is computed and nothing is executed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Literal

from jixiao.documents.sheets.display import typed_decimals
from jixiao.documents.sheets.figures import GENERAL, TEXT, built_in, date_shown, is_scaled, shown
from jixiao.documents.sheets.package import Package
from jixiao.packs.filing import bytes_of
from jixiao.refusals import Problem, Refusal

Nature = Literal["text", "number", "date", "error", "unstored", "scaled"]
Show = Callable[[str, str], str | None]
"""Gives the text of a number from what is stored and its format; None for what is no number."""

FILE_LIMIT = 20_000_000
"""Bytes a workbook file may have."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_CELL_LIMIT = 500_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and its nature: `unstored` is a formula without a value, `scaled` a number whose format
    shows another one. `typed` is how many decimals a number that no formula left was typed with, where its format shows
    more (94.6% shown as 94.60%)."""

    text: str
    nature: Nature = "text"
    typed: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its cells by row and column, both counted from 1; empty cells are absent.

    `merges` are the merged ranges: first row, first column, last row, last column. `hidden` sheets are not shown.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All sheets of the workbook at `path`, as `grids_in` gives them."""
    return grids_in(bytes_of(path, path.name, FILE_LIMIT), path.name)


def grids_in(raw: bytes, file: str, shows: Show = shown) -> tuple[Grid, ...]:
    """All sheets of a workbook in their order, hidden ones too; `shows` gives the text of a number and its format.

    Refusal for what is no workbook, encrypted, damaged, too large, or would need entities to be read.
    """
    package = Package(raw, file)
    main = _target(package, "", "officeDocument") or "xl/workbook.xml"
    book = _Book()
    package.read(main, book)
    links = _Links()
    package.read(_links_of(main), links)
    texts, styles = _Texts(), _Styles()
    for kind, listener in (("sharedStrings", texts), ("styles", styles)):
        part = links.by_type.get(kind)
        if part and package.has(_resolved(main, part)):
            package.read(_resolved(main, part), listener)
    grids = []
    for name, link, hidden in book.sheets:
        part = _resolved(main, links.by_id.get(link, ""))
        if "worksheet" not in links.types.get(link, ""):
            continue
        sheet = _Sheet(package.file, texts.texts, styles.codes, book.mac, shows)
        package.read(part, sheet)
        grids.append(Grid(name, sheet.rows, tuple(sheet.merges), hidden))
    return tuple(grids)


def column_letters(number: int) -> str:
    """The letters of a column.

    >>> column_letters(1), column_letters(27)
    ('A', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _column_number(letters: str) -> int:
    """The number of a column.

    >>> _column_number("AA")
    27
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _links_of(part: str) -> str:
    return join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")


def _resolved(source: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))


def _target(package: Package, source: str, kind: str) -> str:
    links = _Links()
    if not package.has("_rels/.rels"):
        return ""
    package.read("_rels/.rels", links)
    return _resolved(source, links.by_type.get(kind, ""))


class _Quiet:
    """A listener that ignores everything; the others override what they listen to."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Ignore."""

    def end(self, tag: str) -> None:
        """Ignore."""

    def data(self, text: str) -> None:
        """Ignore."""


class _Links(_Quiet):
    """Which part plays which role."""

    def __init__(self) -> None:
        self.by_id: dict[str, str] = {}
        self.by_type: dict[str, str] = {}
        self.types: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.by_id[attributes.get("Id", "")] = attributes.get("Target", "")
            self.types[attributes.get("Id", "")] = kind
            self.by_type[kind] = attributes.get("Target", "")


class _Book(_Quiet):
    """The sheets (name, link, whether hidden), and how dates are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.mac = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))
        elif tag == "workbookPr":
            self.mac = attributes.get("date1904") in ("1", "true")


class _Texts(_Quiet):
    """The shared texts; formatting inside a text and its phonetic reading are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._inside = False
        self._phonetic = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._phonetic = True
        self._inside = tag == "t" and not self._phonetic

    def end(self, tag: str) -> None:
        if tag == "si":
            self.texts.append(_unescaped("".join(self._pieces)))
        elif tag == "rPh":
            self._phonetic = False
        self._inside = False

    def data(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


class _Styles(_Quiet):
    """The number format of every cell style."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._own: dict[str, str] = {}
        self._in_cells = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt":
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            self.codes.append(self._own.get(number) or built_in(int(number) if number.isdecimal() else 0))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False


@dataclass
class _Open:
    """The cell being read."""

    row: int
    column: int
    kind: str
    code: str
    formula: bool = False
    pieces: list[str] = field(default_factory=list)


class _Sheet(_Quiet):
    """The cells of one sheet."""

    def __init__(self, file: str, texts: list[str], codes: list[str], mac: bool, shows: Show) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self._file, self._texts, self._codes, self._mac = file, texts, codes, mac
        self._shows = shows
        self._row = 0
        self._column = 0
        self._cell: _Open | None = None
        self._collecting = False
        self._phonetic = False
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif tag == "c":
            self._cell = self._opened(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif self._cell is not None:
            self._phonetic = self._phonetic or tag == "rPh"
            self._collecting = (tag == "v" or tag == "t") and not self._phonetic
            self._cell.formula = self._cell.formula or tag == "f"

    def end(self, tag: str) -> None:
        self._collecting = False
        if tag == "rPh":
            self._phonetic = False
        if tag == "c" and self._cell is not None:
            cell = self._closed(self._cell)
            if cell is not None:
                self._count += 1
                if self._count > _CELL_LIMIT:
                    found = "过大的工作表"
                    raise Refusal(Problem(self._file, "", found, f"不超过 {_CELL_LIMIT} 个单元格的工作表", "请拆分"))
                self.rows.setdefault(self._cell.row, {})[self._cell.column] = cell
            self._cell = None

    def data(self, text: str) -> None:
        if self._collecting and self._cell is not None:
            self._cell.pieces.append(text)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        ends = [_REFERENCE.fullmatch(end) for end in (first, last)]
        if ends[0] and ends[1]:
            (top, left), (bottom, right) = ((int(end[2]), _column_number(end[1])) for end in ends if end)
            if top <= bottom and left <= right:
                self.merges.append((top, left, bottom, right))

    def _opened(self, attributes: Mapping[str, str]) -> _Open:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column += 1
        if match:
            self._column = _column_number(match[1])
        style = attributes.get("s", "0")
        known = style.isdecimal() and int(style) < len(self._codes)
        return _Open(
            int(match[2]) if match else self._row,
            self._column,
            attributes.get("t", "n"),
            self._codes[int(style)] if known else GENERAL,
        )

    def _closed(self, cell: _Open) -> Cell | None:
        raw = "".join(cell.pieces)
        if cell.formula and not raw and cell.kind != "str":
            return Cell("", "unstored")
        if cell.kind == "e":
            return Cell(raw, "error")
        if cell.kind == "s":
            raw = self._texts[int(raw)] if raw.isdecimal() and int(raw) < len(self._texts) else ""
        elif cell.kind in ("str", "inlineStr"):
            raw = _unescaped(raw)
        elif cell.kind == "b":
            raw = "是" if raw == "1" else "否"
        elif cell.kind == "d":
            return Cell(raw[:10], "date")
        elif raw:
            return self._number(raw.strip(), cell)
        return Cell(raw) if raw.strip() else None

    def _number(self, raw: str, cell: _Open) -> Cell:
        code = cell.code
        day = date_shown(raw, code, self._mac)
        if day is not None:
            return Cell(day, "date")
        text = self._shows(raw, GENERAL if code == TEXT else code)
        if text is None:
            return Cell(raw, "error")
        nature: Nature = "scaled" if is_scaled(code) else "number"
        return Cell(text, nature, None if cell.formula else typed_decimals(raw, code))


def _unescaped(text: str) -> str:
    """The text with the characters that XML cannot hold, written as _x000D_, put back."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
