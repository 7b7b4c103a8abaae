"""Running text: paragraphs put together where a page broke them, every character with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jixiao.documents import Document, Grid, Paragraph
from jixiao.findings import Place
from jixiao.reading.outline import Section, sections
from jixiao.text import normal

_ENDS = tuple("。；！？：;!?:")
_FULL_LINE = 20  # characters that a line broken by a page has at least
_SENTENCE = re.compile(r"[^。;!?\n]+[。;!?\n]?")
_STATEMENT = re.compile(r"[^。!?\n]+[。!?\n]?")
_HOLDS_SENTENCES = re.compile(r"[，,。；;][^，,。；;]*\d|\d[^，,。；;]*[，,。；;]")
_QUOTED = 60  # characters of a sentence that a place quotes at most


@dataclass(frozen=True)
class Passage:
    """A stretch of running text, made uniform; `starts` are where its pieces begin and `places` where each stood.

    A cell of a table that holds sentences is a passage too.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    section: Section = ()

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where the characters from `start` to before `end` stood, with their words as the place's text."""
        words = self.text[start:end]
        return replace(self.places[bisect_right(self.starts, start) - 1], text=words[:_QUOTED], offset=start)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        return tuple(found.span() for found in _SENTENCE.finditer(self.text))

    @cached_property
    def statements(self) -> tuple[tuple[int, int], ...]:
        """Where the text from one full stop to the next begins and ends; semicolons part sentences of one statement."""
        return tuple(found.span() for found in _STATEMENT.finditer(self.text))

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that the character at `position` belongs to."""
        return self.sentences[bisect_right(self.sentences, (position, len(self.text) + 1)) - 1]


def passages(document: Document) -> tuple[Passage, ...]:
    """The running text outside of tables, headings left out; paragraphs that a page broke are one passage."""
    return tuple(_put_together(document))


def passages_in_tables(grids: Iterable[Grid]) -> tuple[Passage, ...]:
    """The cells of tables that hold sentences with figures, each once."""
    cells = (
        cell
        for grid in grids
        for row, line in enumerate(grid.rows)
        for column, cell in enumerate(line)
        if (cell.row, cell.column) == (row, column)
    )
    told = (cell for cell in cells if len(cell.text) >= _FULL_LINE and _HOLDS_SENTENCES.search(cell.text))
    return tuple(passage_of_cell(cell.text, cell.place) for cell in told)


def passage_of_cell(text: str, place: Place, section: Section = ()) -> Passage:
    """The text of one cell as a passage."""
    return Passage(normal(text).text, (0,), (place,), section)


def _put_together(document: Document) -> Iterator[Passage]:
    waiting: list[Paragraph] = []
    section: Section = ()
    for block, above in sections(document):
        goes_on = waiting and above == section and isinstance(block, Paragraph) and _is_broken(waiting[-1])
        if waiting and not goes_on:
            yield _passage(waiting, section)
            waiting = []
        if isinstance(block, Grid):
            continue
        waiting.append(block)
        section = above
    if waiting:
        yield _passage(waiting, section)


def _is_broken(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends in the middle of a sentence, as the last line of a page does."""
    text = "".join(paragraph.text.split())
    return len(text) >= _FULL_LINE and not text.endswith(_ENDS)


def _passage(pieces: Sequence[Paragraph], section: Section) -> Passage:
    starts: list[int] = []
    text = ""
    for piece in pieces:
        starts.append(len(text))
        text += normal(piece.text).text
    return Passage(text, tuple(starts), tuple(piece.place for piece in pieces), section)
