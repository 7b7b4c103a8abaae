"""What is odd in a questionnaire is said, question by question; what is usual is not."""

import pytest

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.surveys.proofreading import proofread
from jixiao.surveys.questionnaire import Questionnaire


def said(*questions: str) -> list[str]:
    lines = "".join(f"- {question}\n" for question in questions)
    document = parse_yaml(f"title: 问卷\ngroup: 群众\nquestions:\n{lines}", "q.yaml")
    return [
        f"{finding.places[0]} {finding.explanation}"
        for finding in proofread(validate(document, Questionnaire), document)
    ]


def satisfied(options: str) -> list[str]:
    return said(f"{{text: 您是否满意？, options: [{options}]}}")


@pytest.mark.parametrize(
    "options",
    [
        "非常满意, 比较满意, 一般, 不太满意, 非常不满意, 不了解",
        "很不满意, 不满意, 一般, 满意, 很满意",
        "满意, 一般, 不满意",
        "满意, 不满意",
        "了解, 不了解",
    ],
)
def test_usual_options_are_right(options: str) -> None:
    assert satisfied(options) == []


@pytest.mark.parametrize(
    ("options", "explanation"),
    [
        ("很满意, 满意, 不满意, 很不满意", "缺少中间一档"),
        ("很满意, 满意, 一般, 不满意", "满意一边有 2 档，不满意一边有 1 档"),
        ("很满意, 满意, 比较满意, 一般, 不满意", "“满意”、“比较满意”说的是同一档满意程度，本题不计入综合满意度"),
        ("很满意, 满意, 凑合, 不满意", "“凑合”看不出是哪一档满意程度，本题不计入综合满意度"),
        ("满意, 很满意, 一般, 不满意, 很不满意", "选项没有按满意程度依次排列"),
    ],
)
def test_options_that_do_not_measure_satisfaction_are_said(options: str, explanation: str) -> None:
    (only,) = satisfied(options)
    assert only.startswith("q.yaml，第 4 行 ")
    assert explanation in only


def bands(options: str) -> list[str]:
    return [each.split(" ", 3)[-1] for each in said(f"{{text: 多大？, options: [{options}]}}")]


@pytest.mark.parametrize(
    "options",
    [
        "20岁以下, 20-39岁, 40-59岁, 60岁及以上",
        "20岁以下, 20～40岁, 41～60岁, 60岁以上",
        "29岁及以下, 30—44岁, 45—59岁, 60岁及以上",
        "不满1年, 满1年不满5年, 满5年不满10年, 满10年",
        "1次, 2次, 3次及以上",
        "30分钟以内, 1小时以内, 半天",
        "男, 女",
        "A.18-25, B.26-35, C.36以上",
    ],
)
def test_bands_that_hold_every_number_once_are_right(options: str) -> None:
    assert bands(options) == []


@pytest.mark.parametrize(
    ("options", "explanation"),
    [
        ("20-30岁, 30-40岁", "“20-30岁”和“30-40岁”都含 30，"),
        ("30岁及以下, 25～40岁, 40岁及以上", "“30岁及以下”和“25～40岁”都含 25 至 30，"),
        ("18—25岁, 27—35岁", "“18—25岁”和“27—35岁”之间漏掉了 26，"),
        ("A.20岁以下, B.25-40岁", "“20岁以下”和“25-40岁”之间漏掉了 21 至 24，"),
        ("不满18岁, 20岁以上", "“不满18岁”和“20岁以上”之间漏掉了 18 至 19，"),
    ],
)
def test_a_number_in_two_bands_or_in_none_is_said(options: str, explanation: str) -> None:
    assert any(explanation in each for each in bands(options))


def test_a_condition_that_holds_for_everybody_is_said() -> None:
    first, second = "{text: 去过吗？, options: [去过, 没有]}", "text: 为何？\n  kind: 填空\n  only_if: "
    (only,) = said(first, f"{second}{{question: 第1题, among: [去过, 没有]}}")
    assert "条件列出了第1题的全部选项" in only
    assert said(first, f"{second}{{question: 第1题, among: [去过]}}") == []
