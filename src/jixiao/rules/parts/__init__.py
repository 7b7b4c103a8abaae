"""The parts that scoring rules are composed of."""

from jixiao.rules.parts.part import Part
from jixiao.rules.parts.reading import READERS, read_part

__all__ = ["READERS", "Part", "read_part"]
