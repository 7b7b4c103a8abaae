"""A rule about one number, and an event that leaves nothing of it: 发生重大质量事故的,本指标不得分."""

import re
from functools import lru_cache

from jixiao.language import numeric
from jixiao.language.numbers.landmarks import At, landmark_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.conditional import Guard
from jixiao.rules.parts.curve import Curve
from jixiao.rules.portion import NOTHING

_HAPPENS = "(?:发生|出现|存在|查实|造成|引发|酿成|被(?:通报|曝光|处罚|问责|追责))"
_LEAD = r"(?:但|若|如|如果|凡|凡是|一旦|当年|年度内|经[^,;。\d]{1,8}?|因[^,;。\d]{2,16}?)?"
_EVENT = rf"{_LEAD}{_HAPPENS}[^;。\d%扣得]{{2,36}}?"
_WHOLE = "(?:本项|该项|此项|本指标|该指标|整项|整个指标|全项|一律|直接|均|则)*"
_NOTHING = "(?:不得分|不计分|[得计]?0分|实行一票否决|一票否决)"
_VETO = re.compile(rf"(?:^|(?<=[,;。\n]))(?P<event>{_EVENT})(?:的|时)?,?{_WHOLE}{_NOTHING}(?:[,;。\n]|$)")


def claims(sentence: Sentence) -> bool:
    """Whether an event leaves nothing, and the rest of the sentence is about one number."""
    found = _without_veto(sentence.text)
    return found is not None and numeric.claims(sentence.part(found))


def understood(sentence: Sentence) -> Understood:
    """The rule about the number, guarded against the event."""
    rest = _without_veto(sentence.text)
    assert rest is not None
    inner = sentence.within(rest, sentence.beside.weight)
    if not isinstance(inner.part, Curve):
        return inner
    return Understood(Guard((), 0, 1, NOTHING, inner.part), inner.notes, inner.not_applicable)


@lru_cache(maxsize=16)
def _without_veto(text: str) -> str | None:
    """The sentence without the one event that leaves nothing; None where it names none, or a place of the number."""
    found = [each for each in _VETO.finditer(text) if _is_no_place(each["event"])]
    if len(found) != 1:
        return None
    rest = (text[: found[0].start()] + text[found[0].end() :]).strip(",;。\n")
    return rest or None


def _is_no_place(event: str) -> bool:
    """Whether the event is none that the number itself tells (出现逾期的, 发生超支的)."""
    mark = landmark_of(event)
    return mark is None or mark.at in (At.NONE, At.MET)
