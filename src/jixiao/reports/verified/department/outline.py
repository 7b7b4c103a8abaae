"""The department's report as plain content, in one of the two outlines that departments write."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from jixiao.forms.departments import DepartmentTold, Outline
from jixiao.quantities import fixed_text
from jixiao.reports.content.parts import Column, Table
from jixiao.reports.content.pending import Pending
from jixiao.reports.page.chapters import Paragraph, Part
from jixiao.reports.verified.department.ownform import summed
from jixiao.reports.verified.department.projects import Projects, wan
from jixiao.reports.verified.told import ToldForm


def report_parts(told: DepartmentTold, projects: Projects, pending: Pending) -> tuple[Part, ...]:
    """The chapters of the report; what nobody told stands as 【待填写：…】 and is collected in `pending`."""
    return _OUTLINES[told.outline](told, projects, pending)


def _goals(told: DepartmentTold, projects: Projects, pending: Pending) -> tuple[Part, ...]:
    """Organisation, objectives reached, quality of the objectives, rectification and use."""
    return (
        Part("绩效自评工作开展情况", _texts(told.organisation, "自评工作的组织、范围和程序", pending)),
        Part(
            "绩效目标实现情况",
            (*_project_blocks(projects),),
            (
                Part("部门整体绩效目标", (*_achieved(told, pending), *_score(told, pending))),
                Part("各项目绩效目标", (_project_table(projects),)),
                Part("偏离绩效目标的原因和改进措施", _reasons(told, projects, pending)),
            ),
        ),
        Part("绩效目标设定质量情况", _texts(told.quality, "绩效目标是否完整、相关、可衡量", pending)),
        Part(
            "整改及结果应用情况",
            (
                *_texts(told.rectification, "上年问题的整改情况", pending),
                *_texts(told.use, "自评结果怎样应用和公开", pending),
            ),
        ),
    )


def _money_and_performance(told: DepartmentTold, projects: Projects, pending: Pending) -> tuple[Part, ...]:
    """Overview, money, execution and management, performance, problems, next plan."""
    return (
        Part("部门概况", _texts(told.overview, "部门职责、机构和人员", pending)),
        Part("部门整体支出情况", (*_money(told, pending), *_project_blocks(projects))),
        Part(
            "预算执行和管理情况",
            (*_score(told, pending), *_texts(told.management, "预算、资产、采购和内部管理的情况", pending)),
        ),
        Part(
            "绩效情况分析",
            _achieved(told, pending),
            (Part("各项目自评情况", (_project_table(projects),)),),
        ),
        Part("存在的主要问题", _reasons(told, projects, pending)),
        Part(
            "下一步工作计划",
            (*_texts(told.measures, "改进措施", pending), *_texts(told.plan, "下一步的安排", pending)),
        ),
    )


_OUTLINES: Mapping[Outline, Callable[[DepartmentTold, Projects, Pending], tuple[Part, ...]]] = {
    "目标实现": _goals,
    "资金与绩效": _money_and_performance,
}


def _texts(texts: tuple[str, ...], what: str, pending: Pending) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in pending.several(texts, what))


def _project_blocks(projects: Projects) -> tuple[Paragraph, ...]:
    """How many projects, what money, which scores and grades: counted from their forms."""
    said = [f"本年度共自评项目 {len(projects.forms)} 个"]
    if projects.budget is not None:
        said.append(f"全年预算 {wan(projects.budget)} 万元")
    if projects.executed is not None:
        said.append(f"全年执行 {wan(projects.executed)} 万元")
    if projects.rate is not None:
        said.append(f"执行率 {fixed_text(projects.rate * 100, 2)}%")
    paragraphs = [Paragraph("，".join(said) + "。")]
    if projects.mean is not None:
        graded = "、".join(f"{name} {count} 个" for name, count in projects.grades.items() if name)
        without = projects.grades.get("", 0)
        none = f"，{without} 个没有写等级" if without and graded else ""
        grades = f"；自评等级：{graded}{none}" if graded else ""
        paragraphs.append(Paragraph(f"自评总分平均 {fixed_text(projects.mean, 2)} 分{grades}。"))
    return tuple(paragraphs)


def _project_table(projects: Projects) -> Table:
    columns = (
        Column("序号", 3, "center"),
        Column("项目名称", 13, "left"),
        Column("全年预算", 5, "right"),
        Column("全年执行", 5, "right"),
        Column("执行率", 4, "right"),
        Column("自评得分", 4, "right"),
        Column("更正后", 4, "right"),
    )
    rows = tuple((str(number), *_row(form)) for number, form in enumerate(projects.forms, 1))
    sums = ("", "合计", _wan(projects.budget), _wan(projects.executed), _percent(projects.rate), "", "")
    note = "更正后：按表样的规定重算，由判断决定的得分不改；有未填金额的不合计。"
    return Table("项目自评情况", columns, (*rows, sums), unit="万元", note=note, strong=(len(rows),))


def _row(form: ToldForm) -> Sequence[str]:
    one = Projects((form,), ())
    corrected = form.corrected.shown if form.corrected else "—"
    return form.label, _wan(one.budget), _wan(one.executed), _percent(one.rate), form.stated.shown, corrected


def _achieved(told: DepartmentTold, pending: Pending) -> tuple[Paragraph, ...]:
    return (
        Paragraph(pending.filled(told.objective, "年度履职目标"), "年度目标："),
        Paragraph(pending.filled(told.achieved, "年度目标的实际完成情况"), "完成情况："),
    )


def _reasons(told: DepartmentTold, projects: Projects, pending: Pending) -> tuple[Paragraph, ...]:
    """Problems and measures as told, and what the verification found in the forms of the projects."""
    found: tuple[Paragraph, ...] = ()
    if projects.faulty:
        counted = f"{len(projects.forms)} 个项目的自评表中有 {len(projects.faulty)} 个"
        found = (Paragraph(f"经核验，{counted}存在计算或前后不一致的错误，应先更正。"),)
    return (
        *found,
        *_texts(told.problems, "存在的问题和偏离目标的原因", pending),
        *(_texts(told.measures, "改进措施", pending) if told.outline == "目标实现" else ()),
    )


def _money(told: DepartmentTold, pending: Pending) -> tuple[Paragraph | Table, ...]:
    if not told.money:
        return (Paragraph(pending.mark("部门整体支出的预算和执行")),)
    columns = (Column("支出", 3, "left"), *(Column(each, 2, "right") for each in ("年初预算", "全年预算", "全年执行")))
    rows = tuple((row.source, row.initial or "—", row.adjusted or "—", row.executed or "—") for row in told.money)
    sums = tuple(
        summed([getattr(row, name) for row in told.money]) or "—" for name in ("initial", "adjusted", "executed")
    )
    return (Table("部门整体支出情况", columns, (*rows, ("合计", *sums)), unit="万元", strong=(len(rows),)),)


def _score(told: DepartmentTold, pending: Pending) -> tuple[Paragraph, ...]:
    total = pending.filled(told.total, "部门整体自评总分")
    return (Paragraph(f"部门整体支出绩效自评得分 {total} 分，等级为“{pending.filled(told.grade, '自评等级')}”。"),)


def _wan(yuan: Fraction | None) -> str:
    return "—" if yuan is None else wan(yuan)


def _percent(rate: Fraction | None) -> str:
    return "—" if rate is None else f"{fixed_text(rate * 100, 2)}%"
