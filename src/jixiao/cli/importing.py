"""The command that imports an indicator system from a document."""

import json
import sys
from pathlib import Path

from rich.console import Console

from jixiao.documents import open_document
from jixiao.reading import read_indicators
from jixiao.reports.imported import imported_json, print_imported

DONE, FOUND_ERRORS = 0, 1


def run_indicators(file: Path, out: Path | None, as_json: bool) -> int:
    """Show the indicator system in the file; the exit code says whether findings of severity error were made."""
    system = read_indicators(open_document(file))
    if as_json:
        print(json.dumps(imported_json(system), ensure_ascii=False, indent=2))
    else:
        print_imported(system, Console(width=None if sys.stdout.isatty() else 100, highlight=False))
    return FOUND_ERRORS if any(finding.severity == "error" for finding in system.findings) else DONE
