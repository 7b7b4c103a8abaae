"""The commands that score: evaluate and whatif."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from jixiao.evaluation import Case, ScoreSheet, build_case, evaluate, sensitivity_of
from jixiao.evaluation.folder import read_folder
from jixiao.evaluation.whatif import Outcome, try_changes
from jixiao.packs.filing import write_whole
from jixiao.refusals import Problem, Refusal
from jixiao.reports.results import result_text, sheet_json, whatif_json
from jixiao.reports.terminal import print_sheet, print_whatif

DONE, FOUND_ERRORS = 0, 1


def run_evaluate(path: Path, out: Path | None, as_json: bool, template: Path | None = None) -> int:
    """Score the case at `path`; the exit code says whether findings of severity error were made.

    `template` is a firm's own for the report.
    """
    case = _opened(path)
    sheet = evaluate(case)
    written = _write_results(_results(case, sheet), out) if out is not None else []
    if as_json:
        print(json.dumps(sheet_json(sheet), ensure_ascii=False, indent=2))
    else:
        _show(case, sheet, written)
    return FOUND_ERRORS if any(finding.severity == "error" for finding in sheet.findings) else DONE


def _show(case: Case, sheet: ScoreSheet, written: Sequence[Path]) -> None:
    console = _console()
    print_sheet(sheet, sensitivity_of(case, sheet), console)
    if written:
        console.print()
        console.print("已写出：")
        for path in written:
            console.print(f"  {path}", highlight=False, soft_wrap=True)


def _results(case: Case, sheet: ScoreSheet) -> list[tuple[str, bytes]]:
    """The files of an evaluation with their contents; what writes them is loaded only for them."""
    from jixiao.reports.content.building import report_of
    from jixiao.reports.page import report_html
    from jixiao.reports.scores import scores_xlsx

    report = report_of(case, sheet)
    return [
        ("report.html", report_html(case, sheet, report).encode()),
        ("scores.xlsx", scores_xlsx(case, sheet)),
        ("result.json", result_text(sheet, report).encode()),
    ]


def _write_results(results: Sequence[tuple[str, bytes]], out: Path) -> list[Path]:
    """Write the files into `out`, each whole or not at all."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in results:
            write_whole(out / name, content)
    except (FileExistsError, NotADirectoryError):
        raise Refusal(Problem(str(out), "", "一个文件", "可以写入的目录", "请换一个目录名")) from None
    except OSError as error:
        found = f"不能写入的目录（{error.strerror}）"
        raise Refusal(Problem(str(out), "", found, "可以写入的目录", "请换一个目录，或检查权限和磁盘空间")) from error
    return [out / name for name, _ in results]


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
