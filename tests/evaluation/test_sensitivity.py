"""How far the total is from the next grades, and which indicators alone decide; worked out by hand."""

from decimal import Decimal

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import Case, Sensitivity, evaluate, sensitivity_of
from jixiao.evaluation.sensitivity import Distance
from jixiao.packs.trees import Tree


def of(case: Case) -> Sensitivity:
    return sensitivity_of(case, evaluate(case))


def test_xinxiang_has_no_better_grade_and_falls_to_the_second_by_more_than_4_40_points() -> None:
    """94.40 is 4.40 above 90: every indicator that earns more than that could cost the grade alone."""
    sensitivity = sensitivity_of(case_of(XINXIANG), sheet_of(XINXIANG))
    deciding = ("C1.1", "C1.2", "C1.3", "C1.4", "D1.2", "D3.1")
    assert sensitivity == Sensitivity(None, Distance("良", Decimal("4.40"), deciding))


def test_yanjin_needs_4_points_that_no_single_indicator_lost_and_falls_by_more_than_6() -> None:
    """86.00: the largest deduction is 3.50 (C22). C21 earns 10, C22 6.50 and D11 8; D21 and D31 earn exactly 6."""
    sensitivity = sensitivity_of(case_of(YANJIN), sheet_of(YANJIN))
    assert sensitivity.up == Distance("优", Decimal("4.00"), ())
    assert sensitivity.down == Distance("中", Decimal("6.00"), ("C21", "C22", "D11"))


def test_an_indicator_that_lost_exactly_what_is_missing_decides_alone() -> None:
    case = small_case([leaf("K", "20", {"discretionary": {"at_most": "20分"}})], judgements={"K": {"deduct": "12"}})
    assert of(case).up == Distance("优", Decimal("2.00"), ("K",))


def test_a_penalty_counts_in_the_distance() -> None:
    """100 − 7 = 93: K alone, worth 5, takes it to 88."""
    rules: list[Tree] = [{"name": "违规", "penalty": "7分"}]
    case = small_case(
        [leaf("K", "5", {"fixed": "100%"})], general={"total_rules": rules, "total_events": {"违规": "1"}}
    )
    assert of(case).down == Distance("良", Decimal("3.00"), ("K", "Z"))


def test_under_a_capped_grade_no_points_lead_upwards() -> None:
    rules: list[Tree] = [{"name": "重大违纪", "cap": "良"}]
    case = small_case(
        [leaf("K", "5", {"fixed": "0%"})], general={"total_rules": rules, "total_events": {"重大违纪": "1"}}
    )
    sensitivity = of(case)
    assert sensitivity.up is None
    assert sensitivity.down == Distance("中", Decimal("15.00"), ("Z",))


def test_an_open_total_has_no_distances() -> None:
    assert of(small_case([leaf("K", "5", {})])) == Sensitivity(None, None)
