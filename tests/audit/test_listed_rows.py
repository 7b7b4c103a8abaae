"""Sentences that tell the rows of a table, in reports of every kind."""

from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []
REPORT = """某县饮水项目绩效评价报告

一、项目资金

{told}

表1 资金使用情况表（单位：万元）

资金来源\t预算安排\t到位金额
中央资金\t800.00\t790.00
省级资金\t400.00\t380.00
县级资金\t350.00\t280.00
乡镇自筹\t30.00\t20.00

二、其他

{elsewhere}
"""
TOLD = "项目资金包括中央资金800.00万元、省级资金{}万元、县级资金{}万元。"


def report(told: str, elsewhere: str = "略。") -> str:
    return REPORT.format(told=told, elsewhere=elsewhere)


def test_an_amount_that_its_row_does_not_print_is_a_warning() -> None:
    (finding,) = found(report(TOLD.format("400.00", "300.00")), "duplicate")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "300.00万元", "350.00")


def test_amounts_of_any_column_are_no_findings() -> None:
    assert list(audited(report(TOLD.format("400.00", "350.00"))).findings) == NOTHING
    assert list(audited(report(TOLD.format("400.00", "280.00"))).findings) == NOTHING  # what came in


def test_in_another_section_more_of_the_sentence_must_agree() -> None:
    one_of_two = "项目资金包括省级资金400.00万元、县级资金300.00万元。"
    assert list(audited(report("略。", one_of_two)).findings) == NOTHING
    assert len(found(report("略。", TOLD.format("400.00", "300.00")), "duplicate")) == 1


def test_a_sentence_about_other_amounts_is_not_compared() -> None:
    assert list(audited(report(TOLD.format("410.00", "360.00").replace("800.00", "810.00"))).findings) == NOTHING


def test_amounts_of_another_measure_are_not_compared_though_one_is_the_same() -> None:
    # All of 省级资金 was spent, so that its outturn is what the column of budgets prints.
    spent = "全年决算支出1100.00万元，其中：省级资金400.00万元、县级资金300.00万元。"
    assert list(audited(report(spent)).findings) == NOTHING
    planned = spent.replace("决算支出", "预算安排")
    assert len(found(report(planned), "duplicate")) == 1
