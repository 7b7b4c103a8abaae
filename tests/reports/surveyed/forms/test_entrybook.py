"""The workbook for typing in paper answers, read back."""

from io import BytesIO
from typing import Any

import openpyxl
from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, asked, files

from jixiao.surveys.entrysheet import EXAMPLE, LEADING, SHEET, heading


def book(text: str, group: str) -> Any:
    return openpyxl.load_workbook(BytesIO(files(text)[f"entry-{group}.xlsx"]))


def row(sheet: Any, number: int) -> list[Any]:
    return [cell.value for cell in sheet[number]]


def checks(sheet: Any) -> dict[str, Any]:
    return {str(each.sqref): each for each in sheet.data_validations.dataValidation}


def test_a_column_for_each_question_stands_after_those_of_the_sheet_itself_and_stays_in_sight() -> None:
    opened = book(READY, "办事群众")
    assert opened.sheetnames == [SHEET, "选项", "说明"]
    assert row(opened[SHEET], 1) == [*LEADING, *map(heading, asked(READY).questions)]
    assert row(opened[SHEET], 1)[3:5] == ["第1题 身份", "第2题 性别"]
    assert opened[SHEET].freeze_panes == "B2"


def test_the_heading_tells_the_whole_question_and_its_options() -> None:
    comment = book(READY, "办事群众")[SHEET]["E1"].comment
    assert comment.text == "第2题 您的性别是？\n录入所选答案的字母\nA.男\nB.女"


def test_the_example_is_marked_and_answers_what_its_own_answers_ask_for() -> None:
    sheet = book(EVERY_KIND, "群众")[SHEET]
    assert row(sheet, 2) == [EXAMPLE, "张三", "本行只作示例，导入时不计入", "A、B", 1, 5, 100, "A", "A", "A", None]


def test_only_what_the_question_allows_can_be_typed() -> None:
    known = checks(book(EVERY_KIND, "群众")[SHEET])
    choice, several = known["H3:H5001"], known["D3:D5001"]
    assert (choice.type, choice.formula1) == ("list", '"A,B,C"')
    assert several.type == "custom"
    assert several.formula1 == 'SUMPRODUCT(--ISERROR(FIND(MID(UPPER(D3),ROW($1:$99),1),"ABCD、,， ")))=0'
    number, marks = known["E3:E5001"], known["F3:F5001"]
    assert (number.type, number.operator, number.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (marks.type, marks.formula1, marks.formula2) == ("decimal", "1", "5")
    assert "K3:K5001" not in known
    assert all(each.allow_blank and each.errorTitle == "请核对" for each in known.values())


def test_cells_that_a_skip_leaves_empty_turn_grey() -> None:
    rules = {
        str(area.sqref): [rule.formula for rule in found]
        for area, found in book(EVERY_KIND, "群众")[SHEET].conditional_formatting._cf_rules.items()
    }
    assert rules == {
        "E3:E5001": [['AND($D3<>"",ISERROR(FIND("A",UPPER($D3))),ISERROR(FIND("B",UPPER($D3))))']],
        "K3:K5001": [['AND($D3<>"",ISERROR(FIND("C",UPPER($D3))))']],
    }


def test_every_option_is_listed_by_its_letter() -> None:
    listed = [row[:5] for row in book(EVERY_KIND, "群众")["选项"].iter_rows(min_row=5, values_only=True)]
    assert listed[:5] == [
        ("第1题", "您用过哪些服务？", "多选", "A", "窗口"),
        (None, None, None, "B", "网站"),
        (None, None, None, "C", "手机"),
        (None, None, None, "D", "没有用过"),
        ("第2题", "去过窗口几次？", "数字", None, "录入数字"),
    ]


def test_texts_that_look_like_formulas_or_markup_stay_text() -> None:
    own = "{title: 甲, group: 乙, questions: [{text: '=1+1', options: ['=2', '<r><t>x</t></r>']}]}"
    opened = book(f"name: 甲\ngroups:\n- {{name: 群众, questionnaire: {own}}}\n", "群众")
    assert opened["选项"]["B5"].value == "=1+1"
    assert opened["选项"]["B5"].data_type == "s"
    assert opened["选项"]["E6"].value == "<r><t>x</t></r>"


def test_a_message_too_long_for_excel_is_cut_by_its_own_count() -> None:
    own = f"{{title: 甲, group: 乙, questions: [{{text: '{'𠮷' * 200}', options: [好, 差]}}]}}"
    (check,) = checks(book(f"name: 甲\ngroups:\n- {{name: 群众, questionnaire: {own}}}\n", "群众")[SHEET]).values()
    assert check.prompt.endswith("𠮷…")
    assert len(check.prompt.encode("utf-16-le")) // 2 in (254, 255)
