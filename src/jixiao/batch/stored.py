"""From a printed number to the integers of the store, and back to what a reader sees."""

from fractions import Fraction

from jixiao.batch.columns import COARSE, MILLIONTHS, STEP, TEXT, Column
from jixiao.quantities import Convention, Printed, exact_text, fixed_text, unit_named

Cells = dict[str, int | str | None]
_YUAN, _WAN = unit_named("元"), 10**4
_MANY = 12  # decimals that are shown at most


def number_cells(column: Column, printed: Printed | None, usual_unit: str = "") -> Cells:
    """The columns of a printed number; its text alone where millionths do not hold it exactly.

    Amounts become yuan, rates per cent; an amount without a unit is in `usual_unit`. A number that was cut off, or
    that only bounds something (超过 300 万元), has no last place around which it lies, so it is kept as text.

    >>> from jixiao.batch.schema import FORMS
    >>> from jixiao.quantities import parse_printed
    >>> number_cells(FORMS.column("执行数"), parse_printed("85.50万元"))
    {'executed': 855000000000, 'executed_step': 100000000, 'executed_coarse': 100000000, 'executed_text': None}
    >>> number_cells(FORMS.column("执行数"), parse_printed("500万元"))["executed_coarse"]
    1000000000000
    >>> number_cells(FORMS.column("执行数"), parse_printed("约300余万元"))["executed_text"]
    '约300余万元'
    """
    numbers = {} if printed is None else _in_unit(column, printed, usual_unit)
    if not all(_fits(number, column) for number in numbers.values()):
        numbers = {}
    text = None if numbers or printed is None else str(printed)
    cells: Cells = {column.name: _counted(numbers.get("")), **{f"{column.name}_{part}": None for part in column.parts}}
    steps: Cells = {f"{column.name}_{part}": _counted(step) for part, step in numbers.items() if part in column.parts}
    return cells | steps | {f"{column.name}_{TEXT}": text}


def _fits(number: Fraction, column: Column) -> bool:
    return (number * MILLIONTHS).denominator == 1 and abs(number) <= column.largest


def _counted(number: Fraction | None) -> int | None:
    return None if number is None else int(number * MILLIONTHS)


def _in_unit(column: Column, printed: Printed, usual_unit: str) -> dict[str, Fraction]:
    """Value ("") and steps in the column's unit; nothing where the number is no such amount, rate or score."""
    rounded = printed.convention in (Convention.NEAREST, Convention.EXACT)
    factor = _factor(column, printed, usual_unit)
    if not rounded or printed.has_excess_digits or factor is None:
        return {}
    if column.unit == "分":
        return {"": printed.value, STEP: printed.step}
    steps = {STEP: _step(printed), COARSE: max(_step(printed), _step(printed.coarse()))}
    return {"": printed.value * factor} | {part: step * factor for part, step in steps.items()}


def _factor(column: Column, printed: Printed, usual_unit: str) -> Fraction | None:
    """The column's units in one of the number's; None where it is of another kind."""
    if column.unit == "分":
        return Fraction(1)
    if column.unit == "元":
        unit = printed.unit or (unit_named(usual_unit) if usual_unit else None)
        return unit.factor / _YUAN.factor if unit and unit.dimension == _YUAN.dimension else None
    if printed.unit is None:
        return Fraction(100)
    return printed.unit.factor * 100 if printed.unit.dimension == "比率" else None


def _step(printed: Printed) -> Fraction:
    return Fraction(0) if printed.convention is Convention.EXACT else printed.step


def millionths(value: Fraction, column: Column) -> int:
    """A value of a setting in millionths; one that does not fit is a mistake in the profile and raises `ValueError`."""
    counted = value * MILLIONTHS
    if counted.denominator != 1 or abs(value) > column.largest:
        raise ValueError(f"{column.title} cannot be {exact_text(value)}")
    return int(counted)


def value_cell(column: Column, value: Fraction | None) -> int | None:
    """A number without rounding in millionths; None where it does not fit."""
    return _counted(value) if value is not None and _fits(value, column) else None


def shown(value: Fraction, unit: str, step: Fraction = Fraction(0)) -> str:
    """A number of the store as a reader writes it: amounts in 万元, with the decimals that were printed.

    >>> shown(Fraction(855000), "元", Fraction(100)), shown(Fraction(95), "%", Fraction(1, 100))
    ('85.50万元', '95.00%')
    >>> shown(Fraction(855000), "元"), shown(Fraction("9.5"), "分")
    ('85.5万元', '9.5分')
    """
    unit, value, step = ("万元", value / _WAN, step / _WAN) if unit == "元" else (unit, value, step)
    decimals = next((n for n in range(_MANY) if Fraction(10) ** n * step >= 1), 0) if step else 0
    text = fixed_text(value, decimals) if step and decimals else exact_text(value)
    return f"{text}{unit if unit != '表中单位' else ''}"
