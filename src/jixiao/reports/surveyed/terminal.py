"""A survey in the terminal: what each group came to, how far it carries, what was left out, what is wrong."""

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.findings import Severity
from jixiao.quantities import fixed_text
from jixiao.reports.surveyed.figures import between, percent, with_margin
from jixiao.reports.surveyed.findings import finding_text, findings_of
from jixiao.surveys.results import GroupResult, Scored, StudyResult
from jixiao.text.lines import broken

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def print_survey(result: StudyResult, console: Console) -> None:
    """The groups one after the other, the whole where there are several, then the findings."""
    _say(console, result.study.name, "bold")
    for group in result.groups:
        console.print()
        _print_group(group, console)
    if len(result.groups) > 1:
        console.print()
        _say(console, f"各组合并（{result.study.combination}）：{percent(result.composite)}", "bold")
    for voice in result.voices:
        told = "，".join(f"{rate.name}{percent(rate.value)}" for rate in voice.rates if rate.value is not None)
        _say(console, f"{voice.title or voice.kind}：{told or '没有可以计算比率的基数'}")
    for finding in findings_of(result):
        console.print()
        _say(console, f"{finding.id} {finding_text(finding)}", _STYLES[finding.severity])


def _print_group(group: GroupResult, console: Console) -> None:
    counted = group.sampling
    stated = (("发放", counted.issued), ("回收", counted.returned), ("有效", counted.valid))
    told = "，".join(f"{name}{count}份" for name, count in stated if count is not None)
    _say(console, f"━━ {group.group.name}（{told}）", "bold")
    if reasons := Counter(each.reason for each in group.excluded):
        listed = "、".join(f"{reason}{count}份" for reason, count in reasons.most_common())
        _say(console, f"剔除{len(group.excluded)}份：{listed}")
    console.print(_questions(group))
    if group.composite is None:
        _say(console, f"综合满意度未计算：{group.why}", "yellow")
        return
    scheme = f"，赋值{group.scheme.name}" if group.scheme is not None else ""
    method = f"，{group.interval.method.value}" if group.interval is not None else ""
    _say(console, f"综合满意度 {with_margin(group.composite, group.interval)}{scheme}{method}", "bold")
    for scored in group.scored:
        _say(console, _scored(scored), "" if scored.is_settled else "yellow")


def _questions(group: GroupResult) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("题目", ratio=1, overflow="fold")
    for heading in ("有效", "满意度", "区间"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in group.questions:
        if each.question.measures_satisfaction:
            name = Text(each.question.name)
            table.add_row(name, str(each.base), percent(each.composite), between(each.interval))
    return table


def _scored(scored: Scored) -> str:
    name = scored.rule.indicator or "指标"
    if scored.score is None:
        return f"{name}：得分未计算，{scored.why}"
    if scored.is_settled is None:
        return f"{name}：得{fixed_text(scored.score, 2)}分"
    settled = "不取决于抽样" if scored.is_settled else "取决于抽到哪些人"
    return f"{name}：得{fixed_text(scored.score, 2)}分，{settled}"


def _say(console: Console, text: str, style: str = "") -> None:
    for line in broken(text, console.width):
        console.print(Text(line, style=style))
