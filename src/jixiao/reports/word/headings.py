"""The headings of a document as its reader sees them: level, automatic number, text."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.documents.word.lists import Lists
from jixiao.reports.word.markup import w
from jixiao.reports.word.styles import Styles

ANNEX = ("JxAnnex", "绩效附件标题")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its paragraph, its level (1 to 9), the number Word counts for it ("": none), its text."""

    paragraph: etree._Element
    level: int
    number: str
    text: str
    annex: bool

    @property
    def title(self) -> str:
        """The number and the text as one line."""
        return f"{self.number}{' ' if self.number[-1:].isascii() and self.number[-1:].isalnum() else ''}{self.text}"


def headings_of(document: etree._Element, styles: Styles, numbering: etree._Element | None) -> Iterator[Heading]:
    """Every paragraph of an outline level that has text, in order."""
    lists = Lists(numbering, styles)
    for paragraph in document.iter(w("p")):
        place, style = styles.place(paragraph), styles.of(paragraph)
        number, level = lists.number(place, style), place.outline_level
        if level is not None and (text := text_of(paragraph)):
            yield Heading(paragraph, level, number, text, style == ANNEX[0] or styles.name(style) == ANNEX[1])


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph on one line, without what surrounds it."""
    parts = (element.text or "" if element.tag == w("t") else " " for element in paragraph.iter(*_TEXTS))
    return " ".join("".join(parts).split())


_TEXTS = (w("t"), w("tab"), w("br"))
