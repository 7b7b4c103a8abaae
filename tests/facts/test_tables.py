"""Reading tables: headings, levels, names and cells; every refusal says file, row, heading, found, expected, mend."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.cases import (
    XINXIANG_EXPENDITURE,
    YANJIN_BASIC,
    YANJIN_EXPENDITURE,
    YANJIN_INCOME,
    base_of,
    problems,
    table,
    value,
)

from jixiao.facts import Fact, TableKind, TableNote, facts_of, open_table, standard_dictionary, table_kind, table_kinds
from jixiao.facts.kinds import read_kinds
from jixiao.packs.csvfile import csv_text, parse_csv
from jixiao.quantities import fixed_text, percent_text
from jixiao.refusals import Problem, Refusal


def refused(kind: str, text: str) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        table(kind, text)
    return list(problems(refusal.value))


def test_the_real_expenditure_tables_state_totals_categories_and_projects() -> None:
    base = base_of(table("expenditure", XINXIANG_EXPENDITURE))
    assert value(base, "人员经费〔年初〕＋公用经费〔年初〕") == value(base, "基本支出〔年初〕") == Fraction("207.90")
    assert value(base, "项目支出〔新型液压加注阀项目场地租金补贴，决算〕") == Fraction("23.973")


def test_the_real_income_table_tells_funds_carry_over_and_total_apart() -> None:
    base = base_of(table("income", YANJIN_INCOME, year=2022), year=2022)
    assert value(base, "收入总额〔决算〕") == Fraction("335.96")
    assert value(base, "本年收入〔决算〕＋年初结转结余〔决算〕") == Fraction("335.96")
    assert value(base, "收入总额〔政府性基金，年初〕") == value(base, "政府性基金收入〔年初〕") == 32
    assert value(base, "合计(收入总额〔各资金，决算〕)") == Fraction("310.64")


def test_the_real_table_of_basic_expenditure_is_read_by_economic_class() -> None:
    base = base_of(table("basic_expenditure", YANJIN_BASIC, year=2022), year=2022)
    assert value(base, "基本支出〔决算〕") == Fraction("180.10")
    assert value(base, "商品和服务支出〔维修（护）费〕") == Fraction("7.38")
    assert value(base, "合计(工资福利支出〔各科目〕)") == Fraction("161.75")


def test_the_same_economic_class_under_two_functions_is_two_facts() -> None:
    text = "层次,功能分类,经济分类,决算数\n0,,合计,30\n1,行政运行,工资福利支出,10\n1,事业运行,工资福利支出,20\n"
    base = base_of(table("basic_expenditure", text))
    assert value(base, "工资福利支出〔事业运行〕") == 20


def test_last_years_three_public_budget_is_a_fact_of_last_year() -> None:
    text = "层次,类别,上年预算数,本年预算数,本年决算数\n0,合计,5.00,4.00,3.90\n1,公务接待费,5.00,4.00,3.90\n"
    base = base_of(table("three_public", text))
    formula = "（“三公”经费〔本年，年初〕－“三公”经费〔上年，年初〕）÷“三公”经费〔上年，年初〕"
    assert value(base, formula) == Fraction(-1, 5)
    assert value(base, "公务接待费〔决算〕") == Fraction("3.90")


def test_a_table_in_yuan_says_so_once_and_gives_ten_thousand_yuan() -> None:
    text = "类别,年初采购预算,实际采购金额\n合计,24500,\n"
    base = base_of(table("procurement", text, unit="元"))
    assert value(base, "政府采购预算数") == Fraction("2.45")


def test_yuan_in_a_table_of_ten_thousand_yuan_are_refused_with_row_column_and_mend() -> None:
    (message,) = refused("expenditure", YANJIN_EXPENDITURE.replace("8.63", '"86,300元"'))
    assert message == (
        "tables/expenditure.csv，第 5 行（公用经费）“年初预算数”：读到“86,300元”，应为以万元为单位的数。"
        "如确为 86300元，请写 8.63。"
    )


def test_every_wrong_cell_of_a_table_is_told_at_once() -> None:
    text = "项目,预算执行率,总分\n甲,95,一百\n乙,0.95,100\n"
    assert [message.split("：")[0] for message in refused("self_evaluation", text)] == [
        "tables/self_evaluation.csv，第 2 行（甲）“预算执行率”",
        "tables/self_evaluation.csv，第 2 行（甲）“总分”",
        "tables/self_evaluation.csv，第 3 行（乙）“预算执行率”",
    ]


def test_an_unknown_heading_is_refused_with_the_nearest_one() -> None:
    (message,) = refused("expenditure", YANJIN_EXPENDITURE.replace("调整预算数", "调整后预算数"))
    assert "“调整后预算数”" in message
    assert "请改为“调整预算数”" in message


def test_a_missing_or_repeated_heading_is_refused() -> None:
    assert "没有“层次”一列" in refused("income", "类别,决算数\n合计,1\n")[0]
    assert "第二个“决算数”" in refused("income", "层次,类别,决算数,决算数\n0,合计,1,1\n")[0]


def test_a_level_that_skips_one_is_refused() -> None:
    (message,) = refused("expenditure", "层次,类别,决算数\n0,支出合计,1\n2,人员经费,1\n")
    assert "层次 2，上面没有层次 1 的行" in message


def test_a_level_that_is_no_digit_is_refused() -> None:
    assert "0 到 9 的整数" in refused("expenditure", "层次,类别,决算数\n合计,支出合计,1\n")[0]


def test_a_row_of_the_whole_that_is_not_named_as_one_is_refused() -> None:
    (message,) = refused("expenditure", "层次,类别,决算数\n0,招商经费,1\n")
    assert "层次 0 的“招商经费”" in message


def test_two_projects_of_one_name_are_refused() -> None:
    (message,) = refused("projects", "项目名称,决算数\n甲,1\n甲,2\n")
    assert "第 3 行（甲）：读到与第 2 行同名的行" in message


def test_a_project_named_like_a_quantity_stays_a_project() -> None:
    base = base_of(table("projects", "项目名称,决算数\n公务接待费,1.20\n"))
    assert value(base, "项目支出〔公务接待费〕") == Fraction("1.20")


def test_cells_left_empty_below_their_first_row_are_filled_down() -> None:
    read = table("objectives", "一级指标,二级指标,三级指标,指标值\n产出,数量,甲,≥1\n,,乙,≥2\n")
    assert [row.texts["一级指标"] for row in read.rows] == ["产出", "产出"]


def test_an_empty_name_is_refused() -> None:
    assert "填写的重点工作任务" in refused("key_tasks", "序号,重点工作任务,完成情况\n1,,已完成\n")[0]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"kind": "expenses"}, "请改为“"),
        ({"unit": "斤"}, "单位“斤”"),
        ({"unit": "人"}, "金额单位"),
        ({"year": "去岁"}, "年度“去岁”"),
        ({"scheme": "Z"}, "A、B、C、D、E 之一"),
        ({"kind": "survey_counts"}, "没有权重方案"),
        ({"kind": "staff", "unit": "万元"}, "应为人"),
    ],
)
def test_what_is_said_about_a_table_is_refused_when_it_cannot_be(said: dict[str, str], words: str) -> None:
    note = replace(TableNote("t.csv", "expenditure", "表"), **said)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as refusal:
        open_table(note, (), [(2, ())], dictionary=standard_dictionary(), usual_year=2023)
    assert words in str(refusal.value)


def test_derived_columns_give_the_shares_and_rates_of_the_reports() -> None:
    read = table("expenditure", XINXIANG_EXPENDITURE)
    index = {row.name: number for number, row in enumerate(read.rows)}
    shown = {
        ("基本支出", "年初占比"): "47.83%",
        ("项目支出", "年初占比"): "52.17%",
        ("人员经费", "年初占上级比重"): "98.80%",
        ("大厅物业人员经费2023", "年初占上级比重"): "44.15%",
        ("新型液压加注阀项目场地租金补贴", "决算占上级比重"): "11.54%",
        ("支出合计", "预算调整率"): "4.58%",
    }
    for (row, heading), text in shown.items():
        rate = read.derived(index[row], heading)
        assert rate is not None
        assert percent_text(rate) == text
    assert read.derived(index["人员经费"], "预算执行率") is None
    assert read.derived(index["支出合计"], "年初占上级比重") is None


CALLBACKS = """\
月份,回访数,有效回访数,满意数,不满意数,整改数
1月,120,90,87,3,2
2月,80,70,70,,
3月,,,,,
合计,200,160,157,3,2
"""


def test_callbacks_are_facts_of_every_month_and_of_the_year() -> None:
    base = base_of(table("callbacks", CALLBACKS, unit="次"))
    assert value(base, "有效回访数") == 160
    assert value(base, "合计(回访数〔各月〕)") == 200
    assert value(base, "回访满意数〔2月〕÷接通数〔2月〕") == 1
    assert not [fact for fact in base if not fact.is_stated]


def test_the_rates_of_callbacks_are_of_those_who_answered() -> None:
    read = table("callbacks", CALLBACKS)
    months = [[read.derived(row, heading) for heading in ("有效率", "满意率", "整改率")] for row in (0, 3)]
    assert months == [
        [Fraction(3, 4), Fraction(29, 30), Fraction(2, 3)],
        [Fraction(4, 5), Fraction(157, 160), Fraction(2, 3)],
    ]
    assert read.derived(1, "整改率") is None


def test_every_kind_can_be_offered_as_an_empty_table_with_a_note_for_each_column() -> None:
    assert {kind.kind for kind in table_kinds()} >= {
        *("income", "expenditure", "projects", "basic_expenditure", "three_public", "assets", "procurement"),
        *("staff", "key_tasks", "objectives", "self_evaluation", "survey_counts", "callbacks"),
    }
    for kind in table_kinds():
        assert kind.headings
        assert all(column.note for column in kind.columns)
        assert len(set(kind.headings)) == len(kind.headings)


def test_a_kind_that_refers_to_unknown_headings_quantities_or_stages_is_refused(tmp_path: Path) -> None:
    text = """\
kinds:
  - kind: odd
    title: 表
    note: 无
    rows: [名字]
    total: 幸福
    columns: [{heading: 类别, type: text, note: 无}, {heading: 数, type: amount, stage: 结算, note: 无}]
    sums: [{stated: 数, equals: 别的数}]
"""
    path = tmp_path / "kinds.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        read_kinds(path, standard_dictionary())
    assert [part for part in ("“幸福”", "“结算”", "“名字”", "“别的数”") if part not in str(refusal.value)] == []


AMOUNTS = st.one_of(st.just("-"), st.decimals(0, 10**6, places=2).map(lambda number: fixed_text(number, 2)))


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8))
def test_a_table_written_and_read_again_gives_the_same_facts(cells: list[tuple[str, str]]) -> None:
    kind = table_kind("projects")
    assert kind is not None
    rows = [("项目名称", "年初预算数", "决算数"), *((f"项目{n}", *pair) for n, pair in enumerate(cells))]
    written = parse_csv(csv_text(rows), "tables/projects.csv")
    note, dictionary = TableNote("tables/projects.csv", "projects", "表"), standard_dictionary()
    read = open_table(note, written.headings, written.body, dictionary=dictionary, usual_year=2023)
    facts = {(fact.at.item[0], fact.at.stage): fact for fact in facts_of(read, dictionary, 2023)}
    for number, (budget, outturn) in enumerate(cells):
        for stage, text in (("年初", budget), ("决算", outturn)):
            fact = facts[f"项目{number}", stage]
            assert fact.is_stated == (text != "-")
            assert not fact.is_stated or fact.text == text


CELLS = st.one_of(
    st.text(max_size=8), st.sampled_from(["0", "1", "2", "支出合计", "基本支出", "12.5", "-", "1万元", "是"])
)


@given(st.sampled_from(table_kinds()), st.data())
def test_whatever_stands_in_the_cells_is_read_or_refused(kind: TableKind, data: st.DataObject) -> None:
    row = st.tuples(*(CELLS for _ in kind.headings))
    rows = list(enumerate(data.draw(st.lists(row, max_size=5)), start=2))
    note, dictionary = TableNote("t.csv", kind.kind, "表", scheme="A" if kind.is_survey else ""), standard_dictionary()
    told: tuple[Problem, ...] = ()
    facts: list[Fact] = []
    try:
        read = open_table(note, kind.headings, rows, dictionary=dictionary, usual_year=2023)
        facts = list(facts_of(read, dictionary, 2023))
    except Refusal as refusal:
        told = refusal.problems
    assert all(problem.file == "t.csv" and problem.found and problem.expected for problem in told)
    assert all(fact.origin.row is not None for fact in facts)
