"""Paragraphs put together from lines: what a line leaves unfinished goes on in the next one."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median_low

from jixiao.documents.pdf.lines import TextLine, begins_point, begins_title, run_on

_LEADER = re.compile(r"[.…·。．]{4}|…{2}")
_CAPTION = re.compile(r"[表图]\s?\d|附[件表录]\s?\d|(?:金额)?单位[:：]|(?:注|资料来源|数据来源)[:：]")
_REFERS = tuple("附见如和及与至即、，（(“")  # behind these a table is spoken of, no caption begins
_CLAUSE_END = "；"
_SENTENCE_ENDS = tuple("。！？：；”")
_SIZE_DIFFERS = 12  # percent
_STEP_DIFFERS = 120  # percent
_FEWEST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the lines of a page's text begin and end, and how far below each other they stand.

    `size` is that of most characters; `within` is how far lines of one paragraph stand at most, where more room between
    paragraphs tells them; else 0.
    """

    left: int
    right: int
    pitch: int
    indents: bool
    size: int
    within: int = 0

    def is_full(self, line: TextLine, following: TextLine) -> bool:
        """Whether the line had no room for what the following one begins with.

        Signs that may not stand apart take more room than one knows; it is allowed for where indents tell paragraphs.
        """
        spare = line.size if self.indents else line.size // 3
        return line.right + following.first_width > self.right - spare

    def is_long(self, line: TextLine) -> bool:
        """Whether a line reaches so far that only what may not be parted may have had no room behind it."""
        return line.right > self.left + (self.right - self.left) * 2 // 3


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line and the page it stands on; `shape` is that page's width and height."""

    line: TextLine
    page: int
    shape: tuple[int, int]


def frames_of(lines: Iterable[PageLine]) -> Mapping[tuple[int, int], Frame]:
    """The frame of every shape of page."""
    ordered = sorted(lines, key=lambda each: (each.shape, each.page, each.line.top))
    return {shape: _frame(list(group)) for shape, group in groupby(ordered, key=lambda each: each.shape)}


def _frame(lines: Sequence[PageLine]) -> Frame:
    all_lines = [each.line for each in lines]
    size = Counter(each.size for each in all_lines).most_common(1)[0][0]
    body = [each for each in all_lines if _is_alike(each.size, size)]
    right = max(_right_edge([each.right for each in body], size), lines[0].shape[0] * 2 // 3)
    left = _left_edge([each.left for each in body], size)
    indented = sum(left + size * 3 // 2 <= each.left <= left + size * 5 // 2 for each in body)
    steps = Counter(
        after.line.top - before.line.top
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < after.line.top - before.line.top < 3 * size
    )
    pitch = sorted(steps.elements())[steps.total() // 2] if steps else 2 * size
    frame = Frame(left, right, pitch, indented * 10 >= len(body), size)
    return replace(frame, within=_step_within(lines, frame))


def _step_within(lines: Sequence[PageLine], frame: Frame) -> int:
    """How far below each other lines of one paragraph stand at most; 0 where paragraphs stand no further apart."""
    going_on: list[int] = []
    ending: list[int] = []
    for before, after in pairwise(lines):
        step = after.line.top - before.line.top
        is_body = _is_alike(before.line.size, frame.size) and _is_alike(after.line.size, frame.size)
        if before.page != after.page or not is_body or not 0 < step < 3 * frame.size or begins_title(after.line.text):
            continue
        ends = before.line.text.endswith(_SENTENCE_ENDS)
        if frame.is_full(before.line, after.line) and not ends:
            going_on.append(step)
        elif ends and not frame.is_long(before.line):
            ending.append(step)
    if min(len(going_on), len(ending)) < _FEWEST_STEPS:
        return 0
    near, far = median_low(going_on), median_low(ending)
    return (near + far) // 2 if far * 100 >= near * _STEP_DIFFERS else 0


def _right_edge(places: Sequence[int], size: int) -> int:
    """The outermost place before which many lines end; marks that hang over are few."""
    near = _neighbours(places, size // 2)
    return max(place for place, (before, _) in near.items() if before * 3 >= max(each for each, _ in near.values()))


def _left_edge(places: Sequence[int], size: int) -> int:
    """The outermost place behind which many lines begin."""
    near = _neighbours(places, size // 2)
    return min(place for place, (_, behind) in near.items() if behind * 4 >= max(each for _, each in near.values()))


def _neighbours(places: Sequence[int], distance: int) -> Mapping[int, tuple[int, int]]:
    """How many of the places lie this near before and behind each of them, itself included."""
    ordered = sorted(places)
    return {
        place: (
            bisect_right(ordered, place) - bisect_left(ordered, place - distance),
            bisect_right(ordered, place + distance) - bisect_left(ordered, place),
        )
        for place in dict.fromkeys(ordered)
    }


def paragraphs_in(lines: Sequence[PageLine], frames: Mapping[tuple[int, int], Frame]) -> Iterator[tuple[str, int]]:
    """The paragraphs in consecutive lines: the text of each, and the page it begins on."""
    text, begun = "", 0
    parts: list[PageLine] = []
    for each in lines:
        if parts and _goes_on(parts, each, frames[parts[-1].shape]):
            text = run_on(text, each.line.text)
            parts.append(each)
            continue
        if parts:
            yield text, begun
        text, begun, parts = each.line.text, each.page, [each]
    if parts:
        yield text, begun


def _goes_on(parts: Sequence[PageLine], following: PageLine, frame: Frame) -> bool:
    """Whether the paragraph of these lines goes on in the following line."""
    last, line = parts[-1].line, following.line
    if not _is_alike(line.size, last.size) or _stands_alone(last) or _stands_alone(line):
        return False
    if not _begins_where_it_may(parts, line, frame):
        return False
    if frame.within and parts[-1].page == following.page and _is_alike(line.size, frame.size):
        return 0 < line.top - last.top <= frame.within and frame.is_long(last) and not _names_itself(parts, line)
    return frame.is_full(last, line) and _is_below(parts[-1], following, frame) and not _begins_anew(parts, line, frame)


def _is_alike(size: int, other: int) -> bool:
    return abs(size - other) * 100 <= other * _SIZE_DIFFERS


def _stands_alone(line: TextLine) -> bool:
    """Whether a line goes on in no other: one of a table of contents, or one in several columns."""
    return len(line.words) > 1 or _LEADER.search(line.text) is not None


def _is_below(before: PageLine, after: PageLine, frame: Frame) -> bool:
    if before.page != after.page:
        return before.shape == after.shape
    return 0 < after.line.top - before.line.top <= frame.pitch * 7 // 5


def _begins_where_it_may(parts: Sequence[PageLine], line: TextLine, frame: Frame) -> bool:
    """Whether a line begins at the edge of the text, or where the paragraph's second line did."""
    last, near = parts[-1].line, line.size // 2
    if len(parts) > 1:
        return abs(line.left - last.left) <= near
    if begins_point(last.text) and last.left + near < line.left <= last.left + 4 * line.size:
        return not last.text.endswith(_SENTENCE_ENDS)
    return line.left <= last.left + near and line.left <= frame.left + line.size


def _begins_anew(parts: Sequence[PageLine], line: TextLine, frame: Frame) -> bool:
    """Whether a line that begins at the edge begins a paragraph nevertheless, as its words tell."""
    last = parts[-1].line
    if _names_itself(parts, line):
        return True
    if not last.text.endswith(_SENTENCE_ENDS):
        return False
    if last.text.endswith(_CLAUSE_END):
        return begins_point(line.text) or begins_title(line.text)
    return not frame.indents or begins_title(line.text)


def _names_itself(parts: Sequence[PageLine], line: TextLine) -> bool:
    """Whether a line begins as a caption does, or as the next point below one that begins at the same place."""
    first, last = parts[0].line, parts[-1].line
    is_caption = _CAPTION.match(line.text) is not None and not last.text.endswith(_REFERS)
    is_next_point = begins_point(first.text) and abs(first.left - line.left) <= line.size // 2
    return is_caption or (is_next_point and begins_point(line.text))
