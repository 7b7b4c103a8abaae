"""OFD files: characters by their places, ruled tables, pages in order, nothing slanted or hidden."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from jixiao.documents import Document, Paragraph, document_of
from jixiao.refusals import Refusal

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(words: str, left: int, top: int, more: str = "", size: int = 4) -> str:
    """Words on one line, each character as wide as it is high; the place is in millimetres."""
    steps = f'DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    code = f'<ofd:TextCode X="0" Y="{size}" {steps}>{words}</ofd:TextCode>'
    return f'<ofd:TextObject ID="1" Boundary="{left} {top} 100 {size}" Size="{size}" {more}>{code}</ofd:TextObject>'


def line(x0: int, y0: int, x1: int, y1: int) -> str:
    """A straight line."""
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.3">{data}</ofd:PathObject>'


def ofd(*pages: Sequence[str]) -> bytes:
    """A file with these pages."""
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    root = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    parts = {
        "OFD.xml": f"<ofd:OFD {NAMES}>{root}</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMES}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for at, drawn in enumerate(pages):
        layer = f'<ofd:Content><ofd:Layer ID="9" Type="Body">{"".join(drawn)}</ofd:Layer></ofd:Content>'
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = f"<ofd:Page {NAMES}>{layer}</ofd:Page>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def read(*pages: Sequence[str]) -> Document:
    return document_of(ofd(*pages), "报告.ofd")


def lines(document: Document) -> list[tuple[int | None, str]]:
    return [(block.place.page, block.text) for block in document.blocks if isinstance(block, Paragraph)]


RULES = [line(20, y, 120, y) for y in (50, 60, 70)] + [line(x, 50, x, 70) for x in (20, 70, 120)]
CELLS = [text("项目", 22, 53), text("金额", 72, 53), text("物业", 22, 63), text("5.00", 72, 63)]


def test_lines_are_read_from_top_to_bottom_and_pages_in_order() -> None:
    first = [text("支出决算", 20, 40), text("一、概况", 20, 20), text("100万元", 40, 40)]
    assert lines(read(first, [text("完", 20, 20)])) == [(1, "一、概况"), (1, "支出决算 100万元"), (2, "完")]


def test_a_ruled_table_stands_between_the_lines_around_it() -> None:
    document = read([*RULES, *CELLS, text("表1", 20, 40), text("后文", 20, 80)])
    (grid,) = document.grids()
    assert [grid.texts(row) for row in range(2)] == [("项目", "金额"), ("物业", "5.00")]
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert grid.rows[1][1].place.page == 1


def test_a_table_goes_on_over_a_page_where_its_columns_do() -> None:
    more = [text("水电", 22, 53), text("2.00", 72, 53), text("合计", 22, 63), text("7.00", 72, 63)]
    (grid,) = read([*RULES, *CELLS, text("- 1 -", 60, 280)], [*RULES, *more]).grids()
    assert [grid.texts(row)[1] for row in range(4)] == ["金额", "5.00", "2.00", "7.00"]
    assert grid.breaks == {2}


def test_a_table_behind_words_of_a_new_page_is_another() -> None:
    assert len(list(read([*RULES, *CELLS], [text("表2", 20, 20), *RULES, *CELLS]).grids())) == 2


def test_a_watermark_and_what_is_not_visible_are_not_read() -> None:
    slanted = text("内部资料", 20, 20, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert lines(read([slanted, text("隐", 20, 30, 'Visible="false"'), text("正文", 20, 40)])) == [(1, "正文")]


def test_pictures_only_are_refused() -> None:
    with pytest.raises(Refusal, match=r"报告\.ofd：读到没有文字的 OFD（可能是扫描件）"):
        read([])


def test_a_damaged_page_is_refused() -> None:
    with pytest.raises(Refusal, match="损坏的文件"):
        document_of(ofd(["<broken>"]), "报告.ofd")
