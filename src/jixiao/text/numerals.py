"""Whole numbers in Chinese, as headings and lists count."""

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
