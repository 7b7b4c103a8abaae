"""Tables as crawlers of web pages write them: every cell closed by a bar."""

import time

import pytest

from jixiao.documents import Document, Paragraph, document_of


def read(*lines: str) -> Document:
    return document_of("\n".join(lines).encode(), "网页.txt")


def tables(document: Document) -> list[list[tuple[str, ...]]]:
    return [[grid.texts(row) for row in range(len(grid.rows))] for grid in document.grids()]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


HEADING = "指标 | 目标 | 完成 | 得分 |"


def test_lines_of_cells_that_bars_close_are_rows() -> None:
    document = read("一、情况", HEADING, "培训 | 30 | 31 | 5 |", "巡查 | 8 | 8 | 5 |", "二、问题")
    rows = [("指标", "目标", "完成", "得分"), ("培训", "30", "31", "5"), ("巡查", "8", "8", "5")]
    assert tables(document) == [rows]
    assert paragraphs(document) == ["一、情况", "二、问题"]


def test_bars_that_only_fill_a_row_up_are_no_columns() -> None:
    wide = "|" * 3000
    (rows,) = tables(read(f"决算公开 | {wide}", f"甲 | 3 | {wide}|", f"乙 | 4 | {wide}|"))
    assert rows == [("决算公开", ""), ("甲", "3"), ("乙", "4")]


def test_a_row_that_begins_with_a_blank_cell_keeps_it() -> None:
    (rows,) = tables(read(HEADING, "| 30 | 31 | 5 |", "巡查 | 8 | 8 | 5 |"))
    assert rows[1] == ("", "30", "31", "5")


def test_rows_that_bars_open_too_are_read_as_before() -> None:
    (rows,) = tables(read("| 指标 | 得分 |", "| --- | --- |", "| 培训 | 5 |"))
    assert rows == [("指标", "得分"), ("培训", "5")]


def test_paragraphs_of_a_cell_are_put_together() -> None:
    (rows,) = tables(read(HEADING, "培训", "人次 | 30 | 31", "（含补训） | 5 |", "巡查 | 8 | 8 | 5 |"))
    assert rows[1:] == [("培训\n人次", "30", "31\n（含补训）", "5"), ("巡查", "8", "8", "5")]


def test_a_row_broken_behind_its_cells_is_put_together_by_its_bars() -> None:
    document = read(
        "指标 |", "目标 |", "完成 | 得分 |", "培训 | 30 | 31 | 5 |", "巡查 |", "8 | 8 | 5 |", "接访 | 2 | 2 | 5 |"
    )
    assert tables(document)[0][2:] == [("巡查", "8", "8", "5"), ("接访", "2", "2", "5")]


def test_single_cells_whose_rows_nothing_tells_are_a_single_column() -> None:
    document = read("项目名称 |", "路灯维护 |", "|", "主管部门 |", "|")
    assert tables(document) == [[("项目名称",), ("路灯维护",), ("",), ("主管部门",), ("",)]]


LEVELS = ["序号 | 类别 | 项别 | 指标 | 分值 | 得分 |", "1 | 规划 | 任务 | 目标 | 3 | 3 |"]


def test_cells_that_a_merge_above_covers_are_put_in_again() -> None:
    (rows,) = tables(
        read(*LEVELS, "2 | 计划 | 安排 | 4 | 4 | |", "3 | 分工 | 2 | 1 | ||", "4 | 执行 | 进度 | 速度 | 5 | 5 |")
    )
    assert rows[2:] == [
        ("2", "规划", "计划", "安排", "4", "4"),
        ("3", "规划", "计划", "分工", "2", "1"),
        ("4", "执行", "进度", "速度", "5", "5"),
    ]


def test_a_row_of_totals_lacks_no_cells() -> None:
    (rows,) = tables(read(*LEVELS, "合计 | 3 | 3 | |||", "备注 | 无 | ||||"))
    assert rows[2:] == [("合计", "3", "3", "", "", ""), ("备注", "无", "", "", "", "")]


def test_an_escaped_bar_closes_nothing() -> None:
    (rows,) = tables(read(HEADING, r"甲\|乙 | 30 | 31 | 5 |", "丙 | 8 | 8 | 5 |"))
    assert rows[1][0] == "甲|乙"


def test_a_line_of_links_is_a_paragraph() -> None:
    assert paragraphs(read("首页 | 政务公开 | 财政", "正文。")) == ["首页 | 政务公开 | 财政", "正文。"]


@pytest.mark.parametrize("title", ["附件2 巡查统计", "巡查统计表", "二、巡查", "# 巡查", "注：截至年底。"])
def test_what_stands_between_two_tables_belongs_to_no_cell(title: str) -> None:
    document = read(HEADING, "培训 | 30 | 31 | 5 |", title, HEADING, "巡查 | 8 | 8 | 5 |")
    assert paragraphs(document) == [title.removeprefix("# ")]
    assert [len(rows) for rows in tables(document)] == [2, 2]


@pytest.mark.parametrize("line", ["|" * 200_000, "甲 |\n" * 40_000, "甲 | 乙 |\n" * 20_000, "甲 |\n甲 | 乙\n" * 20_000])
def test_many_bars_take_no_time(line: str) -> None:
    begin = time.monotonic()
    document_of(line.encode(), "网页.txt")
    assert time.monotonic() - begin < 5
