"""What regulations ask of a report and is not there, or is otherwise."""

from random import Random

from tests.quality.kinds.departments import Weights
from tests.quality.kinds.editing import cut, in_row, instead, left_out, put_in, table_with
from tests.quality.kinds.registry import Dossier, Planting
from tests.quality.kinds.reports import Evaluated, written
from tests.quality.kinds.written import Report
from tests.quality.sheets import Heading, Paragraph, Sheets, Table, row

ASKED = Planting(written)
_LITTLE_OUTPUT: Weights = ((3, 25), (4, 25), (3, 25), (2, 25))
_MUCH_OUTPUT: Weights = ((3, 6), (4, 8), (3, 80), (2, 6))
_ODD: Weights = ((3, 16), (4, 24), (3, 30), (2, 30))


def project_report(seed: int) -> Dossier[Evaluated]:
    """The report of a project."""
    return written(seed, what="民生服务项目支出")


def partnership_report(seed: int) -> Dossier[Evaluated]:
    """The report of a public-private partnership in operation, with enough weight on its output."""
    return written(seed, _MUCH_OUTPUT, "民生服务PPP项目运营期")


def bonds_report(seed: int) -> Dossier[Evaluated]:
    """The report of a project paid from special bonds."""
    return written(seed, what="民生服务专项债券项目")


def zhengzhou_report(seed: int) -> Dossier[Evaluated]:
    """The report of a project in Zhengzhou."""
    return written(seed, what="民生服务项目支出", place="河南省郑州市")


PROJECT, PARTNERSHIP, BONDS, ZHENGZHOU = map(
    Planting, (project_report, partnership_report, bonds_report, zhengzhou_report)
)


@ASKED.fault("regulation.effect_share_department")
def a_department_with_little_weight_on_output_and_effect(report: Report, _: Random) -> Sheets:
    return written(report.about.seed, _LITTLE_OUTPUT).sheets


@PROJECT.fault("regulation.effect_share_project")
def a_project_with_little_weight_on_output_and_effect(report: Report, _: Random) -> Sheets:
    return written(report.about.seed, _LITTLE_OUTPUT, "民生服务项目支出").sheets


@PARTNERSHIP.fault("regulation.output_share_ppp")
def a_partnership_with_little_weight_on_output(report: Report, _: Random) -> Sheets:
    return written(report.about.seed, what="民生服务PPP项目运营期").sheets


@BONDS.fault("regulation.whole_points_bonds")
def a_bonds_project_with_odd_points(report: Report, _: Random) -> Sheets:
    return written(report.about.seed, _ODD, "民生服务专项债券项目").sheets


@ZHENGZHOU.fault("regulation.whole_points_zhengzhou")
def a_project_with_odd_points_where_fives_are_asked(report: Report, _: Random) -> Sheets:
    return written(report.about.seed, _ODD, "民生服务项目支出").sheets


def _annex_cell(report: Report, name: str, old: str, new: str) -> Sheets:
    number, _table = table_with(report.sheets, "评分规则", "评分过程")
    return in_row(report.sheets, number, name, old, new)


@ASKED.fault("regulation.indicator_complete")
def an_indicator_without_a_target(report: Report, random: Random) -> Sheets:
    return _annex_cell(report, "服务对象满意度", "≥85%", "")


@ASKED.fault("regulation.indicator_complete")
def an_indicator_without_a_rule(report: Report, random: Random) -> Sheets:
    return _annex_cell(report, "验收合格率", "得分=验收合格率×权重分，最高不超过权重分。", "")


@ASKED.fault("regulation.same_rule")
def two_rates_of_control_with_other_steps(report: Report, _: Random) -> Sheets:
    rule = "控制率不高于100%的得满分，每高1个百分点扣减权重分的{}，扣完为止。"
    name, other = "管理制度健全性", "公用经费控制率"
    judged = report.about.department.named(name)
    sheets = instead(report.sheets, name, other, everywhere=True)
    number, _table = table_with(sheets, "评分规则", "评分过程")
    sheets = in_row(sheets, number, other, judged.rule, rule.format("10%"))
    sheets = in_row(sheets, number, other, "合规", "≤100%")
    sheets = in_row(sheets, number, other, judged.definition, "公用经费控制率=公用经费支出数/公用经费预算数×100%。")
    return in_row(sheets, number, other, judged.process, "经核查有关账簿")


@ASKED.fault("regulation.rule_covers")
def a_rule_with_a_gap(report: Report, _: Random) -> Sheets:
    old = "满意度不低于85%的得满分，每低1个百分点扣减权重分的5%，扣完为止。"
    return _annex_cell(report, "服务对象满意度", old, "满意度不低于85%的得满分。")


@ASKED.fault("regulation.denominator")
def a_rate_of_control_turned_round(report: Report, _: Random) -> Sheets:
    return _annex_cell(report, "在职人员控制率", "（在职人员数/编制数）", "（编制数/在职人员数）")


@ASKED.fault("regulation.denominator")
def a_rate_of_adjustment_by_the_difference(report: Report, _: Random) -> Sheets:
    new = "（（预算调整数-年初预算数）/年初预算数）"
    return _annex_cell(report, "预算调整率", "（预算调整数/预算数）", new)


@ASKED.fault("regulation.excluded_adjustments")
def adjustments_not_counted_left_out(report: Report, _: Random) -> Sheets:
    return _annex_cell(report, "预算调整率", "，因落实国家政策、不可抗力和上级交办产生的除外", "")


@ASKED.fault("regulation.data_period")
def data_of_a_part_of_the_year(report: Report, _: Random) -> Sheets:
    year = report.about.department.evaluation.year
    return instead(report.sheets, "全年组织培训和维修，", f"{year}年1-9月组织培训和维修，")


@ASKED.fault("regulation.one_survey")
def a_survey_used_for_another_indicator(report: Report, random: Random) -> Sheets:
    made = report.about.department.evaluation
    judged = report.about.department.named("服务能力提升")
    told = f"回收有效问卷{made.answers}份，满意度93.50%"
    return _annex_cell(report, "服务能力提升", judged.process, told)


@ASKED.fault("regulation.verbal_target")
def a_target_in_words(report: Report, _: Random) -> Sheets:
    number, _table = table_with(report.sheets, "技术培训完成率", "指标值")
    return in_row(report.sheets, number, "群众满意度", "≥90%", "提高")


@ASKED.fault("regulation.rule_without_number")
def a_rule_by_a_target_without_a_number(report: Report, _: Random) -> Sheets:
    sheets = _annex_cell(report, "服务对象满意度", "≥85%", "提高")
    number, _table = table_with(sheets, "评分规则", "评分过程")
    return in_row(sheets, number, "服务对象满意度", "每低1个百分点", "每低于目标值1%")


@ASKED.fault("regulation.negative_criterion")
def a_point_that_asks_for_the_wrong(report: Report, _: Random) -> Sheets:
    return _annex_cell(report, "资金使用合规性", "④不存在截留", "④是否存在截留")


@ASKED.fault("regulation.outline")
def a_part_of_the_report_left_out(report: Report, _: Random) -> Sheets:
    return cut(report.sheets, "七、其他需要说明的问题", "附件1：")


@ASKED.fault("regulation.tables_annexed")
def no_indicator_table_annexed(report: Report, _: Random) -> Sheets:
    return cut(report.sheets, "附件1：", "附件2：")


@ASKED.fault("regulation.principles_methods")
def no_bands_of_grades(report: Report, _: Random) -> Sheets:
    bands = "评价结果分为四级：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。"
    return instead(report.sheets, bands, "评价结果分为四级。")


@ASKED.fault("regulation.deduction_problem")
def a_deduction_that_no_problem_mentions(report: Report, random: Random) -> Sheets:
    name = random.choice(("管理制度健全性", "预算调整率"))
    sheets = instead(report.sheets, f"{name}不足", "开放时间偏短", everywhere=True)
    sheets = instead(sheets, f"{name}没有达到要求，原因是经办人员对要求不熟悉。", "周末没有开放，原因是值班人手紧张。")
    sheets = instead(sheets, f"改进{name}", "延长开放时间")
    return instead(sheets, f"围绕{name}制定措施，明确责任人。", "周末安排值班人手开放。")


@ASKED.fault("regulation.problem_advice")
def a_problem_without_advice(report: Report, random: Random) -> Sheets:
    name = random.choice(("管理制度健全性", "预算调整率"))
    sheets = instead(report.sheets, f"改进{name}", "增加志愿者")
    return instead(sheets, f"围绕{name}制定措施，明确责任人。", "招募高校志愿者。")


@ASKED.fault("regulation.problem_advice_count")
def more_advice_than_problems(report: Report, _: Random) -> Sheets:
    number = "一二三四五六七八九十"[len(report.about.department.losers)]
    last = report.about.department.losers[-1].indicator.name
    more = Heading(2, f"（{number}）增加服务窗口"), Paragraph(("增设服务窗口，缩短等候时间。",))
    return put_in(report.sheets, f"围绕{last}制定措施", *more)


ASKED.swap(
    "a basis no longer in force",
    "regulation.basis_repealed",
    ("《项目支出绩效评价管理办法》（财预〔2020〕10号）", "《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）"),
)
ASKED.swap(
    "a basis of another province",
    "regulation.basis_elsewhere",
    ("《南阳市民生服务站点建设方案》（宛民服〔2021〕18号）", "《浙江省预算绩效管理办法》"),
)
ASKED.swap(
    "a basis for central units",
    "regulation.basis_central",
    ("服务窗口正常开放", "按《中央行政事业单位国有资产处置管理办法》处置了资产，服务窗口正常开放"),
)


@ASKED.fault("regulation.basis_central")
def a_basis_for_central_units_in_the_advice(report: Report, _: Random) -> Sheets:
    last = report.about.department.losers[-1].indicator.name
    told = Paragraph(("应按《中央行政事业单位国有资产处置管理办法》的要求处置资产。",))
    return put_in(report.sheets, f"围绕{last}制定措施", told)


@ASKED.fault("regulation.basis_unlisted")
def a_basis_that_the_list_lacks(report: Report, _: Random) -> Sheets:
    told = Paragraph(("根据《南阳市服务窗口管理办法》（宛财〔2022〕7号）核查窗口管理情况。",))
    return put_in(report.sheets, "全年组织培训和维修", told)


@ASKED.fault("regulation.disclosure")
def a_budget_made_public_too_late(report: Report, _: Random) -> Sheets:
    year = report.about.department.evaluation.year
    return instead(report.sheets, f"{year}年2月20日", f"{year}年3月18日")


ASKED.swap(
    "no word of how answers were got", "regulation.survey_described", ("采用现场填写问卷的方式调查", "由问卷调查得出")
)


@ASKED.fault("regulation.lead_evaluator")
def no_lead_evaluator(report: Report, _: Random) -> Sheets:
    return left_out(report.sheets, "主评人：")


@ASKED.fault("regulation.future_tense")
def work_still_to_be_done(report: Report, _: Random) -> Sheets:
    year = report.about.department.evaluation.year + 1
    return instead(report.sheets, f"评价组于{year}年3月5日进驻现场", "评价组将前往现场核查")


ASKED.swap(
    "an office named by the template",
    "regulation.template_left",
    ("服务对象代表参加验收", "XX局的服务对象代表参加验收"),
)
ASKED.swap("a reason to be filled in", "regulation.template_left", ("服务窗口实行首问负责。", "（此处填写经验做法）"))


ASKED.swap(
    "a place from another report in a heading",
    "regulation.other_place",
    ("（四）评价工作过程", "（四）洛阳市财政局评价工作过程"),
)
ASKED.swap(
    "a paragraph cut off",
    "regulation.cut_text",
    (
        "服务对象代表参加验收，服务窗口实行首问负责。",
        "服务对象代表参加验收，服务窗口实行首问负责制，群众来访人次和办结件数都比上年有较大增长，",
    ),
)


_PLANNED = (
    ("A 投入", "A1 目标设定", ("绩效目标合理性", "绩效指标明确性")),
    ("B 产出", "B1 产出数量", ("完成数量", "培训期数")),
    ("C 效果", "C1 社会效益", ("受益户数", "投诉处理")),
)


def plan(seed: int) -> Dossier[int]:
    """The plan of an evaluation: a system of indicators without scores."""
    random = Random(seed)
    first = random.randint(5, 15)
    weights = iter((first, 20 - first, first + 10, 40 - first - 10, first + 5, 40 - first - 5))
    rows = [row("一级指标", "二级指标", "三级指标", "权重", "评分规则")]
    for (group, second, leaves), points in zip(_PLANNED, (20, 40, 40), strict=True):
        for number, leaf in enumerate(leaves, 1):
            code = second[:2]
            cells = (f"{group}（{points}分）", f"{second}（{points}分）", f"{code}.{number} {leaf}", str(next(weights)))
            rows.append(row(*cells, "四项都符合得100%权重分，有一项不符合扣权重分的25%。"))
    rows.append(row("合计", "", "", "100", ""))
    blocks = (Heading(1, "一、指标体系"), Paragraph(("指标体系如下。",)), Table("", "", tuple(rows)))
    return Dossier(Sheets("柳溪县水利局2023年度部门整体支出绩效评价工作方案", blocks), first)


PLANS = Planting(plan)


@PLANS.fault("import.weight_sum", "sum.weights", "sum.parts")
def weights_of_a_plan_that_do_not_add_up(plan: Dossier[int], _: Random) -> Sheets:
    number, _table = table_with(plan.sheets, "评分规则")
    return in_row(plan.sheets, number, "C1.2 投诉处理", str(40 - plan.about - 5), str(40 - plan.about - 8))


@PLANS.fault("import.repeated_code", "score.code_twice")
def a_code_of_a_plan_used_twice(plan: Dossier[int], _: Random) -> Sheets:
    return instead(plan.sheets, "C1.2 投诉处理", "C1.1 投诉处理")
