"""What the margins of pages repeat: running heads, feet, and numbers of pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.documents.pdf.lines import TextLine
from jixiao.documents.pdf.page import SCALE

_MARGIN = 8  # the part of a page that its margin at the top or bottom takes at most, with the number in it
_REPEATED = 10  # the part of a page in which its head or foot stands
_OUTERMOST = 3  # lines from the edge of a page among which its head or foot stands
_SAME_HEIGHT = 3 * SCALE
_CHANGING = re.compile(r"[\dⅠ-ⅿivxlIVXL\s]+")
_NUMBER = re.compile(
    r"[-—–~·\s]{0,6}(?:第\s?)?(?:\d{1,4}|[ivxlIVXL]{1,7})(?:\s?页)?(?:[\s/,，共]{1,4}\d{1,4}\s?页?)?[-—–~·\s]{0,6}"
)
_OF_TABLES = re.compile(r"(?:金额)?单位[:：]|表\s?\d|附[件表录]|[（(]?[续接]上?表")
_OF_SENTENCES = tuple("。；，、")  # the last words of a paragraph, which many pages may begin with
_FEWEST = 2

Page = tuple[tuple[int, int], Sequence[TextLine]]
"""A page: its width and height, and its lines from top to bottom."""


def furniture_of(pages: Sequence[Page]) -> frozenset[tuple[int, int]]:
    """Which lines are no part of the text, as (page, line): those repeated in margins at one height on most pages.

    A number of a page need not be repeated. What announces a table belongs to it, however many pages repeat it.
    """
    found: set[tuple[int, int]] = set()
    alike: dict[tuple[bool, str], list[tuple[int, int, int]]] = defaultdict(list)
    for number, ((_, height), lines) in enumerate(pages):
        for at, is_head, distance in _in_margins(height, lines):
            text = lines[at].text
            if _NUMBER.fullmatch(text):
                found.add((number, at))
            elif distance <= height // _REPEATED and not _belongs_to_text(text):
                alike[is_head, _CHANGING.sub("", text)].append((distance, number, at))
    enough = max(_FEWEST, (len(pages) * 2 + 4) // 5)
    for places in alike.values():
        middle = sorted(places)[len(places) // 2][0]
        same = [(number, at) for distance, number, at in places if abs(distance - middle) <= _SAME_HEIGHT]
        if len({number for number, _ in same}) >= enough:
            found.update(same)
    return frozenset(found)


def _belongs_to_text(text: str) -> bool:
    return _OF_TABLES.match(text) is not None or text.endswith(_OF_SENTENCES)


def _in_margins(height: int, lines: Sequence[TextLine]) -> Iterator[tuple[int, bool, int]]:
    """The outermost lines in the margins of a page: which, whether at the top, and how far from the edge."""
    for at, line in enumerate(lines):
        if at < _OUTERMOST and line.top <= height // _MARGIN:
            yield at, True, line.top
        elif at >= len(lines) - _OUTERMOST and line.bottom >= height - height // _MARGIN:
            yield at, False, height - line.bottom
