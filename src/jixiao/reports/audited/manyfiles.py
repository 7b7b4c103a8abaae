"""Audits of many files in one view: a line for each file, and which checks fail most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.audit.acceptance import NOTHING_ACCEPTED, Accepted
from jixiao.audit.catalogue import titles
from jixiao.findings import Severity
from jixiao.reports.wording import SEVERITIES

_CHECKS_SHOWN = 10


class _ToldFinding(BaseModel):
    id: str
    check: str
    severity: Severity
    fingerprint: str


class _ToldRelations(BaseModel):
    checked: int
    impossible: int
    undecided: int


class _ToldSummary(BaseModel):
    relations: _ToldRelations


class ToldAudit(BaseModel):
    """What the view needs of an audit's JSON."""

    summary: _ToldSummary
    findings: tuple[_ToldFinding, ...]


@dataclass(frozen=True, slots=True)
class FileResult:
    """A file and what came of it: its audit, or why there is none; and what of it somebody has accepted.

    `overdue` tells a file that was given up after its time from one that cannot be read.
    """

    name: str
    audit: ToldAudit | None
    refused: tuple[str, ...] = ()
    overdue: bool = False
    accepted: Accepted = NOTHING_ACCEPTED

    def count(self, severity: Severity) -> int:
        """How many findings of this severity nobody has accepted."""
        if self.audit is None:
            return 0
        return sum(
            each.severity is severity and each.fingerprint not in self.accepted.by_fingerprint
            for each in self.audit.findings
        )


def print_results(results: Sequence[FileResult], console: Console) -> None:
    """A table with a line for each file, the checks that fail most, and the refusals."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("文件", overflow="fold", ratio=1)
    for heading in ("核对", *SEVERITIES.values(), "未能核对"):
        table.add_column(heading, justify="right", no_wrap=True)
    for result in results:
        table.add_row(*_cells(result))
    table.add_section()
    table.add_row(*_totals([result for result in results if result.audit is not None]))
    console.print(table)
    _print_left_out(results, console)
    _print_checks(results, console)
    for result in results:
        for problem in result.refused:
            console.print(Text(problem, style="yellow"), soft_wrap=True)


def _cells(result: FileResult) -> tuple[Text, ...]:
    if result.audit is None:
        return (
            Text(result.name),
            Text("超时" if result.overdue else "没有读成", style="yellow"),
            *(Text("—") for _ in range(4)),
        )
    relations = result.audit.summary.relations
    errors, *others = (result.count(severity) for severity in Severity)
    style = "bold red" if errors else "green"
    shown = (Text(str(errors), style=style), *(Text(str(each)) for each in others))
    return Text(result.name), Text(str(relations.checked)), *shown, Text(str(relations.undecided))


def _totals(results: Sequence[FileResult]) -> tuple[Text, ...]:
    relations = [result.audit.summary.relations for result in results if result.audit is not None]
    counts = (
        sum(each.checked for each in relations),
        *(sum(result.count(severity) for result in results) for severity in Severity),
        sum(each.undecided for each in relations),
    )
    return Text(f"合计 {len(results)} 份", style="bold"), *(Text(str(count), style="bold") for count in counts)


def _print_left_out(results: Sequence[FileResult], console: Console) -> None:
    """How many files have no audit, and why."""
    overdue = sum(result.overdue for result in results)
    unread = sum(result.audit is None for result in results) - overdue
    counted = [f"{count} 份{why}" for count, why in ((unread, "没有读成"), (overdue, "超时")) if count]
    if counted:
        console.print(Text(f"另有 {'，'.join(counted)}，没有计入合计。", style="yellow"))


def _print_checks(results: Iterable[FileResult], console: Console) -> None:
    """The checks with most errors, each with the number of files that have one."""
    errors: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for result in results:
        if result.audit is None:
            continue
        failed = [each.check for each in result.audit.findings if each.severity is Severity.ERROR]
        errors.update(failed)
        files.update(set(failed))
    if errors:
        console.print(Text("错误最多的核查", style="bold"))
    for check, count in errors.most_common(_CHECKS_SHOWN):
        console.print(Text(f"  {titles().get(check, check)}：{count} 处，{files[check]} 份文件"))
