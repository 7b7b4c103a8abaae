"""Situations as zones of one number: landmarks get their figures, relative zones their threshold, ends their owner."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.bindings import Bindings
from jixiao.language.numbers.effects import Does, Effect
from jixiao.language.numbers.figures import TIME
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.situations import Otherwise, Situation, State, Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.portion import FULL
from jixiao.rules.ranges import Range

ZERO = Range(Fraction(0), True, Fraction(0), True)
BELOW_ZERO, UP_TO_ZERO = Range(None, False, Fraction(0), False), Range(None, False, Fraction(0), True)
ABOVE_ZERO, FROM_ZERO = Range(Fraction(0), False), Range(Fraction(0), True)

_TRENDS = {
    At.UP: ABOVE_ZERO,
    At.DOWN: BELOW_ZERO,
    At.FLAT: ZERO,
    At.FLAT_OR_UP: FROM_ZERO,
    At.FLAT_OR_DOWN: UP_TO_ZERO,
}


_DELAYED = re.compile("延迟|推迟|逾期|超期|延误|延期|滞后|超时|迟延|拖延")
_RANKED = re.compile("排名|名次|位次")


@dataclass(frozen=True, slots=True)
class Said:
    """A clause: the situation as read, what it does, and its words."""

    situation: Situation
    effect: Effect
    words: str


@dataclass
class Scale:
    """What the number of a rule is: `about` a landmark's scale, or "" where figures tell; the threshold; the target."""

    about: str
    threshold: Range | None = None
    kind_of_threshold: tuple[str, str] = ("rate", "")
    bindings: Bindings = field(default_factory=Bindings)
    by_ratio: bool = False
    side_hint: str = ""
    both_sides: bool = True


def complement(when: Range) -> Range:
    """What a half-open range leaves."""
    if when.low is None and when.high is not None:
        return Range(when.high, not when.high_included)
    if when.high is None and when.low is not None:
        return Range(None, False, when.low, not when.low_included)
    raise NotUnderstood("“未达到”指的是哪一侧没有写明")


def scale_of(said: Sequence[Said], bindings: Bindings) -> Scale:
    """Which scale the landmarks of a rule stand on, from its steps, figures and the landmarks themselves."""
    steps = [each.situation for each in said if isinstance(each.situation, Steps)]
    zones = [each.situation for each in said if isinstance(each.situation, Zone)]
    zones += [each.zone for each in steps if isinstance(each.zone, Zone)]
    marks = [each.situation for each in said if isinstance(each.situation, Mark)]
    marks += [each.zone for each in steps if isinstance(each.zone, Mark)]
    effects = {each.effect.does for each in said}
    seen = _Seen(steps, zones, {mark.at for mark in marks}, bindings, effects)
    return Scale(
        next((about for about, tells in _SCALES if tells(seen)), ""),
        bindings=bindings,
        by_ratio=seen.proportion,
        both_sides=not any(each.side in ("<", ">") for each in steps),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What tells the scale: steps, ranges, landmarks, the target, and what the clauses do."""

    steps: Sequence[Steps]
    zones: Sequence[Zone]
    ats: set[At]
    bindings: Bindings
    effects: set[Does]

    @property
    def rates(self) -> bool:
        """Whether anything is measured in rates."""
        return any(each.length.is_rate for each in self.steps) or any(zone.is_rate for zone in self.zones)

    @property
    def proportion(self) -> bool:
        """Whether points are computed from the number itself."""
        return bool(self.effects & {Does.PROPORTION, Does.FORMULA, Does.LOSE_PROPORTION})

    def counts(self, about: str) -> bool:
        """Whether steps say that they count this."""
        abouts = [each.about for each in self.steps] + [zone.about for zone in self.zones]
        return about in abouts

    @property
    def timed(self) -> bool:
        """Whether steps are lengths of time."""
        return any(TIME.fullmatch(each.length.unit) for each in self.steps if each.length.unit)

    def names(self, words: "re.Pattern[str]") -> bool:
        """Whether a range names its number with such words."""
        return any(words.search(zone.subject) for zone in self.zones)


def _late(seen: _Seen) -> bool:
    on_time = seen.timed and At.IN_TIME in seen.ats
    late = At.LATE in seen.ats and not seen.rates and not seen.counts("faults")
    return seen.counts("delay") or on_time or late


def _ranked(seen: _Seen) -> bool:
    return seen.counts("rank") or any(zone.unit in ("名", "位") for zone in seen.zones) or seen.names(_RANKED)


def _beyond(seen: _Seen) -> bool:
    """Whether amounts or heads beyond a limit are counted, the limit itself being left to the data."""
    if seen.counts("excess") and not seen.zones:
        return True
    if _counts_over_all(seen):
        return True
    return bool(seen.ats & _LIMITS) and not seen.rates and not seen.proportion and bool(seen.steps)


_LIMITS = {At.WITHIN, At.OVER}
_SCALES: tuple[tuple[str, Callable[[_Seen], bool]], ...] = (
    ("best", lambda seen: At.BEST in seen.ats),
    ("delay", _late),
    ("rank", _ranked),
    ("faults", lambda seen: seen.counts("faults") and (not seen.rates or _faults_beside_all(seen))),
    ("change", lambda seen: bool(seen.ats & set(_TRENDS)) and seen.rates),
    ("trend", lambda seen: bool(seen.ats & set(_TRENDS))),
    ("excess", _beyond),
    ("limit", lambda seen: bool(seen.ats & _LIMITS)),
    ("deviation", lambda seen: At.ON in seen.ats),
    ("delay", lambda seen: seen.names(_DELAYED)),
    ("bad_share", lambda seen: Does.LOSE_PROPORTION in seen.effects and At.NONE in seen.ats),
)
"""What each scale is told by, the surest first."""


def _counts_over_all(seen: _Seen) -> bool:
    """Whether heads or things are counted beyond a limit of 100 %: then the number is how many are too many."""
    target = seen.bindings.target
    limits = [*seen.zones, *([target] if target is not None else [])]
    whole = bool(limits) and all(_is_all(limit) for limit in limits)
    return whole and any(each.length.kind == "count" and each.side == ">" and not each.about for each in seen.steps)


def _is_all(limit: Zone) -> bool:
    """Whether a range of a rate ends or begins at 100 %."""
    edges = {edge for edge in (limit.when.low, limit.when.high) if edge}
    return limit.is_rate and edges == {1}


def _faults_beside_all(seen: _Seen) -> bool:
    """Whether what is not among all of them (完成率达100%得满分) is counted as faults, one by one."""
    counted = all(each.about == "faults" for each in seen.steps)
    return counted and not seen.proportion and all(_is_all(zone) and zone.when.low == 1 for zone in seen.zones)


def in_faults(zone: Zone) -> Zone:
    """All of them, 100 %, as no fault at all."""
    return Zone("", ZERO, "count", about="faults")


def in_excess(zone: Zone) -> Zone:
    """A range that ends or begins at 100 % of a limit as one of what exceeds the limit.

    >>> in_excess(Zone("控制率", Range(None, False, Fraction(1), True), "rate")).when == UP_TO_ZERO
    True
    """
    low, high = (None if end is None else end - 1 for end in (zone.when.low, zone.when.high))
    low = None if zone.when.low == 0 else low
    when = Range(low, zone.when.low_included and low is not None, high, zone.when.high_included)
    return Zone("", when, "count", about="excess")


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
        open_ended = scale.bindings.target is None and not _TARGETED.search(mark.words)
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


def full_zone(zones: Sequence[tuple[Zone, Effect]]) -> Zone | None:
    """The one zone that earns full marks; None where there is none or are several."""
    full = [zone for zone, effect in zones if effect.does is Does.EARN and effect.portion == FULL]
    return full[0] if len(full) == 1 else None


__all__ = [
    "Otherwise",
    "Said",
    "Scale",
    "State",
    "away_resolved",
    "complement",
    "full_zone",
    "resolved",
    "scale_of",
    "settled",
    "target_zone",
]
