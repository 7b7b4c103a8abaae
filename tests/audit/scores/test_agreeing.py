"""Scores of one report in all its places: tables, annex, sentences. Each fault is planted in a report without any."""

import pytest
from tests.audit.desk import audited, found, lines
from tests.audit.scores.sample import contradictions, report, with_a_cell_to_a_line

from jixiao.findings import Severity


def test_a_report_without_a_fault_gives_no_finding_and_leaves_nothing_unchecked() -> None:
    open_checks = [each for each in audited(report()).not_checked if not each.check.id.startswith("regulation.")]
    assert (contradictions(report()), open_checks) == ((), [])
    assert audited(report()).summary.exact > 100


def test_tables_with_a_cell_to_a_line_state_the_same() -> None:
    text = with_a_cell_to_a_line(report())
    assert contradictions(text) == ()
    assert audited(text).summary.checked == audited(report()).summary.checked


def test_a_total_in_a_sentence_must_be_that_of_the_table() -> None:
    (finding,) = found(report(("综合得分为90.00分", "综合得分为90.50分")), "duplicate")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "90.50分", "90.00")
    assert lines(finding) == [14, 5]


def test_one_wrong_score_in_a_table_is_one_fault_with_its_consequences() -> None:
    wrong = ("A1.2 阅读指标明确性\t20.00\t15.00", "A1.2 阅读指标明确性\t20.00\t16.00")
    findings = contradictions(report(wrong))
    assert {finding.check for finding in findings} == {"sum.scores", "rate.quotient", "duplicate", "score.deduction"}
    assert [finding.id for finding in findings if finding.derived_from is None] == ["F1"]


def test_a_weight_told_in_per_cent_is_the_weight_in_points() -> None:
    (finding,) = found(report(("投入类指标占权重40%", "投入类指标占权重45%")), "duplicate")
    assert lines(finding) == [12, 7]


def test_a_score_above_its_weight_is_an_error() -> None:
    (finding,) = found(report(("A 投入\t40.00\t35.00", "A 投入\t40.00\t45.00")), "score.over_weight")
    assert (finding.stated, finding.expected, lines(finding)) == ("45.00", "不超过 40.00", [12])


def test_an_indicator_has_one_name() -> None:
    (finding,) = found(report(("A1.1 阅读目标合理性：", "A1.1 阅读目标明确性：")), "score.name_differs")
    assert (finding.severity, finding.stated, finding.expected) == (
        Severity.ERROR,
        "阅读目标明确性",
        "阅读目标合理性",
    )


@pytest.mark.parametrize("same", ["A1.1 “阅读目标”合理性：", "A1.1 阅读目标合理性指标：", "A11 阅读目标合理性："])
def test_marks_and_points_make_no_other_name_or_code(same: str) -> None:
    assert contradictions(report(("A1.1 阅读目标合理性：", same))) == ()


def test_an_indicator_has_one_code() -> None:
    other = ("A1.2 阅读指标明确性\t20.00\t考察", "A1.3 阅读指标明确性\t20.00\t考察")
    (finding,) = found(report(other), "score.code_differs")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "A1.3", "A1.2")


def test_a_code_used_twice_explains_that_codes_differ() -> None:
    twice = ("A1.2 阅读指标明确性\t20.00\t考察", "A1.1 阅读指标明确性\t20.00\t考察")
    findings = contradictions(report(twice))
    assert [(each.check, each.derived_from) for each in findings] == [
        ("score.code_twice", None),
        ("score.code_differs", "F1"),
    ]


def test_a_table_without_codes_lists_the_same_indicators_as_one_with_codes() -> None:
    assert contradictions(report(("A 投入\t40", "投入\t40"), ("B 效果\t60", "效果类指标\t60"))) == ()


def test_the_scores_a_unit_gave_itself_are_not_compared_with_those_of_the_evaluators() -> None:
    told = "该馆自评得分98.00分，等级为“优”。其中，投入指标得40.00分，效果指标得58.00分。"
    assert contradictions(report(("二、指标分析\n", f"二、指标分析\n\n（零）自评情况\n\n{told}\n"))) == ()


def test_rows_missing_from_the_annex_explain_its_sums() -> None:
    text = "\n".join(line for line in report().split("\n") if "B1.2 读者满意度\t30.00\t考察" not in line)
    findings = contradictions(text)
    root = next(finding for finding in findings if finding.check == "score.missing_row")
    assert root.expected == "“B1.2 读者满意度”"
    assert {finding.derived_from for finding in findings if finding is not root} == {root.id}


def test_a_row_missing_from_a_score_table_explains_its_sums_and_counts() -> None:
    """The annex lists B1.2 with 30 points, which the table of group B lacks of 60."""
    text = report().replace("B1.2 读者满意度\t30.00\t30.00\t100.00%\n", "")
    findings = contradictions(text)
    root = next(finding for finding in findings if finding.check == "score.missing_row")
    assert (root.expected, root.severity) == ("“B1.2 读者满意度”", Severity.ERROR)
    assert {finding.derived_from for finding in findings if finding is not root} == {root.id}
    assert {"sum.weights", "sum.scores"} <= {finding.check for finding in findings}
