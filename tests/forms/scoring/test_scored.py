"""A form scored: execution, rows, blocks, total and grade, computed and corrected, worked by hand."""

from dataclasses import replace

import pytest
from tests.forms.scoring.county import FIVE, LINES, SOUND, TOTALS, Line, Sheet, with_line

from jixiao.documents import document_of
from jixiao.forms import read_forms
from jixiao.forms.profiles import Profile, profile
from jixiao.forms.scoring import ScoredForm, corrected_form, scored
from jixiao.forms.verifying import checked

MINISTRY: dict[str, object] = {
    "id": "甲",
    "name": "甲省自评表",
    "execution": {"points": "10", "rule": "按比例"},
    "scoring": {"shortfall": "按比例计", "decreasing": "指标值÷完成值"},
    "blocks": [{"points": {"产出": "50", "效益": "30", "满意度": "10"}}],
}


def local(**changes: object) -> Profile:
    return Profile.model_validate(MINISTRY | changes)


def score(sheet: Sheet, **changes: object) -> ScoredForm:
    return scored(sheet.form(), local(**changes))


def execution(points: str, total: str, **rule: object) -> str:
    """The corrected points for execution of 51.00 of 60.00, 85 %."""
    sheet = replace(SOUND, executed="51.00", rate="85.00%", score=points, total=("100", total))
    item = score(sheet, execution={"points": "10"} | rule).execution
    assert item is not None
    return str(item.corrected)


def test_a_sound_form_is_as_it_is() -> None:
    found = score(SOUND)
    assert (str(found.computed), str(found.corrected)) == ("99.5", "99.5")
    assert found.corrected_grades == ("优",)
    assert not any(line.item.is_mended for line in found.lines)
    assert found.corrected.derivation == "执行率 9.5 ＋ 产出指标 50 ＋ 效益指标 30 ＋ 满意度指标 10 ＝ 99.5"


def test_every_score_says_how_it_comes_about() -> None:
    found = score(with_line(0, actual="60公里"))
    assert found.rate.derivation == "57.00 ÷ 60.00 ＝ 95.00%"
    assert found.execution is not None
    assert (
        found.execution.computed.derivation
        == "执行率＝57.00 ÷ 60.00＝95.00%，按执行率计分，10 × (57.00 ÷ 60.00) ＝ 9.5 分"
    )
    assert found.lines[0].item.computed.derivation == (
        "指标值“≥80公里”，完成值“60公里”，没有达到指标值，按完成比例计分，20 × 60公里 ÷ 80公里 ＝ 15 分"
    )


def test_a_missed_target_with_full_marks_is_mended_by_the_rule() -> None:
    # 20 × 60 ÷ 80 = 15, so 99.5 − 5
    found = score(with_line(0, actual="60公里"))
    assert (str(found.lines[0].item.corrected), str(found.corrected), found.corrected_grades) == ("15", "94.5", ("优",))


def test_without_a_rule_a_missed_target_leaves_a_range() -> None:
    found = score(with_line(0, actual="60公里"), scoring={})
    assert (str(found.lines[0].item.corrected), str(found.corrected)) == ("0—15", "79.5—94.5")
    assert found.corrected_grades == ("优", "良", "中")
    kept = score(with_line(0, actual="60公里", score="12"), scoring={})
    assert (str(kept.lines[0].item.corrected), str(kept.corrected)) == ("12", "91.5")


def test_rounding_never_gives_full_marks_for_a_target_that_was_missed() -> None:
    # 20 × 79.9 ÷ 80 = 19.975, which a whole number prints as 20
    found = score(with_line(0, actual="79.9公里"))
    assert str(found.lines[0].item.corrected) == "19.98"
    assert str(score(with_line(0, actual="79公里", score="19.8")).lines[0].item.corrected) == "19.8"  # 19.75
    assert str(score(with_line(0, actual="79公里", score="19.9")).lines[0].item.corrected) == "19.75"


def test_whole_points_for_execution_may_be_rounded_up_to_all() -> None:
    assert execution("9", "99") == "9"  # 8.5
    found = score(replace(SOUND, score="10", total=("100", "100")))
    assert str(found.corrected) == "100"  # 9.5 as a whole number
    assert found.execution is not None
    assert found.execution.corrected.derivation == "按所填得分：各项得分都印整数，9.5 分四舍五入为 10 分"


def test_a_form_that_prints_decimals_gets_no_full_points_by_rounding() -> None:
    halves = (replace(LINES[0], points="20.5", score="20.5"), replace(LINES[1], points="19.5", score="19.5"))
    found = score(replace(SOUND, score="10", total=("100", "100"), lines=(*halves, *LINES[2:])))
    assert str(found.corrected) == "99.5"


def test_a_score_that_stands_for_words_is_kept_inside_its_level() -> None:
    inside = score(with_line(3, target="改善", actual="部分完成", score="20"))
    assert str(inside.lines[3].item.corrected) == "20"
    outside = score(with_line(3, target="改善", actual="部分完成"))
    assert str(outside.lines[3].item.corrected) == "18—24"
    assert str(outside.corrected) == "87.5—93.5"


@pytest.mark.parametrize(
    ("points", "rule", "corrected"),
    [
        ("10", {"rule": "按比例"}, "8.5"),
        ("8.5", {"rule": "按比例"}, "8.5"),
        ("10", {"rule": "按比例", "decimals": 0}, "9"),
        ("10", {"rule": "分档", "tiers": [("90", "100"), ("80", "70"), ("0", "0")]}, "7"),
        ("10", {"rule": "分档", "tiers": [("85", "100"), ("0", "0")]}, "10"),
        ("10", {"rule": "完成后分档", "tiers": [("80", "70"), ("0", "0")]}, "10"),
        ("7", {"rule": "完成后分档", "tiers": [("80", "70"), ("0", "0")]}, "7"),
        ("8", {"rule": "完成后分档", "tiers": [("80", "70"), ("0", "0")]}, "7—10"),
        ("8", {"rule": "按比例", "floor": "90"}, "0"),
    ],
)
def test_points_for_execution_follow_the_rule(points: str, rule: dict[str, object], corrected: str) -> None:
    if "tiers" in rule:
        rule = rule | {"tiers": [{"from": low, "share": part} for low, part in rule["tiers"]]}  # type: ignore[attr-defined]
    assert execution(points, "99.5", **rule) == corrected


def test_execution_is_measured_against_the_budget_that_the_profile_names() -> None:
    # 57 of 76 at the start of the year is 75 %, of 60 after adjustment 95 %
    sheet = replace(SOUND, initial="76.00", rate="75.00%", score="7.5", total=("100", "97.5"))
    of_initial = {"points": "10", "rule": "按比例", "denominator": "年初预算"}
    assert str(score(sheet, execution=of_initial).corrected) == "97.5"
    assert str(score(sheet).corrected) == "99.5"


def test_more_than_the_budget_earns_no_more_than_all() -> None:
    found = score(replace(SOUND, executed="63.00", rate="105.00%", score="10.5", total=("100", "100.5")))
    assert str(found.corrected) == "100"


def test_points_for_execution_that_only_the_total_counts_are_what_is_left_of_it() -> None:
    unprinted = replace(SOUND, points="", score="")
    assert str(score(unprinted).corrected) == "99.5"
    assert str(score(replace(unprinted, total=("100", "100"))).corrected) == "100"  # 9.5 as a whole number
    assert str(score(replace(unprinted, total=("100", "97"))).corrected) == "99.5"


def test_indicators_that_have_all_points_leave_none_for_execution() -> None:
    lines = (replace(LINES[0], points="30", score="30", block="产出指标 60分"), *LINES[1:])
    found = score(replace(SOUND, lines=lines, points="", score="", total=("100", "100")), blocks=[])
    assert (found.execution, str(found.corrected)) == (None, "100")


def test_a_bonus_stands_where_the_profile_allows_it() -> None:
    sheet = replace(with_line(0, actual="95公里", score="23"), total=("100", "102.5"))
    assert str(score(sheet, scoring={"bonus": "是"}).corrected) == "102.5"
    assert str(score(sheet).corrected) == "99.5"


def test_the_points_of_an_indicator_are_unknown_where_they_contradict_their_block() -> None:
    # 25 + 20 + 10 under 50: whichever is wrong, 57 of 80 kilometres leave 50 × 57/80 … 50
    sheet = with_line(0, points="25", score="25", actual="57公里")
    found = score(sheet)
    assert str(found.blocks[0].corrected) == "35.625—50"
    assert found.lines[0].item.corrected.values is None
    assert str(found.lines[4].item.corrected) == "10"
    assert str(found.corrected) == "85.125—99.5"


def test_points_of_a_heading_and_of_its_only_indicator_are_one() -> None:
    found = score(with_line(4, points="12", score="12"))
    assert (str(found.lines[4].item.corrected), str(found.corrected)) == ("10", "99.5")


def test_without_headings_the_points_are_those_of_the_profile() -> None:
    lines = (replace(LINES[0], points="60", score="60"), *LINES[1:])
    bare = tuple(replace(line, block=line.block[:-4].strip()) if line.block else line for line in lines)
    assert str(score(replace(SOUND, lines=bare)).corrected) == "99.5"


def test_headings_that_are_not_the_full_points_settle_nothing() -> None:
    # 10 + 60 + 30 + 10 is 110; 25 + 20 + 10 + 30 + 10 is 95: only what 90 points make for 20 of 25 is known
    lines = (replace(LINES[0], points="25", score="20", actual="64公里", block="产出指标 60分"), *LINES[1:])
    found = score(replace(SOUND, lines=lines), blocks=[])
    assert [(block.name, str(block.corrected)) for block in found.blocks] == [("各指标", "72—90")]
    assert str(found.corrected) == "81.5—99.5"


def regional(objective: str, total: str) -> ScoredForm:
    """A form that gives points for the objective itself: 20 for execution, 20 for it, 60 for indicators."""
    lines = [
        "区域绩效目标自评表",
        "（2022年度）",
        "",
        "项目名称\t\t\t校舍加固\t\t\t",
        "主管部门\t\t\t石桥县教育局\t\t实施单位\t县教育局",
        "预算执行情况（万元）\t\t\t预算数\t执行数\t\t得分",
        "\t年度资金总额\t\t210.00\t189.00\t\t18",
        "年度总体目标\t预期目标\t\t\t实际完成情况\t\t得分",
        f"\t加固校舍20间\t\t\t加固校舍20间\t\t{objective}",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t得分",
        "\t产出指标\t数量指标\t加固校舍\t20间\t20间\t40",
        "\t效益指标\t社会效益指标\t受益学生\t≥900人\t936人\t20",
        f"总分\t\t\t\t\t\t{total}",
        "",
    ]
    (form,) = read_forms(document_of("\n".join(lines).encode(), "表.txt")).forms
    return scored(form, profile("H1"))


def test_points_for_the_objective_itself_are_judged_and_counted() -> None:
    found = regional("16", "94")
    assert found.corrected.derivation == "执行率 18 ＋ 年度总体目标 16 ＋ 各指标 60 ＝ 94"  # 20 × 189 ÷ 210
    assert (str(found.computed), str(found.corrected)) == ("78—98", "94")
    assert checked(found.form, found.profile).findings == ()
    wrong = checked(regional("16", "96").form, found.profile).findings
    assert [(each.check, each.stated, each.expected) for each in wrong] == [("form.score_total", "96", "94分")]
    assert str(regional("25", "103").corrected) == "78—98"  # no more than 20


def test_one_score_over_several_rows_is_judged_together() -> None:
    hubei = [
        "2022年度项目自评表",
        "",
        "项目名称\t\t\t水样送检\t\t\t\t",
        "主管部门\t\t\t石桥县水务局\t项目实施单位\t\t监测站\t",
        "预算执行情况(万元)\t\t\t预算数(A)\t执行数(B)\t执行率(B/A)\t得分(20分*执行率)\t",
        "(20分)\t年度财政资金总额\t\t40\t30\t75%\t15\t",
        "一级指标\t二级指标\t三级指标\t年初目标值(A)\t实际完成值(B)\t得分\t",
        "产出指标(40分)\t数量指标\t送检批次\t≥30批\t32批\t38\t",
        "\t质量指标\t结果合格率\t≥95%\t97%\t\t",
        "效益指标(30分)\t社会效益\t达标率\t≥90%\t93%\t30\t",
        "满意度指标(10分)\t服务对象满意度\t满意度\t≥90%\t95%\t10\t",
        "总分\t\t\t\t\t93\t",
        "",
    ]
    (form,) = read_forms(document_of("\n".join(hubei).encode(), "表.txt")).forms
    found = scored(form, local(execution={"points": "20", "rule": "按比例"}, blocks=[]))
    # 20 × 75 % = 15, and every target is reached: 15 + 40 + 30 + 10
    assert [str(block.corrected) for block in found.blocks] == ["40", "30", "10"]
    assert str(found.corrected) == "95"


def test_unscored_forms_are_not_scored() -> None:
    lines = tuple(replace(line, points="", score="") for line in LINES)
    found = score(replace(SOUND, lines=lines, points="", score="", total=("", "")))
    assert (found.corrected.values, found.corrected_grades) == (None, ())
    assert found.corrected.derivation == "没有读到分值和得分"


def test_grades_go_by_the_bands_of_the_profile() -> None:
    bands = [{"name": name, "from": low} for name, low in (("甲", "99"), ("乙", "80"), ("丙", "0"))]
    assert score(SOUND, grades={"bands": bands}).corrected_grades == ("甲",)
    assert score(with_line(0, actual="60公里"), grades={"bands": bands}).corrected_grades == ("乙",)


@pytest.mark.parametrize(
    ("sheet", "total"), list(zip(FIVE, TOTALS, strict=True)), ids=[sheet.project for sheet in FIVE]
)
def test_five_forms_of_a_county_get_their_corrected_totals(sheet: Sheet, total: str) -> None:
    found = score(sheet)
    assert str(found.corrected) == total
    assert found.corrected_grades == ("优",)
    assert found.stated_total is not None
    assert str(found.stated_total) != total


def test_a_corrected_form_is_scored_the_same_and_nothing_is_found_in_its_scores() -> None:
    lines = (
        replace(LINES[0], actual="60公里"),
        replace(LINES[1], score="18"),
        replace(LINES[2], actual="1万元"),
        *LINES[3:],
    )
    sheet = replace(SOUND, executed="54.00", rate="90.00%", score="10", lines=lines, total=("100", "98"))
    found = score(sheet)
    # 9 + 15 + 20 + 10 × 0.8 ÷ 1 + 30 + 10
    assert str(found.corrected) == "92"
    mended = corrected_form(found)
    again = scored(mended, local())
    assert (str(again.corrected), str(again.stated_total)) == ("92", "92")
    about_scores = {"form.execution_score", "form.score_total", "form.target", "form.score_limit", "form.shortfall"}
    assert about_scores & {one.check for one in checked(sheet.form(), local()).findings}
    assert not about_scores & {one.check for one in checked(mended, local()).findings}


def test_a_score_is_not_printed_beside_points_it_does_not_go_with() -> None:
    found = score(with_line(4, points="12", score="12"))
    assert str(found.lines[4].item.corrected) == "10"
    assert str(corrected_form(found).lines[4].score) == "12"


def test_the_form_given_stays_as_it_is() -> None:
    form = with_line(0, actual="60公里").form()
    before = form.lines[0].score.printed
    assert corrected_form(scored(form, local())).lines[0].score.printed != before
    assert form.lines[0].score.printed == before


def test_a_row_counts_as_execution_where_the_profile_puts_it_there() -> None:
    five = replace(LINES[4], points="5", score="5", block="满意度指标 5分")
    lines = (*LINES[:4], five, Line("预算执行率", "100%", "95%", "15", "15", "预算执行率 15分", ""))
    sheet = replace(SOUND, lines=lines, points="", score="", total=("100", "100"))
    found = score(sheet, execution={"points": "15", "rule": "按比例", "stands": "单独指标"}, blocks=[])
    # 50 + 30 + 5 and 15 × 95 % = 14.25
    assert str(found.corrected) == "99.25"
