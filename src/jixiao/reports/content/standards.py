"""The standards of a plan: what each indicator is measured by, as far as its target, data and criteria tell."""

import re
from collections.abc import Sequence

from jixiao.evaluation.case import Case
from jixiao.expressions import names
from jixiao.facts.dimensions import year_of
from jixiao.indicators import Indicator, expressions_of
from jixiao.reports.content.sentences import joined

_INDUSTRY = ("行业标准", "行业平均", "国家标准")


def standards_of(case: Case) -> tuple[str, ...]:
    """A paragraph for each kind of standard that an indicator has; an indicator may have several."""
    indicators = list(case.system.indicators())
    planned = [f"{each.name}（{each.target}）" for each in indicators if _has_figure(each)]
    historic = [each.name for each in indicators if _looks_back(each, case.year)]
    industrial = [each.name for each in indicators if any(word in text for text in _said(each) for word in _INDUSTRY)]
    others = [each for each in indicators if not _has_figure(each)]
    computed = [each.name for each in others if any(True for _ in expressions_of(each))]
    told = (
        _counted("计划标准。以事先确定的目标值、预算数、计划数和定额为准，有目标值的三级指标", planned),
        _counted("历史标准。与以前年度同口径数据比较的三级指标", historic),
        _counted("行业标准。参照国家、行业公布的标准的三级指标", industrial),
        _counted("没有单列目标值、由数据算出后按评分规则计分的三级指标", computed),
        _judged(len(others) - len(computed)),
    )
    return tuple(filter(None, told))


def _counted(standard: str, names: Sequence[str]) -> str:
    return f"{standard}{len(names)}个：{joined(names)}。" if names else ""


def _judged(count: int) -> str:
    """What qualitative indicators are measured by."""
    if not count:
        return ""
    return f"定性的三级指标{count}个，按附件1的评价要点，对照法规制度、部门职责和年度计划认定，认定须有佐证材料。"


def _has_figure(indicator: Indicator) -> bool:
    return re.search(r"\d", indicator.target) is not None


def _looks_back(indicator: Indicator, year: int) -> bool:
    spoken = {word for each in expressions_of(indicator) for name in names(each) for word in name.qualifiers}
    return any((said := year_of(word, year)) is not None and said < year for word in spoken)


def _said(indicator: Indicator) -> tuple[str, ...]:
    return (indicator.target, indicator.explanation, *indicator.criteria)
