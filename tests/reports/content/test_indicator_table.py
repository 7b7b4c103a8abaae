"""Annex 1: the indicator system in ten columns, merged where one cell serves several rows."""

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import evaluate
from jixiao.reports.content.indicatortable import indicator_table

HEADINGS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "权重",
    "指标解释",
    "目标值",
    "评价要点",
    "评分规则",
    "评分过程",
    "得分",
]


def test_the_scored_system_has_ten_columns_and_a_row_for_each_indicator() -> None:
    table = indicator_table(case_of(XINXIANG), sheet_of(XINXIANG))
    assert [column.heading for column in table.columns] == HEADINGS
    assert len(table.rows) == 27 + 1
    assert sum(column.width for column in table.columns) == 225  # millimetres between the margins of a wide page
    assert table.wide
    assert table.rows[1][:4] == ("投入\n15.00分", "目标设定\n7.00分", "A1.2 绩效指标明确性", "4.00")
    assert table.rows[1][6].split("\n")[2] == "③指标与当年任务数量对应"
    assert table.rows[1][8] == (
        "①不符合；②不符合；③不符合；④符合。\n"
        "不符合的要点数为3，每次扣权重分的25%，应扣3.00分，扣分后：4 − 3 × 4 × 25%＝1.00分，本指标得1.00分。"
    )
    assert table.rows[1][9] == "1.00"
    assert table.rows[-1] == ("合计", "", "", "100.00", "", "", "", "", "", "94.40")
    assert table.strong == (27,)


def test_the_cells_of_the_two_upper_levels_are_merged() -> None:
    table = indicator_table(case_of(XINXIANG), sheet_of(XINXIANG))
    merged = {(merge.column, merge.row): merge.rows for merge in table.merged}
    assert [merged[0, row] for row in (0, 5, 18, 22)] == [5, 13, 4, 5]
    assert (merged[1, 0], merged[1, 2], merged[1, 5]) == (2, 3, 6)
    assert (1, 26) not in merged  # 满意度 holds one indicator
    for merge in table.merged:
        assert len({table.rows[row][merge.column] for row in range(merge.row, merge.row + merge.rows)}) == 1


def test_the_rules_that_the_evaluators_wrote_themselves_are_noted() -> None:
    note = indicator_table(case_of(YANJIN), sheet_of(YANJIN)).note
    assert note == "原指标体系未写明可执行的评分规则、由本次评价补写的有：C12、C22、D11。"


def test_a_score_set_against_its_rule_shows_both_in_its_cell() -> None:
    table = indicator_table(case_of(XINXIANG), sheet_of(XINXIANG))
    row = next(row for row in table.rows if row[2] == "B1.2 预算调整率")
    assert row[8].endswith("按规则得1.67分。\n评价组将本指标的得分调整为2.00分。")
    assert row[9] == "2.00"


def test_without_scores_the_plan_shows_the_system_alone() -> None:
    table = indicator_table(case_of(XINXIANG), None)
    assert [column.heading for column in table.columns] == HEADINGS[:8]
    assert all(len(row) == 8 for row in table.rows)
    assert table.rows[-1][3] == "100.00"


def test_what_has_no_score_shows_a_dash_and_the_total_its_range() -> None:
    case = small_case([leaf("K", "4", {})])
    table = indicator_table(case, evaluate(case))
    assert table.rows[0][-1] == "—"
    assert "本指标未能按规则计分" in table.rows[0][-2]
    assert table.rows[-1][-1] == "96.00～100.00"
