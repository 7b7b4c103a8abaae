"""Web pages: all their text once, tables with merges, tables inside tables, nothing that is not shown."""

import pytest

from jixiao.documents import Document, Paragraph, document_of
from jixiao.refusals import Refusal


def page(body: str) -> Document:
    return document_of(f"<html><head><title>题</title></head><body>{body}</body></html>".encode(), "页.html")


def lines(read: Document) -> list[str]:
    return [block.text for block in read.blocks if isinstance(block, Paragraph)]


def tables(read: Document) -> list[list[tuple[str, ...]]]:
    return [[grid.texts(row) for row in range(len(grid.rows))] for grid in read.grids()]


def test_text_directly_in_a_division_is_text_too() -> None:
    read = page("<div>收入<b>454.58</b>万元<div>其中：拨款</div>余下<span>的</span></div>尾")
    assert lines(read) == ["收入454.58万元", "其中：拨款", "余下的", "尾"]


def test_headings_have_their_level() -> None:
    blocks = page("<h2>一、概况</h2><p>正文</p>").blocks
    assert [block.level for block in blocks if isinstance(block, Paragraph)] == [2, None]


def test_merged_cells_stand_at_every_position() -> None:
    body = "<table><tr><th rowspan=2>项目<th colspan=2>金额<tr><td>预算<td>决算<tr><td>物业<td>1<td>2</table>"
    assert tables(page(body)) == [[("项目", "金额", "金额"), ("项目", "预算", "决算"), ("物业", "1", "2")]]


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    read = page("<table><tr><td>说明<td>见<table><tr><td>内<td>1</table></table>")
    assert tables(read) == [[("说明", "见")], [("内", "1")]]
    assert [grid.inside for grid in read.grids()] == [None, 1]


def test_a_caption_stands_before_its_table() -> None:
    read = page("<table><caption>表1 收支</caption><tr><td>甲<td>1</table>")
    assert lines(read) == ["表1 收支"]


def test_what_a_page_does_not_show_is_not_read() -> None:
    hidden = "<script>1</script><style>2</style><del>3</del><p hidden>4</p><p style='Display : none'>5</p>"
    assert lines(page(f"{hidden}<p>甲<!--6--></p><template>7</template>")) == ["甲"]


def test_spans_do_not_make_a_table_larger_than_it_is_allowed_to_be() -> None:
    cells = '<td colspan="99999" rowspan="99999">甲' * 2
    with pytest.raises(Refusal, match="第 1 张表"):
        page(f"<table>{f'<tr>{cells}' * 400}</table>")


def test_a_page_in_the_encoding_of_old_systems_is_read() -> None:
    assert lines(document_of("<html><p>绩效</p></html>".encode("gb18030"), "页.html")) == ["绩效"]
