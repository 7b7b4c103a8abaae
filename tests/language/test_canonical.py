"""The canonical sentence of a rule says the rule: what is written is read back as the same rule, or not at all."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.language.rules import any_rules, total_rules
from tests.rules.reading import rule, rule_of

from jixiao.language import Read, parse_rule, render_rule
from jixiao.language.canonical import read_canonical
from jixiao.packs.forms import Form, forms
from jixiao.rules import Rule, TotalRule
from jixiao.rules.measures import MEASURES
from jixiao.text import normal

FORMS = [form for form in forms() if form.rule]
"""All forms of the catalogue that are rules of an indicator."""


def read(sentence: str) -> Rule:
    """The rule of a sentence that must be understood."""
    outcome = parse_rule(sentence)
    assert isinstance(outcome, Read), (sentence, outcome)
    assert isinstance(outcome.rule, Rule)
    return outcome.rule


@settings(max_examples=500)
@given(any_rules())
def test_a_rule_is_read_again_from_its_canonical_sentence(written: Rule) -> None:
    again = read(render_rule(written))
    assert (again.part, again.not_applicable) == (written.part, written.not_applicable)


_WIDE = str.maketrans("0123456789%：；，。（）()", "０１２３４５６７８９％:;,。()（）")


@given(any_rules(), st.randoms(use_true_random=False))
def test_neither_width_nor_blanks_change_what_a_canonical_sentence_says(written: Rule, dice: Any) -> None:
    sentence = render_rule(written)
    assume("”" not in sentence and "'name'" not in str(written.tree()))  # width and blanks of a name are its own
    varied = "".join(
        (character.translate(_WIDE) if dice.random() < 0.5 else character) + (" " if dice.random() < 0.2 else "")
        for character in sentence
    )
    assume(normal(varied).text == normal(sentence).text)
    assert read(varied).part == written.part


@given(any_rules())
def test_the_canonical_sentence_of_what_was_read_is_the_same_sentence(written: Rule) -> None:
    sentence = render_rule(written)
    outcome = parse_rule(sentence)
    assert isinstance(outcome, Read)
    assert outcome.canonical == sentence
    assert outcome.notes == ()


@given(any_rules(), any_rules())
def test_rules_that_differ_have_sentences_that_differ(one: Rule, other: Rule) -> None:
    same = (one.part, one.not_applicable) == (other.part, other.not_applicable)
    assert (render_rule(one) == render_rule(other)) is same


@given(total_rules())
def test_a_rule_about_the_total_is_read_again_from_its_canonical_sentence(written: TotalRule) -> None:
    outcome = parse_rule(render_rule(written))
    assert isinstance(outcome, Read)
    assert (outcome.rule, outcome.notes) == (written, ())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_form_of_the_catalogue_has_one_clean_sentence_that_says_it(form: Form) -> None:
    written = rule_of(form)
    sentence = render_rule(written)
    assert sentence.endswith("。")
    assert not any(blot in sentence for blot in (" ", "。。", "，，", "；；", "得得", "None", "any", "{", "得得"))
    assert read(sentence).part == written.part


def test_no_two_measures_share_a_name() -> None:
    assert len({measure.name for measure in MEASURES.values()}) == len(MEASURES)


def test_a_sentence_that_is_only_nearly_canonical_is_left_to_the_reader_of_other_peoples_sentences() -> None:
    canonical = "比率不低于95%的，得满分；低于95%的，每低1个百分点扣权重分的5%，扣完为止。"
    for sentence in (
        canonical.removesuffix("。"),
        canonical.replace("，扣完为止", ""),
        canonical.replace("比率", "执行率"),
        f"按规定计分：{canonical}",
    ):
        assert read_canonical(sentence) is None, sentence


def test_a_bare_earning_is_no_rule_for_every_case() -> None:
    always = rule(fixed="100%")
    assert render_rule(always) == "一律得满分。"
    assert read_canonical("得满分。") is None


def test_a_name_keeps_its_blanks_and_its_width() -> None:
    named = rule(parts={"of": [{"name": "Ａ类 项目（一）", "share": "100%", "rule": {"fixed": "50%"}}]})
    assert read(render_rule(named)).part == named.part


def test_gates_and_vetoes_are_named_after_the_points() -> None:
    gated = rule(guard={"before": "1", "extra": "1", "rule": {"checklist": {"points": ["60%", "40%"]}}})
    assert render_rule(gated).endswith("；前置条件不符合或者出现否决事项的，该指标不得分。")


def test_what_happens_where_the_indicator_is_not_involved_comes_last() -> None:
    full = Rule.read({"text": "一", "source": "ours", "not_applicable": "full", "fixed": "0%"})
    assert render_rule(full) == "一律不得分；不涉及的得满分。"


@pytest.mark.parametrize(
    "endless",
    [
        "按【" * 5_000 + "一律得满分" + "】计分" * 5_000,
        "“甲”占1分：" * 2_500,
        "占权重分的5" * 2_000,
        "“" * 10_000,
        "完成率不低于" * 2_000,
        "得分＝权重分×" + "9" * 10_000,
    ],
)
def test_what_never_ends_raises_nothing(endless: str) -> None:
    assert read_canonical(f"{endless}。") is None


def test_a_figure_that_is_none_is_not_read() -> None:
    sentence = "比率不低于1/0的，得满分；低于1/0的，不得分。"
    assert read_canonical(sentence) is None


def test_the_weight_is_checked_in_canonical_sentences_too() -> None:
    outcome = parse_rule("比率不低于90%的，得8分；低于90%的，不得分。", weight=Fraction(5))
    assert isinstance(outcome, Read)
    assert outcome.notes == ("“≥90%”一档写的 8分 超出权重分 5 分",)
