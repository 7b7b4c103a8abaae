"""What is too long or too odd to be the sentence of a rule is not read at all, so that reading takes bounded time."""

import re
from itertools import pairwise

LONGEST = 800
"""Characters of a cell that may hold a rule; rules of published reports stay well below 700."""

_LONGEST_SEGMENT = 160
_MOST_SIGNS = 90
_ODD = re.compile(r"\d{16}|[零一二三四五六七八九十百千]{16}|([^\d\s])\1{9}")
_SIGN = re.compile(r"[,;。\n:、()]")
# A rule in brackets is read only as this program writes it.
_NESTED = re.compile(r"按\([^()]*(?:[得扣计打]|不得)[^()]*[分扣][^()]*[,;的]")
_BRACKETS = re.compile(r"[()]")


def unreadable(text: str) -> tuple[int, int, str] | None:
    """The stretch of a normalised text that cannot be part of a rule, and why; None where all may be.

    >>> unreadable("得满分" * 1000)[2]
    '超过800字，不像一条评分规则'
    """
    if len(text) > LONGEST:
        return LONGEST, len(text), f"超过{LONGEST}字，不像一条评分规则"
    odd = _ODD.search(text)
    if odd is not None:
        return odd.start(), odd.end(), f"“{odd.group()[:8]}…”不像评分规则中的文字"
    nested = _NESTED.search(text)
    if nested is not None:
        return nested.start(), nested.end(), "括号中的规则没有读懂"
    signs = [-1, *(match.start() for match in _SIGN.finditer(text)), len(text)]
    for start, end in pairwise(signs):
        if end - start > _LONGEST_SEGMENT:
            return start + 1, end, f"一句话超过{_LONGEST_SEGMENT}字而没有标点，读不懂"
    if len(signs) > _MOST_SIGNS or len(_BRACKETS.findall(text)) > 60:
        return 0, len(text), "标点或括号过多，不像一条评分规则"
    return None
