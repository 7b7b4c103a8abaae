"""Rules that count events: faults of several kinds, and merits that add points."""

import pytest
from tests.language.reading import read, score, why_unread

_COUNTED: list[tuple[str, str, int, dict[str, object], str]] = [
    ("基础分2分，经验获推广的，每项加1.5分，最高不超过6分。", "6", 0, {"events": "2"}, "5.00"),
    ("基础分2分，经验获推广的，每项加1.5分，最多加2分。", "6", 0, {"events": "2"}, "4.00"),
    ("晚报的每次扣0.2分，错报的每次扣0.5分。", "3", 0, {"events": {"晚报": "1", "错报": "2"}}, "1.80"),
    ("获国家级肯定的每项加1.5分，加分最高3分，但得分合计不得超过8分。", "8", 0, {"base": "4.5", "events": "3"}, "7.50"),
    (
        "延期报送的每次扣0.5分，漏报的每次扣1分；存在虚报的，本项得0分。",
        "3",
        0,
        {"faults": {"延期报送": "1", "漏报": "1"}},
        "1.50",
    ),
    (
        "每发现一处账实不符扣0.5分，每发现一处手续不全扣0.2分。",
        "3",
        0,
        {"faults": {"账实不符": "2", "手续不全": "1"}},
        "1.80",
    ),
    (
        "违规拨付的每次扣1分，凭证缺失的每处扣0.5分，挪用资金的不得分。",
        "5",
        0,
        {"faults": {"违规拨付": "1", "凭证缺失": "2", "挪用资金": "0"}},
        "3.00",
    ),
    (
        "每发现一处账实不符扣0.5分，每发现一笔违规处置扣1分，扣完为止。",
        "5",
        0,
        {"faults": {"账实不符": "2", "违规处置": "1"}},
        "3.00",
    ),
    (
        "迟报一次扣0.5分，错报一次扣1分，漏报一次扣2分，扣完为止。",
        "5",
        0,
        {"faults": {"迟报": "1", "错报": "1", "漏报": "1"}},
        "1.50",
    ),
    ("获得省级表彰的，每次加0.5分，最多加1分，不超过权重分。", "5", 0, {"base": "4.5", "events": "3"}, "5.00"),
    ("每有一项创新做法被推广加1分，累计加分不超过3分，可超过满分。", "5", 0, {"base": "5", "events": "2"}, "7.00"),
    (
        "未及时入账的每笔扣0.2分；账实不符的每处扣0.5分；发现资产流失的，该项不得分。",
        "3",
        0,
        {"faults": {"未及时入账": "2", "账实不符": "1", "资产流失": "0"}},
        "2.10",
    ),
    (
        "一般问题每个扣0.5分，重大问题每个扣2分，扣完为止。",
        "5",
        0,
        {"faults": {"一般问题": "2", "重大问题": "1"}},
        "2.00",
    ),
    (
        "被省级通报批评一次扣2分，被市级通报批评一次扣1分。",
        "5",
        0,
        {"faults": {"被省级通报批评": "1", "被市级通报批评": "2"}},
        "1.00",
    ),
    ("获国家级表彰每次加2分，最多加4分，不得超过本指标分值。", "10", 0, {"base": "7", "events": "2"}, "10.00"),
    (
        "在原得分基础上，每被媒体正面报道1次加0.2分，最高加1分，得分不超过权重分。",
        "5",
        0,
        {"base": "4", "events": "3"},
        "4.60",
    ),
    (
        "账实相符得满分。抽查30户档案，资料缺失的每户扣0.5分，信息有误的每户扣0.2分，全部扣完为止。",
        "4",
        0,
        {"faults": {"资料缺失": "2", "信息有误": "3"}},
        "2.40",
    ),
    (
        "档案规范得3分。抽查发现资料缺失的，每缺1份扣0.5分，最多扣2分。",
        "3",
        0,
        {"faults": "5"},
        "1.00",
    ),
    (
        "未按规定公开的扣2分，公开内容缺漏的每处扣0.5分，扣完为止。",
        "4",
        0,
        {"faults": {"未按规定公开": "1", "公开内容缺漏": "1"}},
        "1.50",
    ),
    (
        "一般事故每起扣1分，较大事故每起扣3分，发生重大事故的本项不得分；无事故得满分。",
        "5",
        0,
        {"faults": {"一般事故": "1", "较大事故": "1"}},
        "1.00",
    ),
    ("基础分4分；获表彰每次另加0.5分，本指标总分不超过5分。", "5", 0, {"events": "3"}, "5.00"),
    ("在基础分3分的基础上，每获得1项荣誉加0.5分，最高不超过5分。", "5", 0, {"events": "1"}, "3.50"),
    ("每新增一家规上企业得0.5分，最高4分。", "4", 0, {"events": "5"}, "2.50"),
    (
        "满意度达到90%得满分，每低1个百分点扣0.2分；获推广的，每项加0.5分，加分不超过1分，得分合计不超过5分。",
        "5",
        0,
        {"rate": "0.8", "events": "1"},
        "3.50",
    ),
    (
        "按完成率计算基础得分，获奖每项加0.5分，最多加1分，总得分不超过权重分。",
        "5",
        0,
        {"rate": "0.9", "events": "3"},
        "5.00",
    ),
]


@pytest.mark.parametrize(("sentence", "weight", "criteria", "evidence", "points"), _COUNTED)
def test_events_cost_and_add_what_the_sentence_says(
    sentence: str, weight: str, criteria: int, evidence: dict[str, object], points: str
) -> None:
    assert score(sentence, weight, evidence, criteria) == points


def test_a_kind_may_be_named_by_part_of_its_words() -> None:
    sentence = "审批手续不全的每笔扣1分，付款凭证缺失的每处扣0.5分。"
    assert score(sentence, "5", {"faults": {"手续不全": "1", "付款凭证缺失": "2"}}) == "3.00"
    assert "没有列出“迟报”" in score(sentence, "5", {"faults": {"迟报": "1"}})


@pytest.mark.parametrize(
    "sentence",
    [
        "信息错报每次扣1分，漏报每次扣0.5分，累计扣分不超过3分。",
        "信息错报每次扣1分；漏报每次扣0.5分；以上两类问题合计最多扣3分。",
    ],
)
def test_a_limit_on_all_kinds_together(sentence: str) -> None:
    assert score(sentence, "5", {"faults": {"信息错报": "1", "漏报": "2"}}) == "3.00"
    assert score(sentence, "5", {"faults": {"信息错报": "9", "漏报": "9"}}) == "2.00"
    canonical = read(sentence).canonical
    assert canonical == "“信息错报”每次扣1分；“漏报”每次扣0.5分；合计最多扣3分；扣完为止。"
    assert read(canonical).canonical == canonical


def test_merits_within_the_weight_unless_said_otherwise_is_noted() -> None:
    sentence = "每获得一次市级表彰加1分，最多加2分。"
    assert score(sentence, "5", {"base": "4.5", "events": "1"}) == "5.00"
    assert any("能否超过权重分" in note for note in read(sentence).notes)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("获国家级表彰加3分，获省级表彰加2分，获市级表彰加1分。", "加多少分"),
        ("每获得一次表彰加1分。", "最多加"),
        ("漏报一次扣1分，漏报一次扣2分。", "两种扣分"),
        ("漏报每次扣1分，错报每次扣0.5分，最多扣3分。", "各类合计"),
    ],
)
def test_what_leaves_the_price_open_stays_unread(sentence: str, words: str) -> None:
    assert words in why_unread(sentence)


def test_what_is_missing_from_a_whole_is_counted() -> None:
    sentence = "档案资料完整得满分；抽查发现每缺失一份扣0.2分，直至扣完。"
    assert [score(sentence, "3", {"count": count}) for count in (0, 4, 20)] == ["3.00", "2.20", "0.00"]


def test_a_veto_before_a_heading_is_no_part_of_it() -> None:
    sentence = "社会稳定：无越级上访得满分；发生一起越级上访扣2分，发生群体性事件的此项不得分。"
    assert score(sentence, "5", {"faults": {"越级上访": 1, "群体性事件": 0}}) == "3.00"
    assert why_unread(f"发生安全事故的实行一票否决，{sentence}")
