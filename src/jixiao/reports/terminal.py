"""A score sheet in the terminal: tables and colours on a screen, plain text in a pipe."""

from collections.abc import Iterator
from decimal import Decimal

from rich import box
from rich.cells import chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.evaluation.sensitivity import Sensitivity
from jixiao.evaluation.sheet import (
    STATUS_NAMES,
    GroupScore,
    IndicatorScore,
    NodeScore,
    ScoreSheet,
    Totals,
    score_rate,
)
from jixiao.evaluation.whatif import Outcome
from jixiao.findings import Finding

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
_SEVERITIES = {"error": "错误", "warning": "提示", "note": "说明"}


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
        ("自评与评价", _self_lines(sheet)),
    ):
        _print_section(title, list(lines), console)
    _print_findings(sheet, console)


def _print_result(sheet: ScoreSheet, console: Console) -> None:
    console.print(
        Text.assemble("总分 ", (_total(sheet.in_force), "bold green"), "    完全按规则计算 ", _total(sheet.by_rule))
    )


def _total(totals: Totals) -> str:
    if totals.total is None:
        return f"{totals.low:.2f}～{totals.high:.2f}（有指标未得出分数，等级待定）"
    return f"{totals.total:.2f}（{totals.grade}）"


def _score_table(sheet: ScoreSheet) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("编码", no_wrap=True)
    table.add_column("指标", overflow="fold")
    for heading in ("权重", "得分", "得分率"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("情况", no_wrap=True)
    for depth, node in _rows(sheet.levels, 0):
        _add_row(table, node, depth)
    total = sheet.in_force.total
    rate = "" if total is None else f"{total / sheet.weight * 100:.2f}%"
    table.add_section()
    table.add_row("", Text("合计", style="bold"), f"{sheet.weight:.2f}", _points(total), rate, "")
    return table


def _rows(nodes: "tuple[NodeScore, ...]", depth: int) -> Iterator[tuple[int, NodeScore]]:
    for node in nodes:
        yield depth, node
        if isinstance(node, GroupScore):
            yield from _rows(node.children, depth + 1)


def _add_row(table: Table, node: NodeScore, depth: int) -> None:
    leaf = node if isinstance(node, IndicatorScore) else None
    style = "bold" if depth == 0 else ""
    status = STATUS_NAMES[node.status] if leaf and node.status != "scored" else ""
    lost = leaf is not None and bool(leaf.deduction)
    if depth == 0:
        table.add_section()
    table.add_row(
        Text(f"{'  ' * depth}{node.code}", style=style),
        Text(node.name, style=style),
        f"{node.weight:.2f}",
        Text(_points(node.score), style="yellow" if lost else style),
        score_rate(node) or "—",
        Text(status, style="yellow" if status else ""),
    )


def _points(score: Decimal | None) -> str:
    return "—" if score is None else f"{score:.2f}"


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
            by_rule = "无法计算" if leaf.override.computed is None else f"{leaf.override.computed:.2f} 分"
            yield (
                f"{leaf.code} {leaf.name}：规则 {by_rule}，"
                f"调整为 {leaf.override.score:.2f} 分（{leaf.override.author}）。{leaf.override.reason}"
            )


def _sensitivity_lines(sensitivity: Sensitivity) -> Iterator[str]:
    if sensitivity.up is not None:
        codes = "、".join(sensitivity.up.deciding) or "没有"
        points = f"{sensitivity.up.points:.2f}"
        yield f"再得 {points} 分升为“{sensitivity.up.grade}”；单独补满即可升级的指标：{codes}"
    if sensitivity.down is not None:
        codes = "、".join(sensitivity.down.deciding) or "没有"
        points = f"{sensitivity.down.points:.2f}"
        yield f"再失分超过 {points} 分降为“{sensitivity.down.grade}”；单独失去全部得分即会降级的指标：{codes}"


def _self_lines(sheet: ScoreSheet) -> Iterator[str]:
    if sheet.self_score is not None and sheet.in_force.total is not None:
        gap = sheet.self_score - sheet.in_force.total
        word = "高" if gap > 0 else "低"
        grade = f"（{sheet.self_grade}）" if sheet.self_grade else ""
        yield f"自评 {sheet.self_score:.2f}{grade}，比评价得分{word} {abs(gap):.2f} 分"


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


def _print_finding(finding: Finding, console: Console) -> None:
    severity = str(finding.severity)
    console.print(Text.assemble("  ", (_SEVERITIES[severity], _STYLES[severity]), f" {finding.id} {finding.title}"))
    _print_indented(finding.explanation, 6, console)


def print_whatif(outcome: Outcome, console: Console) -> None:
    """What was changed, how the total moved, and every indicator that moved."""
    for change in outcome.changes:
        console.print(Text(f"改变 {change.name}：{change.before} → {change.after}"))
    before, after = _total(outcome.before.in_force), _total(outcome.after.in_force)
    console.print(Text.assemble("总分 ", before, " → ", (after, "bold green")))
    if not outcome.moved:
        console.print(Text("没有指标的得分因此改变"))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("编码", no_wrap=True)
    table.add_column("指标")
    table.add_column("原得分", justify="right")
    table.add_column("改变后", justify="right")
    for moved in outcome.moved:
        table.add_row(moved.code, moved.name, _points(moved.before), _points(moved.after))
    console.print(table)
