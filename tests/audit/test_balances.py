"""What was to be done, is done and is left; lists whose whole stands before a colon or behind them."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("共收到问题线索164处，已销号28处，剩余146处。", "164处", "174处"),
        ("全年计划实施项目12个，已完成任务10个，未完成3个。", "12个", "13个"),
        ("共排查隐患120处，已整改98处，尚有20处未整改。", "120处", "118处"),
        ("完成10个，未完成3个，计划实施12个项目。", "12个", "13个"),
        ("累计受理投诉35起，已办结30起，未办结6起。", "35起", "36起"),
    ],
)
def test_done_and_left_are_all_there_was(text: str, stated: str, expected: str) -> None:
    (finding,) = found(text, "sum.parts")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, stated, expected)


@pytest.mark.parametrize(
    "text",
    [
        "共收到问题线索164处，已销号28处，剩余136处。",
        "计划实施12个，完成10个，验收9个，未完成2个。",  # what is finished is then examined
        "上年结转4件，办结50件，未办结3件。",
        "计划实施12个，开工10个，未完工3个。",  # begun is not finished
        "计划实施12个，完成8个，正在实施3个。",  # one may not have begun
        "排查企业120家，发现隐患企业50家，整改45家，未整改5家。",
        "应参加培训50人，实际参加45人，请假4人。",
    ],
)
def test_figures_that_need_not_add_up_are_no_findings(text: str) -> None:
    assert list(audited(text).findings) == NOTHING


def test_more_than_there_was_may_be_a_matter_of_words_while_work_goes_on() -> None:
    (finding,) = found("计划实施项目12个，已完成10个，正在实施3个。", "sum.parts")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "13个")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政人员12人、事业人员20人，合计33人。", "32人"),
        ("甲镇发放20套，乙镇发放30套，丙镇发放15套，三镇共计66套。", "65套"),
        ("培训班3期、讲座4期和观摩2期，共8期。", "9期"),
        ("新建厕所96座：甲镇40座、乙镇35座、丙镇31座。", "106座"),
        ("物资90套，分配到3个镇：甲镇40套、乙镇35套、丙镇10套。", "85套"),
    ],
)
def test_a_list_makes_its_whole(text: str, expected: str) -> None:
    (finding,) = found(text, "sum.parts")
    assert (finding.severity, finding.expected) == (Severity.ERROR, expected)


@pytest.mark.parametrize(
    "text",
    [
        "新建厕所106座：甲镇40座、乙镇35座、丙镇31座。",
        "物资90套，主要用于：甲镇40套、乙镇35套。",
        "物资90套，已发放以下批次：第一批40套、第二批35套。",
        "全县12个，甲乡3个、乙乡4个，五乡共计21个。",  # of five, and two are named
        "任务300个，甲县120个、乙县80个、丙县50个，合计250个。",
        "设备30台、家具20件（其中桌子5件）、图书10件，合计30件。",
        "建设道路3公里、管网2公里，共投入资金50万元。",
    ],
)
def test_lists_that_are_not_known_to_be_complete_are_no_findings(text: str) -> None:
    assert list(audited(text).findings) == NOTHING


def test_a_list_that_falls_short_without_a_count_is_not_compared() -> None:
    result = audited("物资90套，用于以下镇：甲镇40套、乙镇35套。")
    assert not result.findings
    assert [each.check.id for each in result.not_checked] == ["sentence.unsettled"]
