"""Counted events as sentences: faults of several kinds that cost points, merits that add some."""

import re

from jixiao.language.canonical.composed import Reader, Write
from jixiao.language.canonical.phrases import (
    AMOUNT,
    NAME,
    amount,
    in_brackets,
    quoted,
    range_pattern,
    read_amount,
    read_quoted,
    read_range,
)
from jixiao.language.canonical.stretch import Stretch
from jixiao.rules.parts.counted import Bonus, Cost, Deductions
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.portion import NOTHING

_VOID = re.compile(f"出现(?P<word>{NAME})的,该指标不得分")
_COST = re.compile(
    rf"(?P<word>{NAME})(?:超过(?P<free>\d+)次的,超过部分)?每次扣(?P<each>{AMOUNT})(?:,最多扣(?P<at_most>{AMOUNT}))?"
)
_LIMIT = re.compile(f"合计最多扣(?P<at_most>{AMOUNT})")
_END = "扣完为止"
_BONUS = re.compile(
    rf"(?:在基础得分上|(?P<base>按\(.+\)计分),在此基础上),每项加(?P<each>{AMOUNT}),最多加(?P<at_most>{AMOUNT}),"
    rf"(?:(?P<over>可超过权重分)|以权重分为限)"
)
_MET = re.compile(f"完成率{range_pattern()}的子项算达标,得分=权重分×达标子项数÷子项总数")


def write_deductions(part: Deductions) -> str:
    """A clause for every kind of fault."""
    limit = [] if part.at_most is None else [f"合计最多扣{amount(part.at_most)}"]
    return "；".join([*map(_cost, part.costs), *limit, _END])


def _cost(cost: Cost) -> str:
    if cost.void:
        return f"出现{quoted(cost.word)}的，该指标不得分"
    beyond = f"超过{cost.free}次的，超过部分" if cost.free else ""
    at_most = f"，最多扣{amount(cost.at_most)}" if cost.at_most is not None else ""
    return f"{quoted(cost.word)}{beyond}每次扣{amount(cost.each)}{at_most}"


def read_deductions(stretch: Stretch) -> Deductions | None:
    """The deductions whose sentence this is."""
    *clauses, end = stretch.split(";")
    if end.text != _END or not clauses:
        return None
    limit = clauses[-1].match(_LIMIT)
    costs = [_read_cost(clause) for clause in (clauses[:-1] if limit else clauses)]
    if not costs or any(cost is None for cost in costs):
        return None
    at_most = read_amount(limit["at_most"]) if limit else None
    return Deductions(tuple(cost for cost in costs if cost), at_most)


def _read_cost(clause: Stretch) -> Cost | None:
    void = clause.match(_VOID)
    if void is not None:
        return Cost(read_quoted(void, "word"), NOTHING, void=True)
    found = clause.match(_COST)
    if found is None:
        return None
    at_most = read_amount(found["at_most"]) if "at_most" in found else None
    return Cost(read_quoted(found, "word"), read_amount(found["each"]), int(found["free"] or 0), at_most)


def write_bonus(bonus: Bonus, write: Write) -> str:
    """The base, what every event adds, and how far."""
    base = "在基础得分上"
    if bonus.base is not None:
        base = f"{in_brackets(write(bonus.base))}，在此基础上"
    limit = "可超过权重分" if bonus.over_weight else "以权重分为限"
    return f"{base}，每项加{amount(bonus.each)}，最多加{amount(bonus.at_most)}，{limit}"


def read_bonus(stretch: Stretch, read: Reader) -> Bonus | None:
    """The bonus whose sentence this is."""
    found = stretch.match(_BONUS)
    if found is None:
        return None
    base = read(found.stretch("base")) if "base" in found else None
    if "base" in found and base is None:
        return None
    return Bonus(base, read_amount(found["each"]), read_amount(found["at_most"]), "over" in found)


def write_met_ratio(part: MetRatio) -> str:
    """What counts as met, and the share of those met."""
    return f"完成率{part.when.worded(percent=True)}的子项算达标，得分＝权重分×达标子项数÷子项总数"


def read_met_ratio(stretch: Stretch) -> MetRatio | None:
    """The share of those met whose sentence this is."""
    found = stretch.match(_MET)
    return None if found is None else MetRatio(read_range(found))
