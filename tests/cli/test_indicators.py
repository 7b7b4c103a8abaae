"""`jixiao indicators` through the front door: what is shown, the JSON, and the case that is begun."""

import json
from pathlib import Path
from typing import Any

from tests.cli.front_door import FrontDoor
from tests.reading.importing import SAMPLES

TABS, CELLS = SAMPLES / "tabs.txt", SAMPLES / "cells.txt"


def leaves(nodes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for node in nodes:
        found |= leaves(node["children"]) if node["children"] else {node["key"]: node}
    return found


def test_the_json_holds_the_tree_with_target_criteria_measure_and_rule(jixiao: FrontDoor) -> None:
    result = json.loads(jixiao("indicators", TABS, "--json").out)
    assert [level["weight"] for level in result["levels"]] == ["12.00", "80.00", "8.00"]
    staff = leaves(result["levels"])["A1.2"]
    assert (staff["target"], staff["weight"], staff["criteria"]) == ("≤100%", "5.00", [])
    assert staff["measure"]["formula"] == "在职人员数÷编制数×100%"
    assert [fact["known"] for fact in staff["measure"]["facts"]] == [True, True]
    assert staff["rule"]["status"] == "read"
    quality = leaves(result["levels"])["B1.2"]
    assert quality["rule"]["text"] == "由评价组酌情打分。"
    assert quality["criteria"] == ["有服务规范", "有回访", "有整改"]


def test_contradictions_end_in_exit_code_1_and_a_sound_table_in_0(jixiao: FrontDoor) -> None:
    assert jixiao("indicators", TABS).code == 1
    assert jixiao("indicators", CELLS).code == 0


def test_the_page_names_what_is_missing_and_the_words_of_rules_not_read(jixiao: FrontDoor) -> None:
    shown = jixiao("indicators", TABS).out
    assert "“B1 窗口服务”的权重 80 分，下级合计 70 分" in shown
    assert "得分表列有“B1.3 延时服务”（10.00 分），指标体系表中没有" in shown
    assert "B1.1 窗口办件完成率＝办结件数÷受理件数×100%" in shown


def test_the_new_case_can_be_evaluated_and_asks_for_its_data(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("indicators", CELLS, "--out", tmp_path / "案例")
    case = tmp_path / "案例" / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace('year: ""', "year: 2024"), encoding="utf-8")
    result = json.loads(jixiao("evaluate", tmp_path / "案例", "--json").out)
    assert result["total_range"] == {"low": "0.00", "high": "100.00"}
    assert leaves([each | {"key": each["code"]} for each in keyed(result["levels"])]).keys() == {
        *("A11", "A12", "B11", "B21"),
    }
    facts = (tmp_path / "案例" / "facts.yaml").read_text(encoding="utf-8")
    assert "办结件数" in facts
    assert "受理件数" in facts


def keyed(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**node, "key": node["code"], "children": keyed(node["children"])} for node in nodes]


def test_a_satisfaction_without_a_formula_is_a_rate_to_be_filled_in_and_scores(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    folder = tmp_path / "案例"
    jixiao("indicators", CELLS, "--out", folder)
    for name, old, new in [
        ("case.yaml", 'year: ""', "year: 2024"),
        ("facts.yaml", 'name: 群众满意度\n  value: ""', "name: 群众满意度\n  value: 86%"),
    ]:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    result = json.loads(jixiao("evaluate", folder, "--json").out)
    assert leaves(keyed(result["levels"]))["B21"]["score"] == "20.00"


def test_a_case_that_lacks_an_indicator_is_refused_with_the_gap(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("indicators", TABS, "--out", tmp_path / "案例")
    refused = jixiao("evaluate", tmp_path / "案例")
    assert refused.code == 2
    assert "下级合计 70" in refused.err


def test_an_existing_folder_is_not_overwritten(jixiao: FrontDoor, tmp_path: Path) -> None:
    assert jixiao("indicators", CELLS, "--out", tmp_path).code == 2


def test_a_file_without_an_indicator_table_is_refused_in_one_sentence(jixiao: FrontDoor, tmp_path: Path) -> None:
    path = tmp_path / "说明.txt"
    path.write_text("没有表的文字。\n", encoding="utf-8")
    refused = jixiao("indicators", path)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "没有这样一张表的文件" in refused.err
