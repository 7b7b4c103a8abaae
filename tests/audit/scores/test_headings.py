"""County reports state scores in headings and sentences only, without any table."""

import pytest
from tests.audit.desk import audited, found
from tests.audit.scores.sample import contradictions

from jixiao.findings import Severity

REPORT = """某县水务中心2023年度部门整体支出绩效自评报告

一、自评结论

某县水务中心2023年部门整体支出自评得分94分，自评等级为“优”。

二、自评得分情况

（一）投入（15分，得13分）

预算编制合理性指标满分5分，自评得分5分。预算执行率指标满分10分，自评得分8分，扣2分。

（二）过程（35分，得33分）

1.资金管理（20分，得19分）

资金使用合规性指标满分20分，得19分，扣1分，原因是凭证附件不齐。

2.资产管理（15分，得14分）

资产台账登记不及时。

（三）产出与效果（50分，得48分）

供水保障率指标满分30分，自评得分30分。群众满意度指标满分20分，自评得分18分。
"""


def test_what_headings_and_sentences_say_adds_up_level_by_level() -> None:
    assert contradictions(REPORT) == ()
    assert audited(REPORT).summary.checked > 20


@pytest.mark.parametrize(
    ("old", "new", "check", "expected"),
    [
        ("自评得分94分", "自评得分95分", "sum.scores", "94分"),
        ("（15分，得14分）", "（15分，得13分）", "sum.scores", "32分"),
        ("自评得分18分", "自评得分17分", "sum.scores", "47分"),
        ("得19分，扣1分", "得19分，扣2分", "score.deduction", "1分"),
        ("自评得分5分", "自评得分6分", "score.over_weight", "不超过 5分"),
    ],
)
def test_a_figure_that_does_not_add_up_is_found(old: str, new: str, check: str, expected: str) -> None:
    first, *_ = found(REPORT.replace(old, new, 1), check)
    assert (first.severity, first.expected) == (Severity.ERROR, expected)


def test_where_the_weights_named_are_not_the_whole_nothing_is_added_up() -> None:
    some_indicators = REPORT.replace("群众满意度指标满分20分，自评得分18分。", "")
    some_groups = REPORT.split("（三）")[0]
    assert found(some_indicators, "sum.scores") == found(some_groups, "sum.scores") == []
