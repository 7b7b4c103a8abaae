"""What sentences say of scores: counts of indicators, deductions, who lost points, overrides, grades."""

import pytest
from tests.audit.desk import found, lines
from tests.audit.scores.sample import contradictions, report

from jixiao.findings import Severity


@pytest.mark.parametrize(
    ("said", "wrong", "expected"),
    [
        ("2个一级指标、", "3个一级指标、", "2个"),
        ("4个三级指标构成", "5个三级指标构成", "4个"),
        ("1个二级指标，2个三级", "1个二级指标，3个三级", "2个"),
    ],
)
def test_indicators_are_counted_over_the_whole_and_in_each_group(said: str, wrong: str, expected: str) -> None:
    (finding,) = found(report((said, wrong)), "score.count_differs")
    assert (finding.severity, finding.expected) == (Severity.ERROR, expected)


@pytest.mark.parametrize(
    "other",
    [
        "其中1个三级指标的得分由评价人员作了调整。",
        "年度绩效目标设置一级指标3个、二级指标7个、三级指标28个。",
        "监控表列出一级指标2个、二级指标6个、三级指标9个。",
    ],
)
def test_a_sentence_that_counts_something_else_is_no_count_of_the_system(other: str) -> None:
    assert found(report(("二、指标分析\n", f"二、指标分析\n\n{other}\n")), "score.count_differs") == []


MEMBERS = "投入指标权重分为40.00分，"


@pytest.mark.parametrize(
    ("said", "check", "expected"),
    [
        ("目标设定指标包括阅读目标合理性、阅读指标明确性3个三级指标。", "score.count_differs", "2个"),
        ("目标设定指标包括阅读目标合理性1个三级指标。", "score.count_differs", "2个"),
        ("目标设定指标包括阅读目标合理性、阅读指标清晰性2个三级指标。", "score.name_differs", "阅读指标明确性"),
    ],
)
def test_the_members_of_a_group_are_those_of_the_table(said: str, check: str, expected: str) -> None:
    assert found(report((MEMBERS, f"{said}{MEMBERS}")), check)[0].expected == expected


def test_members_in_quotation_marks_and_under_a_heading_are_known() -> None:
    said = "目标设定指标包括“阅读目标”合理性和阅读指标明确性2个三级指标。"
    assert contradictions(report((MEMBERS, f"{said}{MEMBERS}"))) == ()


def test_what_was_taken_off_is_what_the_score_lacks_of_the_weight() -> None:
    (finding,) = found(report(("扣减5.00分，该项", "扣减4.00分，该项")), "score.deduction")
    assert (finding.stated, finding.expected, lines(finding)) == ("4.00分", "5.00分", [32, 32, 32])


def test_a_deduction_in_a_list_is_compared_with_the_tables() -> None:
    (finding,) = found(report(("（扣5.00分）", "（扣4.50分）")), "score.deduction")
    assert (finding.stated, finding.expected) == ("4.50分", "5.00分")


def test_an_indicator_with_full_marks_lost_nothing() -> None:
    (finding,) = found(report(("主要扣分指标为借阅服务覆盖率", "主要扣分指标为读者满意度")), "score.losers")
    assert finding.severity is Severity.WARNING
    assert "“B1.2 读者满意度”得满分" in finding.explanation


def test_a_list_of_all_that_lost_points_leaves_none_out() -> None:
    lost = ("扣分的三级指标有1个：阅读指标明确性（扣5.00分）。", "扣分的三级指标为阅读目标合理性。")
    (finding,) = found(report(lost), "score.losers")
    assert "“A1.2 阅读指标明确性”也扣了分，没有列出" in finding.explanation


def test_a_score_that_the_report_says_departs_from_the_rule_is_a_note() -> None:
    told = "阅读指标明确性按规则得15.00分，评价组调整为12.00分，理由：指标过粗。"
    changes = [("15.00", "12.00")] * 3 + [("75.00%", "60.00%")]
    text = report(("主要扣分指标为", f"{told}主要扣分指标为"))
    for old, new in changes:
        text = text.replace(f"阅读指标明确性\t20.00\t{old}\t", f"阅读指标明确性\t20.00\t{new}\t")
    (finding,) = found(text, "score.override")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.NOTE, "12.00分", "15.00分")


def test_a_grade_must_fit_the_bands_of_the_document() -> None:
    (finding,) = found(report(("绩效等级为“优”", "绩效等级为“良”")), "score.grade")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "良", "优")


def test_a_document_with_bands_of_its_own_grades_by_them() -> None:
    bands = ("90（含）—100分为优、80（含）—90分为良", "92（含）—100分为优、80（含）—92分为良")
    (finding,) = found(report(bands), "score.grade")
    assert finding.expected == "良"


def test_without_bands_the_usual_ones_are_only_a_hint() -> None:
    bands = "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差"
    (finding,) = found(report((bands, "结果良好"), ("为“优”", "为“良”")), "score.grade")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "优")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("80（含）—90分为良", "75（含）—90分为良", "有两个档次"),
        ("60（含）—80分为中", "60（含）—75分为中", "没有对应的档次"),
    ],
)
def test_bands_of_grades_leave_no_gap_and_do_not_overlap(old: str, new: str, told: str) -> None:
    (finding,) = found(report((old, new)), "score.grade_bands")
    assert (finding.severity, told in finding.explanation) == (Severity.WARNING, True)


def test_bands_in_whole_points_have_no_gap() -> None:
    bands = "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差"
    whole = "优秀：90-100分；良好：80-89分；中等：60-79分；差：0-59分"
    assert contradictions(report((bands, whole))) == ()


GRADED = """某某局2023年度部门整体支出绩效评价报告

一、基本情况

评价得分90分及以上的为优，80分及以上、不满90分的为良，60分及以上、不满80分的为中，不满60分的为差。

{sentence}
"""


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("经综合打分，最终得85.10分，评定为“优”等级。", Severity.ERROR),
        ("该部门整体支出绩效评价综合得分85.10分，评为优秀。", Severity.ERROR),
        ("部门自评得分为85.10分，自评等级为“优”，其中投入指标自评21分。", Severity.WARNING),
    ],
)
def test_a_grade_awarded_with_its_points_fits_them(sentence: str, severity: Severity) -> None:
    (finding,) = found(GRADED.format(sentence=sentence), "score.grade")
    assert (finding.severity, finding.stated, finding.expected) == (severity, "优", "良")
    assert found(GRADED.format(sentence=sentence.replace("优秀", "良好").replace("优", "良")), "score.grade") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "该部门综合得分85.10分；下属单位中，得95分评为优秀的有2家。",
        "预算执行自评得分8分，自评等级为优。",
        "综合得分85.10分，95分以上评定为优秀，达到92分，评定为优秀。",
    ],
)
def test_a_grade_of_other_points_is_not_compared_with_the_total(sentence: str) -> None:
    assert found(GRADED.format(sentence=sentence), "score.grade") == []


def test_points_taken_off_an_indicator_with_full_marks_are_one_fault() -> None:
    listed = report(("阅读指标明确性（扣5.00分）", "阅读目标合理性（扣5.00分）"))
    findings = contradictions(listed)
    assert {"score.deduction", "score.losers"} == {finding.check for finding in findings}
    assert [finding.check for finding in findings if finding.derived_from is None] == ["score.deduction"]
