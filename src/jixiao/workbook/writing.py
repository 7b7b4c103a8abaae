"""A case as a workbook: every section on its sheet, written whole or not at all."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from jixiao.documents.sheets.cells import column_letters
from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.sections import SECTIONS, tree_of
from jixiao.expressions import ExpressionError, Name, names, parse
from jixiao.facts import standard_dictionary
from jixiao.facts.filling import filled_in
from jixiao.packs.filing import write_whole
from jixiao.packs.trees import Tree
from jixiao.refusals import Problem, Refusal
from jixiao.rules import RuleError
from jixiao.text.quoting import cited
from jixiao.workbook.asked import YES_NO
from jixiao.workbook.general import GENERAL, LINES, general_rows, registered_names
from jixiao.workbook.guide import AFTER_TABLES, BEFORE_TABLES, EXPLAINING, draw_guide, draw_names, draw_rule_guide
from jixiao.workbook.indicators import depth_of, indicator_rows, indicator_sheet, indicators_in, input_rows, rule_rows
from jixiao.workbook.inputs import INPUTS
from jixiao.workbook.judgements import JUDGEMENTS, MARKS, WHOLE, Asked, SheetsOf, judgement_rows
from jixiao.workbook.layout import Sheet
from jixiao.workbook.lists import FACTS, GENERAL_LISTS, NARRATIVE, WHOLE_SECTIONS
from jixiao.workbook.looks import at
from jixiao.workbook.painting import HEADING_ROW, OPTIONS, Painter
from jixiao.workbook.rows import Row
from jixiao.workbook.rulesheet import RULES
from jixiao.workbook.tabledrawing import draw_table
from jixiao.workbook.tablesheets import Placed, TableText, placed
from jixiao.workbook.totals import TOTALS, total_rows

LISTINGS = (*GENERAL_LISTS, *NARRATIVE, *WHOLE_SECTIONS)
"""Every sheet that lists entries one per row."""
SHEETS = (GENERAL, indicator_sheet(4), RULES, INPUTS, JUDGEMENTS, TOTALS, *(listing.sheet for listing in LISTINGS))
"""Every sheet of rows that is read."""
FIXED_NAMES = {*(sheet.name for sheet in SHEETS), *EXPLAINING, OPTIONS}
"""The names no table's sheet may have."""

_BEFORE_TABLES = tuple(name for name, _ in BEFORE_TABLES)
_AFTER_TABLES = tuple(name for name, _ in AFTER_TABLES)


def write_workbook(content: CaseContent, path: Path) -> None:
    """Write the case to `path` as a workbook, whole or not at all; an existing file is replaced.

    Reading it back gives the same content. Raises Refusal for what no sheet can hold: a rule that is none, data
    taken in a way that is not known.
    """
    write_whole(path, workbook_bytes(content))


def workbook_bytes(content: CaseContent) -> bytes:
    """The workbook as it is stored in a file."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "绩效"
    workbook.properties.title = content.case.name
    _draw(Painter(workbook), content)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _draw(painter: Painter, content: CaseContent) -> None:
    sections: dict[str, Tree] = {name: tree_of(getattr(content, name)) for name in SECTIONS}
    tables = [TableText(_entry(table.entry), table.headings, table.rows) for table in content.tables]
    drawn_tables = placed(tables, FIXED_NAMES)
    judged = _judged(sections, _sheets_of(drawn_tables))
    pages = _pages(sections, judged)
    draw_guide(painter, [(table.sheet, table.kind.note if table.kind else table.title) for table in drawn_tables])
    for name in _BEFORE_TABLES:
        painter.rows(*pages[name])
    for table in drawn_tables:
        draw_table(painter, table)
    for name in _AFTER_TABLES:
        painter.rows(*pages[name])
    draw_rule_guide(painter)
    draw_names(painter)
    for sheet, rows in pages.values():
        painter.drop_downs(painter.workbook[sheet.name], sheet, len(rows))
    _draw_lines(painter, sections)
    _draw_answers(painter, judged)
    painter.options()


def _entry(entry: object) -> Mapping[str, Tree]:
    tree = tree_of(entry)
    assert isinstance(tree, dict)  # an entry is a model
    return tree


def _pages(sections: Mapping[str, Tree], judged: Sequence[Asked]) -> dict[str, tuple[Sheet, list[Row]]]:
    """Every sheet of rows with its rows, by its name."""
    indicators, case = sections["indicators"], sections["case"]
    sheet = indicator_sheet(depth_of(indicators))
    pages = [
        (GENERAL, general_rows(case)),
        (sheet, indicator_rows(indicators, sheet)),
        (RULES, _rules(indicators)),
        (INPUTS, input_rows(indicators)),
        (JUDGEMENTS, [asked.row for asked in judged]),
        (TOTALS, total_rows(case)),
        *((listing.sheet, listing.rows(sections)) for listing in LISTINGS if listing.sheet is not FACTS),
        (FACTS, _with_meanings(sections)),
    ]
    return {sheet.name: (sheet, rows) for sheet, rows in pages}


def _with_meanings(sections: Mapping[str, Tree]) -> list[Row]:
    """The single facts, each with what its name means."""
    dictionary = standard_dictionary()
    listing = next(listing for listing in LISTINGS if listing.sheet is FACTS)
    rows = []
    for row in listing.rows(sections):
        meaning = dictionary.meaning(row.get("name"))
        rows.append(Row({**row.cells, "help": meaning.entry.definition if meaning is not None else ""}))
    return rows


def _sheets_of(tables: Sequence[Placed]) -> SheetsOf:
    """On which of the workbook's sheets the data of a formula is filled in: a table of the kind, or single facts."""
    by_title = {table.kind.title: table.sheet for table in reversed(tables) if table.kind is not None}
    dictionary = standard_dictionary()

    def sheets(formula: str) -> Sequence[str]:
        found = []
        for name in _names_in(formula):
            meaning = dictionary.meaning(name.text)
            words = [*(meaning.qualifiers if meaning else ()), *name.qualifiers]
            stage = next((stage for word in words if (stage := dictionary.stage(word))), "")
            spots = filled_in(meaning.entry.name, stage, last_year="上年" in words) if meaning else ""
            places = {spots.find(cited(title)): sheet for title, sheet in by_title.items() if cited(title) in spots}
            found.append(places[min(places)] if places else FACTS.name)
        return found

    return sheets


def _names_in(formula: str) -> Sequence[Name]:
    try:
        return names(parse(formula))
    except ExpressionError:  # it is complained about when the case is opened
        return ()


def _judged(sections: Mapping[str, Tree], sheets_of: SheetsOf) -> list[Asked]:
    """The rows of the judgements, those still to be given included."""
    leaves = [node for _, node in indicators_in(sections["indicators"]) if not node.get("children")]
    judgements = sections["judgements"]
    return judgement_rows(judgements if isinstance(judgements, dict) else {}, leaves, sheets_of)


def _rules(indicators: Tree) -> list[Row]:
    try:
        return rule_rows(indicators)
    except RuleError as error:
        problem = Problem("", "评分规则", error.found, error.expected, "请先修改这条评分规则")
        raise Refusal(problem) from None


def _draw_lines(painter: Painter, sections: Mapping[str, Tree]) -> None:
    """What lines of the general sheet have beyond a cell: a drop-down list of packs or scales, the mark of a must."""
    drawn = painter.workbook[GENERAL.name]
    items = [row.cells["item"] for row in general_rows(sections["case"])]
    for line in LINES:
        row = HEADING_ROW + 1 + items.index(line.item)
        if line.required:
            cell = at(drawn, row, 2)
            painter.must_fill(cell, GENERAL.column("text"), str(cell.value or ""))
        if line.registered:
            painter.drop_down(drawn, f"B{row}", registered_names(line), closed=False)


def _draw_answers(painter: Painter, judged: Sequence[Asked]) -> None:
    """The drop-down lists of the cells 认定: each question has answers of its own; spare rows offer them all."""
    drawn = painter.workbook[JUDGEMENTS.name]
    column = [column.key for column in JUDGEMENTS.columns].index("finding") + 1
    letters = column_letters(column)
    offered: dict[tuple[str, ...], list[str]] = {}
    for row, asked in enumerate(judged, start=HEADING_ROW + 1):
        if asked.row.cells["item"] == WHOLE:
            painter.not_to_fill(at(drawn, row, column))
        elif asked.answers:
            offered.setdefault(asked.answers, []).append(f"{letters}{row}")
    for answers, cells in offered.items():
        painter.drop_down(drawn, " ".join(cells), answers, closed=True)
    first = HEADING_ROW + 1 + len(judged)
    painter.drop_down(drawn, f"{letters}{first}:{letters}{first + 300}", (*MARKS, *YES_NO), closed=False)
