"""Deduction, problem, recommendation: what breaks the chain is reported; the self-score beside the evaluated one."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import ScoreSheet, evaluate
from jixiao.evaluation.links import LINK_CHECKS
from jixiao.evaluation.rulewords import RULE_CHECKS
from jixiao.evaluation.selfcheck import SELF_CHECKS
from jixiao.packs.trees import Tree

PROBLEM: dict[str, Tree] = {"id": "P1", "title": "资产未入账", "cause": "没有登记", "indicators": ["K"]}
ADVICE: dict[str, Tree] = {"id": "R1", "problem": "P1", "title": "及时登记"}


def sheet(narrative: Mapping[str, Tree], own: Tree = "") -> ScoreSheet:
    """A case in which K lost its 10 points and L kept its 10."""
    leaves = [leaf("K", "10", {"fixed": "0%"}), leaf("L", "10", {"fixed": "100%"})]
    return evaluate(small_case(leaves, narrative=narrative, general={"self_evaluation": own} if own else None))


def found(sheet: ScoreSheet) -> list[tuple[str, str]]:
    return [(finding.check, finding.explanation) for finding in sheet.findings]


def test_a_whole_chain_is_not_reported() -> None:
    assert found(sheet({"problems": [PROBLEM], "recommendations": [ADVICE]})) == []


def test_a_deduction_without_problem_is_reported_with_code_and_points() -> None:
    ((check, explanation),) = found(sheet({}))
    assert check == "case.deduction_without_problem"
    assert "“K 指标K”扣了 10.00 分" in explanation


def test_a_name_with_quotation_marks_is_quoted_with_single_ones_inside() -> None:
    named = {**leaf("K", "10", {"fixed": "0%"}), "name": "“三公经费”控制率"}
    assert "“K ‘三公经费’控制率”扣了 10.00 分" in found(evaluate(small_case([named])))[0][1]


def test_a_problem_about_an_indicator_that_lost_nothing_is_reported() -> None:
    problem: Tree = {**PROBLEM, "indicators": ["L"]}
    checks = found(sheet({"problems": [problem], "recommendations": [ADVICE]}))
    assert [check for check, _ in checks] == ["case.deduction_without_problem", "case.problem_without_deduction"]
    assert "关联的 L 都没有扣分" in checks[1][1]


def test_a_problem_about_no_indicator_is_reported() -> None:
    problem: Tree = {**PROBLEM, "id": "P2", "indicators": []}
    advice: Tree = {**ADVICE, "id": "R2", "problem": "P2"}
    ((check, explanation),) = found(sheet({"problems": [PROBLEM, problem], "recommendations": [ADVICE, advice]}))
    assert check == "case.problem_without_deduction"
    assert "没有关联指标" in explanation


@pytest.mark.parametrize("cause", ["", "  "])
def test_a_problem_without_cause_is_reported(cause: str) -> None:
    ((check, explanation),) = found(sheet({"problems": [{**PROBLEM, "cause": cause}], "recommendations": [ADVICE]}))
    assert check == "case.problem_without_cause"
    assert "资产未入账" in explanation


def test_a_problem_without_recommendation_is_reported() -> None:
    assert [check for check, _ in found(sheet({"problems": [PROBLEM]}))] == ["case.problem_without_recommendation"]


def test_every_point_that_was_lost_is_listed_with_its_problems() -> None:
    assert {each.indicator.code: (each.points, each.problems) for each in sheet_of(XINXIANG).deductions} == {
        "A1.2": (Decimal("3.00"), ("绩效目标编报质量不高",)),
        "B2.1": (Decimal("1.00"), ("资产管理不够规范",)),
        "B2.2": (Decimal("0.60"), ("绩效目标编报质量不高",)),
        "B3.1": (Decimal("1.00"), ("资产管理不够规范",)),
    }
    lost = {each.indicator.code: each.points for each in sheet_of(YANJIN).deductions}
    assert lost == {
        code: Decimal(points)
        for code, points in {
            "A21": "1.50",
            "A23": "1.00",
            "B32": "2.00",
            "B61": "1.00",
            "C12": "2.50",
            "C13": "2.50",
            "C22": "3.50",
        }.items()
    }


def test_the_examples_report_the_one_deduction_that_no_problem_explains() -> None:
    links = {name: [f.stated for f in sheet_of(name).findings if f.check in LINK_CHECKS] for name in (XINXIANG, YANJIN)}
    assert links == {XINXIANG: [], YANJIN: ["A23"]}


def test_findings_of_one_check_have_different_fingerprints_that_stay_from_run_to_run() -> None:
    two: dict[str, Tree] = {"problems": [{**PROBLEM, "cause": ""}, {**PROBLEM, "id": "P2", "cause": ""}]}
    prints = [finding.fingerprint for finding in sheet(two).findings]
    assert len(set(prints)) == len(prints) == 4
    assert prints == [finding.fingerprint for finding in sheet(two).findings]


def test_a_self_score_of_another_grade_is_reported_with_both() -> None:
    ((check, explanation),) = found(
        sheet(
            {"problems": [{**PROBLEM, "indicators": ["K"]}], "recommendations": [ADVICE]},
            own={"score": "98.50", "grade": "良"},
        )
    )
    assert check == "case.self_grade_differs"
    assert "自评 98.50 分、“良”" in explanation
    assert "评价得 90.00 分、“优”" in explanation


def test_parts_of_a_self_score_that_do_not_add_up_are_reported_with_the_gap() -> None:
    parts: list[Tree] = [{"name": "产出", "score": "48"}, {"name": "效益", "score": "50.50"}]
    result = sheet(
        {"problems": [PROBLEM], "recommendations": [ADVICE]},
        own={"score": "99", "grade": "优", "parts": parts},
    )
    ((check, explanation),) = found(result)
    assert check == "case.self_score_parts"
    assert "相加为 48＋50.50＝98.50 分，相差 0.50 分" in explanation


def test_the_self_score_of_xinxiang_is_5_28_points_above_with_the_same_grade_and_sound_parts() -> None:
    result = sheet_of(XINXIANG)
    assert (result.self_score, result.self_grade) == (Decimal("99.68"), "优")
    assert [finding.check for finding in result.findings if finding.check in SELF_CHECKS] == []


def test_wrong_tables_are_found_before_anything_is_scored() -> None:
    checks = case_of(YANJIN).checks
    assert [finding.fingerprint for finding in checks.findings] == [
        finding.fingerprint for finding in sheet_of(YANJIN).findings if finding.check not in LINK_CHECKS + RULE_CHECKS
    ]
    assert sheet_of(YANJIN).relations.checked == checks.summary.checked > 0
