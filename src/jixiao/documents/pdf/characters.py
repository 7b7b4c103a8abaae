"""The characters of a page of a PDF: where each stands, how large it is, and which way the text runs."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple
from unicodedata import east_asian_width

import pypdfium2
import pypdfium2.raw

from jixiao.documents.pdf.page import SCALE, Box, Character, Turned

_ABOVE = 85  # percent of a character's size, from the line it stands on
_UNKNOWN = (0, 0xFFFD)  # what a font without a table of its characters gives
_NO_CHARACTER = (0xFFFE, 0xFFFF)
_BLANKS = (0x20, 0xA0, 0x3000)
_TURNS = {(1, 0): 0, (0, 1): 90, (-1, 0): 180, (0, -1): 270}
_SLANT = 10  # a text rises by less than this part of its length where it is level


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page: its characters as one reads them, how many run another way, and how many nobody can tell."""

    turned: Turned
    characters: tuple[Character, ...]
    slanted: int
    unknown: int


class _Drawn(NamedTuple):
    """A character as the file draws it: where it begins, its size, how far it reaches, and the way its text runs."""

    text: str
    x: int
    y: int
    size: int
    reach: int
    turn: int | None
    after_blank: bool


def text_of(page: pypdfium2.PdfPage) -> PageText:
    """The text of a page, turned so that most of it runs to the right; text running another way is left out.

    Vertical remarks and slanted watermarks are no part of what one reads.
    """
    text = page.get_textpage()
    try:
        reader = _TextReader(text)
        drawn = list(reader.drawn())
    finally:
        text.close()
    turns = Counter(each.turn for each in drawn if each.turn is not None)
    rotation = turns.most_common(1)[0][0] if turns else page.get_rotation()
    turned = Turned(page, rotation)
    width, height = turned.size
    level = [_seen(each, turned) for each in drawn if each.turn == rotation]
    on_page = [each for each in level if 0 <= each.box.middle[0] <= width and 0 <= each.box.middle[1] <= height]
    return PageText(turned, tuple(on_page), len(drawn) - len(level), reader.unknown)


class _TextReader:
    """Asks the library for one character after the other."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self.unknown = 0
        self._matrix = pypdfium2.raw.FS_MATRIX()
        self._box = pypdfium2.raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._places = (ctypes.byref(self._x), ctypes.byref(self._y))
        self._matrix_place, self._box_place = ctypes.byref(self._matrix), ctypes.byref(self._box)

    def drawn(self) -> Iterator[_Drawn]:
        """The characters that are seen; a blank is told by the one behind it.

        A blank that the library made of a gap is one between letters or digits; Chinese is set apart from them anyhow.
        """
        raw, text = pypdfium2.raw, self._text
        before, after_blank, after_gap = "", False, False
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, index)
            if code in _BLANKS:
                is_gap = bool(raw.FPDFText_IsGenerated(text, index))
                after_gap, after_blank = after_gap or is_gap, after_blank or not is_gap
            elif code in _UNKNOWN or 0xE000 <= code <= 0xF8FF:
                self.unknown += 1
            elif code > 32 and not 0xD800 <= code <= 0xDFFF and code not in _NO_CHARACTER:
                is_word = after_gap and before.isascii() and code < 0x80
                before = chr(code)
                yield self._character(index, before, after_blank or is_word)
                after_blank = after_gap = False

    def _character(self, index: int, character: str, after_blank: bool) -> _Drawn:
        raw, text, matrix = pypdfium2.raw, self._text, self._matrix
        raw.FPDFText_GetMatrix(text, index, self._matrix_place)
        raw.FPDFText_GetCharOrigin(text, index, *self._places)
        size = raw.FPDFText_GetFontSize(text, index) * SCALE
        x, y = self._x.value * SCALE, self._y.value * SCALE
        turn = _turn(matrix.a, matrix.b)
        if _is_wide(character):
            reach = size * hypot(matrix.a, matrix.b)
        else:
            raw.FPDFText_GetLooseCharBox(text, index, self._box_place)
            reach = _reach(turn, x, y, self._box)
        height = max(round(size * hypot(matrix.c, matrix.d)), 1)
        return _Drawn(character, round(x), round(y), height, round(reach), turn, after_blank)


def _reach(turn: int | None, x: float, y: float, box: pypdfium2.raw.FS_RECTF) -> float:
    """How far a character reaches from where it begins, the way its text runs."""
    reach: float
    match turn:
        case 90:
            reach = box.top * SCALE - y
        case 180:
            reach = x - box.left * SCALE
        case 270:
            reach = y - box.bottom * SCALE
        case _:
            reach = box.right * SCALE - x
    return max(reach, 1)


def _turn(across: float, up: float) -> int | None:
    """How far a page is turned for text that runs this way to run to the right; None for slanted text."""
    if abs(up) * _SLANT < abs(across):
        return _TURNS[1 if across > 0 else -1, 0]
    if abs(across) * _SLANT < abs(up):
        return _TURNS[0, 1 if up > 0 else -1]
    return None


def _seen(drawn: _Drawn, turned: Turned) -> Character:
    """The character on the turned page, in a box as high as its size."""
    x, y = turned.point(drawn.x, drawn.y)
    top = y - drawn.size * _ABOVE // 100
    return Character(drawn.text, Box(x, top, x + drawn.reach, top + drawn.size), drawn.after_blank)


def _is_wide(character: str) -> bool:
    return character > "\u2e7f" and east_asian_width(character) in "WF"
