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
