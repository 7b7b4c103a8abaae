"""A sheet that holds a whole report: where its tables begin and end, and which rows are lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.documents.sheets.formspans import form_spans
from jixiao.documents.sheets.sheetrows import Merges, SheetRow, Texts, rows_of

_SHARED = 2  # words that two headings of the same kind of table have in common at least


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that belong together: a table, which may be a form (`is_form`), or one line of text (`is_line`)."""

    rows: tuple[int, ...]
    is_line: bool = False
    is_form: bool = False


@dataclass(slots=True)
class _Above:
    """What is known of the rows of a table that stand above: the words of the first one, how many texts one has."""

    heading: frozenset[str] = frozenset()
    widest: int = 0

    def take(self, row: SheetRow) -> None:
        """Add a row."""
        if not (row.is_line or self.heading):
            self.heading = frozenset(row.texts)
        self.widest = max(self.widest, len(row.texts))


def regions_of(texts: Texts, merges: Merges) -> tuple[Region, ...]:
    """The regions of a sheet from the top.

    Empty rows part what stands above and below them where below begins a line of text or the heading of a table; so do
    lines that announce a table where the heading of one follows. Rows with one text before the first row of several
    are lines, and those behind the last. A form is one table, whatever stands in its midst.
    """
    rows = tuple(rows_of(texts, merges))
    regions: list[Region] = []
    at = 0
    for begins, end in form_spans(rows):
        regions += _of_report(rows[at:begins])
        regions.append(Region(tuple(row.number for row in rows[begins:end]), is_form=True))
        at = end
    return (*regions, *_of_report(rows[at:]))


def _of_report(rows: Sequence[SheetRow]) -> Iterator[Region]:
    for part in _parted(rows):
        yield from _lines_and_table(part)


def _parted(rows: Sequence[SheetRow]) -> Iterator[Sequence[SheetRow]]:
    """The rows of each table, with the lines above it and below."""
    following = _following(rows)
    start, above = 0, _Above()
    for at, row in enumerate(rows):
        if at > start and _is_parted(rows, at, following[at], above):
            yield rows[start:at]
            start, above = at, _Above()
        above.take(row)
    if rows:
        yield rows[start:]


def _is_parted(rows: Sequence[SheetRow], at: int, following: int, above: _Above) -> bool:
    """Whether the row at `at` begins something new; `following` is the next row, or this one, that is no line."""
    row, before = rows[at], rows[at - 1]
    if row.number > before.number + 1 and not row.held:
        return _begins(row, above)
    return row.is_line and not before.is_line and _announces(rows[at : following + 1], above)


def _following(rows: Sequence[SheetRow]) -> list[int]:
    """For every row the position of the first row from there on that is no line."""
    found = [len(rows)] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        if not rows[at].is_line:
            found[at] = at
        elif at + 1 < len(rows):
            found[at] = found[at + 1]
    return found


def _begins(row: SheetRow, above: _Above) -> bool:
    """Whether a row below an empty one is a line of text, one of headings, or has more cells than any row above."""
    return len(row.texts) == 1 or len(row.texts) > above.widest or not row.has_figures


def _announces(rows: Sequence[SheetRow], above: _Above) -> bool:
    """Whether lines and the row behind them are those above a table and its heading."""
    *lines, below = rows
    if below.is_line or below.has_figures:
        return False
    alike = len(above.heading.intersection(below.texts)) >= _SHARED
    wider = len(below.texts) > above.widest
    return alike or wider or any(line.is_caption or line.is_sentence for line in lines)


def _lines_and_table(rows: Sequence[SheetRow]) -> Iterator[Region]:
    table = [at for at, row in enumerate(rows) if not row.is_line]
    first, last = (table[0], table[-1]) if table else (len(rows), len(rows))
    for row in rows[:first]:
        yield Region((row.number,), is_line=True)
    if table:
        yield Region(tuple(row.number for row in rows[first : last + 1]))
        for row in rows[last + 1 :]:
            yield Region((row.number,), is_line=True)
