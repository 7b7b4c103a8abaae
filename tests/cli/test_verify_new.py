"""`jixiao verify --new`: empty forms that Excel checks, that are read back as what they were drawn from."""

import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import OBJECTIVES, TOO_MUCH, WITH_PACK

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
    for name, content in completed_files([(form, profile("A"))], "印出").items():
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


def indicators_in(path: Path) -> list[tuple[str, ...]]:
    """Block, kind, name and points of every indicator, as the cells of the ministry's form print them."""
    (grid,) = (each for each in document_of(path.read_bytes(), path.name).grids() if each.width > 5)
    rows = [grid.texts(number) for number in range(len(grid.rows))]
    return [(*row[1:4], row[6]) for row in rows if row[0] == "绩效指标" and row[1] != "一级指标"]


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_pack_gives_the_kinds_that_a_project_names_no_indicator_of(
    jixiao: FrontDoor, tmp_path: Path, ending: str
) -> None:
    path = drawn(jixiao, tmp_path, objectives=WITH_PACK) / f"社区培训.{ending}"
    assert indicators_in(
        path
    ) == [  # 50 less 20 typed are 30 for three, the profile gives 30 and 10 to the other blocks
        ("产出指标", "数量指标", "培训人次", "20"),
        ("产出指标", "质量指标", "质量达标率", "10"),
        ("产出指标", "时效指标", "完成及时性", "10"),
        ("产出指标", "成本指标", "成本节约率", "10"),
        ("效益指标", "项目效益指标", "实施效益", "30"),
        ("满意度指标", "服务对象满意度指标", "满意度", "10"),
    ]


def test_what_a_pack_added_is_said_on_the_screen_and_in_both_files(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "目标.yaml").write_text(WITH_PACK, encoding="utf-8")
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path / "空白")
    notes = (
        "三级指标由指标包“项目支出绩效评价指标框架”补充 5 个，请改成本项目的指标，并写明指标值。",
        "分值按表样分配：产出 50 分、效益 30 分、满意度 10 分，在一级指标内分到各指标，请按重要程度调整。",
    )
    assert all(f"《社区培训》：{note}" in answer.err for note in notes)
    sheet = openpyxl.load_workbook(tmp_path / "空白" / "社区培训.xlsx")["填表说明"]
    told = [str(row[1].value) for row in sheet.iter_rows()]
    assert all(note in told for note in notes)
    with ZipFile(tmp_path / "空白" / "社区培训.docx") as package:
        text = package.read("word/document.xml").decode()
    assert all(f"注：{note}（定稿前删去）" in text for note in notes)


def test_the_names_from_a_pack_can_be_made_the_projects_own_and_those_approved_cannot(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    sheet = openpyxl.load_workbook(drawn(jixiao, tmp_path, objectives=WITH_PACK) / "社区培训.xlsx")["自评表"]
    locked = {cell.value: cell.protection.locked for row in sheet for cell in row}
    assert (locked["培训人次"], locked["质量达标率"]) == (True, False)


def test_points_are_shared_out_in_whole_points_and_execution_within_its_block_keeps_its_own(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    objectives = "project: 社区培训\npack: project-2020-ready\n"
    form = form_in(drawn(jixiao, tmp_path, "--profile", "F", objectives=objectives) / "社区培训.docx")
    points = {(each.block, each.name.text): each.points.known.value for each in form.lines}
    assert {block: sum(each for (own, _), each in points.items() if own == block) for block, _ in points} == {
        "决策": 10,
        "过程": 25,
        "产出": 30,
        "效益": 35,
    }
    assert points["过程", "预算执行率"] == 10
    assert all(each.denominator == 1 for each in points.values())
    # 35 points by weights 20 and 10: 23.33 and 11.67, of which the larger remainder is rounded up
    assert [each for (block, _), each in points.items() if block == "效益"] == [23, 12]


def test_a_departments_pack_draws_a_departments_form_with_its_explanations(jixiao: FrontDoor, tmp_path: Path) -> None:
    objectives = "project: 市人社局\nyear: 2025\npack: dept-2013-ready\n"
    path = drawn(jixiao, tmp_path, "--profile", "J", objectives=objectives) / "市人社局.docx"
    (form,) = read_forms(document_of(path.read_bytes(), path.name), score_tables=True).forms
    assert form.title.text == "2025年度部门整体支出绩效自评表"
    assert form.fields["部门名称"][1].text == "市人社局"
    assert sum(each.points.known.value for each in form.lines) == 100
    assert all(each.standard for each in form.lines)


@pytest.mark.parametrize(
    ("objectives", "said"),
    [
        (
            "project: 甲\npack: project-2022\n",
            "第 2 行 pack：读到“project-2022”，应为已有的指标包。请改为“project-2020”",
        ),
        ("project: 甲\n", "没有指标的绩效目标"),
    ],
)
def test_a_pack_that_is_not_known_or_missing_is_said(
    jixiao: FrontDoor, tmp_path: Path, objectives: str, said: str
) -> None:
    (tmp_path / "目标.yaml").write_text(objectives, encoding="utf-8")
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path / "空白")
    assert answer.code == 2
    assert said in answer.err


def test_a_form_that_was_filled_in_is_not_replaced_by_an_empty_one(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "目标.yaml").write_text(OBJECTIVES, encoding="utf-8")
    for _ in range(2):
        assert jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path).code == 0, "nothing filled in yet"
    (form,) = tmp_path.glob("*.docx")
    form.write_bytes(form.read_bytes() + b"filled in")
    before = form.read_bytes()
    answer = jixiao("verify", "--new", tmp_path / "目标.yaml", "--out", tmp_path)
    assert (answer.code, form.read_bytes() == before) == (2, True)
    assert form.name in answer.err
