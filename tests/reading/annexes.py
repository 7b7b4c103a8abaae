"""An indicator annex of ours written as Word, Excel and web page, with merged cells for the first two levels."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Box:
    """A cell with its spans; its paragraphs are separated by line breaks."""

    text: str
    rows: int = 1
    columns: int = 1


_PAGE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
_WIDE = 1_750
"""Twentieths of a point: eight columns fill a landscape page."""

Row = Sequence[Box | None]
"""The cells of a row; None where a merged cell of a row above, or one on the left, covers the place."""

ANNEX: list[Row] = [
    [Box("附表  指标体系", 1, 8), *[None] * 7],
    [
        *(Box("评价指标", 1, 3), None, None, Box("标准分", 2), Box("指标说明", 2)),
        *(Box("标杆值", 2), Box("计分办法", 2), Box("评分", 2)),
    ],
    [Box("一级指标"), Box("二级指标"), Box("三级指标"), None, None, None, None, None],
    [
        *(Box("决策（20分）", 2), Box("目标管理（20分）", 2), Box("绩效目标合理性"), Box("8")),
        Box("考察目标是否合理。评价要点：①依据充分；②与职能一致。"),
        *(Box("合理"), Box("两项都符合得满分，有一项不符合扣权重分的50%。"), Box("8.00")),
    ],
    [
        *(None, None, Box("目标覆盖率"), Box("12")),
        Box("目标覆盖率＝编制目标的项目数÷全部项目数×100%。\n全部项目数：当年预算安排的项目个数。"),
        *(Box("≥90%"), Box("覆盖率达到90%得满分，每低1个百分点扣权重分的5%，扣完为止。"), Box("12.00")),
    ],
    [
        *(Box("过程（30分）", 1), Box("预算执行（30分）"), Box("预算执行率"), Box("30"), Box("反映预算执行。")),
        *(Box("100%"), Box("执行率≥95%得满分；90%≤执行率＜95%得20分；执行率＜90%不得分。"), Box("30.00")),
    ],
    [
        *(Box("产出（50分）", 2), Box("重点工作（50分）", 2), Box("办件完成率"), Box("40"), Box("反映办件。")),
        *(Box("≥98%"), Box("完成率达到98%的得满分，每低1个百分点扣2分，扣完为止。"), Box("40.00")),
    ],
    [None, None, Box("培训场次"), Box("10"), Box("反映培训。"), Box("12场"), Box("视情况评分。"), Box("9.00")],
    [Box("合计", 1, 3), None, None, Box("100"), Box(""), Box(""), Box(""), Box("99.00")],
]


def word_bytes(rows: Sequence[Row] = tuple(ANNEX), *, table: str = "", numbering: str = "") -> bytes:
    """The annex as a .docx file; `table` is WordprocessingML instead of the rows."""
    body = f'<w:document xmlns:w="{W}"><w:body>{table or word_table(rows)}<w:p/>{_PAGE}</w:body></w:document>'
    parts = {"word/document.xml": body} | ({"word/numbering.xml": numbering} if numbering else {})
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """A .docx file of these parts."""
    target = io.BytesIO()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packages = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships">'
            f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def word_table(rows: Sequence[Row]) -> str:
    """The rows as a w:tbl."""
    width = max(len(row) for row in rows)
    covered: dict[tuple[int, int], int] = {}
    lines = []
    for number, row in enumerate(rows):
        line = ""
        column = 0
        while column < width:
            box = row[column] if column < len(row) else Box("")
            if box is None:
                span = covered.get((number, column), 1)
                line += f"<w:tc><w:tcPr>{_span(span)}<w:vMerge/></w:tcPr><w:p/></w:tc>"
                column += span
                continue
            for below in range(1, box.rows):
                covered[number + below, column] = box.columns
            merge = '<w:vMerge w:val="restart"/>' if box.rows > 1 else ""
            paragraphs = "".join(
                f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in box.text.split("\n")
            )
            line += f"<w:tc><w:tcPr>{_span(box.columns)}{merge}</w:tcPr>{paragraphs}</w:tc>"
            column += box.columns
        lines.append(f"<w:tr>{line}</w:tr>")
    grid = f'<w:gridCol w:w="{_WIDE}"/>' * width
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _span(columns: int) -> str:
    return f'<w:tcW w:w="{_WIDE * columns}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'


def excel_bytes(rows: Sequence[Row] = tuple(ANNEX)) -> bytes:
    """The annex as an .xlsx file, weights as numbers and 100% as a formatted number."""
    target = io.BytesIO()
    book = Workbook(target)
    percent = book.add_format({"num_format": "0%"})
    sheet = book.add_worksheet("指标体系")
    for number, row in enumerate(rows):
        for column, box in enumerate(row):
            if box is None:
                continue
            if box.rows * box.columns > 1:
                sheet.merge_range(number, column, number + box.rows - 1, column + box.columns - 1, box.text)
            elif box.text.replace(".", "").isdigit():
                sheet.write_number(number, column, int(box.text) if box.text.isdigit() else int(box.text[:-3]))
            elif box.text == "100%":
                sheet.write_number(number, column, 1, percent)
            else:
                sheet.write_string(number, column, box.text)
    book.close()
    return target.getvalue()


def web_page(rows: Sequence[Row] = tuple(ANNEX)) -> str:
    """The annex as a web page."""
    lines = "".join(
        "<tr>"
        + "".join(
            f'<td rowspan="{box.rows}" colspan="{box.columns}">{escape(box.text).replace(chr(10), "<br>")}</td>'
            for box in row
            if box is not None
        )
        + "</tr>"
        for row in rows
    )
    return (
        f"<!DOCTYPE html><html><head><title>报告</title></head><body><h1>附表</h1><table>{lines}</table></body></html>"
    )
