"""What evidence a rule wants: the keys, what they mean, and an example that it gives a score for."""

from jixiao.language.wanted.evidence import Item, Wanted
from jixiao.language.wanted.rules import wanted_by

__all__ = ["Item", "Wanted", "wanted_by"]
