"""What a sentence takes off for reasons that it gives, against the weight and the score beside it."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []
FOR_REASONS = "制度健全性指标满分5分，因未制定管理办法扣1分、台账不完整扣0.5分，得{}分。"


def test_what_is_taken_off_for_reasons_leaves_the_score() -> None:
    (finding,) = found(FOR_REASONS.format("4"), "score.deduction")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "4分", "3.5分")
    assert list(audited(FOR_REASONS.format("3.5")).findings) == NOTHING


def test_all_that_was_taken_off_is_what_the_score_lacks_and_the_sum_of_the_reasons() -> None:
    text = "制度健全性指标满分5分，未制定管理办法扣1分，台账不完整扣0.5分，共扣{}分，得{}分。"
    assert list(audited(text.format("1.5", "3.5")).findings) == NOTHING
    (finding,) = found(text.format("1.5", "4"), "score.deduction")
    assert (finding.severity, finding.expected) == (Severity.ERROR, "1.0分")
    (finding,) = found(text.format("2", "3"), "sum.parts")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "1.5分")


@pytest.mark.parametrize("mark", ["", "（二）", "2."])
def test_an_indicator_may_be_named_behind_the_mark_of_a_list(mark: str) -> None:
    (finding,) = found(f"{mark}预算执行率，权重10分，扣2分，得9分。", "score.deduction")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "2分", "1分")


def test_points_taken_off_other_indicators_are_not_reasons() -> None:
    text = "制度健全性指标满分5分，得3.5分；因公出国费用变动率扣1分，人员控制率扣0.5分。"
    assert found(text, "score.deduction") == NOTHING
