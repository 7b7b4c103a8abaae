"""What is found while a form is read, because it hangs on words: kept in the store as findings already in words."""

from collections.abc import Iterable, Iterator

from jixiao.batch.checking import SEVERITIES
from jixiao.batch.checks import CHECKS
from jixiao.batch.stored import Cells
from jixiao.checking import Checked, Posed
from jixiao.findings import Finding, Verdict
from jixiao.relations import finding_of

_OURS = frozenset(check.check.id for check in CHECKS)


def noted(posed: Iterable[Posed | Checked]) -> Iterator[Finding]:
    """The findings of the checks that are not defined as conditions over the store."""
    for each in posed:
        if isinstance(each, Posed):
            if each.relation.check.id not in _OURS:
                assessment = each.relation.assess()
                finding = finding_of(each.relation, assessment)
                if finding is not None and assessment.verdict is Verdict.IMPOSSIBLE:
                    yield finding
        elif each.finding is not None and each.check.id not in _OURS:
            yield each.finding


def noted_rows(found: Iterable[Finding], form: int, file: str, before: int) -> Iterator[Cells]:
    """Findings as rows of the store, of a form or (form 0) of a summary, numbered after those before."""
    for at, finding in enumerate(found, before + 1):
        yield {
            "form": form,
            "noted_row": at,
            "file": file,
            "check_id": finding.check,
            "severity": SEVERITIES.index(finding.severity),
            "title": finding.title,
            "explanation": finding.explanation,
            "stated": finding.stated,
            "expected": finding.expected,
            "where_text": "；".join(map(str, finding.places)) or None,
        }
