"""Scores that the running text states: “投入指标权重分为15.00分，得12.00分，得分率80.00%”, “该项指标得2.00分”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.quantities import Unit
from jixiao.reading.labels import label_of
from jixiao.reading.mentions import Mention, mentions
from jixiao.reading.outline import Section
from jixiao.reading.running import Passage
from jixiao.reading.scorebook import ScoreLine, coded_level
from jixiao.relations import Figure

_WEIGHT = re.compile("(?:占?权重(?:分值|分)?|满分|标准分|分值)(?:为|是|共|计|占)*$")
_SCORE = re.compile("(?:得分?|评价得分|实际得分|综合得分|最终得分|评分)(?:为|是|共|计)*$")
_RATE = re.compile("得分率(?:为|是|达|达到)*$")
_NO_SCORE = re.compile("(?:扣|减|少|每|各|再)[^,;。]{0,6}$|权重$")
_TOTAL = re.compile(
    "(?:综合评价|总体评价|绩效评价|总体|综合|最终|总)(?:综合|评价|绩效)*(?:得分|评分|总分|总得分)|综合得分|总分值?|总体分值"
)
_SUBJECT = re.compile(
    "(?:^|[,;:。])(?:[一二三四五六七八九十]是)?(?P<name>[^,;:。()\\d]{2,24}?)(?:类|方面)?(?:指标)?(?:共?包含|权重|满分|标准分|,权重|占权重)"
)
_LABELLED = re.compile(
    r"(?P<label>[A-Za-z]\d*(?:[.-]?\d+)*[^:。;,]{2,40}?)(?:\((?:满分|权重|分值)?(?P<weight>\d+(?:\.\d+)?)分\))?:"
)
_THIS_GROUP = re.compile("该[一二]级指标")
_THIS = re.compile("(?:该|本)(?:项|级|二级|三级|一级)*指标")


@dataclass(frozen=True, slots=True)
class StatedScore:
    """What a sentence states of one indicator, or of the whole evaluation: its line, and the sentence's passage.

    `is_total` marks the score of the whole; `by_label` that the indicator is named by its code and name in front.
    """

    line: ScoreLine
    passage: Passage
    is_total: bool = False


def stated_scores(passages: Sequence[Passage]) -> tuple[StatedScore, ...]:
    """The scores of the running text in their order.

    A paragraph without a label in front goes on about the indicator of the one before it, as long as the heading is
    the same.
    """
    return tuple(_stated_in(passages))


def _stated_in(passages: Sequence[Passage]) -> Iterator[StatedScore]:
    label: str = ""
    section: Section = ()
    for passage in passages:
        own = _LABELLED.match(passage.text)
        label = own["label"] if own else label if passage.section == section else ""
        section = passage.section
        yield from _in_passage(passage, label, is_own=own is not None)


def _in_passage(passage: Passage, label: str, *, is_own: bool) -> Iterator[StatedScore]:
    found = mentions(passage)
    for start, end in passage.sentences:
        inside = [one for one in found if start <= one.start < end]
        weight, score, rate = _first(inside, _WEIGHT, "分"), _score(inside), _first(inside, _RATE, "%")
        if score is None and weight is None:
            continue
        text = passage.text[start:end]
        if score is not None and _TOTAL.search(text[: score.start - start]) and weight is None:
            yield _stated("总分", passage, None, score, rate, is_total=True)
        elif label and score is not None and not _THIS_GROUP.search(text) and (is_own or _THIS.search(text)):
            yield _stated(label, passage, weight, score, rate)
        elif name := _subject(text, passage.section):
            yield _stated(name, passage, weight, score, rate)


def _stated(
    name: str,
    passage: Passage,
    weight: Mention | None,
    score: Mention | None,
    rate: Mention | None,
    *,
    is_total: bool = False,
) -> StatedScore:
    label = label_of(name)
    named = label.name if label.code else label.whole
    place = next(one.place for one in (score, weight) if one is not None)
    line = ScoreLine(
        label.code,
        named,
        coded_level(label.code),
        _figure(f"{named}权重", weight),
        _figure(f"{named}得分", score),
        _figure(f"{named}得分率", rate),
        place,
        0,
    )
    return StatedScore(line, passage, is_total)


def _figure(name: str, mention: Mention | None) -> Figure:
    return Figure(name) if mention is None else mention.figure(name)


def _first(found: Sequence[Mention], words: re.Pattern[str], unit: str) -> Mention | None:
    return next((one for one in found if _is_in(one.printed.unit, unit) and words.search(one.before)), None)


def _score(found: Sequence[Mention]) -> Mention | None:
    """The last 得…分 of the sentence: what was taken off before it is no score."""
    scores = [
        one
        for one in found
        if _is_in(one.printed.unit, "分")
        and _SCORE.search(one.before)
        and not _WEIGHT.search(one.before)
        and not _NO_SCORE.search(one.before)
    ]
    return scores[0] if len(scores) == 1 else None


def _is_in(unit: Unit | None, symbol: str) -> bool:
    return unit is not None and unit.symbol == symbol


def _subject(text: str, section: Section) -> str:
    """Which indicator the sentence speaks of: the one it names, or, for 该二级指标, the one of the heading."""
    if _THIS.search(text):
        return section[-1].title if section else ""
    found = _SUBJECT.search(text)
    return found["name"] if found else ""
