"""The relations of a case's own tables: real tables hold, planted mistakes are found, what is open is listed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.cases import (
    XINXIANG_EXPENDITURE,
    YANJIN_BASIC,
    YANJIN_EXPENDITURE,
    YANJIN_INCOME,
    base_of,
    table,
)

from jixiao.facts import FACT_CHECKS, FactBase, Table, TableChecks, check_tables
from jixiao.findings import Finding, Severity, Verdict
from jixiao.quantities import fixed_text

ASSETS = """\
层次,资产类别,期初净值,增加数量,增加原值,增加累计折旧,减少数量,减少原值,减少累计折旧,期末净值
0,资产合计,300.00,3,50.00,20.00,1,10.00,9.00,329.00
1,房屋,200.00,0,0,5.00,0,0,0,195.00
1,设备,100.00,3,50.00,15.00,1,10.00,9.00,134.00
"""


def checked(*tables: Table, facts: str = "", year: int = 2023) -> TableChecks:
    base: FactBase = base_of(*tables, facts=facts, year=year)
    return check_tables(tables, base)


def the_finding(checks: TableChecks) -> Finding:
    (finding,) = checks.findings
    return finding


def verdict_of(checks: TableChecks, stated: str) -> Verdict:
    (verdict,) = {assessment.verdict for relation, assessment in checks.judged if relation.stated.name == stated}
    return verdict


def test_the_six_projects_add_up_to_their_total_within_rounding() -> None:
    checks = checked(table("expenditure", XINXIANG_EXPENDITURE))
    assert verdict_of(checks, "项目支出决算数") is Verdict.ROUNDING
    assert checks.findings == ()


def test_the_real_tables_of_the_other_report_hold() -> None:
    tables = (
        table("expenditure", YANJIN_EXPENDITURE, year=2022),
        table("income", YANJIN_INCOME, year=2022),
        table("basic_expenditure", YANJIN_BASIC, year=2022),
    )
    checks = checked(*tables, facts="- {name: 结转结余, stage: 决算, value: 0}", year=2022)
    assert checks.findings == ()
    assert checks.summary.checked == checks.summary.held > 10


def test_a_total_that_is_wrong_by_more_than_rounding_is_an_error_with_place_and_arithmetic() -> None:
    text = YANJIN_EXPENDITURE.replace("117.72", "171.72")
    finding = the_finding(checked(table("expenditure", text)))
    assert (finding.check, finding.severity) == ("facts.parts", Severity.ERROR)
    assert finding.stated == "126.35"
    assert "171.72 + 8.63 = 180.35万元" in finding.explanation
    assert finding.hint == "猜测：“人员经费年初预算数”可能有两位数字颠倒"
    places = {(place.file, place.row, place.column) for place in finding.places}
    assert ("tables/expenditure.csv", 4, "年初预算数") in places


def test_an_amount_in_yuan_among_ten_thousands_is_found_and_guessed() -> None:
    finding = the_finding(checked(table("expenditure", YANJIN_EXPENDITURE.replace(",8.63,", ",86300,"))))
    assert finding.check == "facts.parts"
    assert finding.hint == "猜测：“公用经费年初预算数”的单位或小数点可能有误"


def test_the_adjusted_budget_is_the_initial_one_with_additions_less_cuts() -> None:
    text = XINXIANG_EXPENDITURE.replace("434.66,38.93,19.01", "434.66,38.93,9.01")
    findings = checked(table("expenditure", text)).findings
    assert {finding.check for finding in findings} == {"facts.row", "facts.parts"}
    row = next(finding for finding in findings if finding.check == "facts.row")
    assert row.relation == "支出合计调整预算数 = 支出合计年初预算数 + 支出合计追加数 − 支出合计追减数"
    assert "434.66 + 38.93 − 9.01 = 464.58万元" in row.explanation


def test_an_adjustment_with_an_unstated_operand_is_listed_as_not_checked() -> None:
    text = "层次,类别,年初预算数,追加数,追减数,调整预算数\n0,支出合计,354.31,-,-,335.96\n"
    checks = checked(table("expenditure", text))
    assert checks.summary.undecided == 1
    assert "缺少“支出合计追加数”“支出合计追减数”" in checks.not_checked[0]


def test_a_table_without_columns_for_changes_has_no_adjustment_to_check() -> None:
    assert checked(table("expenditure", YANJIN_EXPENDITURE)).summary.undecided == 0


def test_a_breakdown_that_is_not_filled_in_is_no_relation_at_all() -> None:
    text = "层次,类别,年初预算数,决算数\n0,支出合计,30,30\n1,基本支出,-,10\n1,项目支出,-,20\n"
    assert checked(table("expenditure", text)).summary.checked == 1


def test_parts_that_make_the_total_hold_although_another_part_is_blank() -> None:
    text = "层次,类别,决算数\n0,支出合计,246.83\n1,人员经费,246.83\n1,公用经费,-\n"
    assert checked(table("expenditure", text)).summary.held == 1


def test_parts_that_do_not_make_the_total_stay_undecided_while_a_part_is_blank() -> None:
    text = "层次,类别,决算数\n0,支出合计,246.83\n1,人员经费,200.00\n1,公用经费,-\n"
    checks = checked(table("expenditure", text))
    assert checks.findings == ()
    assert checks.not_checked == ("支出合计决算数 = 人员经费决算数 + 公用经费决算数：缺少“公用经费决算数”",)


def test_a_bare_zero_does_not_soften_what_is_wrong() -> None:
    text = "层次,类别,决算数\n0,支出合计,246.83\n1,人员经费,246.93\n1,公用经费,0\n"
    assert the_finding(checked(table("expenditure", text))).severity is Severity.ERROR


def test_closing_assets_are_opening_assets_with_what_came_and_went() -> None:
    assert checked(table("assets", ASSETS)).findings == ()
    findings = checked(table("assets", ASSETS.replace("9.00,329.00", "9.00,339.00"))).findings
    assert {finding.check for finding in findings} == {"facts.row", "facts.parts"}


def test_counts_leave_no_room_for_rounding() -> None:
    text = "机构,编制数,在职人员数\n合计,22,20\n局机关,8,7\n数据中心,13,13\n"
    finding = the_finding(checked(table("staff", text)))
    assert finding.stated == "22"
    assert "8 + 13 = 21人" in finding.explanation


def test_income_is_expenditure_and_what_is_left() -> None:
    income, spent = table("income", YANJIN_INCOME), table("expenditure", YANJIN_EXPENDITURE)
    findings = checked(income, spent, facts="- {name: 结转结余, stage: 决算, value: '5.00'}").findings
    finding = next(finding for finding in findings if finding.check == "facts.balance")
    assert (finding.check, finding.severity) == ("facts.balance", Severity.ERROR)
    assert "335.96 + 5.00 = 340.96万元" in finding.explanation


def test_income_without_carry_over_is_not_wrong_while_the_carry_over_is_unknown() -> None:
    income = table("income", "层次,类别,决算数\n0,收入合计,310.64\n")
    checks = checked(
        income, table("expenditure", YANJIN_EXPENDITURE), facts="- {name: 结转结余, stage: 决算, value: 0}"
    )
    assert checks.findings == ()
    assert any("缺少“年初结转结余〔决算〕”" in line for line in checks.not_checked)
    known = checked(
        income,
        table("expenditure", YANJIN_EXPENDITURE),
        facts="- {name: 结转结余, stage: 决算, value: 0}\n- {name: 年初结转结余, stage: 决算, value: '25.32'}",
    )
    assert known.findings == ()
    assert verdict_of(known, "收入总额〔决算〕") is Verdict.EXACT


def test_an_opening_carry_over_that_is_not_last_years_closing_is_a_warning() -> None:
    facts = "- {name: 结转结余, year: 上年, stage: 决算, value: '1021.36'}"
    finding = the_finding(checked(table("income", YANJIN_INCOME, year=2022), facts=facts, year=2022))
    assert (finding.check, finding.severity, finding.stated) == ("facts.carry_over", Severity.WARNING, "25.32")
    assert "1021.36" in finding.explanation


def test_one_quantity_with_two_values_is_found_with_both_places() -> None:
    facts = "- {name: 支出总额, stage: 年初, value: '434.70'}"
    finding = the_finding(checked(table("expenditure", XINXIANG_EXPENDITURE), facts=facts))
    assert (finding.check, finding.severity) == ("facts.stated_twice", Severity.ERROR)
    assert "434.66" in finding.explanation
    assert "434.70（facts.yaml，第 1 行）" in finding.explanation


def test_the_same_amount_in_yuan_and_in_ten_thousand_yuan_is_no_contradiction() -> None:
    facts = "- {name: 支出总额, stage: 年初, value: '4346600.00', unit: 元}"
    checks = checked(table("expenditure", XINXIANG_EXPENDITURE), facts=facts)
    assert checks.findings == ()
    assert verdict_of(checks, "支出总额〔年初〕") is Verdict.EXACT


SELF_EVALUATION = "项目,预算执行率,执行得分,资金管理得分,成本得分,产出得分,效益得分,满意度得分,总分\n"


def test_the_real_self_evaluations_add_up_and_one_changed_score_is_found() -> None:
    project = "政务大厅运行经费2023,99.82%,9.98,20.00,10.00,30.00,25.00,5.00,99.98\n"
    rows = project + "部门整体,88.00%,9.78,29.90,,25.00,35.00,,99.68\n"
    assert checked(table("self_evaluation", SELF_EVALUATION + rows)).findings == ()
    finding = the_finding(checked(table("self_evaluation", SELF_EVALUATION + rows.replace("29.90", "29.00"))))
    assert (finding.check, finding.severity) == ("facts.self_score", Severity.ERROR)
    assert "9.78 + 29.00 + 25.00 + 35.00 = 98.78分" in finding.explanation


@pytest.mark.parametrize(("rate", "fits"), [("84.75%", True), ("84.7%", True), ("84.85%", False)])
def test_a_self_evaluated_rate_is_held_against_the_amounts_of_the_project(rate: str, fits: bool) -> None:
    rows = f"大厅物业人员经费2023,{rate},-,-,-,-,-,-,-\n"
    spent = table("expenditure", XINXIANG_EXPENDITURE)
    findings = checked(spent, table("self_evaluation", SELF_EVALUATION + rows)).findings
    rates = [finding for finding in findings if finding.check == "facts.execution_rate"]
    assert [(f.check, f.severity) for f in rates] == ([] if fits else [("facts.execution_rate", Severity.WARNING)])


def test_a_rate_on_the_adjusted_budget_is_right_too() -> None:
    spent = table("projects", "项目名称,年初预算数,调整预算数,决算数\n甲,200.00,100.00,90.00\n")
    assert checked(spent, table("self_evaluation", SELF_EVALUATION + "甲,90.00%,-,-,-,-,-,-,-\n")).findings == ()


def test_a_rate_of_a_project_without_amounts_is_listed_as_not_checked() -> None:
    checks = checked(table("self_evaluation", SELF_EVALUATION + "2020年度招商绩效1,99.97%,-,-,-,-,-,-,-\n"))
    assert "项目支出〔2020年度招商绩效1，决算〕" in checks.not_checked[0]


def test_a_total_without_any_column_of_its_parts_is_no_relation() -> None:
    assert checked(table("self_evaluation", "项目,总分\n甲,90.00\n")).judged == ()


def test_every_finding_comes_from_a_catalogued_check() -> None:
    text = YANJIN_EXPENDITURE.replace("117.72", "171.72")
    assert all(finding.check in FACT_CHECKS for finding in checked(table("expenditure", text)).findings)
    assert len({check.title for check in FACT_CHECKS}) == len(FACT_CHECKS)


CENTS = st.integers(1, 10**8)


@given(st.lists(CENTS, min_size=2, max_size=8), st.data())
def test_a_planted_wrong_cell_is_found_by_the_sum_check(parts: list[int], data: st.DataObject) -> None:
    slip = data.draw(st.integers(100, 10**6), label="slip in hundredths")
    wrong = data.draw(st.integers(0, len(parts) - 1), label="row")
    amounts = [
        fixed_text(Fraction(part + (slip if number == wrong else 0), 100), 2) for number, part in enumerate(parts)
    ]
    rows = "".join(f"项目{number},{amount}\n" for number, amount in enumerate(amounts))
    text = f"项目名称,决算数\n合计,{fixed_text(Fraction(sum(parts), 100), 2)}\n{rows}"
    finding = the_finding(checked(table("projects", text)))
    assert finding.verdict is Verdict.IMPOSSIBLE
    assert any(place.row == wrong + 3 for place in finding.places)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_a_table_that_was_really_rounded_is_never_called_wrong(ten_thousandths: list[int]) -> None:
    rows = "".join(f"项目{n},{fixed_text(Fraction(each, 10**4), 2)}\n" for n, each in enumerate(ten_thousandths))
    total = fixed_text(Fraction(sum(ten_thousandths), 10**4), 2)
    findings = checked(table("projects", f"项目名称,决算数\n合计,{total}\n{rows}")).findings
    assert all(finding.severity is not Severity.ERROR for finding in findings)
