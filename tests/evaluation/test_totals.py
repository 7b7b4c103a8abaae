"""From indicators to the total: sums of rounded scores, what is not involved, what is unread, rules about the total."""

from decimal import Decimal

import pytest
from tests.evaluation.cases import YANJIN, case_of, leaf, nodes, result, sheet_of, small_case
from tests.recompute import recompute

from jixiao.evaluation import evaluate
from jixiao.evaluation.sheet import GroupScore, score_rate, step_sentence, total_rate
from jixiao.packs.trees import Tree
from jixiao.refusals import Refusal

THIRDS: dict[str, Tree] = {"checklist": {"points": "equal"}}
THREE: list[Tree] = ["甲", "乙", "丙"]
PARTLY: Tree = {"points": ["符合", "符合", "不符合"]}


def test_subtotals_add_the_rounded_scores_and_not_the_exact_ones() -> None:
    leaves = [leaf(code, "0.50", THIRDS, criteria=THREE) for code in ("A", "B", "C")]
    sheet = evaluate(small_case(leaves, judgements=dict.fromkeys("ABC", PARTLY)))
    assert [result(sheet, code).score for code in "ABC"] == [Decimal("0.33")] * 3
    assert sheet.in_force.total == Decimal("99.49")  # 98.50 + 3 × 0.33; the exact sum would round to 99.50


def test_the_score_rate_comes_from_the_rounded_score() -> None:
    sheet = evaluate(small_case([leaf("A", "8", THIRDS, criteria=THREE)], judgements={"A": PARTLY}))
    assert (result(sheet, "A").score, score_rate(result(sheet, "A"))) == (Decimal("5.33"), "66.63%")


def test_a_sum_in_the_examples_can_be_redone_from_its_children() -> None:
    for node in nodes(sheet_of(YANJIN).levels):
        if isinstance(node, GroupScore):
            (step,) = node.derivation.steps
            assert step.expression is None or recompute(step.expression) == node.score


def test_an_override_changes_the_total_in_force_and_not_the_total_by_rule() -> None:
    override: Tree = {"score": "1.5", "reason": "现场核实", "author": "评价组"}
    judged: dict[str, Tree] = {"A": {"points": ["符合", "不符合", "不符合"], "override": override}}
    sheet = evaluate(small_case([leaf("A", "3", THIRDS, criteria=THREE)], judgements=judged))
    assert (sheet.in_force.total, sheet.by_rule.total) == (Decimal("98.50"), Decimal("98.00"))


def test_an_override_closes_a_gap_in_the_total_in_force_but_not_by_rule() -> None:
    override: Tree = {"score": "2", "reason": "现场核实", "author": "评价组"}
    sheet = evaluate(small_case([leaf("A", "3", {}, criteria=THREE)], judgements={"A": {"override": override}}))
    assert sheet.in_force.total == Decimal("99.00")
    assert (sheet.by_rule.total, sheet.by_rule.low, sheet.by_rule.high) == (None, Decimal(97), Decimal(100))


def test_a_rule_of_words_alone_is_unread_and_the_total_a_range() -> None:
    case = small_case([leaf("A", "5", {}), leaf("B", "15", THIRDS, criteria=THREE)], judgements={"B": PARTLY})
    sheet = evaluate(case)
    assert (result(sheet, "A").status, result(sheet, "A").score) == ("unread", None)
    assert "没有读懂" in result(sheet, "A").why
    assert (sheet.in_force.total, sheet.in_force.grade) == (None, None)
    assert (sheet.in_force.low, sheet.in_force.high) == (Decimal("90.00"), Decimal("95.00"))
    assert [level.status for level in sheet.levels] == ["not_computed"]
    assert total_rate(sheet) is None


def test_an_indicator_without_its_judgement_is_not_computed_and_says_what_is_lacking() -> None:
    sheet = evaluate(small_case([leaf("A", "5", THIRDS, criteria=THREE)]))
    assert (result(sheet, "A").status, result(sheet, "A").score) == ("not_computed", None)
    assert "评价要点的认定" in result(sheet, "A").why
    assert (sheet.in_force.low, sheet.in_force.high) == (Decimal("95.00"), Decimal("100.00"))


def test_a_judgement_the_rule_has_no_answer_for_is_not_computed_and_says_why() -> None:
    case = small_case(
        [leaf("A", "5", THIRDS, criteria=THREE)], judgements={"A": {"points": ["符合", "部分符合", "符合"]}}
    )
    score = result(evaluate(case), "A")
    assert score.status == "not_computed"
    assert "部分符合" in score.why


def test_what_is_not_involved_gets_full_marks_where_the_rule_says_so() -> None:
    rule: dict[str, Tree] = {"fixed": "0%", "not_applicable": "full"}
    sheet = evaluate(small_case([leaf("A", "5", rule)], judgements={"A": {"applicable": "否"}}))
    assert (result(sheet, "A").status, result(sheet, "A").score) == ("scored", Decimal("5.00"))
    assert sheet.in_force.total == Decimal(100)


def test_what_is_not_involved_is_left_out_and_the_rest_rescaled_where_the_rule_says_so() -> None:
    rescaled: dict[str, Tree] = {**THIRDS, "not_applicable": "rescale"}
    leaves = [leaf("A", "20", rescaled, criteria=THREE), leaf("B", "30", THIRDS, criteria=THREE)]
    judged: dict[str, Tree] = {"A": {"applicable": "否"}, "B": PARTLY}
    sheet = evaluate(small_case(leaves, judgements=judged))
    assert (result(sheet, "A").status, result(sheet, "A").score) == ("not_applicable", None)
    assert sheet.in_force.total == Decimal("87.50")  # (20 + 50) ÷ 80 × 100
    assert [(level.score, score_rate(level)) for level in sheet.levels] == [(Decimal("70.00"), "87.50%")]
    (step,) = sheet.in_force.steps
    assert step_sentence(step) == "有指标不涉及，按其余指标的权重折算为百分制：70.00 ÷ 80.00 × 100＝87.50"


def test_no_facts_are_asked_for_where_an_indicator_is_not_involved() -> None:
    rule: dict[str, Tree] = {
        "curve": {"of": "rate", "pieces": [{"when": "any", "gives": "100%"}]},
        "not_applicable": "rescale",
    }
    sheet = evaluate(
        small_case([leaf("A", "5", rule, measure="在职人员数÷编制数")], judgements={"A": {"applicable": "否"}})
    )
    assert result(sheet, "A").status == "not_applicable"
    assert sheet.in_force.total == Decimal(100)


def test_where_nothing_is_involved_there_is_no_total_and_no_crash() -> None:
    rule: dict[str, Tree] = {"fixed": "100%", "not_applicable": "rescale"}
    sheet = evaluate(small_case([leaf("A", "100", rule)], judgements={"A": {"applicable": "否"}}))
    assert (sheet.in_force.total, sheet.in_force.low, sheet.in_force.high) == (None, Decimal(0), Decimal(100))
    assert [(level.status, level.score, score_rate(level)) for level in sheet.levels] == [
        ("not_applicable", None, None)
    ]


def test_not_involved_without_a_word_in_the_rule_is_not_computed() -> None:
    sheet = evaluate(small_case([leaf("A", "5", {"fixed": "100%"})], judgements={"A": {"applicable": "否"}}))
    assert result(sheet, "A").status == "not_computed"
    assert "不涉及" in result(sheet, "A").why


def with_total_rules(rules: list[Tree], events: dict[str, Tree]) -> Tree:
    """What a case that earns 92 points comes to under rules about the total: total, grade and sentences."""
    judged: dict[str, Tree] = {"A": {"deduct": "8"}}
    case = small_case(
        [leaf("A", "20", {"discretionary": {"at_most": "10分"}})],
        judgements=judged,
        general={"total_rules": rules, "total_events": events},
    )
    totals = evaluate(case).in_force
    return [str(totals.total), str(totals.grade), *map(step_sentence, totals.steps)]


def test_a_penalty_takes_points_off_the_total_up_to_its_limit() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分", "at_most": "5分"}]
    assert with_total_rules(rules, {"审计发现违规": "3"}) == [
        *("87.00", "良", "审计发现违规3次，每次扣2分，最多5分：92 − min(3 × 2, 5)＝87.00")
    ]


def test_a_penalty_that_did_not_occur_leaves_the_total() -> None:
    assert with_total_rules([{"name": "审计发现违规", "penalty": "2分"}], {"审计发现违规": "0"}) == ["92.00", "优"]


def test_a_bonus_lifts_the_total_but_not_above_100() -> None:
    rules: list[Tree] = [{"name": "获得表彰", "bonus": "5分"}]
    assert with_total_rules(rules, {"获得表彰": "1"}) == ["97.00", "优", "获得表彰1次，每次加5分：92 + 1 × 5＝97.00"]
    assert with_total_rules(rules, {"获得表彰": "2"}) == [
        "100.00",
        "优",
        "获得表彰2次，每次加5分：92 + 2 × 5＝102.00",
        "总分以100分为限：min(92 + 2 × 5, 100)＝100.00",
    ]


def test_a_cap_on_the_grade_leaves_the_total_and_lowers_the_grade() -> None:
    rules: list[Tree] = [{"name": "重大违纪", "cap": "中"}]
    assert with_total_rules(rules, {"重大违纪": "1"}) == ["92.00", "中", "重大违纪，等级最高为“中”"]
    assert with_total_rules(rules, {"重大违纪": "0"}) == ["92.00", "优"]


def test_a_cap_on_the_total_lowers_total_and_grade() -> None:
    rules: list[Tree] = [{"name": "未按时报送", "cap": "79分"}]
    assert with_total_rules(rules, {"未按时报送": "1"}) == [
        *("79.00", "中", "未按时报送，总分最高79分：min(92, 79)＝79.00")
    ]


@pytest.mark.parametrize(("from_", "said"), [("80分", "达到"), ("95分", "未达到")])
def test_a_gate_of_payment_says_whether_it_is_reached_and_changes_no_score(from_: str, said: str) -> None:
    rules: list[Tree] = [{"name": "按效付费", "pay_from": from_}]
    assert with_total_rules(rules, {}) == ["92.00", "优", f"按效付费：{from_}起全额付费，{said}"]


@pytest.mark.parametrize(("from_", "said"), [("80", "达到"), ("96", "未达到，付费比例＝总分÷96分：92.00 ÷ 96＝95.83%")])
def test_a_gate_in_proportion_says_what_share_is_paid_below_it(from_: str, said: str) -> None:
    rules: list[Tree] = [{"name": "按效付费", "pay_from": from_, "in_proportion": "true"}]
    assert with_total_rules(rules, {}) == ["92.00", "优", f"按效付费：{from_}分起全额付费，{said}"]


def test_an_event_nobody_counted_leaves_the_total_open_between_its_worst_and_its_best() -> None:
    rules: list[Tree] = [
        {"name": "审计发现违规", "penalty": "2分", "at_most": "5分"},
        {"name": "获得表彰", "bonus": "1分", "at_most": "3分"},
    ]
    judged: dict[str, Tree] = {"A": {"deduct": "8"}}
    discretionary = [leaf("A", "20", {"discretionary": {"at_most": "10分"}})]
    totals = evaluate(small_case(discretionary, judgements=judged, general={"total_rules": rules})).in_force
    assert (totals.total, totals.grade, totals.low, totals.high) == (None, None, Decimal(87), Decimal(95))
    assert [step_sentence(step) for step in totals.steps] == [
        "没有填列“审计发现违规”发生的次数",
        "没有填列“获得表彰”发生的次数",
    ]


def test_an_unknown_rule_about_the_total_is_refused() -> None:
    with pytest.raises(Refusal, match="不认识的键“extra”"):
        small_case([], general={"total_rules": [{"name": "加分", "extra": "2分"}]})


def test_the_grade_scale_of_a_case_may_be_named_or_written_out() -> None:
    bands: list[Tree] = [{"name": "合格", "from": "60"}, {"name": "不合格", "from": "0"}]
    assert evaluate(small_case([], general={"grade_scale": bands})).in_force.grade == "合格"
    assert evaluate(small_case([], general={"grade_scale": "standard"})).in_force.grade == "优"


def test_another_rule_or_scale_gives_another_ruleset_and_another_fact_the_same() -> None:
    case, other = case_of(YANJIN), small_case([])
    assert case.ruleset == evaluate(case).ruleset
    assert other.ruleset != small_case([leaf("A", "5", {"fixed": "100%"})]).ruleset
    fact: Tree = {"name": "编制数", "value": "17", "unit": "人"}
    assert other.ruleset == small_case([], facts=[fact]).ruleset
