"""What Word asks of a file before it opens it without a question (ECMA-376), as checks for tests."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from zipfile import ZipFile

import openpyxl
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

# The order the schemas give to children; elements of other namespaces (extensions) are passed over.
ORDERS: Mapping[str, Sequence[str]] = {
    name: order.split()
    for name, order in {
        f"{W}pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd"
        " tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
        " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
        " textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        f"{W}rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
        " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText"
        " vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
        f"{W}tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        f"{W}tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW"
        " jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        f"{W}tr": "tblPrEx trPr tc",
        f"{W}tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign"
        " hideMark",
        f"{W}sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
        " printerSettings",
        f"{W}style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat"
        " locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        f"{W}styles": "docDefaults latentStyles style",
        f"{WP}inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
        f"{C}chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr"
        " externalData printSettings userShapes",
        f"{C}chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly"
        " dispBlanksAs",
        f"{C}plotArea": "layout barChart catAx valAx dTable spPr",
        f"{C}barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
        f"{C}ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
        f"{C}dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
        " showBubbleSize separator showLeaderLines",
        f"{C}catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark"
        " tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip"
        " noMultiLvlLbl",
        f"{C}valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark"
        " tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits",
        f"{C}scaling": "logBase orientation max min",
        f"{C}manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
        f"{C}numCache": "formatCode ptCount pt",
        f"{C}strCache": "ptCount pt",
        f"{C}legend": "legendPos legendEntry layout overlay spPr txPr",
    }.items()
}
SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


@dataclass(frozen=True)
class Docx:
    """A Word file, opened for looking at."""

    content: bytes

    @cached_property
    def names(self) -> list[str]:
        return ZipFile(BytesIO(self.content)).namelist()

    @cached_property
    def parts(self) -> dict[str, bytes]:
        archive = ZipFile(BytesIO(self.content))
        return {name: archive.read(name) for name in self.names}

    @cached_property
    def roots(self) -> dict[str, etree._Element]:
        return {n: etree.fromstring(data) for n, data in self.parts.items() if n.endswith((".xml", ".rels"))}

    @property
    def document(self) -> etree._Element:
        return self.roots["word/document.xml"]

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By id: the kind of each relation of a part, and the part it leads to ("" outside the file)."""
        root = self.roots.get(join(dirname(part), "_rels", f"{basename(part)}.rels"))
        return {
            link.get("Id", ""): (
                basename(link.get("Type", "")),
                ""
                if link.get("TargetMode") == "External"
                else normpath(join("/", dirname(part), link.get("Target", "")))[1:],
            )
            for link in ([] if root is None else root)
        }

    def texts(self, style: str) -> list[str]:
        """The texts of the paragraphs of a style."""
        return [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in self.document.iter(f"{W}p")
            if attribute(paragraph, f"{W}pPr/{W}pStyle") == style
        ]

    def contents(self) -> list[tuple[int, str, str]]:
        """The entries of the contents: level, number and title, page."""
        entries = []
        for paragraph in self.document.iter(f"{W}p"):
            style = attribute(paragraph, f"{W}pPr/{W}pStyle") or ""
            link = paragraph.find(f"{W}hyperlink")
            if re.fullmatch("TOC[1-9]", style) and link is not None:
                title, page = "".join(each.text or "\t" for each in link.iter(f"{W}t", f"{W}tab")).split("\t")
                entries.append((int(style[3]), title, page))
        return entries


def attribute(element: etree._Element, path: str, name: str = f"{W}val") -> str | None:
    found = element.find(path)
    return None if found is None else found.get(name)


def check_package(content: bytes) -> Docx:
    """Assert that Word opens the file without repairing it or asking anything; returns it opened."""
    docx = Docx(content)
    _check_parts(docx)
    _check_relations(docx)
    for name, root in docx.roots.items():
        for element in root.iter(*ORDERS):
            check_order(element, name)
    _check_identities(docx)
    _check_fields(docx.document)
    _check_styles(docx)
    for table in docx.document.iter(f"{W}tbl"):
        _check_table(table)
    for name, root in docx.roots.items():
        if root.tag == f"{C}chartSpace":
            _check_chart(docx, name, root)
    assert "jixiao-" not in etree.tostring(docx.document, encoding="unicode")
    return docx


def check_order(element: etree._Element, where: str = "") -> None:
    """Assert that the children of an element stand in the order of its schema."""
    order = ORDERS[str(element.tag)]
    names = [etree.QName(child) for child in element if isinstance(child.tag, str)]
    places = [order.index(name.localname) for name in names if name.namespace == etree.QName(element).namespace]
    assert places == sorted(places), (where, etree.tostring(element)[:500])


def check_captions(docx: Docx) -> None:
    """Assert that tables and figures are numbered from 1 in each chapter, without gaps, chapters in order."""
    for style, kind in (("JxTableTitle", "表"), ("JxFigureTitle", "图")):
        found = [re.fullmatch(rf"(附?){kind}(?:(\d+)-)?(\d+)  (.+)", text) for text in docx.texts(style)]
        assert None not in found, docx.texts(style)
        numbers = [(bool(each[1]), int(each[2] or 0), int(each[3])) for each in found if each]
        assert numbers == sorted(numbers), numbers
        for chapter in {number[:2] for number in numbers}:
            counted = [number[2] for number in numbers if number[:2] == chapter]
            assert counted == list(range(1, len(counted) + 1)), (kind, chapter, counted)


def _check_parts(docx: Docx) -> None:
    assert docx.names[0] == "[Content_Types].xml"
    assert len(set(docx.names)) == len(docx.names)
    entries = list(docx.roots["[Content_Types].xml"])
    overrides = [each.get("PartName", "")[1:] for each in entries if each.get("PartName")]
    extensions = {each.get("Extension", "").lower() for each in entries if each.get("Extension")}
    assert max(Counter(overrides).values()) == 1
    assert set(overrides) <= set(docx.names)
    assert [n for n in docx.names[1:] if n not in overrides and n.rsplit(".", 1)[-1].lower() not in extensions] == []


def _check_relations(docx: Docx) -> None:
    for name, root in docx.roots.items():
        if name.endswith(".rels"):
            source = join(dirname(dirname(name)), basename(name).removesuffix(".rels"))
            assert source in docx.names or not source, name
            identities = [link.get("Id") for link in root]
            assert len(set(identities)) == len(identities), name
            assert {target for _, target in docx.relations(source).values()} - {""} <= set(docx.names), name
        else:
            used = {v for e in root.iter(etree.Element) for k, v in e.attrib.items() if str(k).startswith(R)}
            assert used <= set(docx.relations(name)), name
    assert {kind for kind, _ in docx.relations("").values()} >= {"officeDocument", "core-properties"}


def _check_identities(docx: Docx) -> None:
    drawings = [each.get("id") for root in docx.roots.values() for each in root.iter(f"{WP}docPr")]
    assert len(set(drawings)) == len(drawings)
    starts = [each.get(f"{W}id") for each in docx.document.iter(f"{W}bookmarkStart")]
    assert len(set(starts)) == len(starts)
    assert sorted(map(str, starts)) == sorted(str(each.get(f"{W}id")) for each in docx.document.iter(f"{W}bookmarkEnd"))
    names = {each.get(f"{W}name") for each in docx.document.iter(f"{W}bookmarkStart")}
    assert {each.get(f"{W}anchor") for each in docx.document.iter(f"{W}hyperlink")} - {None} <= names
    shown = [each for each in docx.document.iter(f"{WP}docPr") if each.get("descr") is not None]
    assert all(each.get("descr") for each in shown)


def _check_fields(document: etree._Element) -> None:
    """Fields are closed in the order in which they are opened; Word is not asked to bring any up to date."""
    open_fields: list[str] = []
    for mark in document.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        assert mark.get(f"{W}dirty") is None
        if kind == "begin":
            open_fields.append("begin")
        elif kind == "separate":
            assert open_fields[-1] == "begin"
            open_fields[-1] = "separate"
        else:
            open_fields.pop()
    assert open_fields == []


def _check_styles(docx: Docx) -> None:
    relations = docx.relations("word/document.xml").values()
    styles = next(docx.roots[part] for kind, part in relations if kind == "styles")
    known = [each.get(f"{W}styleId") for each in styles.iter(f"{W}style")]
    assert len(set(known)) == len(known)
    names = [attribute(each, f"{W}name") for each in styles.iter(f"{W}style")]
    assert len(set(names)) == len(names)
    defaults = [each.get(f"{W}type") for each in styles.iter(f"{W}style") if each.get(f"{W}default") == "1"]
    assert len(set(defaults)) == len(defaults)
    lists = {
        e.get(f"{W}numId") for kind, part in relations if kind == "numbering" for e in docx.roots[part].iter(f"{W}num")
    }
    counted = {each.get(f"{W}val") for root in (styles, docx.document) for each in root.iter(f"{W}numId")}
    assert counted - {"0"} <= lists
    used = {each.get(f"{W}val") for each in docx.document.iter(*(W + n for n in ("pStyle", "rStyle", "tblStyle")))}
    based = {each.get(f"{W}val") for each in styles.iter(*(W + n for n in ("basedOn", "next", "link")))}
    assert used | based <= set(known)
    for kind, part in relations:
        if kind == "settings":
            assert docx.roots[part].find(f"{W}updateFields") is None


def _check_table(table: etree._Element) -> None:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    merged: set[int] = set()
    for row in table.iterchildren(f"{W}tr"):
        at, running = 0, set()
        for cell in row.iterchildren(f"{W}tc"):
            assert cell[-1].tag == f"{W}p"
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                assert merge.get(f"{W}val") == "restart" or at in merged
                running.add(at)
            at += int(attribute(cell, f"{W}tcPr/{W}gridSpan") or 1)
        assert at == columns
        merged = running
    following = table.getnext()
    assert following is not None
    assert following.tag != f"{W}tbl"


def _check_chart(docx: Docx, name: str, chart: etree._Element) -> None:
    """A chart draws what its workbook holds, and leaves no program anything to assume."""
    external = chart.find(f"{C}externalData")
    assert external is not None
    kind, part = docx.relations(name)[external.get(f"{R}id", "")]
    assert (kind, part.rsplit(".", 1)[-1]) == ("package", "xlsx")
    sheet = openpyxl.load_workbook(BytesIO(docx.parts[part]))["Sheet1"]
    for labels in chart.iter(f"{C}dLbls"):
        assert all(labels.find(C + flag) is not None for flag in SHOWN)
    for reference in chart.iter(f"{C}strRef", f"{C}numRef"):
        cells = sheet[(reference.findtext(f"{C}f") or "").partition("!")[2].replace("$", "")]
        values = [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
        assert attribute(reference, f"*/{C}ptCount", "val") == str(len(values))
        cached = {int(p.get("idx", "")): p.findtext(f"{C}v") for p in reference.iter(f"{C}pt")}
        numeric = reference.tag == f"{C}numRef"
        assert {at: float(v) if numeric else v for at, v in cached.items() if v is not None} == {
            at: v for at, v in enumerate(values) if v is not None
        }
