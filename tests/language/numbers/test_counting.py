"""Faults, delays, places, trends: numbers told by words rather than by figures."""

from fractions import Fraction

import pytest
from tests.language.numbers.scoring import read, score

from jixiao.language import Unread, parse_rule


@pytest.mark.parametrize(
    ("sentence", "faults", "points"),
    [
        ("每查出一笔账实不符扣0.5分，扣完为止。", 3, "3.50"),
        ("未发现账实不符得满分，发现一笔扣1分，最多扣3分。", 9, "2.00"),
        ("账实不符不超过2笔的不扣分，从第3笔开始每笔扣1分。", 4, "3.00"),
        ("账务处理规范得5分，每发现一处差错扣0.5分，扣完为止。", 3, "3.50"),
        ("票据合规；审批完整。以上情况每出现一例不符合要求的扣1分。", 2, "3.00"),
        ("发生1起扣2分，发生2起及以上不得分，未发生得满分", 1, "3.00"),
    ],
)
def test_faults(sentence: str, faults: int, points: str) -> None:
    assert score(sentence, faults=faults) == points


@pytest.mark.parametrize(
    ("sentence", "delay", "points"),
    [
        ("项目完工得满分，每延期一天扣0.5分。", 3, "3.50"),
        ("如期交付得满分，每拖延1天扣0.2分。", 4, "4.20"),
        ("3月底前报送的得满分；逾期的，每晚一周扣1分，超过4周不得分。", 5, "0.00"),
        ("每逾期1个月扣1分，不满一个月的算一个月，按时报送不扣分。", "1.2", "3.00"),
        ("延期10天以内（含）每天扣0.1分，从第11天起每天扣0.5分，累计计算，按期完成不扣分。", 12, "3.00"),
    ],
)
def test_delays(sentence: str, delay: object, points: str) -> None:
    assert score(sentence, delay=delay) == points


def test_trends_against_last_year() -> None:
    sentence = "比上年减少得满分，与上年持平得60%，比上年增加不得分"
    assert [score(sentence, current=now, previous="10") for now in ("9", "10", "11")] == ["5.00", "3.00", "0.00"]
    assert score("经费较上年每上升1个百分点扣0.5分，持平或下降不扣分", rate="2%") == "4.00"
    assert score("成本较上年下降3%以上得满分，否则不得分", rate="4%") == "5.00"


def test_nothing_left_is_a_tier_of_its_own() -> None:
    sentence = "年末无结余的得满分；有结余但不高于上年的，得60%；高于上年的，不得分。"
    assert [score(sentence, current=now, previous="10") for now in ("0", "10", "10.1")] == ["5.00", "3.00", "0.00"]


def test_places() -> None:
    assert score("名列第一得满分，每后移一位扣0.5分，最低得2分", rank=9) == "2.00"
    assert score("排名前20%（含）得满分，20%～60%（含）得3分，其余得1分", rank=3, of=10) == "3.00"
    assert score("全市排名第1-3名得5分，第4-6名得3分，第7名及以后不得分", rank=6) == "3.00"


def test_what_is_not_involved_or_has_no_base() -> None:
    involved = "不涉及资产处置的，本指标得满分；涉及的，每发现一起违规处置扣1分。"
    assert score(involved, applicable=False) == "5.00"
    assert score(involved, applicable=True, faults=2) == "3.00"
    base = "预算数为零且无支出的得满分，预算数为零而有支出的不得分；其他情况，控制率≤100%得满分，每超1个百分点扣1分。"
    assert [score(base, actual=actual, base="0") for actual in ("0", "3")] == ["5.00", "0.00"]


def test_a_percentage_without_its_whole_is_noted() -> None:
    assert "按权重分的4%理解" in read("到位率≥95%得满分，每低1个百分点扣4%。").notes[0]


def test_a_point_not_met_is_a_fault() -> None:
    assert score("台账真实、完整得5分；有一项不符合扣1.5分。", met=[True, False, False]) == "2.00"


def test_one_less_than_planned_costs_a_step() -> None:
    assert score("计划培训骨干200人，完成得满分，每少1人扣0.1分。", actual="190") == "4.00"


@pytest.mark.parametrize(
    "sentence",
    [
        "按期完成得满分，逾期的每延迟一段时间扣1分。",
        "延迟报送的扣2分，未报送的扣3分。",
        "数量完成率得分=2×实际数/计划数，质量合格率得分=3×合格数/总数。",
    ],
)
def test_steps_without_length_and_rising_deductions_stay_unread(sentence: str) -> None:
    assert isinstance(parse_rule(sentence, weight=Fraction(5)), Unread)


def test_a_delay_of_up_to_a_month_is_a_case_and_no_step() -> None:
    sentence = "按合同工期完工得3分；延期1个月以内（含）扣1分；延期1-3个月（含）扣2分；延期3个月以上不得分。"
    assert [score(sentence, "3", delay=delay) for delay in (0, 1, 3, 4)] == ["3.00", "2.00", "1.00", "0.00"]


def test_days_have_two_names() -> None:
    sentence = "在收到文件后30日内下达的得2分；每超1天扣0.1分，扣完为止。"
    assert [score(sentence, "2", value=days) for days in (30, 35)] == ["2.00", "1.50"]
