"""What is found while a form is read, because it hangs on words: kept in the store as findings already in words."""

from collections.abc import Iterable, Iterator

from jixiao.batch.checking import SEVERITIES
from jixiao.batch.checks import CHECKS
from jixiao.batch.stored import Cells
from jixiao.checking import Checkup
from jixiao.findings import Finding
from jixiao.relations.checks import CONVENTION

_OURS = frozenset(check.check.id for check in CHECKS)


def noted(checkup: Checkup) -> Iterator[Finding]:
    """The findings of the checks that are not defined as conditions over the store, without their consequences."""
    return (each for each in checkup.findings if each.check not in _OURS and not each.derived_from)


def cuts_off(checkup: Checkup) -> bool:
    """Whether the numbers were taken to be cut off, because that explains everything that rounding does not."""
    return any(finding.check == CONVENTION.id for finding in checkup.findings)


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
