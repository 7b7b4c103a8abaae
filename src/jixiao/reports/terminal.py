"""A score sheet in the terminal: tables and colours on a screen, plain text in a pipe."""

from collections.abc import Iterator

from rich import box
from rich.cells import chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.evaluation.sensitivity import Sensitivity
from jixiao.evaluation.sheet import (
    STATUS_NAMES,
    IndicatorScore,
    NodeScore,
    ScoreSheet,
    Totals,
    score_rate,
    step_sentence,
    total_rate,
)
from jixiao.evaluation.whatif import Outcome
from jixiao.findings import Finding
from jixiao.reports.wording import (
    SEVERITIES,
    grade_text,
    has_lost,
    overridden_text,
    points,
    rows_of,
    self_score_text,
    total_text,
)

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def print_sheet(sheet: ScoreSheet, sensitivity: Sensitivity, console: Console) -> None:
    """The sheet on the console: result, score table, deductions, what stands beside the rules, findings."""
    console.print(Text(sheet.title, style="bold"))
    _print_result(sheet, console)
    console.print(_score_table(sheet))
    for title, lines in (
        ("未得出分数", _open_lines(sheet)),
        ("扣分", _deduction_lines(sheet)),
        ("与规则不同的得分", _override_lines(sheet)),
        ("距离等级线", _sensitivity_lines(sensitivity)),
        ("自评与评价", [text] if (text := self_score_text(sheet)) else []),
    ):
        _print_section(title, list(lines), console)
    _print_findings(sheet, console)


def _print_result(sheet: ScoreSheet, console: Console) -> None:
    total, by_rule = _total(sheet.in_force), _total(sheet.by_rule)
    beside = "" if total == by_rule else f"    完全按规则计算 {by_rule}"
    console.print(Text.assemble("总分 ", (total, "bold green"), beside))
    for step in sheet.in_force.steps:
        _print_indented(step_sentence(step), 2, console)


def _total(totals: Totals) -> str:
    grade = grade_text(totals) if totals.total is not None else "有内容未得出结果，等级待定"
    return f"{total_text(totals)}（{grade}）"


def _score_table(sheet: ScoreSheet) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("编码", no_wrap=True)
    table.add_column("指标", overflow="fold")
    for heading in ("权重", "得分", "得分率"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("情况", no_wrap=True)
    for depth, node in rows_of(sheet.levels):
        _add_row(table, node, depth)
    total = sheet.in_force.total
    table.add_section()
    table.add_row("", Text("合计", style="bold"), f"{sheet.weight:.2f}", points(total), total_rate(sheet) or "—", "")
    return table


def _add_row(table: Table, node: NodeScore, depth: int) -> None:
    leaf = node if isinstance(node, IndicatorScore) else None
    style = "bold" if depth == 0 else ""
    status = STATUS_NAMES[node.status] if leaf and node.status != "scored" else ""
    if depth == 0:
        table.add_section()
    table.add_row(
        Text(f"{'  ' * depth}{node.code}", style=style),
        Text(node.name, style=style),
        f"{node.weight:.2f}",
        Text(points(node.score), style="yellow" if has_lost(node) else style),
        score_rate(node) or "—",
        Text(status, style="yellow" if status else ""),
    )


def _print_section(title: str, lines: list[str], console: Console) -> None:
    if lines:
        console.print(Text(title, style="bold"))
        for line in lines:
            _print_indented(line, 2, console)
        console.print()


def _print_indented(line: str, indent: int, console: Console) -> None:
    """A paragraph broken by width alone: Chinese text has no spaces to break at."""
    for chunk in chop_cells(line, max(console.width - indent, 20)):
        console.print(Text(" " * indent + chunk), no_wrap=True)


def _open_lines(sheet: ScoreSheet) -> Iterator[str]:
    for leaf in sheet.indicators():
        if leaf.score is None:
            yield f"{leaf.code} {leaf.name}：{leaf.why}"


def _deduction_lines(sheet: ScoreSheet) -> Iterator[str]:
    for deduction in sheet.deductions:
        problems = "、".join(deduction.problems) or "未列入存在问题"
        leaf = deduction.indicator
        yield f"{leaf.code} {leaf.name} 扣 {deduction.points:.2f} 分（问题：{problems}）"


def _override_lines(sheet: ScoreSheet) -> Iterator[str]:
    for leaf in sheet.indicators():
        if leaf.override is not None:
            yield f"{leaf.code} {leaf.name}：{overridden_text(leaf)}"


def _sensitivity_lines(sensitivity: Sensitivity) -> Iterator[str]:
    if (up := sensitivity.up) is not None:
        codes = "、".join(up.deciding) or "没有"
        yield f"总分再高 {up.points:.2f} 分升为“{up.grade}”；单独补满即可升级的指标：{codes}"
    if (down := sensitivity.down) is not None:
        codes = "、".join(down.deciding) or "没有"
        yield f"总分再低超过 {down.points:.2f} 分降为“{down.grade}”；单独失去全部得分即会降级的指标：{codes}"


def _print_findings(sheet: ScoreSheet, console: Console) -> None:
    summary = sheet.relations
    console.print(
        Text(
            f"数据核对：核对关系 {summary.checked} 项，成立 {summary.held} 项，"
            f"不成立 {summary.checked - summary.held} 项，未能核对 {len(summary.open)} 项"
        )
    )
    for finding in sheet.findings:
        _print_finding(finding, console)
    if summary.open:
        console.print()
        _print_section("未能核对的数据关系", list(summary.open), console)


def _print_finding(finding: Finding, console: Console) -> None:
    severity = str(finding.severity)
    console.print(Text.assemble("  ", (SEVERITIES[severity], _STYLES[severity]), f" {finding.id} {finding.title}"))
    _print_indented(finding.explanation, 6, console)


def print_whatif(outcome: Outcome, console: Console) -> None:
    """What was changed, how the total moved, and every indicator that moved."""
    for change in outcome.changes:
        console.print(Text(f"改变 {change.name}：{change.before} → {change.after}"))
    before, after = _total(outcome.before.in_force), _total(outcome.after.in_force)
    console.print(Text.assemble("总分 ", before, " → ", (after, "bold green")))
    rule_before, rule_after = _total(outcome.before.by_rule), _total(outcome.after.by_rule)
    if rule_before != rule_after:
        console.print(Text(f"完全按规则计算 {rule_before} → {rule_after}"))
    if not outcome.moved:
        console.print(Text("没有指标的得分因此改变"))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("编码", no_wrap=True)
    table.add_column("指标", overflow="fold")
    table.add_column("原得分", justify="right", no_wrap=True)
    table.add_column("改变后", justify="right", no_wrap=True)
    table.add_column("说明", overflow="fold")
    for moved in outcome.moved:
        by_rule = f"规则得分 {points(moved.by_rule_before)} → {points(moved.by_rule_after)}，调整得分不变"
        table.add_row(
            moved.code,
            moved.name,
            points(moved.before),
            points(moved.after),
            by_rule if moved.overridden else "",
        )
    console.print(table)
