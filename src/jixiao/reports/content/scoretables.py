"""The tables of scores: of the whole by first level, of all levels, of one first-level indicator."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.evaluation.sheet import (
    STATUS_NAMES,
    GroupScore,
    NodeScore,
    ScoreSheet,
    indicator_scores,
    step_sentence,
    total_rate,
)
from jixiao.reports.content.parts import Chart, Column, Merge, Series, Table
from jixiao.reports.content.scorewords import below_first, coded, level_text, rate_text, set_text
from jixiao.reports.wording import points, total_text

_SCORES = (Column("权重", 8), Column("得分", 8), Column("得分率", 9))


def total_table(sheet: ScoreSheet) -> Table:
    """The scores of the first-level indicators and the total, which rules about the total may have changed."""
    rows: list[tuple[str, ...]] = [(coded(level), *_figures(level)) for level in sheet.levels]
    rows.append(_total_row(sheet, 1))
    steps = "；".join(map(step_sentence, sheet.in_force.steps))
    return Table(
        title="绩效评价总得分表",
        columns=(Column("一级指标", 20, "left"), *_SCORES),
        rows=tuple(rows),
        unit="分",
        note=f"总分在各指标得分的基础上另有计算：{steps}。" if steps else _note(sheet.levels),
        strong=(len(rows) - 1,),
    )


def levels_table(sheet: ScoreSheet) -> Table:
    """The scores of the second-level indicators under their first level, and the total."""
    rows: list[tuple[str, ...]] = []
    merged: list[Merge] = []
    for level in sheet.levels:
        if len(level.children) > 1:
            merged.append(Merge(len(rows), 0, len(level.children)))
        rows += [(level.name, coded(child), *_figures(child)) for child in level.children]
    rows.append(_total_row(sheet, 2))
    children = [child for level in sheet.levels for child in level.children]
    return Table(
        title="各级指标得分表",
        columns=(Column("一级指标", 10), Column(below_first(children), 22, "left"), *_SCORES),
        rows=tuple(rows),
        unit="分",
        note=_note(sheet.levels),
        strong=(len(rows) - 1,),
        merged=tuple(merged),
    )


def level_table(level: GroupScore) -> Table:
    """The scores of the second- and third-level indicators of one first-level indicator, and their sum."""
    below = list(_below(level.children, 0))
    rows = [(coded(node), *_figures(node)) for _, node in below]
    rows.append(("小计", *_figures(level)))
    groups = [number for number, (_, node) in enumerate(below) if isinstance(node, GroupScore)]
    return Table(
        title=f"{level_text(level.name)}得分情况表",
        columns=(Column("指标", 26, "left"), *_SCORES),
        rows=tuple(rows),
        unit="分",
        note=_note((level,)),
        strong=(*groups, len(rows) - 1),
        indents=(*(depth for depth, _ in below), 0),
    )


def rate_chart(title: str, nodes: Sequence[NodeScore]) -> Chart:
    """The rates of some indicators as bars; none where there is no score."""
    rates = tuple(_percent(rate_text(node)) for node in nodes)
    return Chart(title, "bar", tuple(node.name for node in nodes), (Series("得分率", rates),), "%")


def _percent(rate: str) -> Decimal | None:
    return Decimal(rate.removesuffix("%")) if rate.endswith("%") else None


def _figures(node: NodeScore) -> tuple[str, str, str]:
    return points(node.weight), points(node.score), rate_text(node)


def _total_row(sheet: ScoreSheet, names: int) -> tuple[str, ...]:
    figures = (points(sheet.weight), total_text(sheet.in_force), total_rate(sheet) or "—")
    return ("合计", *[""] * (names - 1), *figures)


def _below(nodes: Sequence[NodeScore], depth: int) -> Iterator[tuple[int, NodeScore]]:
    for node in nodes:
        yield depth, node
        if isinstance(node, GroupScore):
            yield from _below(node.children, depth + 1)


def _note(levels: Sequence[GroupScore]) -> str:
    """Which scores depart from their rule, and which indicators have none."""
    told = []
    for score in indicator_scores(tuple(levels)):
        if score.override is not None:
            told.append(set_text(score, score.override))
        elif score.score is None:
            told.append(f"{score.name}{STATUS_NAMES[score.status]}，没有得分")
    return f"{'；'.join(told)}。" if told else ""
