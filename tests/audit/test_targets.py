"""The direction of targets: what 0 % would satisfy is no target."""

import pytest
from tests.audit.desk import audited, found, lines

from jixiao.findings import Severity

TABLE = """一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t{name}\t{target}
效益指标\t满意度\t群众满意度\t≥95%
"""


@pytest.mark.parametrize("name", ["绩效自评完成率", "政务服务工作实现率", "道路养护验收合格率", "评价结果应用率"])
def test_a_rate_to_be_reached_with_an_upper_bound_is_an_error(name: str) -> None:
    (finding,) = found(TABLE.format(name=name, target="≤100%"), "target.empty_bound")
    assert (finding.severity, finding.stated, lines(finding)) == (Severity.ERROR, "≤100%", [2])
    assert finding.expected == "≥100% 或 100%"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("“三公经费”控制率", "≤100%"),
        ("预算调整率", "≤10%"),
        ("结转结余率", "≤10%"),
        ("完成率", "≥95%"),
        ("培训次数", "≤3次"),
        ("降低运行成本", "≥5%"),
    ],
)
def test_bounds_that_bind_are_no_finding(name: str, target: str) -> None:
    assert audited(TABLE.format(name=name, target=target)).findings == ()


def test_several_empty_targets_are_one_finding_with_every_place() -> None:
    rows = "产出指标\t数量指标\t甲工作完成率\t≤100%\n产出指标\t数量指标\t乙工作完成率\t≤100%\n"
    (finding,) = found("一级指标\t二级指标\t三级指标\t指标值\n" + rows, "target.empty_bound")
    assert lines(finding) == [2, 3]


@pytest.mark.parametrize("lead", ["", "注："])
def test_in_a_table_that_names_its_source_it_is_a_remark_about_the_source(lead: str) -> None:
    text = TABLE.format(name="绩效自评完成率", target="≤100%") + f"\n{lead}资料来源：部门整体绩效目标申报表。\n"
    (finding,) = found(text, "target.empty_bound")
    assert (finding.severity, "填报单位" in finding.explanation) == (Severity.WARNING, True)


def test_a_rate_to_be_kept_down_with_a_lower_bound_is_a_warning() -> None:
    (finding,) = found(TABLE.format(name="有效投诉率", target="≥2%"), "target.reversed")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "≤2%")
