"""Satisfaction surveys: the schemes by which answers become a percentage, and the arithmetic of what is printed."""

from jixiao.surveys.composite import Composite
from jixiao.surveys.schemes import SCHEMES, Scheme, options_in_order, schemes_for

__all__ = ["SCHEMES", "Composite", "Scheme", "options_in_order", "schemes_for"]
