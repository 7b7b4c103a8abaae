"""What the parts of rules do beyond the cases of the catalogue: their edges, and what they say on the way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.rules.reading import curve, lacking, refusal, rule, score, scored

from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, LeftOut, Mark, NotAllowed, Rule, Scored

FULL: Tree = {"fixed": "100%"}
NONE: Tree = {"fixed": "0%"}
PLAIN: Tree = {"curve": {"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}}
BELOW_95 = curve("rate", {"when": "≥95%", "gives": "100%"}, {"when": "<95%", "loses": "5%", "per": "1%", "from": "95%"})


def texts(outcome: Scored) -> list[str]:
    return [step.text for step in outcome.steps]


# figures


@pytest.mark.parametrize("given", ["94%", "９４％", " 94 % ", Decimal("0.94"), Fraction(47, 50), "47/50", "0.94"])
def test_a_rate_may_be_given_in_any_exact_way(given: object) -> None:
    assert score(BELOW_95, rate=given) == "4.75"


def test_a_negative_rate_with_a_chinese_minus_is_read_and_written() -> None:
    outcome = scored(BELOW_95, rate="－5％")
    assert str(outcome.score) == "0.00"
    assert outcome.steps[2].expression == "(95% − (-5%)) ÷ 1%"


@pytest.mark.parametrize("given", [0.94, True, "许多", Decimal("NaN"), Decimal("Infinity"), [1], "94%%"])
def test_what_is_no_exact_number_is_refused(given: object) -> None:
    assert "比率应为数，读到" in refusal(BELOW_95, rate=given)


def test_a_third_of_the_weight_is_deducted_exactly_and_rounded_once() -> None:
    third = curve("unmet", {"when": "any", "loses": "1/3", "per": "1项", "from": "0"}, count="2")
    outcome = scored(third, weight="2", met=[True, False])
    assert outcome.points == Fraction(4, 3)
    assert outcome.score == Decimal("1.33")
    assert [step.value for step in outcome.steps] == ["1", "0.666667", "1.333333", "1.33"]


def test_a_sum_of_thirds_is_not_rounded_before_it_is_added() -> None:
    thirds = rule(checklist={"points": ["1/3", "1/3", "1/3"]})
    assert score(thirds, weight="1", met=[True, True, True]) == "1.00"


def test_half_a_cent_is_rounded_up() -> None:
    assert score(rule(fixed="50%"), weight="0.01") == "0.01"
    assert score(rule(fixed="12.5%"), weight="1") == "0.13"


def test_a_rate_that_would_be_rounded_across_a_threshold_is_shown_with_all_its_digits() -> None:
    outcome = scored(BELOW_95, rate="94.999%")
    assert "准确值为94.999%，属于“低于95%”一档" in texts(outcome)


def test_a_rate_on_its_side_of_the_threshold_is_shown_with_two_decimals() -> None:
    outcome = scored(BELOW_95, actual="434.66", base="500")
    assert [(step.text, step.expression, step.value) for step in outcome.steps] == [
        ("比率", "434.66 ÷ 500", "86.93%"),
        ("属于“低于95%”一档", None, None),
        ("扣分次数（低于95%，每1个百分点扣1次）", "(95% − 434.66 ÷ 500) ÷ 1%", "8.068"),
        ("应扣分（每次扣权重分的5%）", "(95% − 434.66 ÷ 500) ÷ 1% × 5 × 5%", "2.017"),
        ("扣分后", "5 − (95% − 434.66 ÷ 500) ÷ 1% × 5 × 5%", "2.983"),
        ("得分（四舍五入到两位小数）", "round(5 − (95% − 434.66 ÷ 500) ÷ 1% × 5 × 5%, 2)", "2.98"),
    ]


def test_the_words_of_the_case_stand_in_the_derivation() -> None:
    evidence = Evidence({"actual": 9, "base": 10}, {"rate": "执行率＝支出÷预算"})
    outcome = BELOW_95.apply(Fraction(5), evidence)
    assert isinstance(outcome, Scored)
    assert outcome.steps[0].text == "执行率＝支出÷预算"


# what a curve looks at


def test_a_measure_is_compared_with_whichever_base_is_given() -> None:
    for key in ("base", "target", "limit", "reference", "previous"):
        outcome = BELOW_95.apply(Fraction(5), Evidence({"actual": 94, key: 100}))
        assert isinstance(outcome, Scored)
        assert outcome.score == Decimal("4.75")


def test_of_several_figures_to_compare_with_the_one_that_is_meant_is_taken() -> None:
    more = curve("trend", {"when": "≥0", "gives": "100%"}, {"when": "<0", "gives": "0%"})
    over = curve("excess", {"when": "≤0", "gives": "100%"}, {"when": ">0", "gives": "0%"})
    assert score(more, current=10, previous=9, target=20) == "5.00"
    assert score(over, actual=10, limit=12, base=8) == "5.00"


def test_a_rate_over_a_negative_base_has_no_meaning() -> None:
    assert refusal(BELOW_95, actual=1, base=-2) == "比率的分母为负（-2），比率没有意义"


def test_a_figure_with_its_target_in_the_rule_is_read_from_the_actual_alone() -> None:
    cost = curve("value", {"when": "≤30", "gives": "100%"}, {"when": ">30", "inverse": "30"})
    assert score(cost, actual=40) == "3.75"
    assert score(cost, value=40) == "3.75"


def test_a_change_is_found_from_this_and_the_last_year() -> None:
    rule_of_change = curve("change", {"when": "≤10%", "gives": "100%"}, {"when": ">10%", "gives": "0%"})
    assert score(rule_of_change, current=110, previous=100) == "5.00"
    assert score(rule_of_change, current="110.01", previous=100) == "0.00"


def test_events_counted_by_kind_are_added_up_and_none_is_zero() -> None:
    faults = curve("faults", {"when": "any", "loses": "1分", "per": "1", "from": "0"})
    assert score(faults, count={"甲": 1, "乙": 2}) == "2.00"
    assert score(faults, events={}) == "5.00"
    assert "应为 0、1、2 这样的整数，读到“1.5”" in refusal(faults, faults={"甲": "1.5"})


def test_less_is_better_against_the_best_by_the_inverse_ratio() -> None:
    cost = curve("best", {"when": "≤100%", "gives": "100%"}, {"when": ">100%", "inverse": "100%"})
    assert score(cost, own=120, best=90) == "3.75"
    assert score(cost, own=90, best=90) == "5.00"


def test_points_met_are_counted_only_when_all_were_judged() -> None:
    steps = curve("met", {"when": "=2", "gives": "100%"}, {"when": "≤1", "gives": "0%"}, count="2")
    assert score(steps, met=[True, True]) == "5.00"
    assert refusal(steps, met=[True]) == "规则有 2 个要点，认定了 1 个"
    assert "只能认定为符合或不符合" in refusal(steps, levels=["符合", "基本符合"])


def test_a_number_no_piece_provides_for_is_refused_not_guessed() -> None:
    gap = curve("rate", {"when": "≥90%", "gives": "100%"})
    assert refusal(gap, rate="80%") == "比率为 80.00%，规则没有规定这种情形如何计分"


def test_without_a_rule_for_it_an_actual_without_a_base_is_refused() -> None:
    only = curve("rate", {"when": "any", "gives": "100%"}, zero_base={"both_zero": "100%"})
    assert score(only, actual=0, base=0) == "5.00"
    assert refusal(only, actual=3, base=0) == "分母为 0 而分子不为 0，规则没有规定这种情形如何计分"


def test_steps_count_the_same_above_and_below_and_across_zero() -> None:
    two_sided = curve(
        "deviation",
        {"when": "<0%", "loses": "1分", "per": "2%", "from": "0%", "steps": "started"},
        {"when": "=0%", "gives": "100%"},
        {"when": ">0%", "loses": "1分", "per": "2%", "from": "0%", "steps": "started"},
    )
    for size in ("3%", "-3%", "4%", "-4%"):
        assert score(two_sided, rate=size) == "3.00"
    assert score(two_sided, rate="-4.01%") == "2.00"


# conditions


def test_a_cause_may_be_given_as_the_condition_that_holds() -> None:
    by_cause = rule(switch={"on": "cause", "then": NONE, "else": FULL})
    assert score(by_cause, cause=True) == score(by_cause, holds=True) == "0.00"
    assert (
        lacking(rule(switch={"on": "harm", "then": NONE, "else": FULL}), holds=True) == "缺少对“已影响工作开展”的认定"
    )


def test_a_condition_that_changes_nothing_need_not_be_judged() -> None:
    half: Tree = {
        "curve": {"of": "rate", "pieces": [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "gives": "0%"}]}
    }
    by_harm = rule(switch={"on": "harm", "then": half, "else": PLAIN})
    outcome = scored(by_harm, rate="100%")
    assert str(outcome.score) == "5.00"
    assert outcome.steps[0].text == "已影响工作开展：未认定，不影响得分"
    assert lacking(by_harm, rate="80%") == "缺少对“已影响工作开展”的认定"
    assert lacking(by_harm) == "缺少对“已影响工作开展”的认定"


def test_all_conditions_must_hold() -> None:
    state = rule(switch={"on": ["finished", "within_budget"], "then": FULL, "else": NONE})
    assert score(state, finished=True, within_budget=True) == "5.00"
    assert score(state, state={"finished": True}, within_budget=False) == "0.00"
    assert "项目已完成：是" in texts(scored(state, finished=True, within_budget=False))


def test_one_condition_that_fails_settles_the_matter() -> None:
    state = rule(switch={"on": ["finished", "within_budget"], "then": FULL, "else": NONE})
    assert score(state, state={"finished": False}) == "0.00"
    assert lacking(state, state={"finished": True}) == "缺少对“支出未超预算”的认定"


def test_a_gate_named_before_the_points_is_judged_first_and_a_veto_last() -> None:
    gated = rule(guard={"before": "1", "extra": "1", "rule": {"checklist": {"points": ["60%", "40%"]}}})
    assert score(gated, met=[True, True, False, True]) == "3.00"
    assert "因前置条件不符合，该指标不得分" in texts(scored(gated, met=[False, True, True, True]))
    assert "因出现否决事项，该指标不得分" in texts(scored(gated, met=[True, True, True, False]))
    assert refusal(gated, met=[True]) == "否决规则要看的要点或事项没有逐一认定，只认定了 1 项"


def test_a_needed_point_cannot_be_partly_met() -> None:
    partly: Tree = {"checklist": {"points": ["50%", "50%"], "partly": "50%"}}
    gated = rule(guard={"points": ["1"], "rule": partly})
    assert score(gated, levels=["符合", "基本符合"]) == "3.75"
    assert refusal(gated, levels=["基本符合", "符合"]) == "必须符合的要点只能认定为符合或不符合"


def test_a_needed_point_with_sub_points_is_met_when_all_of_them_are() -> None:
    gated = rule(guard={"points": ["2"], "rule": {"checklist": {"points": ["50%", ["25%", "25%"]]}}})
    assert score(gated, met=[True, [True, True]]) == "5.00"
    assert score(gated, met=[True, [True, False]]) == "0.00"


def test_a_cap_after_a_veto_never_lifts_a_score() -> None:
    capped = rule(guard={"extra": "1", "cap": "40%", "rule": {"checklist": {"points": ["80%", "20%"]}}})
    assert score(capped, met=[True, True, False]) == "2.00"
    assert score(capped, met=[False, True, False]) == "1.00"


# several rules


def test_parts_take_their_own_evidence_and_are_named() -> None:
    halves = rule(
        parts={
            "of": [
                {"name": "基本支出", "share": "2分", "rule": PLAIN},
                {"name": "项目支出", "share": "3分", "rule": PLAIN},
            ]
        }
    )
    outcome = scored(halves, parts=[{"rate": "50%"}, {"rate": "200%"}])
    assert str(outcome.score) == "4.00"
    assert "基本支出（2分）" in texts(outcome)
    assert lacking(halves) == "缺少各部分的数据"
    assert refusal(halves, parts=["50%", "60%"]) == "各部分的数据的每一项应为一组数据，读到“50%”"


def test_a_part_of_parts_has_a_share_of_its_share() -> None:
    inner: Tree = {
        "parts": {"of": [{"name": "甲", "share": "50%", "rule": FULL}, {"name": "乙", "share": "50%", "rule": NONE}]}
    }
    outer = rule(
        parts={"of": [{"name": "一", "share": "40%", "rule": inner}, {"name": "二", "share": "60%", "rule": FULL}]}
    )
    assert score(outer, parts=[{"parts": [{}, {}]}, {}]) == "4.00"


def test_units_carry_their_own_names() -> None:
    each = rule(each={"mean": "plain", "rule": PLAIN})
    units = [Evidence({"rate": "50%"}, {"unit": "局本级"}), Evidence({"rate": "100%"}, {"unit": "服务中心"})]
    outcome = scored(each, units=units)
    assert str(outcome.score) == "3.75"
    assert [text for text in texts(outcome) if text in ("局本级", "服务中心")] == ["局本级", "服务中心"]


def test_the_lowest_of_three_counts() -> None:
    lowest = rule(lowest=[{"fixed": "60%"}, {"fixed": "2分"}, {"fixed": "100%"}])
    assert score(lowest, inputs=[{}, {}, {}]) == "2.00"


def test_kinds_of_faults_keep_what_is_free_and_what_is_most() -> None:
    kinds = rule(
        deductions=[{"of": "迟报", "each": "1分", "free": "2", "at_most": "2分"}, {"of": "漏报", "each": "10%"}]
    )
    assert score(kinds, faults={"迟报": 2}) == "5.00"
    assert score(kinds, faults={"迟报": 3, "漏报": 1}) == "3.50"
    assert score(kinds, faults={"迟报": 9}) == "3.00"
    assert refusal(kinds, faults=3) == "各类问题的次数应按类分列，读到“3”"
    assert score(rule(deductions=[{"of": "迟报", "each": "1分"}]), faults=3) == "2.00"


def test_kinds_of_faults_together_cost_no_more_than_is_said() -> None:
    kinds = rule(
        deductions=[{"of": "迟报", "each": "1分"}, {"of": "漏报", "void": "true"}, {"of": "合计", "at_most": "2分"}]
    )
    assert [score(kinds, faults={"迟报": times}) for times in (1, 9)] == ["4.00", "3.00"]
    assert score(kinds, faults={"迟报": 1, "漏报": 1}) == "0.00"


# bonus: above the weight only where it is stated


def test_a_bonus_goes_above_the_weight_only_where_that_is_stated() -> None:
    stated = rule(bonus={"each": "0.5分", "at_most": "1分", "over_weight": "true"})
    unsaid = rule(bonus={"each": "0.5分", "at_most": "1分"})
    assert score(stated, base=5, events=2) == "6.00"
    assert score(unsaid, base=5, events=2) == "5.00"
    assert score(unsaid, base=4, events={"表彰": 1, "推广": 0}) == "4.50"


def test_a_bonus_stands_on_the_limited_points_of_its_base_rule() -> None:
    over = rule(bonus={"each": "1分", "at_most": "1分", "over_weight": "true", "base": PLAIN})
    assert score(over, rate="180%", events=1) == "6.00"
    assert score(over, rate="50%", events=0) == "2.50"


def test_a_bonus_inside_a_part_stays_within_the_part() -> None:
    bonus: Tree = {"bonus": {"each": "1分", "at_most": "1分", "over_weight": "true", "base": FULL}}
    inside = rule(
        parts={"of": [{"name": "甲", "share": "50%", "rule": bonus}, {"name": "乙", "share": "50%", "rule": NONE}]}
    )
    assert score(inside, parts=[{"events": 1}, {}]) == "2.50"


# judgement


def test_points_may_be_judged_as_marks_or_words_or_yes_and_no() -> None:
    points = rule(checklist={"points": ["50%", "50%"]})
    assert score(points, met=[Mark.MET, "不符合"]) == score(points, levels=[True, False]) == "2.50"
    assert refusal(points, met=[True, "大致"]) == "评价要点应认定为符合、部分符合或不符合，读到“大致”"
    assert refusal(points, met="符合") == "评价要点的认定应为一列，读到“符合”"


@pytest.mark.parametrize(
    ("completions", "points"),
    [
        (["100%", "95%", "105%", "94%", "106%", "100%"], "5.33"),  # four of six
        (["94.99%", "100%", "100%", "100%", "100%", "105.01%"], "5.33"),
        (["100%"] * 6, "8.00"),
        (["0"] * 6, "0.00"),
    ],
)
def test_points_within_a_tolerance_of_their_target_count(completions: list[str], points: str) -> None:
    sixths = rule(checklist={"points": "equal", "count": "6", "tolerance": "5%"})
    assert score(sixths, weight="8", completions=completions) == points


def test_sub_points_by_completion_count_one_by_one() -> None:
    nested = rule(checklist={"points": ["50%", ["25%", "25%"]], "by": "completion"})
    assert score(nested, completions=["100%", "50%", "0%"]) == "3.13"
    assert refusal(nested, completions=["100%", "50%", "-1%"]) == "完成率不应为负"


def test_experts_marks_are_dropped_at_both_ends_whatever_their_order() -> None:
    experts = rule(experts={"scale": "10", "drop": "1"})
    assert score(experts, scores=["9.9", "1", "8", "9"]) == "4.25"
    assert lacking(experts) == "缺少专家打分"


def test_grades_outside_the_scale_are_refused() -> None:
    bars: Tree = [{"word": "优", "gives": "100%", "need": "1", "at_least": "优"}, {"word": "差", "gives": "0%"}]
    grades = rule(grade_count={"aspects": "2", "scale": ["优", "差"], "bars": bars})
    assert score(grades, grades=["优", "差"]) == "5.00"
    assert refusal(grades, grades=["优", "好"]) == "各方面的等次应为优、差之一，读到“好”"
    assert refusal(grades, grades="优") == "各方面的等次应逐一列出，读到“优”"


# not involved


def test_not_involved_without_a_rule_for_it_is_refused() -> None:
    assert refusal(rule(fixed="100%"), applicable=False) == "认定为不涉及，但规则没有规定不涉及时如何计分"


def test_not_involved_is_full_or_left_out_as_stated() -> None:
    full = Rule.read({"text": "一", "source": "ours", "not_applicable": "full", "fixed": "0%"})
    rescaled = Rule.read({"text": "一", "source": "ours", "not_applicable": "rescale", "fixed": "0%"})
    assert score(full, weight="2.50", applicable=False) == "2.50"
    assert isinstance(rescaled.apply(Fraction(3), Evidence({"applicable": False})), LeftOut)


# evidence


def test_evidence_with_one_value_replaced_keeps_the_rest() -> None:
    evidence = Evidence({"rate": "1/2", "met": [True]}).having(met=[False])
    assert evidence.number("rate", "比率") == Fraction(1, 2)
    assert evidence.marks() == (Mark.UNMET,)


def test_words_must_be_words() -> None:
    with pytest.raises(NotAllowed, match="等次的认定应为文字"):
        Evidence({"level": 3}).word("level", "等次的认定")


def test_a_rate_beside_the_target_that_the_rule_names_is_not_divided_by_it() -> None:
    tiers = curve("rate", {"when": "≥90%", "gives": "100%"}, {"when": "<90%", "gives": "0%"})
    assert score(tiers, actual="85%", target="90%") == "0.00"
    assert score(tiers, actual=91, target=90) == "5.00"
    assert score(tiers, actual=46, target=50) == "5.00"
    assert score(tiers, actual="91%") == "5.00"
