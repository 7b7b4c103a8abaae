"""The result as a whole: total and grade, where and why it departs from the rules, and what is still open."""

from collections.abc import Iterator, Sequence

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import (
    GroupScore,
    IndicatorScore,
    NodeScore,
    ScoreSheet,
    Totals,
    indicator_scores,
    step_sentence,
    total_rate,
)
from jixiao.reports.content.department import short_name, subject_of
from jixiao.reports.content.parts import Chart, Told
from jixiao.reports.content.problems import unexplained
from jixiao.reports.content.report import Conclusion, Result
from jixiao.reports.content.scoretables import levels_table, rate_chart, total_table
from jixiao.reports.content.scorewords import (
    below_first,
    level_text,
    lost_text,
    points_text,
    rate_text,
    set_text,
    weighed_text,
)
from jixiao.reports.content.sentences import bare, ended
from jixiao.reports.wording import grade_text, has_lost, points, total_text
from jixiao.text.quoting import cited


def result_of(sheet: ScoreSheet) -> Result:
    """The totals and grades, as printed."""
    rate = total_rate(sheet) or "—"
    return Result(
        total=total_text(sheet.in_force),
        grade=grade_text(sheet.in_force),
        total_by_rule=total_text(sheet.by_rule),
        grade_by_rule=grade_text(sheet.by_rule),
        weight=points(sheet.weight),
        rate=rate,
        settled=sheet.in_force.total is not None,
        sentence=f"{_scored(sheet.in_force)}。",
    )


def conclusion_of(case: Case, sheet: ScoreSheet) -> Conclusion:
    """Paragraphs, the first-level indicators one by one, tables and charts of scores and rates."""
    groups: list[NodeScore] = [child for level in sheet.levels for child in level.children]
    charts: list[Chart] = [rate_chart("各一级指标得分率", sheet.levels)]
    if len(groups) > len(sheet.levels):
        charts.append(rate_chart(f"各{below_first(groups)}得分率", groups))
    return Conclusion(
        paragraphs=tuple(_paragraphs(case, sheet)),
        levels=tuple(Told(level_text(level.name), _level(level, sheet)) for level in sheet.levels),
        tables=(total_table(sheet), levels_table(sheet)),
        charts=tuple(charts),
    )


def _paragraphs(case: Case, sheet: ScoreSheet) -> Iterator[str]:
    general = case.content.case
    yield f"经评价，{short_name(general)}{subject_of(general)}{_scored(sheet.in_force)}。"
    if sheet.in_force.steps:
        yield f"总分的计算：{'；'.join(map(step_sentence, sheet.in_force.steps))}。"
    yield from _open(sheet)
    yield from _overridden(sheet)
    yield from _self_evaluation(case, sheet)
    untold = [lost_text(each.indicator) for each in unexplained(sheet)]
    if untold:
        yield f"{'、'.join(untold)}的扣分原因见指标分析，“存在的问题”中没有另列。"


def _scored(totals: Totals) -> str:
    """The total and its grade in one clause."""
    if totals.total is None:
        return f"综合得分尚不能确定，在{points_text(totals.low)}至{points_text(totals.high)}之间，等级待定"
    return f"综合得分{points_text(totals.total)}，绩效等级为“{totals.grade}”"


def _open(sheet: ScoreSheet) -> Iterator[str]:
    """Which indicators have no score, and why; those not involved apart from those still open."""
    left_out = [each for each in sheet.indicators() if each.status == "not_applicable"]
    unsettled = [each for each in sheet.indicators() if each.score is None and each not in left_out]
    if unsettled:
        told = "；".join(
            f"{each.name}（权重{points_text(each.weight)}）：{each.why.rstrip('。')}" for each in unsettled
        )
        yield f"有{len(unsettled)}个三级指标没有得出分数，总分中最低按0分、最高按满分计入上述范围：{told}。"
    if left_out:
        yield f"有{len(left_out)}个三级指标不涉及，不计入总分：{'、'.join(map(_weighted, left_out))}。"


def _weighted(score: IndicatorScore) -> str:
    return f"{score.name}（权重{points_text(score.weight)}）"


def _overridden(sheet: ScoreSheet) -> Iterator[str]:
    """The total by the rules alone, and each score that departs from its rule, with the reason as it was given."""
    changed = [(each, each.override) for each in sheet.indicators() if each.override is not None]
    if changed:
        yield f"完全按评分规则计算，{_scored(sheet.by_rule)}。有{len(changed)}个三级指标的得分由评价人员作了调整。"
    for score, override in changed:
        yield f"{set_text(score, override)}，理由：{ended(override.reason)}"


def _self_evaluation(case: Case, sheet: ScoreSheet) -> Iterator[str]:
    if sheet.self_score is None:
        return
    grade = f"，等级为“{sheet.self_grade}”" if sheet.self_grade else ""
    own = f"{short_name(case.content.case)}自评得分{points_text(sheet.self_score)}{grade}"
    gap = sheet.self_gap
    if gap is None:
        yield f"{own}，因评价得分尚未确定，暂不能比较。"
    elif gap:
        yield f"{own}，自评得分比评价得分{'高' if gap > 0 else '低'}{points_text(abs(gap))}。"
    else:
        yield f"{own}，与评价得分相同。"


def _level(level: GroupScore, sheet: ScoreSheet) -> str:
    """Weight, score and rate, the same of each second-level indicator, and what the losses show."""
    below = "、".join(f"{child.name}{_short(child)}" for child in level.children)
    lost = [each for each in indicator_scores((level,)) if has_lost(each)]
    losses = f"扣分的指标为{'、'.join(map(lost_text, lost))}{_shown(lost, sheet)}" if lost else ""
    return f"{ended(weighed_text(level))}其中，{below}。{ended(losses)}"


def _shown(lost: Sequence[IndicatorScore], sheet: ScoreSheet) -> str:
    """Which problems the losses show; where some show none, of which it is said."""
    titles = {each.indicator.code: each.problems for each in sheet.deductions}
    telling = [each for each in lost if titles.get(each.code)]
    shown = dict.fromkeys(title for each in telling for title in titles[each.code])
    if not shown:
        return ""
    which = "" if len(telling) == len(lost) else f"其中{'、'.join(each.name for each in telling)}"
    return f"，{which}反映的问题是{''.join(cited(bare(title)) for title in shown)}"


def _short(node: NodeScore) -> str:
    if node.score is None:
        return "没有得分"
    if node.score == node.weight:
        return f"得满分{points_text(node.score)}"
    return f"得{points_text(node.score)}（得分率{rate_text(node)}）"
