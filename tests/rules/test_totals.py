"""Rules about the total: in which order they apply, what they may do, and what is open when an event is not known."""

from fractions import Fraction

import pytest
from tests.recompute import recompute

from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, NotAllowed, Total, apply_total_rules, read_total_rules, rescaled


def after(total: str, rules: list[Tree], **events: object) -> Total:
    return apply_total_rules(Fraction(total), read_total_rules(rules), Evidence(events))


PENALTY: Tree = {"name": "违规", "penalty": "2分", "at_most": "5分"}
BONUS: Tree = {"name": "表彰", "bonus": "1.5分"}
CAP: Tree = {"name": "事故", "cap": "79.99分"}
GATE: Tree = {"name": "付费", "pay_from": "80"}


def test_merits_and_penalties_come_before_caps_and_the_gate_last_however_they_are_written() -> None:
    events: dict[str, object] = {"违规": 1, "表彰": 2, "事故": 1}
    forwards = after("80", [PENALTY, BONUS, CAP, GATE], **events)
    backwards = after("80", [GATE, CAP, BONUS, PENALTY], **events)
    assert str(forwards.score) == str(backwards.score) == "79.99"
    assert forwards.paid_in_full is backwards.paid_in_full is False
    assert [step.text for step in forwards.steps] == [
        "违规1次，每次扣2分，最多5分",
        "表彰2次，每次加1.5分",
        "事故，总分最高79.99分",
        "付费：80分起全额付费，未达到",
    ]


def test_merits_and_penalties_are_added_up_before_the_whole_limits_them() -> None:
    assert str(after("99", [BONUS, PENALTY], 表彰=2, 违规=1).score) == "100.00"
    assert str(after("99", [BONUS], 表彰=2).score) == "100.00"
    assert str(after("99", [BONUS, PENALTY], 表彰=0, 违规=1).score) == "97.00"


def test_no_total_is_negative() -> None:
    outcome = after("1.5", [PENALTY], 违规=1)
    assert str(outcome.score) == "0.00"
    assert outcome.steps[-1].text == "总分扣完为止，不计负分"


def test_a_penalty_beyond_its_limit_is_limited_and_written_so() -> None:
    outcome = after("92", [PENALTY], 违规=3)
    assert str(outcome.score) == "87.00"
    assert outcome.steps[0].expression == "92 − min(3 × 2, 5)"


def test_every_step_can_be_recomputed() -> None:
    outcome = after("92.335", [PENALTY, BONUS, CAP], 违规=3, 表彰=1, 事故=1)
    for step in outcome.steps:
        assert step.expression is not None
        assert step.value is not None
        assert recompute(step.expression) == Fraction(step.value)
    assert str(outcome.score) == "79.99"


def test_a_total_is_rounded_half_up_once_at_the_end() -> None:
    assert str(after("88.125", [BONUS], 表彰=1).score) == "89.63"


def test_all_grade_caps_that_occurred_are_kept() -> None:
    caps: list[Tree] = [{"name": "事故", "cap": "良"}, {"name": "造假", "cap": "差"}, {"name": "迟报", "cap": "中"}]
    assert after("95", caps, 事故=1, 造假=1, 迟报=0).grade_caps == ("良", "差")
    assert after("95", caps, 事故=0, 造假=0, 迟报=0).grade_caps == ()


def test_an_event_nobody_counted_leaves_the_total_and_the_payment_open() -> None:
    outcome = after("95", [PENALTY, CAP, GATE], 违规=1)
    assert outcome.lacking == ("事故",)
    assert outcome.paid_in_full is None


def test_without_a_gate_nothing_is_said_about_payment() -> None:
    assert after("95", [PENALTY], 违规=0).paid_in_full is None


def test_the_gate_looks_at_the_total_after_caps() -> None:
    assert after("95", [CAP, GATE], 事故=0).paid_in_full is True
    assert after("95", [CAP, GATE], 事故=1).paid_in_full is False


def test_half_an_event_is_refused() -> None:
    with pytest.raises(NotAllowed, match="“违规”的次数应为 0、1、2 这样的整数"):
        after("95", [PENALTY], 违规="0.5")


def test_rescaling_uses_applicable_weights_only() -> None:
    assert rescaled([(Fraction(30), Fraction("28.5")), (Fraction(40), Fraction(37))]) == Fraction(655, 7)
    assert rescaled([(Fraction(15), Fraction(12))], whole=Fraction(20)) == 16
    with pytest.raises(NotAllowed, match="没有一项指标适用"):
        rescaled([])
