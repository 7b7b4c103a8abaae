"""The part of a rule that an account of points comes to."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About
from jixiao.language.points.account import OWN, WHOLE, Said, portion_of
from jixiao.language.points.clauses import point_clauses
from jixiao.language.points.counting import only_way, rule_by_count
from jixiao.language.points.outline import Item
from jixiao.language.points.said import said_of
from jixiao.language.points.words import Amount
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts import Part
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.parts.conditional import Guard
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range


def part_of(items: Sequence[Item], count: int, said: Said, weight: Fraction | None) -> Part:
    """The rule for `count` points, of which `items` are those listed in the sentence (0: it is not known how many)."""
    rule = _rule(items, count, said, weight)
    if any(point > (count or point) for point in said.needed):
        raise NotUnderstood(f"指明了要点{said.needed[-1]}，而要点只有{count}个")
    if said.targets and {*said.targets, *said.needed} != set(range(1, count + 1)):
        raise NotUnderstood("一个要点不符合只使别的一部分要点不得分，没有读懂")
    if said.most is not None and portion_of(said.most) not in (FULL, Portion(weight or Fraction(0), in_points=True)):
        raise NotUnderstood("所写的最高分不是权重分，没有读懂")
    if said.needed or said.before or said.extra:
        return Guard(said.needed, said.before, said.extra, said.cap, rule)
    return rule


def _rule(items: Sequence[Item], count: int, said: Said, weight: Fraction | None) -> Part:
    amounts = _amounts(items, count, said, weight)
    counted = rule_by_count(count, said, amounts, weight, alike=_is_each(said, count))
    if counted is not None:
        return counted
    if amounts is None and _is_all_or_nothing(said):
        return _all_or_nothing(count, said)
    if amounts is None:
        raise NotUnderstood("没有写明各要点的分值")
    only_way(not said.all_or_nothing, "各要点分别计分")
    points = _points(items, amounts, said.equal and (said.each is not None or all(item.amount for item in items)))
    return Checklist(points, _partly(said, points), said.by_completion)


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


def _is_all_or_nothing(said: Said) -> bool:
    whole = said.full is not None or said.met == WHOLE
    return said.all_or_nothing or (whole and (said.otherwise or said.unmet_earns_nothing))


def _all_or_nothing(count: int, said: Said) -> Curve:
    full = Fixed(portion_of(said.full or WHOLE))
    pieces = ((Range(Fraction(0), True, Fraction(0), True), full), (Range(Fraction(1), True), Fixed(NOTHING)))
    return Curve(MEASURES["unmet"], pieces, count=count)
