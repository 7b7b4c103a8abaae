"""Sentences that name the two directions of a number apart: 短收超过2%的…，超收超过2%的…; 追加…，调减…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.numbers.effects import Does
from jixiao.language.numbers.figures import FIGURE
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.scales import Said
from jixiao.language.numbers.situations import Situation, State, Steps
from jixiao.language.numbers.zones import Zone, zone_of
from jixiao.rules.ranges import Range

_MORE = "超收|追加|调增|上调|上浮|增加|增长|上升|超支|超额|超产|正偏差|正偏离"
_LESS = "短收|欠收|歉收|调减|核减|下调|下浮|减少|下降|结余|节约|节支|欠产|负偏差|负偏离"
_CALLED = "(?:的)?(?:比例|幅度|率|额度?|部分)?(?:的)?"
_ENDS = tuple((side, re.compile(f"(?:{words}){_CALLED}$")) for side, words in ((">", _MORE), ("<", _LESS)))
_BEGINS = tuple((side, re.compile(f"(?:{words})")) for side, words in ((">", _MORE), ("<", _LESS)))
_AND = re.compile("[、,]|且|并且|同时")
_FIGURE = re.compile(FIGURE)
_SIGNED = {
    ">": Range(Fraction(0), True),
    "<": Range(None, False, Fraction(0), False),
}


def signed(said: Sequence[Said]) -> list[Said]:
    """The clauses on one scale with a sign, where they name both directions; unchanged where they do not."""
    joined = [replace(each, situation=_joined(each.situation)) for each in said]
    sides = [side_of(each.situation) for each in joined]
    both = any(each.situation is not one.situation for each, one in zip(joined, said, strict=True))
    if not both and not {">", "<"} <= set(sides):
        return list(said)
    full = next((each.situation for each in joined if _is_full(each)), None)
    return [
        replace(each, situation=_with_sign(each.situation, side, full))
        for each, side in zip(joined, sides, strict=True)
    ]


def _is_full(each: Said) -> bool:
    return isinstance(each.situation, Zone) and each.effect.does is Does.EARN


def side_of(situation: Situation) -> str:
    """Which direction the words before a figure name: > (more), < (less) or "" (none).

    >>> side_of(zone_of("短收超过2%")), side_of(zone_of("偏差率超过2%"))
    ('<', '')
    """
    match situation:
        case Zone():
            return _named(situation.subject, _ENDS)
        case Steps(zone=Zone() as zone):
            return _named(zone.subject, _ENDS)
        case Steps(zone=Mark(at=At.OVER) as mark):
            return _named(mark.words, _BEGINS)
        case Steps(subject=subject):
            return _named(subject, _ENDS)
    return ""


def _named(words: str, directions: "Sequence[tuple[str, re.Pattern[str]]]") -> str:
    return next((side for side, known in directions if known.search(words) is not None), "")


def _joined(situation: Situation) -> Situation:
    """追加不超过10%、调减不超过20% as one range; any other situation as it is."""
    if not isinstance(situation, State):
        return situation
    zones = list(_zones(situation.text))
    by_side = {_named(zone.subject, _ENDS): zone for zone in zones}
    if len(zones) != 2 or set(by_side) != {">", "<"}:
        return situation
    more, less = by_side[">"].when, by_side["<"].when
    if more.high is None or less.high is None or more.low is not None or less.low is not None:
        return situation
    when = Range(-less.high, less.high_included, more.high, more.high_included)
    return replace(by_side[">"], subject="", when=when, about="deviation")


def _zones(text: str) -> Iterator[Zone]:
    for segment in _AND.split(text):
        zone = zone_of(segment)
        if zone is not None:
            yield zone
        elif _FIGURE.search(segment) is not None:
            return


def _with_sign(situation: Situation, side: str, full: Situation | None) -> Situation:
    match situation:
        case Zone():
            return _signed_zone(situation, side)
        case Steps(zone=Zone() as zone):
            return replace(situation, zone=_signed_zone(zone, side), side=side or situation.side)
        case Steps(zone=Mark()) if side and isinstance(full, Zone):
            return replace(situation, zone=_beyond(full, side), side=side)
        case Steps() if side:
            return replace(situation, subject="", side=side)
    return situation


def _signed_zone(zone: Zone, side: str) -> Zone:
    when = zone.when
    if not side:
        if zone.of_size and when.low is None and when.high is not None:
            when = Range(-when.high, when.high_included, when.high, when.high_included)
        return replace(zone, when=when, of_size=False, about="deviation")
    if side == "<":
        low, high = (None if end is None else -end for end in (when.high, when.low))
        when = Range(low, when.high_included, high, when.low_included)
    return replace(zone, subject="", when=when.within(_SIGNED[side]), of_size=False, about="deviation")


def _beyond(full: Zone, side: str) -> Zone:
    """What lies beyond the range of full marks on one side."""
    edge = full.when.high if side == ">" else full.when.low
    assert edge is not None
    when = Range(edge, False) if side == ">" else Range(None, False, edge, False)
    return replace(full, when=when, subject="")
