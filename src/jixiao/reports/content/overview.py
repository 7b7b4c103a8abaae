"""The description of the department: duties, people, assets, money, key tasks, objectives, its own evaluation.

A section the case holds nothing for does not exist; a figure that is not stated leaves no clause.
"""

from collections import Counter
from collections.abc import Iterator

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import Overview, SelfEvaluation
from jixiao.evaluation.judgement import points_of
from jixiao.facts import Table as CaseTable
from jixiao.reports.content.casetables import tables_of, tables_of_kind
from jixiao.reports.content.department import short_name, subject_of
from jixiao.reports.content.figures import clauses, fact_of, fact_text, whole_text
from jixiao.reports.content.money import money_sections
from jixiao.reports.content.parts import Section
from jixiao.reports.content.sentences import joined, numbered, paragraphs
from jixiao.reports.wording import points

_STAFF = {"编制数": "编制数", "在职人员数": "在职人员数", "在职人员控制率": "在职人员控制率"}
_ASSETS = {"期初净值": "年初净值", "期末净值": "年末净值"}


def overview_of(case: Case) -> tuple[Section, ...]:
    """The sections of the chapter, in order; none where the case says nothing of the department."""
    return tuple(_sections(case))


def _sections(case: Case) -> Iterator[Section]:
    told = case.content.case.overview or Overview()
    yield from _section(case, "部门职责", _functions(told, short_name(case.content.case)))
    yield from _section(case, "机构设置和人员情况", _organisation(case, told), "staff")
    yield from _section(case, "资产情况", _assets(case), "assets")
    yield from money_sections(case)
    yield from _section(case, "重点工作完成情况", _key_tasks(case), "key_tasks")
    yield from _section(case, "绩效目标", _objectives(case), "objectives")
    yield from _section(case, "绩效自评结果", _self_evaluation(case), "self_evaluation")


def _section(case: Case, heading: str, told: Iterator[str], *kinds: str) -> Iterator[Section]:
    texts, tables = tuple(filter(None, told)), tables_of(case, *kinds)
    if texts or tables:
        yield Section(heading, texts, tables)


def _functions(told: Overview, department: str) -> Iterator[str]:
    if told.functions:
        yield f"{department}的主要职责是："
        yield from numbered(told.functions)


def _organisation(case: Case, told: Overview) -> Iterator[str]:
    bodies = [body.name for body in case.content.case.bodies]
    yield from paragraphs(told.structure)
    if bodies and not told.structure:
        yield f"纳入评价的单位{len(bodies)}个：{joined(bodies)}。"
    yield from paragraphs(told.staff)
    if not told.staff:
        for table in tables_of_kind(case, "staff"):
            figures = whole_text(table, _STAFF)
            yield f"{table.source.year}年末，{figures}。" if figures else ""


def _assets(case: Case) -> Iterator[str]:
    total, used = fact_of(case, "固定资产总额"), fact_of(case, "在用固定资产总额")
    all_used = total is not None and used is not None and total.value == used.value
    count = fact_text(case, "固定资产数量")
    stated = clauses(
        [
            ("固定资产", count),
            ("总额" if count else "固定资产总额", fact_text(case, "固定资产总额")),
            ("其中在用" if total else "在用固定资产总额", "" if all_used else fact_text(case, "在用固定资产总额")),
        ]
    )
    if stated:
        yield f"{case.year}年末，{stated}{'，全部在用' if all_used else ''}。"
    for table in tables_of_kind(case, "assets"):
        figures = whole_text(table, _ASSETS)
        yield f"{table.source.year}年度资产{figures}。" if figures else ""


def _key_tasks(case: Case) -> Iterator[str]:
    for table in tables_of_kind(case, "key_tasks"):
        if table.rows:
            yield f"{table.source.year}年度确定重点工作任务{len(table.rows)}项，完成情况见下表。"


def _objectives(case: Case) -> Iterator[str]:
    for table in tables_of_kind(case, "objectives"):
        first = [row.texts["一级指标"] for row in table.rows]
        second = {(row.texts["一级指标"], row.texts["二级指标"]) for row in table.rows}
        if not first:
            continue
        shares = "、".join(f"{name}{count}个" for name, count in Counter(first).items())
        yield (
            f"{table.source.year}年度绩效目标设置一级指标{len(set(first))}个、二级指标{len(second)}个、"
            f"三级指标{len(first)}个。按一级指标分，三级指标中{shares}。"
        )


def _self_evaluation(case: Case) -> Iterator[str]:
    general = case.content.case
    if general.self_evaluation is not None:
        subject = f"{short_name(general)}对{subject_of(general)}开展绩效自评"
        yield f"{subject}，{_own_score(general.self_evaluation)}"
    for table in tables_of_kind(case, "self_evaluation"):
        yield _own_scores_of_projects(table)


def _own_score(own: SelfEvaluation) -> str:
    grade = f"，等级为“{own.grade}”" if own.grade else ""
    parts = "，".join(f"{part.name}得{points(points_of(part.score))}分" for part in own.parts)
    return f"自评得分{points(points_of(own.score))}分{grade}。{f'其中，{parts}。' if parts else ''}"


def _own_scores_of_projects(table: CaseTable) -> str:
    """How many projects were scored, the highest total and the lowest."""
    scored = [(row.name, value) for row in table.rows if row.level > 0 and (value := row.values.get("总分"))]
    if not scored:
        return ""
    if len({value.exact for _, value in scored}) == 1:
        return f"开展绩效自评的项目{len(scored)}个，自评总分{'均' if len(scored) > 1 else ''}为{scored[0][1].text}分。"
    best, worst = (pick(scored, key=lambda each: each[1].exact) for pick in (max, min))
    return (
        f"开展绩效自评的项目{len(scored)}个，自评总分最高的是“{best[0]}”，{best[1].text}分；"
        f"最低的是“{worst[0]}”，{worst[1].text}分。"
    )
