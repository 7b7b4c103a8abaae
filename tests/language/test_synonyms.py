"""Words that say the same as others, and explanations that say nothing of the score."""

from fractions import Fraction

import pytest
from tests.language.reading import score

from jixiao.language import Unread, parse_rule

_SAID_OTHERWISE: list[tuple[str, str, dict[str, object], str]] = [
    ("准确率达到90%的取满分，其余情形一律判零分。", "5", {"rate": "0.89"}, "0.00"),
    ("准确率达到90%的评满分，达不到90%的，每低1个百分点减去0.5分，不计负分。", "5", {"rate": "0.87"}, "3.50"),
    ("准确率与权重分之积为得分。", "8", {"rate": "0.75"}, "6.00"),
    ("准确率低于60%判0分；其余情况，以准确率直接乘以8分为本指标得分。", "8", {"rate": "0.75"}, "6.00"),
    ("每有一起误报扣1分，此项至多扣2分。", "6", {"faults": "5"}, "4.00"),
    ("误报每次扣1分，漏发每次扣2分，累计扣分以3分为限。", "6", {"faults": {"误报": "2", "漏发": "1"}}, "3.00"),
    ("计分办法如下：准确率达到90%得满分，否则不得分。得分保留两位小数。", "5", {"rate": "0.9"}, "5.00"),
    ("工期延误不足一个月的不扣分，每满一个月扣1分，扣完为止，按期完成得5分。", "5", {"delay": "2.6"}, "3.00"),
    ("抽检800批次以上得满分，不足800批次的按抽检批次占800批次的比例得分。", "8", {"actual": "600"}, "6.00"),
    ("偏差率在-4%至+8%之间（含两端）的得满分，否则不得分。", "5", {"rate": "0.08"}, "5.00"),
    (
        "用水量不高于800吨得满分；高于800吨的，得分=权重分×（1－超出量÷计划量）。",
        "4",
        {"actual": "1000"},
        "3.00",
    ),
    (
        "各任务实际值与目标值的偏差在-10%至10%之间视为达标，得分=达标任务数÷任务总数×权重。",
        "4",
        {"completions": ["0.95", "1.2"]},
        "2.00",
    ),
]


@pytest.mark.parametrize(("sentence", "weight", "given", "expected"), _SAID_OTHERWISE)
def test_other_words_for_the_same_give_the_same(
    sentence: str, weight: str, given: dict[str, object], expected: str
) -> None:
    assert score(sentence, weight, given) == expected


def test_steps_from_a_target_count_the_difference_wherever_the_target_is_named() -> None:
    for sentence in ("达标的计满分，每较目标值低1个百分点扣0.5分。", "每较目标值低1个百分点扣0.5分，达标的计满分。"):
        assert score(sentence, "5", {"rate": "0.8", "target": "0.84"}) == "3.00"


def test_a_step_beyond_the_target_without_a_length_stays_unread() -> None:
    understood = parse_rule("低于目标值的得满分，每高于目标值扣0.5分。", target="20天", weight=Fraction(5))
    assert isinstance(understood, Unread)
    assert "每一步" in understood.why
