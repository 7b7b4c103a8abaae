"""Numbers, units and intervals: exact arithmetic on what people write and print."""

from jixiao.quantities.intervals import EMPTY, EVERYTHING, DivisorMayBeZeroError, Interval
from jixiao.quantities.numbers import (
    NumberError,
    exact_text,
    fixed_text,
    parse_number,
    parse_rate,
    percent_text,
    round_half_up,
)
from jixiao.quantities.printed import (
    Convention,
    DecimalsSource,
    Printed,
    as_typed,
    in_column,
    parse_printed,
    usual_convention,
)
from jixiao.quantities.units import Quantity, Unit, UnitError, parse_quantity, unit_named

__all__ = [
    "EMPTY",
    "EVERYTHING",
    "Convention",
    "DecimalsSource",
    "DivisorMayBeZeroError",
    "Interval",
    "NumberError",
    "Printed",
    "Quantity",
    "Unit",
    "UnitError",
    "as_typed",
    "exact_text",
    "fixed_text",
    "in_column",
    "parse_number",
    "parse_printed",
    "parse_quantity",
    "parse_rate",
    "percent_text",
    "round_half_up",
    "unit_named",
    "usual_convention",
]
