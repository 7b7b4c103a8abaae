"""Tables of counts, the size of a deviation, and what stands in brackets behind a formula."""

import pytest
from tests.language.numbers.scoring import read, score, unread


def test_one_line_of_a_table_is_no_step() -> None:
    sentence = "迟报1次扣1分，2次扣3分，3次及以上不得分。"
    assert [score(sentence, faults=faults) for faults in ("0", "1", "2", "3")] == ["5.00", "4.00", "2.00", "0.00"]


def test_a_table_of_delays_leaves_open_what_it_does_not_tell() -> None:
    sentence = "按期得满分；逾期1天扣1分，逾期2天扣3分，逾期3天及以上不得分。"
    assert [score(sentence, delay=days) for days in ("0", "2", "3")] == ["5.00", "2.00", "0.00"]
    assert score(sentence, delay="1.5") == "延误时间为 1.5，规则没有规定这种情形如何计分"


def test_beside_a_further_limit_alone_one_event_stays_a_step() -> None:
    assert score("发现1次扣1分，4次以上不得分。", faults="3") == "2.00"


@pytest.mark.parametrize(("actual", "points"), [("107", "3.00"), ("93", "3.00"), ("104", "5.00")])
def test_the_adjustment_of_a_budget_is_compared_without_its_sign(actual: str, points: str) -> None:
    assert score("预算调整率不超过5%得满分，每超1个百分点扣1分。", actual=actual, base="100") == points


def test_an_adjustment_defined_as_a_quotient_is_that_quotient() -> None:
    sentence = "预算调整率=预算调整数÷预算数×100%。预算调整率不超过5%得满分，每超1个百分点扣1分。"
    assert score(sentence, actual="7", base="100") == "3.00"


def test_directions_of_their_own_keep_the_sign_of_a_deviation() -> None:
    sentence = "偏差率为0的得满分；负偏差每1个百分点扣0.4分，正偏差每1个百分点扣0.1分。"
    assert [score(sentence, rate=rate) for rate in ("0", "-5%", "5%")] == ["5.00", "3.00", "4.50"]


def test_a_clause_in_brackets_behind_a_formula_counts() -> None:
    sentence = "得分=完成率×权重（完成率低于60%的不得分）。"
    assert [score(sentence, rate=rate) for rate in ("70%", "59%")] == ["3.50", "0.00"]
    assert unread("得分=完成率×权重（扣除不可抗力因素后）。")


def test_a_proportion_within_a_range_says_what_it_was_taken_for() -> None:
    notes = read("80%-95%按比例得分，95%以上得满分，80%以下不得分。").notes
    assert any("按与95%之比计分" in note for note in notes)


def test_a_formula_that_no_range_is_left_for_keeps_a_sentence_unread() -> None:
    assert unread("90%以上得满分，90%以下得2分，得分=完成率×权重。")


@pytest.mark.parametrize(
    "sentence",
    [
        "执行率达到90%得满分，每低1个百分点扣0.5分。如：执行率80%不得分。",
        "低于平均值的得满分，高于平均值的按平均值/实际值×权重得分。",
    ],
)
def test_examples_and_empty_formulas_are_no_tiers(sentence: str) -> None:
    assert unread(sentence)
