"""An audit in the terminal: how much was checked, then every finding with its place and its arithmetic."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from jixiao.findings import Finding, Severity
from jixiao.reports.audited.audited import Audited, Fault
from jixiao.reports.audited.sayings import (
    accepted_sentence,
    checked_sentence,
    counted_sentence,
    explained,
    gone_lines,
    label_of,
    open_groups,
    places_sentence,
    rounding_sentence,
    since_sentence,
)
from jixiao.reports.wording import SEVERITIES
from jixiao.text.lines import broken

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_INDENT = 4


def print_audited(audited: Audited, console: Console) -> None:
    """The summary, the findings in their order with errors first, and how much could not be checked."""
    faults = tuple(audited.faults())
    _print(audited.document.name, 0, console, "bold")
    for line in (checked_sentence(audited.audit), counted_sentence(audited), since_sentence(audited)):
        _print(line, 0, console)
    for severity in Severity:
        _print_section(severity, [f for f in faults if f.severity is severity and not f.is_rounding], audited, console)
    _print(rounding_sentence(faults), 0, console, before=True)
    _print_list("已消除", gone_lines(audited), console)
    _print_list("未能核对", map(str, open_groups(audited.audit.not_checked)), console)
    _print_list("没有读的内容", audited.document.unread, console)
    _print(f"核查规则 {audited.ruleset}" if audited.ruleset else "", 0, console, "dim", before=True)


def _print_section(severity: Severity, faults: list[Fault], audited: Audited, console: Console) -> None:
    if faults:
        _print(f"━━ {SEVERITIES[severity]}", 0, console, _STYLES[severity], before=True)
    for fault in faults:
        console.print()
        _print_finding(fault.finding, audited, 0, console)
        if fault.consequences:
            _print("由此引起：", _INDENT, console, "dim")
        for consequence in fault.consequences:
            _print_finding(consequence, audited, _INDENT, console)


def _print_finding(finding: Finding, audited: Audited, indent: int, console: Console) -> None:
    style = "dim" if audited.acceptance(finding) else _STYLES[finding.severity]
    _print(f"{finding.id} 〔{label_of(audited, finding)}〕{finding.title}", indent, console, style)
    for line in _lines(finding, audited):
        _print(line, indent + _INDENT, console)


def _lines(finding: Finding, audited: Audited) -> Iterator[str]:
    if places := places_sentence(finding):
        yield f"位置：{places}"
    yield from explained(finding)
    if accepted := accepted_sentence(audited, finding):
        yield accepted


def _print_list(title: str, lines: Iterable[str], console: Console) -> None:
    listed = list(lines)
    if listed:
        _print(f"{title}：", 0, console, "bold", before=True)
    for line in listed:
        _print(line, _INDENT, console)


def _print(text: str, indent: int, console: Console, style: str = "", *, before: bool = False) -> None:
    """A paragraph broken to the width of the console; nothing for an empty one."""
    if not text:
        return
    if before:
        console.print()
    for line in broken(text, max(console.width - indent, 20)):
        console.print(Text(" " * indent + line, style=style), no_wrap=True, overflow="ignore", crop=False)
