"""A paragraph style of Word, said in the words of someone who sets a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.wordtemplates.markup import Element, w
from scripts.wordtemplates.sections import BODY_SIZE, LINE, TIGHTER, TYPE_WIDTH

WESTERN = "Times New Roman"


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style. Sizes are points, indents characters of the style's size, other distances twips."""

    id: str
    name: str
    own: bool = True  # not one of those that Word brings along
    follow: str = ""  # the style of the next paragraph
    font: str = ""  # of Chinese; empty for that of the text
    western: str = WESTERN
    size: Decimal | int = BODY_SIZE
    bold: bool = False
    grey: bool = False
    align: str = ""
    line: int = 0  # exact; 0 for as much as the highest thing in the line needs
    before: int = 0
    after: int = 0
    alike: bool = True  # the distances also hold between paragraphs of this style
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    keep: bool = False  # with the next paragraph, on one page
    new_page: bool = False
    number: int = 0  # level in the list of headings
    outline: int = 0  # level in the outline
    leader: bool = False  # dots up to a page number at the right

    def element(self) -> Element:
        """The style as an entry of the style sheet."""
        own = {"customStyle": 1} if self.own else {}
        naming = (w("name", val=self.name), w("basedOn", val="Normal"))
        style = w("style", *naming, type="paragraph", styleId=self.id, **own)
        if self.follow:
            style.append(w("next", val=self.follow))
        style.append(w("uiPriority", val=1))
        style.append(w("qFormat"))
        style.append(w("pPr", *self._paragraph()))
        style.append(w("rPr", *self._run()))
        return style

    def _paragraph(self) -> Iterator[Element]:
        if self.keep:
            yield w("keepNext")
            yield w("keepLines")
        if self.new_page:
            yield w("pageBreakBefore")
        if self.number:
            yield w("numPr", w("ilvl", val=self.number - 1), w("numId", val=1))
        if self.leader:
            yield w("tabs", w("tab", val="right", leader="dot", pos=TYPE_WIDTH))
        if self.line != LINE:  # the grid would stretch a line of a table to one of the text
            yield w("snapToGrid", val=0)
        spacing = {"line": self.line or 240, "lineRule": "exact" if self.line else "auto"}
        yield w("spacing", before=self.before, after=self.after, **spacing)
        if indents := self._indents():
            yield w("ind", **indents)
        if not self.alike:
            yield w("contextualSpacing")
        if self.align:
            yield w("jc", val=self.align)
        if self.outline:
            yield w("outlineLvl", val=self.outline - 1)

    def _indents(self) -> dict[str, int]:
        """Every indent twice: in hundredths of a character, which Word follows, and in twips for other programs."""
        asked = {
            "left": self.left + self.hanging,
            "right": self.right,
            "hanging": self.hanging,
            "firstLine": self.first,
        }
        indents: dict[str, int] = {}
        for side, characters in asked.items():
            if characters:
                indents |= {f"{side}Chars": characters * 100, side: int(characters * self.size * 20)}
        return indents

    def _run(self) -> Iterator[Element]:
        if self.font:
            yield fonts(self.font, self.western)
        if self.bold:
            yield w("b")
            yield w("bCs")
        if self.grey:
            yield w("color", val="808080")
        if self.line == LINE:
            yield w("spacing", val=TIGHTER)
        yield from sizes(self.size)


def fonts(chinese: str, western: str = WESTERN) -> Element:
    """Fonts by name; the hint gives quotation marks and dashes, which both kinds have, to the Chinese one."""
    return w("rFonts", hint="eastAsia", ascii=western, hAnsi=western, eastAsia=chinese, cs=WESTERN)


def sizes(points: Decimal | int) -> tuple[Element, Element]:
    """The size of characters, which Word keeps in half points."""
    return w("sz", val=int(points * 2)), w("szCs", val=int(points * 2))
