"""Tables that came out of Word with one cell to a line: a tab before each cell, a blank line between the rows.

A cell may hold several paragraphs, some of them blank, so a blank line ends a row only perhaps. What settles it is
the width of the table, which its first row tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.documents.flattened import FIGURE, NumberedText, with_heading

CELL_MARK = "\t"

_LONGEST_HEADING = 20
_TELLING_ROWS = 6
_TOTALS = ("合计", "总计", "小计")


@dataclass(slots=True)
class _Segment:
    """Cells with no blank line before any but the first; `before` cells of the same row may stand before them."""

    before: int = 0
    paragraphs: list[tuple[int, list[str]]] = field(default_factory=list)

    def begin(self, number: int, line: str) -> None:
        """One more cell, whose first paragraph stands on the line `number`."""
        self.paragraphs.append((number, [line] if line else []))

    def go_on(self, line: str) -> None:
        """One more paragraph of the last cell."""
        self.paragraphs[-1][1].append(line)

    @property
    def cells(self) -> list[NumberedText]:
        """The cells with their texts."""
        return [(number, "\n".join(lines)) for number, lines in self.paragraphs]

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.paragraphs)

    def is_whole(self, width: int) -> bool:
        """Whether the row is complete."""
        return self.size >= width or self.before + self.size == width or self.is_total

    def ends_in_figure(self) -> bool:
        """Whether the last cell holds a figure, which no words go on."""
        lines = self.paragraphs[-1][1]
        return len(lines) == 1 and FIGURE.fullmatch(lines[0]) is not None

    @property
    def is_total(self) -> bool:
        """Whether this is a row of totals, in which cells are merged."""
        first = next((lines for _, lines in self.paragraphs if lines), [""])
        return "".join("".join(first).split()).startswith(_TOTALS)


@dataclass(frozen=True, slots=True)
class LinedTable:
    """A table of cell lines: its rows, none if it is no table; how many lines it takes; the heading set apart."""

    rows: list[list[NumberedText]]
    taken: int
    apart: list[NumberedText] = field(default_factory=list)


def table_of_lines(lines: Sequence[NumberedText], start: int = 0) -> LinedTable:
    """The table that begins with line `start`; where there is none, how many lines do not begin one either.

    >>> lines = list(enumerate(["\\t指标", "\\t权重", "", "\\t执行", "", "情况", "", "\\t3", "", "后文"], 1))
    >>> table_of_lines(lines).rows
    [[(1, '指标'), (2, '权重')], [(4, '执行\\n情况'), (8, '3')]]
    """
    first, taken = _segments(lines, start, 0, _TELLING_ROWS)
    width = max(segment.size for segment in first)
    if len(first) < 2:
        return LinedTable([], taken)
    if width < 2:
        return LinedTable([], 1)
    segments, taken = _segments(lines, start, width)
    rows, apart = with_heading(list(_aligned(list(_rows(segments, width)), width)), width)
    return LinedTable(rows, taken, apart)


def _segments(
    lines: Sequence[NumberedText], start: int, width: int, most: int | None = None
) -> tuple[list[_Segment], int]:
    """The table cut at blank lines before cells, at `most` so many pieces, and the number of its lines.

    With a width of 0 it is not known yet: then only a long line, or words after a figure, show that the table is over.
    """
    segments: list[_Segment] = []
    taken, blank = 0, False
    for count, at in enumerate(range(start, len(lines)), 1):
        number, line = lines[at]
        if "\t" in line[1:]:
            break
        if line.startswith(CELL_MARK):
            if blank or not segments:
                if most is not None and len(segments) == most:
                    break
                segments.append(_Segment(_waiting(segments, width)))
            segments[-1].begin(number, line.strip())
        elif not line.strip():
            blank = True
            continue
        elif _is_over(segments, width, line, blank):
            break
        else:
            segments[-1].go_on(line.strip())
        blank, taken = False, count
    return segments, taken


def _waiting(segments: Sequence[_Segment], width: int) -> int:
    """How many cells stand already in the row that the next segment may go on."""
    if not segments or segments[-1].is_whole(width):
        return 0
    return segments[-1].before + segments[-1].size


def _is_over(segments: Sequence[_Segment], width: int, line: str, blank: bool) -> bool:
    """Whether a line stands behind the table, and is not one more paragraph of its last cell."""
    last = segments[-1]
    if not width or len(segments) == 1:
        return last.ends_in_figure() or (blank and len(line.strip()) > _LONGEST_HEADING)
    return last.is_whole(width) and (blank or last.ends_in_figure())


def _rows(segments: Sequence[_Segment], width: int) -> Iterator[list[NumberedText]]:
    """Segments put together where a blank line stood inside a row: the pieces give just the width.

    A single cell above the first whole row is a title, not a piece of a row.
    """
    waiting: list[_Segment] = []
    above = True
    for segment in segments:
        above = above and segment.size < width
        if above and segment.size == 1 and not waiting:
            yield segment.cells
            continue
        waiting.append(segment)
        size = sum(each.size for each in waiting)
        if size > width:
            yield from (each.cells for each in waiting[:-1])
            waiting = [segment]
            size = segment.size
        if size >= width or segment.is_total:
            if size == width and not any(each.is_total for each in waiting[:-1]):
                yield [cell for each in waiting for cell in each.cells]
            else:
                yield from (each.cells for each in waiting)
            waiting = []
    yield from (each.cells for each in waiting)


def _aligned(rows: Sequence[list[NumberedText]], width: int) -> Iterator[list[NumberedText]]:
    """The rows, those too short moved to the right where only that brings their figures under the others' figures.

    Cells of a level that goes on may be left out instead of left empty.
    """
    whole = [row for row in rows[1:] if len(row) == width]
    figures = [
        column
        for column in range(width)
        if whole
        and all(FIGURE.fullmatch(row[column][1]) or not row[column][1] for row in whole)
        and any(row[column][1] for row in whole)
    ]
    for row in rows:
        lacking = width - len(row)
        moved = [(row[0][0], "")] * lacking + row
        if lacking > 0 and figures and _holds_figures(moved, figures) and not _holds_figures(row, figures):
            yield moved
        else:
            yield row


def _holds_figures(row: Sequence[NumberedText], columns: Sequence[int]) -> bool:
    return all(column < len(row) and FIGURE.fullmatch(row[column][1]) for column in columns)
