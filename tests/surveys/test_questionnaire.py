"""What a questionnaire as data takes for granted, and what it refuses."""

import pytest

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.refusals import Refusal
from jixiao.surveys.questionnaire import Questionnaire


def read(questions: str) -> Questionnaire:
    return validate(parse_yaml(f"title: 问卷\ngroup: 群众\nquestions:\n{questions}", "q.yaml"), Questionnaire)


def refused(questions: str) -> str:
    with pytest.raises(Refusal) as caught:
        read(questions)
    return str(caught.value)


def test_not_knowing_leaves_the_base_only_where_satisfaction_is_asked() -> None:
    asked = read(
        "- {text: 您是否满意？, options: [满意, 不满意, 不了解]}\n"
        "- {text: 您是否了解？, options: [很了解, 一般, 完全不了解], role: 了解程度}\n"
        "- {text: 您投诉过吗？, options: [投诉过, {text: 不清楚, no_opinion: 是}]}\n"
    )
    assert [[option.no_opinion for option in question.options] for question in asked.questions] == [
        [False, False, True],
        [False, False, False],
        [False, True],
    ]
    assert [option.degree for option in asked.questions[1].options] == [None, None, None]
    assert Questionnaire.model_validate(asked.model_dump()) == asked


def test_a_number_has_limits_only_where_they_are_written() -> None:
    asked = read(
        "- {text: 打几分？, kind: 量表}\n- {text: 几口人？, kind: 数字}\n"
        "- {text: 几岁？, kind: 数字, scale: {high: 120}}\n"
    )
    marks, people, age = (question.limits for question in asked.questions)
    assert marks is not None
    assert [marks.low, marks.high] == [1, 5]
    assert people is None
    assert age is not None
    assert [age.low, age.high] == [1, 120]


def test_an_answer_that_the_earlier_question_does_not_offer_is_refused_with_its_line() -> None:
    said = refused(
        "- {text: 去过吗？, options: [去过, 没有]}\n- text: 满意吗？\n  kind: 填空\n"
        "  only_if:\n    question: 第1题\n    among:\n    - 去过\n    - 来过\n"
    )
    assert said == (
        "q.yaml，第 11 行 questions 第 2 项的 only_if 的 among 第 2 项：读到“来过”，应为“去过”、“没有”之一。"
        "请照第1题的选项改写。"
    )


@pytest.mark.parametrize("question", ["第2题", "第3题", "第9题"])
def test_a_condition_on_what_is_no_earlier_question_with_options_is_refused(question: str) -> None:
    said = refused(
        "- {text: 去过吗？, options: [去过, 没有]}\n- {text: 几次？, kind: 数字}\n"
        f"- {{text: 为何？, kind: 填空, only_if: {{question: {question}, among: [去过]}}}}\n"
    )
    assert f"第 6 行 questions 第 3 项的 only_if 的 question：读到“{question}”，应为前面某一道选择题的题号" in said


def test_an_option_or_a_number_that_stands_twice_is_refused_with_its_line_and_nothing_else_is_said() -> None:
    assert refused("- text: 性别\n  options:\n  - 男\n  - 男\n") == (
        "q.yaml，第 7 行 questions 第 1 项的 options 第 2 项：读到第二个“男”，应为各不相同的选项。请删去重复的选项。"
    )
    twice = "- {text: 甲, kind: 填空, id: Q1}\n- {text: 乙, kind: 填空, id: Q1}\n"
    assert "第 5 行 questions 第 2 项（Q1）的 id：读到第二个“Q1”，应为各不相同的题号" in refused(twice)
