"""The content of an evaluation report, chapter by chapter (domain reference 10).

Every text is ready to print; every figure is written as it is printed. A template names these fields.
"""

from dataclasses import dataclass
from typing import Annotated

from jixiao.reports.content.parts import Chart, Section, Table, Told


@dataclass(frozen=True, slots=True)
class Cover:
    """Who was evaluated, for whom, by whom, when."""

    title: Annotated[str, "报告名称"]
    heading: Annotated[str, "报告名称，长的按词断成几行"]
    department: Annotated[str, "被评价部门（单位）全称"]
    short: Annotated[str, "被评价部门简称；没有则同全称"]
    client: Annotated[str, "委托单位；未填时为空"]
    evaluator: Annotated[str, "评价机构；未填时为空"]
    lead: Annotated[str, "主评人；未填时为空"]
    year: Annotated[str, "评价年度，如“2023”"]
    period: Annotated[str, "评价时段，如“2023年1月1日至2023年12月31日”；未填时为空"]
    date: Annotated[str, "报告日期，如“2024年12月”；未填时为空"]


@dataclass(frozen=True, slots=True)
class Result:
    """The totals and grades, as printed. Where the total is open, `total` is the range it lies in, `grade` 等级待定."""

    total: Annotated[str, "总分（执行中的得分），两位小数；未能确定时为可能的范围"]
    grade: Annotated[str, "绩效等级；未能确定时为“等级待定”"]
    total_by_rule: Annotated[str, "完全按规则计算的总分"]
    grade_by_rule: Annotated[str, "完全按规则计算的等级"]
    weight: Annotated[str, "满分"]
    rate: Annotated[str, "总得分率，如“94.40%”；未能确定时为“—”"]
    settled: Annotated[bool, "总分是否已经确定（没有未计算、未读懂的指标）"]
    sentence: Annotated[str, "一句话说明总分和等级"]


@dataclass(frozen=True, slots=True)
class Abstract:
    """The summary before the contents: what was commissioned, how it came out, why, and what to do."""

    commission: Annotated[str, "委托与评价概况"]
    money: Annotated[str, "预算与决算；没有数据时为空"]
    result: Annotated[str, "评价得分和等级"]
    levels: Annotated[tuple[str, ...], "各一级指标的结论，每个一段"]
    practices: Annotated[tuple[str, ...], "主要做法的标题"]
    problems: Annotated[tuple[str, ...], "存在的问题的标题"]
    recommendations: Annotated[tuple[str, ...], "有关建议的标题"]


@dataclass(frozen=True, slots=True)
class BasisGroup:
    """The documents of one category the evaluation rests on."""

    category: Annotated[str, "类别：绩效管理类、业务管理类、其他类"]
    documents: Annotated[tuple[str, ...], "依据的文件，含文号"]


@dataclass(frozen=True, slots=True)
class Work:
    """How the evaluation was done."""

    purpose: Annotated[str, "评价目的"]
    object: Annotated[str, "评价对象"]
    scope: Annotated[str, "评价范围"]
    funds: Annotated[str, "纳入评价的资金"]
    basis: Annotated[tuple[BasisGroup, ...], "评价依据，按类别"]
    principles: Annotated[tuple[str, ...], "评价原则"]
    methods: Annotated[tuple[Told, ...], "评价方法及其运用"]
    process: Annotated[str, "评价过程的总说明"]
    schedule: Annotated[Table | None, "各阶段工作表；未填时没有"]


@dataclass(frozen=True, slots=True)
class System:
    """The indicator system in outline and how points become a grade."""

    sentence: Annotated[str, "指标体系的构成：各级指标的个数和权重"]
    levels: Annotated[tuple[str, ...], "各一级指标的构成，每个一段"]
    weights: Annotated[Table, "一级、二级指标权重表"]
    scoring: Annotated[str, "计分方法：规则、取位、得分率"]
    grade_sentence: Annotated[str, "等级的划分"]
    grades: Annotated[Table, "等级标准表"]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The result as a whole."""

    paragraphs: Annotated[tuple[str, ...], "综合结论，含与规则不同的得分、自评与评价的差异、未能得出的分数"]
    levels: Annotated[tuple[Told, ...], "各一级指标的结论"]
    tables: Annotated[tuple[Table, ...], "总得分表和各级指标得分表"]
    charts: Annotated[tuple[Chart, ...], "得分率图"]


@dataclass(frozen=True, slots=True)
class IndicatorAnalysis:
    """One third-level indicator, told so that a stranger can redo its score."""

    code: Annotated[str, "编码"]
    name: Annotated[str, "名称"]
    weight: Annotated[str, "权重"]
    score: Annotated[str, "得分；没有得出时为“—”"]
    rate: Annotated[str, "得分率；没有得出时为“—”"]
    status: Annotated[str, "情况：已评分、调整得分、未能计算、规则未读懂、不适用"]
    heading: Annotated[str, "标题，如“绩效目标合理性（权重3.00分，得3.00分）”"]
    paragraphs: Annotated[tuple[str, ...], "分析的各段"]
    exhibits: Annotated[tuple[Table | Chart, ...], "分析所附的表"] = ()


@dataclass(frozen=True, slots=True)
class GroupAnalysis:
    """One second-level indicator with the third-level ones below it."""

    code: Annotated[str, "编码"]
    name: Annotated[str, "名称"]
    weight: Annotated[str, "权重"]
    score: Annotated[str, "得分"]
    rate: Annotated[str, "得分率"]
    sentence: Annotated[str, "一句话：个数、权重、得分、得分率"]
    indicators: Annotated[tuple[IndicatorAnalysis, ...], "三级指标"]


@dataclass(frozen=True, slots=True)
class LevelAnalysis:
    """One first-level indicator."""

    code: Annotated[str, "编码"]
    name: Annotated[str, "名称"]
    weight: Annotated[str, "权重"]
    score: Annotated[str, "得分"]
    rate: Annotated[str, "得分率"]
    sentence: Annotated[str, "一句话：个数、权重、得分、得分率"]
    table: Annotated[Table, "二级、三级指标得分表"]
    groups: Annotated[tuple[GroupAnalysis, ...], "二级指标"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: what is wrong, why, and what it cost."""

    title: Annotated[str, "标题"]
    text: Annotated[str, "情况"]
    cause: Annotated[str, "原因"]
    indicators: Annotated[str, "涉及的指标和扣分；没有则为空"]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What to do about a problem, in the problems' order."""

    title: Annotated[str, "标题"]
    text: Annotated[str, "建议"]
    problem: Annotated[str, "针对的问题的标题"]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on upright pages."""

    title: Annotated[str, "标题，如“附件2  满意度调查统计”"]
    sections: Annotated[tuple[Section, ...], "各节"]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    cover: Annotated[Cover, "封面"]
    result: Annotated[Result, "总分和等级"]
    abstract: Annotated[Abstract, "摘要"]
    opening: Annotated[str, "正文开头一段：依据和委托"]
    overview: Annotated[tuple[Section, ...], "基本情况各节：职责、机构人员、资产、收支、重点工作、绩效目标、自评结果"]
    work: Annotated[Work, "评价工作开展情况"]
    system: Annotated[System, "指标体系和等级标准"]
    conclusion: Annotated[Conclusion, "综合评价情况及评价结论"]
    analysis: Annotated[tuple[LevelAnalysis, ...], "指标分析，每个一级指标一项"]
    practices: Annotated[tuple[Told, ...], "主要经验做法"]
    problems: Annotated[tuple[Problem, ...], "存在的问题及原因分析"]
    recommendations: Annotated[tuple[Recommendation, ...], "有关建议"]
    other: Annotated[tuple[str, ...], "其他需要说明的问题"]
    indicator_annex: Annotated[str, "附件1的标题"]
    indicator_table: Annotated[Table, "附件1：指标体系及评分表（十列，横向页面）"]
    annexes: Annotated[tuple[Annex, ...], "其余附件：满意度调查、回访统计、问题清单等"]
