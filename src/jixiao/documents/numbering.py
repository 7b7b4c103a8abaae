"""The marks of numbered lists in Word, which stand in no text: ①, 1., （一）."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = "一二三四五六七八九十"
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document; remembers how far each has counted."""

    levels: Mapping[tuple[str, str], _Level]
    counted: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element) -> "Numbering":
        """The lists that numbering.xml defines."""
        abstract = {
            each.get(f"{_W}abstractNumId", ""): {
                level.get(f"{_W}ilvl", ""): _level(level) for level in each.iterfind(f"{_W}lvl")
            }
            for each in root.iterfind(f"{_W}abstractNum")
        }
        levels: dict[tuple[str, str], _Level] = {}
        for number in root.iterfind(f"{_W}num"):
            for depth, level in abstract.get(_value(number, "abstractNumId"), {}).items():
                levels[number.get(f"{_W}numId", ""), depth] = level
        return cls(levels)

    def mark(self, paragraph: etree._Element) -> str:
        """The mark before the paragraph, "" where it is in no list; counts on."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, depth = _value(properties, "numId"), _value(properties, "ilvl") or "0"
        level = self.levels.get((number, depth))
        if level is None or level.form in ("bullet", "none"):
            return ""
        count = self.counted.get((number, depth), level.start - 1) + 1
        self.counted[number, depth] = count
        for deeper in [key for key in self.counted if key[0] == number and key[1] > depth]:
            del self.counted[deeper]
        return _PLACE.sub(lambda place: self._figure(number, int(place[1]) - 1), level.text)

    def _figure(self, number: str, depth: int) -> str:
        level = self.levels.get((number, str(depth)))
        count = self.counted.get((number, str(depth)), level.start if level else 1)
        return _figure(level.form if level else "decimal", count)


def _figure(form: str, count: int) -> str:
    """A number in the form of a list.

    >>> _figure("decimalEnclosedCircle", 3), _figure("chineseCounting", 2), _figure("decimal", 7)
    ('③', '二', '7')
    """
    if form.startswith("decimalEnclosedCircle") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if "hinese" in form or form.startswith(("ideograph", "japaneseCounting", "taiwaneseCounting")):
        return _CHINESE[count - 1] if 1 <= count <= 10 else str(count)
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + count - 1)
    return str(count)


def _level(level: etree._Element) -> _Level:
    start = _value(level, "start")
    return _Level(_value(level, "numFmt"), _value(level, "lvlText"), int(start) if start.isdecimal() else 1)


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""
