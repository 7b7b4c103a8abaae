"""Rules applied project by project, body by body and part by part, from tables and facts to the score."""

from dataclasses import replace
from decimal import Decimal

from tests.evaluation.cases import (
    XINXIANG,
    YANJIN,
    case_of,
    leaf,
    result,
    sections_of,
    sheet_of,
    small_case,
    with_section,
)

from jixiao.evaluation import ScoreSheet, build_case, evaluate
from jixiao.evaluation.whatif import try_changes
from jixiao.packs.trees import Tree

RATE: dict[str, Tree] = {"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}
SPENT: dict[str, Tree] = {"over": "各项目", "actual": "项目支出〔各项目，决算〕", "base": "项目支出〔各项目，年初〕"}


def project(name: str, initial: str, outturn: str) -> list[Tree]:
    return [
        {"name": "项目支出", "item": name, "stage": stage, "value": value, "unit": "万元"}
        for stage, value in (("年初", initial), ("决算", outturn))
    ]


def per_project(facts: list[Tree], mean: str = "plain", **more: Tree) -> ScoreSheet:
    rule: dict[str, Tree] = {"each": {"mean": mean, "rule": {"curve": RATE}}}
    return evaluate(small_case([leaf("K", "10", rule, input={"units": {**SPENT, **more}})], facts=facts))


def test_a_rule_per_project_gives_the_mean_of_the_projects() -> None:
    sheet = per_project([*project("大厅改造", "100.00", "50.00"), *project("物业", "20.00", "20.00")])
    assert result(sheet, "K").score == Decimal("7.50")  # (5 + 10) ÷ 2
    for fact in ("项目支出〔大厅改造，决算〕50.00万元", "项目支出〔物业，年初〕20.00万元"):
        assert fact in result(sheet, "K").derivation.text


def test_a_rule_per_project_may_weigh_the_projects_by_their_amount() -> None:
    facts = [*project("大厅改造", "100.00", "50.00"), *project("物业", "20.00", "20.00")]
    sheet = per_project(facts, mean="amount", amount="项目支出〔各项目，年初〕")
    assert result(sheet, "K").score == Decimal("5.83")  # (5 × 100 + 10 × 20) ÷ 120


def test_every_project_is_named_in_the_derivation_before_its_arithmetic() -> None:
    sheet = per_project([*project("大厅改造", "100.00", "50.00"), *project("物业", "20.00", "20.00")])
    texts = [step.text for step in result(sheet, "K").derivation.steps]
    assert texts.index("大厅改造") < texts.index("物业")


def test_a_project_without_its_outturn_leaves_the_indicator_not_computed_and_is_named() -> None:
    gap: Tree = {"name": "项目支出", "item": "物业", "stage": "决算", "value": "-", "unit": "万元"}
    score = result(per_project([*project("大厅改造", "100.00", "50.00"), *project("物业", "20.00", "1")[:1], gap]), "K")
    assert (score.status, score.score) == ("not_computed", None)
    assert "项目支出〔各项目，决算〕" in score.why


def test_a_project_that_one_of_the_two_figures_never_mentions_leaves_the_indicator_not_computed() -> None:
    score = result(per_project([*project("大厅改造", "100.00", "50.00"), *project("物业", "20.00", "1")[:1]]), "K")
    assert (score.status, score.score) == ("not_computed", None)
    assert "物业" in score.why


def test_the_projects_of_the_expenditure_table_are_scored_one_by_one() -> None:
    """Five projects with a budget of their own; the sixth was added during the year and is left out of the table."""
    sections = sections_of(XINXIANG)
    tables = tuple(
        replace(table, rows=table.rows[:-1], numbers=table.numbers[:-1]) if "支出预决算" in table.entry.file else table
        for table in sections.tables
    )
    rule: dict[str, Tree] = {"each": {"mean": "plain", "rule": {"curve": RATE}}}
    leaves: list[Tree] = [leaf("K", "100", rule, input={"units": SPENT})]
    second: list[Tree] = [{"code": "I1", "name": "二级", "weight": "100", "children": leaves}]
    system: list[Tree] = [{"code": "I", "name": "一级", "weight": "100", "children": second}]
    bare = replace(with_section(sections, "indicators", system), tables=tables)
    bare = with_section(with_section(bare, "judgements", {}), "narrative", {})
    score = result(evaluate(build_case(bare)), "K")
    # (99.8181 + 84.7498 + 83.3684 + 0 + 52.4) ÷ 5
    assert score.score == Decimal("64.07")


def test_a_rule_per_body_gives_the_mean_of_the_bodies() -> None:
    staff: list[Tree] = [
        {"name": name, "body": body, "value": value, "unit": "人"}
        for body, posts, people in (("局机关", "8", "4"), ("数据中心", "10", "10"))
        for name, value in (("编制数", posts), ("在职人员数", people))
    ]
    rule: dict[str, Tree] = {"each": {"mean": "plain", "rule": {"curve": RATE}}}
    units: dict[str, Tree] = {"over": "各单位", "actual": "在职人员数〔各单位〕", "base": "编制数〔各单位〕"}
    sheet = evaluate(small_case([leaf("K", "10", rule, input={"units": units})], facts=staff))
    assert result(sheet, "K").score == Decimal("7.50")  # 4 of 8 and 10 of 10


PARTS: dict[str, Tree] = {
    "parts": {
        "may_be_void": "true",
        "of": [
            {"name": "基本支出", "share": "40%", "rule": {"curve": RATE}},
            {"name": "项目支出", "share": "60%", "rule": {"curve": RATE}},
        ],
    }
}


def in_parts(spent: str) -> ScoreSheet:
    figures = {
        ("基本支出", "决算"): "50",
        ("基本支出", "调整"): "100",
        ("项目支出", "决算"): spent,
        ("项目支出", "调整"): "100",
    }
    facts: list[Tree] = [
        {"name": name, "stage": stage, "value": value, "unit": "万元"} for (name, stage), value in figures.items()
    ]
    inputs: dict[str, Tree] = {
        "parts": [{"rate": "基本支出〔决算〕÷基本支出〔调整〕"}, {"rate": "项目支出〔决算〕÷项目支出〔调整〕"}],
        "void": "项目支出〔决算〕＞项目支出〔调整〕",
    }
    return evaluate(small_case([leaf("K", "10", PARTS, input=inputs)], facts=facts))


def test_parts_add_their_shares() -> None:
    score = result(in_parts("90"), "K")
    assert score.score == Decimal("7.40")  # 4 × 50 % + 6 × 90 %
    assert "50 ÷ 100＝50.00%" in score.derivation.text
    assert "90 ÷ 100＝90.00%" in score.derivation.text


def test_the_overall_condition_voids_every_part() -> None:
    score = result(in_parts("101"), "K")
    assert score.score == Decimal("0.00")
    assert "项目支出〔决算〕>项目支出〔调整〕：已出现，该指标不得分" in score.derivation.text


def test_a_part_judged_and_a_part_computed_make_one_score() -> None:
    """Yanjin C13: the business is there (half the weight), 66 of 78 is below 90 % (nothing)."""
    assert result(sheet_of(YANJIN), "C13").score == Decimal("2.50")
    outcome = try_changes(case_of(YANJIN), ["一次办成答卷数=71"])
    assert result(outcome.after, "C13").score == Decimal("5.00")  # 71 of 78 is 91.03 %


def test_reasons_and_evidence_of_a_part_stand_in_the_derivation() -> None:
    parts: dict[str, Tree] = {
        "parts": {"of": [{"name": "制度", "share": "100%", "rule": {"checklist": {"points": ["50%", "50%"]}}}]}
    }
    found: Tree = {"points": [{"is": "符合", "reason": "制度齐全。"}, {"is": "不符合", "reason": "没有执行。"}]}
    score = result(evaluate(small_case([leaf("K", "10", parts)], judgements={"K": {"parts": [found]}})), "K")
    assert score.score == Decimal("5.00")
    assert "制度齐全。" in score.derivation.text
    assert "没有执行。" in score.derivation.text


def test_no_faults_written_as_an_empty_list_of_kinds_cost_nothing() -> None:
    rule: dict[str, Tree] = {"deductions": [{"of": "逾期", "each": "0.5分"}, {"of": "缺项", "each": "1分"}]}
    some: dict[str, Tree] = {"逾期": "2", "缺项": "1"}
    none: dict[str, Tree] = {}
    for faults, expected in ((none, "5.00"), (some, "3.00")):
        sheet = evaluate(small_case([leaf("K", "5", rule)], judgements={"K": {"faults": faults}}))
        assert result(sheet, "K").score == Decimal(expected)


def test_a_measure_that_is_no_rate_is_shown_as_the_figure_it_is() -> None:
    rule: dict[str, Tree] = {"curve": {"of": "count", "pieces": [{"when": "any", "gives": "100%"}]}}
    facts: list[Tree] = [{"name": "在职人员数", "value": "8", "unit": "人"}]
    case = small_case([leaf("K", "5", rule, measure="在职人员数＋1", input={"count": "在职人员数"})], facts=facts)
    text = result(evaluate(case), "K").derivation.text
    assert "指标K＝在职人员数＋1：8 + 1＝9" in text
    assert "%" not in text


FINISHED: list[Tree] = [
    {"name": "事项完成率", "own": "是", "item": item, "value": value, "unit": "%"}
    for item, value in (("修订制度", "100%"), ("培训窗口", "50%"))
]


def test_a_list_of_completion_rates_comes_from_a_name_with_every_member() -> None:
    rule: dict[str, Tree] = {"checklist": {"points": ["70%", "30%"], "by": "completion"}}
    inputs: dict[str, Tree] = {"completions": "事项完成率〔各事项〕"}
    case = small_case([leaf("K", "10", rule, input=inputs, criteria=["修订制度", "培训窗口"])], facts=FINISHED)
    assert result(evaluate(case), "K").score == Decimal("8.50")  # 7 + 3 × 50 %


def test_progress_at_several_dates_comes_from_a_name_with_every_member() -> None:
    half: list[Tree] = [{"name": name, "share": "50%", "rule": {"curve": RATE}} for name in ("上半年", "全年")]
    inputs: dict[str, Tree] = {"rates": "事项完成率〔各时点〕"}
    case = small_case([leaf("K", "10", {"parts": {"of": half}}, input=inputs)], facts=FINISHED)
    assert result(evaluate(case), "K").score == Decimal("7.50")  # 5 × 100 % + 5 × 50 %


def test_of_several_rules_the_one_with_data_is_chosen() -> None:
    rule: dict[str, Tree] = {"choose": [{"curve": RATE}, {"curve": {**RATE, "of": "completion"}}]}
    inputs: dict[str, Tree] = {"inputs": [{}, {"completion": "事项完成率〔培训窗口〕"}]}
    score = result(evaluate(small_case([leaf("K", "10", rule, input=inputs)], facts=FINISHED)), "K")
    assert score.score == Decimal("5.00")
    assert "选用第2项规则" in score.derivation.text


def test_of_several_rules_the_lowest_counts_also_where_one_needs_no_data() -> None:
    rule: dict[str, Tree] = {"lowest": [{"curve": RATE}, {"fixed": "30%"}]}
    inputs: dict[str, Tree] = {"inputs": [{"rate": "事项完成率〔修订制度〕"}, {}]}
    score = result(evaluate(small_case([leaf("K", "10", rule, input=inputs)], facts=FINISHED)), "K")
    assert score.score == Decimal("3.00")
