"""The JSON of a score sheet where something is open: null where nothing is known, a range for the total."""

import json
from typing import Any

from tests.evaluation.cases import XINXIANG, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import Case, evaluate
from jixiao.packs.trees import Tree
from jixiao.reports.content.building import report_of
from jixiao.reports.results import result_text, sheet_json


def written(case: Case) -> Any:
    """What a program finds in result.json."""
    sheet = evaluate(case)
    return json.loads(result_text(sheet, report_of(case, sheet)))


def test_an_open_total_is_null_with_its_range() -> None:
    result = written(small_case([leaf("K", "5", {})]))
    assert (result["total"], result["grade"], result["total_by_rule"]) == (None, None, None)
    assert result["total_range"] == {"low": "95.00", "high": "100.00"}
    level = result["levels"][0]
    assert (level["score"], level["rate"], level["status"]) == (None, None, "not_computed")
    unread = level["children"][0]["children"][0]
    assert (unread["score"], unread["rate"], unread["status"]) == (None, None, "unread")
    assert unread["rule"] == {"text": "按规定计分。", "status": "unread", "canonical": None, "source": "ours"}
    assert "评分规则没有读懂" in unread["derivation"]["text"]


def test_what_is_not_involved_has_no_score_and_no_rate() -> None:
    rule: dict[str, Tree] = {"fixed": "100%", "not_applicable": "rescale"}
    result = written(small_case([leaf("K", "5", rule)], judgements={"K": {"applicable": "否"}}))
    left_out = result["levels"][0]["children"][0]["children"][0]
    assert (left_out["score"], left_out["rate"], left_out["status"]) == (None, None, "not_applicable")
    assert (result["total"], result["total_range"]) == ("100.00", None)


def test_an_override_of_what_the_rule_cannot_compute_has_no_computed_score() -> None:
    override: Tree = {"score": "3", "reason": "现场核实", "author": "评价组"}
    case = small_case([leaf("K", "5", {})], judgements={"K": {"override": override}})
    node = written(case)["levels"][0]["children"][0]["children"][0]
    assert (node["status"], node["score"], node["rate"]) == ("overridden", "3.00", "60.00%")
    assert node["override"] == {"score": "3.00", "reason": "现场核实", "author": "评价组", "computed": None}


def test_the_text_is_readable_chinese_and_the_same_every_time() -> None:
    report = report_of(case_of(XINXIANG), sheet_of(XINXIANG))
    text = result_text(sheet_of(XINXIANG), report)
    assert "预算执行率" in text
    assert "\\u" not in text
    assert text == result_text(sheet_of(XINXIANG), report_of(case_of(XINXIANG), sheet_of(XINXIANG)))


def test_the_file_holds_the_sheet_and_the_report_beside_it() -> None:
    result = written(case_of(XINXIANG))
    report = result.pop("report")
    assert result == json.loads(json.dumps(sheet_json(sheet_of(XINXIANG))))
    assert report["result"]["total"] == result["total"]
    assert [level["code"] for level in report["analysis"]] == [level["code"] for level in result["levels"]]
