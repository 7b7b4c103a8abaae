"""Rows headed 其中 without numbers, and the unnumbered rows that go on with them."""

from tests.audit.desk import audited

from jixiao.findings import Severity

TABLE = """表1 支出预算表（单位：万元）

项目\t金额\t占比
基本支出\t60.00\t60%
其中：人员经费\t{staff}\t45%
公用经费\t15.00\t15%
项目支出\t40.00\t40%
其中：甲项目\t{first}\t30%
乙项目\t{second}\t10%
合计\t{total}\t100%
"""


def faults(**changed: str) -> list[tuple[str, str | None, str | None]]:
    figures = {"staff": "45.00", "first": "30.00", "second": "10.00", "total": "100.00"} | changed
    found = audited(TABLE.format(**figures)).findings
    roots = [one for one in found if one.severity is Severity.ERROR and one.derived_from is None]
    return [(one.check, one.stated, one.expected) for one in roots]


def test_parts_that_make_their_wholes_are_no_fault() -> None:
    assert faults() == []


def test_a_wrong_part_is_one_fault_of_the_row_it_is_part_of() -> None:
    # 47.00 + 15.00 = 62.00; the share of 47.00 is 47 %.
    assert faults(staff="47.00") == [("sum.parts", "60.00", "62.00万元")]


def test_a_part_too_small_is_a_fault_where_the_shares_leave_nothing_out() -> None:
    # 44.90 + 15.00 = 59.90; 45 % + 15 % = 60 %.
    assert faults(staff="44.90") == [("sum.parts", "60.00", "59.90万元")]


def test_a_wrong_total_is_compared_with_the_rows_that_are_no_parts() -> None:
    assert ("sum.parts", "120.00", "100.00万元") in faults(total="120.00")


def test_parts_may_leave_some_out_where_no_shares_are_printed() -> None:
    plain = "\n".join(line.rpartition("\t")[0] if "\t" in line else line for line in TABLE.splitlines())
    text = plain.format(staff="45.00", first="20.00", second="10.00", total="100.00")
    assert [one for one in audited(text).findings if one.severity is not Severity.NOTE] == []


def test_a_whole_taken_apart_twice_is_no_fault() -> None:
    # 40.00 = 30.00 + 10.00 by project and 25.00 + 15.00 by source
    twice = TABLE.replace("合计", "中央资金\t25.00\t25%\n地方资金\t15.00\t15%\n合计")
    text = twice.format(staff="45.00", first="30.00", second="10.00", total="100.00")
    assert [one for one in audited(text).findings if one.severity is Severity.ERROR] == []
