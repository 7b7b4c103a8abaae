"""Text with tables in it, as it comes out of conversion: cells parted by tabs or by |, or one cell to a line."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from jixiao.documents.barred import BAR, BarredLine, BarredRow, barred_lines, is_barred, tables_of
from jixiao.documents.celllines import CELL_MARK, table_of_lines
from jixiao.documents.flattened import NumberedText
from jixiao.documents.model import Block, Cell, Document, GridCount, Paragraph
from jixiao.findings import Place

Line = tuple[int, str]
"""A line and its number, counted from 1."""

_BREAKS = re.compile(r"<br\s*/?>|</p>\s*<p>")
_TAGS = re.compile(r"</?(?:p|b|i|u|a|em|strong|sup|sub|span|div)(?:\s[^<>]*)?>")
_ESCAPED = re.compile(r"\\([*_|~])")
_BOLD = re.compile(r"(?<![≥≤<>=＞＜])\*\*")  # “≥**人” is a blank of a template
_HEADING = re.compile(r"\s*(#{1,6})(?!#)\s*")
_TELLING_LINES = 60
"""Lines that tell whether bars open the rows of a table too."""
_RULE_LINE = re.compile(r"[\s|:-]+")


def read_text(text: str, file: str) -> Document:
    """The paragraphs and tables of a text, every one with its line.

    >>> document = read_text("表1\\n指标\\t权重\\n甲\\t3\\n\\n完", "甲.txt")
    >>> [grid.texts(1) for grid in document.grids()]
    [('甲', '3')]
    """
    lines = list(enumerate(text.split("\n"), 1))
    return Document(file, "text", tuple(_Reader(lines, GridCount(file)).blocks()))


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once; each goes to the table it belongs to, or is a paragraph."""

    lines: Sequence[Line]
    grids: GridCount
    at: int = 0

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            number, line = self.lines[self.at]
            if _is_row(line):
                yield self.grids.grid_of_texts([_cells(row, line.split("\t")) for row, line in self._run(_is_row)])
            elif _is_piped(line) and not self._is_barred():
                piped = [(row, line) for row, line in self._run(_is_piped) if not _RULE_LINE.fullmatch(line)]
                yield self.grids.grid_of_texts([_cells(row, _between_pipes(line)) for row, line in piped])
            elif is_barred(line):
                barred, taken = barred_lines(self.lines, self.at)
                self.at += taken
                yield from self._barred(barred)
            elif line.startswith(CELL_MARK):
                yield from self._cell_lines()
            else:
                self.at += 1
                yield from _paragraph(number, line)

    def _run(self, belongs: Callable[[str], bool]) -> list[Line]:
        start = self.at
        while self.at < len(self.lines) and belongs(self.lines[self.at][1]):
            self.at += 1
        return list(self.lines[start : self.at])

    def _is_barred(self) -> bool:
        """Whether the lines at hand are closed by bars, but not all of them opened by one: then it opens none."""
        ahead = (line for _, line in self.lines[self.at : self.at + _TELLING_LINES])
        return any(not _is_piped(line) for line in takewhile(is_barred, ahead))

    def _barred(self, lines: Sequence[BarredLine]) -> Iterator[Block]:
        """Rows of cells closed by bars are tables; single cells closed by bars are one of a single column."""
        for table in tables_of(lines):
            if len(table.rows) > 1:
                number = self.grids.next_number()
                yield self.grids.grid(number, list(_merged(table.rows, number)))
                continue
            for text, place in (_cell(cell) for row in table.rows for cell in row if cell):
                yield Paragraph(f"{text} {BAR}".strip(), place)

    def _cell_lines(self) -> Iterator[Block]:
        """A table with one cell to a line; lines that only begin with a tab are paragraphs."""
        table = table_of_lines(self.lines, self.at)
        begin, self.at = self.at, self.at + table.taken
        for number, line in table.apart if table.rows else self.lines[begin : self.at]:
            yield from _paragraph(number, line)
        if table.rows:
            yield self.grids.grid_of_texts(
                [[(plain(text), Place(line=number)) for number, text in row] for row in table.rows]
            )


def _paragraph(number: int, line: str) -> Iterator[Paragraph]:
    """The paragraph of a line, none for a blank one; signs of Markdown before it are its level."""
    marked = _HEADING.match(line)
    if text := plain(line[marked.end() :] if marked else line):
        yield Paragraph(text, Place(line=number), len(marked[1]) if marked else None)


def plain(text: str) -> str:
    """The text without the marks of HTML and Markdown that conversions leave in it, blanks at the ends removed.

    >>> plain("<b>合计</b>"), plain("<p>甲</p> <p>乙</p>"), plain("(11/17) \\\\*100%")
    ('合计', '甲\\n乙', '(11/17) *100%')
    """
    if "<" in text:
        text = _TAGS.sub("", _BREAKS.sub("\n", text))
    return _ESCAPED.sub(r"\1", _BOLD.sub("", text)).strip()


def _cells(number: int, texts: Sequence[str]) -> list[tuple[str, Place]]:
    return [(plain(text), Place(line=number)) for text in texts]


def _merged(rows: Sequence[BarredRow], table: int) -> Iterator[Cell]:
    """The cells of a table, each as far down as it covers the rows below it."""
    open_cells: list[Cell] = []
    for number, row in enumerate(rows):
        above, open_cells = open_cells, []
        for column, found in enumerate(row):
            if found is None and column < len(above):
                open_cells.append(replace(above[column], rows=number - above[column].row + 1))
                continue
            text, place = _cell(found or (0, ""))
            open_cells.append(Cell(text, number, column, replace(place, table=table, row=number + 1)))
        goes_on = rows[number + 1] if number + 1 < len(rows) else []
        for column, cell in enumerate(open_cells):
            if column >= len(goes_on) or goes_on[column] is not None:
                yield cell


def _cell(numbered: NumberedText) -> tuple[str, Place]:
    return plain(numbered[1]), Place(line=numbered[0])


def _between_pipes(line: str) -> list[str]:
    """The cells of a line of Markdown, empty ones too; an escaped sign parts none.

    >>> _between_pipes("|| 甲\\\\|乙 |3|")
    ['', ' 甲|乙 ', '3']
    """
    cells = [cell.replace("\0", "|") for cell in line.strip().replace("\\|", "\0").split("|")]
    return cells[1 : -1 if len(cells) > 2 and not cells[-1] else None]


def _is_row(line: str) -> bool:
    """Whether a tab stands inside the line, so that it separates cells."""
    return "\t" in line[1:]


def _is_piped(line: str) -> bool:
    return line.lstrip().startswith("|") and line.count("|") > 1
