"""What the problems of a report are said to have cost: “1.预算调整率控制不够，本次评价扣2.5分。”"""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import DEDUCTION
from jixiao.audit.checks.scores.identity import Indicator, plain
from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.scorebook import LAST_LEVEL
from jixiao.reading.scoresentences import StatedScore
from jixiao.relations import Sum

_IN_ALL = re.compile(
    "(?:本次|此次|该项|本项|此项|该指标|本指标|指标)(?:绩效)?(?:评价)?(?:中)?(?:共|合计|累计)?(?:[扣失丢]分?)(?:了|为)?$"
    "|(?:共|合计|累计)[扣失丢]分?(?:了|为)?$"
)
_MARK = re.compile(r"(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九十]+[、是]|[①-⑳])?[“]?")
_SHORTEST = 4  # characters of a name that a problem may begin with


def losses(book: ScoreBook, mentions: Sequence[Sequence[Mention]]) -> Iterator[Posed]:
    """The points that problems took off, where the first words of their sentence name just one indicator.

    A sentence may tell one cause of several; only what is said to be the whole loss is compared, and as a warning.
    """
    names = {plain(each.first.name): each for each in book.indicators if each.level == LAST_LEVEL}
    names = {name: each for name, each in names.items() if len(name) >= _SHORTEST}
    known = {stated.lost.place.spot for stated in book.sentences if _is_compared(book, stated)}
    for found in mentions:
        for inside in in_spans(found, found[0].passage.sentences) if found and names else ():
            points = [one for one in inside if one.dimension == "分"]
            if len(points) == 1 and _is_whole_loss(points[0]) and points[0].place.spot not in known:
                yield from _posed(points[0], names)


def _is_whole_loss(one: Mention) -> bool:
    return one.is_stated and bool(_IN_ALL.search(one.clause))


def _is_compared(book: ScoreBook, stated: StatedScore) -> bool:
    return not stated.lost.is_missing and (stated.is_total or book.indicators.of(stated.line) is not None)


def _posed(lost: Mention, names: dict[str, Indicator]) -> Iterator[Posed]:
    """The loss against weight and score of the indicator that the sentence begins with."""
    passage = lost.passage
    start, _ = passage.sentence_at(lost.start)
    mark = _MARK.match(passage.text, start)
    words = plain(passage.text[mark.end() if mark else start : lost.start])
    begun = max((name for name in names if words.startswith(name)), key=len, default="")
    if not begun or any(name in words[len(begun) :] for name in names):
        return
    for line in names[begun].listed:
        if not line.weight.is_missing and not line.score.is_missing:
            told = lost.figure(f"{line.name}扣分")
            yield Posed(Sum.difference(told, line.weight, line.score, check=DEDUCTION), at_most=Severity.WARNING)
            return
