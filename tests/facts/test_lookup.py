"""Looking facts up: exactly one, or a reason why not; never a guess and never a zero."""

from fractions import Fraction

import pytest
from tests.facts.cases import XINXIANG_EXPENDITURE, YANJIN_EXPENDITURE, base_of, problems, table, value, written

from jixiao.expressions import Name, evaluate, parse
from jixiao.facts import Ambiguous, Missing, unresolved_names
from jixiao.refusals import Refusal


def test_a_stage_a_year_and_an_item_are_each_named_by_a_qualifier() -> None:
    base = base_of(
        table("expenditure", XINXIANG_EXPENDITURE),
        facts="- {name: 支出总额, year: 上年, stage: 决算, value: '400.00'}",
    )
    assert value(base, "支出总额〔年初〕") == Fraction("434.66")
    assert value(base, "支出总额〔2022年，决算〕") == value(base, "支出总额〔上年，支出决算〕") == 400
    assert value(base, "项目支出〔招商经费2023，决算〕") == Fraction("2.62")


def test_additions_less_cuts_are_the_nineteen_point_nine_two_of_the_report() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE))
    assert written(base, "追加预算数－追减预算数") == "38.93 − 19.01"
    assert value(base, "追加预算数－追减预算数") == value(base, "调整预算数－年初预算数") == Fraction("19.92")


def test_a_shorthand_a_synonym_and_the_full_name_are_one_fact() -> None:
    base = base_of(table("expenditure", YANJIN_EXPENDITURE, year=2022), year=2022)
    names = ("年初预算数", "支出合计〔年初预算〕", "支出总额〔本年，年初〕", "“支出总额”〔年初〕")
    assert {value(base, name) for name in names} == {Fraction("354.31")}


def test_the_stage_may_be_left_open_where_there_is_only_one() -> None:
    base = base_of(facts="- {name: 结转结余, stage: 决算, value: 0}")
    assert value(base, "结转结余") == 0


def test_a_stage_left_open_among_several_is_ambiguous_and_lists_them() -> None:
    base = base_of(table("expenditure", YANJIN_EXPENDITURE, year=2022), year=2022)
    with pytest.raises(Ambiguous, match="请在指标的算式中给这个名称加〔〕说明") as error:
        value(base, "支出总额")
    assert error.value.candidates == ("支出总额〔年初〕", "支出总额〔调整〕", "支出总额〔决算〕")


def test_an_item_is_never_taken_for_the_whole() -> None:
    base = base_of(facts="- {name: 项目支出, item: 招商经费, stage: 决算, value: '2.62'}")
    with pytest.raises(Missing, match="没有这一口径的数据，已有项目支出〔招商经费，决算〕"):
        value(base, "项目支出〔决算〕")


def test_a_dash_is_a_gap_and_says_where_to_fill_it_in() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE))
    with pytest.raises(Missing) as error:
        value(base, "人员经费〔追加〕")
    assert str(error.value) == "缺少“人员经费〔追加〕”：未填列（tables/expenditure.csv 第 4 行“追加数”）"


def test_a_name_says_in_which_tables_its_data_are_filled_in() -> None:
    base = base_of()
    wanted = {
        ("在职人数",): ["staff"],
        ("“三公”经费", "上年"): ["three_public"],
        ("项目支出", "决算"): ["expenditure", "projects"],
        ("结转结余", "上年"): [],
    }
    assert {name: [kind.kind for kind in base.tables_for(Name.of(*name))] for name in wanted} == wanted


def test_a_known_name_without_any_fact_is_missing_and_an_unknown_one_is_found_when_loading() -> None:
    base = base_of()
    with pytest.raises(Missing, match="缺少“编制数”：没有填列"):
        value(base, "编制数")
    formula = parse("在职人员数÷编制总人数")
    assert unresolved_names(formula, base.dictionary) == (Name("编制总人数"),)


def test_all_projects_come_in_the_order_of_the_table() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE))
    total = written(base, "合计(项目支出〔各项目，决算〕)")
    assert total == "82.849 + 84.843 + 13.464 + 0.00 + 2.62 + 23.973"
    assert value(base, "合计(项目支出〔各项目，决算〕)") == Fraction("207.749")
    items = [fact.at.item for fact in base.members(Name.of("项目支出", "各项目", "决算"))]
    assert items[0] == ("政务大厅运行经费2023",)
    assert items[-1] == ("新型液压加注阀项目场地租金补贴",)


def test_a_project_that_states_nothing_is_not_left_out_of_all_projects() -> None:
    text = XINXIANG_EXPENDITURE.replace("2,5.招商经费2023,5.00,-,-,-,2.62", "2,5.招商经费2023,5.00,-,-,-,—")
    base = base_of(table("expenditure", text))
    with pytest.raises(Missing, match="第 11 行“决算数”"):
        value(base, "合计(项目支出〔各项目，决算〕)")


def test_projects_under_their_categories_are_projects_all_the_same() -> None:
    text = (
        "层次,类别,决算数\n0,支出合计,30\n1,项目支出,30\n2,其他运转类,10\n3,甲项目,10\n2,特定目标类,20\n3,乙项目,20\n"
    )
    base = base_of(table("expenditure", text))
    assert written(base, "合计(项目支出〔各项目〕)") == "10 + 20"
    assert value(base, "特定目标类") == 20


def test_the_parts_of_a_project_are_named_by_both_and_are_not_projects() -> None:
    text = "层次,类别,决算数\n0,支出合计,30\n1,项目支出,30\n2,甲项目,30\n3,其中：水电费,12\n3,租金,18\n"
    base = base_of(table("expenditure", text))
    assert value(base, "项目支出〔甲项目，水电费〕") == 12
    assert written(base, "合计(项目支出〔各项目〕)") == "30"
    assert written(base, "合计(项目支出〔甲项目，各子项〕)") == "12 + 18"


def test_money_is_always_in_ten_thousand_yuan_however_it_is_written() -> None:
    base = base_of(facts="- {name: 编外人员数, value: 3}\n- {name: 到位资金, value: '24,500元', unit: 元}")
    assert written(base, "到位资金÷编外人员数") == "2.45 ÷ 3"


def test_the_only_body_of_a_department_is_the_whole_department() -> None:
    staff = table("staff", "机构,编制数,在职人员数\n局本级,17,11\n")
    base = base_of(staff, bodies=["局本级"])
    assert written(base, "在职人员数÷编制数") == written(base, "在职人员数〔局本级〕÷编制数") == "11 ÷ 17"


def test_of_two_bodies_neither_is_the_whole_department() -> None:
    staff = table("staff", "机构,编制数,在职人员数\n局机关,8,7\n数据中心,13,13\n")
    base = base_of(staff)
    with pytest.raises(Missing, match="编制数〔局机关〕、编制数〔数据中心〕"):
        value(base, "编制数")
    assert value(base, "合计(在职人员数〔各机构〕)÷合计(编制数〔各机构〕)") == Fraction(20, 21)


def test_a_body_that_no_table_lists_is_not_taken_for_the_whole_either() -> None:
    base = base_of(facts="- {name: 编制数, body: 局机关, value: 8}", bodies=["局机关", "数据中心"])
    with pytest.raises(Missing):
        value(base, "编制数")


def test_the_same_amount_with_more_decimals_confirms_and_the_first_statement_counts() -> None:
    projects = table("projects", "项目名称,决算数\n合计,207.749\n甲,207.749\n")
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE), projects)
    assert written(base, "项目支出〔决算〕") == "207.75"


def test_an_amount_stated_with_two_values_has_no_value() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE), facts="- {name: 支出总额, stage: 年初, value: '434.70'}")
    with pytest.raises(Ambiguous, match="互相矛盾") as error:
        value(base, "年初预算数")
    assert error.value.candidates == (
        "434.66（tables/expenditure.csv 第 2 行“年初预算数”）",
        "434.70（facts.yaml 第 1 行“支出总额”）",
    )


def test_a_period_is_named_whatever_dash_it_is_written_with() -> None:
    base = base_of(facts="- {name: 电话回访量, period: 1—10月, value: 12655, unit: 次, own: 是}")
    assert value(base, "电话回访量〔1-10月〕") == value(base, "电话回访量〔1至10月〕") == 12655
    with pytest.raises(Missing):
        value(base, "电话回访量")


def test_a_derived_fact_shows_the_arithmetic_behind_it_and_the_facts_it_used() -> None:
    base = base_of(
        facts="""\
- {name: 办结率, formula: 办结数÷受理数, unit: '%', own: 是}
- {name: 受理数, value: 79919, unit: 件, own: 是, source: E15}
- {name: 办结数, value: 79072, unit: 件, own: 是, source: E15}
"""
    )
    reading = base.written()
    result = evaluate(parse("办结率×10"), reading)
    assert str(getattr(result, "text", "")) == "79072 ÷ 79919 × 10"
    assert [fact.name for fact in reading.used] == ["办结数", "受理数"]
    assert value(base, "办结率") == Fraction(79072, 79919)


def test_derived_facts_in_a_circle_are_refused_with_the_whole_chain() -> None:
    with pytest.raises(Refusal) as refusal:
        base_of(
            facts="""\
- {name: 甲率, formula: 乙率×2, unit: '%', own: 是}
- {name: 乙率, formula: 丙率＋1, unit: '%', own: 是}
- {name: 丙率, formula: 甲率÷3, unit: '%', own: 是}
"""
        )
    assert "甲率 → 乙率 → 丙率 → 甲率" in problems(refusal.value)[0]


def test_a_very_long_chain_of_formulas_is_refused_before_it_costs_time() -> None:
    links = [f"- {{name: 数{n}, formula: 数{n + 1}×2, unit: 项, own: 是}}" for n in range(60)]
    with pytest.raises(Refusal, match="超过 50 层的公式引用"):
        base_of(facts="\n".join([*links, "- {name: 数60, value: 1, unit: 项, own: 是}"]))


def test_a_project_whose_name_holds_a_year_is_found_like_any_other() -> None:
    base = base_of(table("projects", "项目名称,决算数\n2020年度招商绩效1,3.20\n2023年,1.00\n"))
    assert value(base, "项目支出〔2020年度招商绩效1〕") == Fraction("3.20")
    assert value(base, "项目支出〔2023年〕") == 1


def test_a_value_and_a_formula_for_one_quantity_are_refused() -> None:
    with pytest.raises(Refusal, match="第二种来源"):
        base_of(facts="- {name: 综合满意度, value: 98%}\n- {name: 综合满意度, formula: 有效问卷数÷问卷回收数}")


def test_a_fact_is_replaced_at_all_places_where_it_is_stated() -> None:
    base = base_of(
        table("expenditure", XINXIANG_EXPENDITURE), table("projects", "项目名称,决算数\n招商经费2023,2.62\n")
    )
    old = base.find(Name.of("项目支出", "招商经费2023", "决算"))
    other = base_of(facts="- {name: 项目支出〔招商经费2023〕, stage: 决算, value: '3.00'}")
    new = next(iter(other))
    assert value(base.replacing(old, new), "项目支出〔招商经费2023，决算〕") == 3
    assert value(base, "项目支出〔招商经费2023，决算〕") == Fraction("2.62")


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("公用经费〔决算〕", "“支出预决算表”的“公用经费”一行"),
        ("支出总额〔决算〕", "“支出预决算表”的合计行"),
        ("支出总额〔上年，决算〕", "“基础数据”"),
        ("三公经费〔上年，年初〕", "“‘三公’经费情况表”的合计行"),
        ("政府采购金额〔实际〕", "“政府采购情况表”的合计行"),
        ("在职人员数", "“人员编制情况表”的“在职人员数”一栏"),
        ("综合满意度", "“满意度调查统计表”"),
        ("年初结转结余〔决算〕", "“收入预决算表”的“年初结转结余”一行"),
        ("计划工作数", "“基础数据”"),
    ],
)
def test_what_is_missing_says_where_it_is_filled_in(name: str, where: str) -> None:
    with pytest.raises(Missing) as error:
        value(base_of(), name)
    assert str(error.value).endswith(f"没有填列，请填在{where}")


def test_a_missing_stage_says_what_there_is_and_where_the_rest_goes() -> None:
    base = base_of(facts="- {name: 公用经费, stage: 年初, value: '2.50'}")
    with pytest.raises(Missing) as error:
        value(base, "公用经费〔决算〕")
    assert error.value.why == ("没有这一口径的数据，已有公用经费〔年初〕，请填在“支出预决算表”的“公用经费”一行")


def test_bodies_without_a_row_of_the_whole_ask_for_that_row() -> None:
    staff = table("staff", "机构,编制数,在职人员数\n局机关,8,7\n数据中心,13,13\n", file="工作表“人员编制情况表”")
    with pytest.raises(Missing) as error:
        value(base_of(staff), "编制数")
    assert error.value.why == (
        "已有编制数〔局机关〕、编制数〔数据中心〕，没有合计，请在工作表“人员编制情况表”加一行合计"
    )


def test_what_is_missing_of_one_project_is_not_sent_to_the_row_of_all() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE))
    with pytest.raises(Missing) as error:
        value(base, "项目支出〔另一项目，决算〕")
    assert "请填在" not in error.value.why
