"""Tables that several pages hold, put together: the heading that each page repeats is kept once."""

import re
from dataclasses import replace

from jixiao.documents.model import Block, Document, Grid, Paragraph, rows_from

# What may stand between two pieces of a table: numbers of pages, and the words that announce the rest.
_FURNITURE = re.compile(r"[-—–~\s第页共/0-9]{1,20}|[（(]?(?:续|接)上?表.{0,40}|.{0,40}[（(]续(?:表)?\d*[)）]")
_MOST_HEADING_ROWS = 3


def joined(document: Document) -> Document:
    """The document with the pieces of each table as one; a piece is known by the heading it repeats.

    Pieces without a repeated heading stay apart: nothing but the heading proves that they belong together.
    """
    blocks: list[Block] = []
    between: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        before = blocks[-1] if blocks else None
        together = put_together(before, block) if isinstance(before, Grid) and all(map(is_furniture, between)) else None
        if together is not None:
            blocks[-1] = together
        else:
            blocks += [*between, block]
        between = []
    return replace(document, blocks=(*blocks, *between))


def is_furniture(paragraph: Paragraph) -> bool:
    """Whether a paragraph may stand between two pieces of a table: a page's number, or words that announce the rest."""
    return _FURNITURE.fullmatch(paragraph.text) is not None


def put_together(first: Grid, second: Grid, *, same_columns: bool = False) -> Grid | None:
    """Two pieces as one table where the second repeats the heading of the first; None where it does not.

    With `same_columns` their columns are known to lie in the same places, which proves it too.
    """
    heading = 0 if first.inside or second.inside else _common_heading(first, second)
    if first.width != second.width or not (heading or same_columns):
        return None
    height = len(first.rows)
    return Grid(first.number, first.rows + rows_from(second, heading, height), first.breaks | {height})


def _common_heading(first: Grid, second: Grid) -> int:
    """How many rows at the top both pieces have in common, all of them filled in with words."""
    rows = 0
    for row in range(min(len(first.rows), len(second.rows) - 1, _MOST_HEADING_ROWS)):
        if _squeezed(first, row) != _squeezed(second, row) or _has_figures(first, row):
            break
        rows += 1
    return rows


def _squeezed(grid: Grid, row: int) -> list[str]:
    return ["".join(text.split()) for text in grid.texts(row)]


def _has_figures(grid: Grid, row: int) -> bool:
    return any(re.fullmatch(r"[\d.%]+", text) for text in _squeezed(grid, row)) or not any(_squeezed(grid, row))
