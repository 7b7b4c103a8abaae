"""Rules that a person judges: conditions, levels, experts, discretion."""

from jixiao.language.judged.family import claims, opens_bands, surely, understood

__all__ = ["claims", "opens_bands", "surely", "understood"]
