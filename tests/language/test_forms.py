"""Every rule is of a form of the catalogue, told by how it is built."""

from typing import Any

import pytest
from hypothesis import given
from tests.language.rules import any_rules, total_rules
from tests.rules.reading import as_tree, curve, rule, rule_of

from jixiao.language import form_of
from jixiao.packs.forms import Form, forms
from jixiao.packs.trees import Tree
from jixiao.rules import Rule, TotalRule, read_total_rules

IDS = {form.id for form in forms()}


@pytest.mark.parametrize("form", [form for form in forms() if form.rule], ids=lambda form: form.id)
def test_the_example_of_a_form_is_of_that_form(form: Form) -> None:
    assert form_of(rule_of(form)) == form.id


@pytest.mark.parametrize("form", [form for form in forms() if form.total_rules], ids=lambda form: form.id)
def test_rules_about_the_total_are_of_their_form(form: Form) -> None:
    assert {form_of(each) for each in read_total_rules(as_tree(form.total_rules))} == {form.id}


@given(total_rules())
def test_every_rule_about_the_total_is_of_a_form(total_rule: TotalRule) -> None:
    assert form_of(total_rule) in IDS


@given(any_rules())
def test_every_rule_that_can_be_expressed_is_of_a_form(any_rule: Rule) -> None:
    assert form_of(any_rule) in IDS


UP: Tree = {"when": ">5%", "loses": "5%", "per": "1%", "from": "5%"}
DOWN: Tree = {"when": "<-5%", "loses": "5%", "per": "1%", "from": "-5%"}
STEEP_DOWN: Tree = {"when": "<-5%", "loses": "10%", "per": "1%", "from": "-5%"}
WITHIN: Tree = {"when": "≥-5%, ≤5%", "gives": "100%"}
ZERO_TO_ONE: Tree = [["0%", "0%"], ["100%", "100%"]]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("both_deduct", curve("deviation", UP, WITHIN, DOWN)),
        ("both_asymmetric", curve("deviation", UP, WITHIN, STEEP_DOWN)),
        ("binary", curve("rate", {"when": "≥90%", "gives": "100%"}, {"when": "<90%", "gives": "0%"})),
        ("ratio_to_target", curve("rate", {"when": "any", "line": [["0%", "0%"], ["90%", "100%"]]})),
        (
            "target_else_rate",
            curve("rate", {"when": "≥80%", "gives": "100%"}, {"when": "<80%", "line": ZERO_TO_ONE}),
        ),
        ("fault_tolerance", rule(deductions=[{"of": "迟报", "each": "1分", "free": "2"}])),
        ("fault_share", rule(deductions=[{"of": "迟报", "each": "5%"}])),
        ("met_ratio", rule(met_ratio="≥95%")),
        ("met_ratio", rule(checklist={"points": "equal", "count": "6", "tolerance": "5%"})),
        ("checklist_levels", rule(criteria=2, checklist={"points": "equal", "partly": "50%"})),
        ("checklist_steps", curve("met", {"when": "≥3", "gives": "100%"}, {"when": "<3", "gives": "50%"})),
    ],
)
def test_what_is_written_otherwise_than_in_the_catalogue_is_of_its_natural_form(form: str, written: Any) -> None:
    assert form_of(written) == form
