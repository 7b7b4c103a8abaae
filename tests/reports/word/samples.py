"""A small report with every kind of content, and Word files written by hand as templates of it."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from html import escape

from jixiao.reports.content.parts import Chart, Column, Section, Series, Table, Told
from jixiao.reports.content.report import (
    Abstract,
    BasisGroup,
    Conclusion,
    Cover,
    Problem,
    Recommendation,
    Report,
    Result,
    System,
    Work,
)
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.context import Context, context_of
from jixiao.reports.word.markup import W

TABLE = Table("收支情况", (Column("项目"), Column("决算数")), (("基本支出", "120.00"), ("项目支出", "<80.00")), "万元")
CHART = Chart("得分率", "column", ("决策", "过程"), (Series("得分率", (Decimal("91.30"), None)),), "%")
TITLE = "关于印发<某指南>的通知"

REPORT = Report(
    cover=Cover(
        "某局整体支出绩效评价报告",
        "某局整体支出绩效评价报告",
        "某某市某局",
        "某局",
        "某某市财政局",
        "",
        "",
        "2023",
        "",
        "2024年5月",
    ),
    result=Result("87.46", "良", "86.96", "良", "100.00", "87.46%", True, "总分87.46分，等级为良。"),
    abstract=Abstract("受托评价。", "", "得87.46分。", ("决策得18.00分。", "过程得20.00分。"), (), ("预算偏低",), ()),
    opening="依据有关规定，\n开展评价。",
    overview=(
        Section("部门职责", ("负责某事。",)),
        Section("收支情况", ("支出200.00万元。",), (TABLE, CHART)),
    ),
    work=Work(
        "目的",
        "对象",
        "范围",
        "资金",
        (BasisGroup("业务管理类", (TITLE, "R&D\x0b管理办法")),),
        ("科学规范",),
        (Told("比较法", "与上年比较。"),),
        "分三个阶段。",
        None,
    ),
    system=System("共三级。", (), TABLE, "按规则计分。", "分四等。", replace(TABLE, title="等级标准")),
    conclusion=Conclusion(("结论。",), (), (TABLE,), (CHART,)),
    analysis=(),
    practices=(),
    problems=(Problem("预算偏低", "预算低。", "测算粗。", "B1.1"), Problem("资产不清", "有差异。", "未盘点。", "")),
    recommendations=(Recommendation("提高预算", "应当提高。", "预算偏低"),),
    other=(),
    indicator_annex="附件1  评分表",
    indicator_table=TABLE,
    annexes=(),
)


def context(report: Report = REPORT) -> Context:
    """What a template is given of the report."""
    return context_of(report, Blocks())


def paragraph(*runs: str) -> str:
    """A paragraph of the texts, each in a run of its own."""
    return f"<w:p>{''.join(f'<w:r><w:t>{escape(run, quote=False)}</w:t></w:r>' for run in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold a paragraph each."""
    cells = ["".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def template(*body: str, header: str = "", footnote: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A .docx: `body` are its paragraphs, each a text or XML; `more` are parts besides or instead."""
    kinds = {"document": "document.main", "header": "header", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORDPROCESSING}{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{overrides}</Types>',
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": _story("document", f"<w:body>{_paragraphs(*body)}<w:sectPr/></w:body>"),
        "word/header.xml": _story("hdr", _paragraphs(header)),
        "word/footnotes.xml": _story("footnotes", f'<w:footnote w:id="2">{_paragraphs(footnote)}</w:footnote>'),
        **(more or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def relationships(*entries: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def xml_of(docx: bytes, part: str = "word/document.xml") -> str:
    """A part of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(part).decode()


def texts_of(docx: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph of a part, a line break as /; read without the code under test."""
    found = re.findall(r"<w:p>(.*?)</w:p>|<w:p/>", xml_of(docx, part), re.DOTALL)
    broken = [re.sub(r"<w:br/>", "/", each) for each in found]
    plain = [re.sub(r"<[^>]*>", "", each) for each in broken]
    return [each.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for each in plain]


def _story(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{W}">{content}</w:{root}>'


def _paragraphs(*body: str) -> str:
    return "".join(each if each.startswith("<w:") else paragraph(each) for each in body)
