"""Rules about the points of the criteria: shares, gates, vetoes, counts met."""

from jixiao.language.points.family import claims, surely, understood

__all__ = ["claims", "surely", "understood"]
