"""Clauses about one number put together as a curve: tiers, thresholds with deductions, fault counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.effects import Does
from jixiao.language.situations import Otherwise, State, Steps, Zone
from jixiao.language.statements import NotUnderstood, Statement
from jixiao.language.subjects import measure_of
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Line, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range

_PROPORTION = Line(((Fraction(0), NOTHING), (Fraction(1), FULL)))


@dataclass(frozen=True, slots=True)
class _Tier:
    zone: Zone
    gives: Giving


@dataclass(frozen=True, slots=True)
class _Deduction:
    steps: Steps
    each: Portion
    at_most: Portion | None = None


def curve_of(statements: Sequence[Statement]) -> Curve:
    """The curve that the statements describe; NotUnderstood where they describe none."""
    tiers, deductions, rest = _sorted_out(statements)
    zones = [tier.zone for tier in tiers] + [each.steps.zone for each in deductions if each.steps.zone]
    if not zones:
        return _counted(deductions)
    of_size = any(zone.of_size for zone in zones)
    tiers = _settled(tiers)
    pieces = [(tier.zone.when, tier.gives) for tier in tiers]
    for deduction in _with_zones(deductions, tiers):
        pieces = _with_loss(pieces, deduction)
    measure = measure_of(zones, [each.steps for each in deductions])
    if rest is not None:
        domain = Range(Fraction(0), True) if of_size else measure.domain
        pieces += [(gap, Fixed(rest)) for gap in _gaps([when for when, _ in pieces], domain)]
    return Curve(measure, tuple(pieces), of_size)


def _sorted_out(statements: Sequence[Statement]) -> tuple[list[_Tier], list[_Deduction], Portion | None]:
    tiers: list[_Tier] = []
    deductions: list[_Deduction] = []
    rest: Portion | None = None
    for statement in statements:
        situation, effect = statement.situation, statement.effect
        if effect.does in (Does.FLOOR, Does.CAP):
            continue
        if isinstance(situation, Zone) and effect.does is Does.EARN:
            tiers.append(_Tier(situation, Fixed(effect.portion)))
        elif isinstance(situation, Zone) and effect.does is Does.PROPORTION:
            tiers.append(_Tier(situation, _PROPORTION))
        elif isinstance(situation, Steps) and effect.does is Does.LOSE:
            deductions.append(_Deduction(situation, effect.portion))
        elif isinstance(situation, Otherwise) and effect.does is Does.EARN and rest is None:
            rest = effect.portion
        elif situation == State("") and effect.does is Does.LOSE_AT_MOST and deductions:
            deductions[-1] = replace(deductions[-1], at_most=effect.portion)
        else:
            raise NotUnderstood(f"“{statement.words}”一句不知道怎样影响得分", statement.words)
    return tiers, deductions, rest


def _counted(deductions: Sequence[_Deduction]) -> Curve:
    """Faults counted from the first one."""
    if len(deductions) != 1 or deductions[0].steps.start is not None:
        raise NotUnderstood("没有写明从哪里起扣分")
    steps = deductions[0].steps
    loss = Loss(Fraction(0), steps.length.value, deductions[0].each, steps.length.unit, at_most=deductions[0].at_most)
    return Curve(measure_of([], [steps]), ((Range(), loss),))


def _settled(tiers: Sequence[_Tier]) -> list[_Tier]:
    """Ends that the words leave open: to the tier above, unless another tier claims them (domain reference 15.3)."""
    settled = []
    for tier in tiers:
        when, (low_sure, high_sure) = tier.zone.when, tier.zone.settled
        others = [other.zone for other in tiers if other is not tier]
        if not low_sure and any(_claims_high(other, when.low) for other in others):
            when = replace(when, low_included=False)
        if not high_sure:
            above = any(other.when.low == when.high for other in others)
            when = replace(when, high_included=not above)
        settled.append(replace(tier, zone=replace(tier.zone, when=when)))
    return settled


def _claims_high(zone: Zone, value: Fraction | None) -> bool:
    return zone.when.high == value and zone.when.high_included and zone.settled[1]


def _with_zones(deductions: Sequence[_Deduction], tiers: Sequence[_Tier]) -> Iterator[_Deduction]:
    """Every deduction with the zone it holds in and where it starts counting; one on both sides becomes two."""
    for deduction in deductions:
        steps = deduction.steps
        if steps.zone is not None:
            yield deduction
            continue
        full = [tier.zone.when for tier in tiers if tier.gives == Fixed(FULL)]
        if len(full) != 1:
            raise NotUnderstood("没有写明从哪里起扣分")
        sides = _sides(steps, full[0])
        for side in sides:
            when = (
                Range(None, False, full[0].low, not full[0].low_included)
                if side == "<"
                else Range(full[0].high, not full[0].high_included)
            )
            zone = Zone(steps.subject, when, steps.length.is_rate)
            yield replace(deduction, steps=replace(steps, zone=zone, side=side))


def _sides(steps: Steps, full: Range) -> str:
    """On which sides of the full marks points are lost."""
    possible = ("<" if full.low is not None else "") + (">" if full.high is not None else "")
    if steps.side in possible and steps.side:
        return steps.side
    if steps.side in ("", "O") and possible:
        return possible
    raise NotUnderstood("扣分的方向与得满分的条件不相配")


def _with_loss(pieces: list[tuple[Range, Giving]], deduction: _Deduction) -> list[tuple[Range, Giving]]:
    """The pieces with the deduction in the part of its zone that no piece has taken yet."""
    steps = deduction.steps
    assert steps.zone is not None
    when = steps.zone.when
    below = steps.side == "<" or (not steps.side and when.low is None)
    edge = when.high if below else when.low
    if edge is None:
        raise NotUnderstood("没有写明从哪里起扣分")
    loss = Loss(
        steps.start.value if steps.start else edge,
        steps.length.value,
        deduction.each,
        "" if steps.length.is_rate else steps.length.unit,
        "whole" if steps.whole else "proportional",
        at_most=deduction.at_most,
    )
    outer = [taken for taken, gives in pieces if when.overlaps(taken)]
    free = _gaps(outer, when)
    if len(free) != 1:
        raise NotUnderstood("同一个数值有两种计分规定")
    return [*pieces, (free[0], loss)]


def _gaps(ranges: Sequence[Range], domain: Range) -> list[Range]:
    """What of the domain no range covers."""
    gaps = []
    low, included = domain.low, domain.low_included
    for taken in sorted(ranges, key=_range_order):
        gap = Range(low, included, taken.low, not taken.low_included)
        if taken.low is not None and not gap.is_empty():
            gaps.append(gap)
        if taken.high is None:
            return gaps
        low, included = taken.high, not taken.high_included
    last = Range(low, included, domain.high, domain.high_included)
    return gaps if last.is_empty() else [*gaps, last]


def _range_order(when: Range) -> tuple[bool, Fraction, bool]:
    return (when.low is not None, when.low or Fraction(0), not when.low_included)
