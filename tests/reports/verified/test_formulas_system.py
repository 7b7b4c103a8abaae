"""LibreOffice computes what the empty forms promise, and the filled form is read back with these values."""

import subprocess
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from jixiao.documents import document_of
from jixiao.forms import read_forms
from jixiao.forms.completing import Completed
from jixiao.forms.objectives import Objectives
from jixiao.forms.profiles import profile
from jixiao.forms.vocabulary import Column
from jixiao.reports.verified.forms.content import planned_content
from jixiao.reports.verified.forms.drawing import laid
from jixiao.reports.verified.forms.files import FORM_SHEET, empty_files
from jixiao.reports.verified.forms.indicatorrows import EXECUTION
from jixiao.reports.verified.forms.layout import Key, Part

PLANNED = Objectives.model_validate(
    {
        "project": "培训",
        "indicators": [
            {"kind": "数量指标", "name": "人次", "target": "≥200人次", "points": "50"},
            {"kind": "社会效益指标", "name": "就业率", "target": "≥60%", "points": "40"},
        ],
    }
)


def filled(name: str, folder: Path) -> Path:
    """The empty form with 87.35 of 100 executed and every indicator at nine tenths, computed by LibreOffice."""
    own, path = profile(name), folder / "表.xlsx"
    files = empty_files([Completed(PLANNED)], own)
    path.write_bytes(files["培训.xlsx"])
    book = openpyxl.load_workbook(path)
    cells = laid(planned_content(PLANNED, own), own).by_key
    row = 1 if Key(Part.MONEY, 1, Column.EXECUTED) in cells else 0  # the first source, or the total where it is alone
    typed: dict[Key, float] = {
        Key(Part.MONEY, row, Column.ADJUSTED): 100,
        Key(Part.MONEY, row, Column.EXECUTED): 87.35,
        **{Key(Part.LINE, nth, Column.COEFFICIENT): 0.9 for nth in (0, 1)},
        **{Key(Part.LINE, nth, Column.OF_HUNDRED): 90 for nth in (0, 1)},
    }
    converted = any(key in cells for key in typed if key.part is Part.LINE)
    if not converted:
        typed |= {Key(Part.LINE, 0, Column.SCORE): 45, Key(Part.LINE, 1, Column.SCORE): 36}
    for key, value in typed.items():
        if (cell := cells.get(key)) is not None:
            book[FORM_SHEET].cell(cell.row + 1, cell.column + 1).value = value
    book.save(path)
    command = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(["soffice", *command, "--outdir", folder / "算", path], check=True, capture_output=True, timeout=120)
    return folder / "算" / "表.xlsx"


@pytest.mark.system
@pytest.mark.parametrize(
    ("name", "execution", "total"),
    [
        ("A", "8.74", "89.74"),  # 10 × 0.8735 = 8.735, half up; 45 + 36 of the indicators
        ("B", "8.74", "89.74"),
        ("C", "17.47", "98.47"),  # 20 × 0.8735
        ("D", "8.74", "89.74"),  # 90 of a hundred × the points
        ("E", "8.74", "89.74"),  # 0.9 × the points
        ("N", "8.74", "89.74"),
    ],
)
def test_sums_rate_and_scores_are_computed_and_read_back(name: str, execution: str, total: str, tmp_path: Path) -> None:
    path = filled(name, tmp_path)
    (form,) = read_forms(document_of(path.read_bytes(), path.name)).forms
    money = form.total_money
    assert money is not None
    assert (money.adjusted.known.value, money.executed.known.value) == (Fraction(100), Fraction("87.35"))
    assert str(money.rate.printed) == "87.35%"
    in_row = next((line for line in form.lines if line.name.text == EXECUTION), None)
    assert str((in_row or money).score.printed) == execution
    assert str((form.total_score or form.header_score or form.total_alone).printed) == total  # type: ignore[union-attr]
