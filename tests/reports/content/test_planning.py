"""The plan: all that a case says of it, nothing that is judged later, and every gap marked where it stands."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, leaf, sections_of, small_case, with_section
from tests.strategies import lines, texts

from jixiao.evaluation import Case, build_case
from jixiao.packs.trees import Tree
from jixiao.reports.content.interviewing import MOST_QUESTIONS
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.planning import plan_of
from jixiao.reports.results import plain
from jixiao.workbook import new_case, open_case

READY = ("dept-2013-ready", "dept-henan-ready", "project-2020-ready")
CHECKED: dict[str, Tree] = {"checklist": {"points": "equal"}}
RATED: dict[str, Tree] = {"curve": {"of": "rate", "pieces": [{"when": "any", "gives": "100%"}]}}


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, str):
        yield value


def marks_in(plan: Plan) -> set[str]:
    """What is marked as missing anywhere in the plan."""
    return set(re.findall("【待填写：(.+?)】", "\n".join(texts_in(plain(plan)))))


@pytest.fixture(params=READY)
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """A case just made from a pack, in which only what must be said is filled in."""
    folder = tmp_path / request.param
    new_case(folder, request.param)
    general = folder / "case.yaml"
    text = general.read_text(encoding="utf-8")
    for key, value in (("name", "某某局绩效评价报告"), ("department", "某某局"), ("year", "2024")):
        text = text.replace(f'{key}: ""', f"{key}: {value}", 1)
    general.write_text(text, encoding="utf-8")
    return open_case(folder)


@pytest.mark.parametrize("name", BOTH)
def test_a_plan_shows_no_score_and_nothing_that_was_judged(name: str) -> None:
    case = case_of(name)
    plan = plan_of(case)
    said = "\n".join(texts_in(plain(plan)))
    reasons = [reason for judgement in case.judgements.values() for reason in judgement.reasons()]
    assert not [reason for reason in reasons if reason.partition("：")[2] and reason.partition("：")[2] in said]
    assert "调整得分" not in said
    assert "得分" not in [column.heading for column in plan.indicator_table.columns]


def test_the_plan_of_an_example_lacks_only_what_its_report_does_not_tell() -> None:
    assert plan_of(case_of(XINXIANG)).pending == ("主评人", "评价组人员和分工")
    assert plan_of(case_of(YANJIN)).pending == ("主评人", "方案编制时间", "评价组人员和分工", "各阶段的起止时间")


def test_the_cover_is_that_of_the_report_with_the_title_and_the_month_of_the_plan() -> None:
    cover = plan_of(case_of(XINXIANG)).cover
    assert cover.title == "新乡高新技术产业开发区管理委员会行政审批服务局2023年度部门整体支出绩效评价工作方案"
    assert cover.date == "2024年11月"  # the stage 方案制定 ends on 10 November
    assert (cover.evaluator, cover.lead) == ("第三方评价机构（示例）", "【待填写：主评人】")


def test_what_is_examined_is_told_for_each_first_level_indicator() -> None:
    *_, output, effect = plan_of(case_of(XINXIANG)).content
    assert output.startswith(
        "产出指标（30.00分）考察重点工作完成情况（服务方式创新工作完成情况、健全工作机制完成情况、"
    )
    assert effect.endswith("、可持续影响（体制机制改革成效、干部队伍建设）和满意度（社会公众满意度）。")


def test_the_standards_are_those_the_targets_and_the_data_tell() -> None:
    planned, historic, computed, judged = plan_of(case_of(YANJIN)).standards
    assert "有目标值的三级指标10个：预算调整率（≤10%）、" in planned
    assert historic == "历史标准。与以前年度同口径数据比较的三级指标1个：结转结余变动情况。"
    assert computed.endswith("1个：“一件事一次办”集成改革。")
    assert judged.startswith("定性的三级指标19个，")  # 10 + 1 + 19 = 30


def test_a_questionnaire_asks_each_group_what_its_table_counts_and_at_last_an_open_question() -> None:
    served, staff = plan_of(case_of(YANJIN)).questionnaires
    assert served.title == "延津县政务大数据局满意度调查问卷（办事群众）"
    assert staff.title == "延津县政务大数据局满意度调查问卷（大厅工作人员）"
    assert "不记名" in served.intro
    assert "共7题" in served.intro
    five = ("非常满意", "比较满意", "一般", "不太满意", "非常不满意")
    options = {question.text: question.options for question in served.questions}
    assert options["您对窗口人员服务态度是否满意？"] == five
    assert options["您对大厅投诉问题处理及时性是否满意？"] == (*five, "不了解")
    assert served.questions[-1].options == ()


def test_the_interviews_of_the_case_stand_as_they_are_written() -> None:
    interviews = plan_of(case_of(YANJIN)).interviews
    assert [each.who for each in interviews] == ["分管负责人", "发展规划和审批改革协调股人员", "财务人员"]


def test_the_data_list_asks_for_all_evidence_but_what_the_evaluators_gather_themselves() -> None:
    case = case_of(XINXIANG)
    rows = {row[1]: row for row in plan_of(case).data_list.rows}
    ours = {entry.title for entry in case.content.evidence if entry.holder == "评价组"}
    assert set(rows) == {entry.title for entry in case.content.evidence} - ours
    assert rows["2022年度部门预算公开文本"][2:] == ("A2.3 “三公经费”变动率", "高新区行政审批服务局", "正式资料")
    # a fact cites it, no judgement does
    assert "A2.1 在职人员控制率" in rows["单位基本情况说明（人员与编制）"][2]


def test_a_new_case_can_be_planned_and_every_gap_is_marked(new: Case) -> None:
    plan = plan_of(new)
    assert {"委托单位", "评价机构", "评价目的", "评价依据", "评价方法", "抽样与现场核查安排", "工作纪律"} <= set(
        plan.pending
    )
    assert marks_in(plan) == set(plan.pending)
    assert plan.content[0].startswith("评价对象：某某局2024年度")
    assert not [section for section in plan.overview if section.exhibits]  # tables without a figure are not shown


def test_a_new_case_asks_somebody_about_every_indicator_and_nobody_too_much(new: Case) -> None:
    *offices, clients = plan_of(new).interviews
    asked = [text for interview in offices for text in interview.questions]
    for indicator in new.system.indicators():
        if "满意" not in indicator.name:
            assert any(indicator.name in text for text in asked), indicator.name
    assert clients.who.endswith("代表")
    assert all(len(interview.questions) <= MOST_QUESTIONS for interview in (*offices, clients))


def test_a_new_case_asks_for_papers_for_every_indicator_and_for_all_data(new: Case) -> None:
    rows = plan_of(new).data_list.rows
    wanted = "、".join(row[2] for row in rows)
    assert all(f"{indicator.code} {indicator.name}" in wanted for indicator in new.system.indicators())
    assert "支出预决算表" in [row[1] for row in rows if row[4] == "基础数据"]
    assert not [row for row in rows if "满意度调查统计表" in row[1]]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_an_indicator_that_no_usual_paper_fits_is_asked_for_by_its_name() -> None:
    case = small_case([leaf("G1", "10", CHECKED, name="城市绿化面积", criteria=["绿地增加"])])
    titles = [row[1] for row in plan_of(case).data_list.rows]
    assert "反映“城市绿化面积”情况的统计数据、台账和成果资料" in titles


def test_data_that_are_missing_are_asked_for_once_under_their_name_and_stated_ones_are_not() -> None:
    leaves = [
        leaf("G1", "10", RATED, measure="结转结余〔本年，决算〕÷支出总额〔决算〕"),
        leaf("G2", "10", RATED, measure="结转结余〔决算〕÷结转结余〔上年，决算〕"),
    ]
    case = small_case(
        leaves, facts=[{"name": "结转结余", "year": "2022", "stage": "决算", "value": "3", "unit": "万元"}]
    )
    data = {row[1]: row[2] for row in plan_of(case).data_list.rows if row[4] == "基础数据"}
    assert data == {"支出预决算表": "G1 指标G1", "单项数据：结转结余〔决算〕": "G1 指标G1、G2 指标G2"}


def test_a_survey_that_is_only_measured_is_asked_by_its_questions_and_groups() -> None:
    leaves = [
        leaf("G1", "10", RATED, measure="满意度〔服务效率〕"),
        leaf("G2", "10", RATED, measure="综合满意度〔办事群众〕", name="群众满意度"),
        leaf("G3", "10", RATED, measure="平均（满意度〔各题〕）", name="企业满意度"),
    ]
    people, firms = plan_of(small_case(leaves)).questionnaires
    assert (people.title, firms.title) == ("某局满意度调查问卷（办事群众）", "某局满意度调查问卷（企业）")
    assert [question.text for question in people.questions] == [
        "您对某局的服务效率是否满意？",
        "您对某局2023年度的工作总体是否满意？",
        "您对某局的工作还有哪些意见和建议？",
    ]


def test_no_questionnaire_and_no_client_where_no_indicator_is_about_satisfaction() -> None:
    plan = plan_of(small_case([leaf("G1", "10", CHECKED, criteria=["甲"])]))
    assert plan.questionnaires == ()
    assert not [interview for interview in plan.interviews if "代表" in interview.who]


def test_too_many_points_are_asked_about_group_by_group() -> None:
    few = plan_of(small_case([leaf(f"G{n}", "5", CHECKED, criteria=["甲", "乙。"]) for n in range(7)]))
    many = plan_of(small_case([leaf(f"G{n}", "5", CHECKED, criteria=["甲", "乙。"]) for n in range(9)]))
    assert few.interviews[0].questions[0].startswith("关于“指标G0”（G0）：①甲；②乙。")
    (question,) = many.interviews[0].questions
    assert question.startswith("关于“二级”中的指标G0（①甲；②乙）；指标G1（①甲；②乙）；")


def test_the_lead_evaluator_leads_the_team_unless_they_are_named_in_it() -> None:
    member: Tree = {"name": "乙", "role": "成员", "title": "会计师", "duty": "核对账簿"}
    alone = plan_of(small_case([], general={"lead_evaluator": "甲"}))
    both = plan_of(small_case([], general={"lead_evaluator": "甲", "team": [member]}))
    named = plan_of(small_case([], general={"lead_evaluator": "乙", "team": [member]}))
    assert alone.team.rows == (("甲", "主评人", "-", "-"),)
    assert both.team.rows == (("甲", "主评人", "-", "-"), ("乙", "成员", "会计师", "核对账簿"))
    assert named.team.rows == (("乙", "成员", "会计师", "核对账簿"),)


def test_a_rule_about_overrides_is_not_told_before_anything_is_judged() -> None:
    sections = sections_of(XINXIANG)
    before = build_case(with_section(sections, "judgements", {}))
    assert plan_of(before).system == plan_of(case_of(XINXIANG)).system


told: st.SearchStrategy[dict[str, Tree]] = st.fixed_dictionaries(
    {},
    optional={
        "client": lines,
        "evaluator": lines,
        "lead_evaluator": lines,
        "purpose": texts,
        "scope": texts,
        "funds": texts,
        "principles": st.lists(texts, min_size=1, max_size=2),
        "sampling": st.lists(texts, min_size=1, max_size=2),
        "discipline": st.lists(texts, min_size=1, max_size=2),
        "team": st.lists(st.fixed_dictionaries({"name": lines}), min_size=1, max_size=2),
        "overview": st.fixed_dictionaries({"functions": st.lists(texts, min_size=1, max_size=2)}),
    },
)
NEEDED = {"client": "委托单位", "evaluator": "评价机构", "lead_evaluator": "主评人", "purpose": "评价目的"}
NEEDED |= {"scope": "评价范围", "funds": "评价资金", "principles": "评价原则", "sampling": "抽样与现场核查安排"}
NEEDED |= {"discipline": "工作纪律", "overview": "部门的主要职责"}


@given(told)
def test_a_gap_is_marked_and_listed_if_and_only_if_nothing_is_told(general: dict[str, Tree]) -> None:
    plan = plan_of(small_case([leaf("G1", "10", CHECKED, criteria=["甲"])], general=general))
    assert marks_in(plan) == set(plan.pending)
    for key, what in NEEDED.items():
        assert (what in plan.pending) == (key not in general)
    assert ("评价组人员和分工" in plan.pending) == ("team" not in general and "lead_evaluator" not in general)
