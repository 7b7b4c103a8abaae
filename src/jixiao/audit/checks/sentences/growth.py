"""Growth: with both years, with the year and its increase, or with this year's count alone.

“2022年办件3200件，2023年办件4000件，增长25%”, “支出520万元，比上年增加20万元，增长4%”, “新增企业921家，同比增长31%”.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.sentences.asides import is_base, is_change
from jixiao.checking import Posed
from jixiao.findings import Severity
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
    "净?(?:(?P<rise>增长|增加|上升|提高|增幅)|(?P<fall>下降|减少|降低|降幅|下滑))(?:率|幅度|额)?(?:为|了|约|达|达到)?"
)
_THAN_PAST = re.compile(rf"[,(]?(?:(?:[较比与]{_PAST}(?:相比)?)?(?:同比|环比)?|[较比与]?{_PAST}),?{_CHANGE}")
_THAN_NAMED = re.compile(rf"[,(](?:[^,;。]{{0,12}}?)[较比](?P<named>[^,;。\d]{{2,10}}?)数?{_CHANGE}")
_ADJUSTED_BY = re.compile(
    "(?:(?P<rise>追加|调增|增加)|(?P<fall>核减|调减|追减|减少))(?:了)?(?:年初)?(?:预算)?(?:资金|金额)?$"
)
_ADJUSTED_TO = re.compile("调整后|调整为|追加后|核减后")
_COMPARED_WITH = re.compile(rf"相比,?{_CHANGE}")
_COMPARED = re.compile(rf"同比|环比|[较比与](?:{_PAST})")
_COMPARING = re.compile(f"[较比].*|(?:{_EARLIER}|同比|环比|增长|增加|上升|提高|下降|减少|降低)(?:率|幅度|额)?数?$")
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
                if before and not before[-1].is_percent:
                    yield from _of_rate(rate, before, start)


def _of_rate(rate: Mention, before: Sequence[Mention], start: int) -> Iterator[Posed]:
    last, text = before[-1], rate.passage.text
    words = text[last.end : rate.start]
    if than := _THAN_PAST.fullmatch(words):
        yield from _by_past(rate, before, start, falling=bool(than["fall"]), is_compared=bool(_COMPARED.search(words)))
    elif than := _THAN_NAMED.fullmatch(words):
        falling = bool(than["fall"])
        named = _by_named(rate, before, than["named"], falling=falling)
        if named is None and "年初" in than["named"]:
            named = _by_adjustment(rate, before, falling=falling)
        if named is not None:
            yield Posed(named)


def _by_past(
    rate: Mention, before: Sequence[Mention], start: int, *, falling: bool, is_compared: bool
) -> Iterator[Posed]:
    last = before[-1]
    previous = before[-2] if len(before) > 1 else None
    if previous is not None and previous.dimension == last.dimension:
        text = rate.passage.text
        between = text[previous.end : last.start]
        earlier = text[before[-3].end if len(before) > 2 else start : previous.start]
        changes = (pattern.fullmatch(between) for pattern in (_THAN_PAST, _THAN_NAMED, _COMPARED_WITH))
        if change := next(filter(None, changes), None):
            yield _by_roles(rate, before, falling=bool(change["fall"]))
            return
        if years := in_order(earlier, between, previous, last):
            figures = years[0].figure("上年数"), years[1].figure("本年数")
            yield Posed(Growth(_rate(rate, last, falling), *figures, falling))
            return
    if is_compared and _is_count(last):
        yield Posed(_by_count(rate, before, falling=falling))


def _by_roles(rate: Mention, before: Sequence[Mention], *, falling: bool) -> Posed:
    """The change by what was before, which is printed (比上年1000人增加200人) or follows from what there is now.

    Any figure of the sentence that the rate fits may be meant. If none fits, the one before the change was meant: its
    words tell which of the two it is, or else nobody can be sure.
    """
    *others, change = before
    alike = [one for one in reversed(others) if one.dimension == change.dimension]
    previous = alike[0]
    told = rate.figure(f"{_subject(sorted(alike, key=is_base))}的{'下降' if falling else '增长'}率")
    earlier = [one for one in alike if is_base(one) or _is_dated(one)]
    by_base = [Quotient(told, change.figure("变动数"), one.figure("基数"), RATE_GROWTH) for one in earlier]
    by_now = [_by_change(told, one, change, falling=falling) for one in alike if not is_base(one)]
    relations = [*by_base, *by_now] if is_base(previous) else [*by_now, *by_base]
    best = next((relation for relation in relations if relation.assess().verdict.is_possible), relations[0])
    is_open = is_change(previous) or _PAST_YEAR.search(previous.clause) or sum(map(_is_dated, alike)) > 1
    is_sure = is_base(previous) or not is_open
    return Posed(best, at_most=Severity.ERROR if is_sure else Severity.WARNING)


def _is_dated(one: Mention) -> bool:
    """Whether the words before the figure name a year, which may be an earlier one."""
    return bool(_PAST_YEAR.search(one.clause) or _YEAR.search(one.clause))


def _by_count(rate: Mention, before: Sequence[Mention], *, falling: bool) -> Relation:
    """The growth to the last count; where that has no base, to another count of the sentence that has one."""
    counted = [one for one in reversed(before) if _is_count(one)]
    relations = [WholeNumberGrowth(_rate(rate, one, falling), one.figure(), falling) for one in counted]
    return next((relation for relation in relations if relation.assess().verdict.is_possible), relations[0])


def _is_count(one: Mention) -> bool:
    return is_counted(one.printed.unit) and one.printed.convention is Convention.EXACT


def _by_change(told: Figure, now: Mention, change: Mention, *, falling: bool) -> Relation:
    """The change as a part of what was there before it."""
    formula = "甲1/(甲2+甲1)" if falling else "甲1/(甲2-甲1)"
    operands = (change.figure("变动数"), now.figure("本年数"))
    return PrintedArithmetic(told, formula, operands, RATE_GROWTH)


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
    return _by_change(_rate(rate, now, falling), now, change, falling=falling)


def in_order(before: str, between: str, one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
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
    return rate.figure(f"{_subject([last])}的{'下降' if falling else '增长'}率")


def _subject(figures: Sequence[Mention]) -> str:
    """What the figures are figures of: the words of the first one that has any besides those of comparing."""
    names = (_COMPARING.sub("", one.name) for one in figures)
    return next((name for name in names if name), "本数")
