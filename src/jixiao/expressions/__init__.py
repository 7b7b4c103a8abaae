"""Formulas over Chinese names, read from a whitelist grammar, and numbers that carry their own arithmetic."""

from jixiao.expressions.evaluator import DivisionByZero, EvaluationError, NotOneNumber, evaluate
from jixiao.expressions.lexer import ExpressionError
from jixiao.expressions.parser import parse, parse_condition, parse_formula
from jixiao.expressions.tree import (
    Binary,
    Call,
    Compare,
    Condition,
    Expression,
    Formula,
    Join,
    Name,
    Negate,
    Not,
    Number,
    names,
    normal_name,
    ratio_of,
)
from jixiao.expressions.writer import write
from jixiao.expressions.written import Exact, Written, absolute, larger, mean, rounded, smaller, total

__all__ = [
    "Binary",
    "Call",
    "Compare",
    "Condition",
    "DivisionByZero",
    "EvaluationError",
    "Exact",
    "Expression",
    "ExpressionError",
    "Formula",
    "Join",
    "Name",
    "Negate",
    "Not",
    "NotOneNumber",
    "Number",
    "Written",
    "absolute",
    "evaluate",
    "larger",
    "mean",
    "names",
    "normal_name",
    "parse",
    "parse_condition",
    "parse_formula",
    "ratio_of",
    "rounded",
    "smaller",
    "total",
    "write",
]
