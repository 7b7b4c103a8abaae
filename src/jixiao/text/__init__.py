"""Text as people and machines leave it, made readable without losing where each character stood."""

from jixiao.text.normal import Normal, normal

__all__ = ["Normal", "normal"]
