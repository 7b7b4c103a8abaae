"""A workbook as the sections of a case, each section knowing its cells."""

from collections.abc import Iterator
from pathlib import Path

from jixiao.documents.sheets.cells import Grid, read_grids
from jixiao.evaluation.content import TableEntry, TableSheet
from jixiao.evaluation.sections import Sections
from jixiao.packs.complaints import nearest
from jixiao.packs.datafile import Document, validate
from jixiao.packs.trees import Tree
from jixiao.refusals import Refusal
from jixiao.workbook.general import GENERAL, LINES, read_general, refuse_halves, registered
from jixiao.workbook.guide import EXPLAINING
from jixiao.workbook.indicators import indicator_sheet, read_indicators
from jixiao.workbook.inputs import INPUTS
from jixiao.workbook.judgementreading import read_judgements
from jixiao.workbook.judgements import JUDGEMENTS, QUESTIONS
from jixiao.workbook.layout import REMARK, Sheet
from jixiao.workbook.lists import BANDS, FACTS
from jixiao.workbook.painting import OPTIONS
from jixiao.workbook.rows import Complaints, Row, SheetDocument, Where, document_of
from jixiao.workbook.rulerows import WAYS
from jixiao.workbook.rulesheet import RULES
from jixiao.workbook.sheetcells import SheetCells, filled_rows
from jixiao.workbook.tablesheets import MARKS_OF_TABLES, TableText, is_table, read_table_sheet
from jixiao.workbook.totals import TOTALS, read_totals
from jixiao.workbook.writing import LISTINGS, SHEETS

_NEEDED = (GENERAL.name, "指标体系")
_INDICATORS = indicator_sheet(4)
_OFFICE_OWN = "WpsReserved"


def read_workbook(path: Path) -> Sections:
    """The sections of the case in the workbook at `path`, as a folder gives them; a table without rows is left out.

    Refusal, with every problem found, for a file that is no readable workbook, for sheets and headings that are not
    known (a user's own begin with 备注), cells with errors or formulas without a value, rows that cannot be placed.
    """
    reader = _Reader(path)
    reader.sort(read_grids(path))
    sections = reader.sections()
    if reader.complaints.problems:
        raise Refusal(*reader.complaints.problems)
    return sections


class _Reader:
    """Reads sheet by sheet and collects every problem before anything is refused."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self.complaints = Complaints(path.name)
        self.cells: dict[str, SheetCells] = {}
        self.tables: list[SheetCells] = []

    def sort(self, grids: tuple[Grid, ...]) -> None:
        """Which sheet is which."""
        known = {sheet.name for sheet in SHEETS}
        for grid in grids:
            cells = SheetCells(grid, self.complaints)
            if grid.name in known:
                self.cells[grid.name] = cells
            elif grid.name in (*EXPLAINING, OPTIONS) or grid.name.startswith((REMARK, _OFFICE_OWN)) or not grid.rows:
                continue
            elif is_table(cells):
                self.tables.append(cells)
            else:
                near = nearest(grid.name, known)
                mend = f"请改名为“{near}”；" if near else ""
                mend += f"数据表请在表头上方写明“表类：…”；自己的底稿，工作表名请以“{REMARK}”开头"
                self.complaints.add(Where(grid.name), f"不认识的工作表“{grid.name}”", "案例的工作表或数据表", mend)
        for name in _NEEDED:
            if name not in self.cells:
                self.complaints.add(
                    None,
                    f"没有工作表“{name}”的工作簿",
                    f"工作表“{name}”",
                    "请恢复这张工作表，或用 jixiao new 生成新的工作簿",
                )

    def rows(self, sheet: Sheet) -> list[Row]:
        """The rows of a sheet whose required cells are filled; none where the sheet is missing."""
        cells = self.cells.get(sheet.name)
        return list(filled_rows(cells.rows(sheet), self.complaints, sheet)) if cells is not None else []

    def loose_rows(self, sheet: Sheet) -> list[Row]:
        """The rows of a sheet whose reader itself says what is missing."""
        cells = self.cells.get(sheet.name)
        return cells.rows(sheet) if cells is not None else []

    def sections(self) -> Sections:
        """All sections, with what is wrong among the complaints."""
        trees: dict[str, Tree] = {
            "case": self._case(),
            "indicators": read_indicators(
                self.loose_rows(_INDICATORS),
                self.loose_rows(RULES),
                self.loose_rows(INPUTS),
                _INDICATORS,
                self.complaints,
            ),
            "judgements": read_judgements(self.loose_rows(JUDGEMENTS), self.complaints),
        }
        for listing in LISTINGS:
            if listing.section != "case":
                entries = listing.tree(self.rows(listing.sheet))
                _put(trees, listing.section, listing.path, entries)
        documents = {
            name: self._document(name, tree) for name, tree in trees.items() if tree or name in ("case", "indicators")
        }
        read = [
            (cells.sheet, table)
            for cells in self.tables
            if (table := read_table_sheet(cells)) is not None and (table.rows or _is_told(table))
        ]
        if self.complaints.problems:
            raise Refusal(*self.complaints.problems)
        tables, document = self._tables(read)
        return Sections(documents, tables, document)

    def _case(self) -> Tree:
        own_scale = any(listing.sheet is BANDS and self.rows(listing.sheet) for listing in LISTINGS)
        general = self.loose_rows(GENERAL)
        case = read_general(general, self.complaints, own_scale=own_scale) if GENERAL.name in self.cells else {}
        for listing in LISTINGS:
            entries = listing.tree(self.rows(listing.sheet)) if listing.section == "case" else []
            if not entries:
                continue
            key, *inner = listing.path
            if inner:
                node = case.setdefault(str(key), {})
                if isinstance(node, dict):
                    node[str(inner[0])] = entries
            elif key in case:
                where = next(self._wheres(listing.sheet), None)
                found = f"“{GENERAL.name}”和“{listing.sheet.name}”都填了等级标准"
                self.complaints.add(where, found, "二者之一", f"请清空“{GENERAL.name}”里的等级标准，或清空这张工作表")
            else:
                case[str(key)] = entries
        refuse_halves(case, general, self.complaints)
        return case | read_totals(self.rows(TOTALS), self.complaints)

    def _wheres(self, sheet: Sheet) -> Iterator[Where]:
        yield from (row.where for row in self.rows(sheet) if row.where is not None)

    def _document(self, section: str, tree: Tree) -> SheetDocument:
        """The document of a section; that of the facts has its sheet in its name, because every fact cites it."""
        file = f"{self.file} 工作表“{FACTS.name}”" if section == "facts" else self.file
        return document_of(file, tree, _WORDS[section])

    def _tables(self, read: list[tuple[str, TableText]]) -> tuple[tuple[TableSheet, ...], Document | None]:
        """The tables with the names of their sheets, under which a user knows them."""
        if not read:
            return (), None
        document = document_of(self.file, [dict(table.entry) for _, table in read], _WORDS["tables"])
        entries = validate(document, list[TableEntry])
        return tuple(
            TableSheet(entry, table.headings, table.rows, table.numbers, f"{self.file} 工作表“{sheet}”")
            for entry, (sheet, table) in zip(entries, read, strict=True)
        ), document


def _is_told(table: TableText) -> bool:
    """Whether something was written above the headings that an empty table does not say of itself."""
    return any(key in table.entry for key in ("source", "scheme", "year", "body"))


def _put(trees: dict[str, Tree], section: str, path: tuple[str | int, ...], entries: list[Tree]) -> None:
    if not path:
        trees[section] = entries
        return
    node = trees.setdefault(section, {})
    if entries and isinstance(node, dict):
        node[str(path[0])] = entries


def _words(*sheets: Sheet) -> dict[str, str]:
    """The headings by the keys of the data, for messages that speak of keys."""
    return {"true": "是"} | {column.key: column.heading for sheet in sheets for column in sheet.columns}


def _sheets_by_section() -> dict[str, list[Sheet]]:
    sheets: dict[str, list[Sheet]] = {}
    for listing in LISTINGS:
        if listing.section != "case":
            sheets.setdefault(listing.section, []).append(listing.sheet)
    return sheets


_IN_RULES = {
    "loses": "每步扣（加）分",
    "line": "得分（各点）",
    "inverse": "得分（÷实际值）",
    "gives": "得分",
    "points": "要点",
    "criteria": "评价要点",
    "children": "下级",
    "score": "得分",
    "input": INPUTS.name,
    "rule": RULES.name,
    "override": "调整得分",
    **{key: way.name for way in reversed(WAYS) for key in way.example},
}
_WORDS = {
    "case": _words(*(listing.sheet for listing in LISTINGS if listing.section == "case"), TOTALS)
    | {str(line.path[-1]): line.item for line in LINES}
    | registered(),
    "indicators": _words(INPUTS, RULES, _INDICATORS) | _IN_RULES,
    "judgements": _words(JUDGEMENTS) | {"is": "认定", "points": "要点", "override": "调整得分", **QUESTIONS},
    "tables": {key: mark for mark, key in MARKS_OF_TABLES.items()},
    **{section: _words(*sheets) for section, sheets in _sheets_by_section().items()},
}
"""The words of every section."""
