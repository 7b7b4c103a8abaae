"""Checking what a case states against itself, before anything is scored.

Every relation is judged on what is printed; what cannot be decided is listed with the reason and never counts as
passed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.facts.base import FactBase
from jixiao.facts.between import relations_between
from jixiao.facts.suspicions import suspicions
from jixiao.facts.tables import Table
from jixiao.facts.within import Planned, relations_within
from jixiao.findings import Finding, Severity, Verdict
from jixiao.relations import Assessment, Relation, Sum, finding_of

_TOLD = (Verdict.STRAINED, Verdict.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """How many relations were checked, how many of them hold, and how many could not be decided."""

    checked: int
    held: int
    undecided: int


@dataclass(frozen=True, slots=True)
class TableChecks:
    """What came of checking: the findings, each relation with its assessment, and what could not be checked."""

    findings: tuple[Finding, ...]
    judged: tuple[tuple[Relation, Assessment], ...]

    @property
    def summary(self) -> CheckSummary:
        """The counts for the line every command prints."""
        verdicts = [assessment.verdict for _, assessment in self.judged]
        held = sum(verdict.is_possible for verdict in verdicts)
        undecided = verdicts.count(Verdict.UNDECIDED)
        return CheckSummary(len(verdicts) - undecided, held, undecided)

    @property
    def not_checked(self) -> tuple[str, ...]:
        """The relations that could not be decided, each with the reason."""
        return tuple(
            f"{relation.statement}：{assessment.because}"
            for relation, assessment in self.judged
            if assessment.verdict is Verdict.UNDECIDED
        )


def check_tables(tables: Iterable[Table], base: FactBase) -> TableChecks:
    """Check every table within itself, and the facts of the case against each other.

    What rounding explains is no finding; what it explains only if nearly all of it went one way is a warning. After the
    relations come the suspicions, which are no relations and are not counted: see `suspicions`.
    """
    findings: list[Finding] = []
    judged: list[tuple[Relation, Assessment]] = []
    tables = tuple(tables)
    for planned in _planned(tables, base):
        relation, assessment = _judged(planned)
        judged.append((relation, assessment))
        finding = finding_of(relation, assessment) if assessment.verdict in _TOLD else None
        if finding is not None:
            explained = replace(finding, explanation=finding.explanation + planned.remark)
            findings.append(_capped(explained, planned.gravest))
    findings += suspicions(tables, base)
    return TableChecks(tuple(findings), tuple(judged))


def _planned(tables: Iterable[Table], base: FactBase) -> Iterator[Planned]:
    for table in tables:
        yield from relations_within(table)
    yield from relations_between(base)


def _judged(planned: Planned) -> tuple[Relation, Assessment]:
    relation = planned.relation
    if isinstance(relation, Sum):
        stated = replace(relation, blanks_are_zero=True).without_blanks() if planned.blanks_may_be_zero else relation
        if not any(figure.is_missing for figure in stated.figures):
            assessment = _assessed(stated)
            if assessment.verdict.is_possible:
                return stated, assessment
    return relation, relation.assess()


def _assessed(stated: Sum) -> Assessment:
    """Most sums add up as printed; they need no intervals, which cost a hundred times as much as the sum."""
    return Assessment(Verdict.EXACT, residual=Fraction(0)) if stated.residual == 0 else stated.assess()


def _capped(finding: Finding, gravest: Severity) -> Finding:
    if gravest is Severity.WARNING and finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding
