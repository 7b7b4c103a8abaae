"""Situations as zones of one number: landmarks get their figures, relative zones their threshold, ends their owner."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.scales import ABOVE_ZERO, BELOW_ZERO, FROM_ZERO, UP_TO_ZERO, ZERO, Scale
from jixiao.language.numbers.zones import Zone
from jixiao.rules.ranges import Range

_TRENDS = {
    At.UP: ABOVE_ZERO,
    At.DOWN: BELOW_ZERO,
    At.FLAT: ZERO,
    At.FLAT_OR_UP: FROM_ZERO,
    At.FLAT_OR_DOWN: UP_TO_ZERO,
}


def complement(when: Range) -> Range:
    """What a half-open range leaves."""
    if when.low is None and when.high is not None:
        return Range(when.high, not when.high_included)
    if when.high is None and when.low is not None:
        return Range(None, False, when.low, not when.low_included)
    raise NotUnderstood("“未达到”指的是哪一侧没有写明")


# 无一人就业: of a rate, nothing at all.
_NOT_A_SINGLE_ONE = re.compile("无一[人个项件家户例]")
_UNFINISHED = re.compile("完成|实现")
_TARGETED = re.compile("目标|标准|要求|指标值|计划值|序时|标杆|规定")


def resolved(mark: Mark, scale: Scale, side: str = "") -> Zone:
    """The zone that a landmark stands for on the scale of the rule; NotUnderstood where it stands for none."""
    at, about = mark.at, scale.about
    special = {
        ("best", At.BEST): Zone("", Range(Fraction(1), True, Fraction(1), True), "rate", about="best"),
        ("bad_share", At.NONE): Zone("", ZERO, "rate"),
        ("trend", At.NONE): Zone(mark.words, ZERO, about="nothing"),
        ("deviation", At.ON): Zone("", ZERO, "rate", of_size=scale.both_sides, about="deviation"),
    }.get((about, at))
    if special is not None:
        return special
    if at is At.NONE and _NOT_A_SINGLE_ONE.search(mark.words):
        return Zone("", ZERO, "rate")
    if about == "delay":
        return _on_zero(mark, "delay", at in (At.LATE, At.NOT_MET, At.SOME))
    if about == "faults":
        return _on_zero(mark, "faults", at in (At.SOME, At.OVER, At.LATE))
    if about in ("trend", "change") and at in _TRENDS:
        return Zone("", _TRENDS[at], "rate" if about == "change" else "", about=about)
    if about in ("excess", "limit") and at in (At.WITHIN, At.OVER, At.MET, At.NOT_MET):
        return _on_limit(scale, about, at in (At.OVER, At.NOT_MET))
    if at is At.NOT_MET and scale.bindings.target is None and _counts_above(scale) and _UNFINISHED.search(mark.words):
        return Zone("", Range(None, False, Fraction(1), False), "rate")
    if at in (At.INSIDE, At.OUTSIDE, At.MET, At.NOT_MET):
        open_ended = scale.bindings.target is None and not (scale.from_target or _TARGETED.search(mark.words))
        return _on_target(at, scale, "" if open_ended and side != ">" else side)
    raise NotUnderstood(f"“{mark.words}”不知道是哪个数值的哪一段", mark.words)


def _counts_above(scale: Scale) -> bool:
    """Whether points are lost above a threshold, so that what is unfinished lies on its other side."""
    return scale.threshold is not None and scale.threshold.high is None


def _on_limit(scale: Scale, about: str, over: bool) -> Zone:
    """Within or over a limit: that of the target where it is one, else none at all in excess, or 100 %."""
    target = scale.bindings.target
    if target is not None and target.when.high is not None and not target.is_rate:
        when = Range(None, False, target.when.high, True)
        return replace(target, when=complement(when) if over else when)
    if about == "excess" and not (scale.threshold is not None and scale.threshold.low is not None):
        return Zone("", ABOVE_ZERO if over else UP_TO_ZERO, "count", about="excess")
    edge = _edge_above(scale)
    kind, unit = scale.kind_of_threshold
    return Zone("", Range(edge, False) if over else Range(None, False, edge, True), kind, unit)


def _on_zero(mark: Mark, about: str, beyond: bool) -> Zone:
    return Zone("", ABOVE_ZERO if beyond else UP_TO_ZERO if about == "delay" else ZERO, "count", about=about)


def _edge_above(scale: Scale) -> Fraction:
    if scale.threshold is not None and scale.threshold.low is not None:
        return scale.threshold.low
    target = scale.bindings.target
    if target is not None and target.is_rate and target.when.high is not None:
        return target.when.high
    return Fraction(1)


def _on_target(at: At, scale: Scale, side: str) -> Zone:
    target = target_zone(scale, side)
    if at is At.MET or at is At.INSIDE:
        return target
    return replace(target, when=complement(target.when))


def target_zone(scale: Scale, side: str = "") -> Zone:
    """Where the target is met: as its cell says, a bare figure from the side on which points are lost."""
    target = scale.bindings.target
    if target is None:
        if scale.threshold is not None:
            return Zone("", complement(scale.threshold), *scale.kind_of_threshold)
        if scale.bindings.cell:
            raise NotUnderstood(f"目标值“{scale.bindings.cell}”不是数值，无从计算", "")
        about = "to_target" if scale.by_ratio or not side else "margin"
        edge = Fraction(1) if about == "to_target" else Fraction(0)
        when = Range(None, False, edge, True) if side == ">" else Range(edge, True)
        return Zone("", when, "rate", about=about)
    when = target.when
    if when.low == when.high and not scale.bindings.directed and not _exactly(scale, side):
        when = Range(None, False, when.high, True) if _reverse(scale, side) else Range(when.low, True)
    return replace(target, when=when)


def _exactly(scale: Scale, side: str) -> bool:
    """Whether both sides of a bare target cost points."""
    return side == "O" and not scale.bindings.directed


def _reverse(scale: Scale, side: str) -> bool:
    if side:
        return side == ">"
    return bool(scale.bindings.reverse)


def away_resolved(zone: Zone, threshold: Range | None) -> Zone:
    """A zone that counts from the threshold (超出5个百分点以内) as one of the number itself."""
    if not zone.away:
        return zone
    threshold = zone.base or threshold
    edge = None if threshold is None else threshold.low if zone.away == ">" else threshold.high
    if edge is None:
        raise NotUnderstood(f"“{zone.subject}”从哪里算起没有写明", zone.subject)
    near, far = zone.when.low, zone.when.high
    if zone.away == ">":
        when = Range(edge + (near or 0), zone.when.low_included if near is not None else False)
        if far is not None:
            when = replace(when, high=edge + far, high_included=zone.when.high_included)
    else:
        when = Range(None, False, edge - (near or 0), zone.when.low_included if near is not None else False)
        if far is not None:
            when = replace(when, low=edge - far, low_included=zone.when.high_included)
    return replace(zone, when=when, away="", subject="", kind="count" if zone.kind == "count" else "rate")


def settled(zones: Sequence[Zone]) -> tuple[list[Zone], list[Fraction]]:
    """Ends that the words leave open, to the tier above unless another claims them (15.3); and which they were."""
    result: list[Zone] = []
    open_ends: list[Fraction] = []
    for number, zone in enumerate(zones):
        when, others = zone.when, [other for place, other in enumerate(zones) if place != number]
        low_sure, high_sure = zone.settled
        if (
            when.low is not None
            and not low_sure
            and when.low_included
            and any(_claims_high(other, when.low) for other in others)
        ):
            when = replace(when, low_included=False)
        if when.high is not None and not high_sure:
            rivals = [other for other in others if other.when.low == when.high]
            taken = any(other.when.low_included for other in rivals)
            if taken and any(not other.settled[0] for other in rivals) and not zone.settled[1]:
                open_ends.append(when.high)
            when = replace(when, high_included=not taken)
        result.append(replace(zone, when=when))
    return result, open_ends


def _claims_high(zone: Zone, value: Fraction) -> bool:
    return zone.when.high == value and zone.when.high_included and zone.settled[1]
