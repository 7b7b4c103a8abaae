"""The style sheet: GB/T 9704-2012 for the text, what reports usually look like for tables, figures and annexes."""

from decimal import Decimal

from scripts.wordtemplates.markup import Element, w
from scripts.wordtemplates.sections import LINE, PAGE_SIZE
from scripts.wordtemplates.styles import Style, fonts, sizes

FANGSONG, KAITI, HEITI, SONGTI, BIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
TWO, FOUR, SMALL_FOUR, FIVE, SMALL_FIVE = 22, 14, 12, Decimal("10.5"), 9  # 二号 四号 小四 五号 小五
GAP = 20  # above and below the text of a cell

HEADINGS = tuple(
    Style(
        id=f"Heading{level}",
        name=f"heading {level}",
        own=False,
        follow="JxBody",
        font=font,
        bold=level == 3,
        line=LINE,
        first=2,
        keep=True,
        number=level,
    )
    for level, font in enumerate((HEITI, KAITI, FANGSONG, FANGSONG), 1)
)

TEXT = (
    Style(id="JxBody", name="绩效正文", align="both", line=LINE, first=2),
    Style(
        id="JxFront", name="绩效前置标题", follow="JxBody", font=HEITI, align="center", line=LINE, after=LINE, keep=True
    ),
    Style(
        id="Title",
        name="Title",
        own=False,
        follow="JxBody",
        font=BIAOSONG,
        size=TWO,
        align="center",
        line=680,
        after=LINE,
    ),
    Style(id="JxAttachment", name="绩效附件说明", line=LINE, before=LINE, alike=False, left=2, hanging=4, keep=True),
    Style(id="JxSign", name="绩效落款", align="right", line=LINE, before=LINE, alike=False, right=4, keep=True),
)

COVER = (
    Style(
        id="JxCoverTitle",
        name="绩效封面标题",
        follow="JxCoverLine",
        font=BIAOSONG,
        size=TWO,
        align="center",
        line=800,
        before=2000,
        after=2800,
    ),
    Style(id="JxCoverLine", name="绩效封面文字", line=640, left=2, hanging=5),
)

EXHIBITS = (
    Style(
        id="JxTableTitle",
        name="绩效表题",
        follow="JxBody",
        font=HEITI,
        size=SMALL_FOUR,
        align="center",
        before=160,
        after=60,
        keep=True,
    ),
    Style(id="JxUnit", name="绩效表单位", font=SONGTI, size=FIVE, align="right", after=40, keep=True),
    Style(
        id="JxHead",
        name="绩效表头",
        font=SONGTI,
        size=FIVE,
        bold=True,
        align="center",
        before=GAP,
        after=GAP,
        keep=True,
    ),
    Style(id="JxCell", name="绩效表格文字", font=SONGTI, size=FIVE, before=GAP, after=GAP),
    Style(
        id="JxHeadSmall",
        name="绩效附表表头",
        font=SONGTI,
        size=SMALL_FIVE,
        bold=True,
        align="center",
        before=GAP,
        after=GAP,
        keep=True,
    ),
    Style(id="JxCellSmall", name="绩效附表文字", font=SONGTI, size=SMALL_FIVE, before=GAP, after=GAP),
    Style(id="JxNote", name="绩效表注", follow="JxBody", font=SONGTI, size=SMALL_FIVE, before=60, after=160),
    Style(id="JxFigure", name="绩效图", follow="JxFigureTitle", align="center", before=160, keep=True),
    Style(
        id="JxFigureTitle",
        name="绩效图题",
        follow="JxBody",
        font=HEITI,
        size=SMALL_FOUR,
        align="center",
        before=60,
        after=160,
    ),
)

ANNEXES = (
    Style(
        id="JxAnnex",
        name="绩效附件标题",
        follow="JxBody",
        font=HEITI,
        line=LINE,
        after=LINE // 2,
        keep=True,
        new_page=True,
        outline=1,
    ),
    Style(id="JxAnnexSection", name="绩效附件小标题", follow="JxBody", font=KAITI, line=LINE, first=2, keep=True),
    Style(id="JxOption", name="绩效选项", size=FOUR, line=460, first=2),
)

FORM_LINE = 400
FORMS = (
    Style(id="JxFormText", name="绩效问卷文字", size=SMALL_FOUR, align="both", line=FORM_LINE, first=2),
    Style(id="JxFormNumber", name="绩效问卷编号", size=SMALL_FOUR, align="right", line=FORM_LINE),
    Style(
        id="JxFormQuestion",
        name="绩效问卷题目",
        follow="JxFormOption",
        size=SMALL_FOUR,
        bold=True,
        line=FORM_LINE,
        before=140,
        keep=True,
    ),
    Style(id="JxFormOption", name="绩效问卷选项", size=SMALL_FOUR, line=FORM_LINE, left=2),
)

CONTENTS = tuple(
    Style(id=f"TOC{level}", name=f"toc {level}", own=False, size=FOUR, line=440, left=level - 1, leader=True)
    for level in (1, 2, 3)
)

PAGES = (
    Style(
        id="JxPageOdd",
        name="绩效单页页码",
        font=SONGTI,
        western=SONGTI,
        size=PAGE_SIZE,
        align="right",
        line=PAGE_SIZE * 20,
        right=1,
    ),
    Style(
        id="JxPageEven",
        name="绩效双页页码",
        font=SONGTI,
        western=SONGTI,
        size=PAGE_SIZE,
        align="left",
        line=PAGE_SIZE * 20,
        left=1,
    ),
)

DEVICES = (
    Style(id="JxTag", name="绩效标签", size=SMALL_FIVE, grey=True, line=240),
    Style(id="JxBreak", name="绩效分节", size=1, line=20),
)

PARAGRAPHS = (*HEADINGS, *TEXT, *COVER, *EXHIBITS, *ANNEXES, *FORMS, *CONTENTS, *PAGES, *DEVICES)


def style_sheet() -> Element:
    """word/styles.xml."""
    latent = w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )
    return w("styles", _defaults(), latent, *_plain(), *(style.element() for style in PARAGRAPHS), _lead(), _table())


def _defaults() -> Element:
    """The text where no style says otherwise. No theme is asked, so that none can change the fonts."""
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return w("docDefaults", w("rPrDefault", w("rPr", fonts(FANGSONG), *sizes(16), language)), w("pPrDefault"))


def _plain() -> tuple[Element, ...]:
    """What every document has: the standard paragraph, characters, table and list."""
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _sides(0, 108)))
    return (
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        _hidden("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _hidden("table", "TableNormal", "Normal Table", w("tblPr", w("tblInd", w=0, type="dxa"), margins)),
        _hidden("numbering", "NoList", "No List"),
    )


def _hidden(kind: str, identity: str, name: str, *content: Element) -> Element:
    hidden = (w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", w("name", val=name), *hidden, *content, type=kind, default=1, styleId=identity)


def _lead() -> Element:
    """Words in bold at the beginning of a paragraph."""
    name = w("name", val="绩效段首")
    rank = (w("basedOn", val="DefaultParagraphFont"), w("uiPriority", val=1), w("qFormat"))
    return w("style", name, *rank, w("rPr", w("b"), w("bCs")), type="character", customStyle=1, styleId="JxLead")


def _table() -> Element:
    """Thin lines all round, little room at the sides, a shaded first row in bold."""
    lines = (
        w(side, val="single", sz=4, space=0, color="auto")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _sides(0, 70)))
    shade = w("tcPr", w("shd", val="clear", color="auto", fill="EDEDED"), w("vAlign", val="center"))
    return w(
        "style",
        w("name", val="绩效表格"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=1),
        w("qFormat"),
        w("tblPr", w("jc", val="center"), w("tblBorders", *lines), margins),
        w("tcPr", w("vAlign", val="center")),
        w("tblStylePr", w("rPr", w("b"), w("bCs")), shade, type="firstRow"),
        type="table",
        customStyle=1,
        styleId="JxTable",
    )


def _sides(upright: int, across: int) -> tuple[tuple[str, int], ...]:
    return ("top", upright), ("left", across), ("bottom", upright), ("right", across)
