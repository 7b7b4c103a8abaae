"""The tables of a case as the report shows them: figures as written, shares apart, dashes for what is not stated."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.cases import XINXIANG, YANJIN, case_of

from jixiao.facts import Table as CaseTable
from jixiao.facts import TableKind, TableNote, open_table, standard_dictionary, table_kinds
from jixiao.quantities import percent_text
from jixiao.reports.content.casetables import shown_tables, tables_of
from jixiao.reports.content.parts import Merge, Table


def cells(table: Table, heading: str) -> list[str]:
    """The cells under a heading."""
    place = [column.heading for column in table.columns].index(heading)
    return [row[place] for row in table.rows]


def headings(table: Table) -> list[str]:
    """All headings."""
    return [column.heading for column in table.columns]


def test_expenditure_shows_its_figures_as_written_with_its_rates() -> None:
    table, _ = tables_of(case_of(XINXIANG), "expenditure")
    assert (table.title, table.unit) == ("2023年度支出预算、调整及决算情况表", "万元")
    assert headings(table) == [
        "类别",
        "年初预算数",
        "追加数",
        "追减数",
        "调整预算数",
        "决算数",
        "预算调整率",
        "预算执行率",
    ]
    assert table.rows[0] == ("支出合计", "434.66", "38.93", "19.01", "454.58", "454.58", "4.58%", "100.00%")
    assert table.rows[6] == ("大厅物业人员经费2023", "100.11", "-", "-", "-", "84.843", "-", "-")
    assert table.strong == (0,)
    assert table.indents == (0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1)
    assert [column.align for column in table.columns] == ["left", *["right"] * 7]


def test_shares_that_do_not_fit_beside_the_amounts_stand_in_a_table_of_their_own() -> None:
    _, shares = tables_of(case_of(XINXIANG), "expenditure")
    assert shares.title == "2023年度支出预算、调整及决算情况表（结构）"
    assert headings(shares) == [
        "类别",
        "年初预算数",
        "年初占比",
        "年初占上级比重",
        "决算数",
        "决算占比",
        "决算占上级比重",
    ]
    # 84.843 ÷ 454.58 = 18.664 %, 84.843 ÷ 207.75 = 40.839 %
    assert shares.rows[6] == ("大厅物业人员经费2023", "100.11", "23.03%", "44.15%", "84.843", "18.66%", "40.84%")


def test_a_column_in_which_nothing_is_stated_is_left_out() -> None:
    (three_public,) = tables_of(case_of(YANJIN), "three_public")
    assert headings(three_public) == ["类别", "本年预算数", "本年决算数"]
    (basic,) = tables_of(case_of(YANJIN), "basic_expenditure")
    assert headings(basic) == ["经济分类", "决算数", "结构占比"]
    assert basic.rows[1] == ("工资福利支出", "161.75", "89.81%")


def test_a_figure_that_is_not_stated_is_a_dash_and_nothing_is_derived_from_it() -> None:
    (income,) = tables_of(case_of(YANJIN), "income")
    assert income.rows[4] == ("年初结转结余", "-", "25.32", "25.32", "-", "7.54%", "100.00%")


def test_the_note_names_the_source_and_how_a_rate_is_derived() -> None:
    (staff,) = tables_of(case_of(YANJIN), "staff")
    assert staff.note == "资料来源：编制批复文件、工资表和人员情况资料。在职人员控制率＝在职人员数÷编制数。"
    assert staff.unit == "人"
    assert staff.rows[0] == ("合计", "21", "20", "95.24%")


def test_indicators_that_repeat_are_one_cell_but_never_across_the_indicator_above() -> None:
    (objectives,) = tables_of(case_of(XINXIANG), "objectives")
    first = [merge for merge in objectives.merged if merge.column == 0]
    second = [merge for merge in objectives.merged if merge.column == 1]
    assert first == [Merge(0, 0, 20), Merge(20, 0, 4), Merge(24, 0, 4)]
    assert second[:3] == [Merge(0, 1, 3), Merge(3, 1, 12), Merge(15, 1, 5)]
    assert objectives.unit == ""


def test_the_own_scores_of_projects_keep_their_units_apart() -> None:
    (own,) = tables_of(case_of(XINXIANG), "self_evaluation")
    assert own.unit == "万元、分"
    assert own.rows[5][:4] == ("2020年度招商绩效1", "-", "-", "99.97%")
    assert own.strong == ()


def test_a_case_without_such_a_table_shows_none() -> None:
    assert tables_of(case_of(YANJIN), "procurement", "assets", "self_evaluation") == ()


_NUMBERS = {
    "amount": st.decimals(0, 9999, places=2).map(str),
    "count": st.integers(0, 999).map(str),
    "rate": st.decimals(0, 100, places=2).map(lambda number: f"{number}%"),
    "score": st.decimals(0, 100, places=2).map(str),
}
_LEVELS = (("0", ""), ("1", "甲类"), ("2", "甲类一"), ("2", "甲类二"), ("1", "乙类"))


@st.composite
def _tables(draw: st.DrawFn) -> CaseTable:
    """A table of any kind whose figures may be lacking anywhere."""
    kind = draw(st.sampled_from(table_kinds()))
    rows = [(number, _row(draw, kind, *level)) for number, level in enumerate(_LEVELS, 2)]
    note = TableNote("表.csv", kind.kind, "某表", evidence=("E1",), scheme="A" if kind.is_survey else "")
    return open_table(note, kind.headings, rows, dictionary=standard_dictionary(), usual_year=2023)


def _row(draw: st.DrawFn, kind: TableKind, level: str, name: str) -> Sequence[str]:
    whole = kind.whole[0] if kind.whole and not name else name or "全部"
    texts = []
    for column in kind.columns:
        if column.is_number:
            texts.append(draw(st.one_of(_NUMBERS[column.type], st.sampled_from(["-", ""]))))
        else:
            texts.append({"level": level, "flag": "是"}.get(column.type, whole))
    return texts


@given(_tables())
def test_every_table_keeps_its_shape_and_prints_its_numbers_as_written(table: CaseTable) -> None:
    for shown in shown_tables(table, {"E1": "资料"}):
        assert {len(row) for row in shown.rows} == {len(shown.columns)}
        assert len(shown.rows) == len(table.rows)
        assert shown.indents == () or len(shown.indents) == len(table.rows)
        assert all(merge.row + merge.rows <= len(shown.rows) for merge in shown.merged)
        for column in table.columns:
            if column.is_number and column.heading in headings(shown):
                written = [row.texts[column.heading] for row in table.rows]
                assert cells(shown, column.heading) == [text if text.strip("-") else "-" for text in written]


@given(_tables())
def test_the_shares_of_a_whole_are_its_parts_by_the_whole(table: CaseTable) -> None:
    shares = [shown for shown in shown_tables(table, {}) if "决算占比" in headings(shown)]
    for shown in shares:
        whole, *parts = cells(shown, "决算数")
        for part, share in zip(parts, cells(shown, "决算占比")[1:], strict=True):
            known = "-" not in (whole, part) and Fraction(whole) != 0
            assert share == (percent_text(Fraction(part) / Fraction(whole)) if known else "-")


@pytest.mark.parametrize("kind", [kind for kind in table_kinds() if kind.derived], ids=lambda kind: kind.kind)
def test_a_share_stands_beside_the_figure_it_is_a_share_of(kind: TableKind) -> None:
    rows = [(number, _full(kind, level, name)) for number, (level, name) in enumerate(_LEVELS, 2)]
    note = TableNote("表.csv", kind.kind, "某表")
    table = open_table(note, kind.headings, rows, dictionary=standard_dictionary(), usual_year=2023)
    for shown in shown_tables(table, {}):
        names = headings(shown)
        if shown.title.endswith("（结构）"):
            assert all(
                names.index(figure) < names.index(share)
                for figure, share in (("决算数", "决算占比"), ("年初预算数", "年初占比"), ("期末净值", "期末占比"))
                if share in names
            )
        assert len(names) <= 9


def _full(kind: TableKind, level: str, name: str) -> list[str]:
    whole = kind.whole[0] if kind.whole and not name else name
    return [
        {"level": level, "rate": "50%", "flag": "是"}.get(column.type, "8" if column.is_number else whole)
        for column in kind.columns
    ]


def test_equal_cells_under_different_indicators_stay_apart() -> None:
    rows = [(2, ("产出指标", "数量", "办件数", "≥90%")), (3, ("效益指标", "数量", "受益人数", "≥80%"))]
    note = TableNote("表.csv", "objectives", "某表")
    first_row = ("一级指标", "二级指标", "三级指标", "指标值")
    table = open_table(note, first_row, rows, dictionary=standard_dictionary(), usual_year=2023)
    (shown,) = shown_tables(table, {})
    assert shown.merged == ()
