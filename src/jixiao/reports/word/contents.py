"""The table of contents: a field that Word can bring up to date, holding entries that are right before it does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from lxml import etree

from jixiao.reports.word.blocks import CONTENTS
from jixiao.reports.word.headings import Heading
from jixiao.reports.word.markup import W, escaped, run, w
from jixiao.reports.word.package import parsed
from jixiao.reports.word.sections import text_width
from jixiao.reports.word.styles import Styles

_INSTRUCTION = ' TOC \\o "1-3" \\h \\z \\u '
_OF_HEADINGS = re.compile(r"\s*TOC\b(?!.*\\c)")  # with \c it lists tables or figures
_DEPTH = re.compile(r'\\o\s*"\d-(\d)"')


@dataclass(frozen=True, slots=True)
class _Place:
    """The paragraphs, from the first to the last, in whose place entries are written, and the field's instruction."""

    first: etree._Element
    last: etree._Element
    instruction: str

    @property
    def depth(self) -> int:
        """The deepest level of headings to be listed."""
        stated = _DEPTH.search(self.instruction)
        return int(stated[1]) if stated else 3


def write_contents(
    document: etree._Element, headings: Sequence[Heading], styles: Styles, pages: Sequence[str] | None
) -> None:
    """Write the entries where `Blocks.contents` left its mark, and anew in contents that the template holds already.

    `pages` are the page numbers of all headings; without them the entries have none until Word is asked to bring the
    field up to date.
    """
    places = [*_marked(document), *_held(document)]
    depth = max((place.depth for place in places), default=0)
    names = _bookmark(document, [heading for heading in headings if heading.level <= depth])
    for place in places:
        entries = [
            _entry(heading, names[heading.paragraph], page, styles)
            for heading, page in zip(headings, pages or [""] * len(headings), strict=True)
            if heading.level <= place.depth
        ]
        _replace(place, _lines(entries, place.instruction, text_width(place.first)) or ["<w:p/>"])


def _marked(document: etree._Element) -> list[_Place]:
    marks = [text for text in document.iter(w("t")) if text.text == CONTENTS]
    paragraphs = [next(mark.iterancestors(w("p"))) for mark in marks]
    return [_Place(paragraph, paragraph, _INSTRUCTION) for paragraph in paragraphs]


def _held(document: etree._Element) -> list[_Place]:
    """The contents that Word once wrote into a template, whose entries are those of another report."""
    places: list[_Place] = []
    opened: list[tuple[etree._Element, list[str]]] = []
    for mark in document.iter(w("fldChar"), w("instrText")):
        paragraph = next(mark.iterancestors(w("p")))
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            opened.append((paragraph, []))
        elif opened and mark.tag == w("instrText"):
            opened[-1][1].append(mark.text or "")
        elif opened and kind == "end":
            first, pieces = opened.pop()
            instruction = "".join(pieces)
            if _OF_HEADINGS.match(instruction) and first.getparent() is paragraph.getparent():
                places.append(_Place(first, paragraph, instruction))
    return places


def _replace(place: _Place, lines: Sequence[str]) -> None:
    """Put paragraphs in the place of others; a section that ends in the last of these ends there still."""
    for line in parsed(f'<w:body xmlns:w="{W}">{"".join(lines)}</w:body>'.encode()):
        place.first.addprevious(line)
    element: etree._Element | None = place.first
    while element is not None:
        following = None if element is place.last else element.getnext()
        parent = element.getparent()
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            element[:] = element[:1]
        elif parent is not None:
            parent.remove(element)
        element = following


def _bookmark(document: etree._Element, headings: Sequence[Heading]) -> dict[etree._Element, str]:
    """Put a bookmark around the text of each heading; returns their names by paragraph."""
    marks = (mark.get(w("id"), "") for mark in document.iter(w("bookmarkStart")))
    first = max((int(identity) for identity in marks if identity.isdigit()), default=-1) + 1
    names = {heading.paragraph: f"_TocJixiao{number}" for number, heading in enumerate(headings, start=1)}
    for identity, (paragraph, name) in zip(count(first), names.items(), strict=False):
        start = etree.Element(w("bookmarkStart"), {w("id"): str(identity), w("name"): name})
        paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
        paragraph.append(etree.Element(w("bookmarkEnd"), {w("id"): str(identity)}))
    return names


def _entry(heading: Heading, name: str, page: str, styles: Styles) -> tuple[str, str]:
    """The style of an entry and its link."""
    style = styles.named(f"toc {heading.level}") or f"TOC{heading.level}"
    number = _field_begin(rf" PAGEREF {name} \h ") + (run(page) if page else "") + _FIELD_END
    link = f"{run(heading.title)}<w:r><w:tab/></w:r>{number}"
    return style, f'<w:hyperlink w:anchor="{name}" w:history="1">{link}</w:hyperlink>'


def _lines(entries: Sequence[tuple[str, str]], instruction: str, width: int) -> list[str]:
    """The paragraphs of the field, which begins in the first and ends in the last."""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    links = [link for _, link in entries]
    if links:
        links[0] = _field_begin(instruction) + links[0]
        links[-1] += _FIELD_END
    return [
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tab}</w:pPr>{link}</w:p>'
        for (style, _), link in zip(entries, links, strict=True)
    ]


def _field_begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
