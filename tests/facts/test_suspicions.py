"""What looks wrong without breaking an equation: units, limits, names, counts; and what must not be suspected."""

from collections.abc import Sequence

import pytest
from tests.facts.cases import (
    XINXIANG_EXPENDITURE,
    XINXIANG_SURVEY,
    YANJIN_EXPENDITURE,
    YANJIN_INCOME,
    base_of,
    table,
)

from jixiao.facts import FACT_CHECKS, Table, check_tables
from jixiao.findings import Finding, Kind, Severity

INCOME = "层次,类别,年初预算数,调整预算数,决算数\n0,收入合计,{},{},{}\n"
THREE_PUBLIC = "层次,类别,上年预算数,本年预算数,本年决算数\n0,“三公”经费合计,{0},{0},{0}\n"


def found(check: str, *tables: Table, facts: str = "", year: int = 2023) -> Sequence[Finding]:
    findings = check_tables(tables, base_of(*tables, facts=facts, year=year)).findings
    return [finding for finding in findings if finding.check == f"facts.{check}"]


def test_a_table_in_yuan_by_mistake_is_suspected_once_with_both_figures_and_the_factor() -> None:
    income = table("income", INCOME.format("434.66", "454.58", "454.58"), unit="元")
    (finding,) = found("magnitude", income, table("expenditure", XINXIANG_EXPENDITURE))
    assert (finding.severity, finding.kind) == (Severity.WARNING, Kind.UNIT)
    assert finding.title == "“收入总额〔年初〕”与“支出总额〔年初〕”相差悬殊，疑似单位选错"
    assert finding.explanation.startswith(
        "“收入总额〔年初〕”填的是 434.66元（tables/income.csv，第 2 行“年初预算数”），"
        "“支出总额〔年初〕”填的是 434.66万元（tables/expenditure.csv，第 2 行“年初预算数”），"
        "按各自的单位，后者约为前者的 10000 倍"
    )


def test_amounts_in_yuan_in_a_table_of_ten_thousand_yuan_are_suspected_too() -> None:
    income = table("income", INCOME.format("4346600", "4545800", "4545800"))
    (finding,) = found("magnitude", income, table("expenditure", XINXIANG_EXPENDITURE))
    assert finding.operands[1].text == "4346600"


def test_the_same_quantity_in_two_units_by_mistake_is_suspected() -> None:
    facts = "- {name: 支出总额, stage: 决算, value: '4545800', unit: 万元}"
    (finding,) = found("magnitude", table("expenditure", XINXIANG_EXPENDITURE), facts=facts)
    assert "facts.yaml，第 1 行" in finding.explanation


def test_the_same_amounts_rightly_given_in_two_units_are_not_suspected() -> None:
    income = table("income", INCOME.format("4346600", "4545800", "4545800"), unit="元")
    assert not found("magnitude", income, table("expenditure", XINXIANG_EXPENDITURE))


@pytest.mark.parametrize(
    ("amount", "suspected"), [("5000.00", True), ("870.00", True), ("868.00", False), ("0.05", False), ("0.00", False)]
)
def test_a_part_is_suspected_from_twice_the_whole_and_never_for_being_small(amount: str, suspected: bool) -> None:
    three_public = table("three_public", THREE_PUBLIC.format(amount))
    budget = "层次,类别,年初预算数\n0,支出合计,434.66\n"
    assert bool(found("magnitude", three_public, table("expenditure", budget))) is suspected


@pytest.mark.parametrize(("left", "suspected"), [("4545.80", True), ("4545.79", False)])
def test_what_is_left_is_suspected_from_ten_times_the_expenditure(left: str, suspected: bool) -> None:
    facts = f"- {{name: 结转结余, stage: 决算, value: '{left}'}}"
    assert bool(found("magnitude", table("expenditure", XINXIANG_EXPENDITURE), facts=facts)) is suspected


def test_assets_contracts_and_the_left_overs_of_another_year_are_not_compared() -> None:
    assets = table("assets", "层次,资产类别,期末净值\n0,资产合计,9876543.21\n")
    facts = (
        "- {name: 合同额, own: 是, value: '9999999', unit: 万元}\n"
        "- {name: 结转结余, year: 上年, stage: 决算, value: 99999}"
    )
    assert not found("magnitude", assets, table("expenditure", XINXIANG_EXPENDITURE), facts=facts)


def test_outturn_above_the_adjusted_budget_is_told_for_each_row_with_both_figures() -> None:
    text = "层次,类别,调整预算数,决算数\n0,支出合计,100.00,130.00\n1,基本支出,60.00,90.00\n1,项目支出,40.00,40.00\n"
    findings = found("over_budget", table("expenditure", text))
    assert [(finding.title, finding.kind) for finding in findings] == [
        ("“支出合计”的决算数超过调整预算数", Kind.OVER_LIMIT),
        ("“基本支出”的决算数超过调整预算数", Kind.OVER_LIMIT),
    ]
    assert findings[1].explanation.startswith("“基本支出”的决算数为 90.00万元，调整预算数为 60.00万元，超过 30万元。")
    assert all(finding.severity is Severity.WARNING for finding in findings)


def test_more_answers_than_calls_are_an_error_and_months_must_add_up() -> None:
    text = "月份,回访数,有效回访数,满意数\n1月,120,130,128\n2月,80,70,70\n合计,200,190,198\n"
    (finding, *others) = found("over_count", table("callbacks", text))
    assert finding.title == "“1月”的有效回访数超过回访数"
    assert finding.explanation == (
        "“1月”的有效回访数为 130次，回访数为 120次，超过 10次。有效回访数是回访数的一部分，请核对两个数。"
    )
    assert [each.title for each in others] == ["“合计”的满意数超过有效回访数"]
    assert {finding.severity, others[0].severity} == {Severity.ERROR}
    (unequal,) = found("parts", table("callbacks", text))
    assert (unequal.stated, unequal.expected) == ("190", "200次")


def test_an_excess_that_rounding_explains_or_without_a_stated_budget_is_not_told() -> None:
    text = "项目名称,调整预算数,决算数\n甲,100.00,100.004\n乙,-,50.00\n丙,40.00,-\n"
    assert not found("over_budget", table("projects", text))


def test_income_above_its_budget_is_not_overspending() -> None:
    assert not found("over_budget", table("income", INCOME.format("1.00", "1.00", "2.00")))


def test_what_is_left_unlike_the_unspent_budget_needs_a_judgement() -> None:
    text = YANJIN_EXPENDITURE.replace("335.96,335.96", "335.96,300.00")
    spent = table("expenditure", text)
    (finding,) = found("unspent", spent, facts="- {name: 结转结余, stage: 决算, value: '5.00'}")
    assert finding.severity is Severity.WARNING
    assert finding.explanation.startswith(
        "调整预算数减决算数为 35.96万元，“结转结余〔决算〕”填的是 5.00万元，相差 30.96万元。"
        "算式：335.96 − 300.00 = 35.96万元。"
    )
    assert "财政收回" in finding.explanation
    assert finding.explanation.endswith("否则请核对结转结余、调整预算数和决算数。")
    assert not found("unspent", spent, facts="- {name: 结转结余, stage: 决算, value: '35.96'}")
    assert not found("unspent", spent)


SELF_EVALUATION = "项目,决算数\n"


def test_two_projects_that_are_left_over_are_told_together() -> None:
    names = ("政务大厅运行经费2023", "大厅物业人员经费2023", "大厅智能化改造项目2023", "营商环境监测平台项目2023")
    rows = "".join(f"{name},-\n" for name in (*names, "招商经费2023", "2020年度招商绩效1"))
    tables = table("expenditure", XINXIANG_EXPENDITURE), table("self_evaluation", SELF_EVALUATION + rows)
    (finding,) = found("project_names", *tables)
    assert (finding.severity, finding.kind) == (Severity.WARNING, Kind.NAME_MISMATCH)
    assert [operand.text for operand in finding.operands] == ["2020年度招商绩效1", "新型液压加注阀项目场地租金补贴"]
    assert "还有“新型液压加注阀项目场地租金补贴”对不上" in finding.explanation


def test_a_misspelt_project_is_told_with_the_nearest_name_and_the_others_together() -> None:
    tables = (
        table("expenditure", XINXIANG_EXPENDITURE),
        table("projects", "项目名称,决算数\n合计,85.469\n大厅物业人员费2023,84.843\n招商经费2023,2.62\n"),
    )
    misspelt, others = found("project_names", *tables)
    assert "还有“大厅物业人员经费2023”对不上" in misspelt.explanation
    assert others.title == "4 个项目没有列入 tables/projects.csv"
    assert [place.row for place in others.places] == [7, 9, 10, 12]


def test_a_project_unlike_all_others_is_told_without_a_guess() -> None:
    rows = "项目名称,决算数\n甲,1.00\n乙,2.00\n"
    findings = found("project_names", table("expenditure", XINXIANG_EXPENDITURE), table("projects", rows))
    assert "请核对名称，或补上这一项目" in findings[0].explanation
    assert [finding.title for finding in findings[:2]] == ["项目“甲”在两张表中对不上", "项目“乙”在两张表中对不上"]


def test_projects_are_not_compared_where_the_expenditure_lists_none() -> None:
    tables = table("expenditure", YANJIN_EXPENDITURE), table("projects", "项目名称,决算数\n甲,155.86\n")
    assert not found("project_names", *tables)


def test_projects_are_the_same_whatever_their_quotation_marks_and_the_whole_department_is_none() -> None:
    text = "层次,类别,决算数\n0,支出合计,30\n1,项目支出,30\n2,1.“一网通办”项目,30\n"
    rows = "一网通办项目,30\n部门整体,30\n"
    assert not found("project_names", table("expenditure", text), table("self_evaluation", SELF_EVALUATION + rows))


def test_more_answers_than_valid_questionnaires_are_an_error() -> None:
    survey = table("survey_counts", XINXIANG_SURVEY, scheme="A")
    findings = found("answer_count", survey, facts="- {name: 有效问卷数, value: 136}")
    assert len(findings) == 7
    assert (findings[0].severity, findings[0].kind) == (Severity.ERROR, Kind.COUNT)
    assert findings[0].explanation.startswith("“政策宣传”（服务对象）一题各选项合计 137 份，有效问卷数为 136 份。")
    assert not found("answer_count", survey, facts="- {name: 有效问卷数, value: 137}")
    assert not found("answer_count", survey)


def test_fewer_answers_than_valid_questionnaires_are_a_note() -> None:
    survey = table("survey_counts", XINXIANG_SURVEY, scheme="A")
    findings = found("answer_count", survey, facts="- {name: 有效问卷数, body: 服务对象, value: 138}")
    assert {finding.severity for finding in findings} == {Severity.NOTE}


def test_the_questionnaires_of_all_groups_together_only_bound_the_answers_of_one() -> None:
    other = XINXIANG_SURVEY.replace("服务对象", "工作人员").replace(",132,", ",12,").replace(",131,", ",11,")
    surveys = (
        table("survey_counts", XINXIANG_SURVEY, scheme="A", file="甲.csv"),
        table("survey_counts", other, scheme="A", file="乙.csv"),
    )
    assert not found("answer_count", *surveys, facts="- {name: 有效问卷数, value: 154}")
    assert len(found("answer_count", *surveys, facts="- {name: 有效问卷数, value: 130}")) == 7
    assert not found("answer_count", *surveys, facts="- {name: 有效问卷数, body: 领导, value: 1}")


def test_answers_of_no_opinion_count_as_answers() -> None:
    text = "调查对象,问题,计入综合,非常满意,比较满意,一般,不太满意,非常不满意,不了解\n群众,投诉,是,48,18,8,0,0,4\n"
    survey = table("survey_counts", text, scheme="E")
    assert not found("answer_count", survey, facts="- {name: 有效问卷数, body: 群众, value: 78}")


def test_the_real_tables_raise_no_suspicion() -> None:
    tables = (
        table("expenditure", YANJIN_EXPENDITURE, year=2022),
        table("income", YANJIN_INCOME, year=2022),
        table("three_public", THREE_PUBLIC.format("0.00"), year=2022),
    )
    facts = "- {name: 结转结余, stage: 决算, value: 0}\n- {name: 结转结余, year: 2021, stage: 决算, value: 1021.36}"
    checks = check_tables(tables, base_of(*tables, facts=facts, year=2022))
    assert [finding.check for finding in checks.findings] == ["facts.carry_over"]


def test_what_a_user_filled_in_is_not_called_printed_and_quotation_marks_are_not_doubled() -> None:
    text = "层次,类别,上年预算数,本年预算数,本年决算数\n0,“三公”经费合计,0,0,40.00\n1,公务接待费,0,0,0.00\n"
    tables = (table("three_public", text),)
    (finding,) = check_tables(tables, base_of(*tables)).findings
    assert finding.title == "合计与下级各行之和：“‘三公’经费合计本年决算数”不成立"
    assert finding.explanation.startswith(
        "下级各行相加为 0.00万元，“‘三公’经费合计本年决算数”填的是 40.00万元，相差 40万元。各数末位舍入"
    )
    assert "印" not in finding.explanation


def test_a_place_is_the_sheet_the_user_sees_with_row_and_heading() -> None:
    text = YANJIN_EXPENDITURE.replace("117.72", "171.72")
    tables = (table("expenditure", text, file="工作表“支出预决算表”"),)
    (finding,) = check_tables(tables, base_of(*tables)).findings
    assert str(finding.places[0]) == "工作表“支出预决算表”第 4 行“年初预算数”"


def test_every_suspicion_says_what_it_leaves_out() -> None:
    ids = ("unspent", "over_budget", "over_count", "magnitude", "project_names", "answer_count")
    assert all(FACT_CHECKS[f"facts.{each}"].leaves_out for each in ids)


def test_a_rate_and_a_copy_that_were_filled_in_are_not_called_printed_either() -> None:
    spent = table("projects", "项目名称,年初预算数,决算数\n甲,100.00,90.00\n")
    budgets = table("self_evaluation", "项目,年初预算数\n甲,100.10\n")
    rates = table("self_evaluation", "项目,预算执行率\n甲,95.00%\n")
    (copy,), (rate,) = found("stated_twice", spent, budgets), found("execution_rate", spent, rates)
    assert "同一数量填为 100.00（tables/projects.csv，第 2 行“年初预算数”），又填为 100.10" in copy.explanation
    assert "填列的“自评执行率〔甲〕”为 95.00%" in rate.explanation
    assert "印" not in copy.explanation + rate.explanation
