"""A department's summary and its own form, each in a file of its own, held against the forms of other files."""

import json
from dataclasses import replace
from pathlib import Path

from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import SOUND
from tests.forms.drawn import as_word, drawn

TRAINING = SOUND
SUBSIDY = replace(SOUND, project="就业补贴", budget="200", executed="190")
OTHER = replace(SOUND, project="路灯节能", department="市城管局")


def summary(
    folder: Path, *rows: tuple[str, str, str], title: str = "2024年度市人社局项目支出绩效自评情况汇总表"
) -> None:
    """The summary of a department as a page of its own."""
    listed = [("序号", "项目名称", "资金（万元）", "自评得分", "自评等级")]
    listed += [(str(number), *row, "优") for number, row in enumerate(rows, 1)]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in listed)
    page = f"<html><body><p>{title}</p><table border=1>{cells}</table></body></html>"
    (folder / "汇总.html").write_text(page, encoding="utf-8")


def own_form(folder: Path, budget: str, executed: str) -> None:
    """The department's own form: 100 of basic spending beside its projects, all spent as planned."""
    total, spent = 100 + int(budget), 100 + int(executed)
    rate = f"{spent / total * 100:.2f}"
    picture = f"""
    部门名称|<|市人社局|<|<|<|<|<|<
    部门资金（万元）||<|年初预算数|全年预算数|全年执行数|分值|执行率|得分
    ^|资金总额|<|{total}|{total}|{spent}|10|{rate}%|{spent / total * 10:.2f}
    ^|其中：基本支出|<|100|100|100|—|100.00%|—
    ^|项目支出|<|{budget}|{budget}|{executed}|—|{int(executed) / int(budget) * 100:.2f}%|—
    绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
    ^|投入管理指标（30分）|预算管理|预算编制完整性|完整|完整|30|30|
    ^|产出指标（25分）|重点工作任务完成|新增就业|≥400人|421人|25|25|
    ^|效益指标（35分）|履职效益|就业率|≥45%|46%|35|35|
    总分|<|<|<|<|<|100|{90 + float(f"{spent / total * 10:.2f}"):.2f}|
    """
    (folder / "部门.docx").write_bytes(as_word(drawn(["2024年度部门整体绩效自评表"], picture)))


def told(jixiao: FrontDoor, folder: Path) -> tuple[list[tuple[str, str, str | None]], str]:
    """The findings of lists (check, stated, expected) and what is said on standard error."""
    answer = jixiao("verify", folder, "--json")
    lists = json.loads(answer.out)["summary"]["lists"]
    return [(f["check"], f["stated"], f["expected"]) for each in lists for f in each["findings"]], answer.err


def forms(folder: Path) -> Path:
    for sample, name in ((TRAINING, "a"), (SUBSIDY, "b"), (OTHER, "c")):
        sample.write(folder / f"{name}.html")
    return folder


def test_a_summary_agrees_with_the_forms_of_its_department_in_other_files(jixiao: FrontDoor, tmp_path: Path) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "99.5"), ("就业补贴", "200", "99.5"))
    assert told(jixiao, tmp_path)[0] == []


def test_a_score_and_an_amount_that_differ_from_the_form_in_another_file_are_told(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "98.5"), ("就业补贴", "260", "99.5"))
    found, _ = told(jixiao, tmp_path)
    assert sorted(found) == [
        ("form.summary_money", "200万元", "260万元"),
        ("form.summary_score", "99.5分", "98.5分"),
    ]
    answer = jixiao("verify", tmp_path, "--json")
    assert answer.code == 1
    (crossed,) = [each for each in json.loads(answer.out)["summary"]["lists"] if each["findings"]]
    assert crossed["title"].endswith("（与其他文件的自评表）")
    assert {place["file"] for each in crossed["findings"] for place in each["places"]} == {
        "a.html",
        "b.html",
        "汇总.html",
    }


def test_a_project_without_a_form_among_the_files_is_only_doubted(jixiao: FrontDoor, tmp_path: Path) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "99.5"), ("就业补贴", "200", "99.5"), ("人才引进", "40", "95"))
    answer = jixiao("verify", tmp_path, "--json")
    findings = [f for each in json.loads(answer.out)["summary"]["lists"] for f in each["findings"]]
    assert [(f["check"], f["severity"]) for f in findings if not f["derived_from"]] == [
        ("form.missing_form", "warning")
    ]
    assert "这次核验的文件里" in findings[0]["explanation"]
    assert answer.code == 0


def test_another_year_or_a_title_that_names_no_department_is_not_compared(jixiao: FrontDoor, tmp_path: Path) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "90"), title="2023年度市人社局项目支出绩效自评情况汇总表")
    found, said = told(jixiao, tmp_path)
    assert (found, "没有 2023 年度的自评表" in said) == ([], True)
    summary(tmp_path, ("社区培训", "100", "90"), title="2024年度项目支出绩效自评情况汇总表")
    found, said = told(jixiao, tmp_path)
    assert (found, "分不清是哪个部门的汇总表" in said) == ([], True)


def test_a_form_without_a_year_is_not_held_against_a_summary_of_one(jixiao: FrontDoor, tmp_path: Path) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "90"), ("就业补贴", "200", "99.5"))
    undated = TRAINING.html().replace("2024年度项目支出", "项目支出")
    (tmp_path / "a.html").write_text(undated, encoding="utf-8")
    found, said = told(jixiao, tmp_path)
    assert found == [], "it may be of another year: neither its score is wrong, nor is it missing"
    assert "没有写年度的自评表没有算在内" in said
    for name in ("b", "c"):
        (tmp_path / f"{name}.html").unlink()
    found, said = told(jixiao, tmp_path)
    assert (found, "没有 2024 年度的自评表（没有写年度的自评表不知道是哪一年的" in said) == ([], True)


def test_a_department_s_own_form_is_held_to_its_projects_where_a_summary_names_them_all(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    summary(forms(tmp_path), ("社区培训", "100", "99.5"), ("就业补贴", "200", "99.5"))
    own_form(tmp_path, "300", "285")
    assert told(jixiao, tmp_path)[0] == []
    own_form(tmp_path, "320", "285")
    found, _ = told(jixiao, tmp_path)
    assert found == [("form.department_money", "320万元", "300万元")] * 2  # 年初预算数, 全年预算数


def test_without_a_complete_summary_a_department_s_form_is_not_compared_and_why_is_said(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    own_form(forms(tmp_path), "320", "285")
    found, said = told(jixiao, tmp_path)
    assert (found, "不知道项目是否齐全" in said) == ([], True)
