"""How headings, tables and figures are numbered in an official Chinese document (GB/T 9704-2012, 7.3.3)."""

_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """A number in Chinese, as headings count; one that is not from 1 to 99 in digits.

    >>> [chinese_number(n) for n in (1, 10, 12, 20, 35, 100)]
    ['一', '十', '十二', '二十', '三十五', '100']
    """
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def heading_number(level: int, number: int) -> str:
    """The number before a heading of a level: 一、 then （一） then 1. then （1）.

    >>> [heading_number(level, 3) for level in (1, 2, 3, 4)]
    ['三、', '（三）', '3.', '（3）']
    """
    counted = chinese_number(number) if level <= 2 else str(number)
    return {1: f"{counted}、", 2: f"（{counted}）", 3: f"{counted}.", 4: f"（{counted}）"}[level]
