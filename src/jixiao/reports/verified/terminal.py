"""Forms in the terminal: one file with every finding, or many in a table with what they come to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.batch.statistics import GroupStatistics
from jixiao.findings import Severity
from jixiao.reports.verified.overview import Overview
from jixiao.reports.verified.told import ToldFile, ToldFinding, ToldForm
from jixiao.reports.verified.wording import (
    change_lines,
    finding_lines,
    found_sentence,
    judgement_sentence,
    lists_sentence,
    mean_text,
    profile_sentence,
    read_sentence,
    scores_sentence,
    title_of,
)
from jixiao.reports.wording import SEVERITIES
from jixiao.text.lines import broken

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_INDENT = 4
_ROWS_SHOWN, _GROUPS_SHOWN, _UNREAD_SHOWN = 200, 10, 10
"""Forms, groups and reasons that the table of many files shows; all of them stand in the workbook."""


def print_file(name: str, file: ToldFile, console: Console) -> None:
    """Every form of a file: its profile, its scores, its findings, what is to be corrected; then its summary tables."""
    _print(name, 0, console, "bold")
    _print(read_sentence(file), 0, console)
    for form in file.forms:
        _print_form(form, console)
    for each in file.lists:
        _print(f"━━ {each.title}", 0, console, "bold", before=True)
        _print(f"核验：{found_sentence(each.findings)}", _INDENT, console)
        _print_findings(each.findings, console)


def _print_form(form: ToldForm, console: Console) -> None:
    _print(f"━━ {form.label}", 0, console, "bold", before=True)
    if form.profile:
        _print(f"表样：{profile_sentence(form)}", _INDENT, console)
    if form.why or form.status != "read":
        _print(f"读取：{form.shown_status}{f'。{form.why}' if form.why else ''}", _INDENT, console, "yellow")
    if form.number:
        _print(f"得分：{scores_sentence(form)}", _INDENT, console)
        if left := judgement_sentence(form):
            _print(f"要由人判断的：{left}", _INDENT, console)
        _print(f"核验：{found_sentence(form.findings)}", _INDENT, console)
    _print_findings(form.findings, console, form)
    if form.corrected is not None and form.corrected.changes:
        _print("应更正的得分：", _INDENT, console, "bold", before=True)
        for line in change_lines(form.corrected):
            _print(line, 2 * _INDENT, console)


def _print_findings(findings: Iterable[ToldFinding], console: Console, form: ToldForm | None = None) -> None:
    for finding in findings:
        title = f"{finding.id} 〔{SEVERITIES[finding.severity]}〕{title_of(finding, form)}"
        _print(title, _INDENT, console, _STYLES[finding.severity], before=True)
        for line in finding_lines(finding, form):
            _print(line, 2 * _INDENT, console)


def print_many(files: Sequence[ToldFile], overview: Overview, console: Console) -> None:
    """A line for each form, how many there are of each kind, the groups with most errors."""
    forms = [form for file in files for form in file.forms]
    _print_table(forms, console)
    _print(overview.sentence, 0, console, "bold")
    in_lists = Counter(finding.severity for file in files for each in file.lists for finding in each.findings)
    _print(lists_sentence(in_lists), 0, console, "bold")
    _print_groups("主管部门", overview.departments, console)
    _print_checks(overview, console)
    unread = [form for form in forms if form.status == "unread"]
    for form in unread[:_UNREAD_SHOWN]:
        _print(f"{form.source}：{form.why}", 0, console, "yellow")
    if len(unread) > _UNREAD_SHOWN:
        _print(
            f"没有读出的另有 {len(unread) - _UNREAD_SHOWN} 份，见 --out 写出的 findings.xlsx。", 0, console, "yellow"
        )


def print_overview(overview: Overview, in_lists: Mapping[Severity, int], console: Console) -> None:
    """What a store of forms comes to: counts, also `in_lists`, groups, checks, the forms to look at first."""
    _print(overview.sentence, 0, console, "bold")
    _print(lists_sentence(in_lists), 0, console, "bold")
    _print_groups("主管部门", overview.departments, console)
    _print_groups("表样", overview.profiles, console)
    _print_checks(overview, console)
    if overview.looks:
        _print("最需要复核的自评表（按资金与问题的轻重）：", 0, console, "bold", before=True)
    for look in overview.looks[:_GROUPS_SHOWN]:
        _print(f"{look.label}（{look.source}）：错误 {look.errors} 处，提示 {look.warnings} 处", _INDENT, console)


def _print_table(forms: Sequence[ToldForm], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("自评表", overflow="fold", ratio=1)
    table.add_column("表样", no_wrap=True)
    for heading in ("自评", "按规则", *SEVERITIES.values()):
        table.add_column(heading, justify="right", no_wrap=True)
    for form in forms[:_ROWS_SHOWN]:
        table.add_row(*_cells(form))
    console.print(table)
    if len(forms) > _ROWS_SHOWN:
        _print(f"只列出前 {_ROWS_SHOWN} 份，全部 {len(forms)} 份见 --out 写出的 findings.xlsx。", 0, console)


def _cells(form: ToldForm) -> tuple[Text, ...]:
    if not form.number:
        return Text(form.source), Text("没有读成", style="yellow"), *(Text("—") for _ in range(5))
    errors, *others = (form.count(severity) for severity in Severity)
    style = "bold red" if errors else "green"
    shown = (Text(str(errors), style=style), *(Text(str(each)) for each in others))
    return Text(form.label), Text(form.profile or "—"), Text(form.stated.shown), Text(form.computed.shown), *shown


def _print_groups(title: str, groups: Sequence[GroupStatistics], console: Console) -> None:
    if len(groups) < 2:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(title, overflow="fold", ratio=1)
    for heading in ("份数", "有错误", "错误", "提示", "说明", "平均分"):
        table.add_column(heading, justify="right", no_wrap=True)
    for group in groups[:_GROUPS_SHOWN]:
        counted = (group.forms, group.faulty, group.errors, group.warnings, group.notes)
        table.add_row(Text(group.name or "（未填）"), *map(str, counted), mean_text(group))
    console.print(table)
    if len(groups) > _GROUPS_SHOWN:
        _print(f"另有 {len(groups) - _GROUPS_SHOWN} 个，见 --out 写出的 findings.xlsx。", 0, console)


def _print_checks(overview: Overview, console: Console) -> None:
    worst = [check for check in overview.checks if check.errors][:_GROUPS_SHOWN]
    if worst:
        _print("错误最多的核查：", 0, console, "bold", before=True)
    for check in worst:
        _print(f"{check.title}：错误 {check.errors} 处，{check.forms} 份自评表有这类问题", _INDENT, console)


def _print(text: str, indent: int, console: Console, style: str = "", *, before: bool = False) -> None:
    """A paragraph broken to the width of the console; nothing for an empty one."""
    if not text:
        return
    if before:
        console.print()
    for line in broken(text, max(console.width - indent, 20)):
        console.print(Text(" " * indent + line, style=style), no_wrap=True, overflow="ignore", crop=False)
