"""The same thing in distant places: amounts and rates of the subject, counts, names of projects and problems."""

import pytest
from tests.audit.desk import audited, found, lines

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []

TITLE = "云溪市东河区数据服务局2023年度\n\n部门整体支出绩效评价报告\n\n项目单位：云溪市东河区数据服务局\n\n"
TABLE = """表1-1 2023年东河区数据服务局支出预算表（单位：万元）

项目\t年初预算数
一、基本支出\t{basic}
二、项目支出\t{project}
支出合计\t{total}
"""
BUDGET = TABLE.format(basic="38.20", project="24.65", total="62.85")


def report(*paragraphs: str) -> str:
    return TITLE + "\n\n".join(paragraphs) + "\n"


def crossed(*paragraphs: str) -> list[Finding]:
    crossing = ("duplicate", "crossing.part_of_period", "crossing.project_names", "crossing.problem_titles")
    found = audited(report(*paragraphs)).findings
    return [one for one in found if one.check in crossing and one.severity is not Severity.NOTE]


# Amounts


def test_an_initial_budget_that_differs_from_its_table_is_an_error_at_both_places() -> None:
    (finding,) = crossed("一、预算情况", BUDGET, "2023年东河区数据服务局年初预算数62.58万元，全年据此执行。")
    assert finding.severity is Severity.ERROR
    assert (finding.stated, finding.expected) == ("62.58万元", "62.85")
    assert finding.places[-1].text == "62.58万元"


def test_copies_of_a_wrong_figure_are_one_finding_with_all_places() -> None:
    wrong = "2023年东河区数据服务局年初预算数62.58万元。"
    (finding,) = crossed(BUDGET, wrong, f"综上，{wrong}")
    assert len(set(lines(finding))) == 3


def test_what_follows_from_a_wrong_budget_is_its_consequence() -> None:
    wrong = crossed(
        BUDGET,
        "2023年东河区数据服务局年初预算数62.58万元，全年预算数68.00万元，调增预算5.42万元。",
        "2023年东河区数据服务局调增预算合计5.15万元，已全部下达。",
    )
    root = next(one for one in wrong if one.stated == "62.58万元")
    (consequence,) = [one for one in wrong if one is not root]
    assert (consequence.stated, consequence.expected) == ("5.42万元", "5.15万元")
    assert consequence.derived_from == root.id


@pytest.mark.parametrize(
    "paragraph",
    [
        "2023年东河区数据服务局年初预算数62.85万元，其中：基本支出38.20万元，项目支出24.65万元。",
        "2023年东河区数据服务局年初预算数628500元。",
        "2023年东河区数据服务局年初预算数约63万元。",
        "2022年东河区数据服务局年初预算数58.10万元。",  # another year
        "2023年1-6月东河区数据服务局执行数30.00万元。",  # a part of the year
        "云溪市财政局2023年年初预算数9000.00万元。",  # another office
        "东河区数据服务局政府采购年初预算数5.00万元，决算数4.00万元。",  # another kind of money
        "东河区数据服务局大厅改造项目预算5.00万元，年初预算数6.00万元。",
        "东河区数据服务局概况。大厅改造项目年初预算数5.00万元，全年预算数6.00万元。",
        "三公经费：东河区数据服务局2023年年初预算数5.00万元。",
        "公用经费控制率：东河区数据服务局2023年年初预算数4.10万元。",
    ],
)
def test_what_is_the_same_or_may_be_something_else_is_no_contradiction(paragraph: str) -> None:
    assert crossed("一、预算情况", BUDGET, paragraph) == NOTHING


def test_a_table_of_one_kind_of_funds_is_not_the_whole_budget() -> None:
    funds = TABLE.format(basic="30.00", project="20.00", total="50.00").replace("支出预算表", "一般公共预算支出预算表")
    assert crossed(funds, "2023年东河区数据服务局年初预算数62.85万元。") == NOTHING


def test_income_and_expenditure_may_differ() -> None:
    sentences = ("2023年东河区数据服务局收入预算70.00万元。", "2023年东河区数据服务局支出预算62.85万元。")
    assert crossed(*sentences) == NOTHING


def test_what_was_spent_in_some_months_is_not_what_was_spent() -> None:
    sentences = ("2023年东河区数据服务局决算数60.00万元。", "2023年1-6月，东河区数据服务局决算数30.00万元。")
    assert crossed(*sentences) == NOTHING


def test_a_project_below_its_own_heading_is_not_the_department() -> None:
    heading = "（二）大厅改造项目绩效自评"
    assert crossed(BUDGET, heading, "东河区数据服务局年初预算数5.00万元，执行数4.00万元。") == NOTHING


def test_a_part_inherits_the_measure_of_its_whole() -> None:
    sentence = "2023年东河区数据服务局年初支出预算62.85万元，其中：基本支出38.20万元；项目支出24.56万元。"
    assert "24.56万元" in [finding.stated for finding in crossed(BUDGET, sentence)]


def test_the_budget_approved_may_be_another_one_and_is_only_doubted() -> None:
    (finding,) = crossed(
        "2023年东河区数据服务局批复预算数62.85万元。",
        "按通知，2023年东河区数据服务局批复支出预算合计62.85万元。",
        "2023年东河区数据服务局财政批复的预算数68.00万元，已到位。",
    )
    assert (finding.severity, finding.stated) == (Severity.WARNING, "68.00万元")


# Rates


def test_a_rate_that_neither_budget_of_the_report_gives_is_an_error() -> None:
    (finding,) = crossed(
        "2023年东河区数据服务局年初预算数62.85万元，全年预算数68.00万元，决算数64.60万元，预算执行率95.00%。",
        "东河区数据服务局自评总体良好。其中，预算执行率为88.00%，基本达标。",
    )
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "88.00%", "95.00%")


def test_rates_of_two_budgets_may_both_be_right() -> None:
    assert (
        crossed(
            "2023年东河区数据服务局全年预算数68.00万元，决算数64.60万元，预算执行率95.00%。",
            "2023年东河区数据服务局年初预算数64.60万元，决算数64.60万元，预算执行率100.00%。",
        )
        == NOTHING
    )


def test_a_rate_that_one_known_budget_denies_is_only_doubted() -> None:
    (finding,) = crossed(
        "2023年东河区数据服务局全年预算数68.00万元，决算数64.60万元，预算执行率95.00%。",
        "东河区数据服务局自评总体良好。其中，预算执行率为88.00%，基本达标。",
    )
    assert (finding.severity, finding.stated) == (Severity.WARNING, "88.00%")


def test_a_rate_is_held_against_amounts_in_other_sentences() -> None:
    amounts = "2023年东河区数据服务局全年预算数68.00万元，决算数64.60万元。"
    assert crossed(amounts, "2023年东河区数据服务局预算执行率95.00%。") == NOTHING
    text = report(amounts, "2023年东河区数据服务局预算执行率96.00%。")
    (finding,) = found(text, "rate.quotient")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "95.00%")


def test_a_rate_of_a_budget_that_was_not_understood_is_no_finding() -> None:
    amounts = "2023年东河区数据服务局年初预算数62.85万元，年中追加预算5.15万元，合计68.00万元。决算数64.60万元。"
    assert found(report(amounts, "2023年东河区数据服务局预算执行率95.00%。"), "rate.quotient") == NOTHING


def test_rates_without_amounts_are_only_doubted() -> None:
    (finding,) = crossed("2023年东河区数据服务局预算执行率95.00%。", "2023年东河区数据服务局预算执行率88.00%，偏低。")
    assert finding.severity is Severity.WARNING


def test_targets_and_rates_of_projects_are_other_rates() -> None:
    assert (
        crossed(
            "2023年东河区数据服务局预算执行率95.00%。",
            "1.大厅改造项目：预算执行率88.00%，得8.80分。",
            "东河区数据服务局预算执行率≥90%的得满分。",
            "东河区数据服务局项目支出预算执行率80.00%。",
        )
        == NOTHING
    )


def test_numbers_of_staff_that_differ_are_only_doubted() -> None:
    (finding,) = crossed(
        "东河区数据服务局编制17名，目前在职人员11人。",
        "B2.1在职人员控制率：东河区数据服务局在职人员11人，部门核定批复的人员编制数18人。",
        "截止目前，东河区数据服务局核定编制17名，下属中心在职人员30人。",
    )
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "18人", "17名")


# Counts


PART = "2023年1-10月份，东河区在市级以上媒体刊发政务改革工作宣传稿件{}篇。"
WHOLE = "2023年，全区在市级以上媒体刊发政务改革方面的宣传稿件{}篇，位居前列。"


def test_part_of_a_year_cannot_count_more_than_the_year() -> None:
    (finding,) = crossed(PART.format(58), WHOLE.format(51))
    assert (finding.check, finding.severity) == ("crossing.part_of_period", Severity.ERROR)
    assert (finding.stated, finding.expected) == ("58篇", "不多于全年的 51篇")
    assert len(finding.places) == 2


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (PART.format(51), WHOLE.format(58)),
        (PART.format(51), WHOLE.format(51)),
        (PART.format(58), WHOLE.format("50余")),
        (PART.format(58), WHOLE.format(51).replace("2023", "2022")),
        (PART.format(58), WHOLE.format(51).replace("宣传", "理论")),
        (PART.format(58).replace("东河区", "西山区"), WHOLE.format(51)),
        ("2023年1-6月，东河区现有在册经营的各类商户58家。", "2023年，全区现有在册经营的各类商户51家。"),
    ],
)
def test_counts_that_can_be_or_are_of_different_things_are_no_finding(part: str, whole: str) -> None:
    assert crossed(part, whole) == NOTHING


# Names


PROJECTS = """表1-2 2023年东河区数据服务局决算支出情况表（单位：万元）

类别\t决算数
一、基本支出\t38.20
二、项目支出\t20.00
1.大厅运行经费2023\t8.00
2.物业服务经费2023\t7.00
3.智能设备改造项目2023\t3.00
4.场地租金补贴\t2.00
合计\t58.20
"""
TOLD = (
    "（二）部门项目支出自评",
    "1.大厅运行经费：完成良好，得98.00分。",
    "2.物业服务经费2023：完成良好，得97.00分。",
    "3.智能设备改造项目：完成良好，得96.00分。",
)


def test_a_project_that_the_table_does_not_list_is_an_error_with_the_one_left_over() -> None:
    (finding,) = crossed(PROJECTS, *TOLD, "4.企业奖励资金：完成良好，得95.00分。")
    assert (finding.check, finding.stated) == ("crossing.project_names", "企业奖励资金")
    assert finding.expected == "4.场地租金补贴"


def test_years_and_numbers_make_no_other_project() -> None:
    assert crossed(PROJECTS, *TOLD, "4.场地租金补贴2023：完成良好，得95.00分。") == NOTHING


def test_lists_of_different_length_are_not_compared() -> None:
    assert crossed(PROJECTS, *TOLD) == NOTHING


ABSTRACT = "目前主要存在以下问题：1.资产管理不够规范；2.绩效目标编制{}。"
BODY = ("六、存在的问题", "1.资产管理不够规范", "资产入账不及时。", "2.绩效目标编制不细", "指标没有量化。", "七、其他")


def test_a_problem_titled_otherwise_in_the_body_is_a_warning() -> None:
    assert crossed(ABSTRACT.format("不细"), *BODY) == NOTHING
    (finding,) = crossed(ABSTRACT.format("水平不高"), *BODY)
    assert (finding.severity, finding.stated) == (Severity.WARNING, "绩效目标编制水平不高")
    assert finding.expected == "绩效目标编制不细"


def test_more_problems_in_the_body_than_in_the_abstract_are_not_compared() -> None:
    more = (*BODY[:-1], "3.目标监控不到位", "没有跟踪。", BODY[-1])
    assert crossed(ABSTRACT.format("不细"), *more) == NOTHING


@pytest.mark.parametrize(
    "sentence",
    [
        "东河区数据服务局制度健全。",
        "云溪市数据服务局下达任务。",
        "赴西山区数据服务局考察学习。",
        "全区数据服务局系统会议。",
        "2023年区数据服务局制度健全。",
    ],
)
def test_own_and_superior_offices_and_those_visited_are_no_residue(sentence: str) -> None:
    assert found(report(sentence), "crossing.other_place") == NOTHING


def test_the_same_office_of_another_district_is_a_warning_with_all_places() -> None:
    (finding,) = found(report("西山区数据服务局制度健全。", "西山区数据服务局按时公开。"), "crossing.other_place")
    assert (finding.severity, finding.stated) == (Severity.WARNING, "西山区数据服务局")
    assert len(finding.places) == 2


def test_a_report_that_names_no_subject_is_audited_all_the_same() -> None:
    assert found("年初预算数62.85万元。\n\n年初预算数62.58万元。\n", "duplicate") == NOTHING


def test_an_amount_behind_a_semicolon_is_not_one_of_the_part_named_before_it() -> None:
    text = (
        "关于某某局2024年度部门整体支出的绩效评价报告\n\n一、部门概况\n\n"
        "2024年我局年初预算100.00万元，其中基本支出60.00万元、项目支出40.00万元；全年实际支出90.00万元。\n\n"
        "2024年我局项目支出实际支出35.00万元。\n"
    )
    assert audited(text).findings == ()
