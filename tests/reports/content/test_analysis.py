"""The analysis: each third-level indicator told so that a stranger with a pocket calculator redoes its score."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evaluation.cases import (
    BOTH,
    XINXIANG,
    YANJIN,
    case_of,
    leaf,
    nodes,
    result,
    sections_of,
    sheet_of,
    small_case,
    with_section,
)
from tests.evaluation.test_laws import AMOUNTS, WORDS, figures, points
from tests.recompute import recompute

from jixiao.evaluation import Case, build_case, evaluate
from jixiao.evaluation.changes import changed
from jixiao.facts.surveys import surveys_in
from jixiao.packs.trees import Tree
from jixiao.quantities import round_half_up
from jixiao.reports.content.analysis import analysis_of
from jixiao.reports.content.parts import Table
from jixiao.reports.content.report import IndicatorAnalysis

ARITHMETIC = re.compile(r"(?:＝|：|^)([^＝：，；。]*\d[^＝：，；。]*)＝(-?\d+(?:\.(\d+))?)(%?)")
CRITERIA: list[Tree] = ["目标明确", "目标可行"]
TWO_POINTS: dict[str, Tree] = {"checklist": {"points": "equal"}}


def told(case: Case, code: str) -> IndicatorAnalysis:
    """The analysis of one indicator."""
    levels = analysis_of(case, evaluate(case))
    return next(each for level in levels for group in level.groups for each in group.indicators if each.code == code)


def text_of(case: Case, code: str) -> str:
    return "\n".join(told(case, code).paragraphs)


def redone(text: str) -> list[Decimal]:
    """The results of all arithmetic in the text, each recomputed from what is printed before it."""
    results = []
    for expression, stated, decimals, percent in ARITHMETIC.findall(text):
        if re.search("[一-龥]", expression):
            continue
        value = round_half_up(recompute(expression) * (100 if percent else 1), len(decimals))
        assert value == Decimal(stated), (expression, stated)
        results.append(value)
    return results


@pytest.mark.parametrize("name", BOTH)
def test_what_the_paragraphs_of_the_examples_compute_can_be_redone(name: str) -> None:
    count = 0
    for level in analysis_of(case_of(name), sheet_of(name)):
        for group in level.groups:
            for each in group.indicators:
                text = "\n".join(each.paragraphs)
                count += len(redone(text))
                score = result(sheet_of(name), each.code)
                assert f"本指标权重{score.weight:.2f}分" in text
                assert score.indicator.rule_text.rstrip("。").replace("“", "‘").replace("”", "’") in text
                assert f"{score.by_rule}分" in text
    assert count > 15


@st.composite
def changed_examples(draw: st.DrawFn) -> Case:
    case = case_of(draw(st.sampled_from(BOTH)))
    for name in draw(st.lists(st.sampled_from(points(case)), max_size=6, unique=True)):
        case, _ = changed(case, f"{name}={draw(st.sampled_from(WORDS))}")
    amounts = [label for label, kind in figures(case) if kind == "amount"]
    for label in draw(st.lists(st.sampled_from(amounts), max_size=6, unique=True)):
        case, _ = changed(case, f"{label}={draw(AMOUNTS)}")
    return case


@settings(max_examples=40, deadline=None)
@given(changed_examples())
def test_whatever_the_figures_the_analysis_prints_the_scores_of_the_sheet_and_can_be_redone(case: Case) -> None:
    sheet = evaluate(case)
    printed = {}
    for level in analysis_of(case, sheet):
        printed[level.code] = level.score
        for group in level.groups:
            printed[group.code] = group.score
            for each in group.indicators:
                printed[each.code] = each.score
                redone("\n".join(each.paragraphs))
    for node in nodes(sheet.levels):
        assert printed[node.code] == ("—" if node.score is None else f"{node.score:.2f}")


def test_the_sentence_of_a_level_counts_weighs_and_names_where_points_were_lost() -> None:
    first, *_, last = analysis_of(case_of(XINXIANG), sheet_of(XINXIANG))
    assert first.sentence == (
        "投入指标下设2个二级指标、5个三级指标，权重15.00分，得12.00分，得分率80.00%。"
        "扣分的三级指标有1个：绩效指标明确性（扣3.00分）。"
    )
    assert last.sentence.endswith("得分率100.00%。各三级指标均得满分。")
    assert first.groups[0].sentence == "目标设定下设2个三级指标，权重7.00分，得4.00分，得分率57.14%。"
    assert first.groups[0].indicators[0].heading == "绩效目标合理性（权重3.00分，得3.00分）"


def test_the_table_of_a_level_shows_both_lower_levels_and_their_sum() -> None:
    first = analysis_of(case_of(XINXIANG), sheet_of(XINXIANG))[0]
    assert first.table.title == "投入指标得分情况表"
    assert first.table.rows[0] == ("A1 目标设定", "7.00", "4.00", "57.14%")
    assert first.table.rows[2] == ("A1.2 绩效指标明确性", "4.00", "1.00", "25.00%")
    assert first.table.rows[-1] == ("小计", "15.00", "12.00", "80.00%")
    assert first.table.strong == (0, 3, 7)
    assert first.table.indents == (0, 1, 1, 0, 1, 1, 1, 0)


def test_judged_points_stand_beside_their_criteria_with_verdict_and_reason() -> None:
    text = text_of(case_of(XINXIANG), "B2.1")
    assert text.startswith(
        "经查阅财务、预算、采购、合同、资产和内部控制制度文本，固定资产台账、卡片和资产管理系统记录，以及"
    )
    assert "③“所定制度在工作中得到执行”，不符合：资产制度执行有偏差" in text
    assert text.endswith("扣分后：3 − 1 × 3 × 1/3＝2.00分，本指标得2.00分。")


def test_a_rate_is_told_with_its_facts_formula_figures_and_band() -> None:
    text = text_of(case_of(YANJIN), "B51")
    assert "在职人员数20人，编制数21人，在职人数控制率＝在职人员数÷编制数＝20 ÷ 21＝95.24%。" in text
    assert text.endswith("在职人数控制率95.24%不高于100%，得满分2.00分。")


def test_a_score_set_against_its_rule_is_told_with_both_scores_reason_and_author() -> None:
    text = text_of(case_of(XINXIANG), "B1.2")
    assert "＝1.667004分，四舍五入到两位小数，按规则得1.67分。" in text
    assert "评价组将本指标的得分调整为2.00分，理由：评价组以追加与追减相抵后的净增额19.92万元" in text


def test_a_survey_is_told_by_a_table_of_its_questions_and_not_by_a_list_of_answers() -> None:
    analysis = told(case_of(XINXIANG), "D3.1")
    assert len("".join(analysis.paragraphs)) < 400
    assert "社会公众满意度＝综合满意度（服务对象）＝98.25%" in "".join(analysis.paragraphs)
    (table,) = analysis.exhibits
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns][1:3] == ["非常满意\n（100%）", "比较满意\n（75%）"]
    assert table.rows[3] == ("服务效率", "132", "0", "5", "0", "0", "137", "98.18%")
    assert table.rows[-1] == ("综合满意度", "", "", "", "", "", "", "98.25%")
    assert len(table.rows) == 8


def test_only_the_questions_an_indicator_uses_are_shown() -> None:
    (table,) = told(case_of(YANJIN), "D31").exhibits
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["接待协助", "业务能力", "服务态度", "电话咨询", "总体评价", "综合满意度"]


def test_one_question_is_told_in_a_sentence() -> None:
    analysis = told(case_of(XINXIANG), "D1.1")
    assert analysis.exhibits == ()
    assert "“服务效率”一题有效回答137份，其中非常满意132份、比较满意0份、一般5份" in "".join(analysis.paragraphs)


def test_answers_of_those_who_do_not_know_are_not_in_the_base() -> None:
    case = case_of(YANJIN)
    complaint = next(each for survey in surveys_in(case.tables, case.facts) for each in survey.answers if each.unknown)
    assert (complaint.question, complaint.unknown) == ("投诉处理", "4")
    assert complaint.base == 48 + 18 + 8


def test_an_indicator_that_cannot_be_computed_says_what_is_lacking_and_never_0() -> None:
    curve: dict[str, Tree] = {
        "curve": {"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}
    }
    case = small_case([leaf("K", "4", curve, measure="支出总额〔决算〕÷支出总额〔年初〕")])
    analysis = told(case, "K")
    assert (analysis.score, analysis.rate, analysis.status) == ("—", "—", "未能计算")
    assert analysis.heading == "指标K（权重4.00分，未能计算）"
    assert "本指标未能按规则计分：缺少" in analysis.paragraphs[-1]
    assert analysis.paragraphs[-1].endswith("本指标暂无得分，不按0分计。")


def test_an_unread_rule_is_quoted_and_said_to_be_unread() -> None:
    analysis = told(small_case([leaf("K", "4", {})]), "K")
    assert analysis.status == "规则未读懂"
    assert analysis.paragraphs == (
        "本指标权重4.00分，评分规则为“按规定计分”。"
        "本指标未能按规则计分：评分规则没有读懂：只写了一种情形怎样计分（“按规定计分。”）。本指标暂无得分，不按0分计。",
    )


def test_an_indicator_that_is_not_involved_is_said_not_to_count() -> None:
    rule: dict[str, Tree] = {**TWO_POINTS, "not_applicable": "rescale"}
    case = small_case([leaf("K", "4", rule, criteria=CRITERIA)], judgements={"K": {"applicable": "否"}})
    analysis = told(case, "K")
    assert (analysis.status, analysis.score) == ("不适用", "—")
    assert "本指标不计分：不涉及" in analysis.paragraphs[-1]
    level = analysis_of(case, evaluate(case))[0]
    assert "没有得分的三级指标有1个：指标K（不适用）" in level.sentence


def five_projects(*more: Tree) -> Case:
    """A case with one indicator over ten facts, the budget and the outturn of five projects, and `more` facts."""
    rule: dict[str, Tree] = {
        "each": {
            "mean": "plain",
            "rule": {"curve": {"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}},
        }
    }
    units: dict[str, Tree] = {
        "over": "各项目",
        "actual": "项目支出〔各项目，决算〕",
        "base": "项目支出〔各项目，年初〕",
    }
    facts: list[Tree] = [
        {"name": "项目支出", "item": f"项目{word}", "stage": stage, "value": value, "unit": "万元"}
        for word in "甲乙丙丁戊"
        for stage, value in (("年初", "100.00"), ("决算", "50.00"))
    ]
    return small_case([leaf("K", "10", rule, input={"units": units})], facts=[*facts, *more])


def test_many_facts_go_into_a_table() -> None:
    analysis = told(five_projects(), "K")
    (table,) = analysis.exhibits
    assert isinstance(table, Table)
    assert len(table.rows) == 10
    assert ("项目支出（项目甲）决算数", "50.00", "万元") in table.rows
    assert redone("\n".join(analysis.paragraphs))[-1] == Decimal("5.00")


def test_of_a_fact_stated_twice_the_table_shows_the_statement_the_score_uses() -> None:
    again: dict[str, Tree] = {"name": "项目支出", "item": "项目甲", "stage": "决算", "value": "50", "unit": "万元"}
    case = five_projects(again)
    (table,) = told(case, "K").exhibits
    assert isinstance(table, Table)
    assert [row for row in table.rows if "项目甲" in row[0] and "决算" in row[0]] == [
        ("项目支出（项目甲）决算数", "50.00", "万元")
    ]
    assert "50.00 ÷ 100.00" in result(evaluate(case), "K").derivation.text


def test_an_indicator_without_any_judgement_or_evidence_still_tells_its_rule_and_score() -> None:
    analysis = told(small_case([leaf("K", "4", {"fixed": "50%"})]), "K")
    assert analysis.paragraphs == (
        "本指标权重4.00分，评分规则为“按规定计分”。得权重分的50%：4 × 50%＝2.00分，本指标得2.00分。",
    )


def test_what_is_not_involved_and_earns_the_full_weight_says_so() -> None:
    rule: dict[str, Tree] = {**TWO_POINTS, "not_applicable": "full"}
    case = small_case([leaf("K", "4", rule, criteria=CRITERIA)], judgements={"K": {"applicable": "否"}})
    assert text_of(case, "K").endswith("不涉及，按规则得满分4.00分。")


def test_counted_faults_are_told_with_their_cost() -> None:
    costs: list[Tree] = [{"of": "逾期支付", "each": "0.5分"}, {"of": "缺合同", "each": "1分", "free": "1"}]
    faults: dict[str, Tree] = {"faults": {"逾期支付": "2", "缺合同": "3"}, "reason": "抽查20笔支付"}
    text = text_of(small_case([leaf("K", "5", {"deductions": costs})], judgements={"K": faults}), "K")
    assert text.startswith("抽查20笔支付。\n")
    assert "“逾期支付”2次，每次扣0.5分，计1.00分，“缺合同”3次，超过1次的部分每次扣1分，计2.00分" in text
    assert text.endswith("扣分后：5 − 2 × 0.5 − (3 − 1) × 1＝2.00分，本指标得2.00分。")


def test_a_figure_that_rounding_carries_out_of_its_band_is_told_exactly() -> None:
    pieces: list[Tree] = [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "gives": "50%"}]
    curve: dict[str, Tree] = {"curve": {"of": "rate", "pieces": pieces}}
    facts: list[Tree] = [
        {"name": "支出总额", "stage": stage, "value": value, "unit": "万元"}
        for stage, value in (("决算", "89999.00"), ("年初", "100000.00"))
    ]
    case = small_case([leaf("K", "4", curve, measure="支出总额〔决算〕÷支出总额〔年初〕")], facts=facts)
    assert "指标K90.00%，准确值为89.999%，低于90%，得权重分的50%：4 × 50%＝2.00分" in text_of(case, "K")


def test_the_parts_of_a_rule_are_told_under_their_names() -> None:
    shares: list[Tree] = [
        {"name": "业务开展", "share": "50%", "rule": {"checklist": {"points": "equal", "count": "2"}}},
        {"name": "群众反映", "share": "50%", "rule": {"fixed": "100%"}},
    ]
    parts: list[Tree] = [{"reason": "已开展业务", "points": ["符合", "不符合"]}, {}]
    case = small_case([leaf("K", "8", {"parts": {"of": shares}})], judgements={"K": {"parts": parts}})
    assert told(case, "K").paragraphs[0] == "业务开展：已开展业务。要点①，符合。要点②，不符合。"


def test_answers_used_beside_other_facts_are_told_with_them() -> None:
    sections = sections_of(XINXIANG)
    tree = json.dumps(sections.document("indicators").tree).replace(
        json.dumps("满意度〔服务效率〕"), json.dumps("（满意度〔服务效率〕＋在职人员数÷编制数）÷2")
    )
    case = build_case(with_section(sections, "indicators", json.loads(tree)))
    text = text_of(case, "D1.1")
    assert "非常满意（服务对象，服务效率）132份" in text
    assert "编制数（局本级）17人" in text
    assert redone(text)[0] == Decimal("81.44")  # (98.18% + 64.71%) ÷ 2
