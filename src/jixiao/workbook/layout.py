"""How a sheet is described: its columns, once, for the one who draws it and for the one who reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from jixiao.documents.sheets.figures import GENERAL

Kind = Literal["text", "code", "date", "list", "lines", "items", "number"]
"""text: prose; code: a word or number that must not change (1.10); date: as
written, or a real date; list: several codes in one cell, with 、 between;
lines: several texts, numbered ①②③; items: several texts, one per line; number: an amount, a rate or a score."""

REMARK = "备注"
"""Columns and sheets whose name begins so are the user's own and are not read."""


@dataclass(frozen=True, slots=True)
class From:
    """A drop-down list that is fed by the cells of a column on another sheet."""

    sheet: str
    heading: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the `key` of its cells in a row, the heading people see, and how it is to be filled.

    `words` turns a value of the data into the word shown, one to one. `choices` is the drop-down list; other entries
    are refused by the spreadsheet when it is `closed`. A `shown` column only helps the reader of the sheet.
    `stated_blank`: an empty cell is an empty text of the data, not nothing; not so where the cell `unless` is filled.
    `format` is the number format of cells still to be filled. Short words are `centred`.
    """

    key: str
    heading: str
    note: str
    width: int = 14
    kind: Kind = "text"
    words: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] | From = ()
    closed: bool = True
    required: bool = False
    shown: bool = False
    stated_blank: bool = False
    unless: str = ""
    format: str = GENERAL
    centred: bool = False

    @property
    def offered(self) -> tuple[str, ...] | From:
        """What the drop-down list offers."""
        return self.choices or tuple(self.words.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows: `purpose` is printed under its title, `spare` is how many empty rows are prepared,
    `frozen` how many columns stay in view. Rows with a cell in a `strong` column are set in bold; a line
    is drawn where the cell of the `grouped` column changes."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    spare: int = 10
    frozen: int = 1
    strong: tuple[str, ...] = ()
    grouped: str = ""

    def column(self, key: str) -> Column:
        """The column with that key."""
        return next(column for column in self.columns if column.key == key)

    @property
    def written(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if not column.shown)
