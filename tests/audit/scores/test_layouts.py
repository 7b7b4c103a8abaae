"""Score tables in other layouts: totals first, subtotals of groups, a column 扣分, tables on their side, an annex."""

from tests.audit.desk import audited, found

from jixiao.findings import Severity

GROUPED = """评价报告

一级指标\t编码\t二级指标\t满分值\t评价得分\t扣分
总 分\t\t\t100\t82\t18
投入\tA1\t目标设定\t12\t12\t0
\tA2\t预算配置\t8\t5\t3
\t小计\t\t20\t17\t3
产出\tC1\t重点工作\t80\t65\t15
\t小计\t\t80\t65\t15
"""
TURNED = """评价报告

表1 一级指标得分汇总（单位：分）

项目\t投入\t过程\t产出\t合计
满分值\t20\t30\t50\t100
评价得分\t18\t22.5\t40\t80.5
扣分值\t2\t7.5\t10\t19.5
"""
ONE_CLASS = """评价报告

表2 投入类指标评分明细（单位：分）

二级指标\t三级指标\t分值\t得分\t扣分
本类合计\t\t20\t16.5\t3.5
目标设定\t目标合理性\t8\t8\t0
\t指标明确性\t5\t3\t2
预算配置\t编制完整性\t7\t5.5\t1.5

附件1 评价指标评分表

一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评分标准\t得分
总计\t20\t\t\t\t\t\t16.5
投入\t20\t目标设定\t13\t目标合理性\t8\t酌情计分\t8
\t\t\t\t指标明确性\t5\t酌情计分\t3
\t\t预算配置\t7\t编制完整性\t7\t酌情计分\t5.5
"""
SUBTOTALED = """评价报告

附件1 评价指标评分表

一级指标\t二级指标\t三级指标\t分值\t评分标准\t得分
投入\t目标设定\t目标合理性\t8\t酌情计分\t8
\t预算配置\t编制完整性\t12\t酌情计分\t9
投入小计\t\t\t20\t\t17
产出\t重点工作\t任务完成率\t80\t酌情计分\t65
产出小计\t\t\t80\t\t65
总 分\t\t\t100\t\t82
"""


def wrong(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.check, each.stated, each.expected) for each in audited(text).findings if each.severity is Severity.ERROR
    ]


def test_tables_in_other_layouts_that_agree_raise_no_error() -> None:
    assert [wrong(text) for text in (GROUPED, TURNED, ONE_CLASS, SUBTOTALED)] == [[], [], [], []]


def test_a_row_xiaoji_is_held_to_the_indicators_of_its_group() -> None:
    assert ("sum.scores", "18", "17") in [
        (check, stated, (expected or "").removesuffix("分").removesuffix(".00"))
        for check, stated, expected in wrong(GROUPED.replace("小计\t\t20\t17\t3", "小计\t\t20\t18\t2"))
    ]


def test_the_column_koufen_is_the_weight_less_the_score() -> None:
    (finding,) = found(GROUPED.replace("8\t5\t3\n", "8\t5\t4\n"), "score.deduction")
    assert finding.stated == "4"
    assert str(finding.expected).startswith("3")


def test_a_column_koufen_that_mostly_holds_something_else_is_not_compared() -> None:
    assert not found(
        ONE_CLASS.replace("\t3.5\n", "\t1\n").replace("\t1.5\n", "\t4\n").replace("3\t2\n", "3\t1\n"), "score.deduction"
    )


def test_a_score_table_on_its_side_is_added_up_across() -> None:
    findings = wrong(TURNED.replace("22.5", "23.5"))
    assert {check for check, _, _ in findings} == {"sum.scores", "score.deduction"}


def test_the_line_benlei_heji_is_the_sum_of_the_class_and_no_indicator() -> None:
    assert not found(ONE_CLASS, "score.missing_row")
    assert wrong(ONE_CLASS.replace("20\t16.5\t3.5", "20\t17.5\t2.5"))


def test_the_weight_of_a_group_in_a_column_of_its_own_is_the_sum_of_its_indicators() -> None:
    (finding,) = found(ONE_CLASS.replace("目标设定\t13", "目标设定\t14"), "sum.weights")[:1]
    assert finding.severity is Severity.ERROR


def test_a_subtotal_in_the_annex_belongs_to_its_group_and_not_to_the_indicator_above_it() -> None:
    assert [check for check, stated, _ in wrong(SUBTOTALED.replace("20\t\t17", "20\t\t16")) if stated == "16"]
    assert [check for check, stated, _ in wrong(SUBTOTALED.replace("酌情计分\t9", "酌情计分\t13")) if stated == "13"]
