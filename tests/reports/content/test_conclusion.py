"""The result as a whole, the summary, problems and recommendations: what is printed of totals, losses and gaps."""

from decimal import Decimal

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import Case, evaluate
from jixiao.packs.trees import Tree
from jixiao.reports.content.abstract import abstract_of
from jixiao.reports.content.conclusion import conclusion_of, result_of
from jixiao.reports.content.problems import practices_of, problems_of, recommendations_of

HALF: dict[str, Tree] = {"fixed": "50%"}


def paragraphs(case: Case) -> str:
    return "\n".join(conclusion_of(case, evaluate(case)).paragraphs)


def test_the_result_is_printed_with_grade_and_rate() -> None:
    result = result_of(sheet_of(XINXIANG))
    assert (result.total, result.grade, result.weight, result.rate) == ("94.40", "优", "100.00", "94.40%")
    assert (result.total_by_rule, result.grade_by_rule, result.settled) == ("94.07", "优", True)
    assert result.sentence == "综合得分94.40分，绩效等级为“优”。"


def test_the_conclusion_names_both_totals_each_departure_and_the_self_evaluation() -> None:
    told = conclusion_of(case_of(XINXIANG), sheet_of(XINXIANG)).paragraphs
    assert told[0] == "经评价，高新区行政审批服务局2023年度部门整体支出综合得分94.40分，绩效等级为“优”。"
    assert told[1].startswith("完全按评分规则计算，综合得分94.07分，绩效等级为“优”。有1个三级指标")
    assert told[2].startswith("预算调整率按规则得1.67分，评价组调整为2.00分，理由：评价组以追加")
    assert told[3] == "高新区行政审批服务局自评得分99.68分，等级为“优”，自评得分比评价得分高5.28分。"
    assert len(told) == 4


def test_a_deduction_that_no_problem_tells_of_is_said() -> None:
    told = conclusion_of(case_of(YANJIN), sheet_of(YANJIN)).paragraphs
    assert told[-1] == "绩效指标明确性（扣1.00分）的扣分原因见指标分析，“存在的问题”中没有另列。"


def test_each_first_level_is_concluded_with_its_second_level_and_the_problems_behind_the_losses() -> None:
    told = conclusion_of(case_of(XINXIANG), sheet_of(XINXIANG)).levels
    assert [each.title for each in told] == ["投入指标", "过程指标", "产出指标", "效果指标"]
    assert told[0].text == (
        "权重15.00分，得12.00分，得分率80.00%。其中，目标设定得4.00分（得分率57.14%）、预算配置得满分8.00分。"
        "扣分的指标为绩效指标明确性（扣3.00分），反映的问题是“绩效目标编报质量不高”。"
    )


def test_the_total_table_adds_up_and_the_level_table_merges_the_first_level() -> None:
    total, levels = conclusion_of(case_of(XINXIANG), sheet_of(XINXIANG)).tables
    assert total.rows[1] == ("B 过程", "30.00", "27.40", "91.33%")
    assert total.rows[-1] == ("合计", "100.00", "94.40", "94.40%")
    assert total.strong == (4,)
    assert total.note == "预算调整率按规则得1.67分，评价组调整为2.00分。"
    assert levels.rows[3] == ("过程", "B2 预算管理", "11.00", "9.40", "85.45%")
    assert [(merge.row, merge.column, merge.rows) for merge in levels.merged] == [(0, 0, 2), (2, 0, 3), (6, 0, 3)]


def test_the_charts_show_the_rates_of_both_upper_levels() -> None:
    first, second = conclusion_of(case_of(XINXIANG), sheet_of(XINXIANG)).charts
    assert first.categories == ("投入", "过程", "产出", "效果")
    assert first.series[0].values == (Decimal("80.00"), Decimal("91.33"), Decimal("100.00"), Decimal("100.00"))
    assert (len(second.categories), second.unit) == (9, "%")


def test_an_open_total_is_a_range_and_names_what_is_open() -> None:
    case = small_case([leaf("K", "4", {}), leaf("L", "6", HALF)])
    result = result_of(evaluate(case))
    assert (result.total, result.grade, result.rate, result.settled) == ("93.00～97.00", "等级待定", "—", False)
    told = paragraphs(case)
    assert "综合得分尚不能确定，在93.00分至97.00分之间，等级待定。" in told
    assert "有1个三级指标没有得出分数，总分中最低按0分、最高按满分计入上述范围：指标K（权重4.00分）：" in told
    conclusion = conclusion_of(case, evaluate(case))
    assert conclusion.tables[0].rows[0] == ("I 一级", "100.00", "—", "—")
    assert conclusion.tables[0].rows[-1] == ("合计", "100.00", "93.00～97.00", "—")
    assert conclusion.tables[0].note == "指标K规则未读懂，没有得分。"
    assert conclusion.charts[0].series[0].values == (None,)
    assert "没有得分的三级指标有1个：指标K（规则未读懂）" in abstract_of(case, evaluate(case)).levels[0]


def test_a_score_set_where_the_rule_gives_none_leaves_the_total_by_rule_open() -> None:
    override: dict[str, Tree] = {"override": {"score": "3", "reason": "现场核实。", "author": "评价组"}}
    case = small_case([leaf("K", "4", {})], judgements={"K": override})
    told = paragraphs(case)
    assert "综合得分99.00分，绩效等级为“优”。" in told
    assert "完全按评分规则计算，综合得分尚不能确定，在96.00分至100.00分之间，等级待定。" in told
    assert "指标K按规则未能计分，评价组调整为3.00分，理由：现场核实。" in told


def test_rules_about_the_total_are_told_with_their_arithmetic() -> None:
    general: dict[str, Tree] = {
        "total_rules": [{"name": "审计发现违规", "penalty": "2分"}],
        "total_events": {"审计发现违规": "3"},
    }
    case = small_case([leaf("K", "4", HALF)], general=general)
    told = paragraphs(case)
    assert "综合得分92.00分" in told
    assert "总分的计算：审计发现违规3次，每次扣2分：98 − 3 × 2＝92.00。" in told
    assert "审计发现违规3次" in conclusion_of(case, evaluate(case)).tables[0].note


def test_what_is_not_involved_is_named_and_the_total_rescaled() -> None:
    rule: dict[str, Tree] = {**HALF, "not_applicable": "rescale"}
    case = small_case([leaf("K", "4", rule), leaf("L", "6", HALF)], judgements={"K": {"applicable": "否"}})
    told = paragraphs(case)
    assert "有1个三级指标不涉及，不计入总分：指标K（权重4.00分）。" in told
    assert "有指标不涉及，按其余指标的权重折算为百分制" in told
    assert "综合得分96.88分" in told  # (100 − 4 − 3) ÷ 96


def test_problems_stand_as_written_with_what_they_cost() -> None:
    case, sheet = case_of(YANJIN), sheet_of(YANJIN)
    written = case.content.narrative.problems
    problems = problems_of(case, sheet)
    assert [(each.title, each.text, each.cause) for each in problems] == [
        (each.title, each.text, each.cause) for each in written
    ]
    assert problems[1].indicators == "管理制度执行情况（扣2.00分）、政府采购规范性（扣1.00分）"
    assert [each.title for each in practices_of(case)] == ["夯实基层便民服务", "优化流程，延伸服务网点"]


def test_recommendations_follow_the_order_of_the_problems() -> None:
    narrative: dict[str, Tree] = {
        "problems": [{"id": "P1", "title": "甲"}, {"id": "P2", "title": "乙"}],
        "recommendations": [
            {"id": "R1", "problem": "P2", "title": "改乙"},
            {"id": "R2", "problem": "P1", "title": "改甲"},
        ],
    }
    advice = recommendations_of(small_case([], narrative=narrative))
    assert [(each.title, each.problem) for each in advice] == [("改甲", "甲"), ("改乙", "乙")]


def test_the_summary_introduces_the_short_name_once_and_tells_money_result_and_titles() -> None:
    abstract = abstract_of(case_of(XINXIANG), sheet_of(XINXIANG))
    assert abstract.commission.count("（以下简称“高新区行政审批服务局”）") == 1
    assert abstract.money == "2023年度支出年初预算434.66万元，调整预算454.58万元，决算454.58万元。"
    assert abstract.result.endswith(
        "综合得分94.40分，绩效等级为“优”。其中1个三级指标的得分由评价人员作了调整，完全按评分规则计算为94.07分。"
    )
    assert abstract.levels[0].startswith("投入指标权重15.00分，得12.00分，得分率80.00%。")
    assert abstract.recommendations == ("健全资产管理链条，严格执行制度", "加强绩效目标审核，提高填报质量")
    assert len("".join((abstract.commission, abstract.money, abstract.result, *abstract.levels))) < 800


def test_a_case_that_says_nothing_but_its_scores_has_a_summary_too() -> None:
    case = small_case([leaf("K", "4", HALF)])
    abstract = abstract_of(case, evaluate(case))
    assert abstract.commission == "评价组对某局2023年度部门整体支出开展绩效评价。"
    assert (abstract.money, abstract.practices, abstract.problems) == ("", (), ())
