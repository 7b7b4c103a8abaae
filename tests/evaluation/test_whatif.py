"""What if: changed facts and judgements, what moves, and what is refused."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.evaluation.cases import XINXIANG, YANJIN, case_of, copy_of, leaf, result, rewrite, sheet_of, small_case

from jixiao.evaluation import build_case, evaluate
from jixiao.evaluation.folder import read_folder
from jixiao.evaluation.whatif import Moved, Outcome, try_changes
from jixiao.refusals import Refusal


def moved(outcome: Outcome) -> dict[str, tuple[str, str]]:
    return {each.code: (str(each.before), str(each.after)) for each in outcome.moved}


def refused(name: str, change: str) -> str:
    with pytest.raises(Refusal) as refusal:
        try_changes(case_of(name), [change])
    return str(refusal.value)


def test_a_raised_fact_moves_the_indicator_that_uses_it() -> None:
    outcome = try_changes(case_of(XINXIANG), ["在职人员数=20"])
    assert moved(outcome) == {"A2.1": ("3.00", "2.70")}  # 3 persons over 17 at 0.1 points each
    (change,) = outcome.changes
    assert (change.name, change.before, change.after) == ("在职人员数〔局本级〕", "11", "20")
    assert (outcome.before.in_force.total, outcome.after.in_force.total) == (Decimal("94.40"), Decimal("94.10"))


def test_the_case_itself_stays_as_it_is() -> None:
    try_changes(case_of(XINXIANG), ["在职人员数=20"])
    assert evaluate(case_of(XINXIANG)) == sheet_of(XINXIANG)


def test_an_amount_is_given_in_the_unit_of_the_tables() -> None:
    outcome = try_changes(case_of(XINXIANG), ["公用经费〔决算〕=3.00"])
    # (3.00 ÷ 2.50 − 100%) ÷ 1% × 5% of 2 points is 2 points: nothing is left
    assert moved(outcome) == {"B1.4": ("2.00", "0.00")}


def test_a_figure_not_filled_in_yet_may_be_tried(tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    rewrite(folder, "facts.yaml", "{name: 在用固定资产总额, value: 385.7147,", "{name: 在用固定资产总额, value: '-',")
    case = build_case(read_folder(folder))
    assert evaluate(case).in_force.total is None
    outcome = try_changes(case, ["在用固定资产总额=385.7147"])
    assert (outcome.changes[0].before, outcome.changes[0].after) == ("未填列", "385.7147")
    assert moved(outcome) == {"B3.3": ("None", "2.00")}
    assert outcome.after.in_force.total == Decimal("94.40")


def test_several_changes_act_together() -> None:
    outcome = try_changes(case_of(YANJIN), ["在职人员数=22", "编制数=22"])
    assert moved(outcome) == {}
    # 22 ÷ 21 is 4.76 points over 100 %: 2 − 2 × 5 × 1/21
    assert moved(try_changes(case_of(YANJIN), ["在职人员数=22"])) == {"B51": ("2.00", "1.52")}


def test_a_flipped_point_moves_score_total_and_grade() -> None:
    outcome = try_changes(case_of(XINXIANG), ["B2.1③=符合", "A1.2要点1=符合"])
    assert moved(outcome) == {"A1.2": ("1.00", "2.00"), "B2.1": ("2.00", "3.00")}
    assert [(change.name, change.before, change.after) for change in outcome.changes] == [
        ("B2.1 要点 3", "不符合", "符合"),
        ("A1.2 要点 1", "不符合", "符合"),
    ]
    assert (outcome.after.in_force.total, outcome.after.in_force.grade) == (Decimal("96.40"), "优")


def test_enough_flipped_points_change_the_grade() -> None:
    outcome = try_changes(case_of(YANJIN), ["C22②=符合", "C22③=符合", "C12①=符合"])
    assert (outcome.before.in_force.grade, outcome.after.in_force.grade) == ("良", "优")
    assert outcome.after.in_force.total == Decimal("90.75")  # 86.00 + 3.50 + 1.25


def test_a_full_width_equals_sign_is_read_too() -> None:
    assert moved(try_changes(case_of(XINXIANG), ["B2.1③＝符合"])) == {"B2.1": ("2.00", "3.00")}


def test_a_point_of_a_point_is_changed_by_its_number_and_a_whole_point_with_all_of_its_own() -> None:
    assert moved(try_changes(case_of(YANJIN), ["B41要点2.3=不符合"])) == {"B41": ("2.00", "1.75")}
    outcome = try_changes(case_of(YANJIN), ["B41②=不符合"])
    assert moved(outcome) == {"B41": ("2.00", "1.00")}
    assert outcome.changes[0].before == "符合、符合、符合、符合"


def test_an_answer_is_changed_by_the_code_of_its_indicator() -> None:
    outcome = try_changes(case_of(YANJIN), ["B32=是"])
    assert moved(outcome) == {"B32": ("0.00", "2.00")}
    assert (outcome.changes[0].name, outcome.changes[0].before, outcome.changes[0].after) == ("B32", "否", "是")


def test_a_number_judged_is_changed_by_the_code_of_its_indicator() -> None:
    case = small_case([leaf("K", "20", {"discretionary": {"at_most": "10分"}})], judgements={"K": {"deduct": "8"}})
    assert moved(try_changes(case, ["K=3.5"])) == {"K": ("12.00", "16.50")}
    with pytest.raises(Refusal, match="“很多”"):
        try_changes(case, ["K=很多"])


def test_under_a_set_score_only_the_score_by_rule_moves() -> None:
    outcome = try_changes(case_of(YANJIN), ["A21②=符合"])
    (each,) = outcome.moved
    assert each == Moved(
        "A21", "年度工作计划明确性", Decimal("0.50"), Decimal("0.50"), Decimal("1.00"), Decimal("1.50")
    )
    assert each.overridden
    assert outcome.after.in_force.total == Decimal("86.00")
    assert outcome.after.by_rule.total == Decimal("87.00")


def test_a_change_the_rule_has_no_answer_for_leaves_the_total_open() -> None:
    outcome = try_changes(case_of(XINXIANG), ["B2.1③=部分符合"])
    assert moved(outcome) == {"B2.1": ("2.00", "None")}
    assert (outcome.after.in_force.total, outcome.after.in_force.low) == (None, Decimal("92.40"))
    assert result(outcome.after, "B2.1").status == "not_computed"


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        (XINXIANG, "在职人数量=18", ("改变“在职人数量=18”", "是否要写“在职人员数”？")),
        (XINXIANG, "支出总额=1", ("不止一个数据的名称“支出总额”", "支出总额〔年初〕", "请加〔〕说明")),
        (XINXIANG, "支出总额〔决祘〕=1", ("支出总额〔决祘〕", "支出总额〔决算〕")),
        (YANJIN, "行政许可即办件占比=95", ("“95”", "95% 还是 9500%", "请写明百分号")),
        (YANJIN, "行政许可即办件占比=0.95", ("“0.95”", "0.95% 还是 95%")),
        (YANJIN, "一网通办办结率=95%", ("由公式得出的“一网通办办结率”", "请改变公式所用的数据")),
        (XINXIANG, "公用经费〔决算〕=25000元", ("“25000元”", "以万元为单位的数")),
        (XINXIANG, "在职人员数=十一", ("“十一”",)),
        (XINXIANG, "在职人员数÷编制数=1", ("一个数据名称", "算式不能直接赋值")),
        (XINXIANG, "在职人员数", ("名称=值",)),
        (XINXIANG, "=18", ("名称=值",)),
        (XINXIANG, "B2.1⑨=符合", ("B2.1 的要点 9", "1 到 3 的要点")),
        (XINXIANG, "B2.1③=可以", ("“可以”", "符合、部分符合或不符合")),
        (XINXIANG, "B1.1①=符合", ("B1.1 的要点 1", "按要点认定的指标")),
        (XINXIANG, "B2.1=是", ("“B2.1”", "如 B2.1①=符合")),
        (XINXIANG, "B1.1=3.00", ("“B1.1”", "请改变它所用的数据")),
        (YANJIN, "B32=对", ("“对”", "是")),
    ],
)
def test_a_change_that_cannot_stand_is_refused_with_what_would(name: str, change: str, words: tuple[str, ...]) -> None:
    message = refused(name, change)
    for word in words:
        assert word in message
