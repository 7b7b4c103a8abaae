"""Figures in running text: which numbers are figures, with which unit, and how exact they are."""

import time
from fractions import Fraction

import pytest

from jixiao.findings import Place
from jixiao.quantities import Convention
from jixiao.reading.mentions import Mention, in_spans, mentions
from jixiao.reading.running import passage_of_cell


def read(text: str) -> tuple[Mention, ...]:
    return mentions(passage_of_cell(text, Place(line=1)))


def printed(text: str) -> list[str]:
    return [str(one.printed) for one in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年1-10月份",
        "2022年至2024年",
        "2022-2024年",
        "于2023年4月12日印发",
        "（财预〔2020〕10号）第12条",
        "见表3-2、图4",
        "政务大厅运行经费2023",
        "“窗口改造项目2023”项目",
        "咨询电话13800001234、0373-1234567",
        "“1+2+35”三级体系",
        "5G基站、LED2型屏",
        "办公时间8:30",
        "每次3—5个",
        "执行率80%-90%",
        "上午9:00至12:00",
    ],
)
def test_years_codes_ranges_and_names_are_no_figures(text: str) -> None:
    assert printed(text) == []


def test_marks_of_lists_are_no_figures_but_what_they_list_is() -> None:
    assert printed("主要有：1.采购设备3台；2.培训60人次。") == ["3台", "60人次"]


def test_a_comma_between_clauses_is_no_separator_of_thousands() -> None:
    assert printed("受理12，3456件；支出1,234,567.89元") == ["12", "3456件", "1,234,567.89元"]


def test_digits_that_a_scan_tore_apart_are_one_figure() -> None:
    assert printed("执行率9 5.5%") == ["95.5%"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("约356件", "351", "361"),
        ("近356.4万元", "3559000", "3569000"),
        ("百分之九十八点五", "0.9845", "0.9855"),
        ("691篇", "691", "691"),
        ("3.5万人次", "34500", "35500"),
        ("20.5亩", "20.45", "20.55"),
    ],
)
def test_a_figure_stands_for_what_its_words_and_digits_leave_open(text: str, low: str, high: str) -> None:
    (one,) = read(text)
    assert one.printed.unit is not None
    interval = one.printed.interval().scale(one.printed.unit.factor)
    assert (interval.low, interval.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("text", ["不超过1%", "≥90%", "不少于3次", "600余次", "2万余人", "189000元/年", "50元每人"])
def test_bounds_and_prices_do_not_state_how_much_there_is(text: str) -> None:
    (one,) = read(text)
    assert not one.is_stated


def test_persons_are_one_dimension_whatever_they_are_counted_with() -> None:
    assert {one.dimension for one in read("编制17名，在职11人，领导3位")} == {"人"}


def test_a_word_that_begins_like_a_counter_is_none() -> None:
    assert [one.dimension for one in read("涉及3部门、20期间、12分别")] == ["", "", ""]


def test_the_words_before_reach_back_to_the_last_stop_or_figure() -> None:
    assert [one.name for one in read("其中：基本支出为3万元、项目支出2万元")] == ["基本支出", "项目支出"]
    assert read("2023年办件30件")[0].before == "办件"


def test_a_count_is_exact_and_a_bound_is_none() -> None:
    conventions = [one.printed.convention for one in read("共30件，其中不低于5件")]
    assert conventions == [Convention.EXACT, Convention.AT_LEAST]


def test_mentions_are_told_by_sentence() -> None:
    found = read("收入3万元，支出2万元；结余1万元。另有5人。")
    passage = found[0].passage
    assert [len(part) for part in in_spans(found, passage.sentences)] == [2, 1, 1]
    assert [len(part) for part in in_spans(found, passage.statements)] == [3, 1]
    assert passage.sentence_at(found[2].start) == passage.sentences[1]


def test_a_long_text_of_figures_is_read_in_linear_time() -> None:
    began = time.perf_counter()
    read("其中预算12.5万元，占3.5%" * 8000)
    assert time.perf_counter() - began < 4
