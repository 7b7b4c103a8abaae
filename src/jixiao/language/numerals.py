"""Numbers as people write them in Chinese sentences: 95, 1/3, 四分之一, 百分之九十, 三成, 两, 半."""

import re
from fractions import Fraction
from functools import lru_cache

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
CHINESE = r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?"
NUMBER = rf"(?:{ARABIC}|{CHINESE})"
_ARABIC = re.compile(ARABIC, re.ASCII)
FRACTION = rf"(?:\d+/\d+|{NUMBER}分之{NUMBER}|{CHINESE}成半?|\d成|一半|半数|二分之一)"


@lru_cache(maxsize=1024)
def number_of(text: str) -> Fraction:
    """The value of a number in digits or in Chinese.

    >>> [number_of(each) for each in ("1,200", "12.5", "九十五", "十", "一百零三", "三点五")]
    [Fraction(1200, 1), Fraction(25, 2), Fraction(95, 1), Fraction(10, 1), Fraction(103, 1), Fraction(7, 2)]
    """
    if _ARABIC.fullmatch(text):
        return Fraction(text.replace(",", ""))
    whole, _, decimals = text.partition("点")
    value = Fraction(_whole(whole))
    if decimals:
        value += Fraction(int("".join(str(_DIGITS[digit]) for digit in decimals)), 10 ** len(decimals))
    return value


def fraction_of(text: str) -> Fraction:
    """The value of a part of a whole.

    >>> [str(fraction_of(each)) for each in ("1/3", "四分之一", "百分之九十", "三成", "七成半", "一半")]
    ['1/3', '1/4', '9/10', '3/10', '3/4', '1/2']
    """
    if text in ("一半", "半数"):
        return Fraction(1, 2)
    if "/" in text:
        above, below = text.split("/")
        return Fraction(int(above), int(below))
    if "分之" in text:
        below, above = text.split("分之")
        return number_of(above) / number_of(below)
    tenths, _, half = text.partition("成")
    return number_of(tenths) / 10 + (Fraction(1, 20) if half else 0)


def _whole(text: str) -> int:
    """A whole number in Chinese: with 十百千 by place, without them digit by digit (二〇二三)."""
    if not any(character in _TENS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    value, digit = 0, 0
    for character in text:
        if character in _TENS:
            value += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return value + digit
