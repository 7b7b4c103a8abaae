"""One figure in two units: “12,345,600元（即1,234.56万元）”, “1500亩（折合100公顷）”."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.quantities import Unit
from jixiao.reading.mentions import Mention
from jixiao.relations import Duplicate, Figure
from jixiao.relations.figures import MONEY

_AREA, _LENGTH, _MASS = "面积", "长度", "质量"
_MEASURES: Mapping[str, Unit] = {
    name: Unit(name, dimension, factor)
    for dimension, units in {
        _AREA: {
            "平方米": Fraction(1),
            "亩": Fraction(2000, 3),
            "万亩": Fraction(20_000_000, 3),
            "公顷": Fraction(10_000),
            "万公顷": Fraction(100_000_000),
            "平方公里": Fraction(1_000_000),
        },
        _LENGTH: {"米": Fraction(1), "公里": Fraction(1000)},
        _MASS: {"公斤": Fraction(1), "千克": Fraction(1), "吨": Fraction(1000), "万吨": Fraction(10_000_000)},
    }.items()
    for name, factor in units.items()
}
_TITLE = "同一个数用两种单位写，换算不一致"
_SAID = re.compile("[(,]?(?:即|也即|也就是|折合|约合|合|折算为?|换算为?|相当于)(?:为|成|人民币)?约?")
_IN_BRACKETS = re.compile("[(]约?")
_NEAR = (Fraction(1, 2), Fraction(2))


def conversions(found: Sequence[Mention]) -> Iterator[Posed]:
    """The figures of the passage that stand right behind the same figure in another unit."""
    text = found[0].passage.text
    for one, other in pairwise(found):
        if one.printed.unit == other.printed.unit or not (one.is_stated and other.is_stated):
            continue
        units = _measure(one), _measure(other)
        if units[0] is None or units[1] is None or units[0].dimension != units[1].dimension:
            continue
        is_said = _SAID.fullmatch(text, one.end, other.start) is not None
        if is_said or (_IN_BRACKETS.fullmatch(text, one.end, other.start) and text.startswith(")", other.end)):
            first, second = (_in(unit, each) for unit, each in zip(units, (one, other), strict=True))
            yield Posed(Duplicate((first, second)), _TITLE, _severity(first, second, is_said=is_said))


def _measure(one: Mention) -> Unit | None:
    """The unit of the figure as one that others convert into; None for any other unit."""
    unit = one.printed.unit
    return unit if unit is None or unit.dimension == MONEY else _MEASURES.get(unit.symbol)


def _in(unit: Unit | None, one: Mention) -> Figure:
    return Figure(one.name, replace(one.printed, unit=unit), one.place)


def _severity(one: Figure, other: Figure, *, is_said: bool) -> Severity:
    """Figures in brackets without a word may be so much each; one cut off at the last place is hardly wrong."""
    first, second = one.known, other.known
    value, apart = second.value_in(first.unit), abs(second.value_in(first.unit) - first.value)
    step = max(first.step, abs(second.step / (second.value or 1) * value))
    is_near = first.value and _NEAR[0] < value / first.value < _NEAR[1]
    return Severity.ERROR if apart >= step and (is_said or is_near) else Severity.WARNING
