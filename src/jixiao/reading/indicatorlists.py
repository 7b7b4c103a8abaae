"""Sentences that count or name indicators: “由4个一级指标、14个二级指标、30个三级指标构成”, “主要扣分指标为甲、乙”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jixiao.findings import Place
from jixiao.reading.labels import squeezed
from jixiao.reading.mentions import Mention
from jixiao.reading.running import Passage

_ORDINALS = {"一": 1, "二": 2, "三": 3}
_COUNTED = re.compile("([一二三])级(?:指标)?(?:共|有|为|共有|包括|:)*$")
_COUNTED_BEHIND = re.compile("([一二三])级指标")
_OF_THE_SYSTEM = re.compile("指标体系|评价指标|逐项评分")
_OF_OTHERS = re.compile("绩效目标(?!(?:合理|明确))|目标表|申报表|自评表|监控")
_HEADED = re.compile(
    "^(?:[一二三四五六七八九十]是)?(?P<name>[^,;:。\\d]{2,24}?)(?:类|方面)?(?:指标)?(?:共?包含|下设|共?设|,)"
)
_LOSERS = re.compile(
    "(?:主要)?(?P<main>主要)?(?:扣分|失分|丢分)的?(?:[一二三]级)?指标(?:主要)?(?:有\\d+个)?(?:为|是|有|包括|:)+"
)
_MEMBERS = re.compile(
    r"(?:(?<![^。;,\n])(?P<of>[^。;,\d()]{2,20}))?(?:包括|包含)(?P<names>[^。;\d]{2,200})(?P<number>\d{1,2})个(?P<level>[二三])级指标"
)
_NOT_THE_NAME = re.compile("^该[一二]级指标|(?:类|方面)?(?:指标)?(?:共|主要)*$")
_END = re.compile("[。;]|,(?:其中|反映|主要|具体|原因|共|分别|均)|等")
_REMARK = re.compile(r"\([^()]*\)")
_QUOTED = re.compile("“[^”]*”(?:“[^”]*”)*[^、和及]*|[^、]+")


@dataclass(frozen=True, slots=True)
class StatedCount:
    """How many indicators of a level (1 to 3) a sentence counts: of the group `of`, or ("") of the whole system."""

    of: str
    level: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class StatedLosers:
    """The indicators that a sentence names as those that lost points; `is_whole` unless it says 主要 or 等."""

    names: tuple[str, ...]
    place: Place
    passage: Passage
    is_whole: bool


@dataclass(frozen=True, slots=True)
class StatedMembers:
    """What a sentence says a group consists of: names of indicators of a level, and how many there are."""

    of: str
    level: int
    names: tuple[str, ...]
    number: int
    place: Place


def stated_counts(found: Sequence[Sequence[Mention]]) -> Iterator[StatedCount]:
    """The counts in the mentions of each passage.

    Whole systems are counted by all three levels in one sentence; other counts of all three (of objectives) and counts
    of some indicators (其中1个三级指标…) are none of these.
    """
    for mentions in found:
        if not mentions:
            continue
        passage = mentions[0].passage
        for start, end in passage.sentences:
            inside = [(level, one) for one in mentions if start <= one.start < end and (level := _level(one))]
            if inside:
                yield from _of_sentence(passage.text[start:end], inside)


def stated_members(passages: Iterable[Passage]) -> Iterator[StatedMembers]:
    """The lists of what a group consists of; where the sentence names no group it is that of the heading.

    >>> from jixiao.reading.running import passage_of_cell
    >>> text = "预算执行指标包括预算执行率、预算调整率2个三级指标。"
    >>> [(found.of, found.names) for found in stated_members([passage_of_cell(text, Place())])]
    [('预算执行', ('预算执行率', '预算调整率'))]
    """
    for passage in passages:
        for found in _MEMBERS.finditer(passage.text):
            title = passage.section[-1].title.partition("(")[0] if passage.section else ""
            of = _NOT_THE_NAME.sub("", found["of"] or "")
            place = passage.place(found.start("names"), found.end())
            names = tuple(_names(found["names"]))
            yield StatedMembers(of or title, _ORDINALS[found["level"]], names, int(found["number"]), place)


def stated_losers(passages: Iterable[Passage]) -> Iterator[StatedLosers]:
    """The lists of indicators that lost points.

    >>> from jixiao.reading.running import passage_of_cell
    >>> text = "得分率为88.00%。主要扣分指标为管理制度执行情况、政府采购规范性。各指标得分见表。"
    >>> [found.names for found in stated_losers([passage_of_cell(text, Place())])]
    [('管理制度执行情况', '政府采购规范性')]
    """
    for passage in passages:
        for found in _LOSERS.finditer(passage.text):
            end = _END.search(passage.text, found.end())
            last = end.start() if end else len(passage.text)
            names = tuple(_names(passage.text[found.end() : last]))
            if names:
                is_whole = "主要" not in found.group() and not (end and end.group() == "等")
                yield StatedLosers(names, passage.place(found.start(), last), passage, is_whole)


def _level(mention: Mention) -> int:
    """Which level the mention counts the indicators of: 三级指标27个, 27个三级指标; 0 for anything else."""
    unit = mention.printed.unit
    if unit is None or unit.symbol not in ("个", "项"):
        return 0
    found = _COUNTED_BEHIND.match(mention.after) or _COUNTED.search(mention.before)
    return _ORDINALS[found[1]] if found else 0


def _of_sentence(text: str, counted: Sequence[tuple[int, Mention]]) -> Iterator[StatedCount]:
    levels = [level for level, _ in counted]
    if sorted(levels) == [1, 2, 3]:
        if _OF_THE_SYSTEM.search(text) and not _OF_OTHERS.search(text):
            yield from (StatedCount("", level, one) for level, one in counted)
        return
    headed = _HEADED.match(text)
    if headed is None or len(set(levels)) != len(levels) or _OF_OTHERS.search(text) or _LOSERS.search(text):
        return
    if "级指标" not in text:
        return
    yield from (StatedCount(squeezed(headed["name"]), level, one) for level, one in counted)


def _names(text: str) -> Iterator[str]:
    """The names of an enumeration; quotation marks may hold its marks, and the last name may follow 和."""
    for found in _QUOTED.finditer(_REMARK.sub("", text)):
        name = squeezed(found.group().strip("、和及 "))
        if name:
            yield name
