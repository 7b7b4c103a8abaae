"""The parts that scoring rules are composed of."""

from jixiao.rules.parts.part import Part
from jixiao.rules.parts.reading import read_part

__all__ = ["Part", "read_part"]
