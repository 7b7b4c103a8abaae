"""Numbers, units and intervals: exact arithmetic on what people write and print."""

from jixiao.quantities.numbers import (
    NumberError,
    exact_text,
    fixed_text,
    parse_number,
    parse_rate,
    percent_text,
    round_half_up,
)
from jixiao.quantities.units import Quantity, Unit, UnitError, parse_quantity, unit_named

__all__ = [
    "NumberError",
    "Quantity",
    "Unit",
    "UnitError",
    "exact_text",
    "fixed_text",
    "parse_number",
    "parse_quantity",
    "parse_rate",
    "percent_text",
    "round_half_up",
    "unit_named",
]
