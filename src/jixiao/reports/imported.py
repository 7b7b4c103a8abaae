"""An imported indicator system as JSON and in the terminal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.expressions import write
from jixiao.facts import standard_dictionary
from jixiao.language.measures import Measure, MeasureUnread
from jixiao.quantities import exact_text, fixed_text
from jixiao.reading import ImportedGroup, ImportedIndicator, ImportedSystem
from jixiao.reading.imported import ImportedNode, weight_in
from jixiao.reports.wording import SEVERITIES

_UNREAD_STYLE = "yellow"


def imported_json(system: ImportedSystem) -> dict[str, object]:
    """The system as plain JSON values (design, section 5): a tree of levels, each indicator with its rule."""
    read = sum(each.rule.rule is not None for each in system.indicators())
    return {
        "document": system.document,
        "place": system.place.as_json(),
        "weight": _weight_text(_whole(system)),
        "rules": {"read": read, "unread": len(system.unread())},
        "levels": [_node(node) for node in system.groups],
        "columns_not_used": list(system.others),
        "findings": [finding.as_json() for finding in system.findings],
    }


def print_imported(system: ImportedSystem, console: Console) -> None:
    """The system on the console: the tree, rules not read with their words, and the findings."""
    leaves = list(system.indicators())
    unread = system.unread()
    console.print(Text(f"{system.document}，{system.place}", style="bold"))
    console.print(
        f"指标 {len(leaves)} 个，权重合计 {_weight_text(_whole(system))}；"
        f"评分规则读懂 {len(leaves) - len(unread)} 条，未读懂 {len(unread)} 条"
    )
    console.print(_table(system.groups))
    _print_lines("未读懂的规则", _unread_lines(unread), console)
    _print_lines("指标算式", _measure_lines(leaves), console)
    _print_lines("读法说明", _note_lines(leaves), console)
    findings = (f"{SEVERITIES[each.severity]} {each.title}。{each.explanation}" for each in system.findings)
    _print_lines("核查发现", findings, console)
    if system.others:
        console.print(f"没有用到的列：{'、'.join(system.others)}")


def _node(node: ImportedNode) -> dict[str, object]:
    tree: dict[str, object] = {
        "code": node.code,
        "key": node.key,
        "name": node.name,
        "weight": None if node.weight is None else _weight_text(node.weight),
        "place": node.place.as_json(),
    }
    if isinstance(node, ImportedGroup):
        return {**tree, "children": [_node(child) for child in node.children]}
    sentence = node.rule
    is_read = sentence.rule is not None
    rule = {
        "text": sentence.text,
        "status": "read" if is_read else "unread",
        "canonical": sentence.canonical if is_read else None,
        "notes": list(sentence.notes),
        "why": None if is_read else sentence.why,
    }
    return {
        **tree,
        "explanation": node.explanation,
        "criteria": list(node.criteria),
        "target": node.target,
        "measure": _measure(node.measure),
        "rule": rule,
        "children": [],
    }


def _measure(measure: Measure | MeasureUnread | None) -> dict[str, object] | None:
    if measure is None:
        return None
    if isinstance(measure, MeasureUnread):
        return {"text": measure.words, "status": "unread", "formula": None, "facts": [], "why": measure.why}
    facts = [
        {
            "name": name,
            "known": standard_dictionary().meaning(name) is not None,
            "definition": definition,
            "formula": write(measure.parts[name]) if name in measure.parts else None,
        }
        for name, definition in measure.definitions.items()
    ]
    return {"text": measure.name, "status": "read", "formula": write(measure.formula), "facts": facts, "why": None}


def _table(nodes: Sequence[ImportedNode]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("编码", no_wrap=True)
    table.add_column("指标", overflow="fold", ratio=2)
    table.add_column("权重", justify="right", no_wrap=True)
    table.add_column("目标值", overflow="fold")
    table.add_column("评分规则", overflow="fold", ratio=4)
    for depth, node in _walk(nodes, 0):
        style = "bold" if depth == 0 else ""
        weight = "—" if node.weight is None else _weight_text(node.weight)
        name = Text(f"{'  ' * depth}{node.code or node.key}", style=style), Text(node.name, style=style), weight
        table.add_row(*name, *(_rule_cells(node) if isinstance(node, ImportedIndicator) else ("", "")))
    return table


def _rule_cells(leaf: ImportedIndicator) -> tuple[str, Text]:
    if leaf.rule.rule is not None:
        return leaf.target, Text(leaf.rule.canonical)
    return leaf.target, Text("未读懂" if leaf.rule.text else "没有规则", style=_UNREAD_STYLE)


def _walk(nodes: Sequence[ImportedNode], depth: int) -> Iterator[tuple[int, ImportedNode]]:
    for node in nodes:
        yield depth, node
        if isinstance(node, ImportedGroup):
            yield from _walk(node.children, depth + 1)


def _unread_lines(unread: Sequence[ImportedIndicator]) -> Iterator[str]:
    for leaf in unread:
        words = f"：{_one_line(leaf.rule.text)}" if leaf.rule.text else ""
        yield f"{leaf.code or leaf.key} {leaf.name}{words}（{leaf.rule.why}）"


def _note_lines(leaves: Sequence[ImportedIndicator]) -> Iterator[str]:
    for leaf in leaves:
        for note in leaf.rule.notes:
            yield f"{leaf.code or leaf.key} {leaf.name}：{note}"


def _measure_lines(leaves: Sequence[ImportedIndicator]) -> Iterator[str]:
    for leaf in leaves:
        if isinstance(leaf.measure, Measure):
            yield f"{leaf.code or leaf.key} {leaf.name}＝{write(leaf.measure.formula)}"
        elif isinstance(leaf.measure, MeasureUnread):
            words = f"：{leaf.measure.words}" if leaf.measure.words else ""
            yield f"{leaf.code or leaf.key} {leaf.name}：未读懂（{leaf.measure.why}）{words}"


def _print_lines(title: str, lines: Iterator[str], console: Console) -> None:
    shown = list(lines)
    if shown:
        console.print(Text(title, style="bold"))
        for line in shown:
            console.print(Text(f"  {line}"), soft_wrap=True)
        console.print()


def _whole(system: ImportedSystem) -> Fraction:
    return sum((weight_in(node) for node in system.groups), start=Fraction(0))


def _weight_text(weight: Fraction) -> str:
    """A weight with two decimals; with all it has where two are not enough."""
    shown = fixed_text(weight, 2)
    return shown if Fraction(shown) == weight else exact_text(weight)


def _one_line(text: str) -> str:
    return " ".join(text.split())
