"""Tables of Word files: merges, tables inside tables, rows and cells that were deleted with changes tracked."""

import io

import docx
import pytest
from tests.documents.word.files import BY, box, document, lines, p, r, row, rows, tables, tbl, tc

from jixiao.documents import document_of
from jixiao.refusals import Refusal


def test_a_merged_cell_stands_at_every_position_it_covers() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for at, text in enumerate("甲乙丙丁戊己庚辛壬"):
        table.cell(at // 3, at % 3).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    target = io.BytesIO()
    made.save(target)
    grid = next(document_of(target.getvalue(), "表.docx").grids())
    assert rows(grid) == [("甲\n丁", "乙", "丙"), ("甲\n丁", "戊", "己"), ("庚", "辛\n壬", "辛\n壬")]


def test_a_table_inside_a_cell_is_a_table_of_its_own_and_its_text_stands_there_only() -> None:
    inner = tbl(row("项目", "金额"), row("物业", "5.00"))
    read = document(tbl(row("说明", tc(p("见下表") + inner + p(""))), row("备注", "无")) + p("后文"))
    assert tables(read) == [[("说明", "见下表"), ("备注", "无")], [("项目", "金额"), ("物业", "5.00")]]
    assert [grid.inside for grid in read.grids()] == [None, 1]
    assert lines(read) == ["后文"]


def test_tables_of_one_heading_in_two_cells_stay_apart() -> None:
    first, second = (tbl(row("项目", "金额"), row(name, "5.00")) for name in ("物业", "水电"))
    assert len(tables(document(tbl(row(tc(first + p("")), tc(second + p(""))))))) == 3


def test_a_deleted_row_and_a_deleted_cell_are_not_there() -> None:
    gone, kept = row("旧", "1", properties=f"<w:del {BY}/>"), row("新", "2", properties=f"<w:ins {BY}/>")
    cells = row("甲", tc("旧值", f"<w:cellDel {BY}/>"), "3")
    assert tables(document(tbl(gone, kept, cells))) == [[("新", "2"), ("甲", "3")]]


def test_a_table_all_of_whose_rows_are_deleted_is_none() -> None:
    assert tables(document(p("正文") + tbl(row("旧", properties=f"<w:del {BY}/>")))) == []


def test_cells_merged_across_the_old_way_are_one() -> None:
    restart, goes_on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    body = tbl(row(tc("合计", restart), tc("", goes_on), "9"), row("甲", "乙", "9"))
    assert tables(document(body)) == [[("合计", "合计", "9"), ("甲", "乙", "9")]]


def test_a_row_that_begins_further_right_does_so() -> None:
    body = tbl(row("一级", "二级", "分值"), row("乙", "3", properties='<w:gridBefore w:val="1"/>'))
    assert tables(document(body)) == [[("一级", "二级", "分值"), ("", "乙", "3")]]


def test_a_note_in_a_cell_follows_the_table() -> None:
    cell = tc(p(r("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    note = f'<w:footnote w:id="2">{p("含结转")}</w:footnote>'
    read = document(tbl(row(cell, "3")) + p("后文"), footnotes=note)
    assert (tables(read), lines(read)) == ([[("甲", "3")]], ["含结转", "后文"])


def test_a_table_in_a_text_box_is_a_table() -> None:
    content = f"<w:txbxContent>{tbl(row('项目', '金额'))}{p('')}</w:txbxContent>"
    drawn = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"
    assert tables(document(p(drawn) + p(box("框")))) == [[("项目", "金额")]]


def test_merges_that_claim_more_than_a_document_holds_are_refused() -> None:
    wide = tbl(*[row(tc("x", '<w:gridSpan w:val="1000"/>'))] * 300)
    with pytest.raises(Refusal, match=r"报告\.docx，第 2 张表：读到共超过 500000 格的表"):
        document(wide + p("甲") + wide)


def test_five_thousand_rows_are_read() -> None:
    read = document(tbl(row("项目", "金额"), *[row("甲", "3.00")] * 5_000))
    assert len(tables(read)[0]) == 5_001
