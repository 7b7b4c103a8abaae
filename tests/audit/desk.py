"""A desk to audit short documents at: text in, findings of one check out.

Short documents hold little of what the regulations ask of a report; that is tested by itself.
"""

from jixiao.audit import Audit, Material, audit
from jixiao.audit.checks import regulation
from jixiao.audit.families import FAMILIES
from jixiao.documents import document_of
from jixiao.findings import Finding

_CONTRADICTIONS = tuple(family for family in FAMILIES if family is not regulation.relations)


def audited(text: str) -> Audit:
    """The audit of a text, without what the regulations ask."""
    return audit(Material(document_of(text.encode(), "报告.txt")), _CONTRADICTIONS)


def found(text: str, check: str) -> list[Finding]:
    """The findings of one check in a text."""
    return [finding for finding in audited(text).findings if finding.check == check]


def lines(finding: Finding) -> list[int | None]:
    """The lines that a finding stands at."""
    return [place.line for place in finding.places]
