"""What any cell of a form holds: its words without blanks, and whether they are a number."""

import re
import unicodedata
from functools import lru_cache

KNOWN = 8192
"""How many answers are kept: the cells of a document are asked about again and again."""
_BLANKS = re.compile(r"\s+")
_BRACKETED = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=KNOWN)
def plain(text: str) -> str:
    """A cell's text in half width and without the blanks and line breaks of narrow cells.

    >>> plain("可持续影 响指标"), plain("项目资金\\n（万元）")
    ('可持续影响指标', '项目资金(万元)')
    """
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def unbracketed(text: str) -> str:
    """A heading without what it says in brackets.

    >>> unbracketed("全年执行数(B)")
    '全年执行数'
    """
    return _BRACKETED.sub("", text)


_NUMBER = re.compile(r"[≥≤><=]?\d[\d.,]*[%‰分]?")


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else.

    >>> is_number("95.00%"), is_number("3座"), is_number("预算数")
    (True, False, False)
    """
    return _NUMBER.fullmatch(plain(text)) is not None
