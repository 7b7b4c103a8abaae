"""The numbers Word counts for the paragraphs of multilevel lists: it shows them and does not write them down."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from jixiao.documents.word.markup import value, w, whole
from jixiao.documents.word.styles import Place, Styles
from jixiao.text.numerals import chinese_number

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_LAST_LEVEL = 8
_MOST_LETTERS = 30
_MOST = 9_999  # as far as a list begins counting


def roman(number: int) -> str:
    """A number in small Roman numerals.

    >>> [roman(number) for number in (1, 4, 9, 44)]
    ['i', 'iv', 'ix', 'xliv']
    """
    text = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        text += sign * count
    return text


def letters(number: int) -> str:
    """A number in small letters as Word counts: a to z, then aa, bb.

    >>> [letters(number) for number in (1, 26, 27, 53)]
    ['a', 'z', 'aa', 'aaa']
    """
    repeats, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (repeats + 1) if repeats < _MOST_LETTERS else str(number)


def circled(number: int) -> str:
    """A number in a circle, where there is one.

    >>> circled(3), circled(21)
    ('③', '21')
    """
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)


def stem(number: int) -> str:
    """A number as one of the ten heavenly stems: 甲、乙、丙."""
    return "甲乙丙丁戊己庚辛壬癸"[number - 1] if 1 <= number <= 10 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese_number,
    "chineseCountingThousand": chinese_number,
    "japaneseCounting": chinese_number,  # what Word and WPS often write for 一、二、三
    "taiwaneseCountingThousand": chinese_number,
    "ideographDigital": chinese_number,
    "ideographTraditional": stem,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "none": lambda number: "",
    "bullet": lambda number: "",
}


class _List:
    """One multilevel list and how far it has counted."""

    def __init__(self, levels: Mapping[int, etree._Element]) -> None:
        self.levels = levels
        self.counts: dict[int, int] = {}

    def with_levels(self, levels: Mapping[int, etree._Element]) -> "_List":
        """The list as an instance looks that writes some levels otherwise; both count as one."""
        if not levels:
            return self
        other = _List({**self.levels, **levels})
        other.counts = self.counts
        return other

    def linked(self, style: str | None) -> int:
        """The level that a style is linked to; the first where it is linked to none."""
        return next((at for at, level in self.levels.items() if style and value(level, w("pStyle")) == style), 0)

    def count(self, at: int) -> str:
        """Count one paragraph of a level; returns its number as Word shows it."""
        for deeper in [level for level in self.counts if level > at and self._restarts(level, at)]:
            del self.counts[deeper]
        self.counts[at] = self.counts.get(at, self._start(at) - 1) + 1
        level = self.levels.get(at)
        if value(level, w("numFmt")) == "bullet":
            return ""
        decimal = level is not None and level.find(w("isLgl")) is not None
        shown = {number: self._shown(number, decimal=decimal) for number in range(at + 1)}
        pattern = value(level, w("lvlText")) or ""
        return re.sub("%([1-9])", lambda found: shown.get(int(found[1]) - 1, ""), pattern)

    def _restarts(self, level: int, after: int) -> bool:
        """Whether a level starts again after a paragraph of a higher one."""
        restart = value(self.levels.get(level), w("lvlRestart"))
        return restart is None or after < (whole(restart) or 0)

    def _start(self, at: int) -> int:
        start = whole(value(self.levels.get(at), w("start")))
        return 1 if start is None else min(start, _MOST)

    def _shown(self, at: int, *, decimal: bool) -> str:
        written = "decimal" if decimal else value(self.levels.get(at), w("numFmt")) or "decimal"
        return FORMATS.get(written, str)(self.counts.get(at, self._start(at)))


class Lists:
    """The lists of a document, counted paragraph by paragraph from its beginning."""

    def __init__(self, numbering: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._restarts: dict[str, dict[int, int]] = {}  # by list, until it is first used: levels that start anew
        if numbering is None:
            return
        definitions = {each.get(w("abstractNumId")): each for each in numbering.iterchildren(w("abstractNum"))}
        numbers = {each.get(w("numId"), ""): each for each in numbering.iterchildren(w("num"))}
        counted: dict[str | None, _List] = {}
        for number, each in numbers.items():
            abstract = value(each, w("abstractNumId"))
            if (style := value(definitions.get(abstract), w("numStyleLink"))) is not None:
                abstract = value(numbers.get(styles.list_of(style) or ""), w("abstractNumId"))
            if abstract in definitions:
                if abstract not in counted:
                    counted[abstract] = _List(_levels(definitions[abstract]))
                overrides = list(each.iterchildren(w("lvlOverride")))
                written = {at: level for override in overrides for at, level in _levels(override).items()}
                self._lists[number] = counted[abstract].with_levels(written)
                self._restarts[number] = {
                    whole(override.get(w("ilvl"))) or 0: start
                    for override in overrides
                    if (start := whole(value(override, w("startOverride")))) is not None
                }

    def number(self, place: Place, style: str | None) -> str:
        """The number of the next paragraph, by its place and its style; "" where it is not counted."""
        if place.list not in self._lists:
            return ""
        counted = self._lists[place.list]
        counted.counts.update({at: start - 1 for at, start in self._restarts.pop(place.list, {}).items()})
        level = whole(place.level)
        return counted.count(counted.linked(style) if level is None else min(level, _LAST_LEVEL))


def _levels(parent: etree._Element) -> dict[int, etree._Element]:
    """The levels that stand below a definition or an override."""
    return {min(whole(level.get(w("ilvl"))) or 0, _LAST_LEVEL): level for level in parent.iterchildren(w("lvl"))}
