"""The questionnaires that come with Jixiao can be put as they are, and ask for no more of a person than is needed."""

import pytest

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.surveys.blanks import blanks_of, filled
from jixiao.surveys.proofreading import proofread
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.ready import ready_documents, ready_questionnaires
from jixiao.surveys.skipping import way_through
from jixiao.surveys.study import Study

EACH = pytest.mark.parametrize("questionnaire", ready_questionnaires(), ids=lambda each: each.id)


def of_role(questionnaire: Questionnaire, role: str) -> list[Question]:
    return [question for question in questionnaire.questions if question.role == role]


def test_there_is_one_for_each_usual_group() -> None:
    assert sorted(ready_documents()) == sorted(["服务对象", "企业", "工作人员", "受益群众"])


@EACH
def test_each_asks_five_to_ten_items_that_count_one_overall_and_one_open_question(questionnaire: Questionnaire) -> None:
    assert 5 <= len(of_role(questionnaire, "满意度")) <= 10
    assert len(of_role(questionnaire, "总体满意度")) == 1
    assert len(of_role(questionnaire, "了解程度")) == 1
    assert [question.kind for question in questionnaire.questions].count("填空") == 1
    assert questionnaire.questions[-1].kind == "填空"
    assert not questionnaire.questions[-1].required


@EACH
def test_every_satisfaction_item_offers_five_degrees_and_not_knowing(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions:
        if question.is_counted:
            assert [option.degree for option in question.options] == [1, 2, 3, 4, 5, None]
            assert question.options[-1].no_opinion


@EACH
def test_who_has_nothing_to_judge_skips_the_items(questionnaire: Questionnaire) -> None:
    assert way_through(questionnaire).jumps
    assert not way_through(questionnaire).told


@EACH
def test_every_question_has_a_short_name_of_its_own(questionnaire: Questionnaire) -> None:
    topics = [question.topic for question in questionnaire.questions]
    assert all(0 < len(topic) <= 6 for topic in topics)
    assert len(set(topics)) == len(topics)


@EACH
def test_at_most_three_things_are_asked_about_the_person_and_no_name_or_number(questionnaire: Questionnaire) -> None:
    assert 1 <= len(of_role(questionnaire, "身份")) <= 3
    asked = "".join(question.text for question in questionnaire.questions)
    assert not any(word in asked for word in ("姓名", "电话", "手机号", "身份证", "住址"))
    assert "不记" in questionnaire.intro


def test_staff_are_not_asked_what_would_tell_who_answered() -> None:
    (staff,) = (each for each in ready_questionnaires() if each.id == "工作人员")
    assert not {"性别", "年龄"} & {question.topic for question in staff.questions}


@pytest.mark.parametrize("name", ready_documents())
def test_nothing_in_it_is_odd_and_no_blank_is_left(name: str) -> None:
    study = Study.model_validate(
        {"name": "调查", "year": "2023", "department": "甲县某局", "project": "某项目", "groups": [{"name": "群众"}]}
    )
    document = ready_documents()[name]
    questionnaire = validate(filled(document, study, parse_yaml("name: 调查\n", "study.yaml")), Questionnaire)
    assert not list(proofread(questionnaire, document))
    texts = (questionnaire.title, questionnaire.intro, *(question.text for question in questionnaire.questions))
    assert "{" not in "".join(texts)
    assert set(blanks_of(document)) <= {"部门", "年度", "项目"}
