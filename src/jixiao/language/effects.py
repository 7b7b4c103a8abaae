"""What a clause of a rule does to the score: points earned, lost, kept, limited, computed."""

import re
from dataclasses import dataclass
from enum import Enum

from jixiao.language.cursor import Cursor, Phrase
from jixiao.language.tokens import Token
from jixiao.quantities import exact_text
from jixiao.rules.portion import FULL, NOTHING, Portion


class Does(Enum):
    """The kinds of effect."""

    EARN = "得"
    LOSE = "扣"
    LOSE_AT_MOST = "最多扣"
    EARN_AT_MOST = "最多得"
    FLOOR = "扣完为止"
    CAP = "以满分为限"
    PROPORTION = "按比例计分"
    SHARE = "占"


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect with its portion of the weight; `unsure` says which reading of an amount was taken."""

    does: Does
    portion: Portion = NOTHING
    unsure: str = ""


_SHARE = "(?:W?e?(?P<share>[RF])|(?P<first>[RF])e?W|W?e?(?P<points>S))"
_PHRASES = (
    (Does.FLOOR, re.compile("K")),
    (Does.CAP, re.compile(r"\^")),
    (Does.LOSE_AT_MOST, re.compile(f"ML?{_SHARE}W?")),
    (Does.PROPORTION, re.compile("J|LW(?![e]?[RFS])")),
    (Does.LOSE, re.compile(f"L{_SHARE}W?")),
    (Does.EARN, re.compile(f"G?(?P<full>V)|(?P<none>Z)|(?P<kept>Y)|G{_SHARE}W?|G(?P<whole>W)(?!e?[RF])")),
    (Does.SHARE, re.compile(f"H{_SHARE}W?")),
)


def take_effect(cursor: Cursor) -> Effect | None:
    """The effect that stands here, stepped over; None where none does."""
    for does, pattern in _PHRASES:
        phrase = cursor.take(pattern)
        if phrase is not None:
            return _effect(does, phrase)
    return None


def _effect(does: Does, phrase: Phrase) -> Effect:
    if does in (Does.FLOOR, Does.CAP, Does.PROPORTION):
        return Effect(does)
    if does is Does.EARN and any(name in phrase for name in ("full", "kept", "whole")):
        return Effect(does, FULL)
    if does is Does.EARN and "none" in phrase:
        return Effect(does, NOTHING)
    return Effect(does, _portion(phrase), _doubt(phrase))


def _portion(phrase: Phrase) -> Portion:
    name = next(name for name in ("share", "first", "points") if name in phrase)
    token: Token = phrase[name]
    return Portion(token.number, in_points=name == "points")


def _doubt(phrase: Phrase) -> str:
    """A percentage without a word what it is a percentage of is taken as one of the weight, and said."""
    if "share" in phrase and "W" not in phrase.kinds():
        share = phrase["share"]
        return f"“{phrase.text()}”没有写明是什么的{share.text}，按权重分的{exact_text(share.number * 100)}%理解"
    return ""
