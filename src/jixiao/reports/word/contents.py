"""The table of contents: a field that Word can bring up to date, holding entries that are right before it does."""

from collections.abc import Sequence
from itertools import count

from lxml import etree

from jixiao.reports.word.blocks import CONTENTS
from jixiao.reports.word.headings import Heading
from jixiao.reports.word.markup import W, escaped, run, w
from jixiao.reports.word.package import parsed
from jixiao.reports.word.sections import text_width
from jixiao.reports.word.styles import Styles

DEEPEST = 3  # the levels of headings that the contents list

_INSTRUCTION = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '


def listed(headings: Sequence[Heading]) -> list[Heading]:
    """The headings that stand in the contents."""
    return [heading for heading in headings if heading.level <= DEEPEST]


def write_contents(
    document: etree._Element, headings: Sequence[Heading], styles: Styles, pages: Sequence[str] | None
) -> None:
    """Replace the paragraph that `Blocks.contents` left by an entry for each heading; nothing where there is none.

    `pages` are the page numbers of the `listed` headings; without them the entries have none until Word is asked to
    bring the field up to date.
    """
    marks = [text for text in document.iter(w("t")) if text.text == CONTENTS]
    entries = listed(headings)
    names = _bookmark(document, entries) if marks else []
    for mark in marks:
        place = next(mark.iterancestors(w("p")))
        lines = _lines(entries, names, pages or [""] * len(entries), styles, text_width(place))
        for line in parsed(f'<w:body xmlns:w="{W}">{"".join(lines)}</w:body>'.encode()):
            place.addprevious(line)
        mark.text = ""
        parent = place.getparent()
        if parent is not None and entries:
            parent.remove(place)


def _bookmark(document: etree._Element, entries: Sequence[Heading]) -> list[str]:
    """Put a bookmark around the text of each heading; returns their names."""
    taken = [
        int(identity) for mark in document.iter(w("bookmarkStart")) if (identity := mark.get(w("id"), "")).isdigit()
    ]
    names: list[str] = []
    for number, entry in zip(count(max(taken, default=-1) + 1), entries, strict=False):
        name = f"_TocJixiao{len(names) + 1}"
        start = etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): name})
        properties = entry.paragraph.find(w("pPr"))
        entry.paragraph.insert(0 if properties is None else 1, start)
        entry.paragraph.append(etree.Element(w("bookmarkEnd"), {w("id"): str(number)}))
        names.append(name)
    return names


def _lines(
    entries: Sequence[Heading], names: Sequence[str], pages: Sequence[str], styles: Styles, width: int
) -> list[str]:
    """The paragraphs of the field."""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    lines = []
    for at, (entry, name, page) in enumerate(zip(entries, names, pages, strict=True)):
        style = styles.named(f"toc {entry.level}") or f"TOC{entry.level}"
        opening = _field_begin(_INSTRUCTION) if at == 0 else ""
        closing = _FIELD_END if at == len(entries) - 1 else ""
        number = _field_begin(rf" PAGEREF {name} \h ") + (run(page) if page else "") + _FIELD_END
        link = (
            f'<w:hyperlink w:anchor="{name}" w:history="1">{run(entry.title)}<w:r><w:tab/></w:r>{number}</w:hyperlink>'
        )
        lines.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tab}</w:pPr>{opening}{link}{closing}</w:p>')
    return lines


def _field_begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
