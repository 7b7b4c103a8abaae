"""Differences: “年初预算434.66万元，调整后预算454.58万元，调增19.92万元”, “预算100万元，支出96万元，结余4万元”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.sentences.asides import is_aside
from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Figure, Sum
from jixiao.relations.figures import MONEY


@dataclass(frozen=True, slots=True)
class _Difference:
    """How a difference is called, and which words the figure bears that it is taken from, and the one taken away."""

    name: re.Pattern[str]
    minuend: re.Pattern[str]
    subtrahend: re.Pattern[str]
    at_most: Severity = Severity.ERROR


_REACH = 8  # figures of a sentence that are looked at
_AMOUNT = "(?:预算)?(?:资金|金额|数|额)?(?:了|为)?$"
_THAN = re.compile("[较比](?P<base>[^,;。\\d]{2,10}?)数?(?:(?P<fall>减少|下降|节约)|增加|增长|超出)(?:了)?$")
_INITIAL, _ADJUSTED = re.compile("年初(?!结)|批复"), re.compile("全年预算|调整后|调整预算|最终预算|追加后")
_GIVEN, _SPENT = re.compile("预算|到位|下达|安排|收入"), re.compile("支出|执行|决算|使用|支付")
_FROM = re.compile("(?:由|从)(?:年初|原来|原)?(?:预算)?的?$")
_TO = re.compile("(?:调整|增加|调增|追加|减少|调减|核减|变更|变动|提高|下降)(?:至|到|为)")
_CHANGED_BY = re.compile("净?(?:(?P<rise>增加|调增|追加)|(?P<fall>减少|调减|核减|追减))(?:了)?(?:额)?(?:为)?$")
_DIFFERENCES = (
    _Difference(re.compile(f"(?:调增|追加|增加)(?:了)?{_AMOUNT}"), _ADJUSTED, _INITIAL),
    _Difference(re.compile(f"(?:调减|追减|核减|减少)(?:了)?{_AMOUNT}"), _INITIAL, _ADJUSTED),
    _Difference(re.compile(f"(?:结转结余|节约|剩余|尚有|余){_AMOUNT}"), _GIVEN, _SPENT, Severity.WARNING),
)


def differences(found: Sequence[Mention]) -> Iterator[Posed]:
    """The differences of the passage between two figures of their sentence."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number, result in enumerate(inside[:_REACH]):
            if result.dimension != MONEY or not result.is_stated:
                continue
            kind = next((kind for kind in _DIFFERENCES if kind.name.search(result.before)), None)
            before = [one for one in inside[:number] if one.dimension == MONEY and one.is_stated]
            main = [one for one in before if not is_aside(one)]
            if (named := _THAN.search(result.before)) and (base := _named(named["base"], main[:-1])):
                now, falling = main[-1].figure(), bool(named["fall"])
                taken = (base.figure(), now) if falling else (now, base.figure())
                yield Posed(Sum.difference(result.figure(), *taken))
            elif turned := _turned(result, before):
                yield Posed(Sum.difference(result.figure(), *turned))
            elif kind is not None and len(before) == 2 and (pair := _pair(kind, before)):
                yield Posed(Sum.difference(result.figure(), pair[0].figure(), pair[1].figure()), at_most=kind.at_most)


def _named(base: str, before: Sequence[Mention]) -> Mention | None:
    """The one figure that bears the name a difference is taken from: “比年初预算减少”."""
    found = [one for one in before if base in one.before]
    return found[0] if len(found) == 1 else None


def _turned(result: Mention, before: Sequence[Mention]) -> tuple[Figure, Figure] | None:
    """“由100万元调整为120万元，净增加20万元”: the greater and the lesser of the two amounts, by the words."""
    changed = _CHANGED_BY.search(result.before)
    if changed is None or len(before) < 2:
        return None
    was, now = before[-2:]
    if not (_FROM.search(was.before) and _TO.fullmatch(result.passage.text, was.end, now.start)):
        return None
    return (was.figure(), now.figure()) if changed["fall"] else (now.figure(), was.figure())


def _pair(kind: _Difference, before: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The two figures in the order of the subtraction, where the words tell it."""
    for minuend, subtrahend in (tuple(before), tuple(reversed(before))):
        is_told = kind.minuend.search(minuend.before) and kind.subtrahend.search(subtrahend.before)
        if is_told and not kind.subtrahend.search(minuend.before):
            return minuend, subtrahend
    return None
