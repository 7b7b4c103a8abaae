"""Documents as typed tables: the indicator system in the annex of a report or a plan."""

from jixiao.reading.cover import Cover, cover_of
from jixiao.reading.imported import ImportedGroup, ImportedIndicator, ImportedSystem
from jixiao.reading.indicators import read_indicators

__all__ = [
    "Cover",
    "ImportedGroup",
    "ImportedIndicator",
    "ImportedSystem",
    "cover_of",
    "read_indicators",
]
