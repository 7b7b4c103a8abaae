"""Changes in percentage points: “合格率由91.2%提高到93.6%，提高2.4个百分点”, “93.6%，比上年的91.2%高2.4个百分点”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.audit.checks.sentences.asides import is_base, is_start
from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.audit.checks.sentences.growth import in_order
from jixiao.checking import Checked, Posed
from jixiao.quantities import Unit, unit_named
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Figure, Sum
from jixiao.relations.figures import RATIO

_POINTS = "个百分点"
_OF_PERCENTAGES = Unit(_POINTS, RATIO, unit_named("%").factor)
"""Points as what two percentages differ by."""
_REACH = 6  # figures of the sentence before a change that are looked at
_RISE, _FALL = "提高|上升|增长|增加|提升|上涨|扩大|回升|多|高", "下降|降低|减少|下滑|回落|缩小|少|低"
_CHANGE = f"净?(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))[出了]?"
_PAST = r"(?:上一?年度?|去年|上期|(?:19|20)\d\d年度?)(?:同期)?"
_OWN_CHANGE = re.compile(rf"[,(即共]{{0,3}}(?:累计)?(?:[较比与]{_PAST}(?:相比)?|同比|环比)?,?{_CHANGE}")
_FROM_BASE = re.compile(f"[)]?(?:相比)?,?{_CHANGE}")
_BECOMES = re.compile(r"[^,;。\d]{0,8}[到至为](?:(?:19|20)\d\d年度?)?[的约]?")
_TOLD_BEHIND = re.compile("[,(:]?(?:即|也就是|具体)?[由从][^,;。]{0,16}")
_CHANGED = re.compile(f"{_CHANGE}$")


def point_changes(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The changes in percentage points of which both percentages stand in the same sentence."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number, change in enumerate(inside):
            if change.printed.unit is not None and change.printed.unit.symbol == _POINTS and change.is_stated:
                yield from _of_change(inside[max(number - _REACH, 0) : number], change, inside[number + 1 : number + 3])


def _of_change(before: Sequence[Mention], change: Mention, after: Sequence[Mention]) -> Iterator[Posed | Checked]:
    text = change.passage.text
    if before and is_base(before[-1]) and before[-1].is_percent:
        than = _FROM_BASE.fullmatch(text, before[-1].end, change.start)
        if than is not None:
            yield from _from_base(before, change, falls=bool(than["fall"]))
        return
    if before and (own := _OWN_CHANGE.fullmatch(text, before[-1].end, change.start)):
        pair = _turned(before[-2:]) or _by_years(before)
        if pair is not None:
            yield Posed(_difference(change, *pair, falls=bool(own["fall"])))
            return
    told = _CHANGED.search(change.before)
    if told and after and _TOLD_BEHIND.fullmatch(text, change.end, after[0].start) and (pair := _turned(after)):
        yield Posed(_difference(change, *pair, falls=bool(told["fall"])))


def _from_base(before: Sequence[Mention], change: Mention, *, falls: bool) -> Iterator[Posed | Checked]:
    """The change of the percentage that it fits, or of the only one; of several that it does not fit none was meant."""
    *others, base = before
    now = [one for one in reversed(others) if one.is_percent and one.is_stated and not is_base(one)]
    relations = [_difference(change, base, one, falls=falls) for one in now]
    fitting = [each for each in relations if each.assess().verdict.is_possible]
    if fitting or len(relations) == 1:
        yield Posed((fitting or relations)[0])
    elif relations:
        yield Checked.not_made(UNSETTLED, "句中有几个百分比，不能确定是哪一个与基数相比", change.place)


def _turned(pair: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """“由91.2%提高到93.6%”: what was and what is."""
    if len(pair) != 2 or not all(one.is_percent and one.is_stated for one in pair) or not is_start(pair[0]):
        return None
    was, now = pair
    return (was, now) if _BECOMES.fullmatch(was.passage.text, was.end, now.start) else None


def _by_years(before: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """“2022年满意度91.2%，2023年满意度93.6%”: the only two percentages, where years tell their order."""
    rates = [one for one in before if one.is_percent]
    if len(rates) != 2 or before[-2] is not rates[0] or not all(one.is_stated for one in rates):
        return None
    one, other = rates
    text = one.passage.text
    start = before[-3].end if len(before) > 2 else one.passage.sentence_at(one.start)[0]
    return in_order(text[start : one.start], text[one.end : other.start], one, other)


def _difference(change: Mention, was: Mention, now: Mention, *, falls: bool) -> Sum:
    more, less = (was, now) if falls else (now, was)
    printed = replace(change.printed, unit=_OF_PERCENTAGES)
    return Sum.difference(Figure("变动的百分点", printed, change.place), more.figure(), less.figure())
