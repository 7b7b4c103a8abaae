"""Printed numbers: a value together with how it was rounded, hence the interval it stands for.

A report that prints 621.34 万元 says only that the amount lies between 621.335 and 621.345. How many decimals a
number was rounded to is itself a reading, and its source is kept, because it is part of every explanation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from jixiao.quantities.intervals import Interval
from jixiao.quantities.numbers import NUMBER_PATTERN, NumberError, exact_text, half_width, parse_number, quoted
from jixiao.quantities.units import Quantity, Unit, unit_named


class Convention(StrEnum):
    """How a number came to have its last digit."""

    NEAREST = "nearest"
    TRUNCATION = "truncation"
    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"

    @property
    def chinese(self) -> str:
        """The convention as an explanation names it."""
        return _CONVENTION_NAMES[self]


_CONVENTION_NAMES = {
    Convention.NEAREST: "四舍五入",
    Convention.TRUNCATION: "去尾",
    Convention.EXACT: "精确值",
    Convention.AT_LEAST: "只说明下限",
    Convention.AT_MOST: "只说明上限",
}


class DecimalsSource(StrEnum):
    """Where the number of decimals is known from, in the words of an explanation."""

    STATED = "表内注明"
    COLUMN = "同列数字"
    NUMBER = "数字本身"
    WORDING = "文字表述"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed: `value` rounded to `decimals` places of `unit` under `convention`.

    `decimals` may be negative (-3: rounded to thousands). `coarser` is a second reading with fewer decimals, where
    two sources disagree: only what is wrong under both readings is certainly wrong. `text` is what was printed.

    >>> amount = Printed(Fraction("1.23"), 2, unit_named("亿元"))
    >>> print(amount.interval(), amount.interval(unit_named("万元")))
    [1.225, 1.235] [12250, 12350]
    """

    value: Fraction
    decimals: int
    unit: Unit | None = None
    convention: Convention = Convention.NEAREST
    source: DecimalsSource = DecimalsSource.NUMBER
    coarser: int | None = None
    text: str = ""

    @property
    def step(self) -> Fraction:
        """One in the last place, in the number's own unit."""
        return _power_of_ten(-self.decimals)

    @property
    def has_excess_digits(self) -> bool:
        """Whether it shows more digits than it was said to be rounded to, so that no interval can be trusted."""
        rounded = self.convention in (Convention.NEAREST, Convention.TRUNCATION)
        return rounded and self.source is not DecimalsSource.WORDING and (self.value / self.step).denominator != 1

    def interval(self, unit: Unit | None = None) -> Interval:
        """The numbers it may stand for, in its own unit or in `unit`; the ends are converted, never the text.

        A unit of another dimension raises `UnitError`.
        """
        own = self._interval()
        if unit is None or self.unit is None or unit == self.unit:
            return own
        return own.scale(Quantity(Fraction(1), self.unit).to(unit).value)

    def value_in(self, unit: Unit | None) -> Fraction:
        """The printed value in `unit`; a unit of another dimension raises `UnitError`."""
        if unit is None or self.unit is None or unit == self.unit:
            return self.value
        return Quantity(self.value, self.unit).to(unit).value

    def coarse(self) -> "Printed":
        """The reading with fewer decimals, where there are two: as a rounded number, if the other made it exact."""
        return self if self.coarser is None else replace(self.rounded(), decimals=self.coarser, coarser=None)

    def rounded(self) -> "Printed":
        """The same number as the display of a rounded one, where it was taken to be exact."""
        return replace(self, convention=Convention.NEAREST) if self.convention is Convention.EXACT else self

    def truncated(self) -> "Printed":
        """The same number as one whose further digits were cut off, where it was taken to be rounded to nearest."""
        return replace(self, convention=Convention.TRUNCATION) if self.convention is Convention.NEAREST else self

    def exact(self) -> "Printed":
        """The same number, taken to be exact (a weight, a full mark, a count, a threshold)."""
        return replace(self, convention=Convention.EXACT, coarser=None)

    def __str__(self) -> str:
        return self.text or f"{exact_text(self.value)}{self.unit or ''}"

    def _interval(self) -> Interval:
        match self.convention:
            case Convention.EXACT:
                return Interval.point(self.value)
            case Convention.NEAREST:
                return Interval(self.value - self.step / 2, self.value + self.step / 2)
            case Convention.AT_LEAST:
                return Interval(self.value, None)
            case Convention.AT_MOST:
                return Interval(None, self.value)
            case Convention.TRUNCATION if self.value > 0:
                return Interval(self.value, self.value + self.step, high_closed=False)
            case Convention.TRUNCATION if self.value < 0:
                return Interval(self.value - self.step, self.value, low_closed=False)
            case Convention.TRUNCATION:
                return Interval(-self.step, self.step, low_closed=False, high_closed=False)


@lru_cache(maxsize=100)
def _power_of_ten(exponent: int) -> Fraction:
    return Fraction(10) ** exponent


_PRINTED = re.compile(
    rf"(?P<before>约为?|大约|近|超过|超|逾|不足|不到)? *(?P<number>{NUMBER_PATTERN}) *(?P<odd>余|多)? *(?P<unit>\D*?)"
    r"(?P<after>左右|以上|以下|以内)?",
    re.ASCII,
)
_ABOUT = {"约", "约为", "大约", "近", "左右"}
_MORE = {"超过", "超", "逾", "余", "多", "以上"}
_LESS = {"不足", "不到", "以下", "以内"}
_AMOUNT = "金额"
_FEN = Fraction(1, 100)
_COUNTED_IN_WHOLES = frozenset({"人", "人次", "个", "项", "份", "次", "件", "户", "家", "台", "辆", "分"})


def usual_convention(unit: Unit | None, decimals: int) -> Convention:
    """What a printed number is taken for unless the text says otherwise.

    Counts and points are exact, and so are amounts printed to the fen; everything else was rounded.

    >>> usual_convention(unit_named("元"), 2), usual_convention(unit_named("万元"), 2)
    (<Convention.EXACT: 'exact'>, <Convention.NEAREST: 'nearest'>)
    """
    if unit is None:
        return Convention.NEAREST
    to_the_fen = unit.dimension == _AMOUNT and unit.factor * Fraction(10) ** -decimals <= _FEN
    return Convention.EXACT if to_the_fen or unit.dimension in _COUNTED_IN_WHOLES else Convention.NEAREST


@lru_cache(maxsize=10_000)
def parse_printed(text: str, default_unit: Unit | None = None) -> Printed:
    """Read a printed number with its unit and the words around it that say how exact it is.

    约, 近 and 左右 make it one digit coarser; 余, 超过, 以上, 不足, 以内 give a bound only. The zeros at the end of a
    whole amount (1200 万元) may or may not be rounded: `coarser` keeps the second reading. Without a number in it
    the text raises `NumberError`, with an unknown unit `UnitError`.

    >>> print(parse_printed("1,386.5万元").interval(), parse_printed("约1386万元").interval())
    [1386.45, 1386.55] [1381, 1391]
    >>> print(parse_printed("300余万元").interval())
    [300, ∞)
    """
    parts = _PRINTED.fullmatch(half_width(text))
    if parts is None:
        raise NumberError(quoted(text), "“1,386.5万元”“89.11%”这样印出的数字")
    number, unit = parts["number"], unit_named(parts["unit"]) if parts["unit"] else default_unit
    decimals = len(number.partition(".")[2])
    words = {parts["before"], parts["odd"], parts["after"]} - {None}
    printed = Printed(parse_number(number), decimals, unit, usual_convention(unit, decimals), text=text.strip())
    if words & _MORE:
        return replace(printed, convention=Convention.AT_LEAST, source=DecimalsSource.WORDING)
    if words & _LESS:
        return replace(printed, convention=Convention.AT_MOST, source=DecimalsSource.WORDING)
    if words & _ABOUT:
        return _about(printed)
    return replace(printed, coarser=_without_last_zeros(printed))


def as_typed(printed: Printed, typed: int | None) -> Printed:
    """The number of a cell that shows more decimals than were typed: those typed are the coarser reading.

    Whoever types 94.6% into a cell that shows two decimals rounded to one. Whole amounts, points and counts are as
    exact as they are shown.

    >>> as_typed(parse_printed("94.60%"), 1).coarser, as_typed(parse_printed("500.00万元"), 0).coarser
    (1, None)
    """
    unit = printed.unit
    rounded = printed.source is DecimalsSource.NUMBER and printed.convention is Convention.NEAREST
    if typed is None or unit is None or not rounded or (unit.dimension == _AMOUNT and not typed):
        return printed
    return replace(printed, coarser=typed)


def in_column(column: Sequence[Printed]) -> tuple[Printed, ...]:
    """The numbers of one column, each rounded one read with the most decimals that the column prints for its unit.

    Spreadsheets drop zeros at the end: 12.5 beside 3.25 is usually 12.50. Its own single decimal stays as the coarser
    reading. Numbers with words around them (约, 余) are left alone.

    >>> [(n.decimals, n.coarser) for n in in_column([parse_printed("12.5"), parse_printed("3.25")])]
    [(2, 1), (2, None)]
    """
    most: dict[Unit | None, int] = {}
    for printed in column:
        if printed.source is DecimalsSource.NUMBER:
            most[printed.unit] = max(printed.decimals, most.get(printed.unit, printed.decimals))
    return tuple(_with_decimals(printed, most.get(printed.unit, printed.decimals)) for printed in column)


def _with_decimals(printed: Printed, decimals: int) -> Printed:
    rounded = printed.source is DecimalsSource.NUMBER and printed.convention is Convention.NEAREST
    if not rounded or printed.decimals == decimals:
        return printed
    return replace(
        printed,
        decimals=decimals,
        convention=usual_convention(printed.unit, decimals),
        source=DecimalsSource.COLUMN,
        coarser=printed.decimals if printed.coarser is None else printed.coarser,
    )


def _about(printed: Printed) -> Printed:
    zeros = _without_last_zeros(printed)
    about = replace(
        printed, decimals=printed.decimals - 1, convention=Convention.NEAREST, source=DecimalsSource.WORDING
    )
    return replace(about, coarser=zeros if zeros is not None and zeros < about.decimals else None)


def _without_last_zeros(printed: Printed) -> int | None:
    """The decimals of a whole amount when the zeros at its end are taken to be rounded; `None` if there are none."""
    is_amount = printed.unit is not None and printed.unit.dimension == _AMOUNT
    if not is_amount or printed.decimals or not printed.value or printed.convention is Convention.EXACT:
        return None
    digits = str(printed.value.numerator)
    return len(digits.rstrip("0")) - len(digits) or None
