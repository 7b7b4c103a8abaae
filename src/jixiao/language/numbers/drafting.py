"""A curve in the making: what the clauses say, sorted into tiers, deductions, ratios and limits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.bindings import Bindings
from jixiao.language.numbers.effects import Does, Effect
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.resolving import away_resolved, complement, resolved
from jixiao.language.numbers.scales import UP_TO_ZERO, ZERO, Said, Scale, in_excess, in_faults
from jixiao.language.numbers.situations import Otherwise, State, Steps
from jixiao.language.numbers.steps import Rounding
from jixiao.language.numbers.zones import Zone
from jixiao.rules.parts.giving import Fixed, Giving, Less
from jixiao.rules.portion import FULL, Portion
from jixiao.rules.ranges import Range

_FLAT = (Does.EARN, Does.LOSE)
_FROM_NOTHING = ("delay", "faults", "excess")
_RATIOS = (Does.PROPORTION, Does.FORMULA, Does.LOSE_PROPORTION)
_KEEPING = (Does.FLOOR, Does.CAP)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the clauses: bindings, formulas, what incomplete steps cost, the weight, the words."""

    bindings: Bindings
    formulas: Sequence[str] = ()
    rounding: Rounding | None = None
    weight: Fraction | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    zone: Zone
    gives: Giving
    words: str


@dataclass(frozen=True, slots=True)
class Deduction:
    steps: Steps
    each: Portion
    words: str
    zone: Zone | None = None
    at_most: Portion | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    zone: Zone | None
    effect: Effect
    words: str


@dataclass
class Draft:
    """A curve in the making."""

    scale: Scale
    tiers: list[Tier] = field(default_factory=list)
    deductions: list[Deduction] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    rest: Giving | None = None
    between: list[Zone | None] = field(default_factory=list)
    cap: bool = False
    least: Portion | None = None
    weight: Fraction | None = None
    notes: list[str] = field(default_factory=list)


def find_threshold(said: Sequence[Said], draft: Draft) -> None:
    """The half-line whose edge relative zones and 不超过的 count from."""
    for each in said:
        situation = each.situation
        candidates: list[Zone] = []
        if isinstance(situation, Zone):
            candidates = [situation]
        elif isinstance(situation, Steps) and isinstance(situation.zone, Zone):
            candidates = [situation.zone]
        for zone in candidates:
            if zone.base is not None and draft.scale.threshold is None:
                draft.scale.threshold = zone.base
            if not zone.away and (zone.when.low is None) != (zone.when.high is None) and draft.scale.threshold is None:
                when = zone.when
                if each.effect.does is Does.EARN and is_full(Fixed(each.effect.portion), draft.weight):
                    draft.scale.threshold = complement(when)
                    draft.scale.kind_of_threshold = (zone.kind, zone.unit)
                elif isinstance(situation, Steps):
                    draft.scale.threshold = when
                    draft.scale.kind_of_threshold = (zone.kind, zone.unit)


def sort_in(each: Said, draft: Draft) -> None:
    """Put a clause where it belongs in the draft; NotUnderstood where it belongs nowhere."""
    if each.effect.unsure:
        draft.notes.append(each.effect.unsure)
    if isinstance(each.situation, Steps):
        _sort_in_steps(each, each.situation, draft)
    elif each.effect.does in _RATIOS:
        whole = each.situation in (State(""), Otherwise())
        draft.ratios.append(Ratio(None if whole else _zone(each.situation, draft), each.effect, each.words))
    elif each.effect.does in _FLAT:
        _sort_in_tier(each, draft)
    else:
        _sort_in_limit(each, draft)


def _sort_in_steps(each: Said, steps: Steps, draft: Draft) -> None:
    if each.effect.does is not Does.LOSE:
        raise NotUnderstood(f"“{each.words}”按步计分，却没有写扣多少", each.words)
    draft.deductions.append(_deduction(steps, each.effect.portion, each.words, draft))


def _sort_in_tier(each: Said, draft: Draft) -> None:
    situation, effect = each.situation, each.effect
    if (isinstance(situation, Otherwise) or _is_outside(situation)) and draft.rest is None:
        draft.rest = _giving(effect)
        return
    kept = effect.does is Does.EARN and is_full(Fixed(effect.portion), draft.weight)
    if isinstance(situation, State) and kept and draft.scale.about in ("faults", "delay"):
        none = UP_TO_ZERO if draft.scale.about == "delay" else ZERO
        if situation.text:
            draft.tiers.append(Tier(Zone("", none, "count", about=draft.scale.about), Fixed(FULL), each.words))
        return
    draft.tiers.append(Tier(_zone(situation, draft), _giving(effect), each.words))


def _sort_in_limit(each: Said, draft: Draft) -> None:
    situation, effect = each.situation, each.effect
    if effect.does in _KEEPING:
        _keep(situation, draft, each.words)
    elif effect.does is Does.LOSE_AT_MOST:
        _limit(situation, effect, draft, each.words)
    elif effect.does is Does.LEAVE_AT_LEAST and situation == State(""):
        draft.least = effect.portion
    elif effect.does is Does.INTERPOLATE:
        draft.between.append(None if situation == State("") else _zone(situation, draft))
    else:
        raise NotUnderstood(f"“{each.words}”一句不知道怎样影响得分", each.words)


def _is_outside(situation: object) -> bool:
    return isinstance(situation, Mark) and situation.at is At.OUTSIDE


def _keep(situation: object, draft: Draft, words: str) -> None:
    if situation != State(""):
        raise NotUnderstood(f"“{words}”没有说明怎样计分", words)
    draft.cap = True


def _limit(situation: object, effect: Effect, draft: Draft, words: str) -> None:
    if situation == State("") and not draft.deductions and is_full(Fixed(effect.portion), draft.weight):
        draft.cap = True
        return
    if situation != State("") or not draft.deductions:
        raise NotUnderstood(f"“{words}”不知道限制的是哪一项扣分", words)
    draft.deductions[-1] = replace(draft.deductions[-1], at_most=effect.portion)


def _short_of_target(zone: Zone, scale: Scale) -> Zone | None:
    """差50户以上 as a range of the number itself: counted from the target, or as so many faults."""
    if not zone.away or zone.kind != "count" or scale.threshold is not None:
        return None
    if scale.about == "faults":
        return replace(zone, away="", subject="")
    target = scale.bindings.target
    if target is None or target.is_rate or target.when.low is None:
        raise NotUnderstood(f"“{zone.subject}”从哪里算起没有写明", zone.subject)
    return away_resolved(zone, complement(Range(target.when.low, True)))


_IN_COUNTS = {"excess": in_excess, "faults": in_faults}
"""What a range of a rate at 100 % is on a scale on which things are counted."""
_ABOVE_ALL = re.compile("(?:超出|超支|超标|超额|超编)(?:率|比例|幅度)$")
"""A number that tells how far above something else lies: never less than nothing."""
_JOINED = re.compile("[^,;。]{3,}(?:且|并且|同时|并)[^,;。]*(?:超|突破|控制)")


def _zone(situation: object, draft: Draft) -> Zone:
    if isinstance(situation, Zone):
        zone = _short_of_target(situation, draft.scale) or away_resolved(situation, draft.scale.threshold)
        return _IN_COUNTS[draft.scale.about](zone) if zone.is_rate and draft.scale.about in _IN_COUNTS else zone
    if isinstance(situation, Mark):
        if situation.at in (At.WITHIN, At.OVER) and _JOINED.match(situation.words):
            raise NotUnderstood(f"“{situation.words}”说的不只是一个数值", situation.words)
        return resolved(situation, draft.scale, _lost_side(draft))
    text = situation.text if isinstance(situation, State) else ""
    raise NotUnderstood(f"“{text}”不是哪个数值的一段", text)


def _lost_side(draft: Draft) -> str:
    sides = {each.steps.side for each in draft.deductions}
    return next(iter(sides)) if len(sides) == 1 else draft.scale.side_hint


def is_full(gives: Giving, weight: Fraction | None) -> bool:
    """Whether a tier gives the whole weight, be it in points."""
    if not isinstance(gives, Fixed):
        return False
    return gives.portion == FULL or (gives.portion.in_points and gives.portion.amount == weight)


def full_zones(draft: Draft) -> list[Zone]:
    """The zones of full marks; where the weight is not known and one tier only earns points, that one."""
    full = [tier.zone for tier in draft.tiers if is_full(tier.gives, draft.weight)]
    earning = [tier for tier in draft.tiers if isinstance(tier.gives, Fixed) and tier.gives.portion.amount]
    if not full and draft.weight is None and len(earning) == 1:
        return [earning[0].zone]
    return full


def _giving(effect: Effect) -> Giving:
    return Fixed(effect.portion) if effect.does is Does.EARN else Less(effect.portion)


def _deduction(steps: Steps, each: Portion, words: str, draft: Draft) -> Deduction:
    zone: Zone | None = None
    if isinstance(steps.zone, Zone):
        zone = _zone(steps.zone, draft)
    elif isinstance(steps.zone, Mark):
        zone = (
            None
            if steps.about == "faults" or steps.zone.at in (At.NONE, At.OUTSIDE)
            else resolved(steps.zone, draft.scale, steps.side)
        )
    if zone is not None and draft.scale.about in _FROM_NOTHING and zone.when.low is None and zone.when.high is not None:
        zone = replace(zone, when=replace(zone.when, low=Fraction(0)))
    if zone is not None and steps.side == ">" and zone.when.low is None and _ABOVE_ALL.match(zone.subject):
        zone = replace(zone, when=replace(zone.when, low=Fraction(0)))
    if zone is not None and _contradicts(zone.when, steps.side):
        raise NotUnderstood(f"“{words}”扣分的方向与所说的范围相反", words)
    return Deduction(steps, each, words, zone)


def _contradicts(when: Range, side: str) -> bool:
    if side == ">":
        return when.low is None and when.high is not None
    return side == "<" and when.high is None and when.low is not None
