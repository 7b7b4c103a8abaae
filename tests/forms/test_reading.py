"""Reading forms and summaries: one form in every format, rows that slipped, pages that broke, several forms at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.layouts import LAYOUTS
from tests.forms.sheets import FORM, as_cells, as_page, as_text, as_word, as_workbook, changed
from tests.reading.annexes import Box

from jixiao.documents import document_of
from jixiao.forms import Form, FormBook, ResidueKind, read_forms
from jixiao.quantities import exact_text

SAMPLES = Path(__file__).parent / "samples"
FORMATS = {
    "表.txt": as_text().encode(),
    "格.txt": as_cells().encode(),
    "表.html": as_page(),
    "表.docx": as_word(),
    "表.xlsx": as_workbook(),
}


def book_of(text: str) -> FormBook:
    return read_forms(document_of(text.encode(), "表.txt"))


def only(text: str) -> Form:
    (form,) = book_of(text).forms
    return form


def indicators(form: Form) -> list[tuple[str, ...]]:
    return [
        (line.block, line.level2, line.name.text, line.target.text, line.actual.text, str(line.points), str(line.score))
        for line in form.lines
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_form_says_the_same_in_every_format(name: str) -> None:
    (form,) = read_forms(document_of(FORMATS[name], name)).forms
    assert (form.project.text, form.year, form.unit) == ("高标准农田管护经费", "2023", "万元")
    assert form.fields["主管部门"][1].text == "柳溪县农业农村局"
    assert form.fields["实施单位"][1].text == "柳溪县农田建设中心"
    assert [row.label.text for row in form.sources] == ["其中：当年财政拨款", "上年结转资金", "其他资金"]
    total = form.total_money
    assert total is not None
    amounts = [exact_text(figure.known.value) for figure in total.amounts]
    assert amounts == ["86.4", "90", "85.5"]
    assert [str(figure) for figure in (total.points, total.rate, total.score)] == ["10", "95.00%", "9.5"]
    assert [(block.name, str(block.points)) for block in form.blocks] == [
        ("产出", "50"),
        ("效益", "30"),
        ("满意度", "10"),
    ]
    assert form.objectives[0].expected.text.startswith("1.完成渠道和机井的日常管护")
    assert form.objectives[0].actual.text == "渠道、机井管护任务均已完成，灌溉有保障。"
    assert indicators(form)[0] == ("产出", "数量", "管护渠道长度", "≥120公里", "126公里", "12", "12")
    assert indicators(form)[5] == ("效益", "经济效益", "亩均增产", "≥40公斤", "38公斤", "10", "9")
    assert form.lines[5].reason.text == "夏季高温影响产量，下年调整品种。"
    assert indicators(form)[8][:3] == ("满意度", "服务对象满意度", "受益农户满意度")
    assert (str(form.total_points), str(form.total_score)) == ("100", "98.5")
    assert form.residues == []


@given(st.lists(st.integers(-1, 3), min_size=len(FORM), max_size=len(FORM)))
def test_rows_that_slipped_to_either_side_say_the_same(shifts: list[int]) -> None:
    rows = as_text().split("\n")
    header, first = len(rows) - len(FORM) - 1, len(rows) - 11
    slipped = [_slipped(row, shifts[at - header]) if at >= first else row for at, row in enumerate(rows[:-1])]
    assert indicators(only("\n".join([*slipped, ""]))) == indicators(only(as_text()))


def _slipped(row: str, shift: int) -> str:
    """The row without so many of its first blank cells, or with one more; the blanks at its end make up for it."""
    cells = row.split("\t")
    if shift < 0:
        return "\t".join(["", *cells[:-1]] if not cells[-1] else cells)
    lost = min(shift, next((number for number, cell in enumerate(cells) if cell), 0))
    return "\t".join(cells[lost:] + [""] * lost)


def test_a_page_break_between_rows_changes_nothing() -> None:
    rows = as_text().split("\n")
    torn = "\n".join([*rows[:18], "", "— 3 —", "", *rows[18:]])
    assert indicators(only(torn)) == indicators(only(as_text()))
    assert str(only(torn).total_score) == "98.5"


def test_every_value_knows_its_line_and_the_words_that_head_it() -> None:
    line = only(as_text()).lines[2]
    assert line.score.place.line == 17
    assert (line.score.place.row, line.score.place.column, line.score.place.text) == ("工程完好率", "得分", "12")
    assert line.target.place.table == "《高标准农田管护经费》自评表"


def test_remains_of_the_template_are_no_indicators() -> None:
    form = only(as_text(changed("管护制度", "指标 1：", changed("维修机井数量", "......"))))
    names = [line.name.text for line in form.lines]
    assert "管护渠道长度" in names
    assert not any("指标" in name or "." in name for name in names)
    placeholders = [residue.said.text for residue in form.residues_of(ResidueKind.PLACEHOLDER)]
    assert placeholders == ["......", "指标1："]


def test_the_number_of_the_template_is_no_part_of_a_name() -> None:
    assert only(as_text(changed("管护制度", "指标1：管护制度"))).lines[7].name.text == "管护制度"


def test_a_row_whose_values_fit_no_column_is_said_to_be_unread() -> None:
    form = only(as_text(changed("45眼", "45眼", changed("维修机井数量", "维修机井数量\t见附表\t另行统计\t三类"))))
    (unread,) = form.residues_of(ResidueKind.UNREAD)
    assert unread.said.text == "维修机井数量"
    assert "维修机井数量" not in [line.name.text for line in form.lines]


def test_a_cost_block_of_the_first_level_is_a_block_of_its_own() -> None:
    rows = changed("成本指标", "经济成本指标")
    rows[14] = [None, Box("成本指标20分"), *rows[14][2:]]
    line = only(as_text(rows)).lines[4]
    assert (line.block, line.level2) == ("成本", "经济成本")


def test_a_kind_that_does_not_apply_is_no_indicator() -> None:
    rows = changed("亩均管护成本", "不涉及", changed("≤30元", "", changed("28元", "")))
    assert len(only(as_text(rows)).lines) == 8


def test_a_torn_document_keeps_every_indicator_and_reads_no_other() -> None:
    book = read_forms(document_of((SAMPLES / "torn.txt").read_bytes(), "torn.txt"))
    assert [len(form.lines) for form in book.forms] == [9, 4, 6]
    hotline, platform, _ = book.forms
    assert indicators(hotline)[3] == ("产出", "时效", "接线响应及时率", "95%", "99%", "15", "15")
    assert indicators(hotline)[8] == ("满意度", "服务对象满意度", "服务对象满意度指标", "90%", "91%", "10", "8")
    blank = platform.lines[2]
    assert (blank.name.text, blank.points.is_missing, blank.score.is_missing) == ("压缩追溯查询时间", True, True)
    assert [residue.said.text for residue in platform.residues_of(ResidueKind.STRAY)] == ["0.4417"]
    assert [residue.said.text for residue in hotline.residues_of(ResidueKind.HEADING)] == ["春耕、三夏驻"]
    assert not [residue for form in book.forms for residue in form.residues_of(ResidueKind.UNREAD)]


def test_a_summary_lists_projects_with_money_score_and_grade() -> None:
    book = read_forms(document_of((SAMPLES / "clean.txt").read_bytes(), "clean.txt"))
    (summary,) = book.summaries
    assert [(row.name.text, str(row.money), str(row.score), row.grade.text) for row in summary.rows] == [
        ("山塘水库巡查管护", "90.00", "97.4", "优"),
        ("水质检测设备购置", "24.60", "88.5", "良"),
    ]
    assert summary.total is not None
    assert str(summary.total.money) == "114.60"
    assert [form.project.text for form in book.forms] == ["2023年山塘水库巡查管护项目", "水质检测设备购置"]


def test_a_document_without_forms_has_none() -> None:
    book = book_of("表1 得分情况\n\n一级指标\t权重\t得分\t得分率\n产出\t50\t45\t90%\n")
    assert (book.forms, book.summaries, book.grids) == ((), (), frozenset())


def test_a_kind_in_words_of_its_own_is_not_taken_for_the_indicator() -> None:
    text = as_text()
    row = next(line for line in text.split("\n") if "维修机井数量" in line)
    form = only(text.replace(row, "\t\t培训任务\t培训期数\t6\t6\t10\t10\t"))
    assert indicators(form)[1] == ("产出", "培训任务", "培训期数", "6", "6", "10", "10")


def test_values_that_a_blank_parts_from_their_indicator_are_found_by_what_they_hold() -> None:
    text = as_text()
    row = next(line for line in text.split("\n") if "维修机井数量" in line)
    form = only(text.replace(row, "\t机电井完好率\t\t95%\t98%\t10\t\t\t"))
    assert indicators(form)[1][2:6] == ("机电井完好率", "95%", "98%", "10")
    assert form.lines[1].score.is_missing


def test_one_cell_of_points_for_two_indicators_counts_once() -> None:
    rows = changed("12", "22")
    rows[10] = [*rows[10][:7], Box("22", 2), Box("22", 2), rows[10][9]]
    rows[11] = [*rows[11][:7], None, None, rows[11][9]]
    rows[12] = [*rows[12][:7], Box("12"), Box("12"), rows[12][9]]
    (form,) = read_forms(document_of(as_word(rows), "表.docx")).forms
    assert [str(line.points) for line in form.lines[:3]] == ["22", "“维修机井数量”分值（未填）", "12"]
    assert form.lines[1].covered


def test_the_cost_kind_under_a_cost_block_stays_in_it() -> None:
    rows = changed("成本指标", "成本指标")
    rows[14] = [None, Box("成本指标20分"), *rows[14][2:]]
    assert only(as_text(rows)).lines[4].block == "成本"


@pytest.mark.parametrize(
    ("layout", "first", "total"),
    [
        ("sichuan", ("产出", "数量", "养护里程", "≥120公里", "126", "22.5", "22.5"), "98.5"),
        ("yunnan", ("产出", "数量", "建设间数", "=6间", "6", "20", "20"), "99"),
        ("handan", ("产出", "数量", "养护面积", "≥30万平方米", "31万平方米", "50", "50"), "98.9"),
        ("ningxia", ("产出", "数量", "受益学生数", "≥800人", "812人", "20", "20"), "100"),
    ],
)
def test_columns_are_known_by_their_headings_in_any_order(layout: str, first: tuple[str, ...], total: str) -> None:
    form = only("\n".join(LAYOUTS[layout]))
    assert indicators(form)[0] == first
    assert str(form.total_score) == total


@pytest.mark.parametrize("heading", ["项目名称\t预算数\t支出数", "项目名称\t年初预算数\t全年预算数\t全年执行数"])
def test_a_table_of_projects_is_no_form(heading: str) -> None:
    columns = heading.count("\t")
    rows = ["沟渠清淤" + "\t12.50" * columns, "机井维修" + "\t7.50" * columns, "合计" + "\t20.00" * columns]
    book = book_of("\n".join(["表2 项目支出情况", "", heading, *rows, ""]))
    assert (book.forms, book.grids) == ((), frozenset())
