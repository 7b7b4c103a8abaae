"""The analysis of the indicators: first level, second level, and one after the other each third-level indicator."""

from collections.abc import Sequence

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import (
    STATUS_NAMES,
    GroupScore,
    IndicatorScore,
    NodeScore,
    ScoreSheet,
    indicator_scores,
)
from jixiao.reports.content.derivationtext import Teller
from jixiao.reports.content.report import GroupAnalysis, IndicatorAnalysis, LevelAnalysis
from jixiao.reports.content.scoretables import level_table
from jixiao.reports.content.scorewords import (
    level_text,
    losses_text,
    outcome_text,
    points_text,
    rate_text,
    weighed_text,
)
from jixiao.reports.wording import points


def analysis_of(case: Case, sheet: ScoreSheet) -> tuple[LevelAnalysis, ...]:
    """Every first-level indicator with all below it."""
    teller = Teller(case)
    return tuple(_level(level, teller) for level in sheet.levels)


def level_sentence(level: GroupScore) -> str:
    """What a first-level indicator holds, what it came to, and where points were lost."""
    return f"{level_text(level.name)}{_holds(level.children)}，{weighed_text(level)}。{_losses(level)}"


def _level(level: GroupScore, teller: Teller) -> LevelAnalysis:
    return LevelAnalysis(
        level.code,
        level.name,
        points(level.weight),
        points(level.score),
        rate_text(level),
        level_sentence(level),
        level_table(level),
        tuple(_group(child, teller) for child in level.children),
    )


def _group(node: NodeScore, teller: Teller) -> GroupAnalysis:
    """A second-level indicator; a third-level one directly below the first level is a group of itself."""
    indicators = list(indicator_scores((node,)))
    holds = _holds(node.children) if isinstance(node, GroupScore) else "为单独的三级指标"
    return GroupAnalysis(
        node.code,
        node.name,
        points(node.weight),
        points(node.score),
        rate_text(node),
        f"{node.name}{holds}，{weighed_text(node)}。",
        tuple(_indicator(each, teller) for each in indicators),
    )


def _indicator(score: IndicatorScore, teller: Teller) -> IndicatorAnalysis:
    told = teller.tell(score)
    return IndicatorAnalysis(
        score.code,
        score.name,
        points(score.weight),
        points(score.score),
        rate_text(score),
        STATUS_NAMES[score.status],
        f"{score.name}（权重{points_text(score.weight)}，{outcome_text(score)}）",
        told.paragraphs,
        told.exhibits,
    )


def _holds(children: Sequence[NodeScore]) -> str:
    groups = sum(isinstance(child, GroupScore) for child in children)
    leaves = sum(1 for _ in indicator_scores(tuple(children)))
    return f"下设{f'{groups}个二级指标、' if groups else ''}{leaves}个三级指标"


def _losses(level: GroupScore) -> str:
    return f"{losses_text(indicator_scores((level,)))}。"
