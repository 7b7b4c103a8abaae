"""Full marks up to a figure, and what every step beyond it costs."""

import pytest
from tests.language.numbers.scoring import read, score, unread


@pytest.mark.parametrize(
    ("sentence", "rate", "points"),
    [
        ("拨付率不低于96%的给满分，每少1个百分点扣0.4分，扣完为止。", "93%", "3.80"),
        ("拨付率每低于96%一个百分点扣0.4分，扣至零分止；96%以上得满分。", "93%", "3.80"),
        ("低于96%的，每下降1个百分点减0.4分；拨付率达到或超过96%，满分", "93%", "3.80"),
        ("拨付率≥96%，得满分；反之，每降低2个百分点，扣减权重分的十分之一", "92%", "4.00"),
        ("拨付率达到96%及以上得100%权重分，每少1%，扣除权重分的8%，直至扣完", "93.5%", "4.00"),
    ],
)
def test_clauses_of_a_threshold_may_stand_in_any_order_and_wording(sentence: str, rate: str, points: str) -> None:
    assert score(sentence, rate=rate) == points


def test_more_than_what_earns_full_marks_earns_them_too() -> None:
    assert score("入户率100%得满分，每差1个百分点扣0.5分。", rate="104%") == "5.00"


@pytest.mark.parametrize(
    ("how", "points"),
    [
        ("不足2个百分点的按2个百分点计", "3.00"),
        ("不足2个百分点的不扣分", "4.00"),
        ("不足2个百分点的按比例折算", "3.50"),
        ("含不足2个百分点", "3.00"),
    ],
)
def test_an_incomplete_step_costs_what_the_sentence_says(how: str, points: str) -> None:
    assert score(f"验收率≥90%得满分，每低2个百分点（{how}）扣1分。", rate="87%") == points


def test_a_second_slope_goes_on_from_the_first() -> None:
    sentence = "满意率≥90%得满分；80%至90%之间，每低1个百分点扣0.1分；80%以下的部分，每低1个百分点扣0.2分，累计扣分。"
    assert score(sentence, rate="78%") == "3.60"  # 5 − 10 × 0.1 − 2 × 0.2


def test_beyond_a_further_limit_nothing_is_left() -> None:
    sentence = "闲置率≤5%得满分，每超过1个百分点扣0.2分，超过15%的不得分。"
    assert [score(sentence, rate=rate) for rate in ("15%", "15.1%")] == ["3.00", "0.00"]


def test_a_target_told_before_the_rule_is_where_counting_starts() -> None:
    assert score("年度目标维修管网12公里，完成得满分，每少1公里扣0.5分。", actual="10") == "4.00"
    assert score("回访率应达到80%，达到得满分；较目标每低10个百分点扣1分", rate="65%") == "3.50"


def test_the_target_cell_says_which_side_costs_points() -> None:
    sentence = "达到目标值得满分，每偏高1个百分点扣0.5分。"
    assert score("达到目标值得满分，每超出目标值1%，扣除0.5分。", target="≤8%", rate="10%") == "4.00"
    assert score(sentence, target="≤8%", rate="8%") == "5.00"


def test_a_target_left_open_is_taken_from_the_evidence() -> None:
    sentence = "达到目标值得满分，每低1个百分点扣0.5分。"
    assert score(sentence, rate="88%", target="") != "4.00"
    assert read(sentence).notes == ("没有给出目标值，按数据中的目标值计分",)


def test_heads_beyond_a_limit_are_counted() -> None:
    assert score("达到目标值得满分，每超出1人扣0.5分。", target="≤100%", actual="33", base="30") == "3.50"
    assert score("不超编得满分，每超1人扣权重分的20%", excess="2") == "3.00"


@pytest.mark.parametrize(
    "sentence",
    [
        "执行率≥90%得满分，每高于90%一个百分点扣0.5分。",
        "结余率≤10%得满分，每低1个百分点扣0.2分。",
        "按期完成得满分，每提前1天扣0.1分。",
        "每有一个百分点扣一分",
        "执行率≥90%得满分，每低1个百分点扣分。",
    ],
)
def test_a_deduction_that_cannot_be_meant_is_not_read(sentence: str) -> None:
    assert unread(sentence)


def test_a_target_that_disagrees_is_noted() -> None:
    assert "与目标值“≥85%”不同" in read("达到98%得满分，每低1个百分点扣0.3分。", target="≥85%").notes[0]
    assert "相反" in " ".join(read("不高于100%得满分，每超1个百分点扣1分。", target="≥100%").notes)


def test_a_direction_that_the_number_never_has_is_noted() -> None:
    assert "一般越低越好" in read("结转结余率＞10%得满分，每低1个百分点扣0.2分。").notes[-1]
    assert "200%以上" in read("满意度≥290%得满分，每低1个百分点扣0.5分。").notes[-1]


def test_a_target_is_where_counting_starts_even_without_full_marks_told() -> None:
    assert score("计划改造道路30条，每少改造1条扣0.5分，扣完为止。", actual="28") == "4.00"


def test_a_range_in_brackets_and_both_sides_of_it() -> None:
    sentence = "执行率在合理区间（95%—105%）内的得满分；高于或低于合理区间的，每偏离1个百分点扣0.5分。"
    assert [score(sentence, rate=rate) for rate in ("93%", "100%", "106%")] == ["4.00", "5.00", "4.50"]


def test_nothing_left_below_a_limit_is_no_rule_about_incomplete_steps() -> None:
    sentence = "及时率每低于100%一个百分点扣0.1分，低于80%计0分，达100%计满分。"
    assert [score(sentence, rate=rate) for rate in ("90%", "79%")] == ["4.00", "0.00"]
