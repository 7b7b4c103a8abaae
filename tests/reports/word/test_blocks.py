"""Tables as Word tables: what a reader sees of them, and what the schema asks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reports.word.package import ORDERS, C, W, attribute, check_order

from jixiao.reports.content.parts import Chart, Column, Merge, Series, Table
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.columns import column_widths

SCORES = Table(
    "各级指标得分表",
    (Column("一级指标"), Column("二级指标", 30, "left"), Column("得分", 10, "right")),
    (("决策", "项目立项", "4.00"), ("决策", "资金投入", "3.50"), ("过程", "资金管理", "9.00"), ("合计", "", "16.50")),
    unit="分",
    note="注：得分保留两位小数。",
    strong=(3,),
    indents=(0, 1, 2, 0),
    merged=(Merge(0, 0, 2),),
)


def parsed(block: str) -> etree._Element:
    """The blocks as children of a body."""
    root = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{block}</w:body>')
    for element in root.iter(*ORDERS):
        check_order(element)
    return root


def rows(table: Table) -> list[etree._Element]:
    return list(parsed(Blocks().xml(table)).iter(f"{W}tr"))


def texts(element: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in element.iter(f"{W}tc")]


def styles(block: str) -> list[str | None]:
    return [
        attribute(each, f"{W}pPr/{W}pStyle") or "(tbl)" for each in parsed(block) if each.tag in (f"{W}p", f"{W}tbl")
    ]


def test_a_table_stands_between_its_title_its_unit_and_its_note() -> None:
    assert styles(Blocks().xml(SCORES)) == ["JxTableTitle", "JxUnit", "(tbl)", "JxNote"]
    said = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in parsed(Blocks().xml(SCORES)).findall(f"{W}p")]
    assert [said[0].split("  ")[1], *said[1:]] == ["各级指标得分表", "单位：分", "注：得分保留两位小数。"]


def test_title_and_unit_stay_on_the_page_of_the_table() -> None:
    before = parsed(Blocks().xml(SCORES)).findall(f"{W}p")[:2]
    assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in before)


def test_two_tables_without_titles_and_notes_do_not_run_into_one() -> None:
    bare = Table("", (Column("甲"),), (("1",),))
    blocks = parsed(Blocks().xml(bare) + Blocks().xml(bare))
    assert [each.tag for each in blocks] == [f"{W}tbl", f"{W}p"] * 2


def test_the_headings_are_repeated_on_every_page() -> None:
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows(SCORES)] == [True] + [False] * 4


def test_merged_cells_are_one_and_show_the_first_text() -> None:
    merges = [row[-3].find(f"{W}tcPr/{W}vMerge") for row in rows(SCORES)[1:]]
    assert [None if each is None else each.get(f"{W}val", "goes on") for each in merges] == [
        "restart",
        "goes on",
        None,
        None,
    ]
    assert [texts(row)[0] for row in rows(SCORES)[1:]] == ["决策", "", "过程", "合计"]


def test_two_columns_are_merged_apart_from_each_other() -> None:
    table = Table(
        "",
        (Column("一级"), Column("二级")),
        (("甲", "乙"), ("", ""), ("", "丙")),
        merged=(Merge(0, 0, 3), Merge(0, 1, 2)),
    )
    found = [[attribute(cell, f"{W}tcPr/{W}vMerge") for cell in row.iter(f"{W}tc")] for row in rows(table)[1:]]
    assert found == [["restart", "restart"], [None, None], [None, None]]
    assert [[c.find(f"{W}tcPr/{W}vMerge") is not None for c in row.iter(f"{W}tc")] for row in rows(table)[1:]] == [
        [True, True],
        [True, True],
        [True, False],
    ]


def test_cells_are_aligned_as_their_column_and_strong_rows_are_bold() -> None:
    body = rows(SCORES)[1:]
    assert [attribute(p, f"{W}pPr/{W}jc") for p in body[0].iter(f"{W}p")] == ["center", "left", "right"]
    assert [row.find(f".//{W}b") is not None for row in body] == [False, False, False, True]


def test_the_first_left_aligned_cell_is_indented_by_a_character_for_each_level() -> None:
    indents = [[attribute(p, f"{W}pPr/{W}ind", f"{W}leftChars") for p in row.iter(f"{W}p")] for row in rows(SCORES)[1:]]
    assert indents == [[None] * 3, [None, "100", None], [None, "200", None], [None] * 3]


@pytest.mark.parametrize(("wide", "width"), [(False, 8844), (True, 12756)])  # 156 and 225 mm
def test_a_table_is_as_wide_as_the_text_and_keeps_its_columns(wide: bool, width: int) -> None:
    table = Table("", SCORES.columns, SCORES.rows, wide=wide)
    (properties,) = parsed(Blocks().xml(table)).iter(f"{W}tblPr")
    assert attribute(properties, f"{W}tblW", f"{W}w") == str(width)
    assert attribute(properties, f"{W}tblLayout", f"{W}type") == "fixed"
    grid = [int(each.get(f"{W}w", "")) for each in parsed(Blocks().xml(table)).iter(f"{W}gridCol")]
    assert sum(grid) == width
    assert abs(grid[1] - 3 * grid[0]) <= 3
    assert [
        [int(attribute(c, f"{W}tcPr/{W}tcW", f"{W}w") or 0) for c in row.iter(f"{W}tc")] for row in rows(table)
    ] == [grid] * 5


def test_a_row_stays_on_its_page_unless_it_would_fill_much_of_one() -> None:
    columns = (Column("标准", 90), Column("得分", 10))
    short, tall = ("一句话。", "3.00"), ("这是一条很长的评分标准，" * 60, "3.00")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(Table("", columns, (short, tall)))] == [
        True,
        True,
        False,
    ]


def test_lines_of_a_cell_are_paragraphs_and_an_empty_cell_has_one() -> None:
    body = rows(Table("", (Column("甲"), Column("乙")), (("一\n二\n三", ""),)))[1]
    assert [len(cell.findall(f"{W}p")) for cell in body.iter(f"{W}tc")] == [3, 1]


def test_what_xml_does_not_allow_is_left_out_and_the_rest_is_kept_as_it_is() -> None:
    table = Table("<b>&甲\x00", (Column("乙\ud800"),), (("a<w:tbl>\x0b",), ("  两端有空格  ",)), unit="元&角")
    block = parsed(Blocks().xml(table))
    assert [texts(row) for row in block.iter(f"{W}tr")] == [["乙"], ["a<w:tbl>"], ["  两端有空格  "]]
    assert attribute(block, f".//{W}tblCaption") == "<b>&甲"


_SHARES = st.lists(st.integers(1, 100), min_size=1, max_size=12)


@given(_SHARES, st.integers(1000, 20000))
def test_column_widths_add_up_exactly_and_keep_to_their_shares(shares: list[int], total: int) -> None:
    widths = column_widths(shares, total, [0] * len(shares))
    assert sum(widths) == total
    for width, share in zip(widths, shares, strict=True):
        assert abs(width * sum(shares) - total * share) < sum(shares)


@given(
    st.lists(st.tuples(st.integers(1, 100), st.integers(0, 3000)), min_size=1, max_size=12), st.integers(1000, 20000)
)
def test_no_column_is_narrower_than_it_needs_where_there_is_room_for_all(
    columns: list[tuple[int, int]], total: int
) -> None:
    shares, least = [share for share, _ in columns], [need for _, need in columns]
    widths = column_widths(shares, total, least)
    assert sum(widths) == total
    if sum(least) < total:
        assert all(width >= need - 1 for width, need in zip(widths, least, strict=True))


def test_numbers_do_not_break_and_a_table_with_many_of_them_is_set_small() -> None:
    columns = (Column("项目", 90, "left"), *(Column(f"第{n}年", 1) for n in range(4)))
    usual = parsed(Blocks().xml(Table("", columns, (("道路硬化和绿化提升", *["1,234.56"] * 4),))))
    grid = [int(column.get(f"{W}w") or 0) for column in usual.iter(f"{W}gridCol")]
    assert all(width >= 140 + 8 * 105 for width in grid[1:])  # margins and eight half-width characters
    many = (Column("项目", 9, "left"), *(Column(f"第{n}年", 1) for n in range(9)))
    small = parsed(Blocks().xml(Table("", many, (("道路", *["1,234.56"] * 9),))))
    assert {style.get(f"{W}val") for style in small.iter(f"{W}pStyle")} >= {"JxHeadSmall", "JxCellSmall"}


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_table_that_can_be_read(title: str, cell: str, note: str) -> None:
    parsed(Blocks().xml(Table(title, (Column(title),), ((cell,),), note=note)))


def test_a_chart_is_an_inline_drawing_above_its_title_with_a_text_for_those_who_do_not_see_it() -> None:
    chart = Chart("得分率", "bar", ("决策", "产出"), (Series("得分率", (Decimal("91.33"), Decimal("80.00"))),), "%")
    blocks = Blocks()
    (figure, title) = parsed(blocks.xml(chart))
    assert [attribute(each, f"{W}pPr/{W}pStyle") for each in (figure, title)] == ["JxFigure", "JxFigureTitle"]
    (properties,) = (each for each in figure.iter() if str(each.tag).endswith("}docPr"))
    assert properties.get("descr") == "得分率。决策：91.33%；产出：80.00%"
    assert [list(each.attrib.values()) for each in figure.iter(f"{C}chart")] == [["jixiao-chart-1"]]
    assert blocks.charts == (chart,)


def test_a_chart_of_amounts_names_their_unit_and_each_chart_has_its_own_number() -> None:
    chart = Chart("预算与决算", "column", ("基本支出",), (Series("决算数", (Decimal("12.50"),)),), "万元")
    blocks = Blocks()
    first, second = parsed(blocks.xml(chart)), parsed(blocks.xml(chart))
    assert "".join(t.text or "" for t in first[-1].iter(f"{W}t")).endswith("（单位：万元）")
    numbers = [[e.attrib.values()[0] for e in each.iter(f"{C}chart")] for each in (first, second)]
    assert numbers == [["jixiao-chart-1"], ["jixiao-chart-2"]]
