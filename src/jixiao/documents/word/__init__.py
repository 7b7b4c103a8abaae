"""Word files as documents."""

from jixiao.documents.word.reading import read_word

__all__ = ["read_word"]
