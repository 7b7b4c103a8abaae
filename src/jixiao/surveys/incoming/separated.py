"""Tables as text (.csv, .tsv): the encodings and separators they come in, and rows that are broken.

A file whose quotes are in order is read by column, a million rows in a second. Any other is read record by record,
which loses nothing: a quote without its partner is taken for a character like any other.
"""

import codecs
import csv
import itertools
import mmap
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import polars as pl

from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming.tables import Table, table_of

SIZE_LIMIT = 1_500_000_000
"""Bytes a text of answers may have."""
MOST_COLUMNS = 2_000
"""Columns a table of answers may have."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = ",\t;，；|"
_PIECE = 1 << 20
_HEAD_RECORDS = 200
_BATCH = 50_000
_LONGEST_RECORD = 100  # lines
_QUOTED = re.compile(rb'"(?:[^"]|"")*"?')
_LONE_RETURN = re.compile(rb"\r(?!\n)")
csv.field_size_limit(1 << 24)


@dataclass
class Separated:
    """A table read from text, and the numbers of the rows in which a quote has no partner."""

    table: Table
    unpaired: list[int] = field(default_factory=list)


def read_separated(path: Path, file: str) -> Separated:
    """The table in the text file at `path`, called `file`; Refusal for what is no text, too large or too wide."""
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise Refusal(Problem(file, "", "过大的文件", f"不超过 {SIZE_LIMIT // 1_000_000} MB 的文件", "请拆分文件"))
    encoding = _encoding_of(path, file)
    separator = _separator_of(path, encoding)
    width = _width_of(path, encoding, separator)
    if width > MOST_COLUMNS:
        raise Refusal(Problem(file, "", f" {width} 列的表", f"不超过 {MOST_COLUMNS} 列的表", "请删去无关的列"))
    if encoding == "utf-8-sig" and separator.isascii() and size and _is_regular(path, separator, width):
        try:
            return Separated(table_of(file, _batches_by_column(path, separator, width)))
        except pl.exceptions.ComputeError:  # a row with more cells than the first ones
            pass
    records = _Records(separator, width)
    with _as_text(path, encoding) as text:
        table = table_of(file, records.batches(text))
    return Separated(table, records.unpaired)


def _encoding_of(path: Path, file: str) -> str:
    with path.open("rb") as stream:
        start = stream.read(4)
    marked = [encoding for mark, encoding in _MARKS if start.startswith(mark)]
    for encoding in marked or ("utf-8-sig", "gb18030"):
        if _is_text(path, encoding):
            return encoding
    expected = "UTF-8、UTF-16 或 GB18030 编码的表格"
    raise Refusal(Problem(file, "", "不是文字的内容", expected, "请在表格软件中另存为“CSV UTF-8（逗号分隔）”"))


def _is_text(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                if "\0" in decoder.decode(piece):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


@contextmanager
def _as_text(path: Path, encoding: str) -> Iterator[TextIO]:
    with path.open(encoding=encoding, newline=None) as text:
        yield text


def _head(path: Path, encoding: str) -> list[str]:
    with _as_text(path, encoding) as text:
        return list(itertools.islice(text, _HEAD_RECORDS))


def _separator_of(path: Path, encoding: str) -> str:
    """The separator that stands in the first lines most often and in most of them equally often."""
    lines = re.sub('"[^"]*"', "", "".join(_head(path, encoding))).split("\n")
    counts = {mark: Counter(line.count(mark) for line in lines) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: max(count * often for count, often in counts[mark].items()))


def _width_of(path: Path, encoding: str, separator: str) -> int:
    try:
        return max(map(len, csv.reader(_head(path, encoding), delimiter=separator)), default=0)
    except csv.Error:
        return 1


def _is_regular(path: Path, separator: str, width: int) -> bool:
    """Whether every quote begins a cell, ends it, or stands twice inside one, and lines end as usual.

    A cell that runs over lines and holds as many separators as a row looks like rows between two lone quotes.
    """
    around = separator.encode() + b"\r\n"
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        first = len(codecs.BOM_UTF8) if raw[:3] == codecs.BOM_UTF8 else 0
        for quoted in _QUOTED.finditer(raw):
            begin, end = quoted.span()
            if (begin > first and raw[begin - 1] not in around) or (end < len(raw) and raw[end] not in around):
                return False
            if end - begin < 2 or raw[end - 1 : end] != b'"':
                return False
            if b"\n" in quoted[0] and quoted[0].count(separator.encode()) >= width - 1:
                return False
        return _LONE_RETURN.search(raw) is None


def _batches_by_column(path: Path, separator: str, width: int) -> Iterator[pl.DataFrame]:
    yield from pl.scan_csv(
        path,
        has_header=False,
        separator=separator,
        infer_schema=False,
        schema={str(number): pl.String for number in range(width)},
        missing_columns="insert",
        raise_if_empty=False,
        glob=False,
    ).collect_batches(maintain_order=True)


class _Records:
    """Reads any text record by record; `unpaired` gathers the rows in which a quote has no partner."""

    def __init__(self, separator: str, width: int) -> None:
        self.unpaired: list[int] = []
        self._separator = separator
        self._width = width

    def batches(self, text: TextIO) -> Iterator[pl.DataFrame]:
        """The records as batches of columns."""
        records = self._records(text)
        while batch := list(itertools.islice(records, _BATCH)):
            width = max(map(len, batch))
            columns = zip(*(record + [""] * (width - len(record)) for record in batch), strict=True)
            series = [pl.Series(str(number), column, dtype=pl.String) for number, column in enumerate(columns)]
            yield pl.DataFrame(series or [pl.Series("0", [""] * len(batch))])

    def _records(self, text: TextIO) -> Iterator[list[str]]:
        waiting: deque[str] = deque()
        for row in itertools.count(1):
            line = waiting.popleft() if waiting else text.readline()
            if not line:
                return
            record, is_open = self._split([line])
            yield (self._over_lines(line, text, waiting) or self._unpaired(line, row)) if is_open else record

    def _over_lines(self, line: str, text: TextIO, waiting: deque[str]) -> list[str] | None:
        """The record that a quoted cell continues over lines; None where no end of the quote gives a whole record."""
        lines = [line]
        while len(lines) < _LONGEST_RECORD and (following := waiting.popleft() if waiting else text.readline()):
            lines.append(following)
            if '"' in following and (record := self._closed(lines)) is not None:
                if self._is_whole(record):
                    return record
                break
        waiting.extendleft(reversed(lines[1:]))
        return None

    def _closed(self, lines: list[str]) -> list[str] | None:
        """The record of the lines; None while a quote is open."""
        record, is_open = self._split(lines)
        return None if is_open else record

    def _is_whole(self, record: list[str]) -> bool:
        """Whether it has the cells of a row, and none of them looks like rows between two lone quotes."""
        over_lines = (cell for cell in record if "\n" in cell)
        return len(record) == self._width and all(cell.count(self._separator) < self._width - 1 for cell in over_lines)

    def _unpaired(self, line: str, row: int) -> list[str]:
        self.unpaired.append(row)
        return next(csv.reader([line], delimiter=self._separator, quoting=csv.QUOTE_NONE), [])

    def _split(self, lines: list[str]) -> tuple[list[str], bool]:
        """The cells of the first record, and whether a quote is still open after the last line."""
        whole = [line if line.endswith("\n") else f"{line}\n" for line in lines]
        reader = csv.reader([*whole, "\n"], delimiter=self._separator)
        record = next(reader)
        return record, reader.line_num > len(lines)
