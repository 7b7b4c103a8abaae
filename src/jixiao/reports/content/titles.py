"""A long title in lines of about equal length, broken between words (GB/T 9704-2012, 7.3.1: 词意完整，排列对称)."""

import re
from collections.abc import Iterable
from itertools import combinations

from jixiao.text.widths import width_of

_LONGEST = 20
"""Characters of 22 points in a line of 156 mm."""
_MOST_LINES = 3
"""A title of more lines is broken where it happens to: there would be too many ways to choose from."""
_WORDS_END = re.compile(
    "委员会|人民政府|办公室|办公厅|街道办事处|中心|局(?=[0-9]|部门|关于)|厅(?=[0-9]|部门|关于)|"
    "年度|(?<=[0-9])年(?!度)|支出|项目(?!支出)|关于"
)


def balanced(title: str) -> str:
    """The title with line breaks, where it takes two or three lines; a title that has breaks of its own keeps them.

    >>> balanced("2022年度延津县政务服务和大数据管理局部门整体绩效评价报告").split("\\n")
    ['2022年度延津县政务服务和大数据管理局', '部门整体绩效评价报告']
    """
    lines = -(-_length(title) // _LONGEST)
    if not 2 <= lines <= _MOST_LINES or "\n" in title:
        return title
    ends = [match.end() for match in _WORDS_END.finditer(title) if match.end() < len(title)]
    for count in (lines, lines + 1):
        broken = [_cut(title, places) for places in combinations(ends, count - 1)]
        fitting = [each for each in broken if max(map(_length, each)) <= _LONGEST]
        if fitting:
            return "\n".join(min(fitting, key=_unevenness))
    return title


def _cut(title: str, places: tuple[int, ...]) -> list[str]:
    starts = (0, *places)
    return [title[start:end] for start, end in zip(starts, (*places, len(title)), strict=True)]


def _unevenness(lines: Iterable[str]) -> int:
    """How far apart the lengths of the lines are."""
    lengths = list(map(_length, lines))
    return max(lengths) - min(lengths)


def _length(text: str) -> int:
    """In whole characters, half-width ones counted by halves and rounded up."""
    return -(-width_of(text) // 2)
