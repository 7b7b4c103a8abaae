"""Every layout, read from every kind of file: all values, and the profile that is recognised by itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.forms.drawn import Drawn, as_page, as_text, as_word, as_workbook, drawn, files
from tests.forms.notation import noted
from tests.forms.provinces import ARRANGED

from jixiao.documents import Document, document_of
from jixiao.forms import Form, FormBook, ReadingStatus, read_forms, reading_of, unread_in
from jixiao.forms.profiles import profile, profiles, recognised, without_forms
from jixiao.quantities import unit_named

VALUES = dict(
    part.split("\n", 1)
    for part in (Path(__file__).parent / "samples" / "layouts.txt").read_text("utf-8").split("## ")[1:]
)
"""What stands in the drawings, in the notation of tests.forms.notation."""
PROFILES = {layout: "A" if layout == "A成本" else layout for layout in ARRANGED}
FILES = ("表.txt", "格.txt", "表.html", "表.docx", "表.xlsx")


def document(raw: bytes, name: str) -> Document:
    return document_of(raw, name)


def book_of(raw: bytes, name: str) -> FormBook:
    return read_forms(document(raw, name), score_tables=True)


def only(drawn: Drawn) -> Form:
    (form,) = book_of(as_word(drawn), "表.docx").forms
    return form


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("layout", ARRANGED)
def test_every_value_of_a_layout_is_read_from_every_kind_of_file(layout: str, name: str) -> None:
    read = document(files(ARRANGED[layout])[name], name)
    (form,) = read_forms(read, score_tables=True).forms
    assert noted(form).strip() == VALUES[layout].strip()
    assert reading_of(form).status is ReadingStatus.READ
    found = recognised(form, read)
    assert found.profile.id == PROFILES[layout]
    assert found.why.startswith(f"{found.profile.name}：")


def test_a_workbook_holds_many_forms_of_several_layouts() -> None:
    book = book_of(as_workbook(*ARRANGED.values()), "全部.xlsx")
    assert [noted(form).strip() for form in book.forms] == [VALUES[layout].strip() for layout in ARRANGED]
    assert unread_in(book) == ()


@pytest.mark.parametrize("name", FILES[:-1])
def test_a_document_holds_many_forms_of_several_layouts(name: str) -> None:
    """Behind a last row of few cells, text with one cell to a line does not tell where the next table begins."""
    layouts = ["A", "A成本", "B", "D"] if name == "格.txt" else list(ARRANGED)
    read = document(files(*(ARRANGED[layout] for layout in layouts))[name], name)
    book = read_forms(read, score_tables=True)
    assert [noted(form).strip() for form in book.forms] == [VALUES[layout].strip() for layout in layouts]
    assert [recognised(form, read).profile.id for form in book.forms] == [PROFILES[layout] for layout in layouts]


def changed(layout: str, *changes: tuple[str, str]) -> Drawn:
    """The form of a layout with other words in some cells."""
    form = ARRANGED[layout]
    words = dict(changes)
    assert words.keys() <= {box.text for row in form.rows for box in row if box}
    rows = [[box and replace(box, text=words.get(box.text, box.text)) for box in row] for row in form.rows]
    return Drawn(form.lines, tuple(rows))


@pytest.mark.parametrize(
    ("layout", "heading", "wrong"),
    [
        ("F1", "产出指标(40分)", "产出指标(45分)"),
        ("N", "效益指标（25分）", "效益指标（30分）"),
        ("N2", "产出指标（25分）", "产出指标（35分）"),
    ],
)
def test_a_heading_with_wrong_points_is_no_other_layout(layout: str, heading: str, wrong: str) -> None:
    read = document(as_word(changed(layout, (heading, wrong))), "表.docx")
    (form,) = read_forms(read, score_tables=True).forms
    found = recognised(form, read)
    assert (found.profile.id, found.why.rpartition("；")[2]) == (layout, "一级指标的分值与表样有出入")


def test_headings_that_come_to_the_full_points_are_of_another_layout() -> None:
    other = changed(
        "F1", ("产出指标(40分)", "产出指标(50分)"), ("效益指标(40分)", "效益指标(30分)"), ("40", "30"), ("20", "25")
    )
    read = document(as_word(other), "表.docx")
    (form,) = read_forms(read).forms
    assert recognised(form, read).profile.id == "通用"


def test_blocks_are_read_in_any_order() -> None:
    form = ARRANGED["A"]
    header, money, objective, indicators = form.rows[:2], form.rows[2:7], form.rows[7:9], form.rows[9:]
    read = only(Drawn(form.lines, (*header, *indicators[:-1], *objective, *money, indicators[-1])))
    assert noted(read) == noted(only(form))


def test_an_amount_in_another_unit_is_read_with_a_note() -> None:
    form = only(changed("A", ("60.80", "608000元"), ("46.80", "")))
    (note,) = reading_of(form).notes
    assert note == "年度资金总额的全年执行数写“608000元”，表头的单位是万元，按60.8万元读"
    row = form.total_money
    assert row is not None
    assert row.executed.known.value_in(unit_named("元")) == 608000


def test_points_on_the_left_of_all_levels_are_those_of_the_indicator() -> None:
    read = document(
        as_word(
            drawn(
                ["2022年度项目支出绩效自评表"],
                """
                项目名称|<|乡村电影放映|<|自评得分|<|57|财政审核评分|55
                参考分值|一级指标|参考分值|二级指标|三级指标|年度指标值|实际完成值|自评得分|未完成原因
                40|产出|60|数量指标|放映场次|≥200场|205场|40|
                20|^|^|质量指标|设备完好率|≥95%|81%|17|两台待修
                合计|<|60|<|<|||57|
                """,
            )
        ),
        "表.docx",
    )
    (form,) = read_forms(read).forms
    read_lines = [(str(line.name), line.block, str(line.points), str(line.score)) for line in form.lines]
    assert read_lines == [("放映场次", "产出", "40", "40"), ("设备完好率", "产出", "20", "17")]
    assert recognised(form, read).profile.id == "F"


def test_what_stands_in_a_column_of_amounts_and_is_none_is_noted() -> None:
    assert reading_of(only(changed("A", ("60.80", "95%")))).notes == ("年度资金总额的全年执行数写“95%”，不是金额",)


def test_a_row_that_fits_no_column_is_named_and_the_form_is_partly_read() -> None:
    reading = reading_of(only(changed("A", ("其他资金", "捐赠收入"), ("农户满意度", "8"))))
    assert reading.status is ReadingStatus.PARTLY
    money, indicator = reading.why
    assert "捐赠收入" in money
    assert money.endswith("资金栏的这一行，数字对不上任何一栏")
    assert indicator.endswith("绩效指标的这一行，内容对不上任何一栏")


def test_rows_that_one_reason_kept_from_being_read_are_told_together() -> None:
    changes = [("其中：当年财政拨款", "捐赠收入"), ("上年结转资金", "捐赠收入"), ("其他资金", "捐赠收入")]
    (why,) = reading_of(only(changed("A", *changes))).why
    assert why.count("捐赠收入") == 3
    assert why.count("对不上任何一栏") == 1
    assert "自评表" not in why, "the form is named above"


def test_an_indicator_behind_the_totals_is_named() -> None:
    rows = as_text(ARRANGED["A"]).rstrip("\n").split("\n")
    (form,) = book_of("\n".join([*rows[:-2], rows[-1], rows[-2], ""]).encode(), "表.txt").forms
    (why,) = reading_of(form).why
    assert why.endswith("“满意度指标10分”：在总分一行之后，没有读")


def test_a_missing_part_is_named() -> None:
    form = ARRANGED["A"]
    without_money = reading_of(only(Drawn(form.lines, (*form.rows[:2], *form.rows[9:]))))
    assert without_money.why == ("项目资金：没有找到含“执行数”和另一栏的表头，资金没有读",)
    without_indicators = reading_of(only(Drawn(form.lines, form.rows[:9])))
    assert without_indicators.why == ("绩效指标：没有找到含“指标值”和“完成值”的表头，指标没有读",)
    without_heading = reading_of(only(Drawn(form.lines, (*form.rows[:9], *form.rows[10:]))))
    assert without_heading.why == ("绩效指标：没有找到表头，按财政部表样的栏目顺序读出",)


def test_a_table_under_the_title_of_a_form_that_is_none_is_said_to_be_unread() -> None:
    table = drawn(["2023年度项目支出绩效自评表"], "事项|内容|意见\n选址|城东|同意\n工期|两年|缩短")
    book = book_of(as_page(table), "表.html")
    assert book.forms == ()
    (why,) = unread_in(book)
    assert "《2023年度项目支出绩效自评表》：标题之下的表没有读到项目资金的表头" in why


def test_what_profile_is_not_known_is_not_guessed() -> None:
    read = document(as_word(changed("A", ("10", "15"))), "表.docx")
    (form,) = read_forms(read).forms
    found = recognised(form, read)
    assert found.profile == profile("通用")
    assert found.why.startswith("表样认不出：资金栏目（年初预算数、")
    assert not found.profile.execution.is_stated


def test_two_profiles_that_fit_alike_are_both_named() -> None:
    read = document(as_word(ARRANGED["A"]), "表.docx")
    (form,) = read_forms(read).forms
    other = profile("A").model_copy(update={"id": "某市"})
    found = recognised(form, read, (profile("A"), other))
    assert (found.profile.id, found.why) == ("通用", "表样分不清是A、某市中的哪一种，地方规定的内容不核对")


def test_an_overwritten_heading_of_the_first_level_is_known_by_the_blocks_below() -> None:
    read = document(as_word(changed("A", ("一级指标", "加固墙体"))), "表.docx")
    (form,) = read_forms(read).forms
    assert recognised(form, read).profile.id == "A"


def test_a_profile_of_ones_own_reads_headings_in_its_own_words_and_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "本县.yaml"
    text = "id: 本县\nname: 本县自评表\nlike: A\nheadings: {实际完成值: [办结数量]}\nsigns: {title: [粮库]}\n"
    path.write_text(text, encoding="utf-8")
    own = profile(path)
    read = document(as_word(changed("A", ("实际完成值", "办结数量"))), "表.docx")
    assert reading_of(read_forms(read).forms[0]).status is ReadingStatus.PARTLY
    (form,) = read_forms(read, own.headings).forms
    assert noted(form) == noted(only(ARRANGED["A"]))
    assert recognised(form, read, (own, *profiles())).profile == own


def test_score_tables_and_reports_in_words_are_handed_to_the_audit() -> None:
    table = drawn(["自评得分表"], "一级指标|权重|得分|得分率\n产出|60|55|91.67%\n效益|40|38|95%")
    scores = without_forms(document(as_page(table), "表.html"))
    words = without_forms(document("本单位全年支出81.2万元，执行率96%。\n".encode(), "报告.txt"))
    grades = drawn(["自评结果表"], "一级指标|权重|等级\n产出|60|优\n效益|40|良")
    assert [scores.profile.id, words.profile.id] == ["K", "M"]
    assert without_forms(document(as_page(grades), "表.html")).profile.id == "K"
    assert all("请用 jixiao audit 核查" in found.why for found in (scores, words))


def test_one_score_over_merged_rows_counts_once() -> None:
    first, second = only(ARRANGED["C"]).lines[:2]
    assert (first.covered, second.covered) == (False, True)
    assert second.score.is_missing


def test_tables_of_scores_are_forms_only_where_they_are_asked_for() -> None:
    read = document(as_word(ARRANGED["J"]), "表.docx")
    assert read_forms(read).forms == ()
    assert len(read_forms(read, score_tables=True).forms) == 1
