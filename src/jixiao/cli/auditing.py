"""The command that audits documents."""

import json
import sys
from hashlib import sha256
from pathlib import Path

from rich.console import Console

from jixiao.audit import Material, audit
from jixiao.documents import document_of
from jixiao.documents.opening import FILE_LIMIT
from jixiao.findings import Severity
from jixiao.packs.filing import bytes_of
from jixiao.reports.audited import Audited, audited_json, print_audited

DONE, FOUND_ERRORS = 0, 1


def run_audit(file: Path, form: str, place: str, year: int | None) -> int:
    """Audit the file and print what was found; the exit code says whether findings of severity error were made."""
    raw = bytes_of(file, file.name, FILE_LIMIT)
    document = document_of(raw, file.name)
    audited = Audited(document, sha256(raw).hexdigest(), audit(Material(document, place, year)))
    if form == "json":
        print(json.dumps(audited_json(audited), ensure_ascii=False, indent=2))
    else:
        print_audited(audited, Console(width=None if sys.stdout.isatty() else 100, highlight=False))
    return FOUND_ERRORS if audited.audit.count(Severity.ERROR) else DONE
