"""Auditing forms: what cannot be true in a form, between forms and their summary, and what must not be said."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.forms.layouts import LAYOUTS
from tests.forms.sheets import as_cells, as_page, as_text, as_word, as_workbook, changed
from tests.reading.annexes import Box, Row

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity

SAMPLES = Path(__file__).parent / "samples"
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


def audited(content: bytes, name: str = "自评.txt") -> Audit:
    return audit(Material(document_of(content, name)))


def findings(form: Sequence[Row]) -> tuple[Finding, ...]:
    return audited(as_text(form).encode()).findings


def told(found: Sequence[Finding]) -> list[tuple[str, Severity, str | None, str | None]]:
    return [(finding.check, finding.severity, finding.stated, finding.expected) for finding in found]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("表.txt", as_text().encode()),
        ("格.txt", as_cells().encode()),
        ("表.html", as_page()),
        ("表.docx", as_word()),
        ("表.xlsx", as_workbook()),
    ],
)
def test_a_form_without_a_fault_gives_no_finding_in_any_format(name: str, content: bytes) -> None:
    found = audited(content, name)
    assert found.findings == ()
    assert found.summary.checked > 50


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_faultless_form_of_another_province_gives_no_finding(layout: str) -> None:
    found = audited("\n".join(LAYOUTS[layout]).encode())
    assert found.findings == ()
    assert found.summary.checked


def test_a_report_with_summary_and_forms_without_a_fault_gives_no_finding() -> None:
    found = audited((SAMPLES / "clean.txt").read_bytes())
    assert found.findings == ()
    assert found.summary.checked > 80


@pytest.mark.parametrize(
    ("old", "new", "check", "severity", "stated", "expected"),
    [
        # 85.50 ÷ 90.00 = 95.00 %
        ("95.00%", "59.00%", "form.rate", ERROR, "59.00%", "95.00%"),
        # 85.50 ÷ 86.40 = 98.96 %: right over the initial budget, which another place may prescribe
        ("95.00%", "98.96%", "form.rate", WARNING, "98.96%", "95.00%"),
        # 82 + 8 = 90, not 92
        ("82.00", "84.00", "form.money_parts", ERROR, "90.00", "92.00万元"),
        # 12 + 10 + 12 + 8 + 8 = 50, with 14 for the quality it is 52
        ("产出指标\n50分", "产出指标\n52分", "form.block_points", ERROR, "52", "50分"),
        # 9.5 + 12 + 10 + 12 + 8 + 8 + 9 + 10 + 10 + 10 = 98.5
        ("98.5", "99.5", "form.score_total", ERROR, "99.5", "98.5分"),
        ("126公里", "116公里", "form.target", ERROR, "12", "少于 12"),
        ("28元", "31元", "form.target", ERROR, "8", "少于 8"),
        ("38公斤", "41公斤", "form.target", ERROR, "9", "10"),
        ("93.2%", "89.9%", "form.target", ERROR, "10", "少于 10"),
        ("柳溪县农业农村局", "", "form.fields", WARNING, "空白", None),
    ],
)
def test_one_wrong_value_is_found(
    old: str, new: str, check: str, severity: Severity, stated: str, expected: str | None
) -> None:
    found = [finding for finding in findings(changed(old, new)) if finding.check == check]
    assert told(found) == [(check, severity, stated, expected)]


@pytest.mark.parametrize("amount", ["855000元", "855000"])
def test_yuan_in_a_column_of_ten_thousands_is_one_fault_and_nothing_else(amount: str) -> None:
    rows = changed("85.50", amount, changed("78.00", "", changed("7.50", "", changed("0.00", ""))))
    assert told(findings(rows)) == [("form.unit", ERROR, amount, "85.5万元")]


def test_nothing_spent_earns_no_points_and_pays_nothing() -> None:
    rows = changed(
        "85.50", "0", changed("95.00%", "0%", changed("9.5", "10", changed("78.00", "0", changed("7.50", "0"))))
    )
    rows = changed("98.5", "99", changed("渠道、机井管护任务均已完成，灌溉有保障。", "全部完成", rows))
    rows = changed("1.完成渠道和机井的日常管护；\n2.保障农田灌溉。", "支付渠道、机井管护费", rows)
    found = findings(rows)
    assert told(found) == [
        ("form.execution_score", ERROR, "10", "0分"),
        ("form.objective", ERROR, "全部完成", "与执行率 0.00% 相符的完成情况"),
    ]
    assert found[0].places[0].line == 8


def test_low_execution_is_doubtful_beside_all_done_and_wants_a_reason() -> None:
    # 27.00 ÷ 90.00 = 30 %, 10 × 30 % = 3, and 98.5 − 9.5 + 3 = 92
    rows = changed("85.50", "27.00", changed("95.00%", "30.00%", changed("9.5", "3", changed("98.5", "92"))))
    rows = changed("78.00", "19.50", changed("渠道、机井管护任务均已完成，灌溉有保障。", "全部完成", rows))
    rows = changed("夏季高温影响产量，下年调整品种。", "无", rows)
    assert told(findings(rows)) == [
        ("form.objective", WARNING, "全部完成", "与执行率 30.00% 相符的完成情况"),
        ("form.low_execution", NOTE, "30.00%", None),
    ]


def test_execution_of_nine_tenths_wants_no_reason() -> None:
    assert findings(changed("夏季高温影响产量，下年调整品种。", "无")) == ()


def test_an_amount_without_its_zeros_is_read_as_exactly_as_its_neighbours() -> None:
    # 85.50 ÷ 90 is 95.00 %; only a budget rounded to whole numbers would allow 95.40 %
    found = findings(changed("95.00%", "95.40%", changed("90.00", "90")))
    assert [(one.check, one.severity) for one in found] == [("form.rate", WARNING)]


def test_points_for_the_objective_itself_are_not_left_out_of_a_sum() -> None:
    rows = changed("12", "6", changed("产出指标\n50分", "产出指标\n38分"))
    rows[7] = [rows[7][0], Box("预期目标", 1, 5), *[None] * 4, Box("实际完成情况"), None, Box("分值"), Box("得分")]
    found = audited(as_text(rows).encode())
    assert found.findings == ()
    assert {"form.points_total", "form.score_total"} <= {one.check.id for one in found.not_checked}


def test_one_cell_of_points_for_two_indicators_holds() -> None:
    rows = changed("126公里", "126公里")
    rows[10] = [*rows[10][:7], Box("22", 2), Box("22", 2), rows[10][9]]
    rows[11] = [*rows[11][:7], None, None, rows[11][9]]
    assert audited(as_word(rows), "表.docx").findings == ()


def test_a_rate_without_its_sign_is_only_badly_written() -> None:
    assert told(findings(changed("95.00%", "95"))) == [("form.rate_sign", NOTE, "95", "95%")]


@pytest.mark.parametrize("repeated", ["10", "9.5"])
def test_points_or_score_repeated_in_the_column_of_the_rate_are_not_checked_as_a_rate(repeated: str) -> None:
    audit = audited(as_text(changed("95.00%", repeated)).encode())
    assert not {finding.check for finding in audit.findings} & {"form.rate", "form.execution_score"}
    assert "form.rate" in {each.check.id for each in audit.not_checked}


def test_points_printed_to_three_decimals_from_the_printed_rate_hold() -> None:
    # 68.37 ÷ 90.00 = 75.9667 %, printed 75.97 %, and 10 × 75.97 % = 7.597
    rows = changed("85.50", "68.37", changed("95.00%", "75.97%", changed("9.5", "7.597", changed("98.5", "96.597"))))
    assert findings(changed("78.00", "60.87", rows)) == ()


def test_what_is_no_amount_is_said_and_compared_with_nothing() -> None:
    found = findings(changed("85.50", "12人"))
    assert told(found) == [("form.unit", ERROR, "12人", None)]


def at_85_percent(score: str, total: str) -> list[Row]:
    """76.50 ÷ 90.00 = 85 %, of which 10 points make 8.5; the other scores come to 89."""
    rows = changed("85.50", "76.50", changed("95.00%", "85.00%", changed("78.00", "69.00")))
    return changed("9.5", score, changed("98.5", total, rows))


@pytest.mark.parametrize(
    ("score", "total", "severity"),
    [("10", "99", WARNING), ("7", "96", WARNING), ("8.9", "97.9", ERROR), ("8.5", "97.5", None), ("9", "98", None)],
)
def test_whole_points_for_a_rate_may_follow_a_local_rule(score: str, total: str, severity: Severity | None) -> None:
    found = [(one.check, one.severity) for one in findings(at_85_percent(score, total))]
    low = ("form.low_execution", NOTE)
    assert [one for one in found if one != low] == ([("form.execution_score", severity)] if severity else [])


def test_full_points_are_wrong_where_another_form_goes_by_the_rate() -> None:
    full = as_text(changed("高标准农田管护经费", "沟渠清淤经费", at_85_percent("10", "99")))
    found = audited((as_text() + full).encode()).findings
    assert [(finding.check, finding.severity) for finding in found] == [("form.execution_score", ERROR)]


def test_an_indicator_without_points_is_missing_them_unless_the_others_fill_the_block() -> None:
    rows = changed("管护制度", "管护制度建设")
    rows[17] = [*rows[17][:7], None, None, rows[17][9]]
    found = audited(as_text(rows).encode()).findings
    assert told(found) == [("form.missing", ERROR, "空白", "分值和得分")]
    rows = changed("效益指标\n30分", "效益指标\n20分", rows)
    unprinted = audited(as_text(rows).encode())
    assert "form.missing" not in [finding.check for finding in unprinted.findings]
    assert any(one.check.id == "form.missing" for one in unprinted.not_checked)


def test_a_score_left_blank_beside_its_points_is_missing_where_the_total_counts_it() -> None:
    rows = changed("管护制度", "管护制度建设")
    rows[17] = [*rows[17][:8], None, rows[17][9]]
    assert told(findings(rows)) == [("form.missing", ERROR, "空白", "得分")]
    assert "form.missing" not in [finding.check for finding in findings(changed("98.5", "88.5", rows))]


def test_a_score_above_its_points_follows_from_a_total_that_does_not_count_it() -> None:
    wrong = [one for one in findings(changed("9", "11")) if one.check in ("form.score_limit", "form.score_total")]
    assert sum(one.derived_from is None for one in wrong) == 1


def test_a_name_with_quotation_marks_of_its_own_stands_in_others() -> None:
    text = as_text().replace("受益农户\t", "“惠民”农户\t").replace("3150户\t10\t10", "3150户\t10\t11")
    (finding,) = [one for one in audited(text.encode()).findings if one.check == "form.score_limit"]
    assert finding.title.endswith("：“‘惠民’农户”的得分超过分值")


def test_a_score_above_its_points_is_an_error_at_the_score() -> None:
    (finding, *_) = [one for one in findings(changed("9", "11")) if one.check == "form.score_limit"]
    assert (finding.stated, finding.expected, finding.places[0].line) == ("11", "不超过 10", 20)


def test_the_only_number_of_the_last_row_is_wrong_if_it_is_no_sum_at_all() -> None:
    assert told(findings(changed("100", "", changed("98.5", "97")))) == [("form.score_total", ERROR, "97", "98.5分")]


def test_the_only_number_of_the_last_row_may_total_the_points() -> None:
    assert told(findings(changed("98.5", ""))) == [("form.missing", WARNING, "100", "98.5分")]


def test_sources_that_may_contain_each_other_are_not_added_up() -> None:
    rows = changed(
        "其中：当年财政拨款", "其中：财政拨款", changed("上年结转资金", "当年财政拨款", changed("82.00", "90.00"))
    )
    found = audited(as_text(rows).encode())
    assert "form.money_parts" not in [finding.check for finding in found.findings]
    assert any("包含关系" in one.because for one in found.not_checked)


def test_what_words_say_is_not_compared() -> None:
    found = audited(as_text(changed("健全", "较为健全")).encode())
    assert found.findings == ()
    mixed = audited(as_text(changed("126公里", "一百二十六公里")).encode())
    assert mixed.findings == ()
    assert any("管护渠道长度" in one.because for one in mixed.not_checked)


@pytest.mark.parametrize(
    ("target", "actual", "score", "severity"),
    [
        ("95%", "98%", "11", ERROR),  # more is better, and it is reached
        ("3%", "5%", "11", None),  # nothing says whether more is better
        ("≥95%", "95%", "12", None),
        ("≥20天", "60天", "10", WARNING),  # three times the target: it may have been set too low
        ("95%", "93%", "12", WARNING),  # without a sign a judgement is needed
        ("≤5%", "3%", "12", None),
        ("0起", "0起", "12", None),
    ],
)
def test_a_score_follows_from_target_and_actual_value(
    target: str, actual: str, score: str, severity: Severity | None
) -> None:
    rows = changed("≥95%", target, changed("96.5%", actual))
    rows[12] = [*rows[12][:8], Box(score), rows[12][9]]
    found = [one.severity for one in findings(rows) if one.check == "form.target"]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [("亩均增产", "降低亩均成本"), ("≥120公里", "按需"), ("≤30元", "27元")],
)
def test_a_target_of_doubtful_sense_is_only_doubted(old: str, new: str) -> None:
    rows = changed(old, new)
    rows = changed("≥40公斤", "95%", rows) if old == "亩均增产" else rows
    rows = changed("126公里", "已完成", rows) if old == "≥120公里" else rows
    found = [one.severity for one in findings(rows) if one.check == "form.direction"]
    assert found == [WARNING]


def test_remains_of_the_template_are_noted_and_warned_of_where_nothing_else_stands() -> None:
    note = findings(changed("管护制度", "指标1：", changed("健全", "", changed("10", "10"))))
    assert ("form.placeholders", NOTE, "指标1：", None) in told(note)
    rows = changed("工程完好率", "指标 1:")
    assert ("form.placeholders", WARNING, "空白", None) in told(findings(rows))


def test_a_torn_document_is_told_every_fault_at_its_line() -> None:
    found = audited((SAMPLES / "torn.txt").read_bytes())
    errors = {(one.check, place.line) for one in found.findings if one.severity is ERROR for place in one.places}
    for check, line in [
        ("form.summary_money", 16),  # 38.46 in the summary, 36.48 in the form
        ("form.summary_score", 16),
        ("form.summary_score", 18),
        ("form.summary_score", 19),
        ("form.grade", 17),  # 88 is 良 in one row and 优 in the next
        ("form.missing_form", 17),
        ("form.missing_form", 20),
        ("form.count", 20),
        ("form.name", 18),
        ("form.unit", 27),
        ("form.block_points", 34),  # 15 + 15 + 10 + 15 + 10 = 65, not 50
        ("form.target", 36),
        ("form.target", 40),
        ("form.target", 42),
        ("form.points_total", 43),
        ("form.score_total", 43),
        ("form.execution_score", 54),
        ("form.money_parts", 54),
        ("form.objective", 59),
        ("form.block_points", 62),  # 100 + 100 exceeds the whole form
        ("form.missing", 66),
        ("form.block_points", 71),
        ("form.points_total", 72),
        ("form.score_total", 72),
        ("form.money_parts", 81),  # 12.54 + 3 = 15.54, not 16.54
        ("form.rate", 81),
        ("form.score_limit", 89),
    ]:
        assert (check, line) in errors, (check, line)
    assert len([one for one in found.findings if one.severity is ERROR]) == 27
    assert found.summary.checked > 100


def test_a_torn_document_is_warned_of_what_needs_a_look() -> None:
    found = audited((SAMPLES / "torn.txt").read_bytes()).findings
    warned = {(one.check, one.places[0].line) for one in found if one.severity is WARNING}
    assert warned == {
        ("form.execution_score", 27),  # 10 × 78.8 % = 7.88, not 9; a local rule may give whole points
        ("form.direction", 38),
        ("form.direction", 39),
        ("form.direction", 66),
        ("form.summary_sum", 5),
        ("form.fields", 25),
        ("form.placeholders", 61),
        ("form.damage", 53),
        ("form.name", 16),
        ("form.contacts", 17),
    }


def test_what_follows_from_a_missing_form_says_so() -> None:
    found = audited((SAMPLES / "torn.txt").read_bytes()).findings
    (count,) = [one for one in found if one.check == "form.count"]
    missing = [one.id for one in found if one.check == "form.missing_form"]
    assert count.derived_from in missing
    (total,) = [one for one in found if one.check == "form.summary_sum"]
    (money,) = [one for one in found if one.check == "form.summary_money"]
    assert total.derived_from == money.id
    assert (total.stated, total.expected) == ("167.35万元", "165.37万元")


SUMMARY = """{text}

2023年度项目支出绩效自评情况汇总表

序号\t项目名称\t资金（万元）\t自评得分\t自评等级
1\t甲渠修缮\t10\t{first}\t{grade}
2\t乙渠修缮\t20\t70\t中
3\t丙渠修缮\t30\t95\t优
"""


@pytest.mark.parametrize(
    ("text", "first", "grade", "expected"),
    [
        ("说明", "91", "优", []),
        ("说明", "88", "优", [("form.grade_band", WARNING)]),
        ("说明", "96", "良", [("form.grade", ERROR)]),
        ("说明", "95", "良", [("form.grade", ERROR)]),
        ("自评85分以上为优，70分以上为良，60分以上为中。", "88", "优", [("form.grade_band", ERROR)]),
        (
            "自评90分（含）以上为优，80分（含）-90分为良，60分（含）-80分为中。",
            "88",
            "优",
            [("form.grade_band", ERROR)],
        ),
    ],
)
def test_a_grade_follows_from_its_score(
    text: str, first: str, grade: str, expected: list[tuple[str, Severity]]
) -> None:
    found = audited(SUMMARY.format(text=text, first=first, grade=grade).encode()).findings
    graded = [(one.check, one.severity) for one in found if one.check.startswith("form.")]
    assert graded == expected


def test_a_wrong_total_of_the_summary_is_one_fault() -> None:
    text = SUMMARY.format(text="说明", first="91", grade="优") + "合计\t\t67.50\t\t\n"
    for amount in ("10", "20", "30"):
        text = text.replace(f"\t{amount}\t", f"\t{amount}.50\t")
    wrong = [one for one in audited(text.encode()).findings if one.severity is ERROR]
    assert [(one.check, one.stated) for one in wrong] == [("form.summary_sum", "67.50")]


LIST = """2023年度项目支出绩效自评情况汇总表

序号\t项目名称\t资金（万元）\t自评得分\t自评等级
1\t{name}\t90.00\t98.5\t优

"""


def test_the_score_of_the_summary_may_be_the_sum_that_the_form_does_not_print() -> None:
    form = as_text(changed("98.5", ""))
    found = audited((LIST.format(name="高标准农田管护经费") + form).encode())
    assert [one.check for one in found.findings] == ["form.missing"]


def test_several_summaries_may_each_list_some_of_the_forms() -> None:
    other = as_text(changed("高标准农田管护经费", "沟渠清淤经费"))
    lists = LIST.format(name="高标准农田管护经费"), LIST.format(name="沟渠清淤经费")
    assert audited("".join([lists[0], as_text(), lists[1], other]).encode()).findings == ()


def test_a_form_that_no_row_lists_is_only_pointed_out() -> None:
    other = as_text(changed("高标准农田管护经费", "沟渠清淤经费"))
    found = audited((LIST.format(name="高标准农田管护经费") + as_text() + other).encode()).findings
    assert {(one.check, one.severity) for one in found} == {("form.not_listed", WARNING), ("form.count", WARNING)}
    assert [one.check for one in found if one.derived_from is None] == ["form.not_listed"]


@pytest.mark.parametrize("write", [as_workbook, as_word, as_page])
def test_sentences_in_the_cells_of_a_form_are_left_to_the_form(write: Callable[[Sequence[Row]], bytes]) -> None:
    objective = "渠道、机井管护任务均已完成，灌溉有保障。"
    form = changed(objective, "全年支出85.50万元，其中：渠道管护50.00万元、机井维修35.50万元。")
    assert Material(document_of(write(form), "表")).mentions_in_cells == ()
