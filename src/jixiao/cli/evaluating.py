"""The commands that score: evaluate and whatif."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from jixiao.cli.writing import write_files
from jixiao.evaluation import Case, ScoreSheet, build_case, evaluate, sensitivity_of
from jixiao.evaluation.folder import read_folder
from jixiao.evaluation.whatif import Outcome, try_changes
from jixiao.refusals import Problem, Refusal
from jixiao.reports.results import sheet_json, whatif_json
from jixiao.reports.terminal import print_sheet, print_whatif

if TYPE_CHECKING:
    from jixiao.reports.files import Files
    from jixiao.reports.word.writing import Template

DONE, FOUND_ERRORS = 0, 1


def run_evaluate(path: Path, out: Path | None, as_json: bool, template: Path | None, pages: bool) -> int:
    """Score the case at `path`; the exit code says whether findings of severity error were made.

    `template` is a firm's own for the report; `pages` asks for page numbers in the contents of the Word files.
    """
    if template is not None and out is None:
        mend = "请加上 --out 目录"
        raise Refusal(Problem("jixiao evaluate", "", "--template 而没有 --out", "写报告的目录", mend))
    case = _opened(path)
    sheet = evaluate(case)
    files = None if out is None else _files(case, sheet, template, pages)
    written = [] if out is None or files is None else write_files(out, files.contents)
    if as_json:
        print(json.dumps(sheet_json(sheet), ensure_ascii=False, indent=2))
    else:
        _show(case, sheet, written, () if files is None else files.notes)
    return FOUND_ERRORS if any(finding.severity == "error" for finding in sheet.findings) else DONE


def _show(case: Case, sheet: ScoreSheet, written: Sequence[Path], notes: Sequence[str]) -> None:
    console = _console()
    print_sheet(sheet, sensitivity_of(case, sheet), console)
    if written:
        console.print()
        console.print("已写出：")
        for path in written:
            console.print(f"  {path}", highlight=False, soft_wrap=True)
    for note in notes:
        console.print(f"请注意：{note}")


def _files(case: Case, sheet: ScoreSheet, template: Path | None, pages: bool) -> "Files":
    """The files of the evaluation; what writes them is loaded only for them."""
    from jixiao.reports.files import files_of

    return files_of(case, sheet, None if template is None else _template(template), pages=pages)


def _template(path: Path) -> "Template":
    """The firm's template at `path`."""
    from jixiao.reports.word.writing import Template

    try:
        return Template(path.name, path.read_bytes())
    except OSError as error:
        found = "不存在的文件" if isinstance(error, FileNotFoundError) else f"读不了的文件（{error.strerror}）"
        raise Refusal(Problem(str(path), "", found, "Word 模板（.docx）", "请核对 --template 后的文件名")) from None


def run_whatif(path: Path, changes: Sequence[str], as_json: bool) -> int:
    """Score the case as it is and with the changes."""
    outcome: Outcome = try_changes(_opened(path), changes)
    if as_json:
        print(json.dumps(whatif_json(outcome), ensure_ascii=False, indent=2))
    else:
        print_whatif(outcome, _console())
    return DONE


def _console() -> Console:
    """A console for standard output; in a pipe it writes plain text, never wider than 100 columns."""
    width = None if sys.stdout.isatty() else 100
    return Console(width=width, highlight=False, soft_wrap=False)


def _opened(path: Path) -> Case:
    """The case at `path`; what reads workbooks is loaded only for a workbook, since it takes longer than scoring."""
    if path.is_dir():
        return build_case(read_folder(path))
    from jixiao.workbook import open_case

    return open_case(path)
