"""What a family of checks yields: relations between printed figures to be assessed, and comparisons already made.

Both may say which trouble they would reveal (`cause`) and which troubles, found elsewhere, would explain them
(`excused_by`): a finding that another one explains is listed as its consequence. Names of troubles are any text that
two checks agree on, such as “缺少指标 B3.1”.
"""

from dataclasses import dataclass, replace

from jixiao.findings import Check, Finding, Place, Severity, Verdict
from jixiao.relations import Figure, Relation


@dataclass(frozen=True, slots=True)
class Posed:
    """A relation to be assessed together with all others of the document.

    `title` replaces the usual one of its finding. `at_most` caps the severity where the relation rests on an
    understanding of words that may be wrong. Failing relations of one `group` are repetitions of one fault and become
    one finding that names every place.
    """

    relation: Relation
    title: str = ""
    at_most: Severity = Severity.ERROR
    group: str = ""
    cause: str = ""
    excused_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A comparison of words, dates, names, counts: it held (no finding), failed (finding), or could not be made.

    `because` says in Chinese why nothing could be compared; a `place` is given for what held or could not be compared.
    """

    check: Check
    finding: Finding | None = None
    because: str = ""
    place: Place | None = None
    group: str = ""
    cause: str = ""
    excused_by: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Impossible for a failed comparison, exact for one that held; undecided if none was made."""
        if self.because:
            return Verdict.UNDECIDED
        return Verdict.EXACT if self.finding is None else Verdict.IMPOSSIBLE

    @classmethod
    def held(cls, check: Check, place: Place | None = None) -> "Checked":
        """A comparison that held."""
        return cls(check, place=place)

    @classmethod
    def not_made(cls, check: Check, because: str, place: Place | None = None) -> "Checked":
        """A comparison that could not be made, and why."""
        return cls(check, because=because, place=place)

    @classmethod
    def failed(
        cls,
        check: Check,
        severity: Severity,
        title: str,
        explanation: str,
        *places: Place,
        stated: str | None = None,
        expected: str | None = None,
        hint: str | None = None,
        figures: tuple[Figure, ...] = (),
        group: str = "",
        cause: str = "",
        excused_by: tuple[str, ...] = (),
    ) -> "Checked":
        """A comparison that failed: what is stated at `places`, what was expected, and why that cannot be.

        Of the `figures` it rests on, one that other findings share may be the wrong one that explains them all.
        """
        verdict = Verdict.IMPOSSIBLE if severity is Severity.ERROR else None
        finding = Finding(
            check.id,
            severity,
            check.kind,
            title,
            explanation,
            stated,
            expected,
            verdict=verdict,
            operands=tuple(figure.operand() for figure in figures),
            places=places,
            hint=hint,
        )
        return cls(check, finding, place=places[0] if places else None, group=group, cause=cause, excused_by=excused_by)


def capped(finding: Finding, at_most: Severity) -> Finding:
    """The finding with no graver severity than `at_most`."""
    order = list(Severity)
    return replace(finding, severity=order[max(order.index(finding.severity), order.index(at_most))])
