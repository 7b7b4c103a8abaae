"""A desk to audit short documents at: text in, findings of one check out."""

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Finding


def audited(text: str) -> Audit:
    """The audit of a text."""
    return audit(Material(document_of(text.encode(), "报告.txt")))


def found(text: str, check: str) -> list[Finding]:
    """The findings of one check in a text."""
    return [finding for finding in audited(text).findings if finding.check == check]


def lines(finding: Finding) -> list[int | None]:
    """The lines that a finding stands at."""
    return [place.line for place in finding.places]
