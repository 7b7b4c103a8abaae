"""A short evaluation report of ours that has all that is asked of it, and the same report with things otherwise."""

from collections.abc import Sequence
from pathlib import Path

from jixiao.audit import Audit, Material, audit
from jixiao.audit.checks import regulation
from jixiao.documents import document_of
from jixiao.findings import Finding

REPORT = (Path(__file__).parent / "report.txt").read_text(encoding="utf-8")
Changes = Sequence[tuple[str, str]]


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
