"""Tables of counts: 迟报1次扣1分，2次扣3分 says what each number costs, not what every further one does."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.language.numbers.effects import Does
from jixiao.language.numbers.scales import Said
from jixiao.language.numbers.situations import Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.ranges import Range

_ONE = Range(Fraction(1), True, Fraction(1), True)


def tabled(said: Sequence[Said]) -> list[Said]:
    """The clauses with a single step (1次) as one line of a table, where other lines tell of more of the same."""
    steps = [each.situation for each in said if isinstance(each.situation, Steps) and _is_single(each.situation, each)]
    if len(steps) != 1:
        return list(said)
    (step,) = steps
    lines = [
        each.situation for each in said if isinstance(each.situation, Zone) and _is_line(each.situation, each, step)
    ]
    if not any(line.when.low == line.when.high for line in lines):
        return list(said)
    about = step.about or "faults"
    one = Zone("", _ONE, step.length.kind, step.length.unit)
    return [
        replace(each, situation=replace(zone, subject="", about=about))
        if isinstance(zone := one if each.situation is step else each.situation, Zone) and zone in (one, *lines)
        else each
        for each in said
    ]


def _is_single(step: Steps, each: Said) -> bool:
    return step.length.value == 1 and "每" not in each.words


def _is_line(zone: Zone, each: Said, step: Steps) -> bool:
    """Whether a clause tells what a greater number of the same costs."""
    costs = each.effect.does in (Does.LOSE, Does.EARN)
    return costs and (zone.kind, zone.unit) == (step.length.kind, step.length.unit)
