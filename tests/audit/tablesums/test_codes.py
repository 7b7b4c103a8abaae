"""Tables whose codes (1, 101, 102, 2, 201) tell which rows are made of which."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Severity

TABLE = """报告

金额单位：万元

支出预算调整情况

编码\t支出项目\t年初预算\t调增（减）额\t调整后预算
\t部门支出总计\t100.00\t-6.00\t94.00
1\t基本支出\t60.00\t0.00\t60.00
101\t其中：人员经费\t40.00\t0.00\t40.00
102\t公用经费\t20.00\t0.00\t20.00
2\t项目支出\t40.00\t-6.00\t34.00
201\t其中：道路养护\t25.00\t2.00\t27.00
202\t设备购置\t15.00\t-8.00\t7.00
"""


def errors(text: str) -> list[str]:
    return [each.check for each in audited(text).findings if each.severity is Severity.ERROR]


def test_changes_with_signs_add_up_over_the_rows_of_the_first_codes() -> None:
    assert errors(TABLE) == []


def test_a_wrong_total_above_its_rows_is_found() -> None:
    (finding,) = [each for each in found(TABLE.replace("100.00", "110.00"), "sum.parts") if each.stated == "110.00"]
    assert str(finding.expected).startswith("100.00")


def test_a_wrong_part_below_a_code_is_found() -> None:
    assert errors(TABLE.replace("102\t公用经费\t20.00\t0.00\t20.00", "102\t公用经费\t23.00\t0.00\t23.00"))


@pytest.mark.parametrize("codes", [["1", "2", "3"], ["8", "9", "10"]])
def test_plain_numbers_in_a_column_of_codes_tell_no_rows_from_parts(codes: list[str]) -> None:
    first, second, third = codes
    text = (
        f"报告\n\n单位：万元\n\n编码\t项目\t预算数\t决算数\n{first}\t办公费\t3.00\t2.00\n{second}\t印刷费\t4.00\t4.00\n"
        f"{third}\t培训费\t5.00\t1.00\n\t合计\t12.00\t7.00\n"
    )
    assert errors(text) == []
    assert errors(text.replace("12.00", "13.00")) == ["sum.parts"]


def test_a_total_whose_word_stands_in_the_column_of_numbers_is_a_total() -> None:
    text = "报告\n\n单位：万元\n\n序号\t项目\t预算数\n1\t办公费\t3.00\n2\t印刷费\t4.00\n合计\t\t8.00\n"
    assert errors(text) == ["sum.parts"]
    assert errors(text.replace("8.00", "7.00")) == []
