"""What one question comes to: counts, shares of the right base, contributions apart from shares, means, remarks."""

from fractions import Fraction
from typing import Any

import pytest
from tests.surveys.statistics.asking import FIVE, SIX, asked, counted, percent, rating, result_of, sheets

BLANK, NOT_ASKED, UNREADABLE = -2, -3, -1


def test_shares_are_of_those_who_have_an_opinion_and_contributions_stand_beside_them() -> None:
    questionnaire = asked(rating("态度", SIX))
    result = result_of(sheets(questionnaire, 态度=[0] * 6 + [1] * 2 + [2] * 2 + [5, BLANK, NOT_ASKED, UNREADABLE]))
    (question,) = result.questions
    assert (question.answered, question.base, question.no_opinion) == (11, 10, 1)
    assert (question.blank, question.not_asked, question.unreadable) == (1, 1, 1)
    shares = [percent(option.share) for option in question.options]
    assert shares == ["60.00%", "20.00%", "20.00%", "0.00%", "0.00%", "—"]
    weighted = [percent(option.contribution) for option in question.options]
    assert weighted == ["60.00%", "15.00%", "10.00%", "0.00%", "0.00%", "—"]
    assert percent(question.composite) == "85.00%"


def test_options_written_worst_first_are_weighed_by_what_they_say() -> None:
    result = result_of(sheets(asked(rating("态度", FIVE[::-1])), 态度=[4, 4, 4, 0]))
    assert percent(result.composite) == "75.00%"


def test_where_satisfaction_is_not_asked_not_knowing_is_an_answer() -> None:
    known = {"id": "了解", "text": "您对政策的了解程度", "options": ["了解", "不了解"], "role": "了解程度"}
    (question,) = result_of(sheets(asked(known), 了解=[0, 1, 1, 1])).questions
    assert (question.base, percent(question.options[1].share)) == (4, "75.00%")
    assert question.composite is None
    assert question.options[0].weight is None


def test_what_is_written_to_say_nothing_is_outside_the_base_anywhere() -> None:
    options = ["了解", "不了解", {"text": "拒答", "no_opinion": "是"}]
    known = {"id": "了解", "text": "您对政策的了解程度", "options": options}
    (question,) = result_of(sheets(asked(known), 了解=[0, 1, 1, 2])).questions
    assert (question.answered, question.base, question.no_opinion) == (4, 3, 1)


def test_of_a_multiple_choice_shares_are_of_people() -> None:
    several = {"id": "渠道", "text": "从哪里知道", "kind": "多选", "options": ["网站", "窗口", "电话"]}
    (question,) = result_of(sheets(asked(several), 渠道=[[0, 1], [1], [], None, [-1], [1, 1]])).questions
    assert (question.answered, question.blank, question.not_asked, question.unreadable) == (3, 1, 1, 1)
    assert [option.count for option in question.options] == [1, 3, 0]
    assert [percent(option.share) for option in question.options] == ["33.33%", "100.00%", "0.00%"]


def test_a_multiple_choice_of_which_only_counts_are_known_has_no_base_unless_it_is_said() -> None:
    several = asked({"id": "渠道", "text": "从哪里知道", "kind": "多选", "options": ["网站", "窗口"]})
    (question,) = result_of(counted(several, (7, 5))).questions
    assert question.options[0].share is None
    assert "没有写明多少人" in question.why


@pytest.mark.parametrize(
    ("scale", "values", "scheme", "composite"),
    [
        ({}, ["5", "4", "3", "3"], "100/75/50/25/0", "68.75%"),  # as many points as the scheme has weights
        ({"low": "0", "high": "10"}, ["8", "9.5", "10", "0"], "分值÷10", "68.75%"),  # 27.5 of 40
        ({"low": "0", "high": "100"}, ["90", "85.5"], "分值÷100", "87.75%"),
    ],
)
def test_a_scale_is_weighed_by_its_points_or_by_its_highest(
    scale: dict[str, str], values: list[str], scheme: str, composite: str
) -> None:
    question = {"id": "打分", "text": "请打分", "kind": "量表", "role": "满意度", "scale": scale}
    (result,) = result_of(sheets(asked(question), 打分=values)).questions
    assert result.scheme is not None
    assert (result.scheme.name, percent(result.composite)) == (scheme, composite)
    assert result.mean == sum(map(Fraction, values)) / len(values)


def test_values_beyond_the_scale_are_no_answers() -> None:
    question = {"id": "打分", "text": "请打分", "kind": "量表", "role": "满意度"}
    (result,) = result_of(sheets(asked(question), 打分=["5", "6", "0.5", None])).questions
    assert (result.base, result.unreadable, result.blank) == (1, 2, 1)


def test_who_was_not_asked_left_nothing_empty() -> None:
    been = {"id": "去过", "text": "是否去过大厅", "options": ["是", "否"]}
    times = {"id": "次数", "text": "去过几次", "kind": "数字", "only_if": {"question": "去过", "among": ["是"]}}
    answers = sheets(asked(been, times), 去过=[0, 0, 1, 1], 次数=["3", None, None, None])
    question = result_of(answers).questions[1]
    assert (question.answered, question.blank, question.not_asked) == (1, 1, 2)
    assert question.mean == 3


def test_remarks_of_the_same_wording_are_counted_together_and_contraries_are_not() -> None:
    open_ = {"id": "意见", "text": "您的意见", "kind": "填空"}
    texts: list[str | None] = [
        "窗口的工作人员服务态度很好",
        "窗口的工作人员服务态度很好。",
        "窗口工作人员服务态度很好！",
    ]
    texts += ["窗口的工作人员服务态度不好", "暂无", "没有", None]
    (question,) = result_of(sheets(asked(open_), 意见=texts)).questions
    assert [(remark.text, remark.count) for remark in question.remarks] == [
        ("窗口的工作人员服务态度很好", 3),
        ("暂无", 2),
        ("窗口的工作人员服务态度不好", 1),
    ]
    assert set(question.remarks[0].alike) == {"窗口的工作人员服务态度很好。", "窗口工作人员服务态度很好！"}


@pytest.mark.parametrize(
    ("question", "stated", "why"),
    [
        (rating("态度", ["非常满意", "满意", "一般", "不满意"]), {}, "赋值办法 A 没有规定 4 个选项的赋值"),
        (rating("态度", ["好", "差", "满意"], role="满意度"), {}, "选项不都是由高到低的满意程度"),
        (rating("态度", kind="多选", role="满意度"), {}, "多选题不计算满意度"),
        (rating("态度"), {"scheme": {"name": "自定", "weights": ["100", "50", "0"]}}, "“自定”没有规定 5 个选项"),
        (rating("态度", option_weights=["100", "80", "60", "40", "120"]), {}, "不都在 0 到 100 之间"),
    ],
)
def test_what_has_no_weights_is_not_computed_and_says_why(
    question: dict[str, object], stated: dict[str, Any], why: str
) -> None:
    chosen: list[object] = [[0], [1]] if question.get("kind") == "多选" else [0, 1]
    result = result_of(sheets(asked(question), 态度=chosen), **stated)
    assert result.questions[0].composite is None
    assert why in result.questions[0].why
    assert result.composite is None
    assert why in result.why


def test_weights_written_at_a_question_come_first() -> None:
    question = rating("态度", ["满意", "一般", "不满意", "不了解"], option_weights=["100", "60", "0"])
    result = result_of(sheets(asked(question), 态度=[0, 1, 1, 3]), scheme="F")
    assert percent(result.composite) == "73.33%"
    assert result.scheme is not None
    assert result.scheme.name == "100/60/0"


def test_nobody_who_answered_gives_no_value() -> None:
    result = result_of(sheets(asked(rating("态度", SIX), rating("效率", SIX)), 态度=[5, 5], 效率=[0, 0]))
    assert (result.composite, result.why) == (None, "“态度”：没有一份有效回答")
    assert percent(result.questions[1].composite) == "100.00%"
