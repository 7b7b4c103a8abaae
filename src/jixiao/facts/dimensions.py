"""The dimensions of a fact, and which words may name them.

A name in an expression says some dimensions in 〔〕 and leaves the others open. An open dimension means the usual:
the year of the case, the whole year, the whole department, all money, no single item. Only the stage has no usual
value; it may be left open where a quantity has a single stage.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from jixiao.expressions import normal_name
from jixiao.facts.dictionary import Dictionary

WHOLE_YEAR = "全年"
"""The period of a fact that states none."""
WILDCARD = "各"
"""How a qualifier begins that stands for every member: 各项目, 各题, 各单位."""

_YEARS = {"本年": 0, "本年度": 0, "当年": 0, "上年": -1, "上年度": -1, "去年": -1, "前年": -2}
_YEAR_NUMBER = re.compile(r"(\d{4})(?:年|年度)?")
_DASHES = re.compile("[—–－~～至-]+")
_PERIOD = re.compile("[年月日季度周]")
_BODIES = frozenset({"单位", "机构", "部门", "对象", "调查对象", "二级单位", "所属单位"})
_FUNDS = frozenset({"资金", "来源", "资金来源"})

_key = lru_cache(maxsize=10_000)(normal_name)
"""The form in which words are compared; a lookup compares with every fact of the name."""


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Where a fact belongs. An empty text means: not distinguished (the whole department, all money).

    `item` is a path: a project, or a project and its part, or a function class and an economic class.
    """

    year: int
    stage: str = ""
    body: str = ""
    fund: str = ""
    item: tuple[str, ...] = ()
    period: str = WHOLE_YEAR

    def words(self, usual_year: int) -> tuple[str, ...]:
        """The qualifiers a name needs to say these dimensions in a case of `usual_year`.

        >>> Dimensions(2022, "决算", item=("招商经费",)).words(2023)
        ('招商经费', '2022年', '决算')
        """
        year = "" if self.year == usual_year else f"{self.year}年"
        period = "" if self.period == WHOLE_YEAR else self.period
        return tuple(word for word in (self.body, self.fund, *self.item, year, period, self.stage) if word)


def proper_words(at: Dimensions) -> tuple[str, ...]:
    """The words by which a fact is shelved: its body, its fund and each part of its item, as they are compared."""
    return tuple(_key(word) for word in (at.body, at.fund, *at.item) if word)


def year_of(word: str, usual_year: int) -> int | None:
    """The year a word names: 本年, 上年, 2022年; None for any other word.

    >>> year_of("上年", 2023), year_of("2021年度", 2023), year_of("决算", 2023)
    (2022, 2021, None)
    """
    if word in _YEARS:
        return usual_year + _YEARS[word]
    number = _YEAR_NUMBER.fullmatch(word)
    return int(number[1]) if number else None


def is_wildcard(word: str) -> bool:
    """Whether the word stands for every member (各项目) and not for one."""
    return word.startswith(WILDCARD) and len(word) > 1


def placed(at: Dimensions, words: Iterable[str], dictionary: Dictionary, usual_year: int) -> Dimensions:
    """`at` with the dimensions that the qualifiers of a *stated* fact name; a word of no closed list is an item.

    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> placed(Dimensions(2023), ("上年", "全年预算", "政府性基金", "招商经费"), standard_dictionary(), 2023)
    Dimensions(year=2022, stage='调整', body='', fund='政府性基金预算', item=('招商经费',), period='全年')
    """
    for word in words:
        year = year_of(word, usual_year)
        if year is not None:
            at = replace(at, year=year)
        elif stage := dictionary.stage(word):
            at = replace(at, stage=stage)
        elif fund := dictionary.fund(word):
            at = replace(at, fund=fund)
        else:
            at = replace(at, item=(*at.item, word))
    return at


@dataclass(frozen=True, slots=True)
class Wanted:
    """The qualifiers of a name that is looked up, and how they are compared with the dimensions of a fact."""

    words: tuple[str, ...]
    dictionary: Dictionary
    usual_year: int

    @property
    def plain(self) -> tuple[str, ...]:
        """The words that name one value each."""
        return tuple(word for word in self.words if not is_wildcard(word))

    @property
    def wildcards(self) -> tuple[str, ...]:
        """The words that stand for every member."""
        return tuple(word for word in self.words if is_wildcard(word))

    @property
    def proper(self) -> str | None:
        """A word that can only be the name of an item or a body: no stage, year, fund or period; None without one."""
        for word in self.plain:
            closed = self.dictionary.stage(word) or self.dictionary.fund(word) or year_of(word, self.usual_year)
            if not closed and not _PERIOD.search(word):
                return _key(word)
        return None

    def accepts(self, at: Dimensions, *, any_body: bool = False) -> bool:
        """Whether the words lead to a fact at `at`: each word names one of its dimensions, and each dimension
        no word names has its usual value. With `any_body` the body may be left open."""
        spoken = [self._spoken(word, at) for word in self.plain]
        if not all(spoken):
            return False
        unspoken = _unusual(at, self.usual_year).difference(*spoken)
        if any_body:
            unspoken.discard("body")
        for word in self.wildcards:
            part = next(iter(sorted(unspoken & _wild_parts(word, at))), None)
            if part is None:
                return False
            unspoken.discard(part)
        return not unspoken

    def member(self, at: Dimensions) -> tuple[str, ...]:
        """Which member of the wildcards a fact is: the values the wildcards stand for."""
        spoken = set[str]().union(*(self._spoken(word, at) for word in self.plain))
        parts = [part for part in ("body", "fund", *_item_parts(at)) if part not in spoken]
        wild = set[str]().union(*(_wild_parts(word, at) for word in self.wildcards))
        return tuple(_value(part, at) for part in parts if part in wild and _value(part, at))

    def _spoken(self, word: str, at: Dimensions) -> set[str]:
        """The dimensions of the fact that the word names."""
        key = _key(word)
        spoken = {part for part, item in zip(_item_parts(at), at.item, strict=True) if _key(item) == key}
        if at.body and _key(at.body) == key:
            spoken.add("body")
        if at.fund and (self.dictionary.fund(word) == at.fund or _key(at.fund) == key):
            spoken.add("fund")
        if at.stage and self.dictionary.stage(word) == at.stage:
            spoken.add("stage")
        if year_of(word, self.usual_year) == at.year:
            spoken.add("year")
        if _period(word) == _period(at.period):
            spoken.add("period")
        return spoken


@lru_cache(maxsize=10_000)
def _period(text: str) -> str:
    """1—10月, 1-10月 and 1至10月 are one period."""
    return _DASHES.sub("-", normal_name(text))


def _item_parts(at: Dimensions) -> tuple[str, ...]:
    return tuple(f"item {number}" for number in range(len(at.item)))


def _value(part: str, at: Dimensions) -> str:
    if part in ("body", "fund"):
        return at.body if part == "body" else at.fund
    return at.item[int(part.removeprefix("item "))]


def _unusual(at: Dimensions, usual_year: int) -> set[str]:
    """The dimensions whose value must be said; the stage is not among them, it is settled among the candidates."""
    said = {"year": at.year != usual_year, "period": at.period != WHOLE_YEAR}
    said |= {"body": bool(at.body), "fund": bool(at.fund)} | dict.fromkeys(_item_parts(at), True)
    return {part for part, needed in said.items() if needed}


def _wild_parts(word: str, at: Dimensions) -> set[str]:
    kind = word.removeprefix(WILDCARD)
    if kind in _BODIES:
        return {"body"}
    return {"fund"} if kind in _FUNDS else set(_item_parts(at))
