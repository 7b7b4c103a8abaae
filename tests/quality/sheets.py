"""A report before it has a format: headings, paragraphs and tables, whose figures can be found and changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Figure:
    """A piece of text that a check looks at: what is printed, and its role, such as `amount` or `score_rate`."""

    text: str
    role: str

    def __str__(self) -> str:
        return self.text


Piece = str | Figure


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of rank 1 (一、), 2 (（一）) or 3 (1.); the text bears its number."""

    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(map(str, self.pieces))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, which may reach over several rows or columns."""

    piece: Piece
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """What is printed."""
        return str(self.piece)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption and unit ("" without one), and its rows; a cell stands where it begins."""

    caption: str
    unit: str
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Sheets:
    """A report: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]

    def figures(self) -> Iterator[tuple[tuple[int, ...], Figure]]:
        """Every figure with its address."""
        for number, block in enumerate(self.blocks):
            if isinstance(block, Paragraph):
                for place, piece in enumerate(block.pieces):
                    if isinstance(piece, Figure):
                        yield (number, place), piece
            elif isinstance(block, Table):
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        if isinstance(cell.piece, Figure):
                            yield (number, row, column), cell.piece

    def changed(self, address: tuple[int, ...], text: str) -> "Sheets":
        """The same report with another text at the address of a figure."""
        number = address[0]
        blocks = list(self.blocks)
        block = blocks[number]
        if isinstance(block, Paragraph):
            pieces = list(block.pieces)
            pieces[address[1]] = text
            blocks[number] = Paragraph(tuple(pieces))
        elif isinstance(block, Table):
            rows = [list(row) for row in block.rows]
            rows[address[1]][address[2]] = replace(rows[address[1]][address[2]], piece=text)
            blocks[number] = replace(block, rows=tuple(map(tuple, rows)))
        return replace(self, blocks=tuple(blocks))


def row(*pieces: Piece | Cell) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(piece if isinstance(piece, Cell) else Cell(piece) for piece in pieces)
