"""The zones of a draft among one another: ends settled, single values widened, one zone within another."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.drafting import Draft, Tier, is_full
from jixiao.language.numbers.gaps import gaps
from jixiao.language.numbers.resolving import settled
from jixiao.language.numbers.scales import ZERO
from jixiao.language.numbers.zones import Zone
from jixiao.quantities import exact_text
from jixiao.rules.portion import rate_text
from jixiao.rules.ranges import Range


def widen(draft: Draft) -> None:
    """One value that earns full marks (完成率100%得满分) holds for all that is better, if better is told nowhere."""
    sides = {each.steps.side for each in draft.deductions} | {_side_of(ratio.zone) for ratio in draft.ratios}
    for number, tier in enumerate(draft.tiers):
        zone, value = tier.zone, tier.zone.when.low
        if not zone.implied or value is None or zone.when.high != value or not is_full(tier.gives, draft.weight):
            continue
        others = [other.zone.when for other in draft.tiers if other is not tier]
        others += [each.zone.when for each in draft.deductions if each.zone is not None]
        if draft.between or draft.rest is not None or "O" in sides or value == 0:
            continue
        below = all(when.low is None or when.low < value for when in others) and ">" not in sides
        beyond = any(when.high is not None and when.high > value for when in others)
        if below and not beyond and (others or sides):
            draft.tiers[number] = replace(tier, zone=replace(zone, when=Range(value, True)))


def _side_of(zone: Zone | None) -> str:
    if zone is None or (zone.when.low is None) == (zone.when.high is None):
        return "<"
    return "<" if zone.when.low is None else ">"


def settle(draft: Draft) -> None:
    """Ends of all zones settled among one another."""
    places: list[tuple[str, int]] = [("tier", number) for number in range(len(draft.tiers))]
    places += [("deduction", number) for number, each in enumerate(draft.deductions) if each.zone is not None]
    places += [("ratio", number) for number, each in enumerate(draft.ratios) if each.zone is not None]
    zones: list[Zone] = []
    for kind, number in places:
        zone = (
            draft.tiers[number].zone
            if kind == "tier"
            else draft.deductions[number].zone
            if kind == "deduction"
            else draft.ratios[number].zone
        )
        assert zone is not None
        zones.append(zone)
    result, open_ends = settled(zones)
    for (kind, number), zone in zip(places, result, strict=True):
        if kind == "tier":
            draft.tiers[number] = replace(draft.tiers[number], zone=zone)
        elif kind == "deduction":
            draft.deductions[number] = replace(draft.deductions[number], zone=zone)
        else:
            draft.ratios[number] = replace(draft.ratios[number], zone=zone)
    percent = any(zone.is_rate for zone in zones)
    for end in dict.fromkeys(open_ends):
        text = rate_text(end) if percent else exact_text(end)
        draft.notes.append(f"“{text}”上下两档都写到而没有写明（含），按属于数值较大的一档理解")


def against_a_figure(draft: Draft) -> None:
    """Where nothing at all is a tier of its own (无结余, 不高于上年), the number is this figure over the other."""
    zones = [tier.zone for tier in draft.tiers]
    if draft.scale.about != "trend" or not any(zone.about != "trend" and zone.when == ZERO for zone in zones):
        return
    tiers = []
    for tier in draft.tiers:
        when = tier.zone.when
        if tier.zone.about == "trend":
            high = when.high + 1 if when.high is not None else None
            low = Fraction(0) if when.low is None else when.low + 1
            when = Range(low, when.low_included, high, when.high_included)
        tiers.append(replace(tier, zone=replace(tier.zone, when=when, kind="rate", about="nothing", subject="")))
    draft.tiers = tiers


def nested(draft: Draft) -> list[Tier]:
    """Tiers of which one lies within another (80%以上, 60%以上): the narrower one holds where both do."""
    tiers: list[Tier] = []
    for tier in draft.tiers:
        same = [other for other in tiers if other.zone.when == tier.zone.when]
        if same and same[0].gives != tier.gives:
            raise NotUnderstood(f"“{tier.words}”有两种计分规定", tier.words)
        if not same:
            tiers.append(tier)
    result = []
    for tier in tiers:
        when = _without_nearest(tier.zone.when, [other.zone.when for other in tiers if other is not tier])
        parts = _without_values(when, [other.zone.when for other in tiers if other is not tier])
        if parts != [tier.zone.when] and not when.is_empty():
            draft.notes.append(f"“{tier.words}”包含了另一档，两档都符合时按较窄的一档计分")
        result += [replace(tier, zone=replace(tier.zone, when=part)) for part in parts]
    return result


def _without_nearest(when: Range, others: Sequence[Range]) -> Range:
    """A half-line up to where the nearest one within it begins; any other range as it is."""
    inner = [other for other in others if (when.low is None) != (when.high is None) and _holds(when, other)]
    if not inner:
        return when
    nearest = max(inner, key=_high_end) if when.low is None else min(inner, key=_low_end)
    return _cut(when, nearest)


def _high_end(when: Range) -> Fraction:
    return when.high if when.high is not None else Fraction(0)


def _low_end(when: Range) -> Fraction:
    return when.low if when.low is not None else Fraction(0)


def _without_values(when: Range, others: Sequence[Range]) -> list[Range]:
    """A half-line without the single values in it that are tiers of their own; any other range as it is."""
    values = [other for other in others if other.low is not None and other.low == other.high and when.overlaps(other)]
    return gaps(values, when) if values and (when.low is None) != (when.high is None) else [when]


def _holds(outer: Range, inner: Range) -> bool:
    """Whether the outer half-line holds the inner one on the same side, or one whose far end is its own."""
    if outer.low is None and inner.low is None and inner.high is not None and outer.high is not None:
        return inner.high < outer.high
    if outer.high is None and inner.high is None and inner.low is not None and outer.low is not None:
        return inner.low > outer.low
    return False


def _cut(outer: Range, inner: Range) -> Range:
    if outer.low is None:
        if outer.high is not None and inner.high is not None:
            return Range(inner.high, not inner.high_included, outer.high, outer.high_included)
        return outer
    assert inner.low is not None
    return Range(outer.low, outer.low_included, inner.low, not inner.low_included)
