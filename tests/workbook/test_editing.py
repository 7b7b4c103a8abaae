"""How people really edit a workbook, and that it still says what they meant."""

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.workbook.filling import Filled, column_of, put, row_of

from jixiao.evaluation import evaluate


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    return Filled(tmp_path)


def test_columns_may_be_moved_rows_left_empty_and_rows_hidden(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["佐证材料"]
        for row in sheet.iter_rows(min_row=3):
            row[0].value, row[4].value = row[4].value, row[0].value
        sheet.insert_rows(6, 2)
        sheet.row_dimensions[9].hidden = True

    before = filled.content().evidence
    assert filled.edit(change).content().evidence == before


def test_a_column_and_a_sheet_of_remarks_are_passed_over(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        workbook["佐证材料"].cell(3, 6, "备注（本人）")
        workbook["佐证材料"].cell(5, 6, "=1/0")
        workbook.create_sheet("备注底稿").cell(1, 1, "随手记")

    before = filled.content()
    assert filled.edit(change).content() == before


def test_a_code_typed_as_a_number_is_read_as_it_is_shown(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        for code in ("B2.3", "1.1"):
            row = row_of(workbook, "评分规则", code, 1 if code == "B2.3" else 3)
            cell = workbook["评分规则"].cell(row, 3)
            cell.number_format = "General"
            cell.value = 1 if code == "B2.3" else 1.1

    before = filled.content().indicators
    assert filled.edit(change).content().indicators == before


def test_a_real_date_is_read_as_the_date_it_shows(filled: Filled) -> None:
    filled.edit(put("基本信息", "评价时段起", "内容", datetime.date(2023, 1, 1), "yyyy/m/d"))
    filled.edit(put("基本信息", "报告日期", "内容", datetime.date(2024, 12, 1), 'yyyy"年"m"月"'))
    general = filled.content().case
    assert general.period is not None
    assert (general.period.from_, general.report_date) == ("2023-01-01", "2024-12")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (207.9, "0.00", "207.90"),
        (82.849, "0.00", "82.849"),
        (434.66 + 38.93 - 19.01, "0.00", "454.58"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.9982, "0.00%", "99.82%"),
        (0.95, "0%", "95%"),
        (12, "General", "12"),
        (" １２．５ ", "@", "１２．５"),
        ("-", "@", "-"),
    ],
)
def test_a_figure_is_read_with_the_digits_it_shows_and_those_it_holds(
    filled: Filled, value: object, code: str, text: str
) -> None:
    filled.edit(put("支出预决算", "支出合计", "决算数", value, code))
    table = next(table for table in filled.content().tables if table.entry.kind == "expenditure")
    assert table.rows[0][table.headings.index("决算数")] == text


def test_names_of_higher_levels_may_be_repeated_or_merged(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["指标体系"]
        for row in range(5, 9):
            sheet.cell(row, 2, "投入")
        sheet.cell(6, 3, "目标设定")
        sheet.merge_cells("C6:C7")

    before = filled.content().indicators
    assert filled.edit(change).content().indicators == before


def test_criteria_may_be_numbered_otherwise_or_not_at_all(filled: Filled) -> None:
    criteria = filled.content().indicators[0].children[0].children[0].criteria
    for text in ("\n".join(criteria), "\n".join(f"{n}.{each}" for n, each in enumerate(criteria, 1))):
        filled.edit(put("指标体系", "A1.1", "评价要点", text))
        assert filled.content().indicators[0].children[0].children[0].criteria == criteria


def test_a_reason_beside_an_answer_belongs_to_the_indicator(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        row = row_of(workbook, "要点认定", "A2.1")
        values = {"认定事项": "条件成立", "认定": "是", "理由": "查看了台账", "佐证": "E03，E04"}
        for heading, value in values.items():
            workbook["要点认定"].cell(row, column_of(workbook, "要点认定", heading), value)

    judgement = filled.edit(change).content().judgements["A2.1"]
    assert (judgement.holds, judgement.reason, judgement.evidence) == ("是", "查看了台账", ["E03", "E04"])


def test_a_table_may_be_copied_and_given_columns_that_are_computed_anyway(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        copy = workbook.copy_worksheet(workbook["三公经费"])
        copy.title = "三公经费二"
        copy["A1"] = "另一张表"
        copy.cell(4, 6, "控制率")
        copy.cell(5, 6, "=E5/D5")

    added = filled.edit(change).content().tables[-1]
    assert (added.entry.file, added.entry.title, added.headings[-1]) == (
        "tables/三公经费二.csv",
        "另一张表",
        "本年决算数",
    )


def test_a_source_may_stand_behind_its_colon_or_in_the_next_cell(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        for sheet, behind, beside in (("三公经费", "来源：E02、E05", None), ("支出预决算", "来源：", "E03")):
            for area in [area for area in workbook[sheet].merged_cells.ranges if area.min_row == 3]:
                workbook[sheet].unmerge_cells(str(area))
            workbook[sheet]["A3"] = behind
            workbook[sheet]["B3"] = beside

    sources = {table.entry.file: table.entry.source for table in filled.edit(change).content().tables}
    assert sources["tables/三公经费.csv"] == ("E02", "E05")
    assert sources["tables/支出预决算.csv"] == ("E03",)


def test_weights_chosen_from_the_list_are_read_as_their_letter(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        cells = (cell for row in workbook["满意度调查"].iter_rows(max_row=3) for cell in row)
        mark = next(cell for cell in cells if str(cell.value).startswith("计分办法"))
        mark.value = "计分办法：C（100%、80%、60%、30%、0%）"

    tables = filled.edit(change).content().tables
    assert [table.entry.scheme for table in tables if table.entry.kind == "survey_counts"] == ["C"]


def test_an_indicator_none_of_whose_points_is_judged_is_not_judged(filled: Filled) -> None:
    def change(workbook: Workbook) -> None:
        for row in workbook["要点认定"].iter_rows(min_row=4):
            if row[0].value == "A1.1":
                for cell in row[5:]:
                    cell.value = None

    assert "A1.1" not in filled.edit(change).case().judgements


def test_what_a_workbook_lacks_is_told_by_its_sheets(filled: Filled) -> None:
    filled.edit(put("支出预决算", "支出合计", "年初预算数", 5)).edit(put("支出预决算", "支出合计", "决算数", None))
    case = filled.case()
    told = f"{evaluate(case)}{case.checks.findings}"
    assert case.checks.findings
    assert ".csv" not in told
    assert "案例.xlsx 工作表“支出预决算”" in told
    assert all(table.shown == f"案例.xlsx 工作表“{table.entry.file[7:-4]}”" for table in filled.content().tables)


def test_texts_a_spreadsheet_would_run_stay_texts(filled: Filled) -> None:
    filled.edit(put("佐证材料", "E01", "材料名称", "'=1+1"))
    texts = ("+8610", "-甲", "@乙", "1.10", "_x0041_")

    def change(workbook: Workbook) -> None:
        for number, text in enumerate(texts, start=2):
            put("佐证材料", f"E{number:02}", "材料名称", text)(workbook)

    titles = [entry.title for entry in filled.edit(change).content().evidence]
    assert titles[1:6] == [text.replace("_x0041_", "A") for text in texts]
