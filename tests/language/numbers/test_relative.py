"""Ranges counted from the target, from the far end of a slope, and on both sides of nothing."""

import pytest
from tests.language.numbers.scoring import read, score, unread

_BEYOND = "不超过目标值的得满分；超过目标值10%以内的得3分；{}—20%的得2分；20%以上的不得分。"


@pytest.mark.parametrize("later", ["10%", "超过目标值10%"])
def test_a_range_may_be_told_by_the_share_of_the_target_it_lies_beyond(later: str) -> None:
    sentence = _BEYOND.format(later)
    points = [score(sentence, target="≤40万元", actual=actual) for actual in ("40", "44", "45", "48")]
    assert points == ["5.00", "3.00", "2.00", "0.00"]


def test_beside_a_target_of_a_hundred_per_cent_points_and_shares_are_the_same() -> None:
    assert score(_BEYOND.format("10%"), target="≤100%", rate="115%") == "2.00"


def test_beside_another_rate_it_stays_open_whether_points_or_a_share_are_meant() -> None:
    assert unread(_BEYOND.format("10%"), target="≤90%")


def test_a_range_below_the_target_lies_on_its_other_side() -> None:
    sentence = "达到目标值得满分；低于目标值10%以内（含10%）的得3分；低于目标值10%以上的不得分。"
    assert [score(sentence, target="≥50件", actual=actual) for actual in ("45", "44")] == ["3.00", "0.00"]


def test_falling_short_of_a_share_of_the_target_is_no_distance_from_it() -> None:
    sentence = "达到目标值得满分；未达到的，得分=实际值/目标值×权重；不足目标值60%的不得分。"
    assert [score(sentence, target="80家", actual=actual) for actual in ("50", "47")] == ["3.13", "0.00"]


def test_a_step_may_be_a_share_of_the_target() -> None:
    sentence = "成本不高于目标值得满分；高于目标值的，每超过目标值的1%扣权重分的2%；超过目标值20%的不得分。"
    points = [score(sentence, target="≤45元", actual=actual) for actual in ("49.5", "55")]
    assert points == ["4.00", "0.00"]  # 49.5 = 45 × 110%: 10 steps of 2%


def test_a_further_slope_begins_as_far_beyond_as_is_said() -> None:
    sentence = (
        "不超过95%得满分；超出5个百分点以内的部分，每1个百分点扣0.1分；超出5个百分点以外的部分，每1个百分点扣0.5分。"
    )
    assert [score(sentence, rate=rate) for rate in ("98%", "102%")] == ["4.70", "3.50"]


@pytest.mark.parametrize(("rate", "points"), [("2%", "5.00"), ("-4%", "4.00"), ("5%", "4.40"), ("-2%", "5.00")])
def test_the_two_directions_of_a_deviation_may_have_names_and_slopes_of_their_own(rate: str, points: str) -> None:
    sentence = "收入偏差率在±2%以内得满分；短收超过2%的，每超1个百分点扣0.5分；超收超过2%的，每超1个百分点扣0.2分。"
    assert score(sentence, rate=rate) == points


def test_limits_of_both_directions_may_stand_side_by_side() -> None:
    sentence = "调增不超过10%、调减不超过20%的得满分；调增超限的每超1个百分点扣0.3分，调减超限的每超1个百分点扣0.1分。"
    assert [score(sentence, rate=rate) for rate in ("10%", "12%", "-25%")] == ["5.00", "4.40", "4.50"]


def test_heads_beyond_a_limit_of_a_hundred_per_cent_are_counted_as_heads() -> None:
    sentence = "控制率不超过100%得满分，每超出1人扣0.5分。"
    assert [score(sentence, excess=excess) for excess in ("0", "3")] == ["5.00", "3.50"]
    assert score(sentence, actual="53", base="50") == "3.50"


def test_being_short_by_so_many_counts_from_the_target() -> None:
    sentence = "达到目标得满分；每差1户扣0.1分，差20户及以上不得分。"
    assert [score(sentence, target="60户", actual=actual) for actual in ("50", "41", "40")] == ["4.00", "3.10", "0.00"]


def test_what_a_formula_means_is_no_clause_and_its_names_are_no_situations() -> None:
    sentence = (
        "合格率=（合格件数/抽检件数）×100%。合格件数：按时完成且验收合格的件数。"
        "合格率95%以上得满分，每低1个百分点扣0.2分。"
    )
    assert score(sentence, rate="93%") == "4.60"
    assert read(sentence).notes == ()


def test_how_far_something_fell_is_the_rate_of_falling() -> None:
    sentence = "能耗较上年下降5%及以上得满分；下降不足5%的得2分；持平或上升不得分。"
    assert [score(sentence, rate=rate) for rate in ("6%", "3%", "0", "-1%")] == ["5.00", "2.00", "0.00", "0.00"]
    assert score(sentence, current="95", previous="100") == "5.00"
    assert any("下降为正" in note for note in read(sentence).notes)
    assert score("能耗下降率达到5%得满分，每少1个百分点扣1分。", current="97", previous="100") == "3.00"


def test_falling_beside_rising_is_a_change_with_a_sign() -> None:
    sentence = "收入增长5%以上得满分，增长0-5%得2分，下降的不得分。"
    assert [score(sentence, rate=rate) for rate in ("5%", "1%", "-1%")] == ["5.00", "2.00", "0.00"]


def test_below_a_share_of_the_target_is_told_from_below_it_by_as_much() -> None:
    sentence = "达到目标值得满分，低于目标值{}不得分，其余得2分。"
    assert score(sentence.format("80%"), target="50件", actual="41") == "2.00"
    assert unread(sentence.format("20%"), target="50件")


def test_a_share_of_a_target_that_is_a_rate_does_not_stand_beside_plain_rates() -> None:
    sentence = "达到目标值得满分，低于目标值80%不得分，80%-100%之间按比例计分。"
    assert unread(sentence, target="≥90%")


def test_of_tiers_within_one_another_the_nearest_higher_one_ends_a_tier() -> None:
    sentence = "办结率100%得5分，95%以上得4分，90%以上得3分，90%以下不得分。"
    assert [score(sentence, rate=rate) for rate in ("100%", "96%", "91%", "89%")] == ["5.00", "4.00", "3.00", "0.00"]


def test_a_step_in_either_direction_counts_from_the_one_figure() -> None:
    sentence = "执行率达到100%的计5分，每超过（降低）5%扣1分。"
    assert [score(sentence, rate=rate) for rate in ("100%", "105%", "90%")] == ["5.00", "4.00", "3.00"]
