"""Shares of nothing: 0 is 0 % of any whole, and so tells nothing of which whole the column is shares of."""

from tests.audit.desk import found

TABLE = """报告

金额单位：万元

序号\t项目\t金额\t占比（%）
1\t道路养护\t0\t0.00
2\t设备购置\t30\t15.00
3\t业务培训\t0\t0.00
4\t信息系统\t50\t25.00
合计\t\t80\t{total}
"""


def test_rows_of_nothing_do_not_show_that_a_column_is_shares_of_its_total() -> None:
    assert not found(TABLE.format(total="40.00"), "rate.share")


def test_a_total_of_a_hundred_percent_and_one_row_that_fits_do() -> None:
    text = TABLE.format(total="100.00").replace("15.00", "37.50")
    (finding,) = found(text, "rate.share")
    assert (finding.stated, finding.expected) == ("25.00", "62.50%")
