"""Where in running text a form stands whose cells are paragraphs, and its tables put together again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from jixiao.documents import Block, Cell, Document, Grid, Paragraph
from jixiao.documents.model import grid_of
from jixiao.forms.headings import Headings
from jixiao.forms.model import Said
from jixiao.forms.restoring.broken import mended
from jixiao.forms.restoring.parts import Part, RowOf, TornOf, parts_of
from jixiao.forms.restoring.repeats import without_repeats
from jixiao.forms.restoring.tokens import BAR, Cells, Heading, cells_of, headings_in, of_indicators, with_bars, words_of
from jixiao.forms.vocabulary import header_field, is_form_title, plain

_HINT = re.compile(r"[三3]\s*级\s*指\s*标|指\s*标\s*名\s*称")
_ABOVE = {False: 250, True: 900}
"""Cells that may stand between the title of a form and the heading of its indicators."""
_BETWEEN = 40
"""Cells between the rows of one form and a second heading of its indicators."""
_BELOW = 1500
_FEWEST_WORDS = 5
_TITLE_ABOVE = 8
"""Paragraphs above a table run together of which one may be its title."""
_TOGETHER = re.compile(
    "[二2]级指标[^、，。；;]{0,6}[三3]级指标[^、，。；;]{0,40}?(?:指标值|目标值)[^、，。；;]{0,40}?(?:完成值|实际值|完成情况)|"
    "指标名称[^、，。；;]{0,20}(?:指标)?(?:性质|单位)[^、，。；;]{0,40}?指标值[^、，。；;]{0,60}?得分"
)
_TITLE = re.compile(r"[^。；;，,:：、》\s]{2,40}(?:自评表|自我评价表)")
_PARAGRAPH = attrgetter("paragraph")


@dataclass(frozen=True, slots=True)
class Torn:
    """Cells of the form at hand that no row takes, and why. Without a form at hand they are a form of their own."""

    said: Said
    why: str
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class _Region:
    """The tokens of a form: from its title or first field on, its heading of indicators, and where it must end."""

    start: int
    heading: Heading
    limit: int


def restored(document: Document, headings: Headings) -> Iterator[Block | Torn]:
    """The document's blocks, with tables in the place of paragraphs that are the cells of a form.

    What stands run together without any separator cannot be put back: it is told as torn.
    """
    if document.format != "text":
        yield from document.blocks
        return
    number = max((grid.number for grid in document.grids()), default=0)
    for is_passage, group in groupby(mended(document.blocks, headings), _is_passage):
        blocks = list(group)
        paragraphs = [paragraph for block in blocks for paragraph in _paragraphs(block)] if is_passage else []
        if not any(_HINT.search(each.text) for each in paragraphs):
            yield from (without_repeats(each, headings) if isinstance(each, Grid) else each for each in blocks)
            continue
        for block in _of_passage(paragraphs, headings, number):
            if isinstance(block, Grid):
                number = block.number
            yield block


def _is_passage(block: Block) -> bool:
    """Whether a block is a paragraph or a table of a single column, which only cells without rows make."""
    return isinstance(block, Paragraph) or block.width == 1


def _paragraphs(block: Block) -> list[Paragraph]:
    """The paragraph, or each cell of a single column with the bar that closed it."""
    if isinstance(block, Paragraph):
        return [block]
    return [Paragraph(f"{cell.text} {BAR}".strip(), cell.place) for row in block.rows for cell in row]


def _of_passage(paragraphs: Sequence[Paragraph], headings: Headings, number: int) -> Iterator[Block | Torn]:
    cells = cells_of(paragraphs)
    regions = _regions(cells, headings)
    if not regions:
        cells = words_of(paragraphs)
        regions = _regions(cells, headings)
    at = 0
    taken = 0
    for region in regions:
        first = cells.tokens[region.start].paragraph
        yield from _plain(paragraphs[at:first])
        yield from _rest_of_paragraph(cells, max(taken, _paragraph_start(cells, region.start)), region.start)
        own = with_bars(cells, region.start, region.heading.end)
        parts, end = parts_of(own, region.start, region.heading, region.limit, headings)
        for block in _blocks(parts, number):
            if isinstance(block, Grid):
                number = block.number
            yield block
        last = cells.tokens[end - 1].paragraph
        following = _paragraph_end(cells, end - 1)
        next_start = next((each.start for each in regions if each.start >= end), len(cells.tokens))
        yield from _rest_of_paragraph(cells, end, min(following, next_start))
        taken = min(following, next_start)
        at = last + 1
    yield from _plain(paragraphs[at:])


def _plain(paragraphs: Sequence[Paragraph]) -> Iterator[Block | Torn]:
    """Paragraphs as they are; those that hold a whole table run together are told."""
    for number, paragraph in enumerate(paragraphs):
        yield paragraph
        words = plain(paragraph.text) if _HINT.search(paragraph.text) else ""
        for found in _TOGETHER.finditer(words):
            before = [plain(each.text) for each in paragraphs[max(number - _TITLE_ABOVE, 0) : number]]
            titles = [title for text in (*before, words[: found.start()]) for title in _TITLE.findall(text)]
            yield Torn(Said(titles[-1] if titles else found[0], paragraph.place), "", is_form=True)


def _paragraph_start(cells: Cells, at: int) -> int:
    """The first token of the paragraph in which a token stands."""
    return bisect_left(cells.tokens, cells.tokens[at].paragraph, key=_PARAGRAPH)


def _paragraph_end(cells: Cells, at: int) -> int:
    """Behind the last token of the paragraph in which a token stands."""
    return bisect_right(cells.tokens, cells.tokens[at].paragraph, key=_PARAGRAPH)


def _rest_of_paragraph(cells: Cells, start: int, end: int) -> Iterator[Paragraph]:
    """What else stands in a paragraph of which a form takes a part."""
    if start < end:
        rest = cells.tokens[start:end]
        yield Paragraph(" ".join(token.text for token in rest), rest[0].place)


def _regions(cells: Cells, headings: Headings) -> list[_Region]:
    """The forms among the cells: a heading of indicators with a title, or a field that names the project, above it."""
    fits = of_indicators(headings)
    found = [
        each
        for each in headings_in(cells.tokens, headings.indicator, fits)
        if not cells.spaced or len(each.columns) >= _FEWEST_WORDS
    ]
    starts: list[tuple[int, Heading]] = []
    before = 0
    for heading in found:
        start = _start_of(cells, before, heading.start)
        if start is None and starts:
            start = heading.start if heading.start - before <= _BELOW else None
        if start is not None:
            starts.append((start, heading))
            before = heading.end
    ends = [*(start for start, _ in starts[1:]), len(cells.tokens)][: len(starts)]
    return [
        _Region(start, heading, min(end, heading.end + _BELOW))
        for (start, heading), end in zip(starts, ends, strict=True)
    ]


def _start_of(cells: Cells, before: int, heading: int) -> int | None:
    """Where the form of a heading begins: the nearest title above it, else the nearest field 项目名称."""
    names = None
    for at in range(heading - 1, max(before, heading - _ABOVE[cells.spaced]) - 1, -1):
        text = cells.tokens[at].text
        if is_form_title(text):
            return at
        label = header_field(text)
        if names is None and label is not None and label[0] == "项目名称":
            names = at
    return names


def _blocks(parts: Sequence[Part], number: int) -> Iterator[Block | Torn]:
    """The parts of a form as blocks: titles, tables numbered from behind `number` on, and what no row takes."""
    for is_row, group in groupby(parts, lambda part: isinstance(part, RowOf)):
        if not is_row:
            for part in group:
                if isinstance(part, TornOf):
                    yield Torn(Said(part.text, part.place), part.why)
                elif isinstance(part, Paragraph):
                    yield part
            continue
        number += 1
        cells = [
            Cell(text, row, column, place)
            for row, part in enumerate(group)
            if isinstance(part, RowOf)
            for column, text, place in part.cells
        ]
        yield grid_of(number, cells, "")
