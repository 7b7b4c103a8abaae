"""Whether the sample decides the score: rules read from their sentences, applied to a value and all its interval."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.surveys.statistics.asking import as_sheets, asked, rating, result_of

from jixiao.surveys.results import Interval, Method
from jixiao.surveys.scoring import scored_by
from jixiao.surveys.study import ScoringRule

STEPS = "满意度≥90%得满分，80%（含）至90%得权重分的80%，低于80%不得分。"
FALLING = "满意度达到90%及以上得100%权重分，反之，每低于目标值1%，扣除权重分的5%，扣完为止。"


def rule(text: str, weight: int = 10, target: str = "") -> ScoringRule:
    return ScoringRule(text=text, weight=Fraction(weight), target=target)


def between(low: str, high: str) -> Interval:
    return Interval(Fraction(low) / 100, Fraction(high) / 100, Fraction(95, 100), Method.BOOTSTRAP)


@pytest.mark.parametrize(
    ("text", "low", "value", "high", "scores", "is_settled"),
    [
        (STEPS, "83.4", "88.6", "93.8", ("8", "8", "10"), False),
        (STEPS, "90", "92", "94", ("10", "10", "10"), True),
        (STEPS, "89.9999999", "92", "94", ("10", "8", "10"), False),
        (STEPS, "80", "85", "89.9", ("8", "8", "8"), True),
        (FALLING, "86", "88", "95", ("9", "8", "10"), False),  # 2 and 4 points below: 10 % and 20 % less
        (FALLING, "97", "98.25", "99.5", ("10", "10", "10"), True),
        (FALLING, "50", "60", "69", ("0", "0", "0"), True),  # all is lost at 70 %
    ],
)
def test_a_score_is_settled_where_the_whole_interval_gets_it(
    text: str, low: str, value: str, high: str, scores: tuple[str, str, str], is_settled: bool
) -> None:
    scored = scored_by(rule(text, target="≥90%"), Fraction(value) / 100, between(low, high))
    assert scored.why == ""
    assert tuple(map(str, (scored.score, scored.low_score, scored.high_score))) == scores
    assert scored.is_settled is is_settled


@given(st.integers(0, 1000), st.integers(0, 1000), st.data())
def test_no_value_within_the_interval_scores_beyond_what_is_said(one: int, other: int, data: st.DataObject) -> None:
    low, high = sorted((one, other))
    text = data.draw(st.sampled_from([STEPS, FALLING]))
    scored = scored_by(rule(text, target="90%"), Fraction(low, 1000), between(str(low / 10), str(high / 10)))
    inside = Fraction(data.draw(st.integers(low * 1000, high * 1000)), 10**6)
    score = scored_by(rule(text, target="90%"), inside, None).score
    assert score is not None
    assert scored.low_score is not None
    assert scored.high_score is not None
    assert scored.low_score <= score <= scored.high_score
    assert not (scored.is_settled and score != scored.score)


def test_a_rule_against_its_target_turns_at_the_target() -> None:
    ratio = rule("得分＝实际值÷目标值×权重分，最高得满分。", target="≥90%")
    scored = scored_by(ratio, Fraction(81, 100), between("80", "95"))
    assert (str(scored.score), str(scored.high_score)) == ("9", "10")
    settled = scored_by(ratio, Fraction(93, 100), between("90", "96"))
    assert settled.is_settled


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("满意度较高得满分，其余视情况计分。", "评分规则没有读懂"),
        ("每发生一起有责投诉扣1分，扣完为止。", "评分规则"),
        ("总分超过90分的为优。", "评分规则"),
        ("①制度健全得50%权重分；②执行有效得50%权重分。", "评分规则不是只看满意度"),
        ("满意度≥90%得满分，低于80%不得分。", "没有"),  # what of 80 to 90 %?
        ("得分＝实际值÷目标值×权重分。", "没有写明一个带 % 的目标值"),
        ("满意度达到目标值得满分，每低1个百分点扣1分。", "没有写明一个带 % 的目标值"),
    ],
)
def test_a_rule_that_says_nothing_of_satisfaction_gives_no_score_and_says_why(text: str, why: str) -> None:
    scored = scored_by(rule(text), Fraction(85, 100), between("80", "90"))
    assert scored.score is None
    assert why in scored.why
    assert scored.is_settled is None


@pytest.mark.parametrize("target", ["90", "95%-100%", "较高"])
def test_a_target_that_is_no_one_rate_is_not_guessed(target: str) -> None:
    for text in ("得分＝满意度÷目标值×权重分。", "满意度达到目标值得满分，每低1个百分点扣1分。"):
        scored = scored_by(rule(text, target=target), Fraction(85, 100), None)
        assert scored.score is None or target == "95%-100%"
        assert scored.score is None or "÷" not in text


def test_without_an_interval_nothing_is_said_of_the_sample() -> None:
    nothing = Interval(Fraction(0), Fraction(1), Fraction(95, 100), Method.NONE)
    for interval in (None, nothing):
        scored = scored_by(rule(STEPS), Fraction(85, 100), interval)
        assert (str(scored.score), scored.is_settled, scored.low_score) == ("8", None, None)


def test_an_interval_across_a_tier_is_a_warning_with_both_scores() -> None:
    answers = as_sheets(asked(rating("甲")), (60, 20, 5, 5, 10))
    result = result_of(answers, {"rules": [{"indicator": "D3.1", "text": STEPS, "weight": "10"}]})
    (finding,) = (each for each in result.findings if each.check == "survey.score_depends_on_sample")
    assert "得分取决于样本" in finding.title
    assert "从 0.00 到 8.00 分" in finding.explanation


def test_a_rule_may_be_about_one_question_and_one_that_is_not_there_is_pointed_out() -> None:
    answers = as_sheets(asked(rating("甲"), rating("乙")), (40, 0, 0, 0, 0), (0, 0, 40, 0, 0))
    of_one = {"text": STEPS, "weight": "10", "question": "乙"}
    of_none = {"text": STEPS, "weight": "10", "question": "丙"}
    result = result_of(answers, {"rules": [of_one, of_none]})
    assert [(each.value, each.score) for each in result.scored] == [(Fraction(1, 2), 0), (None, None)]
    assert [each.explanation for each in result.findings if each.check == "survey.rule_not_applied"]
