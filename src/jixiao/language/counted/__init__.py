"""Rules that count events: faults of several kinds, each at its own price, and merits that add points."""

from jixiao.language.counted.family import claims, understood

__all__ = ["claims", "understood"]
