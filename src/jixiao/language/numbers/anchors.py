"""Lines through what the tiers fix (插值)."""

from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.gaps import gaps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.parts.giving import Fixed, Giving, Line
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range


def interpolated(pieces: list[tuple[Range, Giving]], between: Sequence[Zone | None]) -> list[tuple[Range, Giving]]:
    """Lines through what the tiers fix: single values, and the edges of the outer tiers."""
    fixed = [(when, gives.portion) for when, gives in pieces if isinstance(gives, Fixed)]
    if len(fixed) < len(pieces):
        raise NotUnderstood("插值的两端应是固定的分值")
    anchors = _anchors(fixed)
    low, high = min(anchors), max(anchors)
    if any(zone is not None and (zone.when.low, zone.when.high) != (low, high) for zone in between):
        raise NotUnderstood("插值的区间与两端的数值不一致")
    span = Range(low, True, high, True)
    outer = [(when, portion) for when, portion in fixed if when.low != when.high or when.low is None]
    outside: list[tuple[Range, Giving]] = [
        (left, Fixed(portion)) for when, portion in outer for left in gaps([span], when)
    ]
    for side, end in ((Range(None, False, low, False), low), (Range(high, False), high)):
        if anchors[end] in (FULL, NOTHING) and not any(side.overlaps(when) for when, _ in outside):
            outside.append((side, Fixed(anchors[end])))
    return [(span, Line(tuple(sorted(anchors.items())))), *outside]


def _anchors(fixed: Sequence[tuple[Range, Portion]]) -> dict[Fraction, Portion]:
    """The values whose points are fixed; edges of half-lines count where no single value stands for them."""
    points = {when.low: portion for when, portion in fixed if when.low == when.high and when.low is not None}
    anchors = dict(points)
    for when, portion in fixed:
        edge = when.high if when.low is None else when.low if when.high is None else None
        if edge is None or edge in points:
            continue
        if portion != NOTHING or len(points) < 2 or edge < min(points):
            anchors.setdefault(edge, portion)
    if len(anchors) < 2:
        raise NotUnderstood("插值没有写明两端的数值和分值")
    return anchors
