"""Headings: by the number they bear, by the level the file gives them, and what looks like one and is none."""

import pytest

from jixiao.documents import Document, Paragraph, document_of
from jixiao.findings import Place
from jixiao.reading.outline import heading_of, headings, sections


def rank(text: str, level: int | None = None) -> int | None:
    heading = heading_of(Paragraph(text, Place(), level))
    return None if heading is None else heading.rank


def test_a_line_without_a_number_is_a_heading_where_the_file_gives_it_a_level() -> None:
    assert (rank("主要做法", 2), rank("主要做法")) == (2, None)


def test_the_number_tells_the_rank_even_where_the_level_says_otherwise() -> None:
    assert rank("（一）主要做法", 5) == 2


@pytest.mark.parametrize("text", ["本年支出454.58万元。", "部门职责包括下列各项，具体如下：", "长" * 46])
def test_a_sentence_is_no_heading_whatever_level_it_is_given(text: str) -> None:
    assert rank(text, 1) is None


@pytest.mark.parametrize("text", ["一、部门概况\t1", "（一）预算执行……………12", "摘要......... II"])
def test_a_line_of_the_table_of_contents_is_no_heading(text: str) -> None:
    assert rank(text, 1) is None


def test_lines_of_the_table_of_contents_are_no_running_text() -> None:
    document = Document(
        "甲", "docx", tuple(Paragraph(text, Place()) for text in ("目录", "一、概况\t12", "一、概况", "正文"))
    )
    assert [(block.text, len(above)) for block, above in sections(document) if isinstance(block, Paragraph)] == [
        ("目录", 0),
        ("正文", 1),
    ]


def test_signs_of_markdown_and_elements_of_web_pages_give_levels() -> None:
    text = "# 评价报告\n\n##### （一）概况\n\n正文\n"
    page = "<html><h1>评价报告</h1><h5>（一）概况</h5><p>正文</p></html>"
    for content in (text, page):
        found = headings(document_of(content.encode(), "报告"))
        assert [(str(each), each.rank) for each in found] == [("评价报告", 1), ("(一)概况", 2)]
