"""Indicator systems: the tree of indicators, its weights, its rules."""

from jixiao.indicators.grades import Line, grade_under_caps, lines_of, neighbours
from jixiao.indicators.reading import IndicatorNode, path_of, read_system, refuse_typed_scores
from jixiao.indicators.system import (
    Group,
    Indicator,
    IndicatorSystem,
    Input,
    PerUnit,
    expressions_in,
    expressions_of,
    indicators_of,
)

__all__ = [
    "Group",
    "Indicator",
    "IndicatorNode",
    "IndicatorSystem",
    "Input",
    "Line",
    "PerUnit",
    "expressions_in",
    "expressions_of",
    "grade_under_caps",
    "indicators_of",
    "lines_of",
    "neighbours",
    "path_of",
    "read_system",
    "refuse_typed_scores",
]
