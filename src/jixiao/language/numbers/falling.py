"""Rules that tell by how much a figure fell: 较上年下降5%以上, 压减3%-5%; the rate that is meant is that of falling."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.language.numbers.scales import Said
from jixiao.language.numbers.situations import Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Giving, Line, Loss
from jixiao.rules.ranges import Range


def tells_of_falling(said: Sequence[Said]) -> bool:
    """Whether all figures of the ranges say how far something fell, and none how far it rose."""
    steps = [each.situation for each in said if isinstance(each.situation, Steps)]
    zones = [each.situation for each in said if isinstance(each.situation, Zone)]
    zones += [each.zone for each in steps if isinstance(each.zone, Zone)]
    return bool(zones) and all(zone.about == "change" for zone in zones)


def fallen(curve: Curve) -> Curve:
    """The curve over a change as one over the rate of falling: every number with the other sign."""
    pieces = tuple((_turned(when), _turned_giving(gives)) for when, gives in curve.pieces)
    return replace(curve, measure=MEASURES["reduction"], pieces=pieces)


def _turned(when: Range) -> Range:
    low, high = (None if end is None else -end for end in (when.high, when.low))
    return Range(low, when.high_included, high, when.low_included)


def _turned_giving(gives: Giving) -> Giving:
    if isinstance(gives, Loss):
        return replace(gives, start=-gives.start)
    if isinstance(gives, Line):
        return Line(tuple((-x, portion) for x, portion in reversed(gives.anchors)))
    return gives
