"""Whole pages as crawlers leave them: forms whose tables fell apart are put together, or told as found and not read."""

import time
from collections.abc import Callable, Sequence

import pytest
from tests.forms.crawled import (
    FORM,
    HEADER,
    HEADING,
    INDICATORS,
    NOTED,
    TITLE,
    YEAR,
    Cells,
    barred,
    barred_cells,
    lined,
    repeated,
    spaced,
    spaced_rows,
    together,
)
from tests.forms.notation import noted

from jixiao.audit import Material, audit
from jixiao.documents import Document, document_of
from jixiao.forms import FormBook, ReadingStatus, read_forms, reading_of, unread_in
from jixiao.forms.verifying import VerifiedBook, verified

Notation = Callable[[Sequence[Cells]], list[str]]
REPORT = ["柳湾县水务局2023年度部门决算", "一、部门概况", "本部门负责全县灌溉。", "绩效自评情况见附件。"]
READABLE = [barred, barred_cells, lined, spaced, spaced_rows]


def document(*lines: str) -> Document:
    return document_of("\n".join(lines).encode(), "决算公开.txt")


def book(*lines: str) -> FormBook:
    return read_forms(document(*lines), score_tables=True)


def checked(*lines: str) -> VerifiedBook:
    whole = document(*lines)
    return verified(read_forms(whole, score_tables=True), whole)


@pytest.mark.parametrize("notation", READABLE)
def test_a_form_is_read_wholly_in_every_notation_that_keeps_its_cells_apart(notation: Notation) -> None:
    (form,) = book(*REPORT, TITLE, YEAR, *notation(FORM), "二、其他说明").forms
    assert noted(form) == NOTED
    assert reading_of(form).status is ReadingStatus.READ


@pytest.mark.parametrize("notation", READABLE)
def test_several_forms_of_a_page_are_read_apart(notation: Notation) -> None:
    other = [tuple(cell.replace("柳湾", "石桥") for cell in row) for row in FORM]
    first, second = book(*REPORT, TITLE, YEAR, *notation(FORM), TITLE, YEAR, *notation(other)).forms
    assert noted(first) == NOTED
    assert noted(second) == NOTED.replace("柳湾", "石桥")


@pytest.mark.parametrize("notation", READABLE)
def test_only_the_planted_fault_is_found(notation: Notation) -> None:
    (form,) = checked(*REPORT, TITLE, YEAR, *notation(FORM)).forms
    assert [str(finding.check) for finding in form.checkup.findings if finding.severity.value == "error"] == []


def test_a_form_run_together_is_told_as_found_and_not_read() -> None:
    found = checked(*REPORT, *together([(TITLE, YEAR), *FORM]))
    assert found.forms == ()
    (why,) = found.unread
    assert TITLE in why
    assert "连在了一起" in why
    assert found.audited == ""


def test_a_form_run_together_is_told_beside_forms_that_were_read() -> None:
    found = book(TITLE, YEAR, *barred(FORM), "附件2", *together([(TITLE, YEAR), *FORM]))
    assert len(found.forms) == 1
    assert len(unread_in(found)) == 1


def test_rows_that_lost_a_cell_are_told_and_not_read() -> None:
    rows = [
        row if row[1] != "断面验收合格率" else ("质量指标", "断面验收合格率", "≥95%", "15", "14.68")
        for row in INDICATORS
    ]
    (form,) = book(TITLE, YEAR, *lined([*HEADER, *rows])).forms
    assert [str(line.name) for line in form.lines] == ["清淤渠道长度", "通水日期", "受益农田", "灌户满意率"]
    reading = reading_of(form)
    assert reading.status is ReadingStatus.PARTLY
    assert len(reading.why) == 1
    assert "断面验收合格率" in reading.why[0]


def test_amounts_that_lost_a_cell_are_told_and_not_read() -> None:
    rows = [row if row[0] != "上年结转资金" else ("上年结转资金", "1.20", "1.10") for row in FORM]
    (form,) = book(TITLE, YEAR, *lined(rows)).forms
    assert [str(row.label) for row in form.money] == ["年度资金总额", "其中：当年财政拨款"]
    (why,) = reading_of(form).why
    assert "上年结转资金" in why
    assert "资金" in why


def test_objectives_of_several_paragraphs_are_parted_where_their_numbers_begin_anew() -> None:
    texts = ("1.清淤渠道。", "2.按时通水。", "1.已清淤。", "2.已通水。")
    rows = [row if "清淤渠道三十公里" not in row[0] else texts for row in FORM]
    (form,) = book(TITLE, YEAR, *lined(rows)).forms
    (objective,) = form.objectives
    assert (str(objective.expected), str(objective.actual)) == ("1.清淤渠道。2.按时通水。", "1.已清淤。2.已通水。")


def test_objectives_that_nothing_parts_are_told_and_not_read() -> None:
    texts = ("清淤渠道。", "按时通水。", "都已完成。")
    rows = [row if "清淤渠道三十公里" not in row[0] else texts for row in FORM]
    (form,) = book(TITLE, YEAR, *lined(rows)).forms
    assert form.objectives == []
    (why,) = reading_of(form).why
    assert "预期目标" in why


def test_levels_without_indicators_and_remains_of_the_template_are_no_rows() -> None:
    rows = [*INDICATORS[:4], ("成本指标", "指标1：", *[""] * 5), ("生态效益指标", *[""] * 6), *INDICATORS[4:]]
    (form,) = book(TITLE, YEAR, *barred_cells([*HEADER, *rows])).forms
    assert noted(form) == NOTED
    assert reading_of(form).status is ReadingStatus.READ


def test_a_table_without_a_title_of_a_form_is_none() -> None:
    assert book(*REPORT, *lined(INDICATORS)).forms == ()


def test_a_sentence_that_lists_the_columns_is_no_form() -> None:
    found = book("自评表填写一级指标、二级指标、三级指标、年度指标值、实际完成值、分值和得分。")
    assert found.together == ()


@pytest.mark.parametrize(
    "text",
    [
        "柳湾县水务局负责全县灌溉，本年度完成清淤三十公里。\n" * 4000,
        "三级指标\n" * 20_000,
        "三级指标 年度指标值 实际完成值 " * 6000,
        "项目支出绩效自评表\n项目名称\n" + "\n".join([*HEADING, *["清淤"] * 20_000]),
        "项目支出绩效自评表\n项目名称\n" + "\n".join([*HEADING, *["1"] * 20_000]),
        "\n".join([TITLE, *HEADING] * 2000),
        "二级指标三级指标" * 20_000,
        "项目支出绩效自评表\n项目名称 |\n" + "预期目标 |\n" * 20_000,
        "项目支出绩效自评表\n项目名称\t甲\n预期目标\t实际完成情况\n" + "清淤\n通水\t好\n" * 8000,
        "项目支出绩效自评表\n项目名称\t甲\n" + "\t".join(HEADING) + "\n" + "清淤\n\t通水\t好\n" * 8000,
    ],
)
def test_long_and_hostile_pages_take_no_time(text: str) -> None:
    begin = time.monotonic()
    book(text)
    assert time.monotonic() - begin < 6


def test_headings_and_levels_cut_over_lines_are_put_together() -> None:
    cut = {
        "年初预算数": ["年初", "预算数"],
        "年度指标值": ["年度", "指标值"],
        "项目资金（万元）": ["项目资金", "（万元）"],
        "产出指标（50分）": ["产出指标", "（50分）"],
        "社会效益指标": ["社会效益", "指标"],
        "服务对象满意度指标": ["服务对象", "满意度", "指标"],
    }
    rows = [[piece for cell in row for piece in cut.get(cell, [cell])] for row in FORM]
    (form,) = book(TITLE, YEAR, *lined(rows)).forms
    assert noted(form) == NOTED


def test_a_zero_where_a_reason_may_stand_is_no_score() -> None:
    rows = [(*row[:-1], "0") if row[-1:] == ("",) and len(row) > 4 else row for row in FORM]
    (form,) = book(TITLE, YEAR, *lined(rows)).forms
    assert [str(line.score) for line in form.lines] == ["20", "14.68", "15", "30", "10"]
    assert reading_of(form).status is ReadingStatus.READ


def test_a_department_is_named_by_its_field_and_not_by_the_title() -> None:
    rows = [("部门（单位）名称", "柳湾县水务局"), *FORM[2:]]
    (form,) = book("2023年度部门整体支出绩效自评表", *barred(rows)).forms
    assert str(form.project) == "柳湾县水务局"
    assert str(book("2023年度部门整体支出绩效自评表", *barred(FORM[2:])).forms[0].project) == ""


def test_expenditure_of_a_department_is_its_money() -> None:
    money = [(name, "48.00", "52.50", "50.40", "", "", "") for name in ("部门整体支出总额", "基本支出")]
    rows = [*FORM[:3], *money, ("项目支出", "0.00", "0.00", "0.00", "", "", ""), *FORM[6:]]
    (form,) = book("2023年度部门整体支出绩效自评表", *barred(rows)).forms
    assert [row.kind.value for row in form.money] == ["总额", "来源", "来源"]


def test_rows_with_a_number_in_front_are_read() -> None:
    numbered = [("序号", *HEADING[1:]), *((str(number), *row) for number, row in enumerate(INDICATORS[1:-1], 1))]
    (form,) = book(TITLE, YEAR, *barred([*HEADER, *numbered, INDICATORS[-1]])).forms
    assert noted(form) == NOTED


def test_a_form_that_nobody_filled_in_is_told_once() -> None:
    rows = [(*row[:-4], "", row[-3], "", "") if len(row) in (7, 8) and row in INDICATORS[1:-1] else row for row in FORM]
    rows = [("总分", "100", "", "") if row[0] == "总分" else row for row in rows]
    told = "对照目标说明完成情况（100字以内）"
    rows = [(row[0], told) if "清淤渠道三十公里" in row[0] else row for row in rows]
    rows = [(*row[:-1], "") if row[0] == "年度资金总额" else row for row in rows]
    (form,) = checked(TITLE, YEAR, *barred_cells(rows)).forms
    found = [(finding.severity.value, finding.stated, finding.expected) for finding in form.checkup.findings]
    assert ("warning", "空白", "实际完成值、得分") in found
    assert ("warning", told, "实际完成情况") in found
    assert len(found) == 2
    assert form.scored.stated_total is None


def test_an_audit_tells_a_form_run_together_as_not_checked() -> None:
    audited = audit(Material(document(*REPORT, *together([(TITLE, YEAR), *FORM]))))
    assert [TITLE in each.because for each in audited.not_checked if "连在了一起" in each.because] == [True]


def test_cells_of_a_page_are_no_headings_of_its_text() -> None:
    cells = barred_cells([("项目", "金额"), ("1、办公", "3.00"), ("1、差旅", "2.00")])
    assert audit(Material(document(*REPORT, *cells))).findings == ()


@pytest.mark.parametrize("between", ["\t", " | "])
def test_merged_cells_that_are_said_at_every_position_are_taken_as_one(between: str) -> None:
    ends = "" if between == "\t" else " |"
    (form,) = book(*REPORT, *(between.join(row) + ends for row in repeated())).forms
    assert noted(form) == NOTED


def test_a_target_and_what_came_of_it_in_the_same_words_are_two_cells() -> None:
    rows = [["全部疏通" if cell in ("6月10日前", "6月3日") else cell for cell in row] for row in repeated()]
    (form,) = book(*("\t".join(row) for row in rows)).forms
    assert noted(form) == NOTED.replace("6月10日前 → 6月3日", "全部疏通 → 全部疏通")


BROKEN = """\
项目支出绩效自评表
（2023年度）
项目名称	柳湾灌区
渠系清淤
主管部门	柳湾县水务局	实施单位	柳湾县灌区管理站
项目资金（万元）		年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额	48.00	52.50	50.40	10	96.00%	9.60
	其中：当年财政
拨款	48.00	52.50	50.40	—	96.00%	—
	上年结转资金	0.00	0.00	0.00	—	0.00%	—
年度总体目标	预期目标			实际完成情况
	清淤渠道三十公里，
夏灌按时通水。			清淤三十一公里，
六月初通水。
绩效指标	一级指标	二级指标	三级指标	年度
指标值	实际完成值	分值	得分	偏差原因分析及改进措施
	产出指标
（50分）	数量指标	清淤渠道
长度	≥30公里	31公里	20	20
		质量指标	断面验收
合格率	≥95%	93%	15	14.68	两段
返工
- 3 -
		时效指标	通水日期	6月10日前	6月3日	15	15
	效益指标（30分）	社会效益
指标	受益农田	≥1.2万亩	1.3万亩	30	30
	满意度指标（10分）	服务对象满意度指标	灌户满意率	≥90%	92%	10	10
总分						100	99.28"""


def test_rows_that_line_breaks_inside_their_cells_broke_are_put_together() -> None:
    (form,) = book(*REPORT, *BROKEN.split("\n"), "二、其他").forms
    assert noted(form) == NOTED
    assert reading_of(form).status is ReadingStatus.READ


def test_a_line_of_a_page_inside_a_table_cuts_no_form() -> None:
    lines = [*"\n".join([TITLE, YEAR, *("\t".join(row) for row in FORM)]).split("\n")]
    at = lines.index("\t".join(INDICATORS[2]))
    for inside in ("- 12 -", "柳湾县水务局部门决算"):
        (form,) = book(*lines[:at], inside, *lines[at:]).forms
        assert len(form.lines) == 5
        assert str(form.total_score) == "99.28"


SHARED = [
    ("项目名称", "水样送检"),
    ("预算执行情况（万元）（20分）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）"),
    ("年度财政资金总额", "40", "30", "75%", "15"),
    ("一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"),
    ("产出指标（40分）", "数量指标", "送检批次", "≥30批", "32批", "40"),
    ("质量指标", "结果合格率", "≥95%", "97%"),
    ("效益指标（30分）", "社会效益", "水质达标率", "≥90%", "93%", "30"),
    ("满意度指标（10分）", "服务对象满意度", "村民满意度", "≥90%", "95%", "10"),
    ("总分", "95"),
]


def test_a_score_that_rows_share_is_missing_in_the_second() -> None:
    (form,) = checked("2022年度项目自评表", *barred_cells(SHARED)).forms
    assert [(line.level2, line.score.is_missing) for line in form.form.lines] == [
        ("数量", False),
        ("质量", True),
        ("社会效益", False),
        ("服务对象满意度", False),
    ]
    assert form.checkup.findings == ()


def test_a_kind_whose_only_row_was_not_read_is_not_told_as_empty() -> None:
    (form,) = checked("2022年度项目自评表", *lined(SHARED)).forms
    assert [str(line.name) for line in form.form.lines] == ["送检批次", "水质达标率", "村民满意度"]
    assert len(form.reading.why) == 1
    assert form.checkup.findings == ()


def test_a_form_in_cells_amid_long_prose_is_read() -> None:
    prose = ["本年度完成灌溉任务。"] * 500
    (form,) = book(*prose, TITLE, YEAR, *barred_cells(FORM), *prose).forms
    assert noted(form) == NOTED


@pytest.mark.parametrize(
    ("cell", "pieces", "told"),
    [
        ("14.68", ("14", ".68"), "断面验收合格率"),
        ("93%", ("9", "3%"), "断面验收合格率"),
        ("断面验收合格率", ("断面验收", "合格率"), "断面验收 合格率"),
    ],
)
def test_a_row_with_a_cell_cut_in_two_is_told_and_not_read(cell: str, pieces: tuple[str, str], told: str) -> None:
    cut = [
        row if cell not in row else [each for one in row for each in (pieces if one == cell else (one,))]
        for row in FORM
    ]
    (form,) = book(TITLE, YEAR, *lined(cut)).forms
    assert [str(line.name) for line in form.lines] == ["清淤渠道长度", "通水日期", "受益农田", "灌户满意率"]
    (why,) = reading_of(form).why
    assert told in why


def test_the_number_of_a_page_inside_a_cell_is_no_text_of_it() -> None:
    lines = barred_cells(FORM)
    at = lines.index("≥30公里 |")
    (form,) = book(TITLE, YEAR, *lines[:at], "- 5 -", *lines[at:]).forms
    assert noted(form) == NOTED


def test_a_heading_with_nothing_behind_the_indicators_heads_none() -> None:
    heading = "年度指标值\t实际完成值\t得分\t二级指标\t三级指标"
    found = book(TITLE, "项目名称\t柳湾灌区", heading, "≥30\t31\t20\t数量指标\t清淤长度")
    assert not any(form.lines for form in found.forms)


def test_a_table_of_blanks_is_passed_over() -> None:
    assert len(book("|", "|", TITLE, YEAR, *barred(FORM)).forms) == 1


def test_amounts_behind_names_are_told_with_that_reason() -> None:
    rows = [*FORM[:4], ("按收入性质分：50.40", "按支出性质分：50.40"), *FORM[4:]]
    (form,) = book("2023年度部门整体支出绩效自评表", *barred(rows)).forms
    (why,) = reading_of(form).why
    assert "按收入性质分" in why
    assert "金额写在名称后面" in why


def test_a_form_that_begins_in_the_middle_is_not_found_wrong_for_what_it_lacks() -> None:
    (form,) = checked(*REPORT, *barred(INDICATORS[:-1]), "总分 | 100 | 99.28 | ||||||").forms
    assert form.checkup.findings == ()
    assert any("项目资金" in why for why in form.reading.why)


def broken_at_blanks(rows: Sequence[Cells]) -> list[str]:
    """All cells in one line, each closed by a bar, where only blank cells break the line."""
    return "".join(f" {cell} |" if cell else "\n|" for row in rows for cell in row).split("\n")


def test_lines_that_end_inside_blank_cells_are_no_rows() -> None:
    filler = [("部门：柳湾县水务局", "", "", "", "公开14表")]
    (form,) = book(*broken_at_blanks([(TITLE,), *filler, *FORM])).forms
    assert noted(form) == NOTED.replace(" 2023 ", " ")
    assert reading_of(form).status is ReadingStatus.READ


def test_a_heading_of_two_lines_is_read_from_cells_without_rows() -> None:
    behind = ("年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    levels = ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
    rows = [("产出指标", "数量指标", "清淤长度", "≧", "30", "公里", "31", "50", "50", ""), ("总分", "50", "50", "优")]
    (form,) = book(TITLE, *barred_cells([("项目名称", "清淤"), ("绩效指标", *behind), levels, *rows])).forms
    (line,) = form.lines
    assert (str(line.target), str(line.actual), str(line.score), str(form.grade)) == ("≧30公里", "31", "50", "优")


def test_a_share_under_the_points_is_the_rate_where_a_blank_was_lost() -> None:
    rows = [(*row[:4], row[5]) if row[0].startswith("其中") else row for row in FORM]
    (form,) = book(TITLE, YEAR, *barred(rows)).forms
    assert (str(form.money[1].rate), form.money[1].points.is_missing) == ("96.00%", True)


def test_remarks_before_the_total_are_no_rows() -> None:
    rows = [*FORM[:-1], ("其他需要说明的事项", "无"), FORM[-1]]
    (form,) = book(TITLE, YEAR, *barred_cells(rows)).forms
    assert noted(form) == NOTED
    assert reading_of(form).status is ReadingStatus.READ


def test_a_form_without_levels_run_together_is_told() -> None:
    heading = ("指标名称", "计量单位", "指标性质", "年初指标值", "全年完成值", "得分系数", "指标权重", "指标得分")
    found = checked(
        *REPORT, *together([("2023年度部门整体绩效自评表",), heading, ("场次", "场", "≥", "30", "32", "100", "9", "9")])
    )
    (why,) = found.unread
    assert "部门整体绩效自评表" in why
