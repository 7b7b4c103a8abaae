"""Numbers of projects beside the table that lists them."""

import pytest
from tests.audit.desk import found

from jixiao.findings import Severity

CHECK = "sentence.announced_count"
REPORT = """某某局2023年度部门整体支出绩效评价报告

一、项目支出

{sentence}

{caption}

序号\t项目名称\t预算\t支出
\t合计\t60.00\t50.00
1\t甲项目\t30.00\t25.00
2\t乙项目\t20.00\t15.00
3\t丙项目\t10.00\t10.00
"""
CAPTION = "附表3：项目支出明细（单位：万元）"


@pytest.mark.parametrize(
    "sentence",
    [
        "项目支出共安排{}个项目，明细见附表3。",
        "全年共实施{}个项目，具体情况详见附表3。",
        "全年项目共{}项项目（清单见附表3）。",
    ],
)
def test_a_number_of_projects_is_that_of_the_rows_of_their_table(sentence: str) -> None:
    assert found(REPORT.format(sentence=sentence.format(3), caption=CAPTION), CHECK) == []
    (finding,) = found(REPORT.format(sentence=sentence.format(5), caption=CAPTION), CHECK)
    assert finding.severity is Severity.WARNING
    assert (str(finding.stated)[0], str(finding.expected)[0]) == ("5", "3")


@pytest.mark.parametrize(
    ("sentence", "caption"),
    [
        ("项目支出共安排5个项目，明细见附表4。", CAPTION),
        ("项目支出共安排5个项目，明细见表3。", CAPTION),
        ("项目支出共安排5个项目。明细见附表3。", CAPTION),
        ("完成验收的有2个项目，明细见附表3。", CAPTION),
        ("共有5个项目未完成，明细见附表3。", CAPTION),
        ("项目支出共安排5个项目，明细见附表3。", "附表3：资金来源明细（单位：万元）"),
    ],
)
def test_a_number_of_other_things_or_of_another_table_is_not_compared(sentence: str, caption: str) -> None:
    assert found(REPORT.format(sentence=sentence, caption=caption), CHECK) == []


def test_a_table_whose_rows_are_of_several_ranks_is_not_counted() -> None:
    ranked = REPORT.replace("2\t乙项目", "其中：\t乙项目").replace("3\t丙", "（1）\t丙")
    assert found(ranked.format(sentence="项目支出共安排5个项目，明细见附表3。", caption=CAPTION), CHECK) == []
