"""The summary before the contents, short enough for two pages: what, how it came out, why, and what to do."""

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import General
from jixiao.evaluation.sheet import GroupScore, ScoreSheet, indicator_scores
from jixiao.reports.content.conclusion import result_of
from jixiao.reports.content.department import introduced, subject_of
from jixiao.reports.content.figures import fact_of
from jixiao.reports.content.problems import recommendations_of
from jixiao.reports.content.report import Abstract
from jixiao.reports.content.scorewords import level_text, losses_text, weighed_text
from jixiao.reports.content.sentences import bare, level_counts, span_text
from jixiao.reports.usedfacts import stated
from jixiao.reports.wording import total_text

_EXPENDITURE = {"年初": "年初预算", "调整": "调整预算", "决算": "决算"}


def abstract_of(case: Case, sheet: ScoreSheet) -> Abstract:
    """The summary; it introduces the short name, so that it can be read alone."""
    narrative = case.content.narrative
    return Abstract(
        commission=_commission(case.content.case),
        money=_money(case),
        result=f"{_counts(case)}{result_of(sheet).sentence}{_by_rule(sheet)}",
        levels=tuple(map(_level, sheet.levels)),
        practices=tuple(bare(each.title) for each in narrative.practices),
        problems=tuple(bare(each.title) for each in narrative.problems),
        recommendations=tuple(bare(each.title) for each in recommendations_of(case)),
    )


def _commission(general: General) -> str:
    by = f"受{general.client}委托，" if general.client else ""
    evaluator = general.evaluator or "评价组"
    span = f"，评价时段为{span_text(general.period.from_, general.period.to)}" if general.period else ""
    return f"{by}{evaluator}对{introduced(general)}{subject_of(general)}开展绩效评价{span}。"


def _money(case: Case) -> str:
    told = []
    for stage, words in _EXPENDITURE.items():
        if (fact := fact_of(case, "支出总额", stage)) is not None:
            told.append(f"{words}{stated(fact)}")
    return f"{case.year}年度支出{'，'.join(told)}。" if told else ""


def _counts(case: Case) -> str:
    return f"评价指标体系设{level_counts(case.system.counts())}。"


def _by_rule(sheet: ScoreSheet) -> str:
    """The total by the rules alone, where scores were set against them."""
    changed = sum(each.override is not None for each in sheet.indicators())
    if not changed:
        return ""
    total = total_text(sheet.by_rule)
    return f"其中{changed}个三级指标的得分由评价人员作了调整，完全按评分规则计算为{total}分。"


def _level(level: GroupScore) -> str:
    return f"{level_text(level.name)}{weighed_text(level)}。{losses_text(indicator_scores((level,)))}。"
