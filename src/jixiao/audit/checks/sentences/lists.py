"""Lists whose whole stands before a colon or behind them: “下达240万元：甲县120万元、…”, “甲县120万元、…，共240万”."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from jixiao.audit.checks.sentences.asides import Brackets, is_aside
from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.audit.checks.sentences.parting import are_parallel, kinds_of
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.language.numerals import number_of
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Sum

_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_COUNT = re.compile(rf"(?P<number>{_NUMBER})(?:个|项|家|类|笔|部分|方面|[县市区乡镇村省项者])")
_TOGETHER = re.compile(
    rf"[)]?,?(?:(?:以上|上述|全部|这)?(?:(?P<number>{_NUMBER})(?:个|项|家|类|笔|部分)?[^,;。:\d]{{0,3}})?)?"
    "(?:合计|共计|总计|共)(?:资金|金额|投资|支出)?(?:为|达)?"
)
_AND = re.compile(r"[)]?(?:[、,]|[,、]?(?:和|及|以及))(?:(?:19|20)\d\d年度?)?[^、,;:。\d]{0,16}")
_BY_NAMES = re.compile(r"[)]?、|[)]?(?:和|及|以及)")
_SHARED_OUT = re.compile("分配|安排|下达|拨付|用于|涉及|分布|明细|分解|具体|如下|包括")
_OPEN = re.compile("等|主要|其中|另|分别|历年|累计")
_PLACES = frozenset("省市县区乡镇村组局所")
_FEWEST = 2  # parts of a list
_REACH = 20  # figures before a whole that are looked at
_OTHERS = 4  # figures before its list that a whole may hold too


def lists(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The lists of the passage with their wholes."""
    text = found[0].passage.text
    brackets = Brackets(text)
    for inside in in_spans(found, found[0].passage.sentences):
        outside = [one for one in inside if not brackets.around(one.start)]
        if len(outside) > _FEWEST:
            yield from _before_their_whole(text, outside)
            yield from _behind_a_colon(text, outside)


def _before_their_whole(text: str, inside: Sequence[Mention]) -> Iterator[Posed]:
    """“甲120万元、乙80万元，共计200万元”: the parts that stand in a row right before the whole."""
    for number in range(_FEWEST, len(inside)):
        whole, last = inside[number], inside[number - 1]
        together = _TOGETHER.fullmatch(text, last.end, whole.start)
        if together is None or not _is_like(whole, last):
            continue
        before = inside[max(number - _REACH, 0) : number]
        parts = _row_before(text, before, whole)
        if len(parts) < _FEWEST or _OPEN.search(text, parts[0].start - len(parts[0].before), whole.start):
            continue
        earlier = [one for one in before[: len(before) - len(parts)] if _is_like(one, whole)]
        starts = range(len(earlier), max(len(earlier) - _OTHERS, 0) - 1, -1)
        runs = (_sum(whole, [*earlier[at:], *parts]) for at in starts)
        fitting = next((each for each in runs if each.fits), None)
        counted = together["number"] is not None and int(number_of(together["number"])) == len(parts)
        if together["number"] is not None and not counted and fitting is None:
            continue  # of more than is listed here
        is_sure = counted or not earlier
        yield Posed(fitting or _sum(whole, parts), at_most=Severity.ERROR if is_sure else Severity.WARNING)


def _row_before(text: str, inside: Sequence[Mention], whole: Mention) -> list[Mention]:
    """The figures like the whole that are joined to each other, the last of them right before it."""
    row = [inside[-1]]
    for one in reversed(inside[:-1]):
        between = text[one.end : row[0].start]
        is_joined = _is_like(one, whole) and not is_aside(one) and _AND.fullmatch(between)
        if not is_joined or not (_BY_NAMES.match(between) or are_parallel([one.before, row[0].before])):
            break
        row.insert(0, one)
    return row if not any(is_aside(one) for one in row) else []


def _behind_a_colon(text: str, inside: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """“下达240万元：甲县120万元、乙县80万元”: the figures behind the colon, all like the only one before it."""
    at = text.find(":", inside[0].end, inside[-1].start)
    before = list(takewhile(lambda one: one.end <= at, inside))
    if not before:
        return
    parts = inside[len(before) :]
    wholes = [one for one in before if _is_like(one, parts[0]) and not is_aside(one)]
    said = text[wholes[-1].end : at] if wholes else ""
    is_list = len(parts) >= _FEWEST and all(_is_like(one, parts[0]) and not is_aside(one) for one in parts)
    if not wholes or not is_list or (said and not _SHARED_OUT.search(said)):
        return
    is_open = _OPEN.search(text, wholes[-1].end, inside[-1].end + 1)
    if not is_open and all(_AND.fullmatch(text, one.end, other.start) for one, other in pairwise(parts)):
        yield from _against(wholes, parts, is_counted=_count(said) == len(parts))


def _against(wholes: Sequence[Mention], parts: Sequence[Mention], *, is_counted: bool) -> Iterator[Posed | Checked]:
    """The parts against the only whole; parts that need not be all of it may fall short."""
    relations = [_sum(whole, parts) for whole in wholes]
    fitting = next((each for each in relations if each.assess().verdict.is_possible), None)
    labels = [part.before for part in parts]
    if fitting is not None:
        yield Posed(fitting)
    elif len(wholes) == 1 and (is_counted or relations[0].residual > 0):
        is_sure = is_counted or _are_apart(labels)
        yield Posed(relations[0], at_most=Severity.ERROR if is_sure else Severity.WARNING)
    else:
        yield Checked.not_made(UNSETTLED, "冒号后所列各项可能没有列全，或不是这个总数的组成", wholes[-1].place)


def _are_apart(labels: Sequence[str]) -> bool:
    """Whether the names are those of places, or of one way to cut a whole, so that nothing is in two parts."""
    kinds, ends = set(kinds_of(labels)), {label[-1:] for label in labels}
    return are_parallel(labels) or (len(kinds) == 1 and kinds != {""}) or (len(ends) == 1 and ends <= _PLACES)


def _count(said: str) -> int:
    """How many parts the words before the colon announce; 0 where they do not say."""
    told = _COUNT.findall(said)
    return int(number_of(told[-1])) if told else 0


def _sum(whole: Mention, parts: Sequence[Mention]) -> Sum:
    return Sum.of(whole.figure(), [part.figure() for part in parts])


def _is_like(one: Mention, other: Mention) -> bool:
    return bool(one.dimension) and one.dimension == other.dimension and one.is_stated and not one.is_percent
