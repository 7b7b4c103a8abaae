"""Root causes through the front door: one wrong cell is one fault, two faults stay two; fingerprints; guesses."""

from jixiao.audit import Audit, Material, audit
from jixiao.documents import Document, Paragraph, document_of
from jixiao.findings import Place, Severity

SCORES = """某某中心2023年度部门整体支出绩效评价报告

表4-1 得分情况表

一级指标\t权重分\t得分\t得分率
A 决策\t20.00\t18.00\t{decision}
B 过程\t30.00\t{process}\t91.67%
C 产出\t50.00\t45.00\t90.00%
合计\t100.00\t{total}\t
"""


def audited(text: str) -> Audit:
    return audit(Material(document_of(text.encode(), "报告.txt")))


def errors(text: str) -> list[tuple[str, str | None]]:
    return [(each.check, each.derived_from) for each in audited(text).findings if each.severity is Severity.ERROR]


def test_a_cell_with_swapped_digits_makes_a_rate_and_a_total_fail_and_is_one_fault() -> None:
    # 27.50 of 30 is 91.67 %, and 18.00 + 27.50 + 45.00 = 90.50; printed is 25.70.
    text = SCORES.format(decision="90.00%", process="25.70", total="90.50")
    first, second = [each for each in audited(text).findings if each.severity is Severity.ERROR]
    assert (first.derived_from, second.derived_from) == (None, first.id)
    assert {first.check, second.check} == {"sum.scores", "rate.quotient"}
    assert first.hint is not None
    assert "“25.70”" in first.hint
    assert "应为 27.50" in first.hint
    assert first.hint.startswith("猜测")


def test_two_faults_that_share_a_figure_stay_two() -> None:
    # 18.00 of 20 is 90 %, not 91 %; the sum is 90.50, not 92.50. No other number than 18.00 mends both.
    text = SCORES.format(decision="91.00%", process="27.50", total="92.50")
    assert sorted(errors(text)) == [("rate.quotient", None), ("sum.scores", None)]


def test_what_holds_gives_no_cause() -> None:
    assert errors(SCORES.format(decision="90.00%", process="27.50", total="90.50")) == []


def test_fingerprints_stay_when_lines_and_a_table_are_inserted_above() -> None:
    text = SCORES.format(decision="91.00%", process="27.50", total="92.50").replace("表4-1 得分情况表\n\n", "")
    head, body = text.split("\n", 1)
    later = audited(f"{head}\n\n新加的一段说明。\n\n项目\t金额\n甲\t12.00\n乙\t3.00\n合计\t15.00\n\n又一段。\n{body}")
    before = audited(text)
    assert before.findings
    assert [each.fingerprint for each in later.findings] == [each.fingerprint for each in before.findings]
    assert [each.places[-1].line for each in later.findings] != [each.places[-1].line for each in before.findings]


def test_another_number_in_the_same_cell_is_another_finding() -> None:
    one = audited(SCORES.format(decision="91.00%", process="27.50", total="90.50")).findings
    other = audited(SCORES.format(decision="92.00%", process="27.50", total="90.50")).findings
    assert one[0].fingerprint != other[0].fingerprint


def test_the_same_print_in_another_paragraph_of_a_word_file_is_another_figure() -> None:
    # With 50.00万元 for 60.00万元 both the sum and the share of the first paragraph hold; the second one is right.
    wrong = "支出合计100.00万元，其中：基本支出60.00万元，占50.00%；项目支出50.00万元，占50.00%。"
    right = "支出合计110.00万元，其中：基本支出60.00万元，占54.55%；项目支出50.00万元，占45.45%。"
    blocks = tuple(Paragraph(text, Place(anchor=number)) for number, text in enumerate((wrong, right)))
    findings = audit(Material(Document("报告.docx", "docx", blocks))).findings
    first, second = [each for each in findings if each.severity is Severity.ERROR]
    assert {first.check, second.check} == {"sum.parts", "rate.share"}
    assert (first.derived_from, second.derived_from) == (None, first.id)


def test_parts_larger_than_their_whole_follow_from_the_sum_that_fails() -> None:
    # 40.00 + 20.00 = 60.00 and 35.00 + 15.00 = 50.00; printed is 45.00.
    text = """编码\t项目\t预算\t决算
\t合计\t100.00\t90.00
1\t基本支出\t60.00\t50.00
101\t其中：人员经费\t45.00\t35.00
102\t公用经费\t20.00\t15.00
2\t项目支出\t40.00\t40.00
"""
    assert errors(text) == [("sum.parts", None), ("table.part_exceeds", "F1")]


ANSWERS = """某某局2023年度绩效评价报告

一、满意度

发放问卷36份，收回32份，有效问卷30份。

采用加权平均法：“非常满意”计100分、“比较满意”计75分、“一般”计50分、“不太满意”计25分、“非常不满意”计0分，以份数加权后除以有效问卷份数。

第1项为对办事速度的评价。选择“非常满意”的20份，占66.7%；选择“比较满意”的4份，占13.3%；选择“一般”的3份，占10.0%；\
选择“不太满意”的{}份，占6.7%；选择“非常不满意”的1份，占3.3%。加权测算，该项满意度为83.3%。
"""


def test_an_equal_figure_of_the_same_sentence_is_another_one() -> None:
    # 20 + 4 + 3 + 2 + 1 = 30, 2 ÷ 30 = 6.7 %, 2500 ÷ 30 = 83.3 %; the first 3 is right, the second one is not.
    assert errors(ANSWERS.format(2)) == []
    root, *others = errors(ANSWERS.format(3))
    assert (root[1], len(others), {cause for _, cause in others}) == (None, 2, {"F1"})


def test_an_amount_in_another_unit_tells_what_a_wrong_one_should_be() -> None:
    # 24.65万元 is 0.002465亿元, and may be 39.22 % of what was rounded to 0.0063亿元.
    text = """东河区数据服务局2023年度部门整体支出绩效评价报告

一、预算情况

表1-1 2023年东河区数据服务局支出预算表（单位：万元）

项目\t年初预算数
一、基本支出\t38.20
二、项目支出\t24.65
支出合计\t62.85

2023年东河区数据服务局年初预算数0.0063亿元，其中：项目支出{}亿元，占39.22%。
"""
    assert errors(text.format("0.002465")) == []
    roots = [check for check, cause in errors(text.format("5.002465")) if cause is None]
    assert roots == ["rate.share"]


def test_a_wrong_whole_of_two_shares_and_their_sum_is_one_fault() -> None:
    told = "2023年支出决算881.51万元，其中：基本支出456.49万元，占54.25%；项目支出385.02万元，占45.75%。"
    errors = [finding for finding in audited(told).findings if finding.severity == "error"]
    assert len(errors) == 3  # 456.49 + 385.02 = 841.51, of which the shares are 54.25 % and 45.75 %
    assert [finding.derived_from for finding in errors].count(None) == 1
