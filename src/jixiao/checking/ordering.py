"""The order of findings: what changes score or grade first, every cause with its consequences behind it."""

from collections.abc import Iterable

from jixiao.findings import Finding, Kind, Severity

_CONSEQUENCE = (
    {Kind.SCORE_SUM, Kind.SCORE_VS_RULE, Kind.GRADE, Kind.EXECUTION_SCORE},
    {Kind.WEIGHT_SUM, Kind.BLOCK_WEIGHT, Kind.OVER_LIMIT, Kind.SATISFACTION, Kind.TARGET_DIRECTION},
    {Kind.SUM, Kind.SHARE, Kind.RATE, Kind.FORMULA, Kind.UNIT, Kind.CROSS_REFERENCE, Kind.COUNT},
)
_SEVERITIES = tuple(Severity)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before notes; within them by consequence; otherwise in the order they were found.

    A finding stands behind the one it is derived from, and that one where the gravest of them belongs.
    """
    families: dict[str, list[Finding]] = {}
    for finding in findings:
        families.setdefault(finding.derived_from or finding.fingerprint, []).append(finding)
    ranked = sorted(families.values(), key=lambda family: min(map(_urgency, family)))
    return [finding for family in ranked for finding in _cause_first(family)]


def _cause_first(family: Iterable[Finding]) -> list[Finding]:
    return sorted(family, key=lambda finding: (finding.derived_from is not None, *_urgency(finding)))


def _urgency(finding: Finding) -> tuple[int, int]:
    """How soon a finding should be read: the smaller, the sooner."""
    rank = next((rank for rank, kinds in enumerate(_CONSEQUENCE) if finding.kind in kinds), len(_CONSEQUENCE))
    return _SEVERITIES.index(finding.severity), rank
