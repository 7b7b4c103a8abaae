"""A copy of a Word file with the findings as comments at the paragraphs and cells they speak of.

The text part gains the marks of the comments, the package their part, its type and its relation; all else of the
file stays as it was, byte for byte.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, join

from lxml import etree

from jixiao.findings import Finding
from jixiao.refusals import Problem, Refusal
from jixiao.reports.audited.audited import Audited
from jixiao.reports.audited.sayings import accepted_sentence, explained, label_of, places_of
from jixiao.reports.word.markup import W, escaped, run, w
from jixiao.reports.word.opening import open_package, safely_parsed
from jixiao.reports.word.package import Package, parsed, serialized

AUTHOR, INITIALS = "绩效核查", "核"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BOX = w("txbxContent")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: the paragraph it belongs to, counted in the text part, and its lines."""

    anchor: int
    lines: tuple[str, ...]


def commented_docx(audited: Audited, raw: bytes) -> bytes:
    """The Word file `raw`, which was audited, with its findings as comments; Refusal where it can take none."""
    package = open_package(raw, audited.document.name)
    root = safely_parsed(package.parts[package.document], audited.document.name, package.document)
    if root.tag != w("document"):
        mend = "请用 Word 打开后另存为普通的“Word 文档（.docx）”"
        raise Refusal(
            Problem(audited.document.name, "", "另一种版本（严格 Open XML）的文件", "普通的 .docx 文件", mend)
        )
    paragraphs = list(root.iter(w("p")))
    comments, part = _comments(package)
    numbers = _free_numbers(comments)
    for note in _notes(audited):
        number = next(numbers)
        comments.append(_comment(number, note.lines))
        _mark(_outside_of_boxes(paragraphs[note.anchor]), number)
    package.parts[package.document] = serialized(root)
    package.put(part, serialized(comments), _COMMENTS)
    return package.to_bytes()


def _notes(audited: Audited) -> Iterator[Note]:
    """A comment at every place of every finding; in full at the first, a reference to it at the others."""
    for fault in audited.faults():
        if fault.is_rounding:
            continue
        for finding in (fault.finding, *fault.consequences):
            anchors = dict.fromkeys(place.anchor for place in places_of(finding) if place.anchor is not None)
            for at, anchor in enumerate(anchors):
                title = f"{finding.id} 〔{label_of(audited, finding)}〕{finding.title}"
                yield Note(
                    anchor, (title, *_body(audited, finding)) if at == 0 else (title, "理由见同一编号的第一条批注。")
                )


def _body(audited: Audited, finding: Finding) -> Iterator[str]:
    if finding.derived_from:
        yield f"由 {finding.derived_from} 引起。"
    yield from explained(finding)
    if accepted := accepted_sentence(audited, finding):
        yield accepted


def _comments(package: Package) -> tuple[etree._Element, str]:
    """The comments the file has already, or an empty part for them that its text refers to."""
    known = package.related(package.document, "comments")
    if known in package.parts:
        return parsed(package.parts[known]), known
    part = join(dirname(package.document), "comments.xml")
    package.relate(package.document, "comments", part)
    return etree.Element(w("comments"), nsmap={"w": W}), part


def _free_numbers(comments: etree._Element) -> Iterator[int]:
    taken = {int(text) for each in comments if (text := each.get(w("id"), "")).isdigit()}
    number = max(taken, default=-1)
    while True:
        number += 1
        yield number


def _comment(number: int, lines: Sequence[str]) -> etree._Element:
    texts = "".join(f"<w:p>{run(line)}</w:p>" for line in lines)
    names = f'w:id="{number}" w:author="{escaped(AUTHOR)}" w:initials="{escaped(INITIALS)}"'
    return etree.fromstring(f'<w:comment xmlns:w="{W}" {names}>{texts}</w:comment>')


def _outside_of_boxes(paragraph: etree._Element) -> etree._Element:
    """The paragraph, or the one that the text box hangs on where it stands in one: Word allows no comments there."""
    for ancestor in paragraph.iterancestors(_BOX):
        paragraph = next(ancestor.iterancestors(w("p")), paragraph)
    return paragraph


def _mark(paragraph: etree._Element, number: int) -> None:
    """Put the comment around the whole content of the paragraph."""
    start, end, reference = (
        etree.Element(w(name), {w("id"): str(number)})
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
    )
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == w("pPr") else 0, start)
    holder = etree.Element(w("r"))
    holder.append(reference)
    paragraph.extend([end, holder])
