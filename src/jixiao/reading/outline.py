"""The outline of a document: which lines are headings, of which rank, and what stands below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.documents import Block, Document, Paragraph
from jixiao.findings import Place
from jixiao.text import normal

_CHINESE = "[一二三四五六七八九十百]+"
_RANKS = (
    (0, re.compile(rf"(附件|附表|附录|附)({_CHINESE}|\d+(?:-\d+)?)?[:、.]?(.*)")),
    (1, re.compile(rf"(第)({_CHINESE}|\d+)(?:章|部分)[:、.]?(.*)")),
    (1, re.compile(rf"()({_CHINESE})、(.+)")),
    (2, re.compile(rf"([(])({_CHINESE})[)]、?(.+)")),
    (3, re.compile(r"()(\d{1,2})[.、](?!\d) ?(.+)")),
    (4, re.compile(r"([(])(\d{1,2})[)]、?(.+)")),
)
_CONTENTS_LINE = re.compile(r"(?:\t|[.…·]{3})\s*[\divxIVX]{1,6}\s*$")
_LONGEST_OF_CONTENTS = 200  # characters, most of them dots
_LONGEST = 45  # characters a heading has at most
_SENTENCE = re.compile(r"[。;!?]|,$|^[(]?\d*[)、.]?《")  # a document cited in a list is no heading
_ANNOUNCES = re.compile(r"[,\d].*:$")
_DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `mark` as printed (“（一）”), its number, its rank, its title.

    The rank is 0 for an annex, 1 for 一、, 2 for （一）, 3 for 1., 4 for (1), and the level of one without a number.
    """

    mark: str
    number: int | None
    rank: int
    title: str
    place: Place

    def __str__(self) -> str:
        return f"{self.mark}{self.title}"


Section = tuple[Heading, ...]
"""The headings above a place, the highest first."""


def heading_of(paragraph: Paragraph) -> Heading | None:
    """The heading that the paragraph is; None for running text.

    A heading is short, is no sentence, and bears a number or a level in the outline of the file. A number tells its
    rank, which typists keep to more than to levels. A line of a table of contents, ending in its page, is none.

    >>> heading = heading_of(Paragraph("（二）预算执行情况", Place()))
    >>> heading.rank, heading.number, heading.title
    (2, 2, '预算执行情况')
    >>> heading_of(Paragraph("一、本年收入合计454.58万元，其中：", Place())) is None
    True
    """
    text = normal(paragraph.text).text
    if not text or len(text) > _LONGEST or _SENTENCE.search(text) or _is_of_contents(paragraph.text):
        return None
    for rank, pattern in _RANKS:
        if found := pattern.fullmatch(text):
            if _ANNOUNCES.search(found[3]):
                return None
            title = found[3].removesuffix(":")
            mark = text[: found.start(3)]
            if rank == 0 and not (found[2] or not title):
                break
            return Heading(mark, number_in(found[2]), rank, title, paragraph.place)
    if not paragraph.level or _ANNOUNCES.search(text):
        return None
    return Heading("", None, paragraph.level, text, paragraph.place)


def sections(document: Document) -> Iterator[tuple[Block, Section]]:
    """Every block that is no heading, with the headings above it; lines of a table of contents are passed over."""
    above: list[Heading] = []
    for block in document.blocks:
        heading = heading_of(block) if isinstance(block, Paragraph) else None
        if heading is None:
            if not (isinstance(block, Paragraph) and _is_of_contents(block.text)):
                yield block, tuple(above)
            continue
        while above and above[-1].rank >= heading.rank:
            above.pop()
        above.append(heading)


def headings(document: Document) -> Sequence[Heading]:
    """The headings in their order."""
    found = (heading_of(block) for block in document.blocks if isinstance(block, Paragraph))
    return tuple(heading for heading in found if heading is not None)


def _is_of_contents(text: str) -> bool:
    """Whether a line of a table of contents ends in its page."""
    return len(text) <= _LONGEST_OF_CONTENTS and _CONTENTS_LINE.search(text) is not None


def number_in(text: str | None) -> int | None:
    """A whole number below 100, written in digits or in Chinese.

    >>> number_in("十二"), number_in("20"), number_in("二十三")
    (12, 20, 23)
    """
    if not text:
        return None
    if text[0].isdigit():
        return int(re.split(r"\D", text)[0])
    tens, ten, ones = text.rpartition("十")
    value = (_DIGITS.get(tens, 1) if ten else 0) * 10
    return value + (_DIGITS.get(ones, 0) if ones else 0)
