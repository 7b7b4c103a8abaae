"""Rows between a sheet and a section: texts that remember their cell, so that every complaint can name it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.packs.datafile import Document
from jixiao.packs.trees import KeyPath, Tree
from jixiao.refusals import Problem
from jixiao.workbook.layout import Column, Sheet
from jixiao.workbook.texts import join_lines, split_lines, split_list

_WORD = re.compile("[a-z_]+(?:-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Where:
    """A cell, a row (no heading) or a sheet (no row), named as a user finds it."""

    sheet: str
    row: int = 0
    heading: str = ""

    def __str__(self) -> str:
        row = f"第 {self.row} 行" if self.row else ""
        return f"工作表“{self.sheet}”{row}" + (f"“{self.heading}”" if self.heading else "")


class Text(str):
    """A text read from a cell; `where` is None for a text that is about to be written."""

    __slots__ = ("where",)
    where: Where | None

    def __new__(cls, text: str, where: Where | None = None) -> "Text":
        made = super().__new__(cls, text)
        made.where = where
        return made

    def like(self, text: str) -> "Text":
        """Another text from the same cell."""
        return Text(text, self.where)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by the keys of their columns, empty ones absent; `where` is None in a row to be written."""

    cells: Mapping[str, str]
    where: Where | None = None

    def get(self, key: str) -> Text:
        """The text of a cell, empty where nothing is written."""
        text = self.cells.get(key, "")
        return text if isinstance(text, Text) else Text(text, self.where)

    def has(self, *keys: str) -> bool:
        """Whether something is written in any of the cells."""
        return any(self.cells.get(key) for key in keys)


@dataclass(slots=True)
class Complaints:
    """Collects what is wrong in the workbook, so that a user sees all of it at once."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, text: Text | Row | Where | None, found: str, expected: str, mend: str) -> None:
        """A problem at a cell or a row."""
        where = text.where if isinstance(text, Text | Row) else text
        self.problems.append(Problem(self.file, str(where or ""), found, expected, mend))


def rows_by_code(rows: Sequence[Row], complaints: Complaints) -> dict[str, list[Row]]:
    """The rows of each indicator; a row without a code belongs to the one above it."""
    by_code: dict[str, list[Row]] = {}
    code = Text("")
    for row in rows:
        code = row.get("code") or code
        if code:
            by_code.setdefault(code, []).append(row)
        else:
            complaints.add(row, "没有指标编码的一行", "指标编码", "请填写这一行属于哪个指标")
    return by_code


def cell_of(value: Tree, column: Column) -> str:
    """What the cell of the column shows for a value of the data."""
    if isinstance(value, list):
        texts = [str(item) for item in value]
        return join_lines(texts) if column.kind == "lines" else ("\n" if column.kind == "items" else "、").join(texts)
    return column.words.get(str(value), str(value))


def value_of(text: Text, column: Column) -> Tree:
    """The value of the data that a cell of the column states; `cell_of` backwards."""
    if column.kind == "list":
        return [text.like(part) for part in split_list(text)]
    if column.kind == "items":
        return [text.like(part.strip()) for part in text.split("\n") if part.strip()]
    if column.kind == "lines":
        return [text.like(part) for part in split_lines(text)]
    words = {shown: value for value, shown in column.words.items()}
    return text.like(words.get(text, text))


def entry_of(row: Row, columns: Sequence[Column]) -> dict[str, Tree]:
    """The filled cells of a row as an entry of the data."""
    return {
        column.key: value_of(row.get(column.key), column)
        for column in columns
        if row.has(column.key) or (column.stated_blank and not (column.unless and row.has(column.unless)))
    }


def row_of(entry: Mapping[str, Tree], sheet: Sheet) -> Row:
    """An entry of the data as a row of the sheet."""
    return Row({column.key: cell_of(entry[column.key], column) for column in sheet.columns if column.key in entry})


@dataclass(frozen=True, slots=True)
class SheetDocument(Document):
    """A section read from sheets: its problems name sheet, row and heading, in the words of the workbook.

    `words` are the headings that stand for the keys of the data, for messages that speak of keys. Where the file
    already names the sheet, places do not repeat it.
    """

    places: Mapping[KeyPath, Where] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def place(self, path: KeyPath = ()) -> str:
        """The cell of a path; of a path the sheets do not hold, the row of its nearest ancestor."""
        while path and path not in self.places:
            path = path[:-1]
        where = self.places.get(path)
        if where is None:
            return ""
        return (
            str(where).removeprefix(f"工作表“{where.sheet}”") if self.file.endswith(f"“{where.sheet}”") else str(where)
        )

    def problem(self, path: KeyPath, found: str, expected: str, mend: str) -> Problem:
        """A problem at a path."""
        return self.said(Problem(self.file, self.place(path), found, expected, mend))

    def said(self, problem: Problem) -> Problem:
        """The problem with the keys of the data in the words of the workbook."""
        told = (self._said(text) for text in (problem.found, problem.expected, problem.mend))
        return Problem(problem.file, problem.place, *told)

    def _said(self, text: str) -> str:
        return _WORD.sub(lambda word: self.words.get(word[0], word[0]), text).replace(": …”", "”")


def document_of(file: str, tree: Tree, words: Mapping[str, str]) -> SheetDocument:
    """The tree as a document: plain texts, and the cell of every text, list and mapping in it."""
    places: dict[KeyPath, Where] = {}
    plain = _plain(tree, (), places)
    lines = {path: where.row for path, where in places.items() if where.row}
    return SheetDocument(file, plain, lines, places, words)


def _plain(tree: Tree, path: KeyPath, places: dict[KeyPath, Where]) -> Tree:
    if isinstance(tree, str):
        if isinstance(tree, Text) and tree.where is not None:
            places[path] = tree.where
        return str(tree)
    first = next(_wheres(tree), None)
    if first is not None:
        places[path] = Where(first.sheet, first.row) if isinstance(tree, dict) else first
    if isinstance(tree, dict):
        return {str(key): _plain(value, (*path, str(key)), places) for key, value in tree.items()}
    return [_plain(value, (*path, number), places) for number, value in enumerate(tree)]


def _wheres(tree: Tree) -> Iterator[Where]:
    """The cells of all texts in the tree, keys of mappings included."""
    if isinstance(tree, str):
        if isinstance(tree, Text) and tree.where is not None:
            yield tree.where
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _wheres(key)
            yield from _wheres(value)
    else:
        for value in tree:
            yield from _wheres(value)
