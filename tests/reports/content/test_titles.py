"""A long title is broken where a word ends, into lines that fit and are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.reports.content.titles import balanced


@pytest.mark.parametrize(
    "lines",
    [
        ["某局报告"],
        ["2022年度延津县政务服务和大数据管理局", "部门整体绩效评价报告"],
        ["某县2023年农村公路养护项目支出", "绩效评价报告"],
        ["郑州市人民政府办公厅关于2024年度", "城市更新专项资金项目支出绩效评价报告"],
        ["新乡高新技术产业开发区管理委员会", "行政审批服务局2023年度", "部门整体支出绩效评价工作方案"],
    ],
)
def test_a_title_is_broken_between_words(lines: list[str]) -> None:
    assert balanced("".join(lines)).split("\n") == lines


def test_a_break_that_was_typed_is_kept() -> None:
    title = "某市某区2023年度义务教育阶段学校建设项目支出\n绩效评价报告"
    assert balanced(title) == title


@given(st.text(alphabet="局年度支出项目委员会甲乙2023", max_size=70))
def test_nothing_but_breaks_is_added(title: str) -> None:
    assert balanced(title).replace("\n", "") == title


def test_a_title_of_many_lines_is_left_as_it_is_at_once() -> None:
    assert balanced("年度支出" * 60) == "年度支出" * 60
