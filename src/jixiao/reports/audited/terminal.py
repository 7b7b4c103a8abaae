"""An audit in the terminal: how much was checked, then every finding with its place and its arithmetic."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from jixiao.audit import Audit
from jixiao.findings import Finding, Severity
from jixiao.reports.audited.audited import Audited
from jixiao.reports.wording import SEVERITIES

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def print_audited(audited: Audited, console: Console) -> None:
    """The summary, the findings in their order, and how much could not be checked."""
    audit = audited.audit
    console.print(Text(audited.document.name, style="bold"))
    console.print(_summary(audit))
    for finding in audit.findings:
        console.print()
        for line in _lines(finding):
            console.print(line)


def _summary(audit: Audit) -> str:
    counted = "，".join(f"{SEVERITIES[severity]} {audit.count(severity)} 处" for severity in Severity)
    held = audit.summary.exact + audit.summary.rounding + audit.summary.strained
    return (
        f"核对了 {audit.summary.checked} 个关系，{held} 个成立，{audit.summary.impossible} 个不成立，"
        f"{audit.summary.undecided} 个未能核对；{counted}"
    )


def _lines(finding: Finding) -> Iterator[Text]:
    cause = f"（由 {finding.derived_from} 引起）" if finding.derived_from else ""
    yield Text(f"{finding.id} {SEVERITIES[finding.severity]} {finding.title}{cause}", style=_STYLES[finding.severity])
    for place in finding.places:
        quoted = f"：“{place.text}”" if place.text else ""
        yield Text(f"  {place}{quoted}")
    if finding.stated is not None or finding.expected is not None:
        yield Text(f"  写的是 {finding.stated or '（无）'}，应为 {finding.expected or '（见说明）'}")
    yield Text(f"  {finding.explanation}")
    if finding.hint:
        yield Text(f"  {finding.hint}")
