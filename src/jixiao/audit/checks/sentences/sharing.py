"""Whose share a percentage is: “甲60万元，占60%”, “甲60万元、乙40万元，分别占60%和40%”, “前者占60%，后者占40%”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.reading.mentions import Mention

_SHARE = re.compile(
    "(?:占比|比重|比例|占(?P<whole>[^,;。占]{0,16}?)的?(?:比重|比例|比)?)(?:分别|依次|各自)?(?:约|为|达|的)*$"
)
_EACH_ITS_OWN = re.compile("分别|依次|各自")
_AND = re.compile("(?:[和与及、]|以及)(?:约|占)?")
_FORMER, _LATTER = "前者", "后者"


@dataclass(frozen=True, slots=True)
class Share:
    """A share, the figure that it is the share of, what the words call the whole (perhaps nothing).

    `among` are the figures that the words choose from, the part itself where there is no choice.
    """

    mention: Mention
    part: Mention
    whole: str
    among: tuple[Mention, ...]

    @property
    def is_referred(self) -> bool:
        """Whether the part is one of several figures that the words refer to (分别, 前者)."""
        return len(self.among) > 1


def shares_in(inside: Sequence[Mention]) -> Iterator[Share]:
    """The shares among the figures of a statement whose parts are told.

    >>> from jixiao.findings import Place
    >>> from jixiao.reading.mentions import mentions
    >>> from jixiao.reading.running import passage_of_cell
    >>> told = mentions(passage_of_cell("基本支出60万元、项目支出40万元，分别占部门预算的60%和40%", Place()))
    >>> [(str(one.mention.printed), one.part.name, one.whole) for one in shares_in(told)]
    [('60%', '基本支出', '部门预算'), ('40%', '项目支出', '部门预算')]
    """
    parts = list[Mention]()
    referred: tuple[Mention, ...] = ()
    place, whole = 0, ""
    for number, one in enumerate(inside):
        if not one.is_percent:
            parts.append(one)
            referred, whole = (), ""
            continue
        found = _SHARE.search(one.before)
        if referred and _goes_on(inside[number - 1], one):
            place += 1
        elif found is None:
            referred = ()
        else:
            referred, place = _pointed_at(parts, inside[number:])
            whole = found["whole"] or (whole if _LATTER in one.before else "")
            whole = "" if whole in (_FORMER, _LATTER) else whole
        if place < len(referred):
            yield Share(one, referred[place], whole, referred)


def _pointed_at(parts: Sequence[Mention], shares: Sequence[Mention]) -> tuple[tuple[Mention, ...], int]:
    """The figures that the words of the first share choose from, and which one of them it is."""
    words = shares[0].before
    if _FORMER in words or _LATTER in words:
        return _last(parts, 2), int(_LATTER in words)
    count = next((at for at in range(1, len(shares)) if not _goes_on(shares[at - 1], shares[at])), len(shares))
    if count > 1:
        return _last(parts, count), 0
    return () if _EACH_ITS_OWN.search(words) else tuple(parts[-1:]), 0


def _goes_on(last: Mention, one: Mention) -> bool:
    """Whether the percentage is the next one in a list: “60%和40%”."""
    return one.is_percent and bool(_AND.fullmatch(one.passage.text[last.end : one.start]))


def _last(parts: Sequence[Mention], count: int) -> tuple[Mention, ...]:
    """The last figures, if there are so many of one kind."""
    last = tuple(parts[-count:])
    return last if len(last) == count and len({one.dimension for one in last}) == 1 else ()
