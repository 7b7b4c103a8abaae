"""Levels that open a band of shares: 达到预期的按权重的100%-80%(含80%)计分."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.language.judged.levels import level_word
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.judged import Levels
from jixiao.rules.ranges import Range

_OF = "(?:(?:该|本)?(?:项)?(?:指标)?(?:权重分值|权重分|权重|分值|标准分|指标分值)的?)"
_RATE = rf"(?:{ARABIC})%"
_END = r"(?P<{0}>{1}|(?<![\d.])0分?(?![\d.]))(?P<{0}in>\((?:不?含|包含|包括)(?:本数)?\))?"
_IN = r"(?:[(,](?P<said>(?:不?含[^()%]*(?:\d+(?:\.\d+)?)%[,、和]?)+)\)?)?"
_BAND = re.compile(
    rf"{_OF}?(?:{_END.format('first', _RATE)}(?:[-~至到—]+){_OF}?{_END.format('second', _RATE)}{_IN}|"
    rf"(?P<below>{_RATE})(?:\((?P<belowin>不?含)\))?(?:以下|以内))"
)
_LEAD = re.compile(r"(?:的|,|:|者|可|应|则|即|\(|按|得|在|给|计|给予|赋|为|分值|评)*$")
_AFTER = re.compile(
    rf"(?:之间|范围内|区间|区间内|内)?(?:{_OF})?(?:合理|酌情|据实|确定|给分|计分|赋分|得分|评分|打分|计|分值|的分值|\)|之间)*"
)


def claims(text: str) -> bool:
    """Whether words open bands of shares, and no number decides which."""
    found = list(_BAND.finditer(text))
    return len(found) > 1 and all(_word_before(text, match) for match in found)


def understood(sentence: Sentence) -> Understood:
    """The bands by their words; an end that two bands share belongs to the better one unless it is said."""
    bands = dict(_bands(sentence.text))
    if len(bands) < 2:
        raise NotUnderstood("等次的区间没有读懂", sentence.text)
    return Understood(Levels(_settled(bands)))


def _bands(text: str) -> Iterator[tuple[str, Range]]:
    for match in _BAND.finditer(text):
        word = level_word(_word_before(text, match))
        if not word:
            raise NotUnderstood("没有写明区间是哪个等次的", match.group())
        yield word, _range(match)


def _word_before(text: str, match: "re.Match[str]") -> str:
    before = re.split("[;。,、:\n]", _LEAD.sub("", text[: match.start()]))[-1]
    word = _LEAD.sub("", before)
    return "" if re.search(r"\d|率|[<>≤≥]", word) else word


def _range(match: "re.Match[str]") -> Range:
    if match["below"]:
        return Range(Fraction(0), True, _share(match["below"]), match["belowin"] == "含")
    ends = sorted(((_share(match[name]), match[f"{name}in"]) for name in ("first", "second")), key=lambda end: end[0])
    (low, low_in), (high, high_in) = ends
    band = Range(low, "不" not in (low_in or ""), high, high_in is not None and "不" not in high_in)
    for without, rate in re.findall(r"(不?)含[^()%]*?(\d+(?:\.\d+)?%)", match["said"] or ""):
        if _share(rate) == low:
            band = replace(band, low_included=not without)
        if _share(rate) == high:
            band = replace(band, high_included=not without)
    return band


def _settled(bands: dict[str, Range]) -> dict[str, Range]:
    """The best band includes its upper end."""
    top = max((band.high for band in bands.values() if band.high is not None), default=None)
    return {word: replace(band, high_included=True) if band.high == top else band for word, band in bands.items()}


def _share(text: str) -> Fraction:
    return number_of(text[:-1]) / 100 if text.endswith("%") else Fraction(0)
