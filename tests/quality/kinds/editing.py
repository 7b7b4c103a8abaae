"""Edits of a report before it has a format: texts replaced, blocks and rows left out or put in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from tests.quality.faults import wrong
from tests.quality.sheets import Block, Cell, Heading, Paragraph, Sheets, Table

Rewrite = Callable[[str], str]


def texts(sheets: Sheets) -> Iterator[str]:
    """Everything printed, block by block and cell by cell."""
    for block in sheets.blocks:
        if isinstance(block, Table):
            yield block.caption
            yield from (cell.text for row in block.rows for cell in row)
        else:
            yield block.text


def instead(sheets: Sheets, old: str, new: str, *, everywhere: bool = False) -> Sheets:
    """The report with another text where one stands first, or wherever it stands; it must stand somewhere."""
    left = [-1 if everywhere else 1]
    found = [False]

    def rewrite(text: str) -> str:
        if old not in text or not left[0]:
            return text
        found[0] = True
        left[0] -= 1
        return text.replace(old, new) if everywhere else text.replace(old, new, 1)

    changed = replace(
        sheets, title=rewrite(sheets.title), blocks=tuple(_rewritten(each, rewrite) for each in sheets.blocks)
    )
    assert found[0], f"{old} does not stand in the report"
    return changed


def _rewritten(block: Block, rewrite: Rewrite) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=rewrite(block.text))
    if isinstance(block, Paragraph):
        text = rewrite(block.text)
        return block if text == block.text else Paragraph((text,))
    rows = tuple(tuple(_cell(cell, rewrite) for cell in row) for row in block.rows)
    return replace(block, caption=rewrite(block.caption), rows=rows)


def _cell(cell: Cell, rewrite: Rewrite) -> Cell:
    text = rewrite(cell.text)
    return cell if text == cell.text else replace(cell, piece=text)


def place_of(sheets: Sheets, text: str) -> int:
    """The number of the first block that says the text."""
    for number, block in enumerate(sheets.blocks):
        if text in (block.caption if isinstance(block, Table) else block.text):
            return number
    raise AssertionError(f"{text} does not stand in the report")


def put_in(sheets: Sheets, behind: str, *blocks: Block) -> Sheets:
    """The report with blocks behind the first one that says a text."""
    at = place_of(sheets, behind) + 1
    return replace(sheets, blocks=(*sheets.blocks[:at], *blocks, *sheets.blocks[at:]))


def left_out(sheets: Sheets, text: str) -> Sheets:
    """The report without the first block that says the text."""
    at = place_of(sheets, text)
    return replace(sheets, blocks=sheets.blocks[:at] + sheets.blocks[at + 1 :])


def cut(sheets: Sheets, first: str, end: str | None) -> Sheets:
    """The report without what stands from the first block that says a text to before the one that says the other."""
    start = place_of(sheets, first)
    stop = len(sheets.blocks) if end is None else place_of(sheets, end)
    return replace(sheets, blocks=sheets.blocks[:start] + sheets.blocks[stop:])


def table_with(sheets: Sheets, *words: str) -> tuple[int, Table]:
    """The first table whose caption or cells say all the words, with the number of its block."""
    for number, block in enumerate(sheets.blocks):
        if isinstance(block, Table):
            said = block.caption + "\n".join(cell.text for row in block.rows for cell in row)
            if all(word in said for word in words):
                return number, block
    raise AssertionError(f"no table says {words}")


def with_rows(sheets: Sheets, number: int, rows: tuple[tuple[Cell, ...], ...]) -> Sheets:
    """The report with other rows in the table of a block."""
    blocks = list(sheets.blocks)
    table = blocks[number]
    assert isinstance(table, Table)
    blocks[number] = replace(table, rows=rows)
    return replace(sheets, blocks=tuple(blocks))


def in_row(sheets: Sheets, number: int, label: str, old: str, new: str) -> Sheets:
    """The report with another text in the row of a table that says a label: in the cell that is it, else has it."""
    table = sheets.blocks[number]
    assert isinstance(table, Table)
    for at, row in enumerate(table.rows):
        if any(label in cell.text for cell in row):
            having = [column for column, cell in enumerate(row) if old in cell.text]
            column = max(having, key=lambda column: (row[column].text == old, column))
            cell = replace(row[column], piece=row[column].text.replace(old, new, 1))
            changed = (*row[:column], cell, *row[column + 1 :])
            return with_rows(sheets, number, (*table.rows[:at], changed, *table.rows[at + 1 :]))
    raise AssertionError(f"no row says {label}")


def without_row(sheets: Sheets, number: int, label: str) -> Sheets:
    """The report without the first row of a table that says a label and begins no cell over several rows."""
    table = sheets.blocks[number]
    assert isinstance(table, Table)
    at = next(
        at
        for at, row in enumerate(table.rows)
        if any(label in cell.text for cell in row) and all(cell.rows == 1 for cell in row)
    )
    rows = [
        tuple(replace(cell, rows=cell.rows - 1) if above + cell.rows > at else cell for cell in row)
        for above, row in enumerate(table.rows[:at])
    ]
    return with_rows(sheets, number, (*rows, *table.rows[at + 1 :]))


def made_wrong(sheets: Sheets, random: Random, role: str, words: str = "") -> Sheets:
    """The report with a figure of a role made wrong, in a table whose caption says the words."""
    places = [
        (address, figure)
        for address, figure in sheets.figures()
        if figure.role == role and words in getattr(sheets.blocks[address[0]], "caption", "")
    ]
    for address, figure in random.sample(places, len(places)):
        became = wrong(figure, random)
        if became != figure.text:
            return sheets.changed(address, became)
    raise AssertionError(f"no figure is a {role}")
