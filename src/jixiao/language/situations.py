"""The situation of a clause: a zone of a number, a step that costs points, all other cases, or a state in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.clauses import Clause, trimmed
from jixiao.language.cursor import Cursor, Phrase
from jixiao.language.tokens import Token
from jixiao.rules.ranges import Range


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured amount: its value, whether it is a rate, its unit; `of_size` says that it stood under ±."""

    value: Fraction
    is_rate: bool
    unit: str = ""
    of_size: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of the number that `subject` names (empty: what was spoken of before).

    `of_size` is the number without its sign; `of_part` says that the effect is for what lies in the zone only.
    `settled` says of each end whether the words say if it belongs to the zone.
    """

    subject: str
    when: Range
    is_rate: bool
    unit: str = ""
    of_size: bool = False
    of_part: bool = False
    settled: tuple[bool, bool] = (True, True)


@dataclass(frozen=True, slots=True)
class Steps:
    """For each step of a length: `side` is > (above), < (below), O (either) or "" where the words do not say.

    `start` is where counting begins, if the words say so; `zone` where the steps are counted at all, if said.
    """

    subject: str
    length: Figure
    side: str = ""
    start: Figure | None = None
    whole: bool = False
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Every case not spoken of."""


@dataclass(frozen=True, slots=True)
class State:
    """A condition told in words; "" where there are none."""

    text: str


Situation = Zone | Steps | Otherwise | State


def _figure(prefix: str) -> str:
    return f"(?P<{prefix}size>±?)(?P<{prefix}minus>~?)(?P<{prefix}figure>[RNCP])(?P<{prefix}mark>[hx]?)"


_SUBJECT = "(?P<subject>[TOUDWe]*?)"
_ZONES = (
    # 90%(含)至95%; 90%以上不足95%; 在98%至102%之间
    re.compile(
        f"{_SUBJECT}{_figure('low')}(?P<lowside>[ud]?)(?:~|,?a?e?(?P<highside>[B<]))e?{_figure('high')}[udib]*(?P<both>h?)(?P<end>eT)?$"
    ),
    # 不低于80%且低于90%; 低于90%,不低于80%
    re.compile(
        f"{_SUBJECT}(?P<lowside>[AB><]){_figure('low')}[udi]?[,a]*(?P<highside>[AB><]){_figure('high')}[udi]?(?P<both>h?)(?P<end>eT)?$"
    ),
    # 80%≤完成率<90%
    re.compile(
        f"{_figure('low')}(?P<between>[B<])(?P<subject>[TOUD]*)(?P<highside>[B<]){_figure('high')}(?P<end>eT)?$"
    ),
    # 达到95%(含)以上; 95%以上; 超过±20%
    re.compile(
        f"{_SUBJECT}(?P<compare>[AB><=]?)[Te]?{_figure('low')}(?P<side>[udi]?)(?P<after>[hx]?)(?P<end>(?:eT)?)$"
    ),
)
_STEPS = re.compile(
    "(?P<subject>[TOUDeqC,]*?)E(?P<side>[T<>OUDAe]*?)(?:(?P<start>[RN])(?P<more>T?[T<>OUDe]*))?(?P<length>[PRCN])[hx]?[Te]*$"
)
_ABOVE, _BELOW = "高|超|多|增|升|大于|过", "低|少|减|降|不足|缺|小于|未达|差"


def situation_of(clause: Clause) -> Situation:
    """What the words of the situation say; whatever is no number, step or remainder is a state in words."""
    if clause.letters.startswith("o") and set(clause.letters) <= set("oTe,"):
        return Otherwise()
    each = clause.letters.rfind("E")
    if each > 0:
        zone = _zone_of(trimmed(clause.situation[:each]))
        phrase = Cursor(clause.situation[each:]).take(_STEPS)
        if zone is not None and phrase is not None:
            return replace(_steps(phrase), zone=zone)
    phrase = Cursor(clause.situation).take(_STEPS)
    if phrase is not None:
        return _steps(phrase)
    return _zone_of(clause.situation) or State(clause.text)


def _zone_of(tokens: Sequence[Token]) -> Zone | None:
    cursor = Cursor(tokens)
    for pattern, read in zip(_ZONES, (_span, _span, _double, _open), strict=True):
        phrase = cursor.take(pattern)
        if phrase is not None:
            cursor.at = 0
            zone = read(phrase)
            if zone is not None:
                return zone
    return None


def figure_at(phrase: Phrase, prefix: str) -> Figure:
    """The figure of a phrase whose groups begin with `prefix`."""
    token = phrase[f"{prefix}figure"]
    value = -token.number if f"{prefix}minus" in phrase else token.number
    return Figure(value, token.kind in "RP", token.unit, f"{prefix}size" in phrase)


def _steps(phrase: Phrase) -> Steps:
    words = phrase.text("side") + (phrase.text("more") if "start" in phrase else "")
    token = phrase["length"]
    length = Figure(token.number, token.kind in "PR", token.unit)
    return Steps(
        phrase.text("subject"),
        length,
        _side(words, phrase.kinds("side")),
        Figure(phrase["start"].number, phrase["start"].kind == "R") if "start" in phrase else None,
        "满" in words,
    )


def _side(words: str, kinds: str) -> str:
    if "O" in kinds:
        return "O"
    above, below = re.search(_ABOVE, words) is not None, re.search(_BELOW, words) is not None
    if above == below:
        return "O" if above else ""
    return ">" if above else "<"


def _span(phrase: Phrase) -> Zone | None:
    """Between two figures: the lower end belongs to it unless said otherwise, the upper end only if said (15.3)."""
    ends = [figure_at(phrase, "low"), figure_at(phrase, "high")]
    sides = [phrase.kinds("lowside"), phrase.kinds("highside")]
    marks = [phrase.kinds("lowmark"), phrase.kinds("highmark")]
    if ends[0].value > ends[1].value:
        ends, sides, marks = ends[::-1], sides[::-1], marks[::-1]
    if sides[0] in ("B", "<") or sides[1] in ("A", ">"):
        return None
    low, high = ends
    both = "两端" in phrase.text("both")
    low_included = both or (marks[0] == "h" if marks[0] else sides[0] != ">")
    high_included = both or (marks[1] == "h" if marks[1] else sides[1] == "B")
    settled = (both or bool(marks[0] or sides[0]), both or bool(marks[1] or sides[1]))
    return _zone(phrase, Range(low.value, low_included, high.value, high_included), low, high, settled)


def _double(phrase: Phrase) -> Zone | None:
    low, high = figure_at(phrase, "low"), figure_at(phrase, "high")
    when = Range(low.value, phrase.kinds("between") == "B", high.value, phrase.kinds("highside") == "B")
    return _zone(phrase, when, low, high)


def _open(phrase: Phrase) -> Zone | None:
    figure = figure_at(phrase, "low")
    compare, side = phrase.kinds("compare"), phrase.kinds("side")
    mark = phrase.kinds("lowmark") or phrase.kinds("after")
    if not compare and not side:
        if mark:
            return None
        when = Range(figure.value, True, figure.value, True)
    elif compare == "=":
        when = Range(figure.value, True, figure.value, True)
    elif compare in ("A", ">") or (not compare and side == "u"):
        when = Range(figure.value, mark == "h" if mark else compare != ">")
    else:
        when = Range(None, False, figure.value, mark == "h" if mark else compare != "<")
    if figure.of_size and when.high is not None and compare not in ("A", ">"):
        return _zone(phrase, Range(None, False, when.high, when.high_included), figure, figure)
    return _zone(phrase, when, figure, figure)


def _zone(
    phrase: Phrase, when: Range, low: Figure, high: Figure, settled: tuple[bool, bool] = (True, True)
) -> Zone | None:
    if low.is_rate != high.is_rate and not (low.value == 0 or high.value == 0):
        return None
    end = phrase.text("end")
    if end and "部分" not in end:
        return None
    return Zone(
        phrase.text("subject"),
        when,
        low.is_rate or high.is_rate,
        low.unit or high.unit,
        low.of_size or high.of_size,
        bool(end),
        settled,
    )
