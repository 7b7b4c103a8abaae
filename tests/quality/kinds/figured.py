"""Faults of figures: sums, differences, shares, rates, growth, products, formulas, and numbers cut off."""

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

from tests.quality.evaluations import percent, points
from tests.quality.kinds.editing import in_row, instead, made_wrong, put_in, table_with, with_rows
from tests.quality.kinds.registry import Dossier, Planting
from tests.quality.kinds.reports import written
from tests.quality.kinds.written import Report
from tests.quality.sheets import Cell, Heading, Paragraph, Sheets, Table, row

FIGURES = Planting(written)


@FIGURES.fault("sum.parts")
def a_wrong_amount_in_a_table(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "amount")


@FIGURES.fault("sum.parts", "duplicate")
def a_line_left_out_of_a_table_of_amounts(report: Report, random: Random) -> Sheets:
    number, _ = table_with(report.sheets, "支出预算安排情况表")
    item = random.choice(report.about.department.evaluation.projects)
    return without_line(report.sheets, number, item.name)


@FIGURES.fault("sum.parts", "duplicate", "rate.share")
def a_wrong_amount_in_a_sentence(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "text_amount")


@FIGURES.fault("rate.share")
def a_wrong_share_in_a_table(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "share")


@FIGURES.fault("rate.share")
def a_wrong_share_in_a_sentence(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "text_share")


@FIGURES.fault("rate.quotient")
def a_wrong_execution_rate_in_a_table(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "rate")


@FIGURES.fault("sum.difference")
def a_wrong_adjustment_in_a_table(report: Report, random: Random) -> Sheets:
    number, _ = table_with(report.sheets, "会议费", "调整数")
    name, amount = random.choice((("会议费", "-2.50"), ("培训费", "3.40")))
    return in_row(report.sheets, number, name, amount, amount.replace(".", "1.", 1))


@FIGURES.fault("sum.difference")
def a_budget_lowered_that_was_raised(report: Report, _: Random) -> Sheets:
    number, _table = table_with(report.sheets, "会议费", "调整数")
    return in_row(report.sheets, number, "会议费", "-2.50", "2.50")


@FIGURES.fault("rate.growth")
def a_wrong_rate_of_growth_in_a_sentence(report: Report, random: Random) -> Sheets:
    return instead(report.sheets, "增长25.00%", f"增长{random.choice(('20.00%', '25.50%', '80.00%'))}")


@FIGURES.fault("rate.growth")
def a_rate_of_growth_without_its_minus(report: Report, _: Random) -> Sheets:
    number, _table = table_with(report.sheets, "公务接待费", "增减率")
    return in_row(report.sheets, number, "公务接待费", "-20.00%", "20.00%")


@FIGURES.fault("table.part_exceeds")
def a_part_above_its_whole_in_a_table(report: Report, _: Random) -> Sheets:
    number, _table = table_with(report.sheets, "公务接待费", "增减率")
    sheets = in_row(report.sheets, number, "其中：公务用车运行维护费", "9.20", "19.20")
    return in_row(sheets, number, "其中：公务用车运行维护费", "-8.00%", "92.00%")


@FIGURES.fault("product")
def a_price_that_its_number_does_not_bring_to_the_total(report: Report, random: Random) -> Sheets:
    return instead(report.sheets, "合计6万元", f"合计{random.choice(('5万元', '7.2万元', '60万元'))}")


@FIGURES.fault("product")
def a_wrong_weighted_share_of_answers(report: Report, _: Random) -> Sheets:
    evaluation = report.about.department.evaluation
    question = evaluation.questions[0]
    share = percent(Fraction(question.counts[0], evaluation.answers))
    number, table = table_with(report.sheets, "综合满意度", "100%", "75%")
    last = table.rows[-1]
    wrong = replace(last[2], piece=percent(Fraction(question.counts[0], evaluation.answers) - Fraction(3, 100)))
    assert last[2].text == share
    return with_rows(report.sheets, number, (*table.rows[:-1], (*last[:2], wrong, *last[3:])))


@FIGURES.fault("formula.arithmetic", "duplicate", "rate.quotient")
def a_formula_with_another_result(report: Report, _: Random) -> Sheets:
    each = report.about.department.named("培训任务完成率")
    formula, _equals, rate = each.process.rpartition("=")
    return instead(report.sheets, f"{formula}={rate}", f"{formula}={Decimal(rate[:-1]) - 3}%")


@FIGURES.fault("table.share_of_part")
def shares_of_their_group_under_a_heading_of_the_whole(report: Report, _: Random) -> Sheets:
    evaluation = report.about.department.evaluation
    number, table = table_with(report.sheets, "支出预算安排情况表")
    rows = [(*table.rows[0][:-1], replace(table.rows[0][-1], piece="占支出总额比重")), *table.rows[1:]]
    for items in (evaluation.basic, evaluation.projects):
        whole = sum(item.initial for item in items)
        for item in items:
            at = next(n for n, cells in enumerate(rows) if cells[0].text.endswith(item.name))
            rows[at] = (*rows[at][:-1], Cell(percent(Fraction(item.initial, whole))))
    return with_rows(report.sheets, number, tuple(rows))


@FIGURES.fault("self.execution_score")
def points_of_execution_that_do_not_fit_the_rate(report: Report, _: Random) -> Sheets:
    before, _part, behind = _self_evaluation(report).partition("资金支出管理得")
    score, _points, rest = behind.partition("分")
    total, _mark, middle = before.partition("自评总体分值")[2].partition("分")
    wrong = Decimal(score) - 3
    told = f"自评总体分值{Decimal(total) - 3}分{middle}资金支出管理得{wrong}分{rest}"
    return instead(report.sheets, f"自评总体分值{total}分{middle}资金支出管理得{score}分{rest}", told)


@FIGURES.fault("sum.scores")
def parts_of_a_self_evaluation_that_do_not_add_up(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "满意度指标得9.00分", "满意度指标得8.00分")


def _self_evaluation(report: Report) -> str:
    return next(
        block.text for block in report.sheets.blocks if isinstance(block, Paragraph) and "自评总体分值" in block.text
    )


@FIGURES.fault("sum.joint")
def sums_of_which_each_but_not_all_can_be_rounded(report: Report, _: Random) -> Sheets:
    """Rows come to one more than their parts, columns to one less: no rounding allows both."""
    rows = (
        row("类别", "财政拨款", "其他资金", "合计"),
        row("办公设备", "21", "12", "34"),
        row("专用设备", "33", "27", "61"),
        row("合计", "53", "38", ""),
    )
    dash = report.about.style.dash
    return put_in(report.sheets, "（三）部门绩效目标", Table(f"表1{dash}6 设备购置资金来源表", "万元", rows))


@FIGURES.fault("sum.shares", "sum.parts")
def shares_alone_that_do_not_come_to_the_whole(report: Report, _: Random) -> Sheets:
    rows = (
        row("资金来源", "占比"),
        row("财政拨款", "62.40%"),
        row("上级补助", "21.10%"),
        row("自筹资金", "18.50%"),
        row("合计", "100.00%"),
    )
    dash = report.about.style.dash
    return put_in(report.sheets, "（三）部门绩效目标", Table(f"表1{dash}6 设备购置资金来源构成表", "", rows))


def without_line(sheets: Sheets, number: int, label: str) -> Sheets:
    """The report without a row of a table."""
    table = sheets.blocks[number]
    assert isinstance(table, Table)
    return with_rows(sheets, number, tuple(cells for cells in table.rows if label not in cells[0].text))


def rates(seed: int) -> Dossier[tuple[tuple[int, int], ...]]:
    """A list of what units were given and spent, with rates rounded as they should be."""
    random = Random(seed)
    listed = tuple(
        (budget, random.randint(budget // 2, budget)) for budget in random.sample(range(130_000, 990_000), 8)
    )
    return Dossier(_listed(listed, ROUND_HALF_UP), listed)


def _listed(listed: tuple[tuple[int, int], ...], rounding: str) -> Sheets:
    rows = [row("单位", "全年预算数", "决算数", "预算执行率")]
    for number, (budget, spent) in enumerate(listed, 1):
        rate = (Decimal(100 * spent) / budget).quantize(Decimal("0.01"), rounding)
        rows.append(row(f"第{number}服务站", points(budget), points(spent), f"{rate}%"))
    table = Table("表1-1 各服务站预算执行情况表", "万元", tuple(rows))
    return Sheets("预算执行情况", (Heading(1, "一、预算执行情况"), Paragraph(("各站预算执行情况如下。",)), table))


CUT_OFF = Planting(rates)


@CUT_OFF.fault("convention.truncation")
def rates_cut_off_instead_of_rounded(dossier: Dossier[tuple[tuple[int, int], ...]], _: Random) -> Sheets | None:
    cut = _listed(dossier.about, ROUND_DOWN)
    rounded = _listed(dossier.about, ROUND_HALF_UP)
    assert isinstance(cut.blocks[-1], Table)
    assert isinstance(rounded.blocks[-1], Table)
    differing = sum(one != other for one, other in zip(cut.blocks[-1].rows, rounded.blocks[-1].rows, strict=True))
    return cut if differing > 1 else None
