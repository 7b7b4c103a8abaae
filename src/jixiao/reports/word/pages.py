"""On which pages headings stand: LibreOffice lays the document out once and tells through the outline of a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from lxml import etree

from jixiao.documents.libreoffice import converted, libreoffice
from jixiao.documents.word.lists import FORMATS
from jixiao.reports.word.headings import Heading, headings_of, text_of
from jixiao.reports.word.markup import w
from jixiao.reports.word.package import Package, parsed, serialized
from jixiao.reports.word.styles import Styles

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'


_BY_HAND = "目录中没有页码；在 Word 中右击目录，选“更新域”即可补上"
_LAST_LEVEL = 9  # of the outline


@dataclass(frozen=True, slots=True)
class Pages:
    """The page numbers, as printed, of all headings; or None, and in Chinese why."""

    numbers: tuple[str, ...] | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Landmark:
    """A paragraph whose page is looked up: a heading, or what a section begins with."""

    section: int
    text: str
    heading: bool


def heading_pages(docx: bytes, *, timeout: int = 120) -> Pages:
    """Where the headings of a finished document stand; never raises, whether LibreOffice is there or not.

    `timeout` is in seconds. The numbers are those printed on the pages: a section that starts its pages anew or
    counts them in Roman numerals is followed.
    """
    program = libreoffice()
    if program is None:
        return Pages(None, f"没有找到 LibreOffice，{_BY_HAND}")
    package = Package.read(docx)
    document = parsed(package.parts[package.document])
    headings = list(headings_of(document, Styles(package.opened("styles")), package.opened("numbering")))
    landmarks = _landmarks(document, headings)
    package.parts[package.document] = serialized(document)
    pdf = converted(program, package.to_bytes(), ".docx", _FILTER, timeout)
    if pdf is None:
        return Pages(None, f"LibreOffice 没能在 {timeout} 秒内排好版，{_BY_HAND}")
    found = _found(landmarks, _outline(pdf))
    if found is None:
        return Pages(None, f"LibreOffice 排出的版面与标题对不上，{_BY_HAND}")
    return Pages(_printed(landmarks, found, list(document.iter(w("sectPr")))))


def _landmarks(document: etree._Element, headings: Sequence[Heading]) -> list[_Landmark]:
    """The headings and the first text of each section, in order; all are put into the outline so that it tells them."""
    by_paragraph = {heading.paragraph: heading for heading in headings}
    landmarks: list[_Landmark] = []
    section, begun = 0, -1
    for element in document.iter(w("p"), w("sectPr")):
        if element.tag == w("sectPr"):
            section += 1
            continue
        heading, text = by_paragraph.get(element), text_of(element)
        if heading is not None or (text and begun < section):
            _put_into_outline(element, _LAST_LEVEL if heading is None else heading.level)
            landmarks.append(_Landmark(section, text, heading is not None))
            begun = section
    return landmarks


def _put_into_outline(paragraph: etree._Element, level: int) -> None:
    """State the level of a paragraph, which LibreOffice does not see in every style."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    for stated in properties.findall(w("outlineLvl")):
        properties.remove(stated)
    etree.SubElement(properties, w("outlineLvl")).set(w("val"), str(level - 1))


def _outline(pdf: bytes) -> list[tuple[str, int]]:
    """The titles of a PDF's outline, each with its page (0 is the first); none where it is no PDF."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            entries = ((bookmark.get_title(), bookmark.get_dest()) for bookmark in document.get_toc())
            return [(title, dest.get_index()) for title, dest in entries if dest is not None]
    except pypdfium2.PdfiumError:
        return []


def _found(landmarks: Sequence[_Landmark], outline: Sequence[tuple[str, int]]) -> list[int] | None:
    """The page of each landmark, in order; what else the outline holds is passed over. None where one is missing."""
    entries = iter(outline)
    pages = [
        next((page for title, page in entries if _squeezed(landmark.text) in _squeezed(title)), None)
        for landmark in landmarks
    ]
    return [page for page in pages if page is not None] if None not in pages else None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _printed(
    landmarks: Sequence[_Landmark], pages: Sequence[int], sections: Sequence[etree._Element]
) -> tuple[str, ...]:
    """The numbers printed on the pages of the headings."""
    printed = []
    offset, seen = 1, -1  # what is printed is the page's place in the file and this
    for landmark, page in zip(landmarks, pages, strict=True):
        numbers = sections[landmark.section].find(w("pgNumType")) if landmark.section < len(sections) else None
        start, written = (None, None) if numbers is None else (numbers.get(w("start")), numbers.get(w("fmt")))
        if landmark.section != seen and start is not None:
            offset = int(start) - page
        seen = landmark.section
        if landmark.heading:
            printed.append(FORMATS.get(written or "decimal", str)(page + offset))
    return tuple(printed)
