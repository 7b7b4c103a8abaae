"""Forms in workbooks: what a cell shows counts, and a number that somebody typed is no more exact than it was typed."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.front_door import FrontDoor
from xlsxwriter import Workbook

Money = tuple[float, float, float]


@dataclass(frozen=True)
class Typed:
    """A form whose numbers are typed into cells with formats; 138.72 of 146.68 is 94.5732…%.

    `rate` is stored as a share and shown with two decimals, `left` says that a formula left it.
    """

    total: Money = (146.68, 146.68, 138.72)
    sources: tuple[Money, ...] = ((146.68, 146.68, 138.72),)
    rate: float = 0.9457
    left: bool = False
    points: float = 10
    score: float = 9.46

    def write(self, path: Path) -> Path:
        """The form of the ministry as an .xlsx file, amounts and scores under 0.00 and the rate under 0.00%."""
        with Workbook(path) as book:
            sheet = book.add_worksheet("自评表")
            two, percent = book.add_format({"num_format": "0.00"}), book.add_format({"num_format": "0.00%"})
            sheet.write(0, 0, "2024年度项目支出绩效自评表")
            sheet.write_row(1, 0, ["项目名称", "社区培训"])
            sheet.write_row(2, 0, ["主管部门", "市人社局", "实施单位", "培训中心"])
            headings = ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
            sheet.write_row(3, 0, headings)
            names = ("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金")
            for at, (name, amounts) in enumerate(zip(names, (self.total, *self.sources), strict=False), 4):
                sheet.write(at, 1, name)
                sheet.write_row(at, 2, amounts, two)
            if self.left:
                sheet.write_formula(4, 6, "=ROUND(E5/D5,3)", percent, self.rate)
            else:
                sheet.write(4, 6, self.rate, percent)
            sheet.write(4, 5, self.points, two)
            sheet.write(4, 7, self.score, two)
            at = 5 + len(self.sources)
            sheet.write_row(at, 0, ["年度总体目标", "预期目标", "实际完成情况"])
            sheet.write_row(at + 1, 1, ["开展社区就业培训", "已开展社区就业培训 210 人次"])
            sheet.write_row(at + 2, 0, ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"])
            names3 = ("产出指标", "数量指标", "培训人次", "≥200人次"), ("效益指标", "社会效益指标", "就业率提高", "≥5%")
            last = ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%")
            for row, (names4, points) in enumerate(zip((*names3, last), (50, 30, 10), strict=True), at + 3):
                sheet.write_row(row, 0, names4)
                sheet.write_row(row, 5, (points, points), two)
            sheet.write(at + 3, 4, "210人次")
            sheet.write(at + 4, 4, 0.052, percent)
            sheet.write(at + 5, 4, 0.96, percent)
            sheet.write(at + 6, 0, "总分")
            sheet.write_row(at + 6, 5, (100, 90 + self.score), two)
        return path


HONEST = Typed()
PARTED = Typed(
    total=(100, 100, 94.57), sources=((33.3, 33.3, 94.57), (33.3, 33.3, 0), (33.3, 33.3, 0)), rate=0.9457, score=9.46
)
"""Three sources that somebody typed with one decimal."""
CASES = {
    "what is right": (HONEST, {}),
    "a rate typed with one decimal is told as a hint": (Typed(rate=0.946), {"form.rate": "warning"}),
    "a rate typed with one decimal that no rounding explains": (Typed(rate=0.947), {"form.rate": "error"}),
    "a rate typed with two decimals": (Typed(rate=0.9465), {"form.rate": "error"}),
    "a rate typed without decimals": (Typed(rate=0.95), {"form.rate": "warning"}),
    "amounts typed with one decimal": (PARTED, {"form.money_parts": "warning"}),
    "whole amounts are as exact as they are shown": (
        Typed(sources=((100, 100, 100), (46, 46.68, 38.72))),
        {"form.money_parts": "error"},
    ),
    "scores are as exact as they are shown": (Typed(score=9.5), {"form.execution_score": "error"}),
    "points of more than a hundred": (
        Typed(points=11, score=10.4),
        {"form.points_total": "error"},
    ),
}


def told(jixiao: FrontDoor, path: Path) -> dict[str, str]:
    """The checks that found more than a note, by their severity."""
    (form,) = json.loads(jixiao("verify", path, "--json").out)["forms"]
    assert form["status"] == "read"
    return {each["check"]: each["severity"] for each in form["findings"] if each["severity"] != "note"}


@pytest.mark.parametrize("name", CASES)
def test_a_typed_number_is_held_to_the_decimals_that_were_typed(jixiao: FrontDoor, tmp_path: Path, name: str) -> None:
    form, findings = CASES[name]
    assert told(jixiao, form.write(tmp_path / "表.xlsx")) == findings


def test_what_a_formula_left_is_held_to_what_its_cell_shows(jixiao: FrontDoor, tmp_path: Path) -> None:
    path = Typed(rate=0.946, left=True).write(tmp_path / "表.xlsx")
    assert told(jixiao, path) == {"form.rate": "error"}
    assert "94.60%" in jixiao("verify", path).out


@pytest.mark.system
def test_an_old_workbook_says_what_the_new_one_says(jixiao: FrontDoor, tmp_path: Path) -> None:
    for number, (form, _) in enumerate(CASES.values()):
        form.write(tmp_path / f"{number}.xlsx")
    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    made = ["soffice", "--headless", own, "--convert-to", "xls", "--outdir", str(tmp_path)]
    subprocess.run([*made, *map(str, tmp_path.glob("*.xlsx"))], check=True, capture_output=True, timeout=180)
    for number, (_, findings) in enumerate(CASES.values()):
        assert told(jixiao, tmp_path / f"{number}.xls") == findings
