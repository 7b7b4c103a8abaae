"""Normalising Chinese text for reading: one width, one form of each sign, no stray blanks, every place remembered."""

import re
import unicodedata
from dataclasses import dataclass

_KEPT = re.compile("[\u2460-\u2473]")  # circled numbers are marks of points, not digits
_SAME = str.maketrans('﹪−﹣＊*✕∕⁄≧≦⩾⩽〕〔［］[]【】「」『』﹥﹤“”"', "%--×××//≥≤≥≤)(()()()“”“”><“”“")
_MARK = r"[\u2460-\u2473]|[(]?\d{1,2}[).、．](?!\d)|[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、"
_BLANKS = re.compile(r"\s+")
_NEW_CLAUSE = re.compile(_MARK)


@dataclass(frozen=True, slots=True)
class Normal:
    """A text made uniform; `offsets[i]` is where character i stood in the original.

    `joined` says that digits of one number stood apart and were put together.
    """

    text: str
    offsets: tuple[int, ...]
    joined: bool = False

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the characters from `start` to before `end` came from."""
        return (self.offsets[start], self.offsets[end - 1] + 1) if start < end else (0, 0)


def normal(text: str) -> Normal:
    """`text` in half width, without blanks; a line break stays where the next line begins with a number or mark.

    >>> normal("执行率达到９ ５％（含） 以上").text
    '执行率达到95%(含)以上'
    >>> normal("①有制度；\\n②有记录。").text
    '①有制度;\\n②有记录。'
    """
    characters, offsets = _half_width(text)
    kept: list[str] = []
    places: list[int] = []
    joined = False
    position = 0
    for blank in _BLANKS.finditer(characters):
        kept.append(characters[position : blank.start()])
        places += offsets[position : blank.start()]
        position = blank.end()
        if "\n" in blank.group() and _NEW_CLAUSE.match(characters, position):
            kept.append("\n")
            places.append(offsets[blank.start()])
        elif _is_in_number(characters, blank.start(), position):
            joined = True
    kept.append(characters[position:])
    places += offsets[position:]
    return Normal("".join(kept), tuple(places), joined)


def _half_width(text: str) -> tuple[str, list[int]]:
    """Each character in its plain form; one that becomes several (℃, ㎡) keeps its one place."""
    plain = text.translate(_PLAIN)
    if len(plain) == len(text):
        return plain, list(range(len(text)))
    return plain, [place for place, character in enumerate(text) for _ in _PLAIN[ord(character)]]


class _PlainForms(dict[int, str]):
    """The plain form of every character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(character: str) -> str:
    if character.isdecimal():  # digits of any script, all of which a pattern's \d takes
        return str(unicodedata.decimal(character))
    return character if _KEPT.match(character) else unicodedata.normalize("NFKC", character).translate(_SAME)


_PLAIN = _PlainForms()


def _is_in_number(text: str, before: int, after: int) -> bool:
    return before > 0 and after < len(text) and text[before - 1] in "0123456789." and text[after] in "0123456789.%"
