"""Changes in percentage points, where both percentages stand in the same sentence."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("治理率由2022年的91.2%提高到2023年的93.6%，提高2.9个百分点。", "2.4个百分点"),
        ("合格率为93.6%，较上年提高2.9个百分点，由91.2%提高到93.6%。", "2.4个百分点"),
        ("预算执行率93.6%，较上年91.2%提高2.9个百分点。", "2.4个百分点"),
        ("产品合格率98.5%，比全市平均水平（96.2%）高2.9个百分点。", "2.3个百分点"),
        ("2022年满意度91.2%，2023年满意度93.6%，提高2.9个百分点。", "2.4个百分点"),
        ("失业率由5.2%降至4.1%，下降2.9个百分点。", "1.1个百分点"),
        ("执行率93.65%，比目标值95%高1.35个百分点。", "-1.35个百分点"),  # it is lower
        ("合格率由80%提高到90%，提高15个百分点，覆盖率由70%提高到80%，提高10个百分点。", "10个百分点"),
    ],
)
def test_a_change_is_the_difference_of_both_percentages(text: str, expected: str) -> None:
    (finding,) = found(text, "sum.difference")
    assert (finding.severity, finding.expected) == (Severity.ERROR, expected)


@pytest.mark.parametrize(
    "text",
    [
        "治理率由91.20%提高到93.60%，提高2.40个百分点。",
        "治理率由91.2%提高到93.6%，提高2.4个百分点。",
        "合格率由80%提高到90%，覆盖率提高5个百分点。",  # of something else
        "甲、乙两县覆盖率分别由80%、70%提高到90%、85%，分别提高10个、15个百分点。",
        "执行率由2021年的88.1%、2022年的90.2%提高到2023年的95.3%，提高7.2个百分点。",
        "2021年为88.1%，2022年为90.2%，2023年为95.3%，提高7.2个百分点。",
        "覆盖率95%，合格率98%，高于全省平均水平3.2个百分点。",
        "2022年91.2%，2023年93.6%，年均提高1.2个百分点。",
    ],
)
def test_changes_of_other_figures_are_not_compared(text: str) -> None:
    assert [each for each in audited(text).findings if each.severity is not Severity.NOTE] == NOTHING


def test_rounding_explains_a_last_digit() -> None:
    (finding,) = found("治理率由91.2%提高到93.6%，提高2.3个百分点。", "sum.difference")
    assert finding.severity is Severity.NOTE
