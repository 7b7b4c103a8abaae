"""What a sentence says beside its rule is meant by the rule, noted, or keeps the sentence unread."""

import pytest
from tests.language.reading import read, score, why_unread

_BASE = "每发生一次违规扣1分"


@pytest.mark.parametrize(
    "proviso",
    [
        "不可抗力造成的除外",
        "应急抢险项目例外",
        "跨年度项目另行计算",
        "不含追加预算",
        "仅限本年度新立项目",
        "特殊情况由评价组另行确定",
        "延期经批准的按批准时间计算",
        "同一问题不重复扣分",
    ],
)
def test_whom_or_what_a_rule_leaves_out_is_said_in_a_note(proviso: str) -> None:
    sentence = f"{_BASE}，{proviso}，扣完为止。"
    assert score(sentence, "5", {"faults": "2"}) == "3.00"
    assert any(f"“{proviso}”" in note for note in read(sentence).notes)


@pytest.mark.parametrize(
    "changed",
    ["连续两年的扣分翻倍", "未及时整改的减半计分", "两者取高", "视情况酌情扣分", "情节严重的按差评定"],
)
def test_what_changes_the_score_and_is_no_part_of_the_rule_keeps_a_sentence_unread(changed: str) -> None:
    assert why_unread(f"①有制度；②有记录。每符合一项得50%权重分。{changed}。")


@pytest.mark.parametrize("limit", ["最多扣1分", "累计扣分不超过权重的20%", "最高得4分", "本项按权重分的80%计分"])
def test_a_limit_that_the_rule_does_not_hold_keeps_a_sentence_unread(limit: str) -> None:
    assert why_unread(f"①有制度，占20%；②有记录，占80%。{limit}。")


def test_a_limit_that_the_rule_holds_is_read() -> None:
    assert score("每发生一次违规扣1分，累计扣分不超过3分。", "5", {"faults": "4"}) == "2.00"


@pytest.mark.parametrize("heading", ["指标解释：反映执行情况，最高不超过权重的80%。", "备注：情节轻微的可适当减轻。"])
def test_what_a_heading_hides_is_not_lost(heading: str) -> None:
    assert why_unread(f"{heading}评分规则：每发生一次违规扣1分，扣完为止。")


def test_an_example_is_noted_and_a_rule_behind_it_is_not_taken_for_one() -> None:
    plain = "按达标率乘以权重计分，例如达标率80%，则得4分"
    assert any("例如" in note for note in read(f"{plain}。").notes)
    assert score(f"{plain}，低于37%的不得分。", "5", {"rate": "0.36"}) == "0.00"
