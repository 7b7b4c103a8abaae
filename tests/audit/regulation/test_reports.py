"""What regulations ask of an evaluation report: each thing is missed when it is taken out of a report that has all."""

import pytest
from tests.audit.regulation.sample import FAULTS, LOOKALIKES, Fault, asked, found, report, undecided

from jixiao.findings import Severity


def test_a_report_that_has_all_that_is_asked_gives_no_finding_and_leaves_nothing_open() -> None:
    audit = asked(report())
    assert (audit.findings, audit.not_checked) == ((), ())
    assert audit.summary.exact > 30


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_what_is_asked_and_not_there_is_found_with_its_article(fault: Fault) -> None:
    (finding,) = found(report(*fault.changes), fault.check)
    assert finding.severity is fault.severity
    assert fault.says in f"{finding.title}。{finding.explanation}"
    assert "（依据：" in finding.explanation


@pytest.mark.parametrize("fault", LOOKALIKES, ids=str)
def test_what_only_looks_like_a_fault_is_none(fault: Fault) -> None:
    assert found(report(*fault.changes), fault.check) == []


def test_a_reason_in_the_text_is_enough_for_a_deduction() -> None:
    text = report(("#### 1.资金拨付手续不完整", "#### 1.档案不完整"), ("完善资金拨付手续", "完善档案"))
    assert found(text, "deduction_problem") == []


def test_a_small_deduction_that_no_problem_mentions_is_only_noted() -> None:
    (finding,) = found(
        report(("完成率100.00%，得30.00分。\t30.00", "完成率95.00%，得28.50分。\t28.50")), "deduction_problem"
    )
    assert finding.severity is Severity.NOTE
    assert finding.title.startswith("“馆藏更新完成率”")


def test_a_rule_that_is_not_understood_is_not_judged() -> None:
    text = report(("三项都符合得满分，有一项不符合扣权重分的1/3。", "视情况酌情给分。"))
    assert found(text, "rule_covers") == []
    (because,) = undecided(text, "rule_covers")
    assert "没有读懂" in because


def test_one_verbal_target_of_effect_without_levels_is_noted_with_its_place() -> None:
    table = "表1-1 部门整体绩效目标表\n\n一级指标\t二级指标\t三级指标\t指标值\n效益指标\t社会效益\t阅读氛围\t增强\n\n"
    (finding,) = found(report(("## 二、绩效评价", f"{table}## 二、绩效评价")), "verbal_target")
    assert finding.severity is Severity.NOTE
    assert [place.line for place in finding.places] == [16]


def test_an_excerpt_is_not_asked_for_the_parts_of_a_report() -> None:
    text = "南阳市东湖图书馆2023年度部门整体支出绩效评价报告\n\n## 有关建议\n\n问卷满意度93.50%，验收单应归档。\n"
    assert asked(text).findings == ()
    assert undecided(text, "outline") == ["标题多数没有认出，无法核对提纲"]
