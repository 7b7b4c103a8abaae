"""Columns of what is done and what is not."""

from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []
TABLE = """评价报告

表1 隐患整改情况（单位：处）

乡镇\t排查数\t已整改数\t未整改数
甲镇\t40\t30\t10
乙镇\t50\t45\t{}
丙镇\t20\t20\t0
丁镇\t12\t9\t3
"""


def test_done_and_not_done_are_all_there_was() -> None:
    assert list(audited(TABLE.format(5)).findings) == NOTHING
    (finding,) = found(TABLE.format(6), "sum.parts")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "50", "51")


def test_a_column_that_holds_something_else_is_not_compared() -> None:
    text = TABLE.format(5).replace("排查数", "企业数").replace("\t40\t", "\t7\t").replace("\t50\t", "\t9\t")
    assert list(audited(text).findings) == NOTHING
