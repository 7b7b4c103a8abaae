"""`jixiao whatif` through the front door."""

import json

from tests.cli.front_door import FrontDoor
from tests.evaluation.cases import EXAMPLES, XINXIANG, YANJIN


def test_the_json_tells_changes_results_and_what_moved(jixiao: FrontDoor) -> None:
    answer = jixiao("whatif", EXAMPLES / XINXIANG, "在职人员数=20", "B2.1③=符合", "--json")
    assert answer.code == 0
    assert json.loads(answer.out) == {
        "changes": [
            {"name": "在职人员数〔局本级〕", "before": "11", "after": "20"},
            {"name": "B2.1 要点 3", "before": "不符合", "after": "符合"},
        ],
        "before": {
            "total": "94.40",
            "grade": "优",
            "total_by_rule": "94.07",
            "grade_by_rule": "优",
            "total_range": None,
        },
        "after": {
            "total": "95.10",
            "grade": "优",
            "total_by_rule": "94.77",
            "grade_by_rule": "优",
            "total_range": None,
        },
        "indicators": [
            {
                "code": "A2.1",
                "name": "在职人员控制率",
                "before": "3.00",
                "after": "2.70",
                "by_rule_before": "3.00",
                "by_rule_after": "2.70",
            },
            {
                "code": "B2.1",
                "name": "管理制度健全性",
                "before": "2.00",
                "after": "3.00",
                "by_rule_before": "2.00",
                "by_rule_after": "3.00",
            },
        ],
    }


def test_the_grade_is_seen_to_move(jixiao: FrontDoor) -> None:
    out = jixiao("whatif", EXAMPLES / YANJIN, "C22②=符合", "C22③=符合", "C12①=符合").out
    assert "总分 86.00（良） → 90.75（优）" in out


def test_a_name_nobody_knows_is_refused_with_the_nearest(jixiao: FrontDoor) -> None:
    answer = jixiao("whatif", EXAMPLES / XINXIANG, "在职人数量=18")
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("改变“在职人数量=18”：读到")
    assert "是否要写“在职人员数”？" in answer.err


def test_a_bare_95_as_a_rate_is_refused_with_both_readings(jixiao: FrontDoor) -> None:
    answer = jixiao("whatif", EXAMPLES / YANJIN, "行政许可即办件占比=95")
    assert answer.code == 2
    assert "95% 还是 9500%" in answer.err
