"""Lines of text on a page: characters beside each other, parted where a gap is wide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.documents.pdf.page import SCALE, Character

_CLOSING, _OPENING = "，。、；：？！）〕】》」』”’％", "（〔【《「『“‘"
_TOKEN = re.compile(f"[{_OPENING}]?(?:[!-~]+|.)[{_CLOSING}]*(?:(?<=[”’])[“‘].)?", re.DOTALL)
_ENDS_CLAUSE = tuple("。；：;！？")
_POINT = re.compile(r"[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）]|[.、．](?!\d))")
_TITLE = re.compile(
    r"第[一二三四五六七八九十]{1,3}[章部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_FIGURE = re.compile(r"[-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?[%％]?")
_FEW_GAPS = 4


@dataclass(frozen=True, slots=True)
class Words:
    """What stands between two wide gaps of a line."""

    text: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, its parts from left to right; `size` is that of its largest character."""

    words: tuple[Words, ...]
    top: int
    bottom: int

    @property
    def text(self) -> str:
        """All of the line, a blank at each wide gap."""
        return " ".join(words.text for words in self.words)

    @property
    def left(self) -> int:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.words[-1].right

    @property
    def size(self) -> int:
        """How large its characters are."""
        return self.bottom - self.top

    @property
    def first_width(self) -> int:
        """How much room what may not be parted at its beginning needs: a number, or a character."""
        return token_width(self.text, self.size)


def token_width(text: str, size: int) -> int:
    """About how wide the beginning of a text is that no line break parts: letters and digits, or one character.

    >>> token_width("335.96万元", 100), token_width("算的", 100)
    (300, 100)
    """
    token = _TOKEN.match(text)
    return sum(size // 2 if character < "\x7f" else size for character in token.group()) if token else 0


def lines_of_text(characters: Sequence[Character]) -> Iterator[TextLine]:
    """The characters as lines from top to bottom."""
    line: list[Character] = []
    for character in sorted(characters, key=lambda each: (each.box.middle[1], each.box.left)):
        if line and character.box.middle[1] > line[0].box.bottom:
            yield _line(line)
            line = []
        line.append(character)
    if line:
        yield _line(line)


def _line(characters: Sequence[Character]) -> TextLine:
    ordered = sorted(characters, key=lambda each: each.box.left)
    top, bottom = min(each.box.top for each in ordered), max(each.box.bottom for each in ordered)
    size = max(each.box.bottom - each.box.top for each in ordered)
    stretch = _stretch([after.box.left - before.box.right for before, after in pairwise(ordered)])
    words: list[Words] = []
    text, left = ordered[0].text, ordered[0].box.left
    for before, character in pairwise(ordered):
        gap = character.box.left - before.box.right
        if gap > max(size, 2 * stretch):
            words.append(Words(text, left, before.box.right))
            text, left = character.text, character.box.left
        else:
            apart = character.after_blank or gap > max(size // 2, 2 * stretch)
            text += (" " if apart else "") + character.text
    words.append(Words(text, left, ordered[-1].box.right))
    return TextLine(tuple(words), bottom - size if bottom - top > size else top, bottom)


def _stretch(gaps: Sequence[int]) -> int:
    """How far apart all characters of a line are set, to fill it or to look grand; 0 where few tell nothing."""
    return max(sorted(gaps)[len(gaps) // 2], 0) if len(gaps) >= _FEW_GAPS else 0


def begins_point(text: str) -> bool:
    """Whether a text begins with the number or mark of a point."""
    return _POINT.match(text) is not None


def begins_title(text: str) -> bool:
    """Whether a text begins with the number of a heading: 一、 or （一）."""
    return _TITLE.match(text) is not None


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence or a point does."""
    return text.endswith(_ENDS_CLAUSE)


def run_on(text: str, rest: str) -> str:
    """A text and the line that goes on from it: a blank only between letters or digits.

    >>> run_on("占支出决", "算的46.39%"), run_on("total", "sum")
    ('占支出决算的46.39%', 'total sum')
    """
    apart = text[-1:].isascii() and text[-1:].isalnum() and rest[:1].isascii() and rest[:1].isalnum()
    return text + (" " if apart else "") + rest


def cell_text(characters: Sequence[Character], width: int) -> tuple[str, int]:
    """The text of a cell of this width, and the room behind its last line, in percent of a character.

    A line behind which the beginning of the next one has no room goes on in it, others end with a line break.
    """
    lines = list(lines_of_text(characters))
    if not lines:
        return "", 0
    room = max(width - _padding(lines[0].size), *(line.right - line.left for line in lines))
    text = lines[0].text
    for before, line in pairwise(lines):
        if _parts_a_figure(before, line, room):
            text += line.text
        elif _goes_on(before, line, room):
            text = run_on(text, line.text)
        else:
            text += f"\n{line.text}"
    last = lines[-1]
    return text, (room - (last.right - last.left)) * 100 // last.size


def _parts_a_figure(before: TextLine, line: TextLine, room: int) -> bool:
    """Whether a column is too narrow for a figure: a decimal or one in groups, of which not a digit more had room."""
    is_full = before.right - before.left + line.size // 2 > room
    figure = before.text + line.text
    return is_full and ("." in figure or "," in figure) and _FIGURE.fullmatch(figure) is not None


def _padding(size: int) -> int:
    """What a cell keeps free beside its text, and what of a line is left over."""
    return max(size, 10 * SCALE) * 3 // 2


def _goes_on(before: TextLine, line: TextLine, room: int) -> bool:
    """Whether a line of a cell goes on in the next one: it is full, or no one would begin a line there."""
    if before.text[-1] in _OPENING or line.text[0] in _CLOSING:
        return True
    if ends_clause(before.text) and begins_point(line.text):
        return False
    return before.right - before.left + line.first_width > room
