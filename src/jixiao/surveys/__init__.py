"""Satisfaction surveys: questionnaires, answers, what they come to, and the arithmetic of what others print."""

from jixiao.surveys.composite import Composite
from jixiao.surveys.schemes import SCHEMES, Scheme, schemes_for
from jixiao.surveys.wordings import options_in_order

__all__ = ["SCHEMES", "Composite", "Scheme", "options_in_order", "schemes_for"]
