"""Checking an imported indicator system against itself: weights that add up, codes given once, nothing missing."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.documents import Cell
from jixiao.findings import Check, Finding, Operand, Place, Severity
from jixiao.quantities import exact_text
from jixiao.reading.checks import (
    MISSING_INDICATOR,
    MISSING_WEIGHT,
    REPEATED_CODE,
    UNREAD_ROW,
    WEIGHT_SUM,
)
from jixiao.reading.imported import ImportedGroup, ImportedIndicator, ImportedNode, indicators_of, weight_in
from jixiao.reading.labels import label_of, squeezed, weight_of
from jixiao.reading.rows import Entry, Subtotal
from jixiao.reading.scoretables import Listed

_WHOLE = Fraction(100)


def named(node: ImportedNode) -> str:
    """How a node is spoken of: its code and its name."""
    return f"{node.code} {node.name}".strip()


def weight_findings(nodes: Sequence[ImportedNode], total: Fraction | None, place: Place) -> Iterator[Finding]:
    """Levels whose weights do not add up, and a whole that is not 100 or not the total printed."""
    for node in nodes:
        yield from _sums(node)
    weighed = sum((weight_in(node) for node in nodes), start=Fraction(0))
    if _has_gaps(nodes):
        return
    if total is not None and total != weighed:
        yield _sum_finding("合计", total, nodes, weighed, place)
    if total is None and weighed != _WHOLE:
        yield _sum_finding("满分", _WHOLE, nodes, weighed, place)
    elif total is not None and total != _WHOLE:
        yield _finding(WEIGHT_SUM, Severity.ERROR, f"合计写明 {exact_text(total)} 分，应为 100 分", "", (place,))


def subtotal_findings(subtotals: Sequence[Subtotal]) -> Iterator[Finding]:
    """Subtotals that are the sum neither of the indicators since the last one nor of a level they stand in."""
    for subtotal in subtotals:
        sums = [sum((_weight_stated(entry) for entry in entries), start=Fraction(0)) for entries in subtotal.over]
        stated = weight_of(subtotal.text)[0]
        if stated is not None and stated not in sums:
            title = f"小计写明 {exact_text(stated)} 分，其上的指标合计 {exact_text(sums[0])} 分"
            names = "、".join(squeezed(entry.name) for entry in subtotal.over[0])
            yield _finding(WEIGHT_SUM, Severity.ERROR, title, f"小计之上的指标：{names}。", (subtotal.place,))


def _weight_stated(entry: Entry) -> Fraction:
    weight = weight_of(entry.weights[0])[0] if entry.weights else label_of(entry.name).weight
    return weight or Fraction(0)


def missing_weight_findings(nodes: Sequence[ImportedNode]) -> Iterator[Finding]:
    """Indicators without a weight, or with several."""
    for node in nodes:
        for leaf in indicators_of(node):
            if leaf.weight is None:
                explanation = "没有读到它的权重，或一个指标写了几个权重；补齐以前它不能计分，所在各级的权重也无法核对。"
                yield _finding(MISSING_WEIGHT, Severity.ERROR, f"“{named(leaf)}”没有权重", explanation, (leaf.place,))


def repeated_code_findings(nodes: Sequence[ImportedNode]) -> Iterator[Finding]:
    """Codes that two nodes bear."""
    first: dict[str, ImportedNode] = {}
    for node in _every(nodes):
        if not node.code:
            continue
        known = first.setdefault(node.code, node)
        if known is not node:
            title = f"编码 {node.code} 同时用于“{known.name}”和“{node.name}”"
            explanation = f"导入时后者的编号为 {node.key}，两个指标不会混淆；请在原表中改正。"
            yield _finding(REPEATED_CODE, Severity.ERROR, title, explanation, (known.place, node.place))


def missing_indicator_findings(nodes: Sequence[ImportedNode], listed: Mapping[str, Listed]) -> Iterator[Finding]:
    """Indicators that a table of scores of the same document lists and the system does not hold."""
    known = {name for node in _every(nodes) for name in (node.code, node.key, node.name)}
    for code, other in listed.items():
        if code not in known and other.name not in known:
            title = f"得分表列有“{code} {other.name}”{other.weight and f'（{other.weight} 分）'}，指标体系表中没有"
            explanation = "指标体系表缺了这一行，它的要点和规则无从得知，没有补写。"
            yield _finding(MISSING_INDICATOR, Severity.ERROR, title, explanation, (other.place,))


def left_over_findings(cells: Sequence[Cell]) -> Iterator[Finding]:
    """Rows of which nothing was made."""
    for cell in cells:
        title = f"“{cell.text[:40]}”这一行没有归入任何指标"
        yield _finding(UNREAD_ROW, Severity.NOTE, title, "整行合并的单元格，不是指标。", (cell.place,))


def _sums(node: ImportedNode) -> Iterator[Finding]:
    if isinstance(node, ImportedIndicator):
        return
    weighed = sum((weight_in(child) for child in node.children), start=Fraction(0))
    if node.weight is not None and not _has_gaps(node.children) and node.weight != weighed:
        yield _sum_finding(f"“{named(node)}”", node.weight, node.children, weighed, node.place)
    for child in node.children:
        yield from _sums(child)


def _has_gaps(nodes: Sequence[ImportedNode]) -> bool:
    """Whether a weight is lacking that the sum needs."""
    return any(
        node.weight is None and (isinstance(node, ImportedIndicator) or _has_gaps(node.children)) for node in nodes
    )


def _sum_finding(
    name: str, stated: Fraction, parts: Sequence[ImportedNode], weighed: Fraction, place: Place
) -> Finding:
    difference = stated - weighed
    way = f"下级缺 {exact_text(difference)} 分" if difference > 0 else f"下级多出 {exact_text(-difference)} 分"
    shown = "＋".join(exact_text(weight_in(part)) for part in parts)
    return Finding(
        WEIGHT_SUM.id,
        Severity.ERROR,
        WEIGHT_SUM.kind,
        f"{name}的权重 {exact_text(stated)} 分，下级合计 {exact_text(weighed)} 分",
        f"{shown}＝{exact_text(weighed)}，{way}。",
        stated=exact_text(stated),
        expected=exact_text(weighed),
        relation="权重等于下级权重之和",
        operands=tuple(
            Operand(f"{named(part)} {exact_text(weight_in(part))}", exact_text(weight_in(part)), "分", part.place)
            for part in parts
        ),
        places=(place,),
    )


def _finding(check: Check, severity: Severity, title: str, explanation: str, places: tuple[Place, ...]) -> Finding:
    return Finding(check.id, severity, check.kind, title, explanation, places=places)


def _every(nodes: Sequence[ImportedNode]) -> Iterator[ImportedNode]:
    for node in nodes:
        yield node
        if isinstance(node, ImportedGroup):
            yield from _every(node.children)
