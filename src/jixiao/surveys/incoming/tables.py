"""Tables of texts by column, as they stand in a file: every distinct text of a column is kept, and worked out, once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import polars as pl

_MOST_DISTINCT = 20_000
"""With more distinct texts than these a column is kept text by text: coding it would save nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """The texts of one column; `codes` name them by number in `texts`, without codes `texts` has one per row.

    >>> column = Column(pl.Series(["", "满意"]), pl.Series([1, 1, 0], dtype=pl.UInt32))
    >>> column.mapped(lambda texts: texts.str.len_chars()).to_list()
    [2, 2, 0]
    """

    texts: pl.Series
    codes: pl.Series | None = None

    def mapped(self, work: Callable[[pl.Series], pl.Series]) -> pl.Series:
        """What `work` makes of the texts, which it is given as few times as possible, by row."""
        return self._spread(work(self.texts))

    def mapped_each(self, work: Callable[[str], object], kind: type[pl.DataType] | pl.DataType) -> pl.Series:
        """What `work` makes of each text, by row, as a series of that type."""
        return self.mapped(lambda texts: pl.Series(list(map(work, texts)), dtype=kind))

    def mapped_pairs(
        self, work: Callable[[str], tuple[object, bool]], kind: type[pl.DataType] | pl.DataType
    ) -> tuple[pl.Series, pl.Series]:
        """The first and the second of what `work` makes of each text, by row."""
        pairs = list(map(work, self.texts))
        values = pl.Series([value for value, _ in pairs], dtype=kind)
        return self._spread(values), self._spread(pl.Series([flag for _, flag in pairs], dtype=pl.Boolean))

    def strings(self) -> pl.Series:
        """The texts by row."""
        return self._spread(self.texts)

    def distinct(self) -> list[str]:
        """The texts that stand in the column, in the order of their first row, the empty one left out."""
        if self.codes is None:
            texts = self.texts.unique(maintain_order=True)
        else:
            texts = self.texts.gather(self.codes.unique(maintain_order=True))
        return [text for text in texts if text]

    def counted(self) -> dict[str, int]:
        """The texts that stand in the column with the number of their rows, in the order of their first row.

        The empty text is left out.
        """
        if self.codes is None:
            counts = self.texts.value_counts(name="rows")
            rows = dict(zip(counts[self.texts.name], counts["rows"], strict=True))
        else:
            counts = self.codes.value_counts(name="rows")
            texts = self.texts.gather(counts[self.codes.name])
            rows = dict(zip(texts, counts["rows"], strict=True))
        return {text: rows[text] for text in self.distinct()}

    def only(self, mask: pl.Series) -> "Column":
        """The column with the rows of the mask."""
        if self.codes is None:
            return Column(self.texts.filter(mask))
        return Column(self.texts, self.codes.filter(mask))

    def part(self, start: int, count: int) -> list[str]:
        """The texts of so many rows from the one at `start`, which is counted from 0."""
        if self.codes is None:
            return self.texts.slice(start, count).to_list()
        return self.texts.gather(self.codes.slice(start, count)).to_list()

    def _spread(self, values: pl.Series) -> pl.Series:
        return values if self.codes is None else values.gather(self.codes)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, all its rows: `file` names it (with the sheet, where a workbook has several).

    `rows` are the 1-based numbers that an editor shows. `merged` are the ranges of merged cells, as first row, first
    column, last row and last column, counted from 1.
    """

    file: str
    columns: tuple[Column, ...]
    rows: pl.Series
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def only(self, mask: pl.Series) -> "Table":
        """The table with the rows of the mask."""
        columns = tuple(column.only(mask) for column in self.columns)
        return Table(self.file, columns, self.rows.filter(mask), self.merged)

    def texts(self, count: int, start: int = 0) -> list[list[str]]:
        """The texts of so many rows from the one at `start`, which is counted from 0."""
        return [list(row) for row in zip(*(column.part(start, count) for column in self.columns), strict=True)]

    def any_filled(self) -> pl.Series:
        """Which rows have a text in any cell."""
        return any_of([column.mapped(lambda texts: texts.str.contains(r"\S")) for column in self.columns], self.height)


def any_of(masks: Sequence[pl.Series], height: int) -> pl.Series:
    """Where any of the masks holds; nowhere without masks."""
    every = pl.repeat(False, height, dtype=pl.Boolean, eager=True)
    for mask in masks:
        every = every | mask
    return every


def table_of(file: str, batches: Iterable[pl.DataFrame], merged: Sequence[tuple[int, int, int, int]] = ()) -> Table:
    """The table whose rows come batch by batch; a later batch may have more columns, which are empty before it."""
    coders: list[_Coder] = []
    height = 0
    for batch in batches:
        coders += [_Coder(height) for _ in range(batch.width - len(coders))]
        blank = pl.repeat("", batch.height, dtype=pl.String, eager=True)
        for number, coder in enumerate(coders):
            coder.add(batch.to_series(number).fill_null("") if number < batch.width else blank)
        height += batch.height
    rows = pl.arange(1, height + 1, dtype=pl.UInt32, eager=True)
    return Table(file, tuple(coder.column() for coder in coders), rows, tuple(merged))


class _Coder:
    """Numbers the texts of a column as they come, until there are too many distinct ones."""

    def __init__(self, blanks: int) -> None:
        self._numbers: dict[str, int] = {"": 0}
        self._pieces = [pl.repeat(0, blanks, dtype=pl.UInt32, eager=True)]
        self._is_coded = True

    def add(self, texts: pl.Series) -> None:
        """The next texts of the column."""
        if not self._is_coded:
            self._pieces.append(texts)
            return
        distinct = texts.unique(maintain_order=True)
        numbers = [self._numbers.setdefault(text, len(self._numbers)) for text in distinct]
        self._pieces.append(texts.replace_strict(distinct, numbers, return_dtype=pl.UInt32))
        if len(self._numbers) > _MOST_DISTINCT:
            known = self._texts()
            self._pieces = [known.gather(piece) for piece in self._pieces]
            self._numbers = {}
            self._is_coded = False

    def column(self) -> Column:
        """The column of all texts that were added."""
        every = pl.concat(self._pieces)
        return Column(self._texts(), every) if self._is_coded else Column(every)

    def _texts(self) -> pl.Series:
        return pl.Series(list(self._numbers), dtype=pl.String)
