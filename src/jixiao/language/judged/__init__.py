"""Rules that a person judges: conditions, levels, experts, discretion."""

from jixiao.language.judged.family import claims, surely, understood

__all__ = ["claims", "surely", "understood"]
