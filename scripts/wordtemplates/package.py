"""The package of a Word file: its parts, how they are found, and the archive around them."""

from lxml import etree
from scripts.wordtemplates.markup import Element, serialized, w
from scripts.wordtemplates.numbering import numbering
from scripts.wordtemplates.sections import FOOTERS, footer
from scripts.wordtemplates.stylesheet import BIAOSONG, FANGSONG, HEITI, KAITI, SONGTI, style_sheet
from scripts.wordtemplates.theme import theme

from jixiao.reports.word.markup import R
from jixiao.reports.word.package import zipped

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
PARTS = {"styles": "rId1", "numbering": "rId2", "settings": "rId3", "fontTable": "rId4"}
# A machine without the font on the left takes the one on the right.
FONTS = {FANGSONG: "仿宋", KAITI: "楷体", HEITI: "SimHei", SONGTI: "SimSun", BIAOSONG: "华文中宋"}


def packed(title: str, body: list[Element]) -> bytes:
    """A Word file with this body; the last element is the properties of its last section. Same in, same bytes out."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": w("document", w("body", *body)),
        "word/_rels/document.xml.rels": _relationships(
            *((relation, f"{R}/{part}", f"{part}.xml") for part, relation in PARTS.items()),
            *((relation, f"{R}/footer", f"{part}.xml") for part, relation in FOOTERS.values()),
            ("rIdTheme", f"{R}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": style_sheet(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": theme(),
        "word/footerOdd.xml": footer("JxPageOdd"),
        "word/footerEven.xml": footer("JxPageEven"),
    }
    # Not compressed: what a compressor writes differs between its versions.
    return zipped({name: serialized(root) for name, root in parts.items()}, compressed=False)


def _settings() -> Element:
    """word/settings.xml: pages of two kinds, and the present Word's way of setting text, without its 兼容模式."""
    word = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w(
            "compat",
            w("balanceSingleByteDoubleByteWidth"),
            w("doNotExpandShiftReturn"),  # else a justified line that ends with a break would be drawn apart
            w("useFELayout"),
            w("compatSetting", name="compatibilityMode", uri=word, val=15),
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _fonts() -> Element:
    """word/fontTable.xml."""
    chinese = (
        w(
            "font",
            w("altName", val=other),
            w("charset", val="86"),
            w("family", val="auto"),
            w("pitch", val="variable"),
            name=name,
        )
        for name, other in FONTS.items()
    )
    western = w(
        "font", w("charset", val="00"), w("family", val="roman"), w("pitch", val="variable"), name="Times New Roman"
    )
    return w("fonts", *chinese, western)


def _core(title: str) -> Element:
    """docProps/core.xml: a title and nobody's name."""
    elements = "http://purl.org/dc/elements/1.1/"
    root = etree.Element(
        f"{{{PACKAGE}/metadata/core-properties}}coreProperties",
        nsmap={"cp": f"{PACKAGE}/metadata/core-properties", "dc": elements},
    )
    etree.SubElement(root, f"{{{elements}}}title").text = title
    return root


def _content_types() -> Element:
    space = f"{PACKAGE}/content-types"
    root = etree.Element(f"{{{space}}}Types", nsmap={None: space})
    etree.SubElement(
        root,
        f"{{{space}}}Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(root, f"{{{space}}}Default", Extension="xml", ContentType="application/xml")
    types = {
        "word/document": f"{MAIN_TYPE}.document.main+xml",
        **{f"word/{part}": f"{MAIN_TYPE}.{part}+xml" for part in PARTS},
        **{f"word/{part}": f"{MAIN_TYPE}.footer+xml" for part, _ in FOOTERS.values()},
        "word/theme/theme1": THEME_TYPE,
        "docProps/core": CORE_TYPE,
    }
    for part, kind in types.items():
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{part}.xml", ContentType=kind)
    return root


def _relationships(*relations: tuple[str, str, str]) -> Element:
    space = f"{PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
    for identity, kind, target in relations:
        etree.SubElement(root, f"{{{space}}}Relationship", Id=identity, Type=kind, Target=target)
    return root
