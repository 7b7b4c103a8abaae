"""Reading one stated value: a cell of a table, or the value of a fact.

A value is in the unit of its column; a unit written after the number must be that unit. What would be read two ways
is refused with both readings, and what is not stated (-, —, nothing) is never zero.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.facts.dictionary import Kind
from jixiao.quantities.numbers import NumberError, exact_text, fixed_text, half_width, parse_rate, quoted
from jixiao.quantities.printed import Convention, Printed, usual_convention
from jixiao.quantities.units import Quantity, Unit, UnitError, parse_quantity, unit_named

WAN = unit_named("万元")
"""The unit in which every amount is looked up."""
PERCENT = unit_named("%")

_BLANK = re.compile(r"[-—–－−]*")
_DECIMALS = re.compile(r"\.(\d+)")
_WHOLE = frozenset({"人", "人次", "个", "项", "份", "次", "件", "户", "家", "台", "辆"})


class ValueRefused(ValueError):
    """A text that cannot stand as a value; the three texts are Chinese and fit a `Problem`."""

    def __init__(self, found: str, expected: str, mend: str) -> None:
        super().__init__(found, expected, mend)
        self.found = found
        self.expected = expected
        self.mend = mend

    def __str__(self) -> str:
        return f"读到{self.found}，应为{self.expected}。{self.mend}"


@dataclass(frozen=True, slots=True)
class Value:
    """A stated value: the number as printed, its unit, and how many decimals are printed (None: a fraction, exact)."""

    number: Fraction
    unit: Unit
    decimals: int | None
    exact: Fraction = field(init=False, repr=False, compare=False)
    """The value as lookups give it: amounts in 万元, rates as fractions of one, all else as printed."""
    text: str = field(init=False, repr=False, compare=False)
    """The same as a derivation prints it: with the printed decimals where the printed unit is the usual one."""

    def __post_init__(self) -> None:
        """Work out once what every scoring of the case asks for.

        >>> read_value("24500", "amount", unit_named("元")).exact, read_value("84.75%", "rate", PERCENT).exact
        (Fraction(49, 20), Fraction(339, 400))
        >>> read_value("1,234.50", "amount", WAN).text, read_value("84.750％", "rate", PERCENT).text
        ('1234.50', '84.750%')
        >>> read_value("24500", "amount", unit_named("元")).text
        '2.45'
        """
        object.__setattr__(self, "exact", self.number * self.unit.factor / usual_unit(self.unit).factor)
        object.__setattr__(self, "text", self._written())

    def _written(self) -> str:
        if self.unit.dimension == PERCENT.dimension:
            return exact_text(self.exact) if self.decimals is None else f"{fixed_text(self.number, self.decimals)}%"
        if self.decimals is None or self.unit != usual_unit(self.unit):
            return exact_text(self.exact)
        return fixed_text(self.number, self.decimals)

    @property
    def printed(self) -> Printed:
        """The value as relations take it: with the interval its decimals stand for; a fraction is exact."""
        if self.decimals is None:
            return Printed(self.number, 0, self.unit, Convention.EXACT, text=exact_text(self.number))
        convention = usual_convention(self.unit, self.decimals)
        text = fixed_text(self.number, self.decimals) + ("%" if self.unit == PERCENT else "")
        return Printed(self.number, self.decimals, self.unit, convention, text=text)


def usual_unit(unit: Unit) -> Unit:
    """The unit in which lookups give values written in `unit`: 万元 for money, one for rates, itself otherwise."""
    if unit.dimension == WAN.dimension:
        return WAN
    return unit_named("倍") if unit.dimension == PERCENT.dimension else unit


def is_blank(text: str) -> bool:
    """Whether the text states nothing: empty, or only dashes.

    >>> is_blank(" — "), is_blank("-"), is_blank("0.00"), is_blank("-1")
    (True, True, False, False)
    """
    return _BLANK.fullmatch(half_width(text)) is not None


def read_value(text: str, kind: Kind, unit: Unit) -> Value:
    """The value the text states in `unit`. Raises ValueRefused; a blank text is for the caller to pass over.

    >>> read_value("434.66", "amount", WAN)
    Value(number=Fraction(21733, 50), unit=Unit(symbol='万元', dimension='金额', factor=Fraction(10000, 1)), decimals=2)
    >>> read_value("24,500元", "amount", WAN)
    Traceback (most recent call last):
    jixiao.facts.values.ValueRefused: 读到“24,500元”，应为以万元为单位的数。如确为 24500元，请写 2.45
    >>> read_value("95", "rate", PERCENT)
    Traceback (most recent call last):
    jixiao.facts.values.ValueRefused: 读到“95”，应为写明“%”的比率（是 95% 还是 9500%？）。请写明百分号
    """
    try:
        value = _rate(text) if kind == "rate" else _quantity(text, unit)
    except NumberError as error:
        mend = "请写明百分号" if kind == "rate" else "请只写数字；没有数据时填“-”"
        raise ValueRefused(error.found, error.expected, mend) from error
    if kind == "count" and value.unit.symbol in _WHOLE and (value.number < 0 or value.number.denominator != 1):
        raise ValueRefused(quoted(text), "不小于 0 的整数", "请核对数量")
    return value


def _rate(text: str) -> Value:
    rate = parse_rate(text)
    return Value(rate * 100, PERCENT, None if "/" in half_width(text) else _printed_decimals(text))


def _quantity(text: str, unit: Unit) -> Value:
    try:
        quantity = parse_quantity(text, unit)
    except UnitError as error:
        raise ValueRefused(quoted(text), f"以{unit}为单位的数", "请只写数字") from error
    if quantity.unit != unit:
        raise ValueRefused(quoted(text), f"以{unit}为单位的数", _conversion(quantity, unit))
    return Value(quantity.value, unit, None if "/" in half_width(text) else _printed_decimals(text))


def _conversion(quantity: Quantity, unit: Unit) -> str:
    if quantity.unit.dimension != unit.dimension:
        return f"请改填以{unit}计的数"
    return f"如确为 {quantity}，请写 {exact_text(quantity.to(unit).value)}"


def _printed_decimals(text: str) -> int:
    decimals = _DECIMALS.search(half_width(text))
    return len(decimals[1]) if decimals else 0
