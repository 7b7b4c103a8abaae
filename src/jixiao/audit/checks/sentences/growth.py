"""Growth: with both years, with the year and its increase, or with this year's count alone.

“2022年办件3200件，2023年办件4000件，增长25%”, “支出520万元，比上年增加20万元，增长4%”, “新增企业921家，同比增长31%”.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.posing import Posed
from jixiao.quantities import Convention
from jixiao.reading.counters import is_counted
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Figure, Growth, Quotient, Relation, WholeNumberGrowth
from jixiao.relations.arithmetic import PrintedArithmetic
from jixiao.relations.checks import RATE_GROWTH

_REACH = 8  # figures of the sentence before a rate that are looked at
_EARLIER = r"上一?年度?(?:同期)?|去年(?:同期)?|同期|上期"
_PAST = rf"(?:{_EARLIER}|(?:19|20)\d\d年度?(?:同期)?)(?:数|的)?"
_CHANGE = (
    "净?(?:(?P<rise>增长|增加|上升|提高|增幅)|(?P<fall>下降|减少|降低|降幅|下滑))(?:率|幅度)?(?:为|了|约|达|达到)?"
)
_THAN_PAST = re.compile(rf"[,(]?(?:(?:[较比与]{_PAST}(?:相比)?)?(?:同比|环比)?|[较比与]?{_PAST}),?{_CHANGE}")
_THAN_NAMED = re.compile(rf"[,(](?:[^,;。]{{0,12}}?)[较比](?P<named>[^,;。\d]{{2,10}}?)数?{_CHANGE}")
_TO_PAST = re.compile(rf"[较比与]{_PAST}[^,;。\d]{{0,8}}$")
_ADJUSTED_BY = re.compile(
    "(?:(?P<rise>追加|调增|增加)|(?P<fall>核减|调减|追减|减少))(?:了)?(?:年初)?(?:预算)?(?:资金|金额)?$"
)
_ADJUSTED_TO = re.compile("调整后|调整为|追加后|核减后")
_COMPARED_WITH = re.compile("相比,?(?:增长|增加|上升|下降|减少|降低)(?:了|额)?")
_COMPARED = re.compile(rf"同比|环比|[较比与](?:{_PAST})")
_PAST_YEAR = re.compile(_EARLIER)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_NO_NOUN = re.compile(rf"(?:19|20)\d\d年度?|{_EARLIER}|本年度?|今年|当年|[,;:、(由从的为至到是共约达增长加升]|数$")


def growths(found: Sequence[Mention]) -> Iterator[Posed]:
    """The growth rates of the passage that the figures before them decide."""
    for inside in in_spans(found, found[0].passage.sentences):
        start, _ = inside[0].passage.sentence_at(inside[0].start)
        for number, rate in enumerate(inside):
            if rate.is_percent and rate.is_stated and number:
                before = [one for one in inside[max(number - _REACH, 0) : number] if one.is_stated and one.dimension]
                relation = _relation(rate, before, start)
                if relation is not None:
                    yield Posed(relation)


def _relation(rate: Mention, before: Sequence[Mention], start: int) -> Relation | None:
    if not before or before[-1].is_percent:
        return None
    last, text = before[-1], rate.passage.text
    words = text[last.end : rate.start]
    if than := _THAN_PAST.fullmatch(words):
        return _by_past(rate, before, start, falling=bool(than["fall"]), is_compared=bool(_COMPARED.search(words)))
    if than := _THAN_NAMED.fullmatch(words):
        falling = bool(than["fall"])
        named = _by_named(rate, before, than["named"], falling=falling)
        return named or (_by_adjustment(rate, before, falling=falling) if "年初" in than["named"] else None)
    return None


def _by_past(
    rate: Mention, before: Sequence[Mention], start: int, *, falling: bool, is_compared: bool
) -> Relation | None:
    last = before[-1]
    previous = before[-2] if len(before) > 1 else None
    if previous is not None and previous.dimension == last.dimension:
        text = rate.passage.text
        between = text[previous.end : last.start]
        earlier = text[before[-3].end if len(before) > 2 else start : previous.start]
        is_base = _COMPARED_WITH.fullmatch(between) or (_TO_PAST.search(earlier) and _THAN_PAST.fullmatch(between))
        if is_base and not is_compared:
            return Quotient(_rate(rate, last, falling), last.figure("变动数"), previous.figure("上年数"), RATE_GROWTH)
        if change := _THAN_PAST.fullmatch(between) or _THAN_NAMED.fullmatch(between):
            return _by_change(rate, previous, last, falling=bool(change["fall"]))
        if years := _in_order(earlier, between, previous, last):
            return Growth(_rate(rate, last, falling), years[0].figure("上年数"), years[1].figure("本年数"), falling)
    return _by_count(rate, before, falling=falling) if is_compared and _is_count(last) else None


def _by_count(rate: Mention, before: Sequence[Mention], *, falling: bool) -> Relation:
    """The growth to the last count; where that has no base, to another count of the sentence that has one."""
    counted = [one for one in reversed(before) if _is_count(one)]
    relations = [WholeNumberGrowth(_rate(rate, one, falling), one.figure(), falling) for one in counted]
    return next((relation for relation in relations if relation.assess().verdict.is_possible), relations[0])


def _is_count(one: Mention) -> bool:
    return is_counted(one.printed.unit) and one.printed.convention is Convention.EXACT


def _by_change(rate: Mention, now: Mention, change: Mention, *, falling: bool) -> Relation:
    """The change as a part of what was there before it."""
    formula = "甲1/(甲2+甲1)" if falling else "甲1/(甲2-甲1)"
    operands = (change.figure("变动数"), now.figure("本年数"))
    return PrintedArithmetic(_rate(rate, now, falling), formula, operands, RATE_GROWTH)


def _by_named(rate: Mention, before: Sequence[Mention], named: str, *, falling: bool) -> Relation | None:
    """“决算数比年初预算数增加4%”: the base is the one figure of the sentence with that name."""
    *others, last = before
    bases = [one for one in others if named in one.before and one.dimension == last.dimension]
    if len(bases) != 1:
        return None
    return Growth(_rate(rate, last, falling), bases[0].figure(), last.figure(), falling)


def _by_adjustment(rate: Mention, before: Sequence[Mention], *, falling: bool) -> Relation | None:
    """“追加预算20万元，调整后预算120万元，较年初增长20%”: the base is what there was before the change."""
    if len(before) < 2 or before[-2].dimension != before[-1].dimension:
        return None
    *_, change, now = before
    by = _ADJUSTED_BY.search(change.before)
    if by is None or bool(by["fall"]) != falling or not _ADJUSTED_TO.search(now.before):
        return None
    return _by_change(rate, now, change, falling=falling)


def _in_order(before: str, between: str, one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Last year's figure and this year's, where the words before each tell the years and name the same thing."""
    nouns = {noun for words in (before, between) if (noun := _NO_NOUN.sub("", words))}
    if len(nouns) > 1:
        return None
    first, second = (_YEAR.findall(words) for words in (before, between))
    if first and second:
        distance = int(second[-1]) - int(first[-1])
        return {1: (one, other), -1: (other, one)}.get(distance)
    if _PAST_YEAR.search(before) and not _PAST_YEAR.search(between):
        return one, other
    return (other, one) if _PAST_YEAR.search(between) and not _PAST_YEAR.search(before) else None


def _rate(rate: Mention, last: Mention, falling: bool) -> Figure:
    return rate.figure(f"{last.figure().name}的{'下降' if falling else '增长'}率")
