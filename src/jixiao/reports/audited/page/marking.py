"""The document rebuilt for the page: paragraphs and tables, what findings speak of marked where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.documents import Document, Grid, Paragraph
from jixiao.documents.model import Cell
from jixiao.findings import Finding, Severity
from jixiao.text import normal

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `marked` where a finding speaks of it."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph or the content of a cell: where links lead (`anchor`), its pieces, the findings that speak of it."""

    anchor: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def severity(self) -> str:
        """The gravest severity of its findings; "" without any."""
        return min((each.severity for each in self.findings), key=_SEVERITIES.index).value if self.findings else ""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph and its rank in the outline (0: none)."""

    content: Shown
    level: int


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell and how far it reaches."""

    content: Shown
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as rows of cells, each where it begins."""

    number: int
    rows: tuple[tuple[ShownCell, ...], ...]


Mentioned = Mapping[int, Sequence[tuple[Finding, str]]]
"""By anchor: the findings that speak of the place, with the words they quote."""


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """The blocks of the document, and the anchors that links can lead to."""

    blocks: tuple[ShownParagraph | ShownTable, ...]
    anchors: frozenset[int]


def shown_document(document: Document, findings: Sequence[Finding]) -> ShownDocument:
    """The document with the findings at the places they name; its places must be numbered (`anchored`)."""
    builder = _Builder(_mentioned(findings))
    blocks = tuple(
        builder.table(block) if isinstance(block, Grid) else builder.paragraph(block) for block in document.blocks
    )
    return ShownDocument(blocks, frozenset(builder.given))


def _mentioned(findings: Sequence[Finding]) -> dict[int, list[tuple[Finding, str]]]:
    found: dict[int, list[tuple[Finding, str]]] = {}
    for finding in findings:
        for place in finding.places:
            if place.anchor is not None:
                found.setdefault(place.anchor, []).append((finding, place.text or ""))
    return found


class _Builder:
    """Shows block after block; of several that share a number (a text box) links lead to the first."""

    def __init__(self, mentioned: Mentioned) -> None:
        self.mentioned = mentioned
        self.given: set[int] = set()

    def paragraph(self, paragraph: Paragraph) -> ShownParagraph:
        content = self._shown(paragraph.text, paragraph.place.anchor, whole=False)
        return ShownParagraph(content, min(paragraph.level or 0, 6))

    def table(self, grid: Grid) -> ShownTable:
        covered: set[tuple[int, int]] = set()
        rows = (tuple(self._cells(grid, row, covered)) for row in range(len(grid.rows)))
        return ShownTable(grid.number, tuple(rows))

    def _cells(self, grid: Grid, row: int, covered: set[tuple[int, int]]) -> Iterator[ShownCell]:
        for column, cell in enumerate(grid.rows[row]):
            if (row, column) in covered:
                continue
            columns = _reach([_same(cell, other) for other in grid.rows[row][column:]])
            rows = _reach([_covers(line[column : column + columns], cell) for line in grid.rows[row : row + cell.rows]])
            covered |= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
            yield ShownCell(self._shown(cell.text, cell.place.anchor, whole=True), rows, columns)

    def _shown(self, text: str, anchor: int | None, *, whole: bool) -> Shown:
        if anchor is None or anchor in self.given:
            return Shown("", (Piece(text),))
        self.given.add(anchor)
        spoken = self.mentioned.get(anchor, ())
        if not spoken:
            return Shown("", (Piece(text),))
        pieces = (Piece(text, marked=True),) if whole else tuple(_pieces(text, [words for _, words in spoken]))
        return Shown(f"at{anchor}", pieces, tuple(dict.fromkeys(finding for finding, _ in spoken)))


def _pieces(text: str, quoted: Sequence[str]) -> Iterator[Piece]:
    """The text with what is quoted marked; all of it where something quoted is not found in it."""
    spans = [_span(text, words) for words in dict.fromkeys(quoted)]
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    for start, end in pairwise(edges):
        yield Piece(text[start:end], marked=any(first <= start and end <= last for first, last in spans))


def _span(text: str, words: str) -> tuple[int, int]:
    """Where the words stand in the text, as it is or made uniform; all of it where they do not."""
    at = text.find(words) if words else -1
    if at >= 0:
        return at, at + len(words)
    uniform = normal(text)
    at = uniform.text.find(words) if words else -1
    if at < 0:
        return 0, len(text)
    return uniform.original(at, at + len(words))


def _same(cell: Cell, other: Cell) -> bool:
    return (cell.row, cell.column) == (other.row, other.column)


def _covers(line: Sequence[Cell], cell: Cell) -> bool:
    return bool(line) and all(_same(cell, other) for other in line)


def _reach(same: Sequence[bool]) -> int:
    """How many of the first are true; at least one.

    >>> _reach([True, True, False, True]), _reach([])
    (2, 1)
    """
    return max(next((at for at, each in enumerate(same) if not each), len(same)), 1)
