"""What was posed and compared, weighed together: findings in order, how much was checked, what could not be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jixiao.checking.causes import with_causes
from jixiao.checking.grouping import grouped
from jixiao.checking.ordering import in_order
from jixiao.checking.posing import Checked, Posed, capped
from jixiao.checking.troubles import Trouble
from jixiao.findings import NOWHERE, Check, Finding, Place, Severity, Verdict, numbered
from jixiao.relations import Relation, Summary, assess_all, convention_finding, finding_of
from jixiao.relations.assessments import Assessment

_GUESS = "猜测"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A relation that could not be decided: which check, where, and why."""

    check: Check
    place: Place
    because: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """What came of checking: the findings in the order of their consequence, how much was checked, what was not."""

    findings: tuple[Finding, ...]
    summary: Summary
    not_checked: tuple[NotChecked, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity is severity for finding in self.findings)


def weighed(yielded: Iterable[Posed | Checked]) -> Checkup:
    """All relations assessed under one convention, repetitions put together, consequences tied to their causes."""
    listed = list(yielded)
    assessed = _assessed([one for one in listed if isinstance(one, Posed)])
    compared = [one for one in listed if isinstance(one, Checked)]
    failed = [Trouble(one.finding, one.group, one.cause, one.excused_by) for one in compared if one.finding]
    not_made = [NotChecked(one.check, one.place or NOWHERE, one.because) for one in compared if one.because]
    summary = assessed.summary + Summary.of(Assessment(one.verdict) for one in compared)
    findings = with_causes(grouped([*assessed.troubles, *failed]), assessed.holding)
    return Checkup(numbered(in_order(map(_labelled, findings))), summary, (*assessed.not_checked, *not_made))


def _labelled(finding: Finding) -> Finding:
    """The finding with its hint, if any, marked as a guess."""
    if not finding.hint or finding.hint.startswith(_GUESS):
        return finding
    return replace(finding, hint=f"{_GUESS}：{finding.hint}")


@dataclass(frozen=True, slots=True)
class _Assessed:
    """The relations assessed: what they tell, which ones hold, what could not be decided."""

    troubles: tuple[Trouble, ...]
    holding: tuple[Relation, ...]
    not_checked: tuple[NotChecked, ...]
    summary: Summary


def _assessed(posed: Sequence[Posed]) -> _Assessed:
    assessed = assess_all(one.relation for one in posed)
    told = [_told(one, *pair) for one, pair in zip(posed, assessed.pairs, strict=True)]
    if assessed.cut_off:
        told.append(Trouble(convention_finding(assessed.cut_off)))
    return _Assessed(
        tuple(each for each in told if isinstance(each, Trouble)),
        tuple(relation for relation, assessment in assessed.pairs if assessment.verdict.is_possible),
        tuple(each for each in told if isinstance(each, NotChecked)),
        assessed.summary,
    )


def _told(posed: Posed, relation: Relation, assessment: Assessment) -> Trouble | NotChecked | None:
    """What an assessed relation has to tell; None where it holds exactly."""
    if assessment.verdict is Verdict.UNDECIDED:
        return NotChecked(relation.check, relation.stated.place, assessment.because)
    finding = finding_of(relation, assessment, posed.title or None)
    if finding is None:
        return None
    return Trouble(capped(finding, posed.at_most), posed.group, posed.cause, posed.excused_by, relation)
