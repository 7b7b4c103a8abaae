"""Checking a form by its profile: what is wrong by one is right by another; and a book with its summary."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.forms.drawn import Drawn, as_word
from tests.forms.provinces import ARRANGED
from tests.forms.scoring.county import FIVE, LINES, SOUND, TOTALS, Line, Sheet, with_line

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import read_forms
from jixiao.forms.profiles import Profile, profile
from jixiao.forms.scoring import scored
from jixiao.forms.verifying import VerifiedBook, checked, verified
from jixiao.quantities import exact_text

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
Told = list[tuple[str, Severity, str | None, str | None]]
BY_BLOCKS: dict[str, object] = {
    "execution": {"points": "10"},
    "blocks": [{"points": {"产出": "50", "效益": "30", "满意度": "10"}}],
}


def told(sheet: Sheet, **settings: object) -> Told:
    own = Profile.model_validate({"id": "甲", "name": "甲省自评表"} | settings)
    return [(one.check, one.severity, one.stated, one.expected) for one in checked(sheet.form(), own).findings]


def at_85_percent(score: str, total: str) -> Sheet:
    return replace(SOUND, executed="51.00", rate="85.00%", score=score, total=("100", total), lines=EXPLAINED)


EXPLAINED = (replace(LINES[0], reason="尾款跨年支付"), *LINES[1:])


def test_a_sound_form_gives_no_finding() -> None:
    assert told(SOUND) == []
    assert told(SOUND, **BY_BLOCKS) == []


@pytest.mark.parametrize(
    ("sheet", "settings", "expected"),
    [
        # 10 for 85 % may be a local rule of steps, unless the profile states another one
        (at_85_percent("10", "100"), {}, [("form.execution_score", WARNING, "10", "9分")]),
        (at_85_percent("10", "100"), {"execution": {"rule": "按比例"}}, [("form.execution_score", ERROR, "10", "9分")]),
        (at_85_percent("8.5", "98.5"), {"execution": {"rule": "按比例"}}, []),
    ],
)
def test_whole_points_for_execution_are_wrong_where_the_rule_is_known(
    sheet: Sheet, settings: dict[str, object], expected: Told
) -> None:
    assert told(sheet, **settings) == expected


def at_98_percent(score: str, total: str, *lines: Line) -> Sheet:
    """9.81 points for execution; with `lines` instead of the sound ones."""
    return replace(SOUND, executed="58.86", rate="98.10%", score=score, total=("100", total), lines=lines or LINES)


HALVES = (replace(LINES[0], points="20.5", score="20.5"), replace(LINES[1], points="19.5", score="19.5"), *LINES[2:])
"""Points of 20.5 and 19.5: a form that does not print whole numbers throughout."""


@pytest.mark.parametrize("settings", [{}, {"execution": {"rule": "按比例", "points": "10"}}])
def test_full_points_for_nearly_all_money_stand_only_where_every_score_is_whole(settings: dict[str, object]) -> None:
    assert told(at_98_percent("10", "100"), **settings) == []
    mixed = at_98_percent("10", "100", *HALVES)
    assert told(mixed, **settings) == [("form.rounded_up", WARNING, "10", "9.81分")]
    assert told(at_98_percent("9.81", "99.81", *HALVES), **settings) == []
    assert told(replace(mixed, executed="59.998", rate="100.00%"), **settings) == []  # 9.9997 is 10.00


def test_a_rate_rounded_to_95_percent_is_rounded_up_from_9_5() -> None:
    nearly = replace(at_98_percent("10", "100", *HALVES), executed="56.9997", rate="95.00%")  # 9.49995
    assert told(nearly) == [("form.rounded_up", WARNING, "10", "9.5分")]
    as_row = replace(of_execution("5"), executed="56.9997", rate="95.0%")  # 4.7499…, printed 5 in whole points
    settings = {"execution": {"points": "5", "rule": "按比例", "stands": "单独指标"}, "full_points": "90"}
    assert told(as_row, **settings) == []


def test_a_profile_may_say_that_points_for_execution_are_whole() -> None:
    whole = {"execution": {"rule": "按比例", "points": "10", "decimals": 0}}
    assert told(at_98_percent("10", "100", *HALVES), **whole) == []


def test_a_row_for_execution_is_rounded_as_the_money_block_is() -> None:
    settings = {"execution": {"points": "5", "rule": "按比例", "stands": "单独指标"}, "full_points": "90"}
    nearly = replace(of_execution("5"), executed="58.86", rate="98.10%")  # 4.905
    assert told(nearly, **settings) == []
    halves = replace(nearly, lines=(*HALVES[:2], *nearly.lines[2:]))
    assert told(halves, **settings) == [("form.rounded_up", WARNING, "5", "4.905分")]


def test_points_for_execution_go_by_the_tiers_of_the_profile() -> None:
    tiers = [{"from": "90", "share": "100"}, {"from": "80", "share": "70"}, {"from": "0", "share": "0"}]
    by_tiers = {"execution": {"points": "10", "rule": "分档", "tiers": tiers}}
    assert told(at_85_percent("7", "97"), **by_tiers) == []
    assert told(at_85_percent("8.5", "98.5"), **by_tiers) == [("form.execution_score", ERROR, "8.5", "7")]


def test_below_the_floor_nothing_is_earned() -> None:
    floor = {"execution": {"points": "10", "rule": "按比例", "floor": "90"}}
    assert told(at_85_percent("8.5", "98.5"), **floor) == [("form.execution_score", ERROR, "8.5", "0分")]
    assert told(at_85_percent("0", "90"), **floor) == []


def test_the_rate_is_held_to_the_budget_that_the_profile_names() -> None:
    sheet = replace(SOUND, initial="76.00", rate="75.00%", score="7.5", total=("100", "97.5"), lines=EXPLAINED)
    assert told(sheet, execution={"denominator": "年初预算"}) == []
    assert [one[:2] for one in told(sheet)] == [("form.rate", WARNING)]


def test_a_net_budget_that_is_not_printed_leaves_the_rate_unchecked() -> None:
    own = Profile.model_validate({"id": "甲", "name": "甲", "execution": {"denominator": "扣除统筹整合后预算"}})
    checkup = checked(SOUND.form(), own)
    assert checkup.findings == ()
    assert "form.rate" in {one.check.id for one in checkup.not_checked}


def test_a_bonus_is_no_fault_where_the_profile_allows_it() -> None:
    sheet = replace(with_line(0, actual="95公里", score="23"), total=("100", "102.5"))
    assert told(sheet, scoring={"bonus": "是"}) == []
    assert told(sheet) == [("form.score_limit", ERROR, "23", "不超过 20")]


def test_rows_for_a_bonus_stand_beyond_the_full_points() -> None:
    extra = Line("创新做法", "有", "有", "5", "5")
    sheet = replace(SOUND, lines=(*LINES, extra), total=("105", "104.5"))
    assert told(sheet, scoring={"bonus": "是"}, bracketed_points_bind="否") == []
    assert {one[0] for one in told(sheet)} == {"form.block_points", "form.points_total"}
    own = Profile.model_validate({"id": "甲", "name": "甲", "scoring": {"bonus": "是"}})
    assert str(scored(sheet.form(), own).corrected) == "104.5"


def test_points_in_brackets_may_differ_where_the_profile_says_so() -> None:
    lines = (replace(LINES[0], block="产出指标 55分"), *LINES[1:])
    assert told(replace(SOUND, lines=lines), bracketed_points_bind="否") == []
    assert {one[0] for one in told(replace(SOUND, lines=lines))} == {"form.block_points", "form.headings"}


def test_all_points_come_to_what_the_profile_has_as_full() -> None:
    lines = (replace(LINES[0], points="10", score="10", block="产出指标 40分"), *LINES[1:])
    sheet = replace(SOUND, lines=lines, total=("90", "89.5"))
    assert told(sheet, full_points="90") == []
    assert {one[0] for one in told(sheet)} == {"form.headings", "form.points_total"}


def test_points_shared_out_evenly_in_whole_numbers_need_not_add_up() -> None:
    # 50 in three equal parts is 17 + 17 + 17
    thirds = tuple(replace(line, points="17", score="17") for line in LINES[:3])
    sheet = replace(SOUND, lines=(*thirds, *LINES[3:]), total=("100", "100.5"))
    assert told(sheet, indicators={"even_whole_points": "是"}) == []
    assert {one[0] for one in told(sheet)} == {"form.block_points", "form.points_total"}


def test_satisfaction_is_scored_by_the_tiers_of_the_profile() -> None:
    tiers = [{"from": "95", "share": "100"}, {"from": "80", "share": "80"}, {"from": "0", "share": "0"}]
    found = told(SOUND, scoring={"satisfaction": tiers})
    assert found == [("form.target", ERROR, "10", "8分")]
    eight = replace(with_line(4, score="8"), total=("100", "97.5"))
    assert told(eight, scoring={"satisfaction": tiers}) == []
    assert [one[:2] for one in told(eight)] == [("form.target", ERROR)]


def test_points_taken_off_for_far_more_than_the_target_are_right_where_the_profile_says_so() -> None:
    sheet = replace(with_line(3, actual="9个", score="25"), total=("100", "94.5"))
    assert told(sheet, scoring={"over_completion": "酌情扣分"}) == []
    assert told(sheet) == [("form.target", WARNING, "25", "30")]


def test_full_marks_for_far_more_than_the_target_are_noted() -> None:
    assert told(with_line(3, actual="8个")) == [("form.over_completion", NOTE, "8个", None)]  # 133 %
    assert told(with_line(3, actual="8个"), scoring={"far_above": "150"}) == []


def test_an_actual_value_with_the_sign_of_its_target_was_copied() -> None:
    assert told(with_line(0, actual="≥80公里")) == [("form.copied", NOTE, "≥80公里", None)]
    assert told(with_line(0, actual="80公里")) == []


@pytest.mark.parametrize("reason", ["", "无"])
def test_a_missed_target_wants_a_reason_and_its_part_of_the_points(reason: str) -> None:
    sheet = replace(with_line(0, actual="60公里", score="18", reason=reason), total=("100", "97.5"))
    reasons = ("form.reason", NOTE, reason or "空白", None)
    assert told(sheet, scoring={"shortfall": "按比例计"}) == [("form.shortfall", WARNING, "18", None), reasons]
    assert told(sheet) == [reasons]
    fifteen = replace(with_line(0, actual="60公里", score="15", reason="汛期停工"), total=("100", "94.5"))
    assert told(fifteen, scoring={"shortfall": "按比例计"}) == []


@pytest.mark.parametrize(("score", "found"), [("8", 0), ("7.5", 0), ("0", 0), ("9", 1), ("3", 1)])
def test_every_usual_way_to_score_an_exceeded_limit_is_accepted(score: str, found: int) -> None:
    # 10 × 0.8 ÷ 1.0 = 8; 10 × (1 − 0.2 ÷ 0.8) = 7.5; nothing
    total = {"8": "97.5", "7.5": "97", "0": "89.5", "9": "98.5", "3": "92.5"}[score]
    sheet = replace(with_line(2, actual="1万元", score=score, reason="人工涨价"), total=("100", total))
    assert len(told(sheet, scoring={"shortfall": "按比例计"})) == found


def test_a_total_may_count_points_for_execution_that_the_form_does_not_print() -> None:
    unprinted = replace(SOUND, points="", score="")
    assert told(unprinted, execution={"points": "10"}) == []  # 99.5 = 90 + 10 × 95 %
    assert ("form.score_total", ERROR, "99.5", "90.0分") in told(unprinted)
    assert told(replace(unprinted, total=("100", "100")), execution={"points": "10"}) == []  # rounded to whole points
    less = replace(unprinted, total=("100", "97.5"))
    assert told(less, execution={"points": "10"}) == [("form.score_total", WARNING, "97.5", "99.5分")]
    assert told(replace(less, total=("100", "88")), execution={"points": "10"})[0][:2] == ("form.score_total", ERROR)


def test_points_that_miss_the_full_ones_with_the_points_of_the_profile_are_doubted() -> None:
    lines = (replace(LINES[0], points="15", score="15", block="产出指标"), *LINES[1:])
    sheet = replace(SOUND, points="", score="", lines=lines, total=("", "94.5"))
    assert told(sheet, execution={"points": "10"}) == [("form.points_total", WARNING, "95分", "100分")]


def test_indicators_that_have_all_points_need_none_for_execution() -> None:
    lines = (replace(LINES[0], points="30", score="30", block="产出指标"), *LINES[1:])
    sheet = replace(SOUND, points="", score="", lines=lines, total=("", "100"))
    assert told(sheet, execution={"points": "10"}) == []


def of_execution(score: str) -> Sheet:
    """Points for 57 of 60 in a row of indicators."""
    rows = (*LINES[:4], replace(LINES[4], points="5", score="5", block="满意度指标 5分"))
    execution = Line("预算执行率", "100%", "95%", "5", score, "预算执行率 5分", "预算执行率", "尾款未付")
    return replace(SOUND, points="", score="", lines=(*rows, execution), total=("90", exact_text(85 + Fraction(score))))


def test_a_row_that_is_the_execution_rate_is_scored_by_its_rule() -> None:
    # 5 × 95 % = 4.75
    settings = {"execution": {"points": "5", "rule": "按比例", "stands": "单独指标"}, "full_points": "90"}
    assert told(of_execution("4.75"), **settings) == []
    assert [one[:3] for one in told(of_execution("4.5"), **settings)] == [("form.execution_score", ERROR, "4.5")]


def test_full_marks_for_what_came_late_are_doubted() -> None:
    late = with_line(1, target="6月底前", actual="7月3日")
    assert told(late) == [("form.target", WARNING, "20", "少于 20")]
    assert told(replace(with_line(1, target="6月底前", actual="7月3日", score="18"), total=("100", "97.5"))) == []
    assert told(with_line(1, target="6月底前", actual="6月30日")) == []


def test_fewer_than_a_quantity_planned_without_a_sign_are_doubted() -> None:
    assert told(with_line(0, target="80公里", actual="60公里")) == [("form.target", WARNING, "20", "少于 20")]
    assert told(with_line(0, target="80公里", actual="90公里")) == []
    assert told(with_line(0, target="80起", actual="60起", name="减少投诉起数")) == []


def test_a_score_without_an_actual_value_is_pointed_out() -> None:
    assert told(with_line(0, actual="")) == [("form.missing", WARNING, "空白", "完成值")]
    nobody = tuple(replace(line, actual="") for line in LINES)
    assert ("form.missing", WARNING, "空白", "实际完成值") in told(replace(SOUND, lines=nobody))


def test_an_objective_without_its_outcome_is_pointed_out() -> None:
    assert told(replace(SOUND, actual="")) == [("form.fields", WARNING, "空白", "实际完成情况")]


def test_nothing_spent_and_every_indicator_full_is_suspicious() -> None:
    sheet = replace(SOUND, executed="0", rate="0%", score="0", total=("100", "90"), lines=EXPLAINED)
    assert told(sheet) == [("form.zero_execution", WARNING, "0", None)]


def test_other_points_of_a_block_than_the_profile_has_are_pointed_out() -> None:
    lines = (replace(LINES[0], points="10", score="10", block="产出指标 40分"), *LINES[1:3])
    more = replace(LINES[3], points="40", score="40", block="效益指标 40分")
    sheet = replace(SOUND, lines=(*lines, more, LINES[4]))
    assert told(sheet, **BY_BLOCKS) == [
        ("form.block_profile", WARNING, "40", "50分"),
        ("form.block_profile", WARNING, "40", "30分"),
    ]
    assert told(sheet) == []


def book() -> VerifiedBook:
    summary = [
        "2023年度项目支出绩效自评情况汇总表", "", "单位：万元", "",
        "序号\t项目名称\t资金\t自评得分\t自评等级",
        *(f"{number}\t{sheet.project}\t{sheet.adjusted}\t{total}\t优" for number, (sheet, total) in enumerate(
            zip(FIVE, TOTALS, strict=True), 1)),
        "", "",
    ]  # fmt: skip
    document = document_of(("\n".join(summary) + "\n".join(sheet.text() for sheet in FIVE)).encode(), "自评.txt")
    return verified(read_forms(document), document)


def test_a_document_is_verified_form_by_form_and_against_its_summary() -> None:
    found = book()
    assert [each.profile.id for each in found.forms] == ["A"] * 5
    assert all(each.why.startswith("财政部项目支出绩效自评表：") for each in found.forms)
    assert [each.reading.status.value for each in found.forms] == ["read"] * 5
    assert tuple(str(each.scored.corrected) for each in found.forms) == TOTALS
    (listed,) = found.summaries
    # the summary prints what the forms should come to, so it differs from what every form prints
    assert [one.check for one in listed.checkup.findings] == ["form.summary_score"] * 5


def test_a_profile_that_was_chosen_is_used_and_said() -> None:
    document = document_of(SOUND.text().encode(), "自评.txt")
    (form,) = verified(read_forms(document), document, profile("通用")).forms
    assert (form.profile.id, form.why) == ("通用", "通用（不作地方规定）：指定的表样")


def test_a_document_without_forms_says_that_it_is_for_an_audit() -> None:
    document = document_of("单位概况\n\n本单位执行率 95%。\n".encode(), "报告.txt")
    found = verified(read_forms(document), document)
    assert found.forms == ()
    assert found.audited.startswith(profile("M").name)


def arranged(layout: str, *changes: tuple[str, str]) -> list[tuple[str, Severity, str | None]]:
    """What is told of the faultless form of a layout with other words in some cells."""
    words = dict(changes)
    rows = [[box and replace(box, text=words.get(box.text, box.text)) for box in row] for row in ARRANGED[layout].rows]
    document = document_of(as_word(Drawn(ARRANGED[layout].lines, tuple(rows))), "表.docx")
    (form,) = verified(read_forms(document, score_tables=True), document).forms
    return [(one.check, one.severity, one.stated) for one in form.checkup.findings]


@pytest.mark.parametrize(
    ("layout", "change", "found"),
    [
        ("C2", ("75%", "80%"), [("form.part_rate", WARNING, "80%")]),  # 15 ÷ 20
        ("E", ("28.5", "27.5"), [("form.coefficient", ERROR, "27.5")]),  # 30 × 95 %
        ("D", ("28.8", "28"), [("form.coefficient", ERROR, "28")]),  # 30 × 96 out of 100
        ("H1", ("20", "25"), [("form.objective_score", ERROR, "25")]),
        ("A", ("93.60%", "39.60%"), [("form.part_rate", WARNING, "39.60%")]),  # 46.80 ÷ 50.00
    ],
)
def test_columns_beside_the_score_and_rows_beside_the_total_are_held_to_it(
    layout: str, change: tuple[str, str], found: list[tuple[str, Severity, str | None]]
) -> None:
    told_more = [one for one in arranged(layout, change) if one not in arranged(layout)]
    assert [one for one in told_more if one[0] != "form.score_total"] == found


def test_the_total_in_the_header_is_the_one_below() -> None:
    rows = [[box and replace(box, text="94" if box.text == "94.5" and at == 0 else box.text) for box in row]
            for at, row in enumerate(ARRANGED["F"].rows)]  # fmt: skip
    document = document_of(as_word(Drawn(ARRANGED["F"].lines, tuple(rows))), "表.docx")
    (form,) = verified(read_forms(document, score_tables=True), document).forms
    assert [(one.check, one.severity) for one in form.checkup.findings] == [("form.header_total", ERROR)]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("96", []),  # (99 + 93) ÷ 2
        ("94.5", []),  # (99 × 10 + 93 × 30) ÷ 40
        ("192", []),  # their sum
        ("", []),
        ("97", [("form.summary_mean", WARNING, "97", "96.00分")]),
    ],
)
def test_the_score_in_the_last_row_of_a_summary_is_the_mean_of_its_projects(
    printed: str, found: list[tuple[str, Severity, str | None, str | None]]
) -> None:
    lines = [
        "2023年度项目支出绩效自评情况汇总表", "", "单位：万元", "",
        "序号\t项目名称\t资金\t自评得分\t自评等级",
        "1\t河道保洁\t10\t99\t优", "2\t渠道管护\t30\t93\t优", f"合计\t\t40\t{printed}\t", "",
    ]  # fmt: skip
    document = document_of("\n".join(lines).encode(), "汇总.txt")
    (summary,) = verified(read_forms(document), document).summaries
    assert [(f.check, f.severity, f.stated, f.expected) for f in summary.checkup.findings] == found
