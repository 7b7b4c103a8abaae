"""How headings, tables and figures are numbered in an official Chinese document (GB/T 9704-2012, 7.3.3)."""

from jixiao.text.numerals import chinese_number

__all__ = ["chinese_number", "heading_number"]


def heading_number(level: int, number: int) -> str:
    """The number before a heading of a level: 一、 then （一） then 1. then （1）.

    >>> [heading_number(level, 3) for level in (1, 2, 3, 4)]
    ['三、', '（三）', '3.', '（3）']
    """
    counted = chinese_number(number) if level <= 2 else str(number)
    return {1: f"{counted}、", 2: f"（{counted}）", 3: f"{counted}.", 4: f"（{counted}）"}[level]
