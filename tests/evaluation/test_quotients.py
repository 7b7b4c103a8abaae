"""What a rule takes from a formula: two figures of a quotient, one figure, or a figure against its target."""

from decimal import Decimal

import pytest
from tests.evaluation.cases import leaf, result, small_case
from tests.recompute import recompute

from jixiao.evaluation import evaluate
from jixiao.evaluation.sheet import IndicatorScore
from jixiao.packs.trees import Tree

RISING: Tree = [
    {"when": "<100%", "line": [["0%", "0%"], ["100%", "100%"]]},
    {"when": "≥100%", "gives": "100%"},
]
FALLING: Tree = [{"when": "≥0%", "gives": "100%"}, {"when": "<0%", "loses": "5%", "per": "1%", "from": "0%"}]
LESS: Tree = [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "loses": "2分"}]
BAD: Tree = [{"when": "≤80%", "gives": "40%"}, {"when": ">80%", "gives": "0%"}]
WHATEVER: Tree = [{"when": "any", "gives": "100%"}]
SHARE = "满意人数÷答卷人数"
DONE: list[Tree] = [
    {"name": "完成率", "item": item, "value": value, "unit": "%", "own": "是"}
    for item, value in (("甲", "100%"), ("乙", "95%"), ("丙", "80%"), ("丁", "110%"))
]
FACTS: list[Tree] = [
    {"name": "满意人数", "value": "90", "unit": "人", "own": "是"},
    {"name": "答卷人数", "value": "120", "unit": "人", "own": "是"},
    {"name": "满意度得分", "value": "86", "unit": "分", "own": "是"},
    *DONE,
]


def scored(rule: dict[str, Tree], **more: Tree) -> IndicatorScore:
    return result(evaluate(small_case([leaf("K", "10", rule, **more)], facts=FACTS)), "K")


def curve(of: str, pieces: Tree) -> dict[str, Tree]:
    return {"curve": {"of": of, "pieces": pieces}}


@pytest.mark.parametrize(
    ("rule", "more", "score"),
    [
        (curve("to_target", RISING), {"input": {"rate": SHARE, "target": "90%"}}, "8.33"),  # 75% ÷ 90% of 10
        (curve("to_target", RISING), {"input": {"actual": "满意人数", "target": "100"}}, "9.00"),
        (curve("to_target", RISING), {"measure": SHARE}, "7.50"),  # without a target the rate is the quotient itself
        (curve("margin", FALLING), {"input": {"rate": SHARE, "target": "80%"}}, "7.50"),  # 5 points below
        (curve("mark", LESS), {"input": {"value": "满意度得分"}}, "8.00"),
        (curve("mark", LESS), {"input": {"score": "满意度得分"}}, "8.00"),
        (curve("mark", LESS), {"measure": SHARE}, "8.00"),  # 75 of a hundred, not 90
        (curve("bad_share", BAD), {"measure": SHARE}, "4.00"),
        (curve("change", RISING), {"measure": "（答卷人数－满意人数）÷满意人数"}, "3.33"),
        ({"met_ratio": "≥90%, ≤110%"}, {"input": {"completions": "完成率〔各任务〕"}}, "7.50"),  # three of four
    ],
)
def test_a_rule_takes_from_a_formula_what_it_measures(rule: dict[str, Tree], more: dict[str, Tree], score: str) -> None:
    found = scored(rule, **more)
    assert found.score == Decimal(score)
    assert found.derivation.steps[-1].expression is None or recompute(
        f"round({found.derivation.steps[-1].expression}, 2)"
    ) == Decimal(score)


@pytest.mark.parametrize(("of", "lacking"), [("margin", "缺少目标值"), ("value", "缺少数值"), ("count", "缺少个数")])
def test_the_numerator_of_a_quotient_is_never_taken_for_the_figure_itself(of: str, lacking: str) -> None:
    found = scored(curve(of, FALLING if of == "margin" else WHATEVER), measure=SHARE)
    assert (found.status, found.score, found.why) == ("not_computed", None, lacking)


def test_a_derivation_writes_the_figure_and_its_target_by_their_names() -> None:
    steps = scored(curve("to_target", RISING), input={"rate": SHARE, "target": "90%"}).derivation.steps
    formula = next(step for step in steps if step.text.startswith("完成率"))
    assert (formula.text, formula.expression) == ("完成率＝满意人数÷答卷人数÷90%", "90 ÷ 120 ÷ 90%")
    steps = scored(curve("margin", FALLING), input={"rate": SHARE, "target": "80%"}).derivation.steps
    formula = next(step for step in steps if step.text.startswith("与目标值之差"))
    assert (formula.text, formula.value) == ("与目标值之差＝满意人数÷答卷人数－80%", "-5.00%")


def test_a_derivation_says_how_many_sub_indicators_are_met() -> None:
    found = scored({"met_ratio": "≥90%, ≤110%"}, input={"completions": "完成率〔各任务〕"})
    assert "4个子项中完成率不低于90%且不高于110%的有3个，占比×权重分" in found.derivation.text


@pytest.mark.parametrize(("answer", "score"), [("是", "10.00"), ("否", "8.00")])
def test_a_rule_of_two_cases_may_be_told_which_one_it_is(answer: str, score: str) -> None:
    case = small_case([leaf("K", "10", curve("rate", LESS))], judgements={"K": {"holds": answer}})
    assert result(evaluate(case), "K").score == Decimal(score)  # full, or 2 points less
