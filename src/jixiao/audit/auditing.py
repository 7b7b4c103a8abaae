"""The audit itself: every family looks at the document, all relations are assessed, findings are put in order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jixiao.audit.causes import with_causes
from jixiao.audit.families import FAMILIES
from jixiao.audit.grouping import grouped
from jixiao.audit.material import Material
from jixiao.audit.ordering import in_order
from jixiao.audit.posing import Checked, Posed, capped
from jixiao.audit.troubles import Trouble
from jixiao.findings import NOWHERE, Check, Finding, Place, Severity, Verdict, numbered
from jixiao.relations import Summary, assess_all, finding_of
from jixiao.relations.assessments import Assessment

_GUESS = "猜测"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A relation that could not be decided: which check, where, and why."""

    check: Check
    place: Place
    because: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: the findings in the order of their consequence, how much was checked, what was not."""

    findings: tuple[Finding, ...]
    summary: Summary
    not_checked: tuple[NotChecked, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity is severity for finding in self.findings)


def audit(material: Material) -> Audit:
    """Audit a document. What could not be compared is listed, never counted as passed."""
    yielded = [one for family in FAMILIES for one in family(material)]
    troubles, assessments, not_checked = _assessed([one for one in yielded if isinstance(one, Posed)])
    compared = [one for one in yielded if isinstance(one, Checked)]
    for one in compared:
        if one.finding is not None:
            troubles.append(Trouble(one.finding, one.group, one.cause, one.excused_by))
        elif one.because:
            not_checked.append(NotChecked(one.check, one.place or NOWHERE, one.because))
    summary = Summary.of(assessments) + Summary.of(Assessment(one.verdict) for one in compared)
    findings = in_order(map(_labelled, with_causes(grouped(troubles))))
    return Audit(numbered(findings), summary, tuple(not_checked))


def _labelled(finding: Finding) -> Finding:
    """The finding with its hint, if any, marked as a guess."""
    if not finding.hint or finding.hint.startswith(_GUESS):
        return finding
    return replace(finding, hint=f"{_GUESS}：{finding.hint}")


def _assessed(posed: Iterable[Posed]) -> tuple[list[Trouble], list[Assessment], list[NotChecked]]:
    listed = tuple(posed)
    assessed = assess_all(one.relation for one in listed)
    troubles: list[Trouble] = []
    not_checked: list[NotChecked] = []
    for one, (relation, assessment) in zip(listed, assessed.pairs, strict=True):
        if assessment.verdict is Verdict.UNDECIDED:
            not_checked.append(NotChecked(relation.check, relation.stated.place, assessment.because))
            continue
        finding = finding_of(relation, assessment, one.title or None)
        if finding is not None:
            troubles.append(Trouble(capped(finding, one.at_most), one.group, one.cause, one.excused_by))
    return troubles, [assessment for _, assessment in assessed.pairs], not_checked
