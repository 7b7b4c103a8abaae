"""The composite of a group: three ways, unrounded, the same from sheets as from counts."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.surveys.statistics.asking import FIVE, SIX, as_sheets, asked, counted, percent, rating, result_of, sheets

from jixiao.refusals import Refusal
from jixiao.surveys.results import Method

TWO = asked(rating("甲", SIX), rating("总体", SIX, role="总体满意度"))
HERE = {"甲": [0, 0, 2, 5], "总体": [0, 2, 2, 2]}  # 2.5 of 3 = 83.33 %, 2.5 of 4 = 62.5 %


@pytest.mark.parametrize(
    ("overall", "value"),
    [("各题平均", "72.92%"), ("总体题", "62.50%"), ("合并计算", "71.43%")],  # 5 of 7
)
def test_a_composite_is_put_together_as_the_study_says(overall: str, value: str) -> None:
    assert percent(result_of(sheets(TWO, **HERE), overall=overall).composite) == value
    assert percent(result_of(counted(TWO, (2, 0, 1, 0, 0, 1), (1, 0, 3, 0, 0, 0)), overall=overall).composite) == value


def test_questions_count_by_their_weights_and_not_at_all_where_it_is_said() -> None:
    questionnaire = asked(rating("甲", weight="3"), rating("乙", weight="0.5"), rating("丙", counts="否"))
    result = result_of(sheets(questionnaire, 甲=[0, 0], 乙=[2, 2], 丙=[4, 4]))
    assert result.composite == (Fraction(3) + Fraction(1, 4)) / Fraction(7, 2)
    assert result.questions[2].composite == 0


@pytest.mark.parametrize("roles", [[], ["总体满意度", "总体满意度"]])
def test_the_question_about_the_whole_must_be_one(roles: list[str]) -> None:
    questions = [rating(f"问{number}", role=role) for number, role in enumerate(roles or ["满意度"])]
    answers = {str(question["id"]): [0] for question in questions}
    result = result_of(sheets(asked(*questions), **answers), overall="总体题")
    assert result.composite is None
    assert "总体满意度" in result.why


def test_without_a_question_about_satisfaction_there_is_no_composite() -> None:
    result = result_of(sheets(asked({"id": "性别", "text": "性别", "options": ["男", "女"]}), 性别=[0]))
    assert result.composite is None
    assert result.why.startswith("没有计入综合满意度的题目：没有一题的选项都是满意程度")


@settings(max_examples=25)
@given(st.data())
def test_sheets_and_counts_of_them_come_to_the_same(data: st.DataObject) -> None:
    people = data.draw(st.integers(1, 25))
    codes = st.lists(st.integers(0, 4), min_size=people, max_size=people)
    columns = {name: data.draw(codes) for name in ("甲", "乙", "丙")}
    overall = data.draw(st.sampled_from(["各题平均", "合并计算"]))
    scheme = data.draw(st.sampled_from("ABCDE"))
    questionnaire = asked(*map(rating, columns))
    counts = [tuple(column.count(code) for code in range(5)) for column in columns.values()]
    one = result_of(sheets(questionnaire, **columns), scheme=scheme, overall=overall)
    other = result_of(counted(questionnaire, *counts), scheme=scheme, overall=overall)
    assert one.composite == other.composite
    assert [question.options for question in one.questions] == [question.options for question in other.questions]
    for question in one.questions:
        shares = [option.share for option in question.options if option.share is not None]
        contributions = [option.contribution for option in question.options if option.contribution is not None]
        assert sum(shares) == 1
        assert sum(contributions) == question.composite


@settings(max_examples=25)
@given(st.data())
def test_alpha_is_that_of_the_scores_of_complete_sheets(data: st.DataObject) -> None:
    people, questions = data.draw(st.integers(2, 30)), data.draw(st.integers(2, 5))
    rows = data.draw(
        st.lists(
            st.lists(st.sampled_from([0, 1, 2, 3, 4, -2]), min_size=questions, max_size=questions),
            min_size=people,
            max_size=people,
        )
    )
    names = [f"问{number}" for number in range(questions)]
    columns = {name: [row[number] for row in rows] for number, name in enumerate(names)}
    columns = {name: [*column, 0] for name, column in columns.items()}  # somebody answered every question
    alpha = result_of(sheets(asked(*map(rating, names)), **columns)).alpha
    complete = np.array([row for row in rows if -2 not in row] + [[0] * questions])
    scores = 1 - complete / 4
    whole = scores.sum(axis=1).var()
    if whole == 0:
        assert alpha is None
    else:
        expected = questions / (questions - 1) * (1 - scores.var(axis=0).sum() / whole)
        assert alpha is not None
        assert float(alpha) == pytest.approx(expected, abs=1e-9)


def test_one_question_alone_and_counts_alone_have_no_alpha() -> None:
    assert result_of(as_sheets(asked(rating("甲")), (5, 5, 0, 0, 0))).alpha is None
    assert result_of(counted(asked(rating("甲"), rating("乙")), (5, 5, 0, 0, 0), (5, 5, 0, 0, 0))).alpha is None


GENDER = {"id": "性别", "text": "您的性别", "topic": "性别", "options": ["男", "女", "其他"], "role": "身份"}


def test_subgroups_add_up_and_those_who_did_not_say_are_shown() -> None:
    answers = sheets(
        asked(GENDER, rating("甲"), rating("乙", SIX)), 性别=[0, 0, 1, -2], 甲=[0, 2, 4, 0], 乙=[0, 0, 5, 2]
    )
    (cross,) = result_of(answers).crosses
    assert [(each.answer, each.size, percent(each.composite)) for each in cross.subgroups] == [
        ("男", 2, "87.50%"),
        ("女", 1, "—"),  # nobody of them has an opinion on the second question
        ("未填写", 1, "75.00%"),
    ]
    assert list(cross.subgroups[1].by_question) == [Fraction(0), None]
    assert all(each.is_small for each in cross.subgroups)
    assert cross.subgroups[0].interval is not None
    assert cross.subgroups[0].interval.method is Method.NONE


def test_a_table_is_crossed_by_what_the_study_names() -> None:
    age = {"id": "年龄", "text": "年龄", "options": ["青年", "老年"]}
    answers = sheets(asked(GENDER, age, rating("甲")), 性别=[0, 1], 年龄=[0, 1], 甲=[0, 0])
    assert [cross.question.id for cross in result_of(answers).crosses] == ["性别"]
    assert [cross.question.id for cross in result_of(answers, {"cross": ["年龄"]}).crosses] == ["年龄"]
    with pytest.raises(Refusal, match=r"群众的 cross：读到“年令”.*是否要写“年龄”？"):
        result_of(answers, {"cross": ["年令"]})


def test_of_counts_there_are_no_subgroups_and_it_is_said() -> None:
    result = result_of(counted(asked(GENDER, rating("甲")), (3, 3, 0), (6, 0, 0, 0, 0)), {"cross": ["性别"]})
    assert result.crosses == ()
    assert "群众不能做交叉分析" in [finding.title for finding in result.findings]


def test_weights_too_fine_to_be_added_up_are_refused() -> None:
    primes = ["100/99999971", "100/99999973", "100/99999979", "100/99999983", "0"]
    question = rating("甲", FIVE, option_weights=["100", *primes[:3], "0"])
    with pytest.raises(Refusal, match="小数位数较少的赋值"):
        result_of(sheets(asked(question), 甲=[0, 1, 2, 3]))
