"""Options that divide a quantity into bands (30—44岁, 60岁及以上): which of them overlap and what lies between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = r"(\d{1,9})"
_UNIT = r"([^\d及以含（(—–\-~～至到、，,]{0,4}?)"
_TO = r"(?:—+|–|-|~|～|至|到)"
_BETWEEN = re.compile(rf"{_NUMBER}{_UNIT}{_TO}{_NUMBER}{_UNIT}")
_FULL_BELOW = re.compile(rf"满?{_NUMBER}{_UNIT}(?:以上)?不满{_NUMBER}{_UNIT}")
_BELOW = re.compile(rf"(?:不满|不足|少于|低于|小于)?{_NUMBER}{_UNIT}(及以下|以下|以内|（含）以下|\(含\)以下)?")
_ABOVE = re.compile(rf"(满|超过|多于|高于|大于)?{_NUMBER}{_UNIT}(及以上|以上|（含）以上|\(含\)以上)?")
_LETTER = re.compile(r"^[A-Za-z][.．、]\s*")
_FAR = 10**10


@dataclass(frozen=True, slots=True)
class Band:
    """Whole numbers from `low` to `high`; what the wording leaves open (20岁以下) is in `widest`, not in the band."""

    text: str
    low: int
    high: int
    widest: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """Two neighbouring bands that both hold the numbers `low` to `high`, or both leave them out."""

    first: Band
    second: Band
    low: int
    high: int
    overlaps: bool


def faults_of(options: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with options that divide a quantity; nothing where fewer than two say how much, or units differ.

    以下 and 以上 may hold their number or not: a fault is one that stands whichever is meant.

    >>> [(fault.low, fault.high, fault.overlaps) for fault in faults_of(["20岁以下", "20-30岁", "30-40岁", "50岁以上"])]
    [(30, 30, True), (41, 49, False)]
    """
    known = [band for band in map(_band, options) if band is not None]
    if len({unit for _, unit in known if unit}) > 1:
        return
    for first, second in pairwise(sorted((band for band, _ in known), key=lambda band: (band.low, band.high))):
        if first.high >= second.low:
            yield Fault(first, second, second.low, min(first.high, second.high), overlaps=True)
        elif first.widest[1] + 1 < second.widest[0]:
            yield Fault(first, second, first.widest[1] + 1, second.widest[0] - 1, overlaps=False)


def _band(option: str) -> tuple[Band, str] | None:
    """The band an option says, with its unit; None where it is none."""
    text = _LETTER.sub("", option.strip())
    if match := _FULL_BELOW.fullmatch(text):
        return _between(text, int(match[1]), int(match[3]) - 1), match[4]
    if match := _BETWEEN.fullmatch(text):
        return _between(text, int(match[1]), int(match[3])), match[4]
    return _below(text) or _above(text)


def _between(text: str, low: int, high: int) -> Band:
    return Band(text, low, high, (low, high))


def _below(text: str) -> tuple[Band, str] | None:
    match = _BELOW.fullmatch(text)
    if match is None or not (match[3] or text[0] in "不少低小"):
        return None
    number = int(match[1])
    if match[3] in ("以下", "以内"):
        return Band(text, 0, number - 1, (0, number)), match[2]
    high = number if match[3] else number - 1
    return _between(text, 0, high), match[2]


def _above(text: str) -> tuple[Band, str] | None:
    match = _ABOVE.fullmatch(text)
    if match is None or not (match[1] or match[4]):
        return None
    number = int(match[2])
    if match[1] is None and match[4] == "以上":
        return Band(text, number + 1, _FAR, (number, _FAR)), match[3]
    low = number if match[1] in (None, "满") else number + 1
    return _between(text, low, _FAR), match[3]
