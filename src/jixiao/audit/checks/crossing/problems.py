"""Problems and suggestions: the abstract and the body should name them alike."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.crossing.catalogue import PROBLEM_TITLES
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Place, Severity
from jixiao.reading.outline import Heading
from jixiao.reading.running import Passage

_LISTS = (
    (re.compile("(?:存在|有)(?:的|以下|如下|的主要)?(?:几[个方面点]+)?(?:主要)?问题[^。;:]{0,6}:"), re.compile("问题")),
    (re.compile("(?:建议|意见)[^。;:]{0,6}:"), re.compile("建议|意见|措施")),
)
_ITEM = re.compile(r"(?P<number>\d{1,2})[.、](?P<title>[^;。:]{4,40})[;。]")
_PUNCTUATION = re.compile(r"[,、“”\"\s。;]")


def problem_titles(material: Material) -> Iterator[Checked]:
    """The numbered items of the abstract against the headings of the chapters on problems and suggestions."""
    for passage in material.passages:
        for announces, chapter in _LISTS:
            announced = announces.search(passage.text)
            items = _items(passage, announced.end()) if announced else []
            titles = _titles(material.headings, chapter) if len(items) > 1 else []
            if items and len(items) == len(titles):
                yield from _compared(items, titles)


def _items(passage: Passage, start: int) -> list[tuple[str, Place]]:
    """The items 1. 2. 3. that follow directly."""
    found: list[tuple[str, Place]] = []
    while item := _ITEM.match(passage.text, start):
        if int(item["number"]) != len(found) + 1:
            break
        found.append((item["title"], passage.place(*item.span("title"))))
        start = item.end()
    return found


def _titles(headings: Sequence[Heading], chapter: re.Pattern[str]) -> list[Heading]:
    """The headings directly below the last one of the chapter that has any."""
    best: list[Heading] = []
    for number, heading in enumerate(headings):
        if chapter.search(heading.title):
            below = list(_below(headings[number + 1 :], heading.rank))
            best = below or best
    return best


def _below(headings: Sequence[Heading], rank: int) -> Iterator[Heading]:
    first: int | None = None
    for heading in headings:
        if heading.rank <= rank:
            return
        first = heading.rank if first is None else first
        if heading.rank == first and heading.number is not None:
            yield heading


def _compared(items: Sequence[tuple[str, Place]], titles: Sequence[Heading]) -> Iterator[Checked]:
    for (item, place), heading in zip(items, titles, strict=True):
        if _PUNCTUATION.sub("", item) == _PUNCTUATION.sub("", heading.title):
            yield Checked.held(PROBLEM_TITLES, place)
            continue
        yield Checked.failed(
            PROBLEM_TITLES,
            Severity.WARNING,
            f"摘要的“{item}”与正文标题“{heading.title}”不一致",
            "同一条问题（建议）在摘要和正文中写法不同，请核对是否为同一事项，并统一说法。",
            place,
            heading.place,
            stated=item,
            expected=heading.title,
        )
