"""Rules made of rules: parts with shares, units and projects, dates, the lower of two."""

from jixiao.language.composite.family import claims, understood

__all__ = ["claims", "understood"]
