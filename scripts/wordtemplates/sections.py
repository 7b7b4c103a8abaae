"""Pages: paper and margins of GB/T 9704-2012, page numbers, and the breaks between the sections of a document."""

from typing import Literal

from scripts.wordtemplates.markup import Element, text, w

from jixiao.reports.word.markup import R, twips

LONG, SHORT = twips(297), twips(210)
TOP, RIGHT, BOTTOM, LEFT = twips(37), twips(26), twips(35), twips(28)
TYPE_WIDTH, TYPE_HEIGHT = SHORT - LEFT - RIGHT, LONG - TOP - BOTTOM
LINES, CHARACTERS = 22, 28  # of a page, of a line
BODY_SIZE, PAGE_SIZE = 16, 14  # points: 3号, 4号
LINE = TYPE_HEIGHT // LINES  # the distance of two lines of text
# What a character gives up, so that all of them stand in a line. (Word's grid of characters would do the same, but
# other programs set it widely apart.)
TIGHTER = TYPE_WIDTH // CHARACTERS - BODY_SIZE * 20
FOOTERS = {"default": ("footerOdd", "rId5"), "even": ("footerEven", "rId6")}  # part and relationship

UPRIGHT = {"top": TOP, "right": RIGHT, "bottom": BOTTOM, "left": LEFT}
TURNED = {"top": LEFT, "right": TOP, "bottom": RIGHT, "left": BOTTOM}  # the spine is above
BELOW = twips(7) + PAGE_SIZE * 20  # from the type area to the foot of the page number

Numbers = Literal["none", "roman", "roman from I", "arabic", "arabic from 1"]


def section(numbers: Numbers, *, turned: bool = False) -> Element:
    """The properties of a section: its paper, and how its pages are counted."""
    margins = TURNED if turned else UPRIGHT
    size = {"w": LONG, "h": SHORT, "orient": "landscape"} if turned else {"w": SHORT, "h": LONG}
    properties = w("sectPr")
    if numbers != "none":
        properties.extend(_footer(kind, relation) for kind, (_, relation) in FOOTERS.items())
    properties.append(w("type", val="nextPage"))
    properties.append(w("pgSz", **size))
    properties.append(w("pgMar", **margins, header=twips(15), footer=margins["bottom"] - BELOW, gutter=0))
    if numbers != "none":
        counted: dict[str, str | int] = {"fmt": "upperRoman" if numbers.startswith("roman") else "decimal"}
        properties.append(w("pgNumType", **counted, **({"start": 1} if "from" in numbers else {})))
    properties.append(w("cols", space=425))
    properties.append(w("docGrid", type="lines", linePitch=LINE))
    return properties


def section_break(numbers: Numbers, *, turned: bool = False) -> Element:
    """The paragraph that ends a section; it takes no room, so that a full page does not spill."""
    return w("p", w("pPr", w("pStyle", val="JxBreak"), section(numbers, turned=turned)))


def footer(style: str) -> Element:
    """The page number between one-character dashes."""
    number = w("fldSimple", w("r", text("1")), instr=" PAGE ")
    return w("ftr", w("p", w("pPr", w("pStyle", val=style)), w("r", text("— ")), number, w("r", text(" —"))))


def _footer(kind: str, relation: str) -> Element:
    reference = w("footerReference", type=kind)
    reference.set(f"{{{R}}}id", relation)
    return reference
