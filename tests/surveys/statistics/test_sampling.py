"""What a sample can carry: how many answers a population needs, recovery and validity, and what is said of them."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.surveys.statistics.asking import as_sheets, asked, counted, percent, rating, result_of, study

from jixiao.findings import Finding, Severity
from jixiao.surveys.results import GroupResult
from jixiao.surveys.statistics.confidence import Confidence
from jixiao.surveys.statistics.sampling import sample_size
from jixiao.surveys.statistics.studies import study_result


def found(result: GroupResult, check: str) -> Finding | None:
    return next((finding for finding in result.findings if finding.check == f"survey.{check}"), None)


def of_size(valid: int, **group: object) -> GroupResult:
    return result_of(as_sheets(asked(rating("甲")), (valid - 2, 1, 1, 0, 0)), group)


@pytest.mark.parametrize(
    ("level", "population", "needed"),
    [("95%", None, 385), ("90%", None, 271), ("99%", None, 664), ("95%", 1000, 278), ("95%", 50, 45), ("95%", 1, 1)],
)
def test_a_population_needs_so_many_answers(level: str, population: int | None, needed: int) -> None:
    assert sample_size(population, Confidence.of(study(confidence=level))) == needed


@given(st.integers(2, 10**7))
def test_the_answers_needed_leave_five_points_and_one_fewer_does_not(population: int) -> None:
    needed = sample_size(population, Confidence.of(study()))

    def error(answers: int) -> float:
        return float(stats.norm.ppf(0.975) * (0.25 / answers * (population - answers) / (population - 1)) ** 0.5)

    assert error(needed) <= 0.05 + 1e-12
    assert needed == 1 or error(needed - 1) > 0.05 - 1e-12
    assert needed <= ceil(stats.norm.ppf(0.975) ** 2 / 4 / 0.0025)


def test_recovery_and_validity_each_have_their_own_base() -> None:
    sampling = of_size(120, issued="200", returned="150", population="5000").sampling
    assert percent(sampling.recovery_rate) == "75.00%"
    assert percent(sampling.valid_rate) == "80.00%"
    assert percent(sampling.non_response) == "25.00%"


def test_what_was_not_counted_has_no_rate() -> None:
    sampling = of_size(120).sampling
    assert (sampling.recovery_rate, sampling.non_response, sampling.returned) == (None, None, 120)
    of_counts = result_of(counted(asked(rating("甲")), (10, 0, 0, 0, 0))).sampling
    assert (of_counts.returned, of_counts.valid_rate, of_counts.valid) == (None, None, 10)


@pytest.mark.parametrize(
    ("group", "title"),
    [
        ({"issued": "100"}, "回收 120 份，多于发放的 100"),
        ({"returned": "100"}, "有效 120 份，多于回收的 100"),
        ({"population": "100"}, "有效 120 份，多于总体的 100"),
    ],
)
def test_more_than_there_can_be_is_an_error(group: dict[str, object], title: str) -> None:
    finding = found(of_size(120, **group), "more_than_whole")
    assert finding is not None
    assert (finding.severity, finding.title) == (Severity.ERROR, title)


def test_another_number_of_sheets_than_stated_is_pointed_out() -> None:
    finding = found(of_size(120, returned="137"), "returned_differs")
    assert finding is not None
    assert (finding.stated, finding.expected) == ("137 份", "120 份")
    assert found(of_size(120, returned="120"), "returned_differs") is None


def test_a_sample_below_what_the_population_needs_is_pointed_out() -> None:
    finding = found(of_size(137), "sample_below_needed")
    assert finding is not None
    assert (finding.severity, finding.expected) == (Severity.WARNING, "385 份")
    assert found(of_size(385), "sample_below_needed") is None
    assert found(of_size(60, population="60"), "sample_below_needed") is None


def test_fewer_than_thirty_answers_are_pointed_out_unless_there_are_no_more_people() -> None:
    finding = found(of_size(29), "few_answers")
    assert finding is not None
    assert "一份答卷就是 3.4 个百分点" in finding.explanation
    assert found(of_size(30), "few_answers") is None
    assert found(of_size(19, population="19"), "few_answers") is None


def test_a_question_few_answered_is_named() -> None:
    questionnaire = asked(rating("甲"), rating("乙"))
    finding = found(result_of(counted(questionnaire, (90, 10, 0, 0, 0), (20, 1, 0, 0, 0))), "few_answers")
    assert finding is not None
    assert (finding.severity, finding.stated) == (Severity.NOTE, "乙（21 份）")


def test_questions_that_do_not_agree_are_pointed_out() -> None:
    questionnaire = asked(rating("甲"), rating("乙"))
    against = result_of(as_sheets(questionnaire, (20, 0, 0, 0, 20), (20, 0, 0, 20, 0)))
    finding = found(against, "low_alpha")
    assert finding is not None
    assert finding.severity is Severity.NOTE


def test_a_group_that_is_half_of_the_people_and_a_tenth_of_the_sheets_is_pointed_out() -> None:
    many, few = of_size(90, population="1000"), of_size(10, population="1000")
    (finding,) = study_result(study(), [many, few]).findings
    assert (finding.check, finding.stated, finding.expected) == ("survey.group_underrepresented", "10.00%", "50.00%")
    assert not study_result(
        study(), [many, of_size(31, population="1000")]
    ).findings  # 31 of 121 is more than a quarter
    assert not study_result(study(combination="等权"), [many, few]).findings
    assert not study_result(study(), [many, of_size(10)]).findings


def test_a_group_without_a_composite_leaves_the_whole_open() -> None:
    nothing = result_of(counted(asked(rating("甲")), (0, 0, 0, 0, 0)))
    assert study_result(study(), [of_size(40), nothing]).composite is None
