"""Whoever follows the way with a pen answers just the questions that the conditions put to them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.skipping import Jump, way_through

OPTIONS = ("甲", "乙", "丙")
Answers = list[set[str]]


def asked_by_conditions(questionnaire: Questionnaire, answers: Answers) -> list[int]:
    """The second way to see it: a question is asked if its condition's question was, and one of the answers given."""
    given_answers: dict[str, set[str]] = {}
    asked = []
    for number, question in enumerate(questionnaire.questions):
        wanted = question.only_if
        if wanted is None or given_answers.get(wanted.question, set()) & set(wanted.among):
            asked.append(number)
            given_answers[question.id] = answers[number]
    return asked


def asked_by_pen(questionnaire: Questionnaire, answers: Answers) -> list[int]:
    """Goes from question to question, looks at what is told there, and jumps where an answer says so."""
    way = way_through(questionnaire)
    at: int | None = 0
    asked: list[int] = []
    while at is not None and at < len(questionnaire.questions):
        question = questionnaire.questions[at]
        if at in way.told:
            assert question.only_if is not None
            source = int(question.only_if.question[1:-1]) - 1
            if source not in asked or not answers[source] & set(question.only_if.among):
                at += 1
                continue
        asked.append(at)
        chosen = {OPTIONS.index(answer) for answer in answers[at]}
        jumps = [jump for jump in way.after(at) if bool(chosen & set(jump.options)) != jump.unless]
        at = jumps[0].to if jumps else at + 1
    return asked


@st.composite
def questionnaires(draw: st.DrawFn) -> tuple[Questionnaire, Answers]:
    questions: list[dict[str, Any]] = []
    answers: Answers = []
    for number in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(["单选", "多选"]))
        question: dict[str, Any] = {"text": "问", "kind": kind, "options": OPTIONS}
        if number and draw(st.booleans()):
            among = draw(st.sets(st.sampled_from(OPTIONS), min_size=1))
            question["only_if"] = {"question": f"第{draw(st.integers(1, number))}题", "among": tuple(sorted(among))}
        questions.append(question)
        answers.append(draw(st.sets(st.sampled_from(OPTIONS), min_size=1, max_size=1 if kind == "单选" else 3)))
    return Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": questions}), answers


@given(questionnaires())
def test_the_pen_asks_what_the_conditions_ask(case: tuple[Questionnaire, Answers]) -> None:
    questionnaire, answers = case
    assert asked_by_pen(questionnaire, answers) == asked_by_conditions(questionnaire, answers)


def questionnaire(*conditions: tuple[str, str] | None, kind: str = "单选") -> Questionnaire:
    questions = [
        {"text": "问", "kind": kind, "options": OPTIONS}
        | ({} if condition is None else {"only_if": {"question": condition[0], "among": tuple(condition[1])}})
        for condition in conditions
    ]
    return Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": questions})


def test_a_row_of_questions_for_some_is_jumped_by_the_others() -> None:
    way = way_through(questionnaire(None, ("第1题", "甲"), ("第1题", "甲"), None))
    assert way.jumps == (Jump(0, (1, 2), 3),)
    assert not way.told


def test_questions_at_the_end_are_jumped_to_the_end() -> None:
    assert way_through(questionnaire(None, ("第1题", "甲乙"))).jumps == (Jump(0, (2,), None),)


def test_a_question_apart_says_itself_who_is_to_answer_it() -> None:
    way = way_through(questionnaire(None, None, ("第1题", "甲")))
    assert not way.jumps
    assert way.told == {2}


def test_of_several_choices_the_lack_of_all_is_what_jumps() -> None:
    way = way_through(questionnaire(None, ("第1题", "甲乙"), None, kind="多选"))
    assert way.jumps == (Jump(0, (0, 1), 2, unless=True),)


def test_what_depends_on_a_question_that_says_itself_who_is_to_answer_says_it_too() -> None:
    way = way_through(questionnaire(None, None, ("第1题", "甲"), ("第3题", "甲")))
    assert way.told == {2, 3}
