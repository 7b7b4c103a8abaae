"""Files as documents: encodings, pieces of tables, cell lines, and texts of any kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.documents import Document, Paragraph, document_of
from jixiao.refusals import Refusal

TABLE = "指标\t权重\n甲\t3\n"


def texts(document: Document) -> list[list[tuple[str, ...]]]:
    return [[grid.texts(row) for row in range(len(grid.rows))] for grid in document.grids()]


def read(text: str) -> Document:
    return document_of(text.encode("utf-8"), "甲.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_text_is_read_in_the_encodings_it_comes_in(encoding: str) -> None:
    assert texts(document_of(TABLE.encode(encoding), "甲.txt")) == [[("指标", "权重"), ("甲", "3")]]


def test_lines_may_end_as_on_any_system() -> None:
    assert texts(read(TABLE.replace("\n", "\r\n"))) == texts(read(TABLE)) == texts(read(TABLE.replace("\n", "\r")))


def test_a_table_of_markdown_is_one_too() -> None:
    assert texts(read("| 指标 | 权重 |\n| --- | ---: |\n| **甲** | 3 |\n")) == [[("指标", "权重"), ("甲", "3")]]


def test_pieces_that_repeat_the_heading_are_one_table_with_breaks() -> None:
    document = read("指标\t权重\n甲\t3\n\n— 12 —\n\n指标\t权重\n乙\t4\n")
    assert texts(document) == [[("指标", "权重"), ("甲", "3"), ("乙", "4")]]
    assert next(document.grids()).breaks == {2}


def test_tables_with_words_between_them_stay_apart() -> None:
    assert len(texts(read(f"{TABLE}\n下表列出各项得分情况。\n\n{TABLE}"))) == 2


def test_every_cell_knows_its_line_and_every_paragraph_too() -> None:
    document = read(f"标题\n{TABLE}后文")
    grid = next(document.grids())
    assert [grid.rows[1][0].place.line, grid.rows[1][0].place.row] == [3, 2]
    assert [block.place.line for block in document.blocks if isinstance(block, Paragraph)] == [1, 4]


def lines_of(*rows: list[str]) -> str:
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def test_a_blank_paragraph_inside_a_cell_ends_no_row() -> None:
    document = read(lines_of(["名称", "内容", "分值"], ["甲\n\n乙", "第一段\n", "3"], ["丙", "丁", "4"]) + "\n后文\n")
    assert texts(document) == [[("名称", "内容", "分值"), ("甲\n乙", "第一段", "3"), ("丙", "丁", "4")]]


def test_words_behind_the_last_cell_are_not_part_of_it() -> None:
    document = read(lines_of(["名称", "分值"], ["甲", "3"]) + " 2.下一题\n")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["2.下一题"]


def test_a_title_over_the_whole_width_does_not_hide_the_table() -> None:
    document = read(lines_of(["指标表"], ["名称", "内容", "分值"], ["甲", "乙", "3"]))
    assert texts(document) == [[("指标表", "", ""), ("名称", "内容", "分值"), ("甲", "乙", "3")]]


def test_paragraphs_that_only_begin_with_a_tab_are_paragraphs() -> None:
    document = read("\t第一段话。\n\n\t第二段话。\n")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["第一段话。", "第二段话。"]


@given(st.text(alphabet="甲乙丙\t\n|3. -<p>合计指标权重", max_size=200))
def test_no_text_is_lost_and_none_raises(text: str) -> None:
    try:
        document = read(text)
    except Refusal:
        return
    found = "".join(
        block.text if isinstance(block, Paragraph) else "".join("".join(block.texts(r)) for r in range(len(block.rows)))
        for block in document.blocks
    )
    if "<" not in text and "|" not in text:
        assert sorted("".join(found.split())) == sorted("".join(text.split()))
