"""Tables in their own layout: a title, a line saying kind, unit and evidence, the headings of the report, the rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.facts import TableKind, table_kind, table_kinds
from jixiao.packs.trees import Tree
from jixiao.workbook.layout import REMARK
from jixiao.workbook.rows import Text, Where
from jixiao.workbook.sheetcells import SheetCells
from jixiao.workbook.texts import split_list

_MARK = re.compile(r"\s*(\S+?)\s*[:：]\s*(.*?)\s*", re.DOTALL)
_SCHEME = re.compile(r"\s*([A-Z])\s*[（(].*", re.DOTALL)
_SHEET_NAME = re.compile(r"[^\[\]:*?/\\']{1,31}")
_HEADER_ROWS = 12
_FIRST_ROW = 4

KIND, UNIT, SOURCE, SCHEME, YEAR, BODY, FILE = "表类", "单位", "来源", "计分办法", "年度", "机构", "文件"
MARKS_OF_TABLES = {
    KIND: "kind",
    UNIT: "unit",
    SOURCE: "source",
    SCHEME: "scheme",
    YEAR: "year",
    BODY: "body",
    FILE: "file",
}
"""What stands above the headings, by the keys of the data."""


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as texts: what is said about it (the entry of the data), its headings, its rows and their numbers."""

    entry: Mapping[str, Tree]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A table on its sheet: the name of the sheet, the marks above the headings as (column, text), by row."""

    sheet: str
    title: str
    marks: tuple[tuple[tuple[int, str], ...], ...]
    table: TableText
    kind: TableKind | None

    @property
    def heading_row(self) -> int:
        """The row of the headings."""
        return _FIRST_ROW


def placed(tables: Sequence[TableText], taken: set[str]) -> list[Placed]:
    """Every table with a sheet of its own, named after its file where a sheet may be named so."""
    names = {name.lower() for name in taken}
    sheets = []
    for number, table in enumerate(tables, start=1):
        stem = str(table.entry["file"]).removeprefix("tables/").removesuffix(".csv")
        fits = _SHEET_NAME.fullmatch(stem) and stem == stem.strip() and stem.lower() not in names
        name = stem if fits and not stem.startswith(REMARK) else _free(f"表{number}", names)
        names.add(name.lower())
        kind = table_kind(str(table.entry["kind"]))
        sheets.append(Placed(name, str(table.entry["title"]), _marks(table, kind, name != stem), table, kind))
    return sheets


def _free(name: str, names: set[str]) -> str:
    while name.lower() in names:
        name += "乙"
    return name


def _marks(table: TableText, kind: TableKind | None, with_file: bool) -> tuple[tuple[tuple[int, str], ...], ...]:
    """The two rows of marks: kind and unit; evidence and what only some tables say."""
    entry = table.entry
    last = max(len(table.headings), 3)
    source = entry.get("source", [])
    shown = kind.title if kind is not None else str(entry["kind"])
    has_unit = "unit" in entry or kind is None or any(column.type == "amount" for column in kind.columns)
    above = ((1, f"{KIND}：{shown}"), *(((last, f"{UNIT}：{entry.get('unit', '')}"),) if has_unit else ()))
    beside = [f"{SOURCE}：{'、'.join(map(str, source))}"]
    asked = {SCHEME} if kind is not None and kind.kind == "survey_counts" else set()
    for mark in (SCHEME, YEAR, BODY):
        if mark in asked or MARKS_OF_TABLES[mark] in entry:
            beside.append(f"{mark}：{entry.get(MARKS_OF_TABLES[mark], '')}")
    if with_file:
        beside.append(f"{FILE}：{entry['file']}")
    columns = [1, last, *range(2, last), *range(last + 1, last + len(MARKS_OF_TABLES))]
    return (above, tuple(zip(columns, beside, strict=False)))


def is_table(cells: SheetCells) -> bool:
    """Whether the sheet says what kind of table it holds."""
    return "kind" in _head(cells).said


@dataclass(slots=True)
class _Head:
    """What is said above the headings, by the keys of the data, each once; its rows, and every cell it was read of."""

    said: dict[str, Text] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    used: set[tuple[int, int]] = field(default_factory=set)


def _head(cells: SheetCells) -> _Head:
    """The marks: those of the row that says the kind of table and of the rows right after it.

    A mark with nothing behind its colon has its value in the next filled cell of the row.
    """
    head = _Head()
    for number in cells.numbers:
        texts = {column: cells.grid_text(number, column) for column in cells.columns(number)}
        matches = {column: match for column, text in texts.items() if (match := _MARK.fullmatch(text))}
        marks = {column: match for column, match in matches.items() if match[1] in MARKS_OF_TABLES}
        if number > _HEADER_ROWS or (head.rows and not marks):
            break
        for column, match in marks.items():
            key, value = MARKS_OF_TABLES[match[1]], match[2]
            if key in head.said:
                continue
            beside = next((place for place, text in texts.items() if place > column and text), None)
            head.used.add((number, column))
            if not value and beside is not None and beside not in marks:
                value = texts[beside]
                head.used.add((number, beside))
            head.said[key] = Text(value, Where(cells.sheet, number, match[1]))
        head.rows += [number] if marks else []
    return head


def read_table_sheet(cells: SheetCells) -> TableText | None:
    """The table on the sheet; None after a complaint about headings or cells that cannot be read."""
    kinds = {kind.title: kind for kind in table_kinds()}
    head = _head(cells)
    said = head.said
    kind = kinds.get(said["kind"])
    headings = _headings(cells, head.rows[-1], kind)
    if headings is None:
        expected = "、".join(kind.headings) if kind is not None else "一行表头"
        cells.complaints.add(Where(cells.sheet), "没有表头的表", expected, "请恢复表头一行")
        return None
    row, columns = headings
    entry: dict[str, Tree] = {"file": said.get("file") or Text(f"tables/{cells.sheet}.csv", Where(cells.sheet))}
    entry["kind"] = said["kind"].like(kind.kind) if kind is not None else said["kind"]
    entry["title"] = _title(cells, head) or Text(cells.sheet, Where(cells.sheet, 1))
    for key in ("unit", "year", "body"):
        if said.get(key):
            entry[key] = said[key]
    if said.get("scheme"):
        entry["scheme"] = said["scheme"].like(_SCHEME.sub(r"\1", said["scheme"]))
    if said.get("source"):
        entry["source"] = [said["source"].like(each) for each in split_list(said["source"])]
    _refuse_strays(cells, head, row)
    cells.refuse_unheaded(row)
    body = [number for number in cells.numbers if number > row]
    rows = [(number, tuple(cells.text(number, column, name) for column, name in columns.items())) for number in body]
    filled = [(number, texts) for number, texts in rows if any(texts)]
    return TableText(
        entry,
        tuple(columns.values()),
        tuple(tuple(map(str, texts)) for _, texts in filled),
        tuple(number for number, _ in filled),
    )


def _title(cells: SheetCells, head: _Head) -> Text | None:
    """The first text above the marks."""
    for number in cells.numbers:
        for column in cells.columns(number) if number < head.rows[0] else ():
            text = cells.text(number, column, "标题")
            if text:
                head.used.add((number, column))
                return text
    return None


def _refuse_strays(cells: SheetCells, head: _Head, headings: int) -> None:
    """What stands above the headings and is no mark and no title would be lost without a word."""
    for number in (number for number in cells.numbers if number < headings):
        for column in cells.columns(number):
            if (number, column) not in head.used:
                example = f"请写在冒号后面（如 {SOURCE}：E02）或移到表内；自己的说明请以“{REMARK}”开头"
                cells.refuse_stray(number, column, f"{'、'.join(MARKS_OF_TABLES)}的内容", example)


def _headings(cells: SheetCells, marked: int, kind: TableKind | None) -> tuple[int, dict[int, str]] | None:
    """The row of the headings and the columns that are read: below the marks, where most headings of the kind stand."""
    known = set(kind.headings) if kind is not None else set()
    derived = {column.heading for column in kind.derived} if kind is not None else set()
    candidates = [number for number in cells.numbers if marked < number <= _HEADER_ROWS + marked]
    best = max(
        candidates, key=lambda number: (len(known & set(cells.row_texts(number).values())), -number), default=None
    )
    if best is None:
        return None
    texts = cells.row_texts(best)
    return best, {
        column: text
        for column, text in texts.items()
        if not text.startswith(REMARK) and (text in known or text not in derived)
    }
