"""What was to be done, was done, and is left: “共收到线索164处，已销号28处，剩余136处”, in any order."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Sum
from jixiao.relations.figures import MONEY


class _Part(Enum):
    """What a figure is to the others: all there was, what is done of it, all the rest, or some of the rest."""

    WHOLE = "总数"
    DONE = "已完成数"
    LEFT = "剩余数"
    UNDERWAY = "正在办理数"


_FINISHED = (
    "完成|销号|办结|结案|整改|处理|处置|解决|验收|竣工|完工|答复|化解|核销|兑现|拆除|发放|回收|关闭|投用|建成|开工"
)
_NOT_YET = f"(?:未|没有)(?:能|予|曾)?(?P<verb>{_FINISHED})"
_LEFT = re.compile(f"剩余|尚余|余下|剩下|还剩|空编|缺编|{_NOT_YET}")
_LEFT_BEHIND = re.compile(rf"[^,;。\d]{{0,4}}{_NOT_YET}")
_UNDERWAY = re.compile("正在|在办|待|推进中|进行中|在建|仍在|请假|缺席|缺勤")
_OTHERWISE = re.compile("上年|去年|年初|结转|新增|增加|减少|其中|平均|每|另|历史|遗留|以前|本月|当月|超")
_CARRIED_OUT = re.compile("^(?:目前|现)?(?:已|实际)?(?:累计|共)?(?:全部)?完成")
_PLANNED = re.compile("计划|应(?!急)|拟|任务|目标|编制|核定")
_DONE = re.compile(f"{_FINISHED}|实际|实到|实有|参加|在岗|在编")
_ALL = re.compile("共|总|累计|收到|受理|接收|接到|排查|发现|梳理|交办|转办|移交|反馈|查出|登记|下达|安排|立案")
_OF_POSTS = re.compile("编")
_FEWEST, _MOST = 3, 12  # figures of a balance
_FOLLOWING = 12  # characters behind a figure that tell what it is


def balances(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The balances of the sentences in which every figure of a kind is all, done or left."""
    for inside in in_spans(found, found[0].passage.sentences):
        for dimension in dict.fromkeys(one.dimension for one in inside if one.dimension != MONEY):
            alike = [one for one in inside if one.dimension == dimension and not one.is_percent]
            if dimension and _FEWEST <= len(alike) <= _MOST and all(one.is_stated for one in alike):
                yield from _balanced(alike)


def _balanced(alike: Sequence[Mention]) -> Iterator[Posed | Checked]:
    parts = [_part_of(one) for one in alike]
    wholes, done, left, underway = (
        [one for one, its in zip(alike, parts, strict=True) if its is part] for part in _Part
    )
    if None in parts or len(wholes) != 1 or not done or not (left or underway):
        return
    whole, rest = wholes[0], [*left, *underway]
    relations = [_sum(whole, [*those, *rest]) for those in (done, *([one] for one in done))]
    fitting = next((each for each in relations if each.assess().verdict.is_possible), None)
    if fitting is not None:
        yield Posed(fitting)
    elif len(done) == 1 and _are_complements(done[0], left) and (not underway or relations[0].residual > 0):
        is_sure = len(left) == 1 and not underway and not _OF_POSTS.search(left[0].before)
        yield Posed(relations[0], at_most=Severity.ERROR if is_sure else Severity.WARNING)
    else:
        yield Checked.not_made(UNSETTLED, "已完成的和剩余的可能没有列全，或有重叠", whole.place)


def _are_complements(done: Mention, left: Sequence[Mention]) -> bool:
    """Whether what is left is what was not done in the same way: 已整改 and 未整改, not 开工 and 未完工."""
    told = (_LEFT.search(one.before) or _LEFT_BEHIND.match(one.after) for one in left)
    verbs = [each["verb"] for each in told if each is not None]
    return all(verb is None or verb in done.before or verb in done.after[:_FOLLOWING] for verb in verbs)


def _sum(whole: Mention, parts: Sequence[Mention]) -> Sum:
    return Sum.of(whole.figure(), [part.figure() for part in parts])


def _part_of(one: Mention) -> _Part | None:
    """What the words before and behind the figure say it is; None where they do not tell."""
    words, behind = one.before, one.after[:_FOLLOWING]
    if _LEFT.search(words) or _LEFT_BEHIND.match(behind):
        return _Part.LEFT
    if _OTHERWISE.search(words):
        return None
    if _UNDERWAY.search(words) or _UNDERWAY.match(behind):
        return _Part.UNDERWAY
    if _CARRIED_OUT.search(words):
        return _Part.DONE
    if _PLANNED.search(words):
        return _Part.WHOLE
    if _DONE.search(words):
        return _Part.DONE
    return _Part.WHOLE if _ALL.search(words) else None
