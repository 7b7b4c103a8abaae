"""How far results may be off: beside scipy, beside simulation, and against what must hold whatever the data."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from tests.surveys.statistics.asking import FIVE, as_sheets, asked, counted, percent, rating, result_of, sheets, study

from jixiao.surveys.questionnaire import Question
from jixiao.surveys.results import Interval, Method
from jixiao.surveys.sheets import Answers
from jixiao.surveys.statistics.composites import Way
from jixiao.surveys.statistics.confidence import Confidence, correction
from jixiao.surveys.statistics.intervals import wilson
from jixiao.surveys.statistics.scores import Scores, Weighed
from jixiao.surveys.statistics.uncertainty import interval_of as composite_interval
from jixiao.surveys.statistics.weighing import weighing_of

LEVELS = ("90%", "95%", "99%")
WEIGHTS = np.array([1, 0.75, 0.5, 0.25, 0])


def confidence(level: str = "95%") -> Confidence:
    return Confidence.of(study(confidence=level))


def drawn(random: Random, people: int, questions: int) -> list[list[int]]:
    """Sheets of people of whom each has a mood that colours all answers."""
    rows = []
    for _ in range(people):
        mood = random.choice([0, 0, 0, 1, 2])
        rows.append([min(4, max(0, mood + random.choice([-1, 0, 0, 1]))) for _ in range(questions)])
    return rows


def as_answers(rows: Sequence[Sequence[int]]) -> Answers:
    names = [f"问{number}" for number in range(len(rows[0]))]
    columns = {name: [row[number] for row in rows] for number, name in enumerate(names)}
    return sheets(asked(*map(rating, names)), **columns)


def interval_of(rows: Sequence[Sequence[int]], population: int | None = None, **stated: object) -> Interval:
    answers = as_answers(rows)
    result = result_of(answers, {} if population is None else {"population": str(population)}, **stated)
    assert result.interval is not None
    return result.interval


@pytest.mark.parametrize("level", LEVELS)
def test_the_quantile_is_that_of_the_normal_distribution(level: str) -> None:
    of = confidence(level)
    assert float(of.z) == pytest.approx(stats.norm.ppf((1 + float(of.level)) / 2), abs=1e-14)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("count", "base"), [(0, 1), (1, 1), (0, 137), (132, 137), (137, 137), (5, 19), (700, 1000)])
def test_shares_have_wilsons_interval(count: int, base: int, level: str) -> None:
    of = confidence(level)
    ours = wilson(count, base, of)
    theirs = stats.binomtest(count, base).proportion_ci(float(of.level), method="wilson")
    assert float(ours.low) == pytest.approx(theirs.low, abs=1e-12)
    assert float(ours.high) == pytest.approx(theirs.high, abs=1e-12)
    assert ours.method is Method.WILSON


@given(st.integers(1, 500), st.data())
def test_the_ends_of_a_share_are_as_far_off_as_chance_allows(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, base - 1)) if base > 1 else base
    population = base + data.draw(st.integers(1, 10_000))
    factor = correction(population, base)
    of = confidence()
    interval = wilson(count, base, of, factor)
    for end in (interval.low, interval.high):
        if 0 < end < 1:
            chance = of.z**2 * factor * end * (1 - end) / base
            assert float((Fraction(count, base) - end) ** 2) == pytest.approx(float(chance), rel=1e-9)


def test_every_option_shows_the_interval_of_its_share() -> None:
    (question,) = result_of(counted(asked(rating("甲")), (132, 1, 4, 0, 0))).questions
    first = question.options[0].interval
    assert first is not None
    assert (percent(first.low), percent(first.high)) == ("91.74%", "98.43%")


def test_whoever_asked_everybody_has_no_error_of_sampling() -> None:
    result = result_of(as_sheets(asked(rating("甲")), (30, 10, 10, 0, 0)), {"population": "50"})
    assert result.interval is not None
    assert result.interval.method is Method.CENSUS
    assert result.interval.low == result.interval.high == result.composite
    assert result.questions[0].options[0].interval is not None
    assert result.questions[0].options[0].interval.method is Method.CENSUS


def test_a_small_population_narrows_the_interval_by_the_root_of_its_correction() -> None:
    rows = drawn(Random(5), 101, 4)
    wide, narrow = interval_of(rows), interval_of(rows, population=501)
    # (501 − 101) ÷ (501 − 1) = 0.8
    assert float(narrow.half_width / wide.half_width) == pytest.approx(0.8**0.5, rel=1e-12)


def test_few_sheets_are_resampled_always_the_same_by_their_seed() -> None:
    rows = drawn(Random(1), 137, 7)
    assert interval_of(rows).method is Method.BOOTSTRAP
    assert interval_of(rows) == interval_of(rows[::-1])
    assert interval_of(rows) != interval_of(rows, seed="2")


@pytest.mark.parametrize("level", LEVELS)
def test_the_bootstrap_agrees_with_that_of_scipy(level: str) -> None:
    rows = drawn(Random(2), 150, 6)
    per_sheet = WEIGHTS[np.array(rows)].mean(axis=1)
    theirs = stats.bootstrap(
        (per_sheet,), np.mean, n_resamples=20_000, confidence_level=int(level[:-1]) / 100, method="percentile", rng=3
    ).confidence_interval
    ours = interval_of(rows, confidence=level)
    assert float(ours.low) == pytest.approx(theirs.low, abs=0.003)
    assert float(ours.high) == pytest.approx(theirs.high, abs=0.003)


def test_many_sheets_have_the_normal_interval_of_their_own_means() -> None:
    rows = drawn(Random(3), 1_000, 5)
    ours = interval_of(rows)
    per_sheet = WEIGHTS[np.array(rows)].mean(axis=1)
    theirs = stats.norm.interval(0.95, per_sheet.mean(), stats.sem(per_sheet))
    assert ours.method is Method.NORMAL
    assert float(ours.low) == pytest.approx(theirs[0], abs=1e-12)
    assert float(ours.high) == pytest.approx(theirs[1], abs=1e-12)


def test_blank_answers_are_allowed_for_as_ratios_are() -> None:
    random = Random(4)
    rows = [[answer if random.random() > 0.3 else -2 for answer in row] for row in drawn(random, 800, 3)]
    codes = np.array(rows)
    scores = np.where(codes >= 0, WEIGHTS[codes], np.nan)
    means, bases = np.nanmean(scores, axis=0), (~np.isnan(scores)).sum(axis=0)
    influence = np.nan_to_num((scores - means) / bases / 3).sum(axis=1)
    said = (~np.isnan(scores)).any(axis=1).sum()
    deviation = (said / (said - 1) * (influence**2).sum()) ** 0.5
    assert float(interval_of(rows).half_width) == pytest.approx(1.959963984540054 * deviation, rel=1e-9)


def test_nineteen_of_twenty_samples_hold_the_truth() -> None:
    random = Random(40)
    crowd = drawn(random, 20_000, 3)
    truth = WEIGHTS[np.array(crowd)].mean()
    weighing = weighing_of(Question.model_validate(rating("问")), "A")
    held = 0
    for _ in range(60):
        answers = as_answers(random.sample(crowd, 40))
        scores = Scores.of_sheets(answers, [Weighed(each, weighing) for each in answers.questionnaire.questions])
        interval = composite_interval(scores, Way((1, 1, 1)), confidence(), Fraction(1))
        assert interval is not None
        held += float(interval.low) <= truth <= float(interval.high)
    # Of 60 samples 57 are expected; fewer than 51 would happen once in 500 times.
    assert held >= 51


@settings(max_examples=20)
@given(st.lists(st.lists(st.integers(0, 60), min_size=5, max_size=5), min_size=2, max_size=4))
def test_without_sheets_the_interval_is_no_narrower_than_with_them(counts: list[list[int]]) -> None:
    people = 400
    full = [(people - sum(each), *each[1:]) if sum(each) < people else (people, 0, 0, 0, 0) for each in counts]
    full = [(people - sum(each[1:]), *each[1:]) for each in full]
    questionnaire = asked(*(rating(f"问{number}") for number in range(len(full))))
    known = result_of(as_sheets(questionnaire, *full)).interval
    unknown = result_of(counted(questionnaire, *full)).interval
    assert known is not None
    assert unknown is not None
    if unknown.method is Method.CONSERVATIVE and known.method is Method.NORMAL and 0 < unknown.low < unknown.high < 1:
        assert unknown.half_width >= known.half_width - Fraction(1, 10**12)


def test_of_sheets_that_all_say_the_same_the_others_are_allowed_for() -> None:
    interval = result_of(as_sheets(asked(rating("甲")), (137, 0, 0, 0, 0))).interval
    assert interval is not None
    # Wilson for 0 of 137: z² ÷ (137 + z²) = 3.8415 ÷ 140.8415 = 2.73 %
    assert (percent(interval.low), percent(interval.high)) == ("97.27%", "100.00%")
    assert interval.method is Method.UNIFORM
    assert result_of(counted(asked(rating("甲")), (137, 0, 0, 0, 0))).interval == interval


def test_those_who_might_say_otherwise_may_be_better_or_worse() -> None:
    interval = result_of(as_sheets(asked(rating("甲")), (0, 0, 137, 0, 0))).interval
    assert interval is not None
    assert (percent(interval.low), percent(interval.high)) == ("48.64%", "51.36%")


def test_without_sheets_pooled_questions_weigh_as_many_as_answered_them() -> None:
    questionnaire = asked(rating("甲"), rating("乙"))
    counts = (300, 0, 0, 0, 100), (20, 0, 0, 0, 20)
    pooled = result_of(counted(questionnaire, *counts), overall="合并计算").interval
    halves = [1.959963984540054 * np.std(np.repeat(WEIGHTS, each), ddof=1) / sum(each) ** 0.5 for each in counts]
    assert pooled is not None
    assert float(pooled.half_width) == pytest.approx((400 * halves[0] + 40 * halves[1]) / 440, rel=1e-9)


def test_from_nine_answers_nothing_is_said() -> None:
    result = result_of(as_sheets(asked(rating("甲")), (8, 1, 0, 0, 0)))
    assert result.interval is not None
    assert result.interval.method is Method.NONE
    assert (percent(result.interval.low), percent(result.interval.high)) == ("0.00%", "100.00%")
    assert percent(result.composite) == "97.22%"


def test_one_question_is_as_uncertain_from_counts_as_from_sheets() -> None:
    questionnaire = asked(rating("甲", FIVE))
    of_counts = result_of(counted(questionnaire, (90, 20, 10, 3, 2)))
    of_sheets = result_of(as_sheets(questionnaire, (90, 20, 10, 3, 2)))
    assert of_counts.interval == of_sheets.interval == of_counts.questions[0].interval
