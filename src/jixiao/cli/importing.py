"""The command that imports an indicator system from a document."""

import json
import sys
from pathlib import Path

from rich.console import Console

from jixiao.documents import open_document
from jixiao.evaluation.folder import write_folder
from jixiao.evaluation.importing import case_from
from jixiao.reading import Cover, cover_of, read_indicators
from jixiao.reports.imported import imported_json, print_imported

DONE, FOUND_ERRORS = 0, 1


def run_indicators(file: Path, out: Path | None, as_json: bool) -> int:
    """Show the indicator system in the file, and write a new case with it to `out` where that is given.

    The exit code says whether findings of severity error were made; an `out` that exists is refused.
    """
    document = open_document(file)
    system, cover = read_indicators(document), cover_of(document)
    if out is not None:
        write_folder(case_from(system, cover), out)
    if as_json:
        print(json.dumps(imported_json(system), ensure_ascii=False, indent=2))
    else:
        print_imported(system, Console(width=None if sys.stdout.isatty() else 100, highlight=False))
        if out is not None:
            print(f"已写出 {out}。请填写 facts.yaml 中的数据{_also(cover)}，再用 jixiao evaluate 评价")
    return FOUND_ERRORS if any(finding.severity == "error" for finding in system.findings) else DONE


def _also(cover: Cover) -> str:
    """What of case.yaml the document did not say."""
    missing = [name for name, known in (("被评价部门", cover.department), ("年度", cover.year)) if not known]
    return f"和 case.yaml 中的{'、'.join(missing)}" if missing else ""
