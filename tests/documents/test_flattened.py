"""Headings of tables written one cell to a line, where a merged cell was written once."""

from jixiao.documents import Document, Paragraph, document_of


def read(*rows: list[str]) -> Document:
    return document_of("\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows).encode(), "表.txt")


def table(document: Document) -> list[tuple[str, ...]]:
    (grid,) = document.grids()
    return [grid.texts(row) for row in range(len(grid.rows))]


UPPER = ["科目", "基本支出", "项目支出", "合计"]


def test_names_under_a_heading_of_two_lines_are_shared_out_after_each_subtotal() -> None:
    lower = ["", "工资", "办公", "小计", "小计", ""]
    found = table(read(UPPER, lower, ["预算", "3", "2", "5", "4", "9"], ["决算", "3", "1", "4", "4", "8"]))
    assert found[0] == ("科目", "基本支出", "基本支出", "基本支出", "项目支出", "合计")
    assert found[1] == ("科目", "工资", "办公", "小计", "小计", "合计")
    assert found[2] == ("预算", "3", "2", "5", "4", "9")


def test_names_that_repeat_are_shared_out_evenly() -> None:
    lower = ["", "预算", "决算", "预算", "决算", ""]
    found = table(read(UPPER, lower, ["甲", "3", "2", "5", "4", "9"], ["乙", "3", "1", "4", "4", "8"]))
    assert found[0] == ("科目", "基本支出", "基本支出", "项目支出", "项目支出", "合计")


def test_groups_that_lie_apart_need_no_sign() -> None:
    found = table(read(["科目", "收入", "结转", "支出"], ["", "本年", "上年", "", "本年"], ["甲", "1", "2", "3", "4"]))
    assert found[0] == ("科目", "收入", "收入", "结转", "支出")


def test_a_heading_that_could_cover_its_columns_in_several_ways_is_set_apart() -> None:
    lower = ["", "工资", "办公", "会议", "设备", ""]
    document = read(UPPER, lower, ["预算", "3", "2", "5", "4", "9"], ["决算", "3", "1", "4", "4", "8"])
    assert table(document) == [("预算", "3", "2", "5", "4", "9"), ("决算", "3", "1", "4", "4", "8")]
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [*UPPER, *lower[1:5]]


def test_one_heading_over_all_columns_of_words_covers_them() -> None:
    rows = [["工资", "奖金", "10.03", "5.57%"], ["", "津贴", "3.00", "1.67%"]]
    assert table(read(["支出", "金额", "占比"], *rows))[0] == ("支出", "支出", "金额", "占比")


def test_a_heading_over_figures_that_names_none_is_not_trusted() -> None:
    rows = [["工资", "奖金", "10.03", "5.57"], ["", "津贴", "3.00", "1.67"]]
    assert table(read(["类别", "项目", "金额"], *rows)) == [tuple(row) for row in rows]


def test_titles_above_the_heading_are_no_pieces_of_a_row() -> None:
    document = read(
        ["申报表"], ["（2023年度）"], ["单位", "某局"], ["一级", "二级", "三级", "值"], ["甲", "乙", "丙", "9"]
    )
    assert table(document) == [("一级", "二级", "三级", "值"), ("甲", "乙", "丙", "9")]
