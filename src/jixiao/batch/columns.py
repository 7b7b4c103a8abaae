"""What a column of the store is: how it is stored, in which unit, how large it may be, by which title it is called.

A printed number is an integer of millionths of its unit (`executed`), the step of its last printed place in the same
millionths (`executed_step`; the number stands for `executed` ± half a step, 0: it is exact), and, only where it does
not fit into such integers, the text as printed (`executed_text`), with the number left empty. Zeros at the end of an
amount (500 万元) may or may not be rounded: amounts and rates have a second, coarser step (`executed_coarse`), the same
as the first where they can only be read in one way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

MILLIONTHS = 10**6
"""How many parts of its unit a stored number counts."""


class Stored(Enum):
    """How a column is stored."""

    KEY = "key"
    NUMBER = "number"
    COUNT = "count"
    CODE = "code"
    TEXT = "text"

    @property
    def sql(self) -> str:
        """The type in Parquet, by its name in SQL; texts are VARCHAR, which Spark calls STRING."""
        return _SQL_TYPES[self]


_SQL_TYPES = {
    Stored.KEY: "BIGINT",
    Stored.NUMBER: "BIGINT",
    Stored.COUNT: "INTEGER",
    Stored.CODE: "SMALLINT",
    Stored.TEXT: "VARCHAR",
}
STEP, COARSE, TEXT = "step", "coarse", "text"
EXACTLY_READ, READ_TWICE = (STEP, TEXT), (STEP, COARSE, TEXT)
"""What belongs to a printed number, and to one whose last digits may or may not be rounded."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Chinese title (by which expressions call it), its unit and what it means.

    `largest` is the largest size that is stored of a number, in its unit. `codes` are the values of a code by name.
    `parts` are what belongs to a printed number, each in a column of its own (`executed_step`). Only numbers and texts
    may be empty.
    """

    name: str
    title: str
    stored: Stored
    meaning: str
    unit: str = ""
    largest: int = 0
    codes: dict[str, int] = field(default_factory=dict, hash=False)
    parts: tuple[str, ...] = ()

    @property
    def printed(self) -> bool:
        """Whether it holds printed numbers, with what belongs to them in columns of their own."""
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store."""

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]

    def column(self, title: str) -> Column | None:
        """The column that expressions call so."""
        return next((column for column in self.columns if column.title == title), None)

    @property
    def stored(self) -> tuple[tuple[str, Stored], ...]:
        """Every stored column with its type, those that belong to a printed number behind it."""
        return tuple(each for column in self.columns for each in _stored(column))


def _stored(column: Column) -> Iterator[tuple[str, Stored]]:
    yield column.name, column.stored
    for part in column.parts:
        yield f"{column.name}_{part}", Stored.TEXT if part == TEXT else Stored.NUMBER


YES_NO = {"否": 0, "是": 1}
LARGEST_AMOUNT, LARGEST_POINTS, LARGEST_RATE, LARGEST_VALUE = 10**12, 10**4, 10**6, 10**12
LARGEST_SETTING = {"%": 10**3, "分": LARGEST_POINTS}
MOST_ROWS = 10**4
"""How many rows of a kind one form may have; a form with more is stored as unread."""


def key(name: str, title: str, meaning: str) -> Column:
    """A number that names a row."""
    return Column(name, title, Stored.KEY, meaning)


def text(name: str, title: str, meaning: str) -> Column:
    """A text as it stands in the form, or empty."""
    return Column(name, title, Stored.TEXT, meaning)


def count(name: str, title: str, meaning: str, largest: int = MOST_ROWS) -> Column:
    """How many, a whole number."""
    return Column(name, title, Stored.COUNT, meaning, "", largest)


def code(name: str, title: str, meaning: str, codes: dict[str, int]) -> Column:
    """One of several meanings by number."""
    return Column(name, title, Stored.CODE, meaning, codes=codes)


def flag(name: str, title: str, meaning: str) -> Column:
    """Yes or no."""
    return code(name, title, meaning, YES_NO)


def amount(name: str, title: str, meaning: str) -> Column:
    """A printed amount of money, in yuan."""
    return Column(name, title, Stored.NUMBER, meaning, "元", LARGEST_AMOUNT, parts=READ_TWICE)


def points(name: str, title: str, meaning: str) -> Column:
    """Printed points."""
    return Column(name, title, Stored.NUMBER, meaning, "分", LARGEST_POINTS, parts=EXACTLY_READ)


def rate(name: str, title: str, meaning: str) -> Column:
    """A printed rate, in per cent."""
    return Column(name, title, Stored.NUMBER, meaning, "%", LARGEST_RATE, parts=READ_TWICE)


def value(name: str, title: str, meaning: str) -> Column:
    """A number among the words of a cell, in the unit that is written there."""
    return Column(name, title, Stored.NUMBER, meaning, "表中单位", LARGEST_VALUE)


def setting_number(name: str, title: str, unit: str, meaning: str) -> Column:
    """A number of a rule, without rounding."""
    return Column(name, title, Stored.NUMBER, meaning, unit, LARGEST_SETTING[unit])
