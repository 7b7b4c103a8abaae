"""What is said of points: each statement puts some of them, in some state, to an effect on the score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from jixiao.language.points.words import Amount, Word, words_of


class About(Enum):
    """Which points a statement is about, and in which state."""

    NOTHING = "没有说明"
    EACH = "每一项"
    EACH_MET = "每符合一项"
    EACH_UNMET = "每一项不符合"
    MET = "符合"
    PARTLY = "部分符合"
    UNMET = "不符合"
    ALL_MET = "全部符合"
    NONE_MET = "都不符合"
    MET_COUNT = "符合几项"
    UNMET_COUNT = "不符合几项"
    NAMED = "指明的要点"
    NAMED_UNMET = "指明的要点不符合"
    REST = "其余要点"
    OTHERWISE = "其他情形"
    EVENT = "事项"


class Does(Enum):
    """The effect: earning amounts or nothing, losing, limits, completion, equal shares."""

    EARN = "得"
    NOTHING = "不得分"
    LOSE = "扣"
    LOSE_AT_MOST = "最多扣"
    EARN_AT_MOST = "最多得"
    PROGRESS = "按完成率"
    EQUAL = "均分"
    LIMIT = "扣完为止"


@dataclass(frozen=True, slots=True)
class PointClause:
    """A statement about points: which (`points`, `number`: as many or `side` of it), what it does, how much.

    `words` are all its words, `state` those before the effect.
    """

    about: About
    does: Does
    amounts: tuple[Amount, ...] = ()
    points: tuple[int, ...] = ()
    number: int | None = None
    side: str = ""
    words: str = ""
    state: str = ""


_STOPS = ",;。:"
_AMOUNTS = "A(?:[f,]*A)*"
_EFFECTS = (
    (Does.LIMIT, re.compile(r"[K^]")),
    (Does.LOSE_AT_MOST, re.compile("lf*mf*A|ml[f]*A|mf*l?f*A(?<=x)")),
    (Does.EARN_AT_MOST, re.compile("[gf]*mf*g?f*A")),
    (Does.NOTHING, re.compile("Z(?:[f,w]*Z)*")),
    (Does.PROGRESS, re.compile("c")),
    (Does.EQUAL, re.compile("(?:[sg]f*)?=")),
    (Does.LOSE, re.compile(f"lf*(?:{_AMOUNTS})|x")),
    (Does.EARN, re.compile(f"[sg]f*e?f*(?:{_AMOUNTS})|{_AMOUNTS}|gn|g(?=[f,;()]*(?:$|[;,]))")),
)
_SIGNS = set("f,;()")


def point_clauses(text: str) -> Iterator[PointClause]:
    """The statements of a text about points; words that do nothing to the score are an introduction.

    >>> [(each.about.value, each.does.value) for each in point_clauses("全部符合得满分,有一项不符合扣权重分的1/3")]
    [('全部符合', '得'), ('每一项不符合', '扣')]
    """
    words = words_of(text)
    letters = "".join(word.kind for word in words)
    begin = at = 0
    while at < len(words):
        effect = next(((does, found) for does, pattern in _EFFECTS if (found := pattern.match(letters, at))), None)
        if effect is None:
            at += 1
            continue
        does, found = effect
        at = found.end()
        yield _clause(text, words[begin : found.start()], does, words[found.start() : at])
        begin = at


def _clause(text: str, situation: tuple[Word, ...], does: Does, effect: tuple[Word, ...]) -> PointClause:
    situation = _last_sentence(situation)
    start = situation[0].start if situation else effect[0].start
    amounts = tuple(word.amount for word in effect if word.amount is not None)
    number = next((word.number for word in situation if word.kind == "n"), None)
    points = tuple(dict.fromkeys(point for word in situation for point in word.points))
    kinds = "".join(word.kind for word in situation if word.kind not in _SIGNS)
    side = next((kind for kind in kinds if kind in "dv"), "")
    return PointClause(
        _about(kinds, does), does, amounts, points, number, side, text[start : effect[-1].end].strip(",;。")
    )


# What may stand before a statement and says nothing itself: 按五个方面评分; 评价要点共三条.
_INTRODUCTION = re.compile("[fTNnedg()]*")


def _last_sentence(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The situation without introductions that ended before it."""
    parts = _parts(words)
    while len(parts) > 1 and _INTRODUCTION.fullmatch("".join(word.kind for word in parts[0])):
        if "T" not in {word.kind for word in parts[0]}:
            break
        parts = parts[1:]
    return tuple(word for part in parts for word in part)


def _parts(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words of the last sentence, cut at its commas."""
    stops = [place for place, word in enumerate(words) if word.kind == ";"]
    words = words[stops[-1] + 1 :] if stops else words
    commas = [place for place, word in enumerate(words) if word.kind == ","]
    cuts = [0, *(place + 1 for place in commas), len(words)]
    return [words[start:end] for start, end in pairwise(cuts) if start < end]


_ABOUT = tuple(
    (about, re.compile(pattern))
    for about, pattern in (
        (About.EVENT, ".*T.*"),
        (About.NAMED_UNMET, "(?=.*-)(?=.*q)[^+~]*"),
        (About.NAMED, "[Nne+]*q[Nneaw+]*"),
        (About.REST, "r[Nnea+]*"),
        (About.OTHERWISE, "[or][Nnae]*"),
        (About.EACH_UNMET, "(?=.*-)(?=.*[eny])(?!.*a-)(?!.*~).*"),
        (About.NONE_MET, "[nNe]*a+n?-[wna]*"),
        (About.UNMET, "[Ne]*-[N-]*"),
        (About.PARTLY, "[Ne]*~[N~]*"),
        (About.EACH_MET, "(?=.*e)(?=.*\\+)(?!.*a)[neN+]*"),
        (About.ALL_MET, "(?=.*a)(?=.*\\+)[neNa+d]*"),
        (About.MET_COUNT, "[N+]*n[dv]?[N+]*(?<=[+dv])|[N+]+n[dvN]*"),
        (About.MET, "N*\\+[N+]*"),
        (About.EACH, "[neNad]*[en][neNad]*|N+"),
        (About.NOTHING, "[wd]*"),
    )
)


def _about(kinds: str, does: Does) -> About:
    about = next((about for about, pattern in _ABOUT if pattern.fullmatch(kinds)), About.EVENT)
    if about is not About.EACH_UNMET or does is Does.LOSE:
        return about
    if does is Does.EARN:
        return About.UNMET_COUNT if "e" not in kinds else About.EVENT
    return about if set("ny") & set(kinds) else About.UNMET
