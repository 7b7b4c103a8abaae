"""The indicator system in outline, how points are given, and how they become a grade."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import weight_of
from jixiao.indicators import Group, Indicator, indicators_of
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import Band, GradeScale
from jixiao.quantities import exact_text
from jixiao.reports.content.columns import NIL
from jixiao.reports.content.parts import Column, Merge, Table
from jixiao.reports.content.report import System
from jixiao.reports.content.scorewords import below_first, level_text, points_text
from jixiao.reports.content.sentences import document_text, joined, level_counts
from jixiao.reports.wording import points
from jixiao.rules import TotalRule
from jixiao.rules.scoring import as_count
from jixiao.rules.totals import WHOLE, Adjustment, Cap, PayGate


def system_of(case: Case) -> System:
    """The outline; it needs no scores, so that a plan can show it too."""
    return System(
        sentence=_sentence(case),
        levels=tuple(map(_level_sentence, case.system.groups)),
        weights=_weights_table(case.system.groups),
        scoring="".join(_scoring(case)),
        grade_sentence=_grade_sentence(case.scale),
        grades=_grades_table(case.scale),
    )


def _sentence(case: Case) -> str:
    framework = standard_registry().headers.get(case.content.case.framework)
    cited = _cited(framework.source) if framework else ""
    model = f"参照{cited}设置，" if cited else ""
    return f"评价指标体系{model}由{level_counts(case.system.counts())}构成，权重合计{exact_text(WHOLE)}分。"


def _level_sentence(level: Group) -> str:
    groups = [child for child in level.children if isinstance(child, Group)]
    leaves = len(list(indicators_of(level)))
    opening = f"{level_text(level.name)}权重{points_text(weight_of(level))}"
    if not groups:
        return f"{opening}，下设{leaves}个三级指标。"
    if len(level.children) == 1:
        return f"{opening}，考察{groups[0].name}，共{leaves}个三级指标。"
    named = joined([f"{child.name}（{points_text(weight_of(child))}）" for child in level.children])
    return f"{opening}，从{named}{len(level.children)}个方面考察，共{leaves}个三级指标。"


def _weights_table(groups: tuple[Group, ...]) -> Table:
    """First- and second-level indicators with their weights, the sum in the last row."""
    rows: list[tuple[str, ...]] = []
    merged: list[Merge] = []
    for level in groups:
        below = list(_second_level(level))
        if len(below) > 1:
            merged += [Merge(len(rows), column, len(below)) for column in (0, 1)]
        rows += [(level.name, points(weight_of(level)), *cells) for cells in below]
    leaves = sum(len(list(indicators_of(level))) for level in groups)
    second = below_first(child for level in groups for child in level.children)
    rows.append(("合计", points(sum(map(weight_of, groups), start=Decimal(0))), NIL, NIL, str(leaves)))
    return Table(
        title="评价指标权重表",
        columns=(
            Column("一级指标", 14),
            Column("一级指标权重", 10, "right"),
            Column(second, 22, "left"),
            Column(f"{second}权重", 10, "right"),
            Column("三级指标个数", 10, "right"),
        ),
        rows=tuple(rows),
        unit="分、个",
        strong=(len(rows) - 1,),
        merged=tuple(merged),
    )


def _second_level(level: Group) -> Iterator[tuple[str, str, str]]:
    for child in level.children:
        count = "1" if isinstance(child, Indicator) else str(len(list(indicators_of(child))))
        yield child.name, points(weight_of(child)), count


def _scoring(case: Case) -> Iterator[str]:
    judgements = case.judgements.values()
    yield "三级指标按附件1所列的评分规则计分，得分四舍五入保留两位小数；一级、二级指标的得分为其下三级指标得分之和。"
    yield "得分率为得分除以权重，按保留两位小数的得分计算。"
    if any(judgement.applicable == "否" for judgement in judgements):
        yield "认定为不涉及的指标，按该指标的规则计满分，或退出计分，总分按其余指标的权重折算为百分制。"
    overridden = sum(judgement.override is not None for judgement in judgements)
    if overridden:
        yield (
            f"有{overridden}个三级指标的得分由评价人员在规则之外调整：报告写明调整的理由和调整人，"
            "并同时列出按规则计算的得分和总分。"
        )
    if case.total_rules:
        yield f"总分另按下列规定处理：{'；'.join(map(_total_rule_text, case.total_rules))}。"


def _total_rule_text(rule: TotalRule) -> str:
    if isinstance(rule, Adjustment):
        verb = "扣" if rule.penalty else "加"
        limit = f"，最多{verb}{rule.at_most}" if rule.at_most is not None else ""
        return f"“{rule.name}”每发生一次{verb}{rule.each}{limit}"
    if isinstance(rule, Cap):
        ceiling = f"等级最高为“{rule.grade}”" if rule.score is None else f"总分最高为{as_count(rule.score)}分"
        return f"发生“{rule.name}”的，{ceiling}"
    if isinstance(rule, PayGate):
        below = f"，未达到的按总分占{as_count(rule.score)}分的比例付费" if rule.in_proportion else ""
        return f"“{rule.name}”以总分达到{as_count(rule.score)}分为条件{below}"
    return "不涉及的指标退出计分，总分按其余指标的权重折算为百分制"


def _grade_sentence(scale: GradeScale) -> str:
    names = [band.name for band in scale.bands]
    bands = "，".join(f"{text}为“{name}”" for name, text in _bands(scale))
    whole = "先把总分四舍五入到整数，再定等级：" if scale.reading == "整数" else ""
    source = f"等级标准依据{_cited(scale.source)}。" if scale.source else ""
    return f"评价结果按总分划分为{'、'.join(names)}{len(names)}个等级：{whole}{bands}。{source}"


def _grades_table(scale: GradeScale) -> Table:
    return Table(
        title="绩效等级标准",
        columns=(Column("等级", 20), Column("总分", 40)),
        rows=tuple(_bands(scale)),
    )


def _bands(scale: GradeScale) -> Iterator[tuple[str, str]]:
    """Every grade with its points; a band begins with its bound and ends before the next one begins.

    >>> list(_bands(standard_registry().scale("standard")))
    [('优', '90分（含）以上'), ('良', '80分（含）至90分'), ('中', '60分（含）至80分'), ('差', '60分以下')]
    >>> list(_bands(standard_registry().scale("whole-numbers")))[:2]
    [('优', '90—100分'), ('良', '80—89分')]
    """
    if scale.reading == "整数":
        yield from ((band.name, f"{exact_text(band.from_)}—{exact_text(band.to or WHOLE)}分") for band in scale.bands)
        return
    yield scale.bands[0].name, f"{_bound(scale.bands[0])}（含）以上"
    for above, band in pairwise(scale.bands):
        low = f"{_bound(band)}（含）至" if band.from_ else ""
        yield band.name, f"{low}{_bound(above)}" if low else f"{_bound(above)}以下"


def _bound(band: Band) -> str:
    return f"{exact_text(band.from_)}分"


def _cited(number: str) -> str:
    """A registered document with its title, as far as it is known."""
    document = standard_registry().documents.find(number)
    return document_text(f"《{document.title}》", number) if document and document.title else number
