"""Scores: weight times rate on either path, steps and brackets."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.findings import Kind, Verdict
from jixiao.quantities import EVERYTHING, Convention, Interval, Printed
from jixiao.relations import Band, Bands, Figure, RateScore, Staircase, StepScore, finding_of, uncovered_or_doubled

WEIGHT = Figure.of("分值", "10分")
RATE = Figure.of("执行率", "89.11%")
AMOUNTS = (Figure.of("支出数", "1,100.11万元"), Figure.of("预算数", "1,234.56万元"))
PER_POINT = Staircase(Fraction(10), Fraction("0.95"), Fraction("0.01"), Fraction(1), part_counts=True)


def score(text: str) -> Figure:
    return Figure.of("得分", f"{text}分")


@pytest.mark.parametrize(
    ("printed", "verdict"), [("8.91", Verdict.EXACT), ("8.9", Verdict.EXACT), ("8.92", Verdict.IMPOSSIBLE)]
)
def test_example_5_a_score_from_a_rate(printed: str, verdict: Verdict) -> None:
    assessment = RateScore(score(printed), WEIGHT, RATE).assess()
    assert str(assessment.possible) == "[8.9105, 8.9115]"
    assert assessment.verdict is verdict


def test_a_score_may_come_from_the_rate_before_it_was_rounded() -> None:
    """A rate cut off to 66.66 % gives 5.3328 of 8 points; 2 ÷ 3 of them are 5.3333…"""
    parts = Figure.of("完成数", "2项"), Figure.of("计划数", "3项")
    relation = RateScore(score("5.3333"), Figure.of("分值", "8分"), Figure.of("完成率", "66.66%"), parts)
    assessment = relation.assess()
    assert assessment.verdict is Verdict.EXACT
    assert assessment.outcomes == ("按未舍入的比率计算",)
    assert relation.explain(assessment).endswith("印出的“得分”为 5.3333分，按未舍入的比率计算相符。")
    printed_path = RateScore(score("5.3336"), Figure.of("分值", "8分"), Figure.of("完成率", "66.67%"), parts).assess()
    assert printed_path.outcomes == ("按印出的比率计算",)


def test_a_score_that_fits_neither_path_says_so() -> None:
    relation = RateScore(score("8.92"), WEIGHT, RATE, AMOUNTS)
    assessment = relation.assess()
    assert assessment.verdict is Verdict.IMPOSSIBLE
    assert assessment.outcomes == ()
    finding = finding_of(relation, assessment)
    assert finding is not None
    assert (finding.kind, finding.expected) == (Kind.SCORE_VS_RULE, "8.91分")
    assert "按印出的和未舍入的比率计算都不相符" in finding.explanation


def test_a_score_stays_between_zero_and_the_weight() -> None:
    assert RateScore(score("10"), WEIGHT, Figure.of("执行率", "103.20%")).assess().verdict is Verdict.EXACT
    assert RateScore(score("0"), WEIGHT, Figure.of("增长率", "-5.00%")).assess().verdict is Verdict.EXACT
    assert RateScore(score("10.32"), WEIGHT, Figure.of("执行率", "103.20%")).assess().verdict is Verdict.IMPOSSIBLE


def test_every_figure_of_a_score_is_read_under_the_convention_of_the_document() -> None:
    relation = RateScore(score("5.33"), Figure.of("分值", "8分"), RATE, AMOUNTS).read(Printed.truncated)
    amounts = relation.amounts or ()
    assert [figure.known.convention for figure in amounts] == [Convention.TRUNCATION] * 2
    assert relation.rate.known.convention is Convention.TRUNCATION


def test_a_score_without_a_budget_to_divide_by_is_undecided() -> None:
    amounts = (Figure.of("支出数", "0.00万元"), Figure.of("预算数", "0.00万元"))
    assert RateScore(score("10"), WEIGHT, RATE, amounts).assess().because == "除数“预算数”是 0 或可能是 0"


@pytest.mark.parametrize(
    ("rate", "points", "verdict", "outcomes"),
    [
        ("93.46%", "8", Verdict.EXACT, ("8",)),
        ("94.00%", "8", Verdict.UNDECIDED, ("9", "8")),
        ("94.00%", "7", Verdict.IMPOSSIBLE, ("9", "8")),
        ("96.00%", "10", Verdict.EXACT, ("10",)),
        ("12.00%", "0", Verdict.EXACT, ("0",)),
    ],
)
def test_example_6_a_step_rule(rate: str, points: str, verdict: Verdict, outcomes: tuple[str, ...]) -> None:
    assessment = StepScore(score(points), Figure.of("完成率", rate), PER_POINT).assess()
    assert (assessment.verdict, assessment.outcomes) == (verdict, outcomes)


def test_the_explanation_of_steps_lists_what_the_printed_rate_allows() -> None:
    relation = StepScore(score("8"), Figure.of("完成率", "94.00%"), PER_POINT)
    assert relation.statement == "得分 = 评分规则（完成率）"
    assert relation.explain(relation.assess()) == (
        "完成率印出 94.00%，代表 93.995% 至 94.005%，按规则只能得 9、8；印出的“得分”为 8分，"
        "印出的比率不足以确定得分，应以未舍入的数字重算。"
        "各数的取位：完成率四舍五入到 0.01%（据数字本身）；得分为精确值。"
    )
    missing = StepScore(score("8"), Figure("完成率"), PER_POINT)
    assert missing.explain(missing.assess()) == "未作判断：缺少“完成率”。"
    wrong = StepScore(score("7"), Figure.of("完成率", "93.46%"), PER_POINT)
    assert "按规则只能得 8；印出的“得分”为 7分，不在其中。" in wrong.explain(wrong.assess())
    assert wrong.expected(wrong.assess()) == "8"
    right = StepScore(score("8"), Figure.of("完成率", "93.46%"), PER_POINT)
    assert "印出的“得分”为 8分，两者相符。" in right.explain(right.assess())


def steps_by_hand(rule: Staircase, value: Fraction) -> Fraction:
    """One value at a time, by taking steps off until the shortfall is used up."""
    missing = value - rule.target if rule.above else rule.target - value
    points = rule.full
    while missing > 0 and (missing >= rule.step or rule.part_counts):
        points, missing = points - rule.loss, missing - rule.step
    return max(points, Fraction(0))


halves = st.integers(-8, 24).map(lambda n: Fraction(n, 2))


@given(st.booleans(), st.booleans(), halves, halves, st.booleans(), st.booleans())
def test_a_staircase_reports_exactly_the_points_that_values_of_the_interval_earn(
    part_counts: bool, above: bool, one: Fraction, other: Fraction, low_closed: bool, high_closed: bool
) -> None:
    rule = Staircase(Fraction(5), Fraction(8), Fraction(1), Fraction(2), part_counts, above)
    interval = Interval(min(one, other), max(one, other), low_closed, high_closed)
    values = [Fraction(n, 8) for n in range(-32, 97) if interval.contains(Fraction(n, 8))]
    if values:
        assert set(rule.outcomes(interval)) == {steps_by_hand(rule, value) for value in values}


def test_a_staircase_over_everything_goes_down_to_zero() -> None:
    assert PER_POINT.outcomes(EVERYTHING) == tuple(Fraction(points) for points in range(10, -1, -1))


@pytest.mark.parametrize(("step", "loss"), [("0", "1"), ("1", "0"), ("-1", "1")])
def test_a_staircase_goes_down(step: str, loss: str) -> None:
    with pytest.raises(ValueError, match="step and loss are positive"):
        Staircase(Fraction(10), Fraction(1), Fraction(step), Fraction(loss), part_counts=True)


GRADES = [("优", Fraction(90)), ("良", Fraction(80)), ("中", Fraction(60)), ("差", Fraction(0))]


def test_example_10_a_printed_90_does_not_settle_the_grade() -> None:
    scale = Bands.falling(Fraction(100), GRADES)
    assert scale.outcomes(Interval(Fraction("89.995"), Fraction("90.005"))) == ("优", "良")
    assert scale.outcomes(Interval.point(90)) == ("优",)
    assert scale.outcomes(Interval.point(100)) == ("优",)
    assert scale.outcomes(Interval.point(101)) == ()


@pytest.mark.parametrize(
    ("bands", "faults"),
    [
        (
            [Interval(Fraction(90), Fraction(100)), Interval(Fraction(80), Fraction(89))],
            ("(89, 90) 没有对应的档次",),
        ),
        (
            [
                Interval(Fraction(90), Fraction(100), low_closed=False),
                Interval(Fraction(80), Fraction(90), True, False),
            ],
            ("[90, 90] 没有对应的档次",),
        ),
        (
            [Interval(Fraction(90), Fraction(100)), Interval(Fraction(80), Fraction(90))],
            ("[90, 90] 有两个档次",),
        ),
        ([Interval(Fraction(85), None)], ("[80, 85) 没有对应的档次",)),
        ([Interval(None, Fraction(90)), Interval(Fraction(90), None, low_closed=False)], ()),
        ([], ("[80, 100] 没有对应的档次",)),
    ],
)
def test_gaps_and_overlaps_of_bands_are_found(bands: list[Interval], faults: tuple[str, ...]) -> None:
    assert uncovered_or_doubled(bands, Interval(Fraction(80), Fraction(100))) == faults


def test_bands_with_a_gap_are_refused() -> None:
    with pytest.raises(ValueError, match="没有对应的档次"):
        Bands((Band(Interval(Fraction(90), Fraction(100)), "优"),), Interval(Fraction(0), Fraction(100)))


def test_brackets_give_points_as_well() -> None:
    brackets = Bands.falling(
        Fraction(1), [(Fraction(5), Fraction("0.9")), (Fraction(3), Fraction("0.8")), (Fraction(0), Fraction(0))]
    )
    relation = StepScore(score("5"), Figure.of("完成率", "90.0%"), brackets)
    assert relation.assess().outcomes == ("5", "3")
    assert StepScore(score("3"), Figure.of("完成率", "85.0%"), brackets).assess().verdict is Verdict.EXACT
