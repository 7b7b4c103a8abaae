"""The description of the department: figures as the tables of the two examples print them, nothing where nothing is."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, small_case

from jixiao.evaluation import Case
from jixiao.facts import TableNote, open_table, standard_dictionary
from jixiao.packs.trees import Tree
from jixiao.reports.content.cover import cover_of
from jixiao.reports.content.money import budget_charts
from jixiao.reports.content.opening import opening_of
from jixiao.reports.content.overview import overview_of
from jixiao.reports.content.parts import Section, Series


def section(case: Case, heading: str) -> Section:
    """The section under that heading."""
    return next(each for each in overview_of(case) if each.heading == heading)


def with_tables(name: str, *kinds: str) -> Case:
    """An example with only its tables of these kinds."""
    case = case_of(name)
    return replace(case, tables=tuple(table for table in case.tables if table.kind.kind in kinds))


def told_table(kind: str, headings: Sequence[str], *rows: Sequence[str]) -> Case:
    """A small case of 2023 with one table."""
    note = TableNote("表.csv", kind, "某表")
    table = open_table(note, headings, enumerate(rows, 2), dictionary=standard_dictionary(), usual_year=2023)
    return replace(small_case([leaf("K", "5", {"fixed": "100%"})]), tables=(table,))


def test_the_cover_writes_dates_out_and_names_who_evaluated() -> None:
    cover = cover_of(case_of(XINXIANG))
    assert cover.period == "2023年1月1日至2023年12月31日"
    assert cover.date == "2024年12月"
    assert cover.short == "高新区行政审批服务局"
    assert cover.department == "新乡高新技术产业开发区管理委员会行政审批服务局"
    assert cover.evaluator == "第三方评价机构（示例）"


def test_a_cover_of_a_bare_case_leaves_open_what_is_not_filled_in() -> None:
    cover = cover_of(small_case([leaf("K", "5", {"fixed": "100%"})]))
    assert (cover.short, cover.client, cover.evaluator, cover.lead, cover.period, cover.date) == (
        "某局",
        "",
        "",
        "",
        "",
        "",
    )


def test_a_date_that_is_no_iso_date_stays_as_written() -> None:
    general: dict[str, Tree] = {"report_date": "2024年底", "period": {"from": "2023-01-05", "to": "年底"}}
    cover = cover_of(small_case([leaf("K", "5", {"fixed": "100%"})], general=general))
    assert (cover.date, cover.period) == ("2024年底", "2023年1月5日至年底")


def test_the_opening_says_on_what_basis_for_whom_by_whom_of_what() -> None:
    assert opening_of(case_of(YANJIN)).startswith(
        "依据《延津县财政局关于开展2022年度财政重点绩效评价（第一批）的通知》等文件，受延津县财政局委托，"
        "第三方评价机构（示例）组成评价组，对延津县政务大数据局2022年度部门整体支出进行绩效评价。"
        "评价组按4个一级指标、14个二级指标和30个三级指标逐项评分，形成本报告。"
    )


def test_the_opening_of_a_bare_case_names_only_what_is_evaluated() -> None:
    opening = opening_of(small_case([leaf("K", "5", {"fixed": "100%"})]))
    assert opening.startswith("评价组对某局2023年度部门整体支出进行绩效评价。评价组按1个一级指标、1个二级指标和2个")


def test_the_sections_come_in_the_usual_order() -> None:
    assert [each.heading for each in overview_of(case_of(XINXIANG))] == [
        "部门职责",
        "机构设置和人员情况",
        "资产情况",
        "收入预算和决算情况",
        "支出预算和决算情况",
        "“三公”经费情况",
        "政府采购情况",
        "重点工作完成情况",
        "绩效目标",
        "绩效自评结果",
    ]


def test_duties_are_listed_as_one_sentence() -> None:
    told = section(case_of(XINXIANG), "部门职责").paragraphs
    assert told[0] == "高新区行政审批服务局的主要职责是："
    assert told[1] == "1.推动“放管服”改革，就规范审批行为、提高审批效能和改善营商环境提出意见；"
    assert told[4].startswith("4.承担政务服务信息化工作")
    assert told[4].endswith("提高事项网上办理比例。")


def test_structure_and_staff_stand_as_written() -> None:
    case = case_of(YANJIN)
    overview = case.content.case.overview
    assert overview is not None
    assert section(case, "机构设置和人员情况").paragraphs == (overview.structure, overview.staff)


def test_without_a_told_staff_the_table_is_told() -> None:
    case = with_tables(YANJIN, "staff")
    general = case.content.case.model_copy(update={"overview": None})
    told = section(replace(case, content=replace(case.content, case=general)), "机构设置和人员情况").paragraphs
    assert told == (
        "纳入评价的单位2个：局机关和延津县政务大数据中心。",
        "2022年末，编制数21人，在职人员数20人，在职人员控制率95.24%。",
    )


def test_assets_all_in_use_are_said_to_be() -> None:
    assert section(case_of(XINXIANG), "资产情况").paragraphs == (
        "2023年末，固定资产413项，总额385.7147万元，全部在用。",
    )


def test_assets_partly_in_use_are_told_apart() -> None:
    facts: list[Tree] = [
        {"name": "固定资产总额", "value": "100.00", "unit": "万元"},
        {"name": "在用固定资产总额", "value": "90.50", "unit": "万元"},
    ]
    case = small_case([leaf("K", "5", {"fixed": "100%"})], facts=facts)
    assert section(case, "资产情况").paragraphs == ("2023年末，固定资产总额100.00万元，其中在用90.50万元。",)


def test_three_public_expenses_are_told_by_those_that_are_not_nothing() -> None:
    case = told_table(
        "three_public",
        ("层次", "类别", "上年预算数", "本年预算数", "本年决算数"),
        ("0", "“三公”经费合计", "4.00", "5.00", "4.50"),
        ("1", "公务接待费", "0.00", "0.00", "0.00"),
        ("1", "公务用车购置及运行维护费", "4.00", "5.00", "4.50"),
    )
    figures = "2022年度预算4.00万元，2023年度预算5.00万元，2023年度决算4.50万元，变动率25.00%，控制率90.00%"
    assert section(case, "“三公”经费情况").paragraphs == (
        f"“三公”经费{figures}。其中，公务用车购置及运行维护费{figures}。",
    )


def test_a_table_of_projects_is_told_by_the_largest() -> None:
    case = told_table(
        "projects",
        ("项目名称", "年初预算数", "决算数"),
        ("合计", "50.00", "40.00"),
        ("大厅运行", "20.00", "10.00"),
        ("系统建设", "30.00", "30.00"),
    )
    assert section(case, "支出预算和决算情况").paragraphs == (
        "项目支出涉及2个项目，决算数最大的是“系统建设”，为30.00万元，占项目支出决算的75.00%。",
    )


def test_projects_that_scored_themselves_alike_are_told_once() -> None:
    case = told_table("self_evaluation", ("项目", "总分"), ("大厅运行", "98.00"), ("系统建设", "98.00"))
    assert section(case, "绩效自评结果").paragraphs == ("开展绩效自评的项目2个，自评总分均为98.00分。",)


def test_income_is_told_from_the_table_of_income() -> None:
    assert section(case_of(XINXIANG), "收入预算和决算情况").paragraphs == (
        "高新区行政审批服务局2023年度收入年初预算434.66万元，调整预算和决算均为454.58万元，预算完成率100.00%。"
        "收入决算全部为一般公共预算财政拨款。",
    )
    # 310.64 ÷ 335.96 = 92.463 %, 25.32 ÷ 335.96 = 7.537 %
    assert section(case_of(YANJIN), "收入预算和决算情况").paragraphs == (
        "延津县政务大数据局2022年度收入年初预算354.31万元，调整预算和决算均为335.96万元，预算完成率100.00%。"
        "收入决算中，本年收入310.64万元，占92.46%；年初结转结余25.32万元，占7.54%。",
    )


def test_expenditure_is_told_with_its_parts_its_projects_and_what_was_carried_over() -> None:
    # 246.83 ÷ 454.58 = 54.299 %; 207.75 ÷ 454.58 = 45.701 %; 84.843 ÷ 207.75 = 40.839 %
    assert section(case_of(XINXIANG), "支出预算和决算情况").paragraphs == (
        "高新区行政审批服务局2023年度支出年初预算434.66万元，年中追加38.93万元，年中追减19.01万元，"
        "调整预算和决算均为454.58万元，预算执行率100.00%。"
        "其中，基本支出年初预算207.90万元，调整预算和决算均为246.83万元，占支出决算的54.30%，预算执行率100.00%；"
        "项目支出年初预算226.76万元，调整预算和决算均为207.75万元，占支出决算的45.70%，预算执行率100.00%。",
        "项目支出涉及6个项目，决算数最大的是“大厅物业人员经费2023”，为84.843万元，占项目支出决算的40.84%；"
        "“营商环境监测平台项目2023”当年没有支出。",
        "2023年末结转结余0万元。",
    )


def test_what_basic_expenditure_consists_of_is_told_by_its_main_rows() -> None:
    # 161.75 ÷ 180.10 = 89.811 %, 18.35 ÷ 180.10 = 10.189 %
    assert section(case_of(YANJIN), "支出预算和决算情况").paragraphs[1] == (
        "2022年度基本支出决算中，工资福利支出161.75万元，占89.81%；商品和服务支出18.35万元，占10.19%。"
    )


def test_the_chart_sets_budget_against_outturn_by_main_kind() -> None:
    (chart,) = budget_charts(case_of(YANJIN))
    assert (chart.kind, chart.unit, chart.decimals, chart.categories) == ("column", "万元", 2, ("基本支出", "项目支出"))
    assert chart.series == (
        Series("年初预算数", (Decimal("126.35"), Decimal("227.96"))),
        Series("调整预算数", (Decimal("180.10"), Decimal("155.86"))),
        Series("决算数", (Decimal("180.10"), Decimal("155.86"))),
    )


def test_a_figure_that_is_not_stated_leaves_no_clause() -> None:
    assert section(case_of(YANJIN), "“三公”经费情况").paragraphs == (
        "“三公”经费2022年度预算和2022年度决算均为0.00万元。",
    )
    assert section(case_of(XINXIANG), "政府采购情况").paragraphs == (
        "2023年度政府采购年初预算和实际采购金额均为0.00万元。",
    )


def test_objectives_are_counted_by_level() -> None:
    assert section(case_of(YANJIN), "绩效目标").paragraphs == (
        "2022年度绩效目标设置一级指标3个、二级指标7个、三级指标31个。"
        "按一级指标分，三级指标中投入管理指标20个、产出指标8个、效益指标3个。",
    )


def test_the_own_evaluation_tells_score_parts_and_the_range_of_the_projects() -> None:
    assert section(case_of(XINXIANG), "绩效自评结果").paragraphs == (
        "高新区行政审批服务局对2023年度部门整体支出开展绩效自评，自评得分99.68分，等级为“优”。"
        "其中，资金支出管理得9.78分，投入管理指标得29.90分，产出指标得25.00分，效益指标得35.00分。",
        "开展绩效自评的项目6个，自评总分最高的是“2020年度招商绩效1”，100.00分；"
        "最低的是“营商环境监测平台项目2023”，70.00分。",
    )


def test_a_case_that_says_nothing_of_the_department_has_no_description() -> None:
    assert overview_of(small_case([leaf("K", "5", {"fixed": "100%"})])) == ()


@pytest.mark.parametrize("name", [XINXIANG, YANJIN])
def test_the_department_is_named_by_its_short_name_only(name: str) -> None:
    case = case_of(name)
    told = [text for each in overview_of(case) for text in each.paragraphs] + [opening_of(case)]
    general = case.content.case
    own = [text.replace(f"受{general.client}委托", "") for text in told]
    assert not any(general.department in text or "以下简称" in text for text in own)
