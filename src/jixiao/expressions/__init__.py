"""Formulas over Chinese names, read from a whitelist grammar, and numbers that carry their own arithmetic."""

from jixiao.expressions.written import Exact, Written, absolute, larger, mean, rounded, smaller, total

__all__ = ["Exact", "Written", "absolute", "larger", "mean", "rounded", "smaller", "total"]
