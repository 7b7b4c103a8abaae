"""Formulas of indicators as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expressions import write
from jixiao.language.measures import Measure, MeasureUnread, parse_measure


def formula(text: str, indicator: str = "") -> str:
    measure = parse_measure(text, indicator)
    assert isinstance(measure, Measure)
    return write(measure.formula)


@pytest.mark.parametrize(
    "text",
    [
        "办结率＝（办结件数／受理件数）×100％",
        "评价要点:办结率=(办结件数/受理件数)*100%。办结件数:当年办结的件数。",
        "①反映办件进度。\n②办结率 = 办结件数 ÷ 受理件数 x 100%",
        "考核办件情况\n办结率=[办结件数/受理件数]×100%，按年末数计算。",
        "办结件数÷受理件数×100%",
    ],
)
def test_a_quotient_is_read_whatever_its_signs_brackets_and_surroundings(text: str) -> None:
    assert formula(text) == "办结件数÷受理件数×100%"


def test_quotation_marks_inside_names_do_not_matter() -> None:
    assert formula("控制率=“三公经费”实际数/“三公经费”预算数") == "三公经费实际数÷三公经费预算数"


def test_letters_are_replaced_by_what_they_mean() -> None:
    text = "变动率=［（A－B）/B］×100%。A：本年“三公经费”总额；B：上年“三公经费”总额。"
    assert formula(text) == "（本年三公经费总额－上年三公经费总额）÷上年三公经费总额×100%"


@pytest.mark.parametrize("text", ["[(A-B)/B]×100%", "率=A/B×100%，其中A为本年数。"])
def test_letters_that_nobody_explains_are_not_read(text: str) -> None:
    measure = parse_measure(text)
    assert isinstance(measure, MeasureUnread)
    assert "没有说明" in measure.why


def test_definitions_that_follow_belong_to_their_names() -> None:
    measure = parse_measure("率=在职人数/编制数×100%。在职人数：年末实有人数。编制数是指核定的编制。")
    assert isinstance(measure, Measure)
    assert measure.definitions == {"在职人数": "年末实有人数", "编制数": "核定的编制"}


def test_a_part_with_a_formula_of_its_own_keeps_it() -> None:
    measure = parse_measure("执行率=支出数/安排数×100%；安排数=上年结转+年初数。")
    assert isinstance(measure, Measure)
    assert {name: write(part) for name, part in measure.parts.items()} == {"安排数": "上年结转＋年初数"}


def test_of_two_formulas_the_one_named_like_the_indicator_counts_and_otherwise_neither() -> None:
    text = "完成率=完成数÷计划数×100%。达标率=达标数÷完成总数×100%。"
    assert formula(text, "达标率") == "达标数÷完成总数×100%"
    assert isinstance(parse_measure(text, "产出质量"), MeasureUnread)


@pytest.mark.parametrize(
    "text",
    [
        "考核部门预算执行情况。",
        "得分=完成率×权重分",
        "实现率=目标分值*完成比率*100%",
        "控制率=(11/17)*100%=64.71%",
        "完成率≥95%/90%的得满分",
        "",
    ],
)
def test_what_is_no_formula_of_an_indicator_is_none(text: str) -> None:
    assert parse_measure(text) is None


@given(st.text(alphabet="率=（）()/÷×+-%100AB数：:，。；\n其中为[]", max_size=60))
def test_no_text_raises(text: str) -> None:
    assert parse_measure(text) is None or isinstance(parse_measure(text), Measure | MeasureUnread)
