"""A short evaluation report of ours that has all that is asked of it, and the same report with things otherwise."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from jixiao.audit import Audit, Material, audit
from jixiao.audit.checks import regulation
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity

HERE = Path(__file__).parent
REPORT = (HERE / "report.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Fault:
    """What is otherwise in a report, and what a check then says."""

    check: str
    changes: tuple[tuple[str, str], ...]
    severity: Severity = Severity.NOTE
    says: str = ""

    def __str__(self) -> str:
        return f"{self.check}: {self.changes[0][1][:12]}"


def _faults(kind: str) -> list[Fault]:
    entries = yaml.safe_load((HERE / "changes.yaml").read_text(encoding="utf-8"))[kind]
    return [
        Fault(
            entry["check"],
            tuple((change["from"], change["to"]) for change in entry["changes"]),
            Severity(entry.get("severity", "note")),
            entry.get("says", ""),
        )
        for entry in entries
    ]


FAULTS, LOOKALIKES = _faults("faults"), _faults("none")


def report(*changes: tuple[str, str]) -> str:
    """The report with every text of the changes, which must stand in it, replaced wherever it stands."""
    text = REPORT
    for old, new in changes:
        assert old in text, f"{old} does not stand in the report"
        text = text.replace(old, new)
    return text


def asked(text: str, place: str = "", year: int | None = None) -> Audit:
    """What the regulations ask of the text."""
    return audit(Material(document_of(text.encode(), "报告.txt"), place, year), [regulation.relations])


def found(text: str, check: str, place: str = "", year: int | None = None) -> list[Finding]:
    """The findings of one check."""
    return [each for each in asked(text, place, year).findings if each.check == f"regulation.{check}"]


def undecided(text: str, check: str) -> list[str]:
    """Why one check could not be made."""
    return [each.because for each in asked(text).not_checked if each.check.id == f"regulation.{check}"]
