"""How indicators, scores, losses, criteria and rules are named inside the sentences of a report."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jixiao.evaluation.sheet import (
    STATUS_NAMES,
    GroupScore,
    IndicatorScore,
    NodeScore,
    OverrideRecord,
    score_rate,
)
from jixiao.indicators import Group, Indicator
from jixiao.reports.content.sentences import bare
from jixiao.reports.wording import has_lost, points
from jixiao.text.quoting import cited


def points_text(score: Decimal) -> str:
    """Points as sentences say them.

    >>> points_text(Decimal("7.5"))
    '7.50分'
    """
    return f"{points(score)}分"


def rate_text(node: NodeScore) -> str:
    """得分率 as printed; a dash where there is no score."""
    return score_rate(node) or "—"


def outcome_text(node: NodeScore) -> str:
    """What a node came to: 得3.00分, or why it has no score."""
    return STATUS_NAMES[node.status] if node.score is None else f"得{points_text(node.score)}"


def weighed_text(node: NodeScore) -> str:
    """Weight, score and rate in one clause; without a score its status instead."""
    weight = f"权重{points_text(node.weight)}"
    if node.score is None:
        return f"{weight}，{outcome_text(node)}"
    return f"{weight}，{outcome_text(node)}，得分率{rate_text(node)}"


def set_text(score: IndicatorScore, override: OverrideRecord) -> str:
    """How a score departs from what its rule gives, and who set it: 指标A1按规则得1.00分，评价组调整为2.00分."""
    rule = "按规则未能计分" if override.computed is None else f"按规则得{points_text(override.computed)}"
    return f"{score.name}{rule}，{override.author}调整为{points_text(override.score)}"


def lost_text(indicator: IndicatorScore) -> str:
    """An indicator with what it lost: 绩效指标明确性（扣3.00分）."""
    return f"{indicator.name}（扣{points(indicator.deduction)}分）"


def losses_text(indicators: Iterable[IndicatorScore]) -> str:
    """Where points were lost, or that none were; indicators without a score are named apart, never as nothing."""
    every = list(indicators)
    scored = [each for each in every if each.score is not None]
    lost = [lost_text(each) for each in scored if has_lost(each)]
    unsettled = [f"{each.name}（{STATUS_NAMES[each.status]}）" for each in every if each.score is None]
    clauses = []
    if lost:
        clauses.append(f"扣分的三级指标有{len(lost)}个：{'、'.join(lost)}")
    elif scored:
        clauses.append("其余三级指标没有扣分" if unsettled else "各三级指标均得满分")
    if unsettled:
        clauses.append(f"没有得分的三级指标有{len(unsettled)}个：{'、'.join(unsettled)}")
    return "；".join(clauses)


def level_text(name: str) -> str:
    """A first-level indicator in a sentence.

    >>> level_text("投入"), level_text("产出指标")
    ('投入指标', '产出指标')
    """
    return name if name.endswith("指标") else f"{name}指标"


def below_first(nodes: Iterable[NodeScore | Group | Indicator]) -> str:
    """What those directly below the first level are called: third-level where there is no second level."""
    return "二级指标" if any(isinstance(node, Group | GroupScore) for node in nodes) else "三级指标"


def coded(node: NodeScore | Group | Indicator) -> str:
    """Code and name, as tables name a node."""
    return f"{node.code} {node.name}"


def circled(number: int) -> str:
    """The number of a point: ① to ⑳, beyond that in brackets.

    >>> circled(1), circled(20), circled(21)
    ('①', '⑳', '(21)')
    """
    return chr(ord("①") + number - 1) if number <= 20 else f"({number})"


def criteria_text(criteria: Sequence[str], joint: str = "\n") -> str:
    """The criteria of an indicator, numbered where there are several.

    >>> criteria_text(["目标合理", "目标可行"], "；"), criteria_text(["目标合理"])
    ('①目标合理；②目标可行', '目标合理')
    """
    if len(criteria) == 1:
        return criteria[0]
    return joint.join(f"{circled(number)}{text}" for number, text in enumerate(criteria, 1))


def quoted_rule(rule_text: str) -> str:
    """The sentence of a rule in quotation marks, without its full stop, so that a sentence can go on behind it."""
    return cited(bare(rule_text))
