"""The order of findings: what changes score or grade first, then by severity, then as they stand in the document."""

from collections.abc import Iterable

from jixiao.findings import Finding, Kind, Severity

_CONSEQUENCE = (
    {Kind.SCORE_SUM, Kind.SCORE_VS_RULE, Kind.GRADE, Kind.EXECUTION_SCORE},
    {Kind.WEIGHT_SUM, Kind.BLOCK_WEIGHT, Kind.OVER_LIMIT, Kind.SATISFACTION, Kind.TARGET_DIRECTION},
    {Kind.SUM, Kind.SHARE, Kind.RATE, Kind.FORMULA, Kind.UNIT, Kind.CROSS_REFERENCE, Kind.COUNT},
)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before notes; within them by consequence; otherwise in the order they were found."""
    return sorted(findings, key=lambda finding: (list(Severity).index(finding.severity), _rank(finding.kind)))


def _rank(kind: Kind) -> int:
    return next((rank for rank, kinds in enumerate(_CONSEQUENCE) if kind in kinds), len(_CONSEQUENCE))
