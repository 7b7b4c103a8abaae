"""What problems are said to have cost, beside the scores of their indicators."""

import pytest
from tests.audit.desk import found
from tests.audit.scores.sample import contradictions, report

from jixiao.findings import Severity

ANNEX = "附件一：指标体系及评分表"
WARNED = "三、存在的问题\n\n1.{}\n\n附件一：指标体系及评分表"


@pytest.mark.parametrize(
    "problem",
    [
        "阅读指标明确性方面工作不够扎实，本次评价扣{}分。",
        "“阅读指标明确性”不足，指标没有细化，该指标共扣{}分。",
        "阅读指标明确性不够，该项指标失{}分。",
    ],
)
def test_what_a_problem_cost_is_what_its_indicator_lost(problem: str) -> None:
    # 20.00 − 15.00 = 5.00
    assert contradictions(report((ANNEX, WARNED.format(problem.format("5.00"))))) == ()
    (finding,) = found(report((ANNEX, WARNED.format(problem.format("3.00")))), "score.deduction")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "3.00分", "5.00分")


@pytest.mark.parametrize(
    "problem",
    [
        "阅读指标明确性不够，其中没有细化扣3.00分。",
        "阅读指标明确性和借阅服务覆盖率不够，本次评价扣3.00分。",
        "阅读指标明确性不够，本次评价扣3.00分，另有书面说明扣2.00分。",
        "该馆工作不够扎实，本次评价扣3.00分。",
    ],
)
def test_a_part_of_a_loss_or_one_of_several_indicators_is_not_compared(problem: str) -> None:
    assert found(report((ANNEX, WARNED.format(problem))), "score.deduction") == []
