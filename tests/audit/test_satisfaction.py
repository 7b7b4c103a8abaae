"""Surveys in a report: answers, bases, shares, composite satisfaction, and what is said of them."""

import pytest
from tests.audit.desk import audited, found, lines

from jixiao.findings import Severity

# 40 answers: 30, 6, 4, 0, 0; with 100/75/50/25/0 they come to (3000 + 450 + 200) / 40 = 91.25 %.
QUESTION = """1.请问您对供水站的{asked}是否满意？ [单选题]

选项\t小计\t比例
A.非常满意\t{first}\t75%
B.比较满意\t6\t15%
C.一般\t4\t10%
D.不太满意\t0\t0%
E.非常不满意\t0\t0%
本题有效填写人次\t40\t

了解调查对象对供水站的{told}满意程度，见下表：

综合满意度\t合计\t100%\t75%\t50%\t25%\t0%
\t\t非常满意\t比较满意\t一般\t不太满意\t非常不满意
{result}\t40\t30\t6\t4\t0\t0
\t\t75.00%\t15.00%\t10.00%\t0.00%\t0.00%
"""


def question(*, first: int = 30, result: str = "91.25%", asked: str = "服务态度", told: str = "服务态度") -> str:
    return QUESTION.format(first=first, result=result, asked=asked, told=told)


def test_a_survey_that_is_right_gives_no_finding() -> None:
    audit = audited(question())
    assert audit.findings == ()
    assert audit.summary.checked > 15


def test_satisfaction_that_the_counts_do_not_give_is_an_error() -> None:
    (finding,) = found(question(result="92.15%"), "survey.composite")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "92.15%", "91.25%")
    assert lines(finding)[-1] == 15


def test_a_wrong_count_is_one_fault_with_its_consequences() -> None:
    errors = [finding for finding in audited(question(first=31)).findings if finding.severity is Severity.ERROR]
    assert len([finding for finding in errors if finding.derived_from is None]) == 1
    assert {finding.check for finding in errors} >= {"sum.parts", "duplicate"}


def test_an_analysis_copied_from_another_question_is_an_error() -> None:
    second = question(asked="供水水质").replace("1.请问", "2.请问")
    (finding,) = found(question() + "\n" + second, "survey.other_question")
    assert (finding.stated, finding.expected) == ("供水站的服务态度", "供水站的供水水质")


def test_an_analysis_that_speaks_of_no_question_is_left_alone() -> None:
    assert found(question(told="各项工作"), "survey.other_question") == []


def test_rates_of_return_are_computed_from_the_numbers_stated() -> None:
    text = "共发放问卷50份，收回问卷45份，其中有效问卷40份，回收率90.00%，有效率{rate}。\n"
    assert audited(text.format(rate="88.89%")).findings == ()
    (finding,) = audited(text.format(rate="80.00%")).findings
    assert (finding.check, finding.expected) == ("rate.quotient", "88.89%")


def test_a_base_that_differs_from_the_one_number_of_valid_questionnaires_is_a_warning() -> None:
    (finding,) = found("共收回有效问卷42份。\n\n" + question(), "survey.base_differs")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "40", "42份")


_SHARED = "选项\t满意\t一般\t不满意\t合计\n份数\t20\t7\t3\t30\n占比\t66.7%\t23.3%\t10.0%\t100.0%\n"


def test_the_share_of_all_answers_is_the_sum_of_their_shares() -> None:
    assert audited(_SHARED).findings == ()
    (finding,) = audited(_SHARED.replace("100.0%", "130.0%")).findings
    assert (finding.severity, finding.stated) == (Severity.ERROR, "130.0%")


def test_a_share_of_all_answers_may_be_the_sum_of_rounded_ones() -> None:
    text = _SHARED.replace("20\t7\t3", "10\t10\t10").replace(
        "66.7%\t23.3%\t10.0%\t100.0%", "33.3%\t33.3%\t33.3%\t99.9%"
    )
    assert audited(text).count(Severity.ERROR) == 0


def test_shares_are_not_added_up_where_the_answers_are_not() -> None:
    several = _SHARED.replace("7\t3", "12\t3").replace("23.3%", "40.0%")
    assert [finding.stated for finding in audited(several).findings if finding.severity is Severity.ERROR] == ["30"]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("125份有效问卷中，对服务态度满意的占92.80%。", []),  # 116 of 125
        ("125份有效问卷中，对服务态度满意的占92.50%。", [Severity.WARNING]),  # 115.6 of 125
        ("125份有效问卷中，116份表示满意，占92.50%。", []),  # told with its count: another relation
        ("125份有效问卷中，满意度为92.50%。", []),  # may be weighted
    ],
)
def test_a_share_of_questionnaires_is_a_whole_number_of_them(told: str, wrong: list[Severity]) -> None:
    assert [finding.severity for finding in found(told + "\n", "count.whole_number")] == wrong
