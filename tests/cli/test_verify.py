"""`jixiao verify`: one form, many, a store; what is no form; what is mistyped."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import polars
import pytest
from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import SOUND, TOO_MUCH, Sample
from tests.forms.drawn import as_word
from tests.forms.provinces import ARRANGED

from jixiao.text.widths import width_of

REPORT = "某局2023年度部门决算公开说明\n本年支出合计100.00万元，其中基本支出60.00万元，项目支出50.00万元。\n"


def folder_of_forms(folder: Path) -> Path:
    SOUND.write(folder / "人社局" / "培训.html")
    TOO_MUCH.write(folder / "财政局" / "设备.html")
    replace(TOO_MUCH, project="<script>x</script>", budget="300", executed="285").write(folder / "财政局" / "修缮.html")
    return folder


def rows_of(workbook: Path, sheet: str) -> list[dict[str, object]]:
    """The rows below the headings of a sheet (its fourth row), by heading."""
    headings, *rows = openpyxl.load_workbook(workbook)[sheet].iter_rows(min_row=4, values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def test_a_form_shows_its_profile_its_scores_and_what_should_be_corrected(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("verify", TOO_MUCH.write(tmp_path / "设备.html"))
    assert answer.code == 1
    assert "表样：A 财政部项目支出绩效自评表" in answer.out
    assert "自评 100 分" in answer.out
    assert "更正后 99.50 分（优）" in answer.out
    assert "执行率：9.8 → 9.5" in answer.out
    assert "〔错误〕总分与各项得分之和" in answer.out
    assert max(map(width_of, answer.out.splitlines())) <= 80


@pytest.mark.parametrize("layout", ARRANGED)
def test_the_command_reads_every_layout_and_names_its_profile(jixiao: FrontDoor, tmp_path: Path, layout: str) -> None:
    path = tmp_path / "表.docx"
    path.write_bytes(as_word(ARRANGED[layout]))
    (form,) = json.loads(jixiao("verify", path, "--json").out)["forms"]
    assert (form["profile"], form["status"]) == ("A" if layout == "A成本" else layout, "read")


def test_a_sound_form_has_no_finding_and_ends_well(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("verify", SOUND.write(tmp_path / "培训.html"))
    assert (answer.code, "没有发现问题" in answer.out) == (0, True)
    assert "应更正" not in answer.out


def test_the_json_states_computes_and_corrects_with_exact_texts(jixiao: FrontDoor, tmp_path: Path) -> None:
    told = json.loads(jixiao("verify", TOO_MUCH.write(tmp_path / "设备.html"), "--json").out)
    assert set(told) == {"forms", "summary"}
    (form,) = told["forms"]
    assert (form["source"], form["profile"], form["status"]) == ("设备.html", "A", "read")
    assert (form["stated"]["total"], form["stated"]["grade"]) == ("100", None)
    assert (form["corrected"]["total"], form["corrected"]["grade"]) == ("99.50", "优")
    assert [(each["item"], each["stated"], each["corrected"]) for each in form["corrected"]["changes"]] == [
        ("执行率", "9.8", "9.5")
    ]
    assert [each["check"] for each in form["findings"] if each["severity"] == "error"] == ["form.score_total"]
    assert form["budget"] == "1000000"
    assert told["summary"]["findings"]["error"] == 1


def test_every_score_is_told_with_what_the_rule_gives_and_how(jixiao: FrontDoor, tmp_path: Path) -> None:
    (form,) = json.loads(jixiao("verify", TOO_MUCH.write(tmp_path / "设备.html"), "--json").out)["forms"]
    told = {each["item"]: each for each in form["items"]}
    assert list(told) == ["执行率", "培训人次", "培训合格率", "就业率提高", "学员满意度"]
    execution = told["执行率"]
    assert [execution[key] for key in ("points", "stated", "low", "high")] == ["10", "9.8", "9.5", "9.5"]
    assert "95 ÷ 100" in execution["why"]


def test_what_leaves_the_total_open_is_named(jixiao: FrontDoor, tmp_path: Path) -> None:
    open_one = tmp_path / "培训.html"
    open_one.write_text(SOUND.html().replace("≥5%", "明显").replace("5.2%", "明显"), encoding="utf-8")
    shown = jixiao("verify", open_one).out
    assert "按规则 93.50—99.50 分" in shown, "30 points for words: 80 % to 100 % of them"
    assert "要由人判断的：“就业率提高”24—30 分" in shown
    assert "要由人判断的" not in jixiao("verify", SOUND.write(tmp_path / "齐.html")).out


def test_what_is_no_form_is_audited_and_that_is_said(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = tmp_path / "说明.txt"
    report.write_text(REPORT, encoding="utf-8")
    answer = jixiao("verify", report)
    assert answer.code == 1
    assert "没有读到自评表" in answer.err
    assert "按 jixiao audit 核查" in answer.err
    assert "核对了" in answer.out
    told = jixiao("verify", report, "--json")
    (form,) = json.loads(told.out)["forms"]
    assert (told.code, form["status"], form["number"]) == (2, "unread", 0)
    assert "jixiao audit" in form["why"]


def test_a_named_profile_is_used_and_an_unknown_one_refused_with_those_there_are(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    form = SOUND.write(tmp_path / "培训.html")
    own = tmp_path / "本市.yaml"
    own.write_text(
        "id: 本市\nname: 本市自评表\nlike: A\ngrades: {bands: [{name: 好, from: 95}, {name: 差, from: 0}]}\n",
        encoding="utf-8",
    )
    told = json.loads(jixiao("verify", form, "--profile", own, "--json").out)["forms"][0]
    assert (told["profile"], told["corrected"]["grade"]) == ("本市", "好")
    answer = jixiao("verify", form, "--profile", "甲")
    assert answer.code == 2
    assert "不认识的表样“甲”" in answer.err
    assert "A、" in answer.err


def test_mistakes_in_typing_are_told_in_one_message(jixiao: FrontDoor, tmp_path: Path) -> None:
    form = SOUND.write(tmp_path / "培训.html")
    for arguments, said in (
        (("verify",), "请写成 jixiao verify"),
        (("verify", form, "--engine", "hadoop"), "duckdb、spark 之一"),
        (("verify", form, "--out", form), "一个文件夹"),
        (("verify", tmp_path / "没有.xlsx"), "没有.xlsx"),
        (("verify", "--new", form), "--out"),
        (("verify", form, "--print", tmp_path, "--department", form), "--print、--department写在一起"),
        (("verify", form, "--print", tmp_path, "--out", tmp_path), "另外写的--out"),
        (("verify", form, "--new", form, "--json"), "另外写的--json、自评表"),
    ):
        answer = jixiao(*arguments)
        assert answer.code == 2
        assert said in answer.err
        assert answer.out == ""


def test_a_folder_gives_table_statistics_workbook_page_and_corrected_forms(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder, out = folder_of_forms(tmp_path / "全市"), tmp_path / "结果"
    answer = jixiao("verify", folder, "--out", out, "--sample", "2")
    assert answer.code == 1
    assert "共 3 份自评表；2 份有错误；错误 2 处" in answer.out
    assert max(width_of(line) for line in answer.out.splitlines() if "─" not in line) <= 80
    found = rows_of(out / "findings.xlsx", "问题清单")
    assert [(row["轻重"], row["原填"], row["核查"]) for row in found if row["轻重"] == "错误"] == [
        ("错误", "100", "总分与各项得分之和")
    ] * 2
    forms = {row["项目"]: row for row in rows_of(out / "findings.xlsx", "自评表")}
    assert (forms["设备购置"]["自评总分"], forms["设备购置"]["更正后"], forms["社区培训"]["错误"]) == (100, 99.5, 0)
    departments = [
        (row["主管部门"], row["份数"], row["错误"], row["平均分"]) for row in rows_of(out / "findings.xlsx", "按部门")
    ]
    assert departments == [("市财政局", 2, 2, 100), ("市人社局", 1, 0, 99.5)]
    looks = rows_of(out / "findings.xlsx", "复核清单")
    assert [(row["项目"], row["预算"]) for row in looks] == [("<script>x</script>", 300), ("设备购置", 100)]
    assert len(rows_of(out / "findings.xlsx", "现场复核抽样")) == 2
    parquet = polars.read_parquet(out / "findings.parquet")
    assert parquet.filter(severity="error")["check"].to_list() == ["form.score_total"] * 2
    assert len(parquet) == len(found)
    page = (out / "overview.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;x" in page
    assert page.count("<svg") >= 3
    assert len(list((out / "corrected").iterdir())) == 2


def test_the_corrected_workbook_marks_what_changed_beside_the_stated_form(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("verify", TOO_MUCH.write(tmp_path / "表" / "设备.html"), "--out", tmp_path / "结果")
    (path,) = (tmp_path / "结果" / "corrected").iterdir()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["更正一览", "1更正", "1原填"]
    listed = rows_of(path, "更正一览")
    assert [(row["项目或指标"], row["原填"], row["更正为"]) for row in listed] == [
        ("执行率", 9.8, 9.5),
        ("总分", 100, 99.5),
    ]
    changed = {
        cell.coordinate: (cell.value, cell.comment.text) for row in book["1更正"] for cell in row if cell.comment
    }
    assert {value for value, _ in changed.values()} == {9.5, 99.5}
    assert all(text.startswith(("原填：9.8\n", "原填：100\n")) for _, text in changed.values())
    assert [book["1原填"][place].value for place in changed] == [9.8, 100]


def test_what_was_verified_is_kept_and_a_broken_file_stops_no_other(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder, out = folder_of_forms(tmp_path / "全市"), tmp_path / "结果"
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    first = jixiao("verify", folder, "--out", out)
    assert "没有读出 1 份" in first.out
    assert "坏.xlsx" in first.out
    again = jixiao("verify", folder, "--out", out)
    assert "其中 3 份文件以前已核验" in again.err
    assert again.out == first.out


def told_by_project(answer: dict[str, Any]) -> set[tuple[str, str, str]]:
    """The findings of every form, by project, check and severity."""
    return {
        (form["project"], finding["check"], finding["severity"])
        for form in answer["forms"]
        for finding in form["findings"]
    }


def test_forms_become_a_store_that_an_engine_verifies_with_the_same_result(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder, store = folder_of_forms(tmp_path / "全市"), tmp_path / "库"
    assert jixiao("verify", folder, "--store", store).code == 1
    answer = jixiao("verify", store, "--out", tmp_path / "结果")
    assert answer.code == 1
    assert "共 3 份自评表；2 份有错误；错误 2 处" in answer.out
    departments = [
        (row["主管部门"], row["份数"], row["错误"], row["平均分"])
        for row in rows_of(tmp_path / "结果" / "findings.xlsx", "按部门")
    ]
    assert departments == [("市财政局", 2, 2, 100), ("市人社局", 1, 0, 99.5)]
    stored = polars.read_parquet(tmp_path / "结果" / "findings.parquet")
    told = json.loads(jixiao("verify", store, "--json").out)
    found = told_by_project(told)
    assert found == told_by_project(json.loads(jixiao("verify", folder, "--json").out))
    assert sorted((each["project"], each["check_id"], each["severity"]) for each in stored.to_dicts()) == sorted(found)
    assert {(project, check) for project, check, severity in found if severity == "error"} == {
        ("<script>x</script>", "form.score_total"),
        ("设备购置", "form.score_total"),
    }
    again = jixiao("verify", folder, "--store", store)
    assert again.code == 2
    assert "已有内容" in again.err
    idle = jixiao("verify", store, "--profile", "B")
    assert (idle.code, "按存入时的表样读出" in idle.err) == (2, True)


def test_a_rate_of_zero_money_and_a_hostile_name_do_no_harm(jixiao: FrontDoor, tmp_path: Path) -> None:
    form = Sample("=HYPERLINK(1)", budget="0", executed="0", rate="", execution_score="0", total="90")
    jixiao("verify", form.write(tmp_path / "表" / "零.html"), "--out", tmp_path / "结果")
    book = openpyxl.load_workbook(tmp_path / "结果" / "findings.xlsx")
    assert all(cell.data_type != "f" for row in book["自评表"] for cell in row)


def test_a_changed_profile_of_ones_own_is_asked_anew(jixiao: FrontDoor, tmp_path: Path) -> None:
    form, own, out = SOUND.write(tmp_path / "表" / "培训.html"), tmp_path / "本市.yaml", tmp_path / "结果"
    bands = "id: 本市\nname: 本市自评表\nlike: A\ngrades: {{bands: [{{name: {}, from: 95}}, {{name: 差, from: 0}}]}}\n"
    for grade in ("好", "甲"):
        own.write_text(bands.format(grade), encoding="utf-8")
        told = json.loads(jixiao("verify", form.parent, "--profile", own, "--out", out, "--json").out)
        assert told["forms"][0]["corrected"]["grade"] == grade


def test_findings_of_summary_tables_are_counted_apart(jixiao: FrontDoor, tmp_path: Path) -> None:
    rows = [
        ("序号", "项目名称", "资金", "自评得分", "自评等级"),
        ("1", "社区培训", "100", "98", "优"),
        ("2", "另一项目", "5", "98", "良"),
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<p>2024年度项目支出绩效自评情况汇总表</p><table border=1>{table}</table></body>"
    path = SOUND.write(tmp_path / "表" / "全部.html")
    path.write_text(SOUND.html().replace("</body>", page), encoding="utf-8")
    answer = jixiao("verify", path.parent)
    assert answer.code == 1
    assert "0 份有错误" in answer.out
    assert "汇总表另有：错误" in answer.out
    assert jixiao("verify", path.parent, "--store", tmp_path / "库").code == 1
    stored = jixiao("verify", tmp_path / "库")
    assert (stored.code, "汇总表另有：错误" in stored.out) == (1, True)
    alone = jixiao("verify", path).out
    assert "━━ 2024年度项目支出绩效自评情况汇总表\n    核验：错误 " in alone
