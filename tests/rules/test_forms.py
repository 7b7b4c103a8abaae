"""Every form of the catalogue: it can be said, it survives being written and read again, and it computes right.

The expected scores stand in the catalogue and were worked out by hand from the meaning of each form.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest
from tests.rules.reading import as_tree, rule_of

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.packs.forms import Case, Form, form_groups, forms
from jixiao.quantities import fixed_text, parse_number
from jixiao.refusals import Refusal
from jixiao.rules import (
    Evidence,
    LeftOut,
    NotAllowed,
    NotScored,
    Rule,
    Scored,
    TotalRule,
    apply_total_rules,
    read_total_rules,
    rescaled,
    total_tree,
)

REFERENCE = {
    "A": (
        "checklist_equal checklist_custom checklist_nested checklist_gate checklist_veto checklist_all "
        "checklist_steps checklist_min_count checklist_deduct_points checklist_deduct_share checklist_levels "
        "checklist_progress"
    ),
    "B": "fault_points fault_share fault_capped fault_kinds fault_tolerance fault_amount",
    "C": (
        "ratio_plain ratio_capped ratio_to_target target_else_rate ratio_floor pass_mark_linear "
        "over_completion reverse_ratio reverse_excess amplified_linear met_ratio range_normalised"
    ),
    "D": (
        "below_share below_points above_share above_points per_unit per_period full_steps ceil_steps "
        "deduct_then_zero two_slopes over_limit_zero"
    ),
    "E": "both_deduct both_asymmetric band_binary both_tiers",
    "F": "tiers_points tiers_share tiers_reverse tiers_state tiers_relative anchors trend",
    "G": "binary binary_partial levels_fixed levels_band grade_count expert_mean discretionary",
    "H": "uneven_bad_effect split_parts unit_mean amount_weighted checkpoints lower_of pick_one",
    "I": "rank_step rank_bands rank_vs_best bonus penalty_total pay_gate grade_cap",
    "J": "na_full na_rescale zero_base",
}
"""The ids of chapter 15.2; lower_of and pick_one stand in one row there, so that its 75 rows have 76 ids."""


def total_rules_of(form: Form) -> tuple[TotalRule, ...]:
    return read_total_rules(as_tree(form.total_rules))


def refused(text: str) -> str:
    with pytest.raises(Refusal) as raised:
        validate(parse_yaml(text, "rule-forms.yaml"), Form)
    return str(raised.value)


def all_cases() -> Iterator[object]:
    for form in forms():
        for case in form.cases:
            yield pytest.param(form, case, id=f"{form.id}-{case.name}")


RULES = [pytest.param(form, id=form.id) for form in forms() if form.rule]
TOTAL_RULES = [pytest.param(form, id=form.id) for form in forms() if form.total_rules]


def test_the_catalogue_holds_every_form_of_the_reference_in_its_order() -> None:
    assert {group.group: " ".join(form.id for form in group.forms) for group in form_groups()} == REFERENCE


@pytest.mark.parametrize(("form", "case"), list(all_cases()))
def test_a_form_gives_what_was_worked_out_by_hand(form: Form, case: Case) -> None:
    values = case.values()
    if form.total_rules:
        assert_total(form, case, values)
    elif "items" in values:
        assert_rescaled(case, values)
    else:
        assert_scored(form, case, values)


def assert_scored(form: Form, case: Case, values: Mapping[str, object]) -> None:
    outcome = rule_of(form).apply(Fraction(form.weight), Evidence(values))
    match outcome:
        case Scored():
            assert str(outcome.score) == case.score
        case LeftOut():
            assert case.left_out is not None
        case NotScored():
            expected = case.refused if outcome.refused else case.lacking
            assert expected is not None, outcome.why
            assert expected in outcome.why


def assert_total(form: Form, case: Case, values: Mapping[str, object]) -> None:
    events = values.get("events", {})
    assert isinstance(events, dict)
    total = apply_total_rules(parse_number(str(values["total"])), total_rules_of(form), Evidence(events))
    if case.lacking is not None:
        assert total.lacking == (case.lacking,)
        return
    paid = {True: "是", False: "否", None: None}[total.paid_in_full]
    assert (str(total.score), list(total.grade_caps), paid) == (case.score, case.grade_caps, case.paid)
    assert total.lacking == ()


def assert_rescaled(case: Case, values: Mapping[str, object]) -> None:
    items = values["items"]
    assert isinstance(items, list)
    applicable = [(Fraction(item["weight"]), Fraction(item["score"])) for item in items if item.get("applicable", True)]
    if case.refused is not None:
        with pytest.raises(NotAllowed, match=case.refused):
            rescaled(applicable)
    else:
        assert fixed_text(rescaled(applicable), 2) == case.score


@pytest.mark.parametrize("form", RULES)
def test_a_rule_written_and_read_again_is_the_same_rule(form: Form) -> None:
    rule = rule_of(form)
    assert Rule.read(rule.tree()) == rule


@pytest.mark.parametrize("form", RULES)
def test_nothing_is_wrong_with_a_rule_of_the_catalogue(form: Form) -> None:
    assert list(rule_of(form).lint(Fraction(form.weight))) == []


@pytest.mark.parametrize("form", TOTAL_RULES)
def test_rules_about_the_total_written_and_read_again_are_the_same(form: Form) -> None:
    rules = total_rules_of(form)
    assert read_total_rules([total_tree(rule) for rule in rules]) == rules


FORM = """
id: flat
name: 固定
meaning: 固定得分。
weight: 1
rule: {text: 得满分。, source: ours, fixed: 100%}
cases:
  - {name: first, input: {}, score: 1.00}
  - {name: second, input: {}, score: 1.00}
"""


def test_a_form_without_three_cases_is_refused() -> None:
    assert "至少 3 项" in refused(FORM)


def test_a_case_has_one_outcome_and_no_more() -> None:
    assert "score、refused、lacking、left_out 中恰好一个" in refused(FORM + "  - {name: third, input: {}}")
    third = "  - {name: third, input: {}, score: 1.00, lacking: 比率}"
    assert "读到score、lacking" in refused(FORM + third)


def test_a_form_states_an_indicator_rule_with_its_weight_or_rules_about_the_total() -> None:
    third = "  - {name: third, input: {}, score: 1.00}"
    assert "rule 和 weight，或者 total_rules" in refused(FORM.replace("weight: 1", "") + third)
    assert "rule 和 weight，或者 total_rules" in refused(f"{FORM}{third}\ntotal_rules: [{{name: 甲, cap: 良}}]")
