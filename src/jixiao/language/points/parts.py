"""The part of a rule that an account of points comes to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.clauses import About, Does, PointClause, point_clauses
from jixiao.language.points.outline import Item
from jixiao.language.points.said import OWN, WHOLE, Said, portion_of, said_of
from jixiao.language.points.words import Amount
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts import Part
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.parts.conditional import Guard
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range, gaps_and_overlaps


def part_of(items: Sequence[Item], count: int, said: Said, weight: Fraction | None) -> Part:
    """The rule for `count` points, of which `items` are those listed in the sentence (0: it is not known how many)."""
    rule = _rule(items, count, said, weight)
    if any(point > (count or point) for point in said.needed):
        raise NotUnderstood(f"指明了要点{said.needed[-1]}，而要点只有{count}个")
    if said.most is not None and portion_of(said.most) not in (FULL, Portion(weight or Fraction(0), in_points=True)):
        raise NotUnderstood("所写的最高分不是权重分，没有读懂")
    if said.needed or said.before or said.extra:
        return Guard(said.needed, said.before, said.extra, said.cap, rule)
    return rule


def _rule(items: Sequence[Item], count: int, said: Said, weight: Fraction | None) -> Part:
    amounts = _amounts(items, count, said, weight)
    threshold = _threshold(said, weight)
    if threshold is not None and (not count or count >= (threshold.number or 0)):
        return _by_threshold(threshold.number or 0, said)
    cutoff = _cutoff(said)
    if cutoff is not None:
        return _by_loss(count, said, amounts, cutoff)
    if any(clause.number not in (None, 1) for clause in said.losses) or (said.counts and not _is_each(said, count)):
        _only(amounts is None, "按符合的个数给分")
        counted = [_piece(clause, count) for clause in said.counts]
        return _by_count(count, said, counted + [_lost(clause, count, weight) for clause in said.losses])
    if said.losses:
        return _by_loss(count, said, amounts)
    if amounts is None and _is_all_or_nothing(said):
        return _all_or_nothing(count, said)
    if amounts is None:
        raise NotUnderstood("没有写明各要点的分值")
    _only(not said.all_or_nothing, "各要点分别计分")
    points = _points(items, amounts, said.equal and (said.each is not None or all(item.amount for item in items)))
    return Checklist(points, _partly(said, points), said.by_completion)


def _threshold(said: Said, weight: Fraction | None) -> PointClause | None:
    """满足6项及以上得4分 of 4, each of fewer costing the same."""
    if len(said.counts) != 1 or not said.losses or any(clause.number not in (None, 1) for clause in said.losses):
        return None
    (only,) = said.counts
    whole = only.amounts in ((WHOLE,), (OWN,), (Amount(weight or Fraction(0), "分"),)) and said.full is None
    return only if only.about is About.MET_COUNT and only.side in ("v", "") and only.upto is None and whole else None


def _by_threshold(number: int, said: Said) -> Curve:
    """All that is asked for earns the weight; every one that lacks costs the same."""
    (each,) = {portion_of(amount) for amount in _first(said.losses)}
    at_most = None if said.at_most is None else portion_of(said.at_most)
    enough, fewer = Range(Fraction(number), True), Range(high=Fraction(number))
    loss = Loss(Fraction(number), Fraction(1), each, "项", at_most=at_most)
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


def _only(sole: bool, way: str) -> None:
    if not sole:
        raise NotUnderstood(f"既{way}，又有另一种算法")


def _amounts(items: Sequence[Item], count: int, said: Said, weight: Fraction | None = None) -> list[Amount] | None:
    """The amount of every point, as far as shares are stated at all."""
    listed = {number: item.amount for number, item in enumerate(items, 1) if item.amount is not None}
    twice = [number for number in listed if said.named.get(number, listed[number]) != listed[number]]
    if twice:
        raise NotUnderstood(f"要点{twice[0]}的分值写了两次，互不相同")
    stated = {**said.named, **listed}
    beyond = max(stated, default=0)
    if count and beyond > count:
        raise NotUnderstood(f"写了要点{beyond}的分值，而要点只有{count}个")
    count = count or beyond
    each = said.each or _one_each(said, count) or _met_each(said, weight)
    count = count or _fitting(each, weight if said.most else None)
    stated = _with_rest(stated, said, count)
    if said.equal and not stated and each is None:
        each = Amount(Fraction(1, count), "权重") if count else None
    if each is not None and not stated:
        return [each] * count if count else None
    if not stated:
        return None
    stated = {**dict.fromkeys(said.needed, Amount(Fraction(0), "权重")), **stated}
    if said.lost:
        _must_be_whole(stated, count, weight)
    missing = [number for number in range(1, count + 1) if number not in stated]
    if missing or (each is not None and set(stated.values()) != {each}):
        raise NotUnderstood(f"没有写明要点{missing[0]}的分值" if missing else "要点的分值写了两种")
    return [stated[number] for number in range(1, count + 1)]


def _with_rest(stated: dict[int, Amount], said: Said, count: int) -> dict[int, Amount]:
    """The stated amounts with those of the other points: 其余各占20%, ②③平分剩余部分."""
    if said.sharing:
        stated |= _shared_rest(stated, said.sharing, count)
    if said.rest_number is not None and count - len({*stated, *said.needed}) != said.rest_number:
        raise NotUnderstood(f"其余{said.rest_number}项与要点的个数不符")
    if said.rest is None:
        return stated
    free = {number: Amount(Fraction(0), "权重") for number in said.needed}
    return {number: {**free, **stated}.get(number, said.rest) for number in range(1, count + 1)}


def _must_be_whole(stated: Mapping[int, Amount], count: int, weight: Fraction | None) -> None:
    """What the lack of each point costs is its share only where all of them together cost the weight."""
    worth = [amount.value * (weight or 0) if amount.of == "权重" else amount.value for amount in stated.values()]
    if len(stated) != count or sum(worth) != weight:
        raise NotUnderstood("各要点不符合所扣的分值合计不是权重分，没有读懂")


def _shared_rest(stated: Mapping[int, Amount], sharing: Sequence[int], count: int) -> dict[int, Amount]:
    """①占50%,②③平分剩余: what is left for each."""
    if (
        len(stated) + len(sharing) != (count or len(sharing))
        or any(amount.of != "权重" for amount in stated.values())
        or set(stated) & set(sharing)
    ):
        raise NotUnderstood("平均分配的是哪些分值没有读懂")
    left = 1 - sum((amount.value for amount in stated.values()), start=Fraction(0))
    return dict.fromkeys(sharing, Amount(left / len(sharing), "权重"))


def _fitting(each: Amount | None, most: Fraction | None) -> int:
    """How many points there must be where each earns 1/4 of the weight, or 1 point of `most` 4."""
    whole = None if each is None else {"权重": Fraction(1), "分": most}.get(each.of)
    if each is None or whole is None or each.value <= 0:
        return 0
    number = whole / each.value
    return int(number) if number.denominator == 1 else 0


def _met_each(said: Said, weight: Fraction | None) -> Amount | None:
    """符合得1分,基本符合得0.5分 beside a weight of 4 is what each point earns."""
    met = said.met
    return met if met is not None and met.of == "分" and weight is not None and met.value != weight else None


def _one_each(said: Said, count: int) -> Amount | None:
    return said.counts[0].amounts[0] if _is_each(said, count) else None


def _is_each(said: Said, count: int) -> bool:
    """达到1个得1/5, and nothing said of other counts, is what each of five points earns."""
    if len(said.counts) != 1 or not said.counts[0].amounts:
        return False
    only = said.counts[0]
    each = only.amounts[0]
    if said.full is not None and (each.of != said.full.of or each.value * count != said.full.value):
        return False
    return only.about is About.MET_COUNT and only.number == 1 and not only.side and not said.otherwise and count != 1


def _points(items: Sequence[Item], amounts: Sequence[Amount], equal: bool) -> Points:
    """The portion of every point; `equal` says that the points under a point share alike."""
    under = [items[number].under if number < len(items) else None for number in range(len(amounts))]
    points: list[Portion | Points] = []
    for amount, outline in zip(amounts, under, strict=True):
        portion = portion_of(amount)
        points.append(portion if outline is None else _under(outline.items, outline.tail, portion, equal))
    return tuple(points)


def _under(items: Sequence[Item], tail: str, whole: Portion, equal: bool) -> Points:
    """The portions of the points under a point of `whole`: their shares are of it, or add up to it as they stand."""
    amounts = _amounts(items, len(items), said_of((), point_clauses(tail)))
    if amounts is None and equal:
        amounts = [Amount(Fraction(1, len(items)), "要点")] * len(items)
    if amounts is None:
        raise NotUnderstood("没有写明下级要点的分值")
    values = [amount.value for amount in amounts]
    kinds = {amount.of for amount in amounts}
    if len(kinds) != 1:
        raise NotUnderstood("下级要点的分值写法不一")
    if kinds != {"分"} and (kinds == {"要点"} or sum(values) == 1 != whole.amount):
        return tuple(Portion(whole.amount * value, whole.in_points) for value in values)
    if sum(values) != whole.amount or whole.in_points != (kinds == {"分"}):
        raise NotUnderstood("下级要点的分值合计与上级要点的分值不符")
    return tuple(portion_of(amount) for amount in amounts)


def _partly(said: Said, points: Points) -> Portion | None:
    """What a point partly met earns, as a share of its own portion."""
    if said.partly is None:
        return None
    given = said.met or said.each
    if said.partly.of != "分" and (said.partly.of == "要点" or given in (None, WHOLE, OWN)):
        return Portion(said.partly.value)
    portions = {portion for portion in points if isinstance(portion, Portion)}
    if given is None or given.of != said.partly.of:
        given = said.each
    if given is None or given.of != said.partly.of or len(portions) != 1 or {portion_of(given)} != portions:
        raise NotUnderstood("部分符合所得的分值与要点的分值对不上")
    return Portion(said.partly.value / given.value)


def _by_loss(count: int, said: Said, amounts: Sequence[Amount] | None, cutoff: int | None = None) -> Curve:
    """Every point not met costs the same; 相应权重分的25% is a share of the weight, as 权重分的25% is.

    From `cutoff` such points on nothing is left.
    """
    _only(not said.all_or_nothing, "每项不符合扣分")
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


def _is_all_or_nothing(said: Said) -> bool:
    whole = said.full is not None or said.met == WHOLE
    return said.all_or_nothing or (whole and (said.otherwise or said.unmet_earns_nothing))


def _all_or_nothing(count: int, said: Said) -> Curve:
    full = Fixed(portion_of(said.full or WHOLE))
    pieces = ((Range(Fraction(0), True, Fraction(0), True), full), (Range(Fraction(1), True), Fixed(NOTHING)))
    return Curve(MEASURES["unmet"], pieces, count=count)


def _by_count(count: int, said: Said, pieces: list[tuple[Range, Giving]]) -> Curve:
    """符合三项得满分, 符合两项得60%, …: every count of points met has its portion."""
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
        if clause.about is About.UNMET_COUNT or clause.side:
            raise NotUnderstood(f"“{clause.words}”没有读懂", clause.words)
        return Range(Fraction(number), True, Fraction(clause.upto), True), gives
    if clause.side and at_most:
        return Range(None, False, Fraction(number), True), gives
    return (Range(Fraction(number), True) if clause.side else _exactly(number)), gives


def _exactly(number: int) -> Range:
    return Range(Fraction(number), True, Fraction(number), True)
