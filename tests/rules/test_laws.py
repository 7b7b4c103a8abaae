"""Laws that hold for every rule, looked for with random rules and random evidence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.recompute import recompute
from tests.rules.reading import rule, rule_of

from jixiao.packs.forms import Form, forms
from jixiao.packs.trees import Tree
from jixiao.quantities import round_half_up
from jixiao.rules import Evidence, Rule, Scored, Step
from jixiao.rules.portion import rate_text
from jixiao.rules.ranges import Range

# Random rules


def rates(least: int = 0, most: int = 200_00) -> st.SearchStrategy[Fraction]:
    """Rates to a hundredth of a percentage point."""
    return st.integers(least, most).map(lambda number: Fraction(number, 10_000))


SHARES = st.integers(0, 100).map(lambda number: f"{number}%")
SOME = st.one_of(st.integers(1, 100).map(lambda number: f"{number}%"), st.sampled_from(["1/3", "0.5分", "0.01分"]))
WEIGHTS = st.integers(50, 2000).map(lambda number: Fraction(number, 100))


@st.composite
def ranges(draw: st.DrawFn) -> list[Range]:
    """Complete ranges of a rate: from 0 on, every number in exactly one."""
    cuts = sorted(draw(st.sets(rates(1), max_size=4)))
    above = [draw(st.booleans()) for _ in cuts]
    lows = [(None, False), *zip(cuts, above, strict=True)]
    highs = [*((cut, not up) for cut, up in zip(cuts, above, strict=True)), (None, False)]
    return [Range(low, from_low, high, to_high) for (low, from_low), (high, to_high) in zip(lows, highs, strict=True)]


@st.composite
def pieces(draw: st.DrawFn, when: Range) -> Tree:
    """A way to give points in a range."""
    kinds = ["gives", "line", "loses"] + (["inverse"] if when.low is not None else [])
    kind = draw(st.sampled_from(kinds))
    text: dict[str, Tree] = {"when": when.text(percent=True)}
    if kind == "gives":
        return {**text, "gives": draw(SHARES)}
    if kind == "inverse":
        return {**text, "inverse": rate_text(draw(rates(1)))}
    if kind == "line":
        xs = sorted(draw(st.sets(rates(), min_size=2, max_size=4)))
        return {**text, "line": [[rate_text(x), draw(SHARES)] for x in xs]}
    start = when.high if when.high is not None and draw(st.booleans()) else when.low or Fraction(0)
    loss: dict[str, Tree] = {"loses": draw(SOME), "per": rate_text(draw(rates(1))), "from": rate_text(start)}
    loss["steps"] = draw(st.sampled_from(["proportional", "whole", "started"]))
    if draw(st.booleans()):
        loss |= {"already": draw(SHARES), "at_most": draw(SOME)}
    return {**text, **loss}


@st.composite
def curves(draw: st.DrawFn) -> Tree:
    return {"curve": {"of": "rate", "pieces": [draw(pieces(when)) for when in draw(ranges())]}}


@st.composite
def composed(draw: st.DrawFn) -> tuple[Rule, dict[str, object]]:
    """A rule of several parts with its evidence."""
    inner = [draw(curves()) for _ in range(draw(st.integers(1, 3)))]
    inputs: list[object] = [{"rate": draw(rates()), "amount": draw(st.integers(1, 9))} for _ in inner]
    kind = draw(st.sampled_from(["parts", "each", "lowest", "guard"]))
    if kind == "each":
        mean = draw(st.sampled_from(["plain", "amount"]))
        return rule(each={"mean": mean, "rule": inner[0]}), {"units": inputs}
    if kind == "lowest":
        return rule(lowest=[*inner, inner[0]]), {"inputs": [*inputs, inputs[0]]}
    if kind == "guard":
        guarded: Tree = {"extra": "1", "cap": draw(SHARES), "rule": inner[0]}
        return rule(guard=guarded), {"met": [draw(st.booleans())], "rate": draw(rates())}
    share = f"1/{len(inner)}"
    of: list[Tree] = [{"name": f"第{n}部分", "share": share, "rule": part} for n, part in enumerate(inner, 1)]
    return rule(parts={"of": of}), {"parts": inputs}


def curve_of(tree: Tree) -> Rule:
    assert isinstance(tree, dict)
    return rule(curve=tree["curve"])


def recomputes(step: Step) -> bool:
    """Whether an independent calculator gets from the expression of a step to its value."""
    if step.expression is None or step.value is None:
        return step.expression is None
    shown = step.value.removesuffix("%")
    decimals = len(shown.partition(".")[2])
    value = Fraction(shown) / 100 if step.value.endswith("%") else Fraction(shown)
    places = decimals + 2 if step.value.endswith("%") else decimals
    return recompute(f"round({step.expression}, {places})") == value


def last_figure(outcome: Scored) -> Fraction:
    """What the last step comes to: its arithmetic recomputed, or the figure it states."""
    last = outcome.steps[-1]
    assert last.value is not None
    return Fraction(last.value) if last.expression is None else recompute(last.expression)


def applied(scoring_rule: Rule, weight: Fraction, values: dict[str, object]) -> Scored:
    outcome = scoring_rule.apply(weight, Evidence(values))
    assert isinstance(outcome, Scored), outcome
    return outcome


# Laws of random rules


@given(curves())
def test_a_complete_curve_has_neither_gap_nor_overlap(tree: Tree) -> None:
    said = list(curve_of(tree).lint(Fraction(50)))
    assert not [text for text in said if "没有规定" in text or "有两种规定" in text or "永远" in text]


@given(curves())
def test_a_rule_written_and_read_again_is_the_same(tree: Tree) -> None:
    read = curve_of(tree)
    assert Rule.read(read.tree()) == read


@given(curves(), WEIGHTS, st.fractions(0, 3, max_denominator=9999))
def test_a_complete_curve_always_gives_points_between_nothing_and_the_weight(
    tree: Tree, weight: Fraction, rate: Fraction
) -> None:
    outcome = applied(curve_of(tree), weight, {"rate": rate})
    assert 0 <= outcome.points <= weight
    assert outcome.score == round_half_up(outcome.points, 2)


@given(curves(), WEIGHTS, st.integers(0, 900), st.integers(1, 900))
def test_every_step_of_a_curve_can_be_recomputed_and_the_last_gives_the_score(
    tree: Tree, weight: Fraction, actual: int, base: int
) -> None:
    outcome = applied(curve_of(tree), weight, {"actual": actual, "base": base})
    assert all(recomputes(step) for step in outcome.steps)
    assert last_figure(outcome) == Fraction(outcome.score)


@given(composed(), WEIGHTS)
def test_rules_of_several_parts_stay_within_the_weight_and_can_be_recomputed(
    with_evidence: tuple[Rule, dict[str, object]], weight: Fraction
) -> None:
    scoring_rule, values = with_evidence
    outcome = applied(scoring_rule, weight, values)
    assert 0 <= outcome.points <= weight
    assert all(recomputes(step) for step in outcome.steps)
    assert last_figure(outcome) == Fraction(outcome.score)


@given(composed(), WEIGHTS)
def test_points_are_the_same_whether_or_not_the_steps_are_written(
    with_evidence: tuple[Rule, dict[str, object]], weight: Fraction
) -> None:
    scoring_rule, values = with_evidence
    untraced = scoring_rule.apply(weight, Evidence(values), traced=False)
    assert isinstance(untraced, Scored)
    assert untraced.points == applied(scoring_rule, weight, values).points
    assert untraced.steps == ()


@given(st.lists(st.booleans(), min_size=1, max_size=9), WEIGHTS)
def test_equal_points_earn_the_weight_times_met_over_all(met: list[bool], weight: Fraction) -> None:
    outcome = applied(rule(len(met), checklist={"points": "equal"}), weight, {"met": met})
    assert outcome.points == weight * sum(met) / len(met)
    assert recomputes(outcome.steps[-1])


# Laws of the catalogue

TRACED = [
    pytest.param(form, case.values(), id=f"{form.id}-{case.name}")
    for form in forms()
    for case in form.cases
    if form.rule and case.score is not None and "items" not in case.input
]


@pytest.mark.parametrize(("form", "values"), TRACED)
def test_every_step_of_the_catalogue_can_be_recomputed(form: Form, values: dict[str, object]) -> None:
    outcome = applied(rule_of(form), Fraction(form.weight), values)
    assert [step for step in outcome.steps if not recomputes(step)] == []
    assert last_figure(outcome) == Fraction(outcome.score)


@pytest.mark.parametrize(("form", "values"), TRACED)
def test_every_score_of_the_catalogue_is_the_same_without_its_steps(form: Form, values: dict[str, object]) -> None:
    untraced = rule_of(form).apply(Fraction(form.weight), Evidence(values), traced=False)
    assert isinstance(untraced, Scored)
    assert untraced.score == applied(rule_of(form), Fraction(form.weight), values).score


@pytest.mark.parametrize(("form", "values"), TRACED)
def test_derivations_are_written_in_clean_chinese(form: Form, values: dict[str, object]) -> None:
    for step in applied(rule_of(form), Fraction(form.weight), values).steps:
        assert step.text == step.text.strip()
        assert not any(blot in step.text for blot in ("  ", "，，", "None", "any", "得得", "Fraction", "（）"))


BETTER_WHEN_HIGHER = {
    "ratio_plain": "rate",
    "ratio_capped": "completion",
    "ratio_to_target": "rate",
    "target_else_rate": "rate",
    "ratio_floor": "completion",
    "pass_mark_linear": "completion",
    "range_normalised": "value",
    "below_share": "rate",
    "below_points": "rate",
    "full_steps": "rate",
    "ceil_steps": "rate",
    "deduct_then_zero": "rate",
    "two_slopes": "rate",
    "tiers_points": "rate",
    "tiers_share": "rate",
    "anchors": "rate",
    "uneven_bad_effect": "rate",
    "checklist_min_count": "count",
    "rank_vs_best": "own",
    "na_rescale": "completion",
}
BETTER_WHEN_LOWER = {
    "fault_points": "faults",
    "fault_share": "faults",
    "fault_capped": "faults",
    "fault_tolerance": "faults",
    "fault_amount": "bad",
    "reverse_ratio": "rate",
    "reverse_excess": "rate",
    "above_share": "rate",
    "above_points": "rate",
    "per_unit": "excess",
    "per_period": "delay",
    "tiers_reverse": "rate",
    "rank_step": "rank",
    "zero_base": "rate",
}
REST: dict[str, object] = {"best": 3, "total": 3, "harm": False}
WHOLE = ("count", "faults", "rank")


@pytest.mark.parametrize("form", [pytest.param(f, id=f.id) for f in forms() if f.id in BETTER_WHEN_HIGHER])
@given(facts=st.data())
def test_a_higher_figure_never_lowers_the_score_where_more_is_better(form: Form, facts: st.DataObject) -> None:
    low, high = figures(facts, BETTER_WHEN_HIGHER[form.id])
    assert points_of(form, BETTER_WHEN_HIGHER[form.id], low) <= points_of(form, BETTER_WHEN_HIGHER[form.id], high)


@pytest.mark.parametrize("form", [pytest.param(f, id=f.id) for f in forms() if f.id in BETTER_WHEN_LOWER])
@given(facts=st.data())
def test_a_higher_figure_never_raises_the_score_where_less_is_better(form: Form, facts: st.DataObject) -> None:
    low, high = figures(facts, BETTER_WHEN_LOWER[form.id])
    assert points_of(form, BETTER_WHEN_LOWER[form.id], low) >= points_of(form, BETTER_WHEN_LOWER[form.id], high)


def figures(facts: st.DataObject, key: str) -> list[Fraction]:
    """Two figures in order: whole numbers where things are counted, up to three times the base elsewhere."""
    one = st.integers(1, 30).map(Fraction) if key in WHOLE else st.fractions(0, 3, max_denominator=1000)
    scale = 100 if key == "value" else 20 if key in ("excess", "delay") else 1
    return sorted(scale * figure for figure in facts.draw(st.tuples(one, one)))


def points_of(form: Form, key: str, figure: Fraction) -> Fraction:
    return applied(rule_of(form), Fraction(form.weight), {**REST, key: figure}).points


def test_every_form_said_to_be_monotone_is_a_form() -> None:
    assert {*BETTER_WHEN_HIGHER, *BETTER_WHEN_LOWER} <= {form.id for form in forms()}
