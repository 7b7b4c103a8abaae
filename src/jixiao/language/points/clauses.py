"""What is said of points: each statement puts some of them, in some state, to an effect on the score."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from jixiao.language.leftover import changes_score
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does, about_of
from jixiao.language.points.words import LESS, Amount, Word, words_of


@dataclass(frozen=True, slots=True)
class PointClause:
    """A statement about points: which (`points`, `number`: as many or `side` of it), what it does, how much.

    `words` are all its words, `state` those before the effect; `tells_event` says that these tell
    of something else than points.
    """

    about: About
    does: Does
    amounts: tuple[Amount, ...] = ()
    points: tuple[int, ...] = ()
    number: int | None = None
    side: str = ""
    words: str = ""
    state: str = ""
    whole: bool = False
    announced: int | None = None
    upto: int | None = None
    given: tuple[int, ...] = ()
    is_count_alone: bool = False
    tells_event: bool = False
    condition: str = ""
    targets: tuple[int, ...] = ()


_STOPS = ",;。:"
_AMOUNTS = "A(?:[f,、]*A)*(?:、Z)?"
_EFFECTS = (
    (Does.LIMIT, re.compile(r"[K^]")),
    (Does.LOSE_AT_MOST, re.compile("lf*mf*A|ml[f]*A|mf*l?f*A(?<=x)")),
    (Does.EARN_AT_MOST, re.compile("[gf]*mf*g?f*A")),
    (Does.NOTHING, re.compile("Z(?:[f,w]*Z)*")),
    (Does.PROGRESS, re.compile("c")),
    (Does.EQUAL, re.compile("(?:[sg]f*)?=g*(?:f*A)?(?=[f,;()]*(?:$|[,;]))")),
    (Does.LOSE, re.compile(f"lf*(?:{_AMOUNTS})|x")),
    (Does.EARN, re.compile(f"[sg]+f*e?f*(?:{_AMOUNTS})|{_AMOUNTS}|gn|g+(?=[f,、;()]*(?:$|[;,、-]))")),
)
_LIMITS = ("以上", "以下", "及以上", "及以下", "及其以上", "及其以下", "以内", "左右")
_NEGATING = re.compile("(?:不|不予|不再|不能|不可|无法|未|不给)$")
_SIGNS, _STOPS = set("f,、;()"), ",;。:"


@lru_cache(maxsize=256)
def point_clauses(text: str) -> tuple[PointClause, ...]:
    """The statements of a text about points; NotUnderstood where words that do nothing speak of the score.

    >>> [(each.about.value, each.does.value) for each in point_clauses("全部符合得满分,有一项不符合扣权重分的1/3")]
    [('全部符合', '得'), ('每一项不符合', '扣')]
    """
    words = words_of(text)
    letters = "".join(word.kind for word in words)
    clauses = []
    begin = at = 0
    while at < len(words):
        effect = next(((does, found) for does, pattern in _EFFECTS if (found := pattern.match(letters, at))), None)
        if effect is None:
            at += 1
            continue
        does, found = effect
        at = found.end()
        if does is Does.EARN and at < len(words) and words[at].text.startswith(_LIMITS):
            raise NotUnderstood(f"“{words[at - 1].text}{words[at].text}”没有读懂是多少", words[at].text)
        clauses += _stated(text, words[begin : found.start()], does, words[found.start() : at])
        begin = at
    refuse_leftover(words[begin:])
    return tuple(_carried(clauses))


_COUNTED = {About.MET_COUNT, About.UNMET_COUNT, About.NONE_MET}


def _stated(text: str, words: tuple[Word, ...], does: Does, effect: tuple[Word, ...]) -> list[PointClause]:
    """A statement, or one for each of the counts it names: 符合一项或者都不符合的不得分."""
    ways = _cut(words, "或")
    if len(ways) > 1:
        several = [_clause(text, way, does, effect) for way in ways]
        if all(clause.about in _COUNTED for clause in several):
            return several
    return [_clause(text, words, does, effect)]


def _carried(clauses: Iterable[PointClause]) -> Iterator[PointClause]:
    """The statements; a count alone counts what the one before counts: 一项不符合扣1分,两项以上不得分."""
    unmet = False
    for clause in clauses:
        if clause.is_count_alone and unmet:
            yield replace(clause, about=About.EACH_UNMET if clause.does is Does.LOSE else About.UNMET_COUNT)
            continue
        if clause.about is not About.EVENT:
            unmet = clause.about in (About.EACH_UNMET, About.UNMET_COUNT)
        yield clause


def _clause(text: str, words: tuple[Word, ...], does: Does, effect: tuple[Word, ...]) -> PointClause:
    if does is Does.EARN and words and _NEGATING.search(words[-1].text):
        raise NotUnderstood(f"“{words[-1].text}{effect[0].text}”没有读懂", words[-1].text + effect[0].text)
    parts, introduced = _parts(words)
    parts, given = _without_given(parts)
    start = parts[0][0].start if parts else effect[0].start
    situation = [word for part in parts for word in part if word.kind not in _SIGNS]
    if [word.kind for word in situation].count("n") > 1 and situation[0].kind == "n":
        introduced, situation = (*introduced, situation[0]), situation[1:]
    kinds = _AT_LEAST.sub(r"\1\2v", "".join(word.kind for word in situation))
    amounts = _amounts(does, effect)
    targets = _targets(parts) if does is Does.NOTHING else ()
    counted = next((word for word in situation if word.kind in "nr"), None)
    number, side = _counted(counted) if counted else (1 if "y" in kinds else None, "")
    if does is Does.NOTHING and "p" in kinds:
        _refuse_other_event(situation)
    about = about_of(kinds, does, number, len(amounts))
    return PointClause(
        about,
        does,
        amounts,
        tuple(point for point in dict.fromkeys(_points(situation)) if point not in targets),
        number,
        side or next((kind for kind in kinds if kind in "dv"), ""),
        text[start : effect[-1].end].strip(_STOPS),
        text[start : effect[0].start].strip(_STOPS),
        bool({"w", "r", "a", "G"} & {word.kind for word in (*situation, *effect)}) or "一票否决" in effect[0].text,
        next((word.number for word in introduced if word.kind == "n"), None),
        counted.upto if counted else None,
        given,
        about is About.MET_COUNT and "+" not in kinds,
        about is About.EVENT and "T" in kinds,
        next((word.text for word in introduced if word.kind == "T" and _CONDITION.search(text[: word.end])), ""),
        targets,
    )


# What is not done, or too late, is the lack of the point itself; 发生事故 is something else.
_LACK = re.compile("[未不没无缺少漏]|逾|延|迟|滞后|超")


def _refuse_other_event(situation: Sequence[Word]) -> None:
    """Refuse 发生事故的该要点不得分: an event that only one point suffers, and that is not its own lack."""
    if "-" in {word.kind for word in situation}:
        return
    told = "".join(word.text for word in situation if word.kind == "T")
    if told and _LACK.search(told) is None:
        raise NotUnderstood(f"“{told}”没有读懂是不是要点自己的要求", told)


# 是否有绩效目标,没有的得0分: a condition told in the words that introduce a statement.
_CONDITION = re.compile("是否|有无|前提|必须|前置|必备|否决")


def _points(words: Iterable[Word]) -> Iterator[int]:
    return (point for word in words for point in word.points)


def _targets(parts: Sequence[tuple[Word, ...]]) -> tuple[int, ...]:
    """The points that earn nothing where others are not met: 未满足①的,②③均不得分."""
    if len(parts) < 2 or "-" not in _kinds(parts[0]) or not any(_points(parts[0])):
        return ()
    return tuple(_points(parts[-1]))


# 至少符合三项 is 符合三项及以上.
_AT_LEAST = re.compile("^([^v]*)v([^v]*n[^v]*)$")


def _counted(word: Word) -> tuple[int | None, str]:
    """The number of a count and its side: 少于两项 is at most one."""
    if word.number is not None and word.text.startswith(LESS):
        return word.number - 1, "d"
    return word.number, ""


def _amounts(does: Does, effect: tuple[Word, ...]) -> tuple[Amount, ...]:
    """The amounts of an effect; 0分 that ends a list of them is one."""
    if does is Does.NOTHING:
        return ()
    return tuple(word.amount or Amount(Fraction(0), "权重") for word in effect if word.amount or word.kind == "Z")


# What may stand before a statement and says nothing itself: 按五个方面评分; 评价要点共三条; 以上四个要素.
_INTRODUCTION = re.compile("[fTNnedg(),、]*")
_STATES = set("+-~eyqao")


def _parts(words: tuple[Word, ...]) -> tuple[list[tuple[Word, ...]], tuple[Word, ...]]:
    """The words of a situation, cut at its commas, and the introduction before them."""
    sentences = _cut(words, ";")
    for sentence in sentences[:-1]:
        refuse_leftover(sentence)
    parts = _cut(sentences[-1], ",") if sentences else []
    introduced: tuple[Word, ...] = ()
    while len(parts) > 1 and _INTRODUCTION.fullmatch(_kinds(parts[0])) and _STATES & set(_kinds(parts[1])):
        introduced += parts[0]
        parts = parts[1:]
    return parts, introduced


# 具备①的,②③各占…: the points that are met before anything is said of the others.
_GIVEN = re.compile(r"[fe]*(?:\+f*q?|qf*a?f*\+)f*,?")


def _without_given(parts: list[tuple[Word, ...]]) -> tuple[list[tuple[Word, ...]], tuple[int, ...]]:
    """The parts without a first one that only says that some points are met, and those points."""
    if (
        len(parts) > 1
        and _GIVEN.fullmatch(_kinds(parts[0]))
        and any(set("qr") & set(_kinds(part)) for part in parts[1:])
    ):
        return parts[1:], tuple(point for word in parts[0] for point in word.points)
    return parts, ()


def _cut(words: tuple[Word, ...], sign: str) -> list[tuple[Word, ...]]:
    """The words between those of one kind, or of one text."""
    cuts = [0, *(place + 1 for place, word in enumerate(words) if sign in (word.kind, word.text)), len(words)]
    return [words[start:end] for start, end in pairwise(cuts) if start < end]


def _kinds(words: tuple[Word, ...]) -> str:
    return "".join(word.kind for word in words)


def refuse_leftover(words: tuple[Word, ...]) -> None:
    """Raise NotUnderstood where words that do nothing to the score speak of cases or deductions all the same."""
    said = "".join(word.text for word in words).strip(_STOPS)
    if set("olr") & set(_kinds(words)) or changes_score(said):
        raise NotUnderstood(f"“{said}”没有说明怎样计分", said)
