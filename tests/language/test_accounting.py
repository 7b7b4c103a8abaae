"""A reading that lost a number of its sentence, or made one up, is no reading."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.language import Read, Unread, parse_rule, render_rule
from jixiao.language.accounting import must_agree
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.sentences import Beside
from jixiao.packs.trees import Tree
from jixiao.rules import Rule
from jixiao.rules.parts.part import Part

READ = (
    "执行率达到95%的得满分，每低1个百分点扣权重分的5%，扣完为止。",
    "满意度90%以上得满分，80%到90%得3分，低于80%不得分。",
    "四项要点各占1/4权重分，符合一项得一项的分。",
    "每出现一次违规扣0.5分，最多扣2分。",
    "按完成率计分，得分=完成率×权重分。",
    "项目按期完成得满分，每延误1天扣0.2分，扣完为止。",
)


def rule(tree: dict[str, Tree]) -> Part:
    return Rule.read({"text": "略", "source": "report", **tree}).part


def curve(*pieces: Tree, of: str = "rate") -> Part:
    return rule({"curve": {"of": of, "pieces": list(pieces)}})


def refused(text: str, part: Part, target: str = "", weight: Fraction | None = None) -> str:
    with pytest.raises(NotUnderstood) as failure:
        must_agree(text, Beside((), target, weight), part)
    return str(failure.value)


def from_95(loses: str) -> Part:
    step: Tree = {"when": "<95%", "loses": loses, "per": "1个百分点", "from": "95%"}
    return curve({"when": "≥95%", "gives": "100%"}, step)


FROM_95 = from_95("5%")
FROM_95_BY_3 = from_95("3%")


@pytest.mark.parametrize("text", READ)
def test_a_sentence_all_of_whose_numbers_are_used_is_read(text: str) -> None:
    assert isinstance(parse_rule(text, weight=Fraction(4)), Read)


@pytest.mark.parametrize("text", READ)
@given(st.integers(21, 88), st.integers(31, 69), st.sampled_from(["，", "；", "。"]))
def test_a_number_put_into_a_sentence_is_used_or_the_sentence_is_not_read(
    text: str, rate: int, points: int, sign: str
) -> None:
    assume(rate != points)
    longer = f"{text.rstrip('。')}{sign}情况特殊超过{rate}%的再扣{points}分。"
    read = parse_rule(longer, weight=Fraction(100))
    assert isinstance(read, Unread) or (f"{rate}%" in read.canonical and f"{points}分" in read.canonical)


@pytest.mark.parametrize(
    ("text", "left_over"),
    [
        ("95%以上得满分,每低1个百分点扣5%,最多扣3分", "最多扣3分"),
        ("95%以上得满分,每低2个百分点扣5%", "2个百分点"),
        ("95%以上得满分,每低1个百分点扣三成", "三成"),
        ("95%以上得满分,每低1个百分点扣5%,超过6次的另计", "6次"),
    ],
)
def test_the_number_that_was_left_over_is_named(text: str, left_over: str) -> None:
    assert refused(text, FROM_95) == f"“{left_over}”没有用到，不敢认为读懂了"


@pytest.mark.parametrize(
    "text",
    [
        "95%以上得满分,每低1个百分点扣二十分之一",
        "95%以上得满分,每低1个百分点扣0.5分",
        "95%以上得满分(10分),每低1个百分点扣5%",
        "95%以上得满分,每低1个百分点扣5%,例如90%得7.5分",
        "①95%以上得满分;②2023年第3季度起每低1个百分点扣5%,扣至0分",
    ],
)
def test_numbers_are_compared_by_value_and_those_that_score_nothing_are_left_alone(text: str) -> None:
    must_agree(text, Beside((), "", Fraction(10)), FROM_95)


def test_a_bound_may_come_from_the_target() -> None:
    assert "95%" in refused("达到目标值得满分,每低1个百分点扣3%", FROM_95_BY_3)
    must_agree("达到目标值得满分,每低1个百分点扣3%", Beside((), "≥95%"), FROM_95_BY_3)


def test_full_marks_other_than_the_weight_are_not_read_away() -> None:
    assert "5分" in refused("95%以上得满分(5分),每低1个百分点扣5%", FROM_95, weight=Fraction(4))


def test_a_deduction_that_starts_outside_its_range_is_refused() -> None:
    part = curve({"when": ">10%", "loses": "5%", "per": "1个百分点", "from": "100%"})
    assert refused("超过10%的每高1个百分点扣5%", part) == "扣分的起算点与扣分的范围不一致"


def test_a_line_all_of_whose_points_lie_outside_its_range_is_refused() -> None:
    part = curve({"when": ">200", "line": [["1", "100%"], ["2", "0%"]]}, of="value")
    assert refused("超过200的,得分=[1-(实际-预算)/预算]×权重", part) == "直线上的点与计分的范围不一致"


def test_an_example_states_no_bound() -> None:
    part = curve({"when": "=80%", "gives": "4.5分"})
    assert "80%" in refused("得分=执行率×权重,例如执行率80%得4.5分", part)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("专家打分;已影响工作的不得分", "不得分"),
        ("专家打分,在此基础上每项加权重分的10%", "每项加"),
        ("专家打分,由评价人酌情扣分", "酌情"),
    ],
)
def test_words_that_only_another_kind_of_rule_can_mean_are_not_lost(text: str, lost: str) -> None:
    assert lost in refused(text, rule({"experts": {"scale": "100"}}))


def test_parts_of_a_group_of_points_may_be_shares_of_the_group() -> None:
    part = rule({"checklist": {"points": [["25%", "25%"], "50%"]}})
    must_agree("要点一占一半,其下两点各占该部分的50%;要点二占50%", Beside(), part)
    assert "40%" in refused("要点一占40%,要点二占50%", part)


def test_what_a_rule_says_agrees_with_it() -> None:
    read = parse_rule(READ[0])
    assert isinstance(read, Read)
    must_agree(render_rule(read.rule), Beside(), read.rule)


@pytest.mark.parametrize("case", ["第37名以后", "逾期37天"])
def test_a_place_or_a_delay_that_no_rule_holds_is_named(case: str) -> None:
    points = rule({"checklist": {"points": ["50%", "50%"]}})
    assert "37" in refused(f"要点一和要点二各占50%;{case}的不得分", points)


def test_a_way_of_computing_is_no_level_that_a_person_judges() -> None:
    levels = rule({"levels": {"按执行率与权重的乘积": "100%", "影响较大": "0%"}})
    assert "乘积" in refused("按执行率与权重的乘积计分,影响较大的不得分", levels)


def test_a_share_of_sub_indicators_met_does_not_hide_what_earns_nothing() -> None:
    assert "不得分" in refused("得分=达标数÷总数×权重;未报送的不得分", rule({"met_ratio": "≥90%"}))


@pytest.mark.parametrize(
    "text",
    [
        "资料逾期的按37%计分；已编制预算的得满分，未编制的不得分。",  # the first clause would be all that counts
        "3月底前完成得4分，6月底前完成得4分，逾期不得分。",  # two dates of one piece of work are no two points
    ],
)
def test_cases_that_exclude_each_other_are_not_lost_nor_added_up(text: str) -> None:
    assert isinstance(parse_rule(text, weight=Fraction(8)), Unread)


def test_two_cases_and_two_dates_alone_are_read() -> None:
    assert isinstance(parse_rule("已编制预算的得满分，未编制的不得分。"), Read)
    assert isinstance(parse_rule("3月底前完成得8分，6月底前完成得4分，逾期不得分。", weight=Fraction(8)), Read)
