"""`jixiao evaluate` through the front door: the two examples as published, exit codes, what is written and what not."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.cli.front_door import FrontDoor
from tests.evaluation.cases import BOTH, EXAMPLES, XINXIANG, YANJIN, copy_of, rewrite
from tests.evaluation.published import GROUPS, SCORES, TOTALS

WRITTEN = ["plan.docx", "report.docx", "report.html", "result.json", "scores.xlsx"]
NODE_KEYS = {"code", "name", "weight", "score", "rate", "status", "rule", "derivation", "override", "children"}
BY_RULE = {XINXIANG: ("94.07", "优"), YANJIN: ("86.50", "良")}
OVERRIDES = {XINXIANG: ("B1.2", "2.00", "1.67"), YANJIN: ("A21", "0.50", "1.00")}


def every(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from every(node["children"])


def leaves(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {node["code"]: node for node in every(result["levels"]) if not node["children"]}


@pytest.mark.parametrize("name", BOTH)
def test_an_example_scores_as_published_indicator_by_indicator(jixiao: FrontDoor, name: str) -> None:
    result = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    assert {code: (node["weight"], node["score"]) for code, node in leaves(result).items()} == SCORES[name]


@pytest.mark.parametrize("name", BOTH)
def test_levels_scores_and_rates_are_those_of_the_published_tables(jixiao: FrontDoor, name: str) -> None:
    result = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    groups = [node for node in every(result["levels"]) if node["children"]]
    assert {node["code"]: (node["weight"], node["score"], node["rate"]) for node in groups} == GROUPS[name]


@pytest.mark.parametrize("name", BOTH)
def test_the_total_stands_beside_the_total_of_the_rules_alone(jixiao: FrontDoor, name: str) -> None:
    result = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    assert (result["total"], result["grade"]) == TOTALS[name]
    assert (result["total_by_rule"], result["grade_by_rule"]) == BY_RULE[name]
    assert result["total_range"] is None


@pytest.mark.parametrize("name", BOTH)
def test_the_json_has_the_keys_and_types_that_programs_rely_on(jixiao: FrontDoor, name: str) -> None:
    result = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    assert list(result) == [
        *("total", "grade", "total_by_rule", "grade_by_rule", "total_range", "levels", "findings", "ruleset")
    ]
    for node in every(result["levels"]):
        assert set(node) == NODE_KEYS
        assert set(node["derivation"]) == {"text", "steps"}
        assert node["derivation"]["text"]
        assert all(set(step) == {"text", "expression", "value"} for step in node["derivation"]["steps"])
        assert re.fullmatch(r"\d+\.\d\d", node["score"])
        assert re.fullmatch(r"\d+\.\d\d%", node["rate"])
        if node["children"]:
            assert node["rule"] is None
        else:
            assert set(node["rule"]) == {"text", "status", "canonical", "source"}
            assert node["rule"]["status"] == "read"
            assert node["rule"]["source"] in ("report", "ours")
    assert re.fullmatch(r"jixiao [\d.]+ sha256:[0-9a-f]{16}", result["ruleset"])
    assert [finding["id"] for finding in result["findings"]] == [
        f"F{number}" for number in range(1, len(result["findings"]) + 1)
    ]


@pytest.mark.parametrize("name", BOTH)
def test_an_override_shows_both_scores_its_reason_and_its_author(jixiao: FrontDoor, name: str) -> None:
    result = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    overridden = {code: node for code, node in leaves(result).items() if node["status"] == "overridden"}
    code, score, computed = OVERRIDES[name]
    assert list(overridden) == [code]
    override = overridden[code]["override"]
    assert set(override) == {"score", "reason", "author", "computed"}
    assert (override["score"], override["computed"], override["author"]) == (score, computed, "评价组")
    assert override["reason"] in overridden[code]["derivation"]["text"]
    assert all(node["override"] is None for other, node in leaves(result).items() if other != code)


@pytest.mark.parametrize("name", BOTH)
def test_the_workbook_of_an_example_scores_exactly_as_its_folder(jixiao: FrontDoor, name: str, tmp_path: Path) -> None:
    workbook = tmp_path / "案例.xlsx"
    assert jixiao("convert", EXAMPLES / name, workbook).code == 0
    from_folder = json.loads(jixiao("evaluate", EXAMPLES / name, "--json").out)
    from_workbook = json.loads(jixiao("evaluate", workbook, "--json").out)
    for key in ("total", "grade", "total_by_rule", "grade_by_rule", "total_range", "levels", "ruleset"):
        assert from_workbook[key] == from_folder[key]


def test_a_case_without_errors_exits_0_and_one_with_a_wrong_sum_exits_1(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    assert jixiao("evaluate", folder).code == 0
    rewrite(folder, "tables/支出预决算.csv", "1,基本支出,207.90,38.93", "1,基本支出,217.90,38.93")
    answer = jixiao("evaluate", folder, "--json")
    assert answer.code == 1
    errors = [finding for finding in json.loads(answer.out)["findings"] if finding["severity"] == "error"]
    assert errors
    assert any("217.90" in finding["explanation"] for finding in errors)


def test_in_a_pipe_the_output_is_plain_text(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", "evaluate", str(EXAMPLES / XINXIANG)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert "\x1b" not in answer.stdout
    assert "总分 94.40（优）    完全按规则计算 94.07（优）" in answer.stdout
    assert list(tmp_path.iterdir()) == []


def test_out_writes_report_plan_page_workbook_and_json_and_nothing_else(jixiao: FrontDoor, tmp_path: Path) -> None:
    out = tmp_path / "结果" / "一"
    answer = jixiao("evaluate", EXAMPLES / YANJIN, "--out", out, "--no-pages", "--json")
    assert answer.code == 0
    assert sorted(path.name for path in out.iterdir()) == WRITTEN
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    assert result.pop("report")["result"]["total"] == "86.00"
    assert result == json.loads(answer.out)
    assert "86.00" in (out / "report.html").read_text(encoding="utf-8")
    assert load_workbook(out / "scores.xlsx").sheetnames[:3] == ["总分与等级", "得分表", "得分过程"]


def test_the_screen_names_the_files_that_were_written(jixiao: FrontDoor, tmp_path: Path) -> None:
    out = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path / "结果", "--no-pages").out
    for name in WRITTEN:
        assert str(tmp_path / "结果" / name) in out


def test_running_again_replaces_whole_files_and_leaves_no_others(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("evaluate", EXAMPLES / YANJIN, "--out", tmp_path, "--no-pages")
    (tmp_path / "result.json").write_text("旧" * 500_000, encoding="utf-8")
    jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path, "--no-pages")
    assert json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["total"] == "94.40"
    assert "延津" not in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == WRITTEN


@pytest.mark.parametrize("below", [".", "结果"])
def test_an_out_directory_that_is_a_file_is_refused(jixiao: FrontDoor, tmp_path: Path, below: str) -> None:
    file = tmp_path / "不是目录"
    file.write_text("", encoding="utf-8")
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", file / below, "--no-pages")
    assert answer.code == 2
    assert "请换一个目录名" in answer.err
    assert answer.out == ""


def test_a_result_that_cannot_be_replaced_is_refused_and_not_a_crash(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "result.json").mkdir()
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path, "--no-pages")
    assert answer.code == 2
    assert answer.err.startswith(f"{tmp_path}：读到不能写入的目录")


def test_help_and_version_answer_with_0() -> None:
    for argument, words in (("--help", "evaluate"), ("--version", "jixiao ")):
        command = [sys.executable, "-c", "from jixiao.cli import main; main()", argument]
        answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert answer.returncode == 0
        assert words in answer.stdout
