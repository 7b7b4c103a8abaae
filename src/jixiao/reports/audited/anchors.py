"""Numbers that let a page find the paragraph or cell that a finding speaks of.

A Word file brings its own: how many paragraphs stand before. Every other document is numbered before it is audited.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from jixiao.documents import Document
from jixiao.documents.model import Block, Cell, Grid


def anchored(document: Document) -> Document:
    """The document with every paragraph and cell numbered in its place, unless its reader has done so."""
    if document.format == "docx":
        return document
    return replace(document, blocks=tuple(_numbered(document)))


def _numbered(document: Document) -> Iterator[Block]:
    numbers = count()
    for block in document.blocks:
        if isinstance(block, Grid):
            yield _numbered_grid(block, numbers)
        else:
            yield replace(block, place=replace(block.place, anchor=next(numbers)))


def _numbered_grid(grid: Grid, numbers: Iterator[int]) -> Grid:
    """The table; a merged cell has one number at all positions it covers."""
    known: dict[tuple[int, int], Cell] = {}
    rows: list[tuple[Cell, ...]] = []
    for row in grid.rows:
        line: list[Cell] = []
        for cell in row:
            at = (cell.row, cell.column)
            if at not in known:
                known[at] = replace(cell, place=replace(cell.place, anchor=next(numbers)))
            line.append(known[at])
        rows.append(tuple(line))
    return replace(grid, rows=tuple(rows))
