"""Lint: what cannot be right in a rule is said in words, before any score is computed."""

from fractions import Fraction

import pytest
from tests.rules.reading import curve, rule

from jixiao.packs.trees import Tree
from jixiao.rules import Rule


def complaints(scoring_rule: Rule, weight: str = "5") -> list[str]:
    return list(scoring_rule.lint(Fraction(weight)))


FULL: Tree = {"fixed": "100%"}
NONE: Tree = {"fixed": "0%"}


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ([("≥90%", "100%"), ("<80%", "0%")], ["“≥80%, <90%”没有规定"]),
        ([(">90%", "100%"), ("<90%", "0%")], ["“=90%”没有规定"]),
        ([("≥90%", "100%"), (">60%, <90%", "50%")], ["“≥0%, ≤60%”没有规定"]),
        ([("<90%", "0%")], ["“≥90%”没有规定"]),
        ([("≥90%", "100%"), ("≤90%", "0%")], ["“=90%”有两种规定"]),
        ([("≥80%", "100%"), ("<90%", "0%")], ["“≥80%, <90%”有两种规定"]),
        ([("any", "100%"), ("≥20%, ≤30%", "0%")], ["“≥20%, ≤30%”有两种规定"]),
        ([("≤90%", "100%"), ("≥20%, ≤30%", "0%"), (">90%", "0%")], ["“≥20%, ≤30%”有两种规定"]),
        ([("any", "100%"), ("<0%", "0%")], ["“<0%”一档永远不会用到"]),
        ([("any", "100%"), (">50%, <40%", "0%")], ["“>50%, <40%”一档永远不会用到"]),
    ],
)
def test_gaps_overlaps_and_unreachable_tiers_are_named(pieces: list[tuple[str, str]], said: list[str]) -> None:
    tiers: list[Tree] = [{"when": when, "gives": gives} for when, gives in pieces]
    assert complaints(curve("rate", *tiers)) == said


def test_among_whole_numbers_more_than_two_and_at_least_three_are_the_same() -> None:
    steps: list[Tree] = [{"when": ">2", "gives": "0%"}, {"when": "≤2", "gives": "100%"}]
    assert complaints(curve("faults", *steps)) == []
    assert complaints(curve("faults", {"when": "≥4", "gives": "0%"}, steps[1])) == ["“=3”没有规定"]
    assert complaints(curve("faults", {"when": "≥2", "gives": "0%"}, steps[1])) == ["“=2”有两种规定"]


def test_no_more_points_can_be_met_than_there_are() -> None:
    pieces: list[Tree] = [{"when": "=3", "gives": "100%"}, {"when": "≤2", "gives": "0%"}]
    assert complaints(curve("met", *pieces, count="3")) == []
    assert complaints(curve("met", *pieces, count="4")) == ["“=4”没有规定"]
    assert complaints(curve("met", *pieces, count="2")) == ["“=3”一档永远不会用到"]


def test_a_signed_measure_needs_a_rule_for_its_negative_side_unless_its_size_is_taken() -> None:
    pieces: list[Tree] = [{"when": "≥0%, ≤5%", "gives": "100%"}, {"when": ">5%", "gives": "0%"}]
    assert complaints(curve("deviation", *pieces)) == ["“<0%”没有规定"]
    assert complaints(curve("deviation", *pieces, absolute="true")) == []


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ({"when": "any", "gives": "6分"}, "“any”一档写的 6分 超出权重分 5 分"),
        ({"when": "any", "gives": "120%"}, "“any”一档写的 120% 超出权重分 5 分"),
        ({"when": "any", "loses": "6分", "per": "1%", "from": "0%"}, "“any”一档写的 6分 超出权重分 5 分"),
        (
            {"when": "any", "loses": "5%", "per": "1%", "from": "90%"},
            "“any”一档：扣分的一档应在起算点（from）的同一侧，高出和低于的请分成两档",
        ),
        ({"when": "any", "loses": "5%", "per": "0%", "from": "0%"}, "“any”一档：每一步的长度（per）应大于 0"),
        ({"when": "any", "loses": "0%", "per": "1%", "from": "0%"}, "“any”一档：每一步扣 0，这一档等于不扣分"),
        (
            {"when": "any", "line": [["50%", "0%"], ["50%", "100%"]]},
            "“any”一档：直线各点的数值应由小到大，不重复",
        ),
        (
            {"when": "any", "inverse": "30%"},
            "“any”一档：“目标值÷实际值”的一档只能是大于 0 的范围，目标值也应大于 0",
        ),
    ],
)
def test_a_piece_that_cannot_be_right_is_named_with_its_range(piece: Tree, said: str) -> None:
    assert complaints(curve("rate", piece)) == [said]


def test_what_is_earned_without_a_base_must_fit_the_weight() -> None:
    piece: Tree = {"when": "any", "gives": "100%"}
    assert complaints(curve("rate", piece, zero_base={"both_zero": "6分", "only_base_zero": "7分"})) == [
        "分母为 0 时写的 6分 超出权重分 5 分",
        "分母为 0 时写的 7分 超出权重分 5 分",
    ]


def test_portions_of_a_checklist_must_add_up_to_the_weight() -> None:
    assert complaints(rule(checklist={"points": ["40%", "50%"]})) == ["各要点分值合计 4.5 分，权重是 5 分"]
    assert complaints(rule(checklist={"points": ["2分", ["1分", "1分"], "1分"]})) == []
    assert complaints(rule(checklist={"points": ["150%", "-50%"]})) == [
        "要点1的 150% 不在 0 与权重分 5 分之间",
        "要点2的 -50% 不在 0 与权重分 5 分之间",
    ]


def test_what_a_partly_met_point_earns_lies_between_nothing_and_everything() -> None:
    assert complaints(rule(checklist={"points": ["100%"], "partly": "100%"})) == ["partly 应是 0% 与 100% 之间的份额"]
    assert complaints(rule(checklist={"points": ["100%"], "partly": "1分"})) == ["partly 应是 0% 与 100% 之间的份额"]


def test_parts_must_add_up_and_each_part_must_fit_its_share() -> None:
    part: Tree = {
        "of": [{"name": "甲", "share": "60%", "rule": {"fixed": "4分"}}, {"name": "乙", "share": "30%", "rule": FULL}]
    }
    assert complaints(rule(parts=part)) == ["各部分分值合计 4.5 分，权重是 5 分", "甲：4分 超出权重分 3 分"]


def test_a_part_may_not_have_a_negative_share() -> None:
    part: Tree = {"of": [{"name": "甲", "share": "120%", "rule": FULL}, {"name": "乙", "share": "-20%", "rule": NONE}]}
    said = complaints(rule(parts=part))
    assert "甲占 120%，不在 0 与权重分 5 分之间" in said
    assert "乙占 -20%，不在 0 与权重分 5 分之间" in said


def test_a_deduction_above_the_weight_and_a_kind_written_twice_are_named() -> None:
    kinds: Tree = [
        {"of": "迟报", "each": "6分"},
        {"of": "漏报", "each": "1分", "at_most": "9分"},
        {"of": "漏报", "void": "是"},
    ]
    assert complaints(rule(deductions=kinds)) == [
        "“漏报”写了两次",
        "“迟报”扣 6分，超出权重分 5 分",
        "“漏报”扣 9分，超出权重分 5 分",
    ]


def test_a_bonus_must_add_something_and_its_limit_hold_at_least_one() -> None:
    assert complaints(rule(bonus={"each": "2分", "at_most": "1分"})) == ["最多加 1分，小于每项加的 2分"]
    assert complaints(rule(bonus={"each": "0分", "at_most": "1分"})) == ["每项加 0分，应大于 0"]


def test_a_switch_with_two_equal_branches_has_no_use() -> None:
    assert complaints(rule(switch={"on": "holds", "then": FULL, "else": FULL})) == [
        "条件成立与否得分相同，这个条件没有作用"
    ]
    assert complaints(rule(switch={"on": "holds", "then": {"fixed": "7分"}, "else": NONE})) == ["7分 超出权重分 5 分"]


def test_a_guard_needs_something_to_guard_and_a_cap_below_the_weight() -> None:
    said = complaints(rule(guard={"cap": "100%", "rule": FULL}))
    assert said == ["否决后的上限 100% 应小于权重分 5 分", "没有指明哪一个要点是必须符合的"]


def test_bands_lie_within_nothing_and_everything_and_apart() -> None:
    assert complaints(rule(levels={"甲": "≥80%, ≤110%", "乙": "<60%"})) == [
        "等次“甲”的区间 ≥80%, ≤110% 应在 0% 与 100% 之间且不为空",
        "等次“乙”的区间 <60% 应在 0% 与 100% 之间且不为空",
    ]
    assert complaints(rule(levels={"甲": "≥80%, ≤100%", "乙": "≥60%, ≤80%"})) == ["等次“甲”与“乙”的区间重叠"]
    assert complaints(rule(levels={"甲": "6分", "乙": "0%"})) == ["等次“甲”得 6分，超出权重分 5 分"]


def test_bars_of_counted_grades_are_open_only_at_the_end() -> None:
    open_bar: Tree = {"word": "差", "gives": "0%"}
    best: Tree = {"word": "优", "gives": "100%", "need": "2", "at_least": "优"}
    scale: Tree = ["优", "差"]
    assert complaints(rule(grade_count={"aspects": "3", "scale": scale, "bars": [best, open_bar]})) == []
    assert complaints(rule(grade_count={"aspects": "3", "scale": scale, "bars": [open_bar, best]})) == [
        "“差”没有条件，其后的档次永远不会用到",
        "最后一档应不设条件，否则有的情形没有规定",
    ]
    assert complaints(rule(grade_count={"aspects": "1", "scale": scale, "bars": [best, open_bar]})) == [
        "“优”要求 2 个方面达到等次，一共只有 1 个方面"
    ]


def test_limits_of_judgement_must_make_sense() -> None:
    assert complaints(rule(discretionary={"at_most": "6分"})) == ["酌情扣分上限 6分 应大于 0 且不超过权重分 5 分"]
    assert complaints(rule(experts={"scale": "0"})) == ["专家打分的满分（scale）应大于 0"]


def test_rules_inside_rules_are_looked_at_too() -> None:
    bad: Tree = {"fixed": "9分"}
    for outer in (
        rule(each={"mean": "plain", "rule": bad}),
        rule(lowest=[bad, NONE]),
        rule(choose=[bad, NONE]),
        rule(guard={"extra": "1", "rule": bad}),
        rule(bonus={"each": "1分", "at_most": "1分", "base": bad}),
    ):
        assert "9分 超出权重分 5 分" in complaints(outer)


def test_no_weight_no_rule() -> None:
    assert complaints(rule(fixed="100%"), "0") == ["权重应大于 0"]
