"""How the evidence of a rule becomes the number it measures, where a target is given beside the actual figure."""

from fractions import Fraction

import pytest

from jixiao.cli.ruleanswers import Question, answer

COST = "单位成本不高于计划成本得满分，高于计划成本的，得分=[1-（实际成本-计划成本）/计划成本]×分值，最低0分。"
RATE = "满意度达到90%得满分，每低1个百分点扣0.5分，扣完为止。"


@pytest.mark.parametrize(
    ("actual", "target", "score"),
    [("190", "200", "6.00"), ("220", "200", "5.40"), ("300", "200", "3.00"), ("500", "200", "0.00")],
)
def test_an_amount_beside_a_target_is_divided_by_it(actual: str, target: str, score: str) -> None:
    """220 of 200 is 10 % over: 6 × 0.9."""
    assert answer(Question(COST, Fraction(6), "", (), {"actual": actual, "target": target})).score == score


@pytest.mark.parametrize(("actual", "target"), [("85%", "90%"), ("85", "90")])
def test_a_rate_beside_the_bound_of_the_rule_is_the_rate_itself(actual: str, target: str) -> None:
    """85 % is 5 points below 90 %: 5 − 2.5."""
    assert answer(Question(RATE, Fraction(5), "", (), {"actual": actual, "target": target})).score == "2.50"
