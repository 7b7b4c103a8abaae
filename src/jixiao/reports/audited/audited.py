"""A file and what its audit found: what every rendering of an audit shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.audit import Audit
from jixiao.audit.acceptance import NOTHING_ACCEPTED, Acceptance, Accepted
from jixiao.audit.since import Since
from jixiao.documents import Document
from jixiao.findings import Finding, Severity, Verdict

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that stands by itself, with those that follow from it."""

    finding: Finding
    consequences: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave the gravest of them is."""
        return min((self.finding.severity, *(each.severity for each in self.consequences)), key=_SEVERITIES.index)

    @property
    def is_rounding(self) -> bool:
        """Whether it says only that figures hold within their rounding."""
        return self.severity is Severity.NOTE and self.finding.verdict is Verdict.ROUNDING and not self.consequences


@dataclass(frozen=True, slots=True)
class Audited:
    """A document, the SHA-256 of the file it was read from, and its audit.

    `ruleset` names the checks and packs that did it; `accepted` are findings somebody has accepted; `since` compares
    with an earlier audit.
    """

    document: Document
    sha256: str
    audit: Audit
    ruleset: str = ""
    accepted: Accepted = NOTHING_ACCEPTED
    since: Since | None = None

    def faults(self) -> Iterator[Fault]:
        """The findings in their order, every one with its consequences."""
        roots = {finding.id: [finding] for finding in self.audit.findings if finding.derived_from is None}
        for finding in self.audit.findings:
            if finding.derived_from is not None:
                roots[finding.derived_from].append(finding)
        for first, *others in roots.values():
            yield Fault(first, tuple(others))

    def acceptance(self, finding: Finding) -> Acceptance | None:
        """How the finding was accepted; None for one that was not."""
        return self.accepted.of_finding(finding)

    def is_new(self, finding: Finding) -> bool:
        """Whether an earlier audit did not have the finding; no finding is new where there is none to compare."""
        return self.since is not None and finding.id in self.since.new

    @property
    def accepted_count(self) -> int:
        """How many findings somebody has accepted."""
        return sum(self.acceptance(finding) is not None for finding in self.audit.findings)

    @property
    def open_errors(self) -> int:
        """How many findings of severity error nobody has accepted."""
        return self.accepted.open_errors(self.audit)
