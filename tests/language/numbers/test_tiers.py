"""Ranges of a number that earn fixed points, and what lies on their edges."""

import pytest
from tests.language.numbers.scoring import read, score, unread

TIERS = [
    "签约率≥90%得5分；80%≤签约率＜90%得3分；签约率＜80%不得分。",
    "签约率90%（含）以上得5分，80%（含）-90%得3分，80%以下得0分。",
    "签约率达到90%及以上的，计5分；低于90%且不低于80%的，计3分；低于80%的，计0分。",
    "九成以上（含九成）得满分，八成（含）以上不满九成的得五分之三，其余不得分。",
    "签约率∈[90%,+∞)→满分；[80%,90%)→0.6×分值；[0,80%)→0",
    "90%以上得5分；80%以上得3分；其余不得分",
]


@pytest.mark.parametrize("sentence", TIERS)
@pytest.mark.parametrize(("rate", "points"), [("90%", "5.00"), ("89.99%", "3.00"), ("80%", "3.00"), ("79.9%", "0.00")])
def test_tiers_read_alike_however_they_are_written(sentence: str, rate: str, points: str) -> None:
    assert score(sentence, rate=rate) == points


def test_an_end_that_two_tiers_claim_is_noted_and_goes_to_the_upper() -> None:
    reading = read("签约率在80%以上的得满分，60%-80%的得3分，60%以下的得1分。")
    assert [note[:5] for note in reading.notes] == ["“80%”", "“60%”"]


def test_less_may_be_better() -> None:
    sentence = "退件率不超过2%得满分，2%至5%（含）得60%，超过5%不得分。"
    assert [score(sentence, rate=rate) for rate in ("2%", "5%", "5.1%")] == ["5.00", "3.00", "0.00"]


def test_marks_out_of_a_hundred_are_rates() -> None:
    sentence = "测评90分（含）以上得满分，80（含）至90分得80%，80分以下不得分"
    assert score(sentence, rate="85%") == "4.00"
    assert score(sentence, value="85") == "4.00"


def test_a_gap_scores_nothing_and_is_noted() -> None:
    sentence = "签约率90%以上得5分，80%以下不得分"
    assert "没有规定" in " ".join(read(sentence).notes)
    assert "没有规定" in score(sentence, rate="85%")


def test_one_range_with_two_scores_is_not_read() -> None:
    assert "两种计分规定" in unread("签约率80%以上得3分，签约率80%以上得5分，其余不得分。")


def test_two_numbers_are_not_one_list_of_tiers() -> None:
    assert unread("合同签约率≥90%得3分；资金到位数不足80万元得1分。")


@pytest.mark.parametrize(
    ("sentence", "rate", "points"),
    [
        ("偏差率在±4%以内得满分，±4%-±8%得3分，超过±8%不得分", "-6%", "3.00"),
        (
            "偏差率在-4%至4%之间得满分；高于4%的，每高1个百分点扣1分；低于-4%的，每低1%扣0.5分",
            "-6%",
            "4.00",
        ),
        ("|偏差率|≤4%，得5分；|偏差率|>4%，得0分", "-4%", "5.00"),
        ("到账率不等于100%不得分，等于100%得满分", "101%", "0.00"),
        ("单价介于目标价的90%（含）至110%（含）之间得满分，否则不得分", "111%", "0.00"),
    ],
)
def test_two_sides_of_a_figure(sentence: str, rate: str, points: str) -> None:
    assert score(sentence, rate=rate) == points


def test_lines_run_between_the_values_that_are_fixed() -> None:
    sentence = "利用率50%得权重分的20%，90%得满分，中间按插值法计算；50%以下不得分。"
    assert [score(sentence, value=value) for value in ("49%", "70%", "95%")] == ["0.00", "3.00", "5.00"]


@pytest.mark.parametrize(
    ("sentence", "given", "points"),
    [
        ("完成时限：规定时间内完成得满分；超期30天以内得50%；超期30天以上不得分", {"delay": 0}, "5.00"),
        ("完成时限：规定时间内完成得满分；超期30天以内得50%；超期30天以上不得分", {"delay": 30}, "2.50"),
        ("补贴发放及时，得满分；不及时的，每延迟5天扣10%权重分", {"delay": 10}, "4.00"),
        ("工作人员培训覆盖率。≥90%：5分；80%～90%：4分；＜80%：0分", {"rate": "85%"}, "4.00"),
        ("PM2.5平均浓度≤45微克/立方米得满分，每超1微克/立方米扣1分。", {"value": 47}, "3.00"),
        ("万元GDP能耗下降率≥3%得满分，每少下降0.5个百分点扣1分", {"rate": "2%"}, "3.00"),
        ("实际完成值小于目标值60%的不得分，达到目标值60%及以上的按完成率乘以分值计分", {"completion": "55%"}, "0.00"),
    ],
)
def test_cells_that_name_their_number_before_they_score(sentence: str, given: dict[str, object], points: str) -> None:
    assert score(sentence, "5", "", **given) == points
