"""What a paragraph says: its text with all changes accepted, and what is anchored in it but stands elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jixiao.documents.word.formulas import FORMULAS, formula_text
from jixiao.documents.word.markup import w
from jixiao.documents.word.styles import Styles

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = (f"{_COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_WRAPPERS = frozenset(
    w(name)
    for name in (
        *("sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple"),
        *("ins", "moveTo", "dir", "bdo", "ruby", "rubyBase"),
    )
)
_RUN, _TEXT, _SYMBOL = w("r"), w("t"), w("sym")
_SIGNS: dict[object, str] = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-"}
_DRAWN = frozenset(w(name) for name in ("drawing", "pict", "object"))
_TEXT_BOX = w("txbxContent")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
# Boxes that forms tick, in the fonts Wingdings and Wingdings 2.
_TICKED, _EMPTY = ("F052", "F0FE", "F054"), ("F0A3", "F0A8", "F06F", "F02A")


@dataclass(slots=True)
class Inline:
    """The text of a paragraph, the text boxes anchored in it, and the notes it refers to (part, number)."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def inline_of(paragraph: etree._Element, styles: Styles) -> Inline:
    """What the paragraph holds.

    Inserted and moved text is there, deleted text is not, nor is what is hidden or a field's instruction.
    """
    found = Inline()
    found.text = "".join(_pieces(paragraph, styles, styles.of(paragraph), found)).strip()
    return found


def children_of(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements with one of the tags directly below the parent, or below what only wraps them."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from children_of(_branch(child), *tags)
        elif child.tag in _WRAPPERS:
            yield from children_of(child, *tags)


def _pieces(parent: etree._Element, styles: Styles, style: str | None, found: Inline) -> Iterator[str]:
    """The text below the parent piece by piece; boxes and notes are put aside into `found`."""
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            if not styles.hides(child, style):
                yield from _pieces(child, styles, style, found)
        elif tag in _WRAPPERS:
            yield from _pieces(child, styles, style, found)
        elif tag == _ALTERNATIVES:
            yield from _pieces(_branch(child), styles, style, found)
        elif tag in _DRAWN:
            found.boxes += _boxes(child)
        elif tag in _NOTES:
            found.notes.append((_NOTES[tag], child.get(w("id"), "")))
        else:
            yield _said(child)


def _said(element: etree._Element) -> str:
    """What a single element shows; nothing for one that is no text."""
    tag = element.tag
    if tag == _TEXT:
        return element.text or ""
    if tag == _SYMBOL:
        return _symbol(element)
    return formula_text(element) if tag in FORMULAS else _SIGNS.get(tag, "")


def _branch(alternatives: etree._Element) -> etree._Element:
    """The one branch that is read: both say the same, so it is the newer one unless only the older one has text."""
    choices = list(alternatives.iterchildren(_CHOICE))
    telling = (choice for choice in choices if next(choice.iter(_TEXT, _TEXT_BOX), None) is not None)
    chosen = next(telling, None)
    if chosen is None:
        chosen = alternatives.find(_FALLBACK)
    return alternatives.makeelement(_CHOICE) if chosen is None else chosen


def _boxes(drawn: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a drawing; those that stand in the text of another one come with that text."""
    for child in drawn:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _boxes(_branch(child))
        else:
            yield from _boxes(child)


def _symbol(element: etree._Element) -> str:
    code = element.get(w("char"), "").upper()
    return "☑" if code in _TICKED else "□" if code in _EMPTY else ""
