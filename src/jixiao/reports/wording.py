"""How a score sheet is put into words and rows, whichever page it is rendered on."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from jixiao.evaluation.sheet import (
    GroupScore,
    IndicatorScore,
    NodeScore,
    ScoreSheet,
    Totals,
    indicator_scores,
)

SEVERITIES = {"error": "错误", "warning": "提示", "note": "说明"}


def points(score: Decimal | None) -> str:
    """A score with two decimals; a dash where there is none.

    >>> points(Decimal("7.5")), points(None)
    ('7.50', '—')
    """
    return "—" if score is None else f"{score:.2f}"


def total_text(totals: Totals) -> str:
    """The total, or between what it lies."""
    return f"{totals.low:.2f}～{totals.high:.2f}" if totals.total is None else f"{totals.total:.2f}"


def bounds_text(node: NodeScore, pick: Callable[[IndicatorScore], Decimal | None]) -> str:
    """Between what the picked scores at or below a node add up, where some are not known yet; a dash where none counts.

    What is not known counts nothing at least and its weight at most.
    """
    leaves = [leaf for leaf in indicator_scores((node,)) if leaf.status != "not_applicable"]
    if not leaves:
        return points(None)
    known = [(leaf.weight, pick(leaf)) for leaf in leaves]
    low = sum((score for _, score in known if score is not None), start=Decimal(0))
    high = low + sum((weight for weight, score in known if score is None), start=Decimal(0))
    return f"{low:.2f}～{high:.2f}"


def grade_text(totals: Totals) -> str:
    """The grade, or that it is not settled."""
    return totals.grade or "等级待定"


def rows_of(nodes: tuple[NodeScore, ...], depth: int = 0) -> Iterator[tuple[int, NodeScore]]:
    """All nodes in order, each with its depth."""
    for node in nodes:
        yield depth, node
        if isinstance(node, GroupScore):
            yield from rows_of(node.children, depth + 1)


def has_lost(node: NodeScore) -> bool:
    """Whether a third-level indicator earned less than its weight."""
    return isinstance(node, IndicatorScore) and node.deduction is not None and node.deduction > 0


def overridden_text(score: IndicatorScore) -> str:
    """How the score in force departs from the rule, by whom and why; "" where it does not."""
    override = score.override
    if override is None:
        return ""
    by_rule = "无法计算" if override.computed is None else f"得 {points(override.computed)} 分"
    return f"按规则{by_rule}，{override.author}调整为 {points(override.score)} 分：{override.reason}"


def self_score_text(sheet: ScoreSheet) -> str:
    """The department's own score against the evaluated one; "" where either is lacking."""
    gap = sheet.self_gap
    if gap is None:
        return ""
    grade = f"（{sheet.self_grade}）" if sheet.self_grade else ""
    compared = "与评价得分相同" if not gap else f"比评价得分{'高' if gap > 0 else '低'} {abs(gap):.2f} 分"
    return f"自评 {sheet.self_score:.2f}{grade}，{compared}"
