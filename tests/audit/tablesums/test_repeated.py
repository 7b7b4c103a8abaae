"""The same amount in several tables."""

from tests.audit.tablesums.printing import findings, held, with_tabs

from jixiao.findings import Severity

BUDGET = [["类别", "年初预算数"], ["一、基本支出", "30.00"], ["二、项目支出", "12.00"], ["合计", "42.00"]]


def _account(total: str) -> list[list[str]]:
    return [
        ["收入", "决算数", "支出", "决算数"],
        ["拨款", "30.00", "基本支出", "30.00"],
        ["其他", "10.00", "项目支出", "10.00"],
        ["总计", "40.00", "总计", total],
    ]


def test_an_amount_printed_differently_in_two_tables_is_an_error() -> None:
    first = with_tabs("表1-1 2023年城东局支出预算表\n单位：万元", BUDGET)
    later = [["类别", "年初预算数", "决算数"], ["基本支出", "31.00", "30.00"], ["公用经费", "3.00", "2.00"]]
    second = with_tabs("表1-2 2023年城东局支出预算执行情况表\n单位：万元", later)
    (finding,) = findings(first + "\n" + second)
    assert (finding.check, finding.severity) == ("duplicate", Severity.ERROR)
    assert [place.table for place in finding.places] == ["表1-1", "表1-2"]


def test_amounts_of_two_offices_or_two_years_or_other_funds_are_not_compared() -> None:
    first = with_tabs("表1-1 2023年城东局支出预算表\n单位：万元", BUDGET)
    later = [["类别", "年初预算数"], ["基本支出", "31.00"], ["项目支出", "3.00"]]
    for caption in ("2023年城西局支出预算表", "2022年城东局支出预算表", "2023年城东局一般公共预算支出预算表"):
        assert findings(first + "\n" + with_tabs(f"表1-2 {caption}\n单位：万元", later)) == []


def test_a_budget_that_may_be_the_adjusted_one_is_a_warning() -> None:
    first = with_tabs("表1-1 2023年城东局支出预算表\n单位：万元", BUDGET)
    later = [["支出预算项目", "预算金额"], ["基本支出", "31.00"], ["公用经费", "3.00"]]
    second = with_tabs("表1-2 2023年城东局支出预算构成\n单位：万元", later)
    assert [finding.severity for finding in findings(first + "\n" + second)] == [Severity.WARNING]


def test_the_total_of_a_list_of_projects_is_that_of_project_expenditure() -> None:
    first = with_tabs("表1-1 2023年城东局支出预算表\n单位：万元", BUDGET)
    projects = [["项目名称", "年初预算数"], ["运维", "7.00"], ["培训", "5.00"], ["合计", "12.00"]]
    second = with_tabs("表1-2 2023年城东局项目支出预算表\n单位：万元", projects)
    assert findings(first + "\n" + second) == []
    assert held(first + "\n" + second) == 3  # two totals, and 项目支出 in both tables


def test_the_two_grand_totals_of_an_account_are_equal() -> None:
    assert findings(with_tabs("表1 2023年收支决算总表\n单位：万元", _account("40.00"))) == []
    found = findings(with_tabs("表1 2023年收支决算总表\n单位：万元", _account("41.00")))
    assert "duplicate" in {finding.check for finding in found}


def test_the_opening_balance_is_the_closing_balance_of_the_year_before() -> None:
    rows = [
        ["项目", "2022年决算数", "2023年决算数"],
        ["年初结转和结余", "5.00", "9.00"],
        ["年末结转和结余", "8.00", "2.00"],
    ]
    (finding,) = findings(with_tabs("表1 结转结余情况表\n单位：万元", rows))
    assert finding.severity is Severity.WARNING
    assert finding.title == "年初结转和结余与上年年末数不一致"


def test_the_total_of_a_table_of_some_expenses_is_not_that_of_all() -> None:
    first = with_tabs("表1-1 2023年支出预算表\n单位：万元", BUDGET)
    later = [["类别", "年初预算数"], ["会议费", "6.00"], ["差旅费", "4.00"], ["合计", "10.00"]]
    assert findings(first + "\n" + with_tabs("表1-2 2023年会议费和差旅费支出预算表\n单位：万元", later)) == []
    assert len(findings(first + "\n" + with_tabs("表1-2 2023年支出预算构成\n单位：万元", later))) == 1
