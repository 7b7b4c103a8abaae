"""Survey tables with a question in every row and two columns for every answer."""

import pytest
from tests.audit.desk import audited

_TABLE = """共发出问卷60份，收回55份，有效问卷50份。

序号\t调查内容\t很满意\t\t满意\t\t不满意\t\t满意率（%）
\t\t份数\t占比（%）\t份数\t占比（%）\t份数\t占比（%）\t
1\t窗口服务\t30\t60.00\t10\t20.00\t10\t20.00\t80.00
2\t办事环境\t20\t40.00\t15\t30.00\t15\t30.00\t70.00
3\t业务水平\t25\t50.00\t20\t40.00\t5\t10.00\t90.00
合计\t\t75\t50.00\t45\t30.00\t30\t20.00\t80.00

汇总全部题目，总体满意率为80.00%。
"""


def test_a_table_that_agrees_is_no_finding() -> None:
    result = audited(_TABLE)
    assert result.findings == ()
    assert result.summary.checked >= 3 + 12 + 4 + 1  # sums, shares, results, and the sentence


def test_an_answer_given_as_often_as_one_question_was_answered_is_no_whole_of_its_shares() -> None:
    counted = """序号\t调查内容\t非常满意\t\t比较满意\t\t一般\t
\t\t份数\t占比（%）\t份数\t占比（%）\t份数\t占比（%）
1\t服务态度\t17\t51.52\t12\t36.36\t4\t12.12
2\t办事效率\t16\t48.48\t2\t6.06\t15\t45.45
合计\t\t33\t50.00\t14\t21.21\t19\t28.79
"""
    assert [finding for finding in audited(counted).findings if finding.severity == "error"] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("\t30.00\t70.00", "\t31.00\t70.00"),
        ("\t30.00\t70.00", "\t30.00\t72.00"),
        ("\t20.00\t80.00\n2", "\t20.00\t86.00\n2"),
        ("3\t业务水平\t25", "3\t业务水平\t26"),
        ("总体满意率为80.00%", "总体满意率为82.00%"),
    ],
)
def test_a_wrong_figure_of_the_table_is_found(right: str, wrong: str) -> None:
    assert right in _TABLE
    findings = audited(_TABLE.replace(right, wrong)).findings
    shown = [operand.text for finding in findings for operand in finding.operands] + [one.stated for one in findings]
    figure = next(part for part in wrong.replace("总体满意率为", "\t").split("\t") if part and part not in right)
    assert figure.partition("\n")[0] in shown


def test_results_of_no_usual_scheme_are_not_compared() -> None:
    text = _TABLE.replace("\t80.00", "\t33.00").replace("\t70.00", "\t44.00").replace("\t90.00", "\t55.00")
    assert "survey.composite" not in {finding.check for finding in audited(text).findings}


_WITH_ANSWERS = """满意度调查统计表

问题\t很满意\t满意\t不满意\t合计\t满意率
窗口服务\t30\t10\t10\t50\t80.00%
办事环境\t20\t15\t13\t48\t72.92%
业务水平\t25\t20\t4\t49\t91.84%
合计\t75\t45\t27\t147\t81.63%
"""


def test_the_answers_to_a_question_are_those_of_its_column_of_all() -> None:
    assert audited(_WITH_ANSWERS).findings == ()
    (finding,) = audited(_WITH_ANSWERS.replace("\t48\t", "\t84\t")).findings
    assert (finding.stated, finding.expected) == ("84", "48份")
