"""Rules typed as sentences into the workbook: they are read, and one that is not is named with sheet and cell."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.workbook.filling import XINXIANG, Filled, column_of, put, row_of

from jixiao.evaluation import ScoreSheet, evaluate
from jixiao.workbook import convert, open_case

RATE = "B1.4"
"""An indicator that is computed: nothing spent of 2.50, so the control rate is 0."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The case, its rules as sentences, as a workbook."""
    convert(XINXIANG, tmp_path / "案例.xlsx")
    return tmp_path / "案例.xlsx"


def typed(path: Path, code: str, words: str) -> ScoreSheet:
    """The scores after the words were typed into the rule cell of the indicator."""
    workbook = load_workbook(path)
    put("指标体系", code, "评分规则原文", words)(workbook)
    workbook.save(path)
    return evaluate(open_case(path))


def score(sheet: ScoreSheet, code: str) -> str:
    return str(next(each.score for each in sheet.indicators() if each.code == code))


def test_the_sheet_of_formal_rules_is_empty_where_sentences_say_it_all(path: Path) -> None:
    rows = load_workbook(path)["评分规则"].iter_rows(min_row=4, values_only=True)
    assert not [row for row in rows if row[0]]


def test_a_sentence_typed_into_the_rule_cell_scores(path: Path) -> None:
    assert score(evaluate(open_case(path)), RATE) == "2.00"
    assert score(typed(path, RATE, "控制率达到100%得满分，每低10个百分点扣0.15分。"), RATE) == "0.50"


def test_a_sentence_that_is_not_read_is_named_once_with_sheet_and_cell(path: Path) -> None:
    sheet = typed(path, RATE, "由评价组视情况计分。")
    (finding,) = [finding for finding in sheet.findings if finding.check == "case.rule_not_read"]
    workbook = load_workbook(path)
    row = row_of(workbook, "指标体系", RATE)
    assert str(finding.places[0]) == f"案例.xlsx 工作表“指标体系”第 {row} 行“评分规则原文”"
    assert "由评价组视情况计分" in finding.explanation
    assert score(sheet, RATE) == "None"


def test_a_formal_rule_counts_beside_its_words(tmp_path: Path) -> None:
    filled = Filled(tmp_path).edit(put("指标体系", RATE, "评分规则原文", "由评价组视情况计分。"))
    assert score(evaluate(filled.case()), RATE) == "2.00"


def test_what_a_sentence_asks_of_the_evaluator_has_its_row(path: Path) -> None:
    workbook: Workbook = load_workbook(path)
    asked = {(row[0], row[3]) for row in workbook["要点认定"].iter_rows(min_row=4, values_only=True)}
    assert {("A1.1", "要点①"), ("A1.1", "要点③"), ("B2.3", "要点④")} <= asked
    row = row_of(workbook, "要点认定", "C1.3") + 1
    assert workbook["要点认定"].cell(row, column_of(workbook, "要点认定", "认定事项")).value == "条件成立"
