"""Satisfaction from counts: the figures of the two reports, from unrounded questions."""

from fractions import Fraction

import pytest
from tests.facts.cases import XINXIANG_SURVEY, base_of, table, value, written

from jixiao.facts import Ambiguous, Missing, survey_scheme
from jixiao.quantities import percent_text, round_half_up

QUESTIONS = {
    "政策宣传": "98.36%",
    "依法行政": "98.36%",
    "服务态度": "98.18%",
    "服务效率": "98.18%",
    "办事效率": "98.18%",
    "信息公开": "98.36%",
    "总体评价": "98.18%",
}
YANJIN_STAFF = """\
调查对象,问题,计入综合,非常满意,比较满意,一般,不太满意,非常不满意
大厅工作人员,办公环境,是,49,5,1,0,0
,设施设备,是,45,9,1,0,0
,服务考评,是,47,7,1,0,0
,规章制度,是,46,7,2,0,0
,培训活动,是,47,7,1,0,0
,沟通协作,是,46,8,1,0,0
"""


def test_the_seven_questions_print_as_the_report_does() -> None:
    base = base_of(table("survey_counts", XINXIANG_SURVEY, scheme="A"))
    assert {name: percent_text(value(base, f"满意度〔{name}〕")) for name in QUESTIONS} == QUESTIONS


def test_the_composite_is_the_mean_of_the_unrounded_questions() -> None:
    base = base_of(table("survey_counts", XINXIANG_SURVEY, scheme="A"))
    composite = value(base, "综合满意度〔服务对象〕")
    assert composite == sum(value(base, f"满意度〔{name}〕") for name in QUESTIONS) / 7 == Fraction(3769, 3836)
    assert percent_text(composite) == "98.25%"
    rounded = [Fraction(round_half_up(value(base, f"满意度〔{name}〕"), 4)) for name in QUESTIONS]
    assert percent_text(Fraction(sum(rounded), 7)) == "98.26%"


def test_the_derivation_of_a_question_shows_every_answer() -> None:
    base = base_of(table("survey_counts", XINXIANG_SURVEY, scheme="A"))
    assert written(base, "满意度〔服务效率〕") == ("(132 × 100% + 0 × 75% + 5 × 50% + 0 × 25%) ÷ (132 + 0 + 5 + 0 + 0)")


def test_the_staff_survey_of_the_other_report_follows_from_the_two_best_answers() -> None:
    base = base_of(table("survey_counts", YANJIN_STAFF, scheme="E"))
    assert percent_text(value(base, "综合满意度")) == "97.88%"


def test_answers_of_no_opinion_leave_the_base() -> None:
    text = "调查对象,问题,计入综合,非常满意,比较满意,一般,不太满意,非常不满意,不了解\n群众,投诉,是,48,18,8,0,0,4\n"
    base = base_of(table("survey_counts", text, scheme="E"))
    assert value(base, "满意度〔投诉〕") == Fraction(66, 74)
    assert value(base, "不了解〔投诉〕") == 4


def test_a_question_that_does_not_count_has_a_value_but_no_part_in_the_composite() -> None:
    text = XINXIANG_SURVEY.replace("总体评价,是,131,2,4", "总体评价,否,0,0,137")
    base = base_of(table("survey_counts", text, scheme="A"))
    assert value(base, "满意度〔总体评价〕") == Fraction(1, 2)
    assert value(base, "综合满意度") > Fraction("0.98")


def test_two_groups_of_respondents_need_to_be_named_where_both_have_the_quantity() -> None:
    headings = "调查对象,问题,计入综合,非常满意,比较满意,一般,不太满意,非常不满意\n"
    rows = "群众,大厅,是,1,0,0,0,0\n企业,网站,是,0,1,0,0,0\n"
    base = base_of(table("survey_counts", headings + rows, scheme="A"))
    assert value(base, "满意度〔大厅〕") == 1
    with pytest.raises(Ambiguous, match="综合满意度〔群众〕；综合满意度〔企业〕"):
        value(base, "综合满意度")
    assert value(base, "综合满意度〔企业〕") == Fraction(3, 4)


def test_a_group_of_respondents_does_not_make_the_department_a_department_of_two_bodies() -> None:
    survey = table("survey_counts", XINXIANG_SURVEY, scheme="A")
    staff = table("staff", "机构,编制数,在职人员数\n局本级,17,11\n")
    assert value(base_of(survey, staff), "在职人员数") == 11


def test_a_count_that_is_not_stated_leaves_the_satisfaction_open() -> None:
    base = base_of(table("survey_counts", XINXIANG_SURVEY.replace("132,0,5,0,0", "132,-,5,0,0"), scheme="A"))
    with pytest.raises(Missing, match="第 5 行“比较满意”"):
        value(base, "综合满意度")


def test_the_schemes_weigh_the_best_answer_fully_and_never_rise() -> None:
    for name in "ABCDE":
        scheme = survey_scheme(name)
        assert scheme is not None
        assert scheme.weights[0] == 1
        assert list(scheme.weights) == sorted(scheme.weights, reverse=True)
