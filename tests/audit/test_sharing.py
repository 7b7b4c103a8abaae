"""Shares of several parts told together: 分别占, 前者占 and 后者占."""

import pytest
from tests.audit.desk import audited

from jixiao.findings import Severity

_PARTS = "年初部门预算批复数为100.00万元，其中基本支出62.00万元、项目支出38.00万元"
_FORMER = "全年累计支出100.00万元。从构成看，基本支出62.00万元，项目支出38.00万元；前者占全部支出的{}，后者占{}。"


@pytest.mark.parametrize(
    "text",
    [
        f"{_PARTS}，分别占62%和38%。",
        f"{_PARTS}，分别占部门预算的62%和38%。",
        f"{_PARTS}，占比分别为62%、38%。",
        f"{_PARTS}，前者占62%，后者占38%。",
        f"{_PARTS}，占比为62%和38%。",
        _FORMER.format("62%", "38%"),
        f"{_PARTS}，分别占上年预算的70%和20%。",  # of another whole
        f"{_PARTS}，分别占62%和38%；全年实际支出120.00万元，为调整后预算的99%。",
        f"{_PARTS}；全年实际支出120.00万元。",
    ],
)
def test_each_share_belongs_to_its_own_part(text: str) -> None:
    assert audited(text).findings == ()


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (f"{_PARTS}，分别占部门预算的62%和39%。", "39%", "38%"),
        (f"{_PARTS}，分别占61%和38%。", "61%", "62%"),
        (_FORMER.format("52%", "38%"), "52%", "62%"),
        (_FORMER.format("62%", "36%"), "36%", "38%"),
    ],
)
def test_a_wrong_share_among_several_is_an_error(text: str, stated: str, expected: str) -> None:
    (finding,) = audited(text).findings
    assert (finding.check, finding.stated, finding.expected) == ("rate.share", stated, expected)


def test_a_whole_named_elsewhere_alone_gives_a_warning() -> None:
    text = "全年调整预算数为125.00万元。\n\n年末结转结余25.00万元，占调整预算数的{}。\n"
    (finding,) = audited(text.format("30.0%")).findings
    assert (finding.check, finding.severity, finding.expected) == ("rate.share", Severity.WARNING, "20.0%")
    assert audited(text.format("20.0%")).findings == ()
    assert audited(text.format("30.0%") + "\n2023年调整预算数为80.00万元。\n").findings == ()


_DIVIDED = (
    "财政部门下达支出预算100.00万元。按支出性质划分：用于基本支出的有{}万元（占比62%），用于项目支出的有38.00万元（占比{}）。"
    "其中金额最大的是档案整理项目，安排19.00万元，占项目支出预算的{}。"
)


def test_what_is_taken_apart_by_kind_is_what_the_sentence_before_tells() -> None:
    # 62.00 + 38.00 = 100.00; 38.00 is 38 %; 19.00 is 50 % of 38.00
    assert audited(_DIVIDED.format("62.00", "38%", "50%")).findings == ()
    (share,) = audited(_DIVIDED.format("62.00", "48%", "50%")).findings
    assert (share.severity, share.stated, share.expected) == (Severity.ERROR, "48%", "38%")
    whole = [one for one in audited(_DIVIDED.format("64.00", "38%", "50%")).findings if one.derived_from is None]
    assert ("64.00万元" in str(whole), len(whole)) == (True, 1)


def test_a_share_of_an_amount_that_bears_nearly_the_name_is_a_warning() -> None:
    (share,) = audited(_DIVIDED.format("62.00", "38%", "60%")).findings
    assert (share.severity, share.stated, share.expected) == (Severity.WARNING, "60%", "50%")


def test_the_general_public_budget_is_a_part_and_no_whole() -> None:
    told = "全年支出100.00万元，按资金来源分：一般公共预算80.00万元，政府性基金{}万元。"
    assert audited(told.format("20.00")).findings == ()
    (finding,) = audited(told.format("30.00")).findings
    assert (finding.check, finding.stated, finding.expected) == ("sum.parts", "100.00万元", "110.00万元")


def test_a_wrong_whole_of_several_shares_is_one_fault() -> None:
    # 62.00 is 62 % and 38.00 is 38 % of 100.00.
    wrong = _FORMER.replace("支出100.00万元", "支出300.00万元", 1).format("62%", "38%")
    errors = [one for one in audited(wrong).findings if one.severity is Severity.ERROR]
    assert [one.derived_from for one in errors] == [None, errors[0].id]
    assert "应为 100.00" in str(errors[0].hint)
