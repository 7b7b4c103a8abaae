"""The workbook as a form: drop-downs, notes, what stays in view, and not a word of code in it."""

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.workbook.filling import XINXIANG, column_of, row_of

from jixiao.documents.sheets.figures import figure_of, shown
from jixiao.workbook import convert, new_case


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("form") / "案例.xlsx"
    convert(XINXIANG, path)
    return load_workbook(path)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("form") / "空.xlsx"
    new_case(path, "dept-2013-ready")
    return load_workbook(path)


def offered(workbook: Workbook, sheet: str, cell: str) -> list[str]:
    """What the drop-down list of a cell offers, references followed."""
    for rule in workbook[sheet].data_validations.dataValidation:
        if any(cell in area for area in (str(rule.sqref).split())) or _within(rule, cell):
            return _words(workbook, str(rule.formula1))
    return []


def _within(rule: Any, cell: str) -> bool:
    return any(cell in area for area in rule.sqref.ranges) if ":" in cell else cell in rule.sqref


def _words(workbook: Workbook, formula: str) -> list[str]:
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    sheet, area = re.fullmatch(r"'(.+)'!(.+)", formula).groups()  # type: ignore[union-attr]
    return [str(cell.value) for row in workbook[sheet][area.replace("$", "")] for cell in row if cell.value]


def test_every_filled_sheet_keeps_its_headings_in_view_and_on_every_page(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible" and sheet.title != "填写说明":
            assert sheet.freeze_panes is not None
            assert sheet.print_title_rows
            assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_every_heading_has_a_note(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible" and sheet.title != "填写说明":
            row = int(re.sub("[A-Z]", "", str(sheet.freeze_panes))) - 1
            assert all(cell.comment is not None for cell in sheet[row] if cell.value)


@pytest.mark.parametrize(
    ("sheet", "cell", "words"),
    [
        ("评分规则", "D5", ["要点计分", "按比率计分", "等次计分", "分部分计分"]),
        ("评分规则", "L5", ["按比例", "不计", "按一步计"]),
        ("要点认定", "F5", ["符合", "不符合"]),
        ("指标体系", "K6", ["原指标体系", "本系统编写"]),
        ("基础数据", "C4", ["万元", "%"]),
        ("基础数据", "K4", ["E01", "E25"]),
        ("存在问题", "E4", ["A1.1", "D3.1"]),
        ("有关建议", "B4", ["P1", "P2"]),
        ("佐证材料", "C4", ["正式资料", "说明材料"]),
        ("基本信息", "B15", ["优良中差（90、80、60 分，含下限）"]),
        ("满意度调查", "D5", ["是", "否"]),
        ("支出预决算", "G2", ["单位：万元", "单位：元"]),
    ],
)
def test_a_closed_list_is_a_drop_down(workbook: Workbook, sheet: str, cell: str, words: list[str]) -> None:
    assert set(words) <= set(offered(workbook, sheet, cell))


def test_partly_met_is_offered_only_where_the_rule_has_an_answer_for_it(workbook: Workbook) -> None:
    with_partly = row_of(workbook, "要点认定", "B3.1") + 1
    without = row_of(workbook, "要点认定", "A1.1") + 1
    assert "部分符合" in offered(workbook, "要点认定", f"F{with_partly}")
    assert "部分符合" not in offered(workbook, "要点认定", f"F{without}")


def test_an_empty_case_asks_for_everything_its_rules_need(empty: Workbook) -> None:
    judgements = [(row[0], row[3]) for row in empty["要点认定"].iter_rows(min_row=4, values_only=True) if row[0]]
    assert ("A1.1", "要点③") in judgements
    assert ("D1.2", "等次") in judgements
    assert ("D1.2", "选定份额") in judgements
    assert ("A2.3", "是否涉及") in judgements
    facts = [tuple(row[:5]) for row in empty["基础数据"].iter_rows(min_row=4, values_only=True) if row[0]]
    assert ("结转结余", None, "万元", "决算", "上年") in facts
    level = row_of(empty, "要点认定", "等次", 4)
    assert offered(empty, "要点认定", f"F{level}") == ["显著", "较显著", "一般", "不明显"]


def notes_of(workbook: Workbook, sheet: str) -> str:
    return "\n".join(cell.comment.text for row in workbook[sheet].iter_rows() for cell in row if cell.comment)


def test_what_is_said_above_a_table_has_a_yellow_cell_and_a_note_with_an_example(empty: Workbook) -> None:
    for sheet in ("支出预决算表", "人员编制情况表", "满意度调查统计表"):
        marks = [cell for row in empty[sheet].iter_rows(min_row=2, max_row=3) for cell in row if cell.value]
        assert all(cell.comment is not None and cell.fill.fgColor.rgb.endswith("FFFBEA") for cell in marks)
    assert "如 来源：E02" in notes_of(empty, "支出预决算表")
    assert "A　非常满意100%、比较满意75%" in notes_of(empty, "满意度调查统计表")
    assert "计分办法：A（100%、75%、50%、25%、0%）" in offered(empty, "满意度调查统计表", "J3")


def test_what_must_be_filled_in_is_marked_and_says_so(empty: Workbook) -> None:
    lines = {row[0].value: row for row in empty["基本信息"].iter_rows(min_row=4) if row[0].value}
    must = {item for item, row in lines.items() if row[1].fill.fgColor.rgb.endswith("FCE4D6")}
    assert must == {"报告名称", "部门名称", "评价年度", "等级标准"}
    assert must == {item for item, row in lines.items() if str(row[2].value).startswith("（必填）")}


def test_a_computed_indicator_names_the_sheet_to_be_filled_in(empty: Workbook) -> None:
    about = {row[0]: str(row[4]) for row in empty["要点认定"].iter_rows(values_only=True) if row[3] == "总体"}
    assert about["A2.1"].endswith("请填工作表“人员编制情况表”")
    assert about["B1.7"].endswith("请填工作表“‘三公’经费情况表”")
    assert about["B1.4"].endswith("请填工作表“基础数据”、“支出预决算表”")


def test_the_guide_names_every_sheet_in_its_order_and_leads_to_it(empty: Workbook) -> None:
    links = [cell for (cell,) in empty["填写说明"].iter_rows(max_col=1) if cell.hyperlink]
    sheets = [name for name in empty.sheetnames if name not in ("填写说明", "规则说明", "数据名称", "下拉选项")]
    assert [cell.value for cell in links] == sheets
    assert [cell.hyperlink.location for cell in links if cell.hyperlink] == [f"'{name}'!A1" for name in sheets]


def test_single_facts_say_what_they_mean_and_that_nothing_is_nought(empty: Workbook) -> None:
    meanings = {row[0]: row[-1] for row in empty["基础数据"].iter_rows(values_only=True)}
    assert str(meanings["政策性调整数"]).endswith("没有填 0")
    assert [empty[sheet]["A5"].value for sheet in ("政府采购情况表", "人员编制情况表")] == ["合计", "合计"]


def test_no_cell_holds_a_key_a_formula_or_code(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                text = str(cell.value or "")
                assert not re.search(r"\b[a-z]{3,}\b|[{}\[\]]|: ", text), (sheet.title, cell.coordinate, text)


def test_codes_are_text_and_amounts_are_numbers_that_show_their_digits(workbook: Workbook) -> None:
    table = workbook["支出预决算"]
    cell = table.cell(row_of(workbook, "支出预决算", "基本支出", 2), column_of(workbook, "支出预决算", "年初预算数"))
    assert (cell.value, cell.number_format, cell.data_type) == (207.9, "0.00####", "n")
    code = workbook["指标体系"].cell(6, 1)
    assert (code.value, code.number_format, code.data_type) == ("A1.1", "@", "s")
    rate = workbook["项目自评"].cell(5, column_of(workbook, "项目自评", "预算执行率"))
    assert (rate.value, rate.number_format) == (0.9982, "0.00%")


@pytest.mark.parametrize("text", ["0", "-3", "207.90", "82.849", "0.10%", "1,234,567.80", "999999999999.99", "-5.18%"])
def test_a_figure_shows_the_text_it_was_made_of(text: str) -> None:
    figure = figure_of(text)
    assert figure is not None
    assert shown(repr(figure.value), figure.code) == text


@pytest.mark.parametrize("text", ["", "-", "007", "1e5", "2/3", "12万元", "1,23", "0.1234567890123456", "+3", "１２"])
def test_what_no_cell_shows_that_way_stays_text(text: str) -> None:
    assert figure_of(text) is None


def test_an_empty_workbook_is_written_of_every_pack(tmp_path: Path) -> None:
    for pack in ("dept-2013", "project-2020", "dept-henan-2022"):
        new_case(tmp_path / f"{pack}.xlsx", pack)
        sheet = load_workbook(tmp_path / f"{pack}.xlsx")["指标体系"]
        weights = [row[4] for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]]
        assert set(weights) == {None}
