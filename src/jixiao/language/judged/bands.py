"""Levels that open a band of shares or points: 达到预期的按权重的100%-80%(含80%)计分; 优秀9-10分,良好7-8分."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from jixiao.language.judged.levels import fixed_levels, level_word, listed_words
from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.judged import Levels
from jixiao.rules.portion import Portion
from jixiao.rules.ranges import Range

_OF = "(?:(?:该|本)?(?:项)?(?:指标)?(?:对应)?的?(?:权重分值|权重分|权重|分值区间|分值|标准分|指标分值)的?)"
_IN = r"(?:\((?P<{0}in>不?含|包含|包括)[^()]*\))?"
_FIRST = rf"(?P<first>{ARABIC})(?:%|分)?{_IN.format('first')}"
_UNIT = r"(?P<unit>%|分(?!之)|(?<=[-~至到—]0)(?![\d.]))"
_SECOND = rf"{_OF}?(?P<second>{ARABIC}){_UNIT}(?:(?:权重分|分值)(?=\())?{_IN.format('second')}"
_SAID = r"(?:[(,](?P<said>(?:不?含[^()%分]*(?:\d+(?:\.\d+)?)(?:%|分)[,、和]?)+)\)?)?"
_BAND = re.compile(
    rf"{_OF}?(?<![\d.])(?:{_FIRST}(?:[-~至到—]+){_SECOND}{_SAID}|"
    rf"(?P<below>{ARABIC})(?P<of>%|分)(?:\((?P<belowin>不?含)[^()]*\))?(?:(?P<up>及)?以下|以内)|"
    rf"(?P<above>{ARABIC})(?P<aboveof>%|分)(?:\((?P<abovein>不?含)[^()]*\))?及?以上|"
    rf"(?P<sign>[≥>≤<])(?P<bound>{ARABIC})(?P<measured>%|分))"
)
_LEAD = re.compile(
    r"(?:的|,|:|者|可|应|则|即|\(|分别|依次|按照|按|得|在|给|计|给予|赋予|赋|为|分值|(?<=[的,])评|该指标|对应|权重)*$"
)
_SAID_OF = re.compile(rf"不?含[^()%分]*?(?P<end>{ARABIC})(?:%|分)")
# 得分为权重分乘以份额: what a share within a band is worth goes without saying.
_SHARE_OF_WEIGHT = "(?:选定的?|确定的?|所定|该)?(?:份额|比例)"
_WORTH = re.compile(
    rf"[,;。](?:指标)?得分(?:为|=|等于|按)?(?:{_OF}(?:[×*]|乘以){_SHARE_OF_WEIGHT}|{_SHARE_OF_WEIGHT}(?:[×*]|乘以){_OF})(?:计算)?(?=[,;。]|$)"
)
_STOPS = re.compile("[;。,、:\n]")
# What stands behind a band and says no more than that a mark is given within it; a condition earns behind its figure.
_GIVEN = "(?:确定|给分|计分|赋分|得分|评分|打分|计|分值|的分值|之间)*"
_FILLING = rf"(?:之间|范围之?内|区间内?|档内)?(?:{_OF})?(?:合理|酌情|据实|综合)*{_GIVEN}"
_CONDITION = re.compile(
    r"\)?(?:之间|以内|区间|范围内|,|的|者|及以上|以上)*(?:得|计|为|扣|给|记|赋|按|不得)(?:\d|满|权|零|优|良|中|差|合)"
)
_COMPARED = re.compile(r"\d|率|[<>≤≥]|满意度|得分$|扣|每|各|超|低于|高于|要[点素]|[项条点]$")
_BETWEEN = re.compile("[、,和及与]*")


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a band, and whether it belongs to the band, where that is said."""

    at: Fraction
    included: bool | None


@dataclass(frozen=True, slots=True)
class _Band:
    low: _End
    high: _End


def claims(text: str) -> bool:
    """Whether words open bands of shares or points, and no number decides which."""
    text = _WORTH.sub("", text)
    found = list(_BAND.finditer(text))
    if not found or any(_CONDITION.match(text, match.end()) for match in found):
        return False
    words = [_word_before(text, match) for match in found]
    if any(_COMPARED.search(word) for word in words):
        return False
    told = all(words) and len(set(words)) == len(words)
    return (told and (len(found) > 1 or _is_given(text, found[0]))) or _is_one_list(text, found)


def understood(sentence: Sentence) -> Understood:
    """The bands by their words; an end that two bands share belongs to the better one unless it is said."""
    text, weight = _WORTH.sub("", sentence.text), sentence.beside.weight
    found = list(_BAND.finditer(text))
    words = _words(text, found)
    bands = _settled([_band(match, weight) for match in found])
    fixed = _besides(text, found, weight)
    levels: dict[str, Portion | Range] = {**dict(zip(words, bands, strict=True)), **fixed}
    if len(levels) != len(words) + len(fixed) or len(levels) < 2:
        raise NotUnderstood("等次的区间没有读懂", text)
    return Understood(Levels(levels))


def _is_given(text: str, match: "re.Match[str]") -> bool:
    """Whether a band stands behind a word for giving points, and none for taking them off."""
    return re.search("[得计给赋在]$", text[: match.start()]) is not None and "扣" not in text and "酌情" not in text


def _is_one_list(text: str, found: Sequence["re.Match[str]"]) -> bool:
    """Whether the bands follow upon each other, their words standing before all of them."""
    between = [text[one.end() : other.start()] for one, other in pairwise(found)]
    return len(found) > 1 and all(_BETWEEN.fullmatch(words) for words in between)


def _words(text: str, found: Sequence["re.Match[str]"]) -> list[str]:
    """The word of every band, before each or all before the first."""
    if _is_one_list(text, found):
        words = listed_words(_LEAD.sub("", text[: found[0].start()]))
        if len(words) == len(found):
            return words
    words = [level_word(_word_before(text, match)) for match in found]
    if not all(words):
        raise NotUnderstood("没有写明区间是哪个等次的", text)
    return words


def _word_before(text: str, match: "re.Match[str]") -> str:
    return _LEAD.sub("", _STOPS.split(_LEAD.sub("", text[: match.start()]))[-1])


def _besides(text: str, found: Sequence["re.Match[str]"], weight: Fraction | None) -> Mapping[str, Portion]:
    """What is said beside the bands: levels that earn a fixed portion, and nothing else of the score."""
    rest: list[str] = []
    start = 0
    for match in found:
        rest.append(_without_word(text[start : match.start()]))
        start = match.end()
    rest.append(re.sub(f"^{_FILLING}", "", text[start:]))
    others = [clause for piece in _clauses(rest) for clause in (re.sub(f"^{_FILLING}", "", piece),) if clause]
    earning = [clause for clause in others if re.search(r"得\d|得满|不得|计\d|\d分", clause)]
    for clause in others:
        if clause not in earning:
            refuse_rest(clause, ())
    return fixed_levels(";".join(earning), weight) if earning else {}


def _without_word(text: str) -> str:
    """What stands before a band without the word that opens it."""
    bare = _LEAD.sub("", text)
    last = max((stop.end() for stop in _STOPS.finditer(bare)), default=0)
    return bare[:last]


def _clauses(pieces: Sequence[str]) -> Iterator[str]:
    for piece in pieces:
        yield from (clause for clause in re.split("[;。\n]", piece) if clause)


def _band(match: "re.Match[str]", weight: Fraction | None) -> _Band:
    """The band that is stated, its lower end first."""
    if match["bound"]:
        end = _End(_share(match["bound"], match["measured"], weight), match["sign"] in "≥≤")
        return _Band(end, _End(Fraction(1), None)) if match["sign"] in "≥>" else _Band(_End(Fraction(0), None), end)
    if match["above"]:
        included = {"含": True, "不含": False}.get(match["abovein"] or "")
        return _Band(_End(_share(match["above"], match["aboveof"], weight), included), _End(Fraction(1), None))
    if match["below"]:
        included = {"含": True, "不含": False}.get(match["belowin"] or ("含" if match["up"] else ""))
        return _Band(_End(Fraction(0), None), _End(_share(match["below"], match["of"], weight), included))
    said = {
        _share(each["end"], _unit(match), weight): not each.group().startswith("不")
        for each in _SAID_OF.finditer(match["said"] or "")
    }
    ends = [_end(match, name, weight, said) for name in ("first", "second")]
    return _Band(*sorted(ends, key=lambda end: end.at))


def _end(match: "re.Match[str]", name: str, weight: Fraction | None, said: Mapping[Fraction, bool]) -> _End:
    at = _share(match[name], _unit(match), weight)
    inside = match[f"{name}in"]
    return _End(at, said.get(at) if inside is None else not inside.startswith("不"))


def _unit(match: "re.Match[str]") -> str:
    """The unit of a band; 60%-0 has it with its first end only."""
    return match["unit"] or ("%" if "%" in match.group() else "分")


def _share(number: str, unit: str, weight: Fraction | None) -> Fraction:
    if unit == "%":
        return number_of(number) / 100
    if weight is None:
        raise NotUnderstood("没有给出权重分，不知道区间占多少", number)
    return number_of(number) / weight


def _settled(bands: Sequence[_Band]) -> list[Range]:
    """The bands with their ends: what nobody says belongs to the band above, and to the band below only if said."""
    taken = [band.low.at for band in bands if band.low.included is not False]
    claimed = [band.high.at for band in bands if band.high.included]

    def settled(band: _Band) -> Range:
        low, high = band.low.included, band.high.included
        return Range(
            band.low.at,
            band.low.at not in claimed if low is None else low,
            band.high.at,
            band.high.at not in taken if high is None else high,
        )

    if any(band.high.at > 1 for band in bands):
        raise NotUnderstood("有的区间超出权重分")
    return [settled(band) for band in bands]
