"""Parts with their numbers: headings as official documents count them, tables and figures by chapter or annex."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.reports.content.parts import Chart, Table
from jixiao.reports.numbering import heading_number
from jixiao.reports.page.chapters import Block, Paragraph, Part, Way
from jixiao.reports.page.svg import svgs
from jixiao.reports.page.tables import PlacedTable, Targets, placed_table
from jixiao.reports.page.ways import anchor_of


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart as SVG, for either kind of screen, with its caption; `unit` is "" where the values say it themselves."""

    caption: str
    unit: str
    drawing: str


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part with its level (1 is a chapter), its number, and the id that leads to it."""

    level: int
    number: str
    title: str
    anchor: str
    blocks: tuple["PlacedBlock", ...]
    parts: tuple["PlacedPart", ...]


PlacedBlock = Paragraph | PlacedTable | PlacedChart | Way


def placed_chapters(parts: Sequence[Part], scores: Mapping[str, str]) -> tuple[PlacedPart, ...]:
    """The chapters 一、二、…; their tables are 表1-1, 表1-2 …. `scores` leads from an indicator to its derivation."""
    return tuple(_Placer("", chapter, scores).part(part, 1, chapter) for chapter, part in enumerate(parts, 1))


def placed_annexes(parts: Sequence[Part], scores: Mapping[str, str]) -> tuple[PlacedPart, ...]:
    """The annexes, whose titles hold their numbers; their tables are 附表1-1, 附表1-2 …."""
    return tuple(_Placer("附", annex, scores).part(part, 1, annex) for annex, part in enumerate(parts, 1))


class _Placer:
    """Numbers what stands in one chapter or annex."""

    def __init__(self, prefix: str, chapter: int, scores: Mapping[str, str]) -> None:
        self._prefix = prefix
        self._chapter = chapter
        self._scores = scores
        self._tables = 0
        self._figures = 0

    def part(self, part: Part, level: int, count: int, above: str = "") -> PlacedPart:
        """A part that is the `count`-th below the anchor `above`."""
        anchor = f"{above}-{count}" if above else f"{'annex' if self._prefix else 'part'}-{count}"
        number = "" if self._prefix else heading_number(level, count)
        targets = Targets(self._scores, {"合计": anchor_of(""), "小计": anchor_of(part.code)})
        blocks = tuple(self._block(block, targets) for block in part.blocks)
        parts = tuple(self.part(below, level + 1, place, anchor) for place, below in enumerate(part.parts, 1))
        return PlacedPart(level, number, part.title, anchor, blocks, parts)

    def _block(self, block: Block, targets: Targets) -> PlacedBlock:
        if isinstance(block, Table):
            return placed_table(block, self._table_caption(block.title), targets)
        if isinstance(block, Chart):
            self._figures += 1
            number = f"{self._prefix}图{self._chapter}-{self._figures}"
            name = f"{'annex-' if self._prefix else ''}figure-{self._chapter}-{self._figures}"
            unit = "" if block.unit == "%" else block.unit
            return PlacedChart(f"{number}  {block.title}", unit, svgs(block, name))
        return block

    def _table_caption(self, title: str) -> str:
        if not title:
            return ""
        self._tables += 1
        return f"{self._prefix}表{self._chapter}-{self._tables}  {title}"
