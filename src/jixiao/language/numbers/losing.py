"""Deductions of a draft as pieces of a curve: where they begin, which side they are on, how slopes add up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.drafting import Around, Deduction, Draft, Tier, full_zones, is_full
from jixiao.language.numbers.gaps import gaps
from jixiao.language.numbers.resolving import target_zone
from jixiao.language.numbers.scales import ABOVE_ZERO
from jixiao.language.numbers.situations import Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.measures import Measure
from jixiao.rules.parts.giving import Fixed, Giving, Loss
from jixiao.rules.portion import FULL, Portion
from jixiao.rules.ranges import Range


def is_size(zones: Sequence[Zone]) -> bool:
    """Whether the ranges of a deviation tell of its size: none is negative, and no side is named."""
    edges = [edge for zone in zones for edge in (zone.when.low, zone.when.high) if edge is not None]
    named = any(re.search("偏差|偏离|误差|差异|浮动|波动|调整率", zone.subject) for zone in zones)
    signed = any(zone.when.high == 0 and zone.when.low != 0 for zone in zones)
    return named and all(edge >= 0 for edge in edges) and not signed


def implied_full(draft: Draft) -> list[Zone]:
    """A deduction alone (每低于目标值1个百分点扣…) counts from the target, where one is known."""
    steps = draft.deductions[0].steps
    if steps.start is not None or draft.scale.bindings.target is None:
        if steps.start is None:
            raise NotUnderstood("没有写明从哪里起扣分", draft.deductions[0].words)
        edge = steps.start.value
        if steps.side not in ("<", ">", "O"):
            raise NotUnderstood("没有写明扣分是向上还是向下", draft.deductions[0].words)
        when = Range(edge, steps.side != ">", None if steps.side == "<" else edge, steps.side != "<")
        if steps.side == ">":
            when = Range(None, False, edge, True)
        zone = Zone("", when, steps.start.kind, steps.start.unit)
    else:
        zone = target_zone(draft.scale, steps.side)
    draft.tiers.append(Tier(zone, Fixed(FULL), ""))
    return [zone]


def placed(draft: Draft, around: Around) -> list[Deduction]:
    """Every deduction with its zone; one on both sides of the full marks becomes two, the further of two zones last."""
    placed: list[Deduction] = []
    for deduction in draft.deductions:
        if deduction.zone is not None:
            placed.append(deduction)
            continue
        placed += _beside_full(deduction, draft)
    return placed


def _beside_full(deduction: Deduction, draft: Draft) -> list[Deduction]:
    steps = deduction.steps
    if draft.scale.about in ("faults", "delay", "excess", "trend", "change", "rank") and steps.start is None:
        return [_counted(deduction, draft)]
    full = full_zones(draft)
    if steps.start is not None and steps.side in ("<", ">"):
        edge = steps.start.value
        when = Range(None, False, edge, False) if steps.side == "<" else Range(edge, False)
        if full and _contradicts_full(full[0].when, when):
            raise NotUnderstood("扣分的方向与得满分的条件不相配", deduction.words)
        return [replace(deduction, zone=Zone(steps.subject, when, steps.start.kind))]
    if len(full) != 1:
        if draft.scale.about == "limit":
            full = [Zone("", Range(None, False, Fraction(1), True), "rate")]
        elif len(full) > 1 and len({zone.when for zone in full}) > 1:
            raise NotUnderstood("得满分的条件写了两处，不知道从哪里起扣分", deduction.words)
        else:
            raise NotUnderstood("没有写明从哪里起扣分", deduction.words)
    result = []
    for side in _sides(steps, full[0].when, deduction.words):
        when = (
            Range(None, False, full[0].when.low, not full[0].when.low_included)
            if side == "<"
            else Range(full[0].when.high, not full[0].when.high_included)
        )
        result.append(
            replace(deduction, zone=Zone(steps.subject, when, steps.length.kind), steps=replace(steps, side=side))
        )
    return result


def _contradicts_full(full: Range, lost: Range) -> bool:
    """Whether points are lost only where full marks are given."""
    if lost.high is None and full.high is None and full.low is not None and lost.low is not None:
        return lost.low >= full.low
    if lost.low is None and full.low is None and full.high is not None and lost.high is not None:
        return lost.high <= full.high
    return False


def _counted(deduction: Deduction, draft: Draft) -> Deduction:
    """Counted from nothing: faults, days late, places behind the first, or from where the full marks end."""
    about = draft.scale.about
    full = [zone.when for zone in full_zones(draft)]
    if about in ("trend", "change") and deduction.steps.side == "<":
        return replace(deduction, zone=Zone("", Range(None, False, Fraction(0), False)))
    if deduction.steps.side == "<":
        raise NotUnderstood("提前或减少反而扣分，方向可疑", deduction.words)
    start = Fraction(1) if about == "rank" else Fraction(0)
    if full and full[0].high is not None:
        start = full[0].high
    return replace(deduction, zone=Zone("", Range(start, False)))


def _sides(steps: Steps, full: Range, words: str) -> str:
    """On which sides of the full marks points are lost."""
    possible = ("<" if full.low is not None else "") + (">" if full.high is not None else "")
    if full.low == full.high and full.low is not None and steps.side == "":
        raise NotUnderstood("没有写明扣分是向上还是向下", words)
    if steps.side in possible and steps.side:
        return steps.side
    if steps.side in ("", "O") and possible:
        return possible
    raise NotUnderstood("扣分的方向与得满分的条件不相配", words)


def with_loss(
    pieces: list[tuple[Range, Giving]], deduction: Deduction, draft: Draft, around: Around, measure: Measure
) -> list[tuple[Range, Giving]]:
    """The pieces with the deduction where no tier has taken its zone; a further slope goes on from a nearer one."""
    steps, zone = deduction.steps, deduction.zone
    assert zone is not None
    when = zone.when
    below = steps.side == "<" or (steps.side in ("", "O") and when.low is None)
    edge = when.high if below else when.low
    if edge is None:
        raise NotUnderstood("没有写明从哪里起扣分", deduction.words)
    _check_unit(steps, draft, deduction)
    loss = Loss(
        steps.start.value if steps.start else edge,
        steps.length.value,
        deduction.each,
        "" if steps.length.is_rate or steps.length.kind == "bare" else steps.length.unit,
        _how(steps, around),
        at_most=_most(deduction, draft, around),
    )
    nearer = [(taken, gives) for taken, gives in pieces if isinstance(gives, Loss) and _further(when, taken, below)]
    if nearer:
        taken, gives = nearer[0]
        assert isinstance(gives, Loss)
        already = _lost_at(gives, edge)
        loss = replace(loss, already=already)
        pieces = [piece for piece in pieces if piece[0] != taken] + [(_cut_off(taken, when, below), gives)]
        if "累计" not in around.words and "部分" not in around.words and "基础上" not in around.words:
            draft.notes.append(f"“{deduction.words}”按在前一段扣分的基础上继续扣理解")
    free = gaps([taken for taken, _ in pieces if when.overlaps(taken)], when)
    if not free:
        raise NotUnderstood("同一个数值有两种计分规定", deduction.words)
    near = [gives for taken, gives in pieces if when.overlaps(taken) and _touches(taken, edge, below)]
    if any(is_full(gives, draft.weight) for gives in near):
        raise NotUnderstood("同一段既扣分又得满分", deduction.words)
    if (
        steps.length.kind == "rate"
        and steps.length.value == Fraction(1, 100)
        and abs(loss.start) != 1
        and measure.percent
        and loss.start != 0
    ):
        draft.notes.append("“1%”按1个百分点理解")
    return [*pieces, *((part, loss) for part in free)]


def _touches(taken: Range, edge: Fraction, below: bool) -> bool:
    """Whether what is taken lies at the edge from which points are lost."""
    if below:
        return taken.high is None or taken.high >= edge
    return taken.low is None or taken.low <= edge


def _check_unit(steps: Steps, draft: Draft, deduction: Deduction) -> None:
    zone = deduction.zone
    if zone is None or zone.kind in ("", "bare") or steps.length.kind == "bare" or zone.when == ABOVE_ZERO:
        return
    full = [tier.zone for tier in draft.tiers if tier.zone.kind not in ("", "bare")]
    for other in full:
        if other.is_rate != steps.length.is_rate and other.when.low != 0 and other.when.high != 0:
            raise NotUnderstood("扣分的步长与界限一个是比率、一个是数量，无法换算", deduction.words)


def _how(steps: Steps, around: Around) -> str:
    if around.rounding is not None and around.rounding.length.value == steps.length.value:
        return around.rounding.how
    return "whole" if steps.whole else "proportional"


def _most(deduction: Deduction, draft: Draft, around: Around) -> Portion | None:
    if draft.least is None:
        return deduction.at_most
    if not draft.least.in_points:
        return Portion(1 - draft.least.amount)
    if around.weight is None:
        raise NotUnderstood("写了最低得几分，要知道权重才能计算")
    return Portion(around.weight - draft.least.amount, in_points=True)


def _further(when: Range, taken: Range, below: bool) -> bool:
    """Whether `when` lies within or right beyond a slope already taken, on the same side."""
    if below:
        return (
            when.high is not None
            and taken.high is not None
            and when.high < taken.high
            and (taken.low is None or when.high >= taken.low)
        )
    return (
        when.low is not None
        and taken.low is not None
        and when.low > taken.low
        and (taken.high is None or when.low <= taken.high)
    )


def _cut_off(taken: Range, when: Range, below: bool) -> Range:
    if below:
        assert when.high is not None
        return replace(taken, low=when.high, low_included=not when.high_included)
    assert when.low is not None
    return replace(taken, high=when.low, high_included=not when.low_included)


def _lost_at(loss: Loss, edge: Fraction) -> Portion:
    steps = abs(edge - loss.start) / loss.per
    if loss.already.amount and loss.already.in_points != loss.each.in_points:
        raise NotUnderstood("两段扣分一段按分、一段按份额，无法累计")
    return Portion(steps * loss.each.amount + loss.already.amount, loss.each.in_points)
