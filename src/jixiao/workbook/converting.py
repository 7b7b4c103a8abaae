"""Opening a case in either form, turning one form into the other, and starting a new case from a pack."""

from pathlib import Path

from jixiao.evaluation import Case, build_case
from jixiao.evaluation.content import CaseContent, General, TableEntry, TableSheet
from jixiao.evaluation.folder import read_folder, write_folder
from jixiao.evaluation.sections import Sections
from jixiao.evaluation.wanted import wanted_facts
from jixiao.expressions import names
from jixiao.facts import StatedFact, survey_scheme, table_kind, table_kinds
from jixiao.indicators import IndicatorNode, expressions_of, read_system
from jixiao.packs.datafile import validate
from jixiao.packs.registry import Pack, standard_registry
from jixiao.refusals import Problem, Refusal
from jixiao.workbook.firstrows import FIRST_ROWS, tables_giving
from jixiao.workbook.reading import read_workbook
from jixiao.workbook.rows import SheetDocument
from jixiao.workbook.tabledrawing import SCHEMES, scheme_in_words
from jixiao.workbook.tablesheets import SCHEME
from jixiao.workbook.writing import write_workbook

SUFFIX = ".xlsx"
_SPREADSHEETS = (SUFFIX, ".xls", ".xlsm", ".et", ".ods")


def read_case(path: Path) -> Sections:
    """The sections of the case at `path`, a folder or a workbook; Refusal for what cannot be read."""
    if path.is_dir() or path.suffix.lower() not in _SPREADSHEETS:
        return read_folder(path)
    return read_workbook(path)


def open_case(path: Path) -> Case:
    """The case at `path`, a folder or a workbook, ready to be scored; Refusal with every problem found."""
    sections = read_case(path)
    try:
        return build_case(sections)
    except Refusal as refusal:
        raise Refusal(*(_in_sheets(problem, sections) for problem in refusal.problems)) from None


def _in_sheets(problem: Problem, sections: Sections) -> Problem:
    """The problem of a table in the words of its sheet, where the case is a workbook."""
    document = sections.tables_document
    if isinstance(document, SheetDocument):
        for table in sections.tables:
            if problem.file == table.shown:
                return _about_scheme(document.said(problem), table)
    return problem


def _about_scheme(problem: Problem, table: TableSheet) -> Problem:
    """A survey without the weights of its answers is refused before anything else in it is read: how to name them."""
    kind, scheme = table_kind(table.entry.kind), table.entry.scheme
    if kind is None or not kind.is_survey or not table.rows or survey_scheme(scheme) is not None:
        return problem
    found = f"计分办法“{scheme}”" if scheme else "没有计分办法的满意度调查"
    mend = f"请写计分办法，如 计分办法：A（{scheme_in_words(SCHEMES[0])}）；各种办法见表头上方的批注"
    return Problem(problem.file, f"表头上方“{SCHEME}”", found, f"{'、'.join(SCHEMES)} 之一", mend)


def convert(case: Path, target: Path, *, overwrite: bool = False) -> None:
    """Write the case at `case` to `target`: as a workbook where the target ends in .xlsx, otherwise as a folder.

    Nothing is lost and nothing is left half-written. A target that exists is refused, unless `overwrite` is given and
    it is a workbook; a folder, in which people keep other things too, is never replaced. What is converted need not
    be complete: a case without weights or judgements is one that is still being filled in.
    """
    content = read_case(case).content()
    _write(content, target, overwrite)


def new_case(target: Path, pack: str, *, overwrite: bool = False) -> None:
    """Write an empty case from the pack of that id or name: its indicators, its grade scale, tables to be filled.

    Of a framework, which fixes no weights, weights and rules are left to be filled in. Raises Refusal for a pack that
    is not known and for a target that exists.
    """
    _write(empty_case(standard_registry().pack(pack)), target, overwrite)


def empty_case(pack: Pack) -> CaseContent:
    """The content of a case in which only what the pack says is filled in; names and year are empty texts."""
    scale = pack.header.grade_scale or _USUAL_SCALE
    general = General.model_construct(
        name="", department="", year="", framework=pack.header.id, grade_scale=scale, total_rules=[]
    )
    indicators = validate(pack.indicators, list[IndicatorNode])
    return CaseContent(general, indicators, facts=_wanted_facts(pack), tables=_empty_tables())


def _wanted_facts(pack: Pack) -> list[StatedFact]:
    """The data the pack's formulas name and no table gives, each once, their values to be filled in."""
    indicators = read_system(pack.indicators).indicators()
    asked = (name for each in indicators for expression in expressions_of(each) for name in names(expression))
    return wanted_facts(asked, tables_giving())


_USUAL_SCALE = "standard"


def _empty_tables() -> list[TableSheet]:
    """A table of every kind with its headings, and the rows every department has."""
    tables = []
    for kind in table_kinds():
        entry = {"file": f"tables/{kind.title}.csv", "kind": kind.kind, "title": kind.title}
        if any(column.type == "amount" for column in kind.columns):
            entry["unit"] = "万元"
        first_rows = FIRST_ROWS.get(kind.kind, ())
        rows = tuple((*first, *[""] * (len(kind.headings) - len(first))) for first in first_rows)
        numbers = tuple(range(2, len(rows) + 2))
        tables.append(TableSheet(TableEntry.model_validate(entry), kind.headings, rows, numbers))
    return tables


def _write(content: CaseContent, target: Path, overwrite: bool) -> None:
    if target.suffix.lower() != SUFFIX:
        write_folder(content, target)
        return
    if target.exists() and not (overwrite and target.is_file()):
        raise Refusal(Problem(str(target), "", "已经存在的文件", "还不存在的目标", "请换一个名称，或先移走原有文件"))
    if not target.parent.is_dir():
        raise Refusal(Problem(str(target.parent), "", "不存在的文件夹", "已有的上级文件夹", "请先建立上级文件夹"))
    write_workbook(content, target)


__all__ = ["convert", "empty_case", "new_case", "open_case", "read_case"]
