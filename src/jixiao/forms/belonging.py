"""Which heading of the first level holds an indicator, where its kind usually has a heading of its own."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.forms.model import Form, IndicatorLine

_NONE = Fraction(0)


def held_by_headings(form: Form) -> list[IndicatorLine]:
    """The indicators, those without a heading of their own under the one above them if its points count theirs.

    Some forms have satisfaction inside the effects: 效益（35分） holds 25 points of effects and 10 of satisfaction.
    """
    lines = list(form.lines)
    for block in form.blocks:
        if block.points.is_missing:
            continue
        own = [at for at, line in enumerate(lines) if line.block == block.name]
        others = _without_heading(form, lines, own[-1] + 1) if own else []
        known, more = _added(lines, own), _added(lines, others)
        if others and known is not None and more is not None and known + more == block.points.known.value:
            for at in others:
                lines[at] = replace(lines[at], block=block.name)
    return lines


def _without_heading(form: Form, lines: Sequence[IndicatorLine], start: int) -> list[int]:
    """The indicators from a place on that stand under a block without a heading."""
    found: list[int] = []
    for at in range(start, len(lines)):
        if not lines[at].block or form.block(lines[at].block) is not None:
            break
        found.append(at)
    return found


def _added(lines: Sequence[IndicatorLine], at: Sequence[int]) -> Fraction | None:
    """The points of the indicators at these places; None where one has none."""
    points = [lines[each].points for each in at]
    return None if any(each.is_missing for each in points) else sum((each.known.value for each in points), _NONE)
