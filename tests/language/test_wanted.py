"""The evidence that a rule is said to want is what it takes: the example always gives a score."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from tests.language.rules import any_rules
from tests.rules.reading import curve, rule_of
from tests.rules.test_corpus import FILES, asked, entries

from jixiao.language import Read, parse_rule
from jixiao.language.wanted import wanted_by
from jixiao.packs.flow import flow, read_flow
from jixiao.packs.forms import Form, forms
from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, Rule, Scored

RULES = [form for form in forms() if form.rule]


@pytest.mark.parametrize("form", RULES, ids=lambda form: form.id)
def test_the_example_of_every_form_gives_a_score(form: Form) -> None:
    weight = Fraction(form.weight)
    example = wanted_by(rule_of(form), weight).example
    assert isinstance(rule_of(form).apply(weight, Evidence(example)), Scored)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_example_of_every_sentence_that_is_read_gives_a_score(path: Path) -> None:
    for entry in entries(path):
        cells = entry.get("criteria") or ()
        criteria = (cells,) if isinstance(cells, str) else tuple(map(str, cells))
        weight, target = Fraction(str(entry["weight"])), str(entry.get("target") or "")
        reading = parse_rule(entry["text"], criteria=criteria, target=target, weight=weight)
        if isinstance(reading, Read):
            answered = asked(entry, wanted_by(reading.rule, weight).example)
            assert answered.score is not None, (entry["text"], answered.why)


@given(any_rules())
def test_an_example_can_be_typed_as_it_is_shown(rule: Rule) -> None:
    example = wanted_by(rule, Fraction(5)).example
    assert read_flow(flow(example), "--input") == example


def test_the_example_earns_something_but_not_all_where_it_can() -> None:
    full: Tree = {"when": "≥95%", "gives": "100%"}
    nothing: Tree = {"when": "<60%", "gives": "0%"}
    tiers = curve("rate", full, {"when": "≥60%, <95%", "gives": "50%"}, nothing)
    assert wanted_by(tiers, Fraction(5)).example == {"rate": "60%"}
    assert wanted_by(curve("rate", full, {"when": "<95%", "gives": "0%"}), Fraction(5)).example == {"rate": "100%"}
