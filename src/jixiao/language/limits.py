"""Limits on what is lost, earned or added: a rule read from a sentence must hold each of them as a limit."""

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

from jixiao.language.counted.amounts import amount, portion
from jixiao.language.meaning import unused
from jixiao.rules.parts.combined import Share
from jixiao.rules.parts.conditional import Guard
from jixiao.rules.parts.counted import Bonus, Cost, Deductions
from jixiao.rules.parts.giving import Fixed, Less, Loss
from jixiao.rules.parts.judged import Discretionary, Levels
from jixiao.rules.portion import FULL, Portion
from jixiao.rules.ranges import Range
from jixiao.rules.totals import Adjustment, Cap, PayGate

_TAKEN = "(?:可|只能|累计|合计|扣分|扣减|扣除|扣|减|加分|加|得分|得|计|不超过|不得超过|不高于|为|至)*"
_LIMIT = re.compile(
    rf"(?:(?:最[多高]|至多){_TAKEN}|(?:累计|合计|总计|扣分|加分|扣减)[^,;。\d]{{0,8}}?(?:不超过|不得超过|不高于|上限(?:为)?|限(?:为)?|以)|"
    rf"(?:本项|该项|本指标|该指标|整项|整个指标)(?:得分)?按){amount('')}(?![\d%以±])"
)
_TOGETHER = ("累计", "合计", "总计")
_OF_EACH = re.compile("(?:每|各|单)[^,;。扣]{0,8}$")


def must_be_limited(text: str, nodes: Collection[Any], weight: Fraction | None) -> None:
    """Refuse a rule, given with all its parts, that lacks a limit of a normalised text.

    >>> must_be_limited("每处扣1分,累计扣分不超过3分", [], Fraction(5))
    Traceback (most recent call last):
    jixiao.language.notunderstood.NotUnderstood: “累计扣分不超过3分”没有用到，不敢认为读懂了
    """
    held = _held(nodes, weight)
    held_on_losses = _held([node for node in nodes if not isinstance(node, Fixed | Guard | Less | Share)], weight)
    for match in _LIMIT.finditer(text):
        limit = portion(match, "")
        of_each = "扣" not in match.group() and _OF_EACH.search(text[: match.start()])
        said_of_all = "扣" in match.group() and match.group().startswith(_TOGETHER)
        kept = held_on_losses if said_of_all else held
        if limit is not None and not of_each and kept.isdisjoint(_meant(limit, weight)):
            raise unused(match.group())


def _held(nodes: Collection[Any], weight: Fraction | None) -> "set[_Ends]":
    limits = [FULL, *(limit for node in nodes for limit in _limits(node))]
    return {each for limit in limits for each in _written(limit, weight)}


_Ends = tuple[bool, Fraction]


def _meant(limit: Portion, weight: Fraction | None) -> Iterator[_Ends]:
    """What a limit may have become: itself, or what it leaves; the weight is no limit of its own."""
    for each in _written(limit, weight):
        yield each
        in_points, value = each
        if not in_points:
            yield False, 1 - value
        elif weight is not None:
            yield True, weight - value


def _written(limit: Portion, weight: Fraction | None) -> Iterator[_Ends]:
    amount_of = Fraction(limit.amount)
    yield limit.in_points, amount_of
    if weight:
        yield not limit.in_points, amount_of / weight if limit.in_points else amount_of * weight


def _limits(node: Any) -> Iterator[Portion]:
    """The limits that a part of a rule holds; what a part of the weight is worth limits it too."""
    match node:
        case Cost(at_most=limit) | Deductions(at_most=limit) | Loss(at_most=limit) | Adjustment(at_most=limit):
            yield from () if limit is None else (limit,)
        case Bonus() | Discretionary():
            yield node.at_most
        case Guard():
            yield node.cap
        case Share() | Fixed() | Less():
            yield node.portion
        case Cap(score=score) | PayGate(score=score) if score is not None:
            yield Portion(score, in_points=True)
        case Levels():
            for gives in node.levels.values():
                if isinstance(gives, Range):
                    yield from (Portion(end) for end in (gives.low, gives.high) if end is not None)
                else:
                    yield gives
