"""Rules about the points of the criteria: shares, gates, vetoes, counts met."""

from jixiao.language.points.family import add_up, claims, surely, understood

__all__ = ["add_up", "claims", "surely", "understood"]
