"""Documents as typed tables: the indicator system in the annex of a report or a plan."""

from jixiao.reading.imported import ImportedGroup, ImportedIndicator, ImportedRule, ImportedSystem
from jixiao.reading.indicators import read_indicators

__all__ = ["ImportedGroup", "ImportedIndicator", "ImportedRule", "ImportedSystem", "read_indicators"]
