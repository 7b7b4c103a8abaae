"""Normalising Chinese text for reading: one width, one form of each sign, no stray blanks, every place remembered."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_KEPT = re.compile("[\u2460-\u2473]")  # circled numbers are marks of points, not digits
_SAME = str.maketrans('﹪−﹣＊*✕∕⁄≧≦⩾⩽〕〔［］[]【】「」『』﹥﹤“”"', "%--×××//≥≤≥≤)(()()()“”“”><“”“")
# Parts of characters that fonts of PDF files put for the characters themselves (U+2E80 to U+2EF3), as far as they are
# whole characters; those from U+2F00 on Unicode itself puts back.
_RADICALS = str.maketrans(
    "⺁⺅⺉⺊⺌⺒⺓⺘⺙⺜⺝⺟⺠⺡⺢⺣⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺳⺶⺷⺸⺹⺻⺼⺽⺾⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂亻刂卜小巳幺扌攵日月母民氵水灬牛犭王疋目示礻竹糸纟罒羊羊羊老聿肉臼艹虎衤西见角角讠贝足车辶阝钅長长门阝雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
_MARK = r"[\u2460-\u2473]|[(]?\d{1,2}[).、．](?!\d)|[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、"
_BLANKS = re.compile(r"\s+")
_NEW_CLAUSE = re.compile(_MARK)
_LETTER_FOR_ZERO = re.compile(r"(?<=[\d.])[Oo〇○]+(?=[\d.%‰万亿元分个])|(?<![A-Za-z\d.])[Oo〇○](?=\.\d)")
_NUMBERED = re.compile(r"(?:\d{1,2}\.){0,3}\d{1,2}[.、]?")
_YEAR = re.compile(r"\d{4}年")
_LONGEST_NUMBER = 12  # characters of the number before a heading


@dataclass(frozen=True, slots=True)
class Normal:
    """A text made uniform; `offsets[i]` is where character i stood in the original.

    `joined` says that a number was mended: its digits stood apart, or a letter O stood for a zero.
    """

    text: str
    offsets: tuple[int, ...]
    joined: bool = False

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the characters from `start` to before `end` came from."""
        return (self.offsets[start], self.offsets[end - 1] + 1) if start < end else (0, 0)


@lru_cache(maxsize=2_000)
def normal(text: str) -> Normal:
    """`text` in half width, without blanks; a line break stays where the next line begins with a number or mark.

    >>> normal("执行率达到９ ５％（含） 以上").text
    '执行率达到95%(含)以上'
    >>> normal("①有制度；\\n②有记录。").text
    '①有制度;\\n②有记录。'
    >>> normal("⻓期２O．５%，２. ２０２３年").text
    '长期20.5%,2.2023年'
    """
    characters, offsets = _half_width(text)
    characters, mended = _LETTER_FOR_ZERO.subn(lambda found: "0" * len(found.group()), characters)
    kept: list[str] = []
    places: list[int] = []
    joined = mended > 0
    position = 0
    for blank in _BLANKS.finditer(characters):
        kept.append(characters[position : blank.start()])
        places += offsets[position : blank.start()]
        position = blank.end()
        if "\n" in blank.group() and _NEW_CLAUSE.match(characters, position):
            kept.append("\n")
            places.append(offsets[blank.start()])
        elif _is_after_number_of_heading(characters, blank.start(), position):
            kept.append(" ")
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
    if _KEPT.match(character):
        return character
    return unicodedata.normalize("NFKC", character.translate(_RADICALS)).translate(_SAME)


_PLAIN = _PlainForms()


def _is_after_number_of_heading(text: str, before: int, after: int) -> bool:
    """Whether the blank parts the number of a heading from the year that its title begins with."""
    return (
        before <= _LONGEST_NUMBER
        and _YEAR.match(text, after) is not None
        and _NUMBERED.fullmatch("".join(text[:before].split())) is not None
    )


def _is_in_number(text: str, before: int, after: int) -> bool:
    return before > 0 and after < len(text) and text[before - 1] in "0123456789." and text[after] in "0123456789.%"
