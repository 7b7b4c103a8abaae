"""`jixiao verify --new`: empty forms that Excel checks, that are read back as what they were drawn from."""

import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import OBJECTIVES, TOO_MUCH

from jixiao.documents import document_of
from jixiao.forms import Form, read_forms
from jixiao.forms.profiles import profiles

DRAWN = [each.id for each in profiles() if not each.audited and each.id not in ("J", "L", "C2")]


def drawn(jixiao: FrontDoor, tmp_path: Path, *arguments: str, objectives: str = OBJECTIVES) -> Path:
    (tmp_path / "目标.yaml").write_text(objectives, encoding="utf-8")
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path / "空白", *arguments)
    assert (answer.code, answer.out) == (0, "")
    return tmp_path / "空白"


def form_in(path: Path) -> Form:
    (form,) = read_forms(document_of(path.read_bytes(), path.name)).forms
    return form


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
@pytest.mark.parametrize("name", DRAWN)
def test_the_empty_form_of_every_profile_is_read_back_as_its_objectives(
    jixiao: FrontDoor, tmp_path: Path, name: str, ending: str
) -> None:
    form = form_in(drawn(jixiao, tmp_path, "--profile", name) / f"社区培训.{ending}")
    assert form.project.text == "社区培训"
    assert form.fields["主管部门"][1].text == "市人社局"
    names = ["培训人次", "培训合格率", "就业率提高", "学员满意度"]
    assert [line.name.text for line in form.lines][:4] == names
    assert [line.target.text for line in form.lines][:4] == ["≥200人次", "≥90%", "≥5%", "≥90%"]
    assert not any(line.actual.text for line in form.lines if line.name.text in names)


def test_excel_sums_computes_and_checks_what_is_typed(jixiao: FrontDoor, tmp_path: Path) -> None:
    path = drawn(jixiao, tmp_path) / "社区培训.xlsx"
    formulas, values = openpyxl.load_workbook(path)["自评表"], openpyxl.load_workbook(path, data_only=True)["自评表"]
    written = {cell.coordinate: cell.value for row in formulas for cell in row if cell.data_type == "f"}
    assert written["D6"] == '=IF(COUNT(D7:D9)=0,"",SUM(D7:D9))'
    assert values["D6"].value == 100
    assert written["H6"] == '=IF(AND(F6<>"",N(IF(E6="",D6,E6))<>0),ROUND(F6/IF(E6="",D6,E6),4),"")'
    assert written["I6"] == '=IF(AND(F6<>"",N(IF(E6="",D6,E6))<>0),ROUND(MIN(1,F6/IF(E6="",D6,E6))*G6,2),"")'
    assert values["I6"].value in (None, "")
    total = next(row for row in formulas.iter_rows() if row[0].value == "总分")
    points = total[6].coordinate
    assert written[points] == '=IF(COUNT(G6,G13:G16)=0,"",SUM(G6,G13:G16))'
    assert values[points].value == 100
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2) for rule in formulas.data_validations.dataValidation
    }
    assert rules["H13"] == ("decimal", "0", "G13")
    assert any(kind == "date" for kind, _, _ in rules.values())
    assert formulas.protection.sheet
    assert formulas.protection.password is None
    assert formulas["A3"].protection.locked
    assert not formulas["F13"].protection.locked


def test_points_that_do_not_come_to_the_full_marks_are_said_at_once(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "目标.yaml").write_text(OBJECTIVES.replace("points: 30", "points: 25"), encoding="utf-8")
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path / "空白")
    assert answer.code == 0
    assert "《社区培训》：各指标分值合计 85 分，应为 90 分" in answer.err


def test_last_years_form_gives_this_years_empty_one(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("verify", "--new", TOO_MUCH.write(tmp_path / "旧.html"), "--out", tmp_path / "空白")
    assert answer.code == 0
    form = form_in(tmp_path / "空白" / "设备购置.docx")
    assert [str(line.points.printed) for line in form.lines] == ["25", "25", "30", "10"]
    assert all(line.score.is_missing and not line.actual for line in form.lines)
    assert form.total_money is not None
    assert form.total_money.executed.is_missing


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OBJECTIVES.replace("kind: 数量指标", "kind: 未知"), "认得出一级指标的二级指标"),
        (OBJECTIVES.replace("points: 30", "points: 三十"), "一个不带单位的数"),
        (OBJECTIVES.replace("project:", "proyect:"), "proyect"),
    ],
)
def test_a_mistake_in_the_objectives_names_its_line(jixiao: FrontDoor, tmp_path: Path, wrong: str, said: str) -> None:
    (tmp_path / "目标.yaml").write_text(wrong, encoding="utf-8")
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path / "空白")
    assert (answer.code, answer.out) == (2, "")
    assert "目标.yaml，第 " in answer.err
    assert said in answer.err
    assert not (tmp_path / "空白").exists()


def test_the_same_objectives_give_the_same_bytes(jixiao: FrontDoor, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in drawn(jixiao, tmp_path).iterdir()}
    assert {path.name: path.read_bytes() for path in drawn(jixiao, tmp_path).iterdir()} == first


def test_a_form_verified_again_after_printing_says_the_same(jixiao: FrontDoor, tmp_path: Path) -> None:
    from jixiao.forms.profiles import profile
    from jixiao.reports.verified.forms.files import completed_files

    form = form_in(TOO_MUCH.write(tmp_path / "设备.html"))
    before = json.loads(jixiao("verify", tmp_path / "设备.html", "--json").out)["forms"][0]
    for name, content in completed_files(form, profile("A")).items():
        (tmp_path / name).write_bytes(content)
        after = json.loads(jixiao("verify", tmp_path / name, "--json").out)["forms"][0]
        for key in ("profile", "project", "department", "stated", "computed", "corrected", "budget", "executed"):
            assert after[key] == before[key], (name, key)
        assert [each["check"] for each in after["findings"]] == [each["check"] for each in before["findings"]]


def test_the_word_form_holds_no_marks_of_the_template(jixiao: FrontDoor, tmp_path: Path) -> None:
    with ZipFile(drawn(jixiao, tmp_path) / "社区培训.docx") as package:
        text = package.read("word/document.xml").decode()
    assert "{{" not in text
    assert "130" not in text
