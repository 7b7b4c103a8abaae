"""Annex 1: the indicator system in a wide table, with the way to each score where there are scores."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import IndicatorScore, ScoreSheet, weight_of
from jixiao.indicators import Group, Indicator, indicators_of
from jixiao.reports.content.derivationtext import Teller
from jixiao.reports.content.parts import Column, Merge, Table
from jixiao.reports.content.scorewords import coded, criteria_text, points_text
from jixiao.reports.wording import points, total_text

_SYSTEM = (
    Column("一级指标", 17),
    Column("二级指标", 18),
    Column("三级指标", 19),
    Column("权重", 12),
    Column("指标解释", 26, "left"),
    Column("目标值", 13),
    Column("评价要点", 38, "left"),
    Column("评分规则", 31, "left"),
)
_SCORED = (Column("评分过程", 39, "left"), Column("得分", 12))
_TITLE = "评价指标体系"


def indicator_table(case: Case, sheet: ScoreSheet | None) -> Table:
    """The ten columns of the scored system; without a sheet the eight of the system alone, for a plan."""
    scores = {} if sheet is None else {score.code: score for score in sheet.indicators()}
    teller = None if sheet is None else Teller(case)
    rows: list[tuple[str, ...]] = []
    merged: list[Merge] = []
    for group in case.system.groups:
        merged += _merge(len(rows), 0, group)
        for child in group.children:
            merged += _merge(len(rows), 1, child)
            rows += [
                (_named(group), _named(child) if isinstance(child, Group) else "—", *cells)
                for cells in _cells(child, scores, teller)
            ]
    weight = points(sum(map(weight_of, case.system.groups), start=Decimal(0)))
    blanks = [""] * 4
    totals = () if sheet is None else ("", total_text(sheet.in_force))
    rows.append(("合计", "", "", weight, *blanks, *totals))
    return Table(
        title=_TITLE if sheet is None else f"{_TITLE}及评分表",
        columns=_SYSTEM if sheet is None else (*_SYSTEM, *_SCORED),
        rows=tuple(rows),
        unit="分",
        note=_note(case),
        strong=(len(rows) - 1,),
        merged=tuple(merged),
        wide=True,
    )


def _merge(row: int, column: int, node: Group | Indicator) -> Iterator[Merge]:
    count = sum(1 for _ in indicators_of(node))
    if count > 1:
        yield Merge(row, column, count)


def _named(group: Group) -> str:
    return f"{group.name}\n{points_text(weight_of(group))}"


def _cells(
    node: Group | Indicator, scores: Mapping[str, IndicatorScore], teller: Teller | None
) -> Iterator[tuple[str, ...]]:
    for indicator in indicators_of(node):
        described = (
            coded(indicator),
            points(weight_of(indicator)),
            indicator.explanation,
            indicator.target,
            criteria_text(indicator.criteria),
            indicator.rule_text,
        )
        score = scores.get(indicator.code)
        scored = () if score is None or teller is None else (teller.process(score), points(score.score))
        yield (*described, *scored)


def _note(case: Case) -> str:
    """Which rules the evaluators wrote themselves, since the system they were given had none that can be applied."""
    own = [each.code for each in case.system.indicators() if each.rule_source == "ours"]
    return f"原指标体系未写明可执行的评分规则、由本次评价补写的有：{'、'.join(own)}。" if own else ""
