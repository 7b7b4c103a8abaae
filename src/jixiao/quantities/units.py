"""Units of measure and quantities: a number never travels without what it counts.

Units convert within one dimension only: 万元 to 元, 天 never to 工作日. A kind of thing that is counted (人, 项,
件 …) is a dimension of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.quantities.numbers import NUMBER_PATTERN, NumberError, exact_text, half_width, parse_number, quoted


class UnitError(ValueError):
    """A unit that is unknown, missing or does not fit; `found` and `expected` are Chinese and fit a `Problem`."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"读到{self.found}，应为{self.expected}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is printed, the dimension it measures, and how many base units of that dimension one of it is.

    >>> unit_named("亿元")
    Unit(symbol='亿元', dimension='金额', factor=Fraction(100000000, 1))
    """

    symbol: str
    dimension: str
    factor: Fraction

    def __str__(self) -> str:
        return self.symbol


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number of units; converting never rounds.

    >>> parse_quantity("434.66万元").to(unit_named("元")).value
    Fraction(4346600, 1)
    """

    value: Fraction
    unit: Unit

    def to(self, unit: Unit) -> "Quantity":
        """The same quantity in another unit of the same dimension; any other unit raises `UnitError`."""
        if unit.dimension != self.unit.dimension:
            raise UnitError(f"“{self}”", f"{unit.dimension}的单位（{unit}），二者不能换算")
        return Quantity(self.value * self.unit.factor / unit.factor, unit)

    def __str__(self) -> str:
        return f"{exact_text(self.value)}{self.unit}"


def _registry() -> Iterator[Unit]:
    scaled: dict[str, dict[str, Fraction | int]] = {
        "金额": {"元": 1, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000},
        "比率": {"倍": 1, "%": Fraction(1, 100), "‰": Fraction(1, 1000)},
        "百分点": {"个百分点": 1},
        "面积": {"平方米": 1, "平方公里": 1_000_000},
        "月数": {"月": 1, "年": 12},
    }
    for dimension, units in scaled.items():
        for symbol, factor in units.items():
            yield Unit(symbol, dimension, Fraction(factor))
    for counted in ("人", "人次", "个", "项", "份", "次", "件", "户", "家", "天", "工作日", "台", "辆", "分"):
        yield Unit(counted, counted, Fraction(1))


_UNITS = {unit.symbol: unit for unit in _registry()}
_OTHER_NAMES = {"人民币元": "元", "日": "天", "㎡": "平方米", "个月": "月", "个工作日": "工作日"}
_QUANTITY = re.compile(rf"({NUMBER_PATTERN}|[-+]?\d+ */ *\d+) *(\D*)", re.ASCII)


def unit_named(text: str) -> Unit:
    """The registered unit of that name; `UnitError` lists what is registered when there is none.

    >>> unit_named("万元").factor, unit_named("％").symbol
    (Fraction(10000, 1), '%')
    """
    name = half_width(text)
    unit = _UNITS.get(_OTHER_NAMES.get(name, name))
    if unit is None:
        raise UnitError(quoted(text), f"已登记的计量单位（{'、'.join(_UNITS)}）")
    return unit


def parse_quantity(text: str, default_unit: Unit | None = None) -> Quantity:
    """A number and the unit written after it; `default_unit` where none is written.

    No number raises `NumberError`; a unit that is unknown, or missing without a default, raises `UnitError`.
    Whether a unit fits its column is for the caller to ask, by `Quantity.to`.

    >>> str(parse_quantity("1,386.5 万元")), str(parse_quantity("12", unit_named("人")))
    ('1386.5万元', '12人')
    """
    parts = _QUANTITY.fullmatch(half_width(text))
    if parts is None:
        raise NumberError(quoted(text), "“434.66万元”“12人”这样带单位的数字")
    number, symbol = parts[1], parts[2]
    if symbol:
        return Quantity(parse_number(number), unit_named(symbol))
    if default_unit is None:
        raise UnitError(quoted(text), "带计量单位的数字，如“434.66万元”")
    return Quantity(parse_number(number), default_unit)
