"""`jixiao verify --department`: form, list of projects and report of a department, from its projects' forms."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import SOUND, TOO_MUCH

TOLD = """\
department: 市人社局
year: 2024
profile: N2
organisation: 成立自评工作组，对全部项目自评。
objective: 促进就业
achieved: 新增就业 1200 人
execution_score: 9.60
money:
  - {source: 基本支出, initial: 100.00, adjusted: 100.00, executed: 97.00}
  - {source: 项目支出, initial: 400.00, adjusted: 400.00, executed: 383.00}
indicators:
  - {block: 投入管理, kind: 预算和财务管理, name: 预算编制完整性, target: 完整, actual: 完整, points: 30, score: 29.5}
  - {block: 产出指标, kind: 数量指标, name: 培训人次, target: ≥200人次, actual: 210人次, points: 25, score: 25}
  - {block: 效益指标, kind: 社会效益指标, name: 新增就业, target: ≥1000人, actual: 1200人, points: 35, score: 35}
grade: 优
"""
GOALS = ["绩效自评工作开展情况", "绩效目标实现情况", "绩效目标设定质量情况", "整改及结果应用情况"]
MONEY = ["部门概况", "部门整体支出情况", "预算执行和管理情况", "绩效情况分析", "存在的主要问题", "下一步工作计划"]


def made(jixiao: FrontDoor, tmp_path: Path, told: str = TOLD) -> tuple[Path, str, int]:
    SOUND.write(tmp_path / "项目" / "培训.html")
    replace(SOUND, project="职业介绍", budget="300", executed="285").write(tmp_path / "项目" / "介绍.html")
    (tmp_path / "部门.yaml").write_text(told, encoding="utf-8")
    answer = jixiao("verify", tmp_path / "项目", "--department", tmp_path / "部门.yaml", "--out", tmp_path / "部门")
    return tmp_path / "部门", answer.err, answer.code


def test_the_list_adds_up_the_projects_with_formulas_that_hold_their_values(jixiao: FrontDoor, tmp_path: Path) -> None:
    out, _, code = made(jixiao, tmp_path)
    assert code == 1  # 383 is told, the projects come to 380
    sheet = openpyxl.load_workbook(out / "项目自评汇总表.xlsx")["自评项目汇总表"]
    values = openpyxl.load_workbook(out / "项目自评汇总表.xlsx", data_only=True)["自评项目汇总表"]
    assert [cell.value for cell in sheet[7]][1:6] == ["合计", "2 个项目", "=SUM(D5:D6)", "=SUM(E5:E6)", "=E7/D7"]
    assert [cell.value for cell in values[7]][3:6] == [400, 380, 0.95]
    assert [cell.value for cell in values[5]][2:9] == ["职业介绍", 300, 285, 0.95, 99.5, None, 99.5]


def test_who_filled_in_a_form_stands_in_the_list(jixiao: FrontDoor, tmp_path: Path) -> None:
    foot = "<tr><td>填表人</td><td>李明</td><td>联系电话</td><td>0373-1234567</td></tr></table>"
    (tmp_path / "项目").mkdir()
    (tmp_path / "项目" / "护路.html").write_text(
        replace(SOUND, project="护路").html().replace("</table>", foot), encoding="utf-8"
    )
    out, _, _ = made(jixiao, tmp_path)
    sheet = openpyxl.load_workbook(out / "项目自评汇总表.xlsx")["自评项目汇总表"]
    assert {row[2].value: row[10].value for row in sheet.iter_rows(min_row=5, max_row=7)} == {
        "护路": "李明 0373-1234567",
        "职业介绍": None,
        "社区培训": None,
    }


def test_a_sum_that_is_not_that_of_the_projects_is_said(jixiao: FrontDoor, tmp_path: Path) -> None:
    _, said, _ = made(jixiao, tmp_path)
    assert "部门项目支出的全年执行数是 383.00 万元，各项目自评表之和是 380.00 万元" in said
    assert "全年预算数是" not in said


def test_what_agrees_and_holds_ends_well(jixiao: FrontDoor, tmp_path: Path) -> None:
    _, said, code = made(jixiao, tmp_path, TOLD.replace("383.00", "380.00"))
    assert code == 0
    assert "请核对" not in said


@pytest.mark.parametrize(("outline", "headings"), [("目标实现", GOALS), ("资金与绩效", MONEY)])
def test_the_report_follows_the_outline_and_marks_what_nobody_told(
    jixiao: FrontDoor, tmp_path: Path, outline: str, headings: list[str]
) -> None:
    out, said, _ = made(jixiao, tmp_path, f"{TOLD}outline: {outline}\n")
    report = Document(str(out / "部门自评报告.docx"))
    chapters = [each.text for each in report.paragraphs if each.style is not None and each.style.name == "heading 1"]
    chapters = chapters or [
        each.text for each in report.paragraphs if each.style is not None and "1" in each.style.name
    ]
    assert [each for each in chapters if each in headings] == headings
    text = "\n".join(each.text for each in report.paragraphs)
    assert "本年度共自评项目 2 个，全年预算 400.00 万元，全年执行 380.00 万元，执行率 95.00%。" in text
    assert "得分 99.10 分，等级为“优”" in text  # 9.60 + 29.5 + 25 + 35
    pending = [line.removeprefix("报告中待填写：") for line in said.splitlines() if line.startswith("报告中待填写")]
    assert pending
    assert all(f"【待填写：{what}】" in text and f"待填写：{what}\n" in f"{text}\n" for what in pending)


def test_the_departments_own_form_has_its_sums_and_its_name(jixiao: FrontDoor, tmp_path: Path) -> None:
    out, _, _ = made(jixiao, tmp_path)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(out / "部门整体自评表.xlsx")["自评表"]]
    assert [value for value in rows[2] if value] == ["部门名称", "市人社局"]
    total = next(row for row in rows if "年度资金总额" in row)
    assert total[3:] == [500, 500, 480, 10, 0.96, 9.6]
    last = next(row for row in rows if row[0] == "总分")
    assert [value for value in last if value is not None] == ["总分", 100, 99.1]


def test_a_total_that_is_not_the_sum_of_the_scores_is_said(jixiao: FrontDoor, tmp_path: Path) -> None:
    _, said, _ = made(jixiao, tmp_path, f"{TOLD}total: 99\n")
    assert "部门自评总分填 99 分，各项得分之和是 99.10 分" in said


def test_forms_with_errors_are_named_in_the_report(jixiao: FrontDoor, tmp_path: Path) -> None:
    TOO_MUCH.write(tmp_path / "项目" / "设备.html")
    (tmp_path / "项目" / "坏.xlsx").write_bytes(b"PK")
    out, said, code = made(jixiao, tmp_path)
    text = "\n".join(each.text for each in Document(str(out / "部门自评报告.docx")).paragraphs)
    assert code == 1
    assert "3 个项目的自评表中有 1 个存在计算或前后不一致的错误" in text
    assert f"《{TOO_MUCH.project}》自评表有错误，请先更正（设备.html）。" in said
    assert "没有读出：坏.xlsx" in said


def test_a_mistake_in_the_file_names_its_line(jixiao: FrontDoor, tmp_path: Path) -> None:
    out, said, code = made(jixiao, tmp_path, TOLD.replace("383.00", "三百八十三"))
    assert (code, out.exists()) == (2, False)
    assert "部门.yaml，第 " in said
    assert "一个不带单位的数" in said
