"""Rules in which the number of points met or not met decides: losses for each, thresholds, tables of counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does
from jixiao.language.points.account import OWN, WHOLE, Said, portion_of
from jixiao.language.points.clauses import PointClause
from jixiao.language.points.words import Amount
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range, gaps_and_overlaps


def only_way(sole: bool, way: str) -> None:
    """Raise NotUnderstood where a way of scoring stands beside another."""
    if not sole:
        raise NotUnderstood(f"既{way}，又有另一种算法")


def rule_by_count(
    count: int, said: Said, amounts: Sequence[Amount] | None, weight: Fraction | None, alike: bool
) -> Curve | None:
    """The rule where a number of points decides; None where each point has its own share.

    `amounts` are the shares stated besides; `alike` says that the only count told is what each point earns.
    """
    threshold = _threshold(said, weight)
    if threshold is not None and (not count or count >= threshold):
        return _by_threshold(threshold, said)
    cutoff = _cutoff(said)
    if cutoff is not None:
        return _by_loss(count, said, amounts, cutoff)
    if any(clause.number not in (None, 1) for clause in said.losses) or (said.counts and not alike):
        only_way(amounts is None, "按符合的个数给分")
        counted = [_piece(clause, count) for clause in said.counts]
        return _by_count(count, said, counted + [_lost(clause, count, weight) for clause in said.losses])
    return _by_loss(count, said, amounts) if said.losses else None


def _threshold(said: Said, weight: Fraction | None) -> int | None:
    """满足6项及以上得4分 of 4, each of fewer costing the same."""
    if len(said.counts) != 1 or not said.losses or any(clause.number not in (None, 1) for clause in said.losses):
        return None
    (only,) = said.counts
    whole = only.amounts in ((WHOLE,), (OWN,), (Amount(weight or Fraction(0), "分"),)) and said.full is None
    least = only.about is About.MET_COUNT and only.side in ("v", "") and only.upto is None
    return only.number if whole and least else None


def _by_threshold(number: int, said: Said) -> Curve:
    """All that is asked for earns the weight; every one that lacks costs the same."""
    losses = {portion_of(amount) for amount in _first(said.losses)}
    only_way(len(losses) == 1, "每少一项扣分")
    at_most = None if said.at_most is None else portion_of(said.at_most)
    enough, fewer = Range(Fraction(number), True), Range(high=Fraction(number))
    loss = Loss(Fraction(number), Fraction(1), losses.pop(), "项", at_most=at_most)
    return Curve(MEASURES["count"], ((enough, Fixed(FULL)), (fewer, loss)))


def _cutoff(said: Said) -> int | None:
    """From how many points not met on nothing is earned, where each of fewer costs the same."""
    if len(said.counts) != 1 or any(clause.number not in (None, 1) for clause in said.losses) or not said.losses:
        return None
    (last,) = said.counts
    is_last = last.about is About.UNMET_COUNT and last.does is Does.NOTHING and last.side == "v"
    every = last.number == 2 or all(_EVERY.search(clause.words) for clause in said.losses)
    return last.number if is_last and every else None


_EVERY = re.compile("每|任|凡|逐")


def _by_loss(count: int, said: Said, amounts: Sequence[Amount] | None, cutoff: int | None = None) -> Curve:
    """Every point not met costs the same; 相应权重分的25% is a share of the weight, as 权重分的25% is.

    From `cutoff` such points on nothing is left.
    """
    only_way(not said.all_or_nothing, "每项不符合扣分")
    losses = {Amount(amount.value, "权重") if amount.of == "要点" else amount for amount in _first(said.losses)}
    if len(losses) != 1 or (amounts is not None and set(amounts) != losses):
        raise NotUnderstood("要点的分值与每项不符合所扣的分值不一致，两种算法结果不同")
    at_most = None if said.at_most is None else portion_of(said.at_most)
    loss = Loss(Fraction(0), Fraction(1), portion_of(losses.pop()), "项", at_most=at_most)
    if cutoff is None:
        return Curve(MEASURES["unmet"], ((Range(), loss),), count=count)
    fewer, more = Range(high=Fraction(cutoff)), Range(Fraction(cutoff), True)
    return Curve(MEASURES["unmet"], ((more, Fixed(NOTHING)), (fewer, loss)), count=count)


def _first(clauses: Sequence[PointClause]) -> list[Amount]:
    return [clause.amounts[0] for clause in clauses]


def _lost(clause: PointClause, count: int, weight: Fraction | None) -> tuple[Range, Giving]:
    """两项不符合扣50%: what is left with so many points not met."""
    portion = portion_of(clause.amounts[0], clause)
    if portion.in_points and weight is None:
        raise NotUnderstood("没有给出权重分，不知道扣分后还剩多少", clause.words)
    left = Portion((weight if portion.in_points and weight else 1) - portion.amount, portion.in_points)
    if not count or clause.number is None:
        raise NotUnderstood("不知道一共有几个要点", clause.words)
    return _exactly(count - clause.number), Fixed(left)


def _by_count(count: int, said: Said, pieces: list[tuple[Range, Giving]]) -> Curve:
    """符合三项得满分, 符合两项得60%, …: every count of points met has its portion."""
    only_way(said.at_most is None, "按符合的个数给分")
    count = count or max((said_count.number or 0 for said_count in said.counts), default=0)
    if said.full is not None and not any(when.contains(Fraction(count)) for when, _ in pieces):
        pieces.insert(0, (_exactly(count), Fixed(portion_of(said.full))))
    if said.losses and not any(when.contains(Fraction(count)) for when, _ in pieces):
        pieces.insert(0, (_exactly(count), Fixed(FULL)))
    pieces = _narrowed(pieces)
    domain = Range(Fraction(0), True, Fraction(count), True)
    for left in range(count + 1):
        if not any(when.contains(Fraction(left)) for when, _ in pieces):
            if left and not (said.otherwise or said.unmet_earns_nothing):
                raise NotUnderstood(f"没有写明符合{left}项怎样计分")
            pieces.append((_exactly(left), Fixed(NOTHING)))
    if gaps_and_overlaps([when for when, _ in pieces], domain, whole_numbers=True, percent=False):
        raise NotUnderstood("同一个符合项数有两种计分规定")
    return Curve(MEASURES["met"], tuple(pieces), count=count)


def _narrowed(pieces: list[tuple[Range, Giving]]) -> list[tuple[Range, Giving]]:
    """3项以下 ends below three where three points have an amount of their own."""
    exact = {when.low for when, _ in pieces if when.low == when.high}

    def narrowed(when: Range) -> Range:
        if when.low == when.high:
            return when
        low = when.low_included and when.low not in exact
        return replace(when, low_included=low, high_included=when.high_included and when.high not in exact)

    return [(narrowed(when), gives) for when, gives in pieces]


def _piece(clause: PointClause, count: int) -> tuple[Range, Giving]:
    gives = Fixed(portion_of(clause.amounts[0], clause) if clause.amounts else NOTHING)
    number = clause.number or 0
    if clause.about is About.UNMET_COUNT:
        number = count - number
    at_most = (clause.side == "d") != (clause.about is About.UNMET_COUNT)
    if clause.upto is not None:
        if clause.side:
            raise NotUnderstood(f"“{clause.words}”没有读懂", clause.words)
        ends = sorted((number, count - clause.upto if clause.about is About.UNMET_COUNT else clause.upto))
        return Range(Fraction(ends[0]), True, Fraction(ends[1]), True), gives
    if clause.side and at_most:
        return Range(None, False, Fraction(number), True), gives
    return (Range(Fraction(number), True) if clause.side else _exactly(number)), gives


def _exactly(number: int) -> Range:
    return Range(Fraction(number), True, Fraction(number), True)
