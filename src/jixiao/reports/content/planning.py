"""From a case to its evaluation plan, which is made before anything is judged: what is missing is marked and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import General, Member, Stage
from jixiao.evaluation.evaluate import evaluate
from jixiao.evaluation.sheet import weight_of
from jixiao.facts import Table as CaseTable
from jixiao.indicators import Group, indicators_of
from jixiao.reports.content.columns import NIL, text_table
from jixiao.reports.content.cover import cover_of
from jixiao.reports.content.datarequests import data_list_of
from jixiao.reports.content.department import introduced, short_name, subject_of
from jixiao.reports.content.indicatortable import indicator_table
from jixiao.reports.content.interviewing import interviews_of
from jixiao.reports.content.overview import overview_of
from jixiao.reports.content.parts import Column, Section, Table, Told
from jixiao.reports.content.pending import Pending
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.questionnaires import questionnaires_of
from jixiao.reports.content.report import BasisGroup, Cover
from jixiao.reports.content.scorewords import level_text, points_text
from jixiao.reports.content.sentences import date_text, ended, joined, paragraphs
from jixiao.reports.content.standards import standards_of
from jixiao.reports.content.system import system_of
from jixiao.reports.content.titles import balanced
from jixiao.reports.content.work import schedule_of, work_of

_PLAN, _REPORT = "工作方案", "报告"
_LEAD = "主评人"


def plan_of(case: Case) -> Plan:
    """The whole plan. What the case does not say stands in its place as 【待填写：…】 and in `pending`."""
    pending = Pending()
    general, work = case.content.case, work_of(case)
    return Plan(
        cover=_cover(case, pending),
        opening=_opening(general, pending),
        overview=tuple(_overview(case, pending)),
        purpose=pending.filled(work.purpose, "评价目的"),
        content=tuple(_content(case, pending)),
        basis=work.basis or (BasisGroup("绩效管理类", (pending.mark("评价依据"),)),),
        principles=pending.several(work.principles, "评价原则"),
        methods=work.methods or (Told(pending.mark("评价方法")),),
        system=system_of(replace(case, judgements={})),
        standards=standards_of(case),
        sample=pending.several(tuple(map(ended, general.sampling)), "抽样与现场核查安排"),
        team=_team(general, pending),
        schedule=_schedule(case.content.process, pending),
        discipline=pending.several(tuple(map(ended, general.discipline)), "工作纪律"),
        indicator_table=indicator_table(case, None),
        questionnaires=questionnaires_of(case, pending),
        interviews=interviews_of(case),
        data_list=data_list_of(case, evaluate(case, traced=False)),
        pending=pending.listed,
    )


def _cover(case: Case, pending: Pending) -> Cover:
    """The report's cover with the plan's title and date."""
    cover = cover_of(case)
    return replace(
        cover,
        title=_title(cover.title),
        heading=balanced(_title(cover.title)),
        client=pending.filled(cover.client, "委托单位"),
        evaluator=pending.filled(cover.evaluator, "评价机构"),
        lead=pending.filled(cover.lead, _LEAD),
        period=pending.filled(cover.period, "评价时段"),
        date=pending.filled(_date(case.content.process), "方案编制时间"),
    )


def _title(report: str) -> str:
    """What the plan is called whose report has that name.

    >>> _title("某某局2023年度部门整体支出绩效评价报告"), _title("某某局绩效评价")
    ('某某局2023年度部门整体支出绩效评价工作方案', '某某局绩效评价工作方案')
    """
    return f"{report.removesuffix(_REPORT)}{_PLAN}"


def _date(stages: Sequence[Stage]) -> str:
    """The month in which the stage ends that makes the plan; "" where no stage says so."""
    ends = [stage.to for stage in stages if "方案" in stage.stage and stage.to]
    return date_text(max(ends)[: len("2024-11")]) if ends else ""


def _opening(general: General, pending: Pending) -> str:
    client = pending.filled(general.client, "委托单位")
    evaluator = pending.filled(general.evaluator, "评价机构")
    return (
        f"受{client}委托，{evaluator}对{introduced(general)}{subject_of(general)}开展绩效评价。"
        "为明确评价的内容、方法、分工、进度和要求，保证评价独立、客观、规范，制定本方案。"
    )


def _overview(case: Case, pending: Pending) -> Iterator[Section]:
    """The description of the department; tables of figures that nobody has filled in yet are left out."""
    told = case.content.case.overview
    if told is None or not told.functions:
        yield Section("部门职责", (pending.mark("部门的主要职责"),))
    yield from overview_of(replace(case, tables=tuple(filter(_is_filled, case.tables))))


def _is_filled(table: CaseTable) -> bool:
    return any(row.values for row in table.rows) or not any(column.is_number for column in table.columns)


def _content(case: Case, pending: Pending) -> Iterator[str]:
    """Object, scope and money, then what is looked at under each first-level indicator."""
    general = case.content.case
    subject = f"{short_name(general)}{subject_of(general)}"
    told = {"评价对象": general.object or subject, "评价范围": general.scope, "评价资金": general.funds}
    for heading, text in told.items():
        first, *more = paragraphs(text) or (pending.mark(heading),)
        yield ended(f"{heading}：{first}")
        yield from more
    yield f"评价内容按{len(case.system.groups)}个一级指标展开："
    yield from map(_examined, case.system.groups)


def _examined(level: Group) -> str:
    """What is looked at: the second-level indicators, each with the third-level ones below it."""
    parts = []
    for child in level.children:
        below = "、".join(each.name for each in indicators_of(child))
        parts.append(f"{child.name}（{below}）" if isinstance(child, Group) else child.name)
    return f"{level_text(level.name)}（{points_text(weight_of(level))}）考察{joined(parts)}。"


def _team(general: General, pending: Pending) -> Table:
    """Who does what; the lead evaluator stands first where the team does not name them."""
    team = list(general.team)
    if general.lead_evaluator and general.lead_evaluator not in [member.name for member in team]:
        team.insert(0, Member(name=general.lead_evaluator, role=_LEAD))
    headings = ("姓名", "分工", "职称或资格", "工作内容")
    if not team:
        return _unknown("评价工作组人员分工", headings, pending.mark("评价组人员和分工"))
    rows = [(each.name, *(text or NIL for text in (each.role, each.title, each.duty))) for each in team]
    return text_table("评价工作组人员分工", list(zip(headings, zip(*rows, strict=True), strict=True)))


def _schedule(stages: Sequence[Stage], pending: Pending) -> Table:
    """The stages of the work; a note marks that the time of some is still open."""
    table = schedule_of(stages)
    if table is None:
        return _unknown("评价工作各阶段安排", ("阶段", "时间", "工作内容"), pending.mark("进度安排"))
    if all(stage.from_ and stage.to for stage in stages):
        return table
    return replace(table, note=f"没有写明起止时间的阶段：{pending.mark('各阶段的起止时间')}。")


def _unknown(title: str, headings: Sequence[str], mark: str) -> Table:
    """A table still to be filled in."""
    return Table(title, tuple(map(Column, headings)), ((mark, *[""] * (len(headings) - 1)),))
