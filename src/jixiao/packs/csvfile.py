"""Read and write tables as CSV, so that neither a spreadsheet nor this program changes a cell.

A spreadsheet executes a cell that begins with `= + - @`. A text of that kind is written with a leading
apostrophe and read back without it; a number keeps its sign and nothing else.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.packs.complaints import refusal_of
from jixiao.packs.filing import bytes_of, write_whole
from jixiao.packs.trees import describe
from jixiao.refusals import Problem, Refusal

SIZE_LIMIT = 20_000_000
"""Bytes a table file may have."""

_NUMBER = re.compile(r"[+-]?(\d[\d,]*)?\.?\d*[%％]?")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠]")
_DANGEROUS = re.compile(r"'*[=+\-@＝＋－＠]")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as written: `rows` include the headings, all of one length; `numbers` are the 1-based rows a
    spreadsheet would show; `notes` say what a reader should know (another encoding was accepted)."""

    file: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    notes: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return self.rows[0]

    @property
    def body(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The rows below the headings, each with its number.

        >>> parse_csv("类别,决算数\\n支出合计,207.90\\n", "t.csv").body
        ((2, ('支出合计', '207.90')),)
        """
        return tuple(zip(self.numbers[1:], self.rows[1:], strict=True))


def read_csv(path: Path, *, name: str = "") -> CsvTable:
    """Read the table at `path`: UTF-8 with or without byte order mark, or GB18030, which is noted.

    Raises Refusal for a missing, empty or too large file, other encodings, ragged rows and broken quotes.
    """
    name = name or path.name
    raw = bytes_of(path, name, SIZE_LIMIT)
    try:
        return parse_csv(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        mend = "请在表格软件中另存为“CSV UTF-8（逗号分隔）”"
        raise Refusal(Problem(name, "", "无法识别的文字编码", "UTF-8 或 GB18030 编码的表格", mend)) from None
    return parse_csv(text, name, notes=(f"{name} 不是 UTF-8 编码，已按 GB18030 读取",))


def parse_csv(text: str, file: str, *, notes: tuple[str, ...] = ()) -> CsvTable:
    """Read a table given as text; empty lines are passed over, everything else is kept as written.

    >>> parse_csv("类别,数\\n'=甲,-3\\n", "t.csv").rows[1]
    ('=甲', '-3')
    >>> parse_csv("类别,数\\n甲\\n", "t.csv")
    Traceback (most recent call last):
        ...
    jixiao.refusals.Refusal: t.csv，第 2 行：读到 1 列（“甲”），应为与表头相同的 2 列。请补齐或删去这一行的单元格。
    """
    if "\0" in text:
        found = "不是文字的内容"
        raise Refusal(Problem(file, "", found, "CSV 表格", "请在表格软件中另存为“CSV UTF-8（逗号分隔）”"))
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            if row:
                rows.append(tuple(map(_unguarded, row)))
                numbers.append(number)
    except csv.Error:
        place, found = f"第 {number + 1} 行", "没有配对的引号"
        raise Refusal(Problem(file, place, found, "成对的英文引号", "请检查这一行的引号")) from None
    _refuse_shape(file, rows, numbers)
    return CsvTable(file, tuple(rows), tuple(numbers), notes)


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write the rows to `path`, whole or not at all, with the mark by which spreadsheets know UTF-8."""
    write_whole(path, csv_text(rows).encode("utf-8-sig"))


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV text.

    >>> csv_text([["类别", "数"], ["=1+1", "-3"], ["—", "-"]])
    "类别,数\\n'=1+1,-3\\n—,-\\n"
    """
    return "".join(",".join(map(_written, row)) + "\n" if len(row) != 1 or row[0] else '""\n' for row in rows)


def _written(cell: str) -> str:
    guarded = _guarded(cell)
    return '"' + guarded.replace('"', '""') + '"' if re.search(r'[,"\r\n]', guarded) else guarded


def _guarded(cell: str) -> str:
    return f"'{cell}" if _DANGEROUS.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _refuse_shape(file: str, rows: list[tuple[str, ...]], numbers: list[int]) -> None:
    if not rows:
        raise Refusal(Problem(file, "", "空白", "一行表头和各行数据", "请填写表格"))
    headings = rows[0]
    if len(headings) == 1 and re.search(r"[\t;；，]", headings[0]):
        found = f"没有分列的表头（{describe(headings[0])}）"
        raise Refusal(Problem(file, f"第 {numbers[0]} 行", found, "用英文逗号分隔的表头", "请另存为逗号分隔的 CSV"))
    width = len(headings)
    problems = [
        Problem(
            file,
            f"第 {number} 行",
            f" {len(row)} 列（{describe(row[0])}）",
            f"与表头相同的 {width} 列",
            "请补齐或删去这一行的单元格",
        )
        for number, row in zip(numbers, rows, strict=True)
        if len(row) != width
    ]
    if problems:
        raise refusal_of(file, problems)
