"""Weights of indicator tables that state no scores: systems in plans, in annexes, in the text of a report."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

FULL = """评价实施方案

附件 指标体系

一级指标\t分值\t二级指标\t分值\t三级指标\t分值
决策\t20\t立项\t12\t立项依据\t7
\t\t\t\t立项程序\t5
\t\t目标\t8\t目标合理性\t8
过程\t20\t资金\t20\t预算执行率\t20
产出\t30\t数量\t30\t完成率\t30
效益\t30\t满意度\t30\t群众满意度\t30
"""
ONE_COLUMN = """评价实施方案

附件 指标体系

一级指标\t二级指标\t三级指标\t权重
决策\t立项\t立项依据\t12
\t目标\t目标合理性\t8
过程\t资金\t预算执行率\t20
产出\t数量\t完成率\t30
效益\t满意度\t群众满意度\t30
"""
WITHIN_GROUPS = """评价实施方案

附件 指标体系

一级指标\t权重\t二级指标\t权重\t评分标准
决策\t20%\t立项\t40%\t充分得满分，否则不得分
\t\t目标\t60%\t合理得满分，否则不得分
过程\t20%\t资金\t50%\t得分＝到位率×分值
\t\t组织\t50%\t健全得满分，否则不得分
产出\t30%\t数量\t100%\t得分＝完成率×分值
效益\t30%\t满意度\t100%\t得分＝满意度×分值
"""


def sums(text: str) -> list[tuple[Severity, str | None, str | None]]:
    return [(each.severity, each.stated, each.expected) for each in found(text, "sum.weights")]


@pytest.mark.parametrize("text", [FULL, ONE_COLUMN, WITHIN_GROUPS])
def test_weights_that_add_up_are_no_findings(text: str) -> None:
    nothing: list[Finding] = []
    assert list(audited(text).findings) == nothing


def test_a_group_is_the_sum_of_what_it_holds() -> None:
    assert sums(FULL.replace("立项程序\t5", "立项程序\t6")) == [(Severity.ERROR, "12", "13分")]


def test_groups_of_a_whole_system_make_a_hundred() -> None:
    text = FULL.replace("产出\t30\t数量\t30\t完成率\t30", "产出\t25\t数量\t25\t完成率\t25")
    assert sums(text) == [(Severity.ERROR, "95分", "100分")]


def test_weights_of_indicators_alone_may_lack_a_row() -> None:
    assert sums(ONE_COLUMN.replace("完成率\t30", "完成率\t25")) == [(Severity.WARNING, "95分", "100分")]


def test_a_total_that_is_printed_is_the_sum_and_a_hundred() -> None:
    text = f"{ONE_COLUMN}合计\t\t\t95\n"
    assert sums(text) == [(Severity.ERROR, "95", "100分"), (Severity.ERROR, "95分", "100分")]


def test_weights_within_each_group_make_a_hundred() -> None:
    assert sums(WITHIN_GROUPS.replace("目标\t60%", "目标\t65%")) == [(Severity.ERROR, "105%", "100%")]


def test_weights_behind_the_names_are_weights() -> None:
    text = """评价实施方案

一级指标\t二级指标\t三级指标\t目标值
决策（20分）\t立项（20分）\t立项依据（12分）\t充分
\t\t立项程序（9分）\t规范
过程（20分）\t资金（20分）\t预算执行率（20分）\t100%
产出（30分）\t数量（30分）\t完成率（30分）\t100%
效益（30分）\t满意度（30分）\t群众满意度（30分）\t≥90%
"""
    assert sums(text) == [(Severity.ERROR, "20分", "21.00分")]


def test_ninety_points_may_leave_out_the_execution_rate_and_a_part_of_a_system_is_not_compared() -> None:
    without = ONE_COLUMN.replace("预算执行率\t20", "资金到位率\t10")
    part = "\n".join(line for line in ONE_COLUMN.splitlines() if not line.startswith(("过程", "产出")))
    for text in (without, f"{part}\n"):
        result = audited(text)
        assert not result.findings
        assert "权重合计是否应为 100" in result.not_checked[0].because
