"""Columns made for what is written in them: how wide they are, how their cells stand, which cells are one."""

from collections.abc import Iterator, Sequence

from jixiao.reports.content.parts import Align, Column, Table
from jixiao.text.widths import width_of

NIL = "-"
"""What a cell shows where nothing is stated."""
_NARROWEST, _WIDEST = 6, 90
_ONE_LINE = 28
"""A text of this many half-width characters has a line to itself; of a longer one a quarter of the rest counts."""


def text_width(text: str) -> int:
    """How many half-width characters the longest line of a text takes.

    >>> text_width("预算执行率"), text_width("甲\\n乙丙")
    (10, 4)
    """
    return max(map(width_of, text.splitlines()), default=0)


def number_column(heading: str, cells: Sequence[str]) -> Column:
    """A column of numbers, right-aligned: as wide as the longest of them; its heading may take up to three lines."""
    heading_share = -(-text_width(heading) // 3)
    return Column(heading, max(_NARROWEST, heading_share, *(text_width(cell) + 1 for cell in cells), 0), "right")


def text_column(heading: str, cells: Sequence[str], *, align: Align | None = None) -> Column:
    """A column of texts; unless `align` says otherwise, long ones stand left and short ones in the middle.

    >>> text_column("指标值", ["≥90%", "合规"]), text_column("完成情况", ["制度已经健全，三项创新服务方式均已推出"])
    (Column(heading='指标值', width=7, align='center'), Column(heading='完成情况', width=31, align='left'))
    """
    longest = max(map(text_width, cells), default=0) + 2
    width = longest if longest <= _ONE_LINE else _ONE_LINE + (longest - _ONE_LINE) // 4
    width = min(max(_NARROWEST, text_width(heading) // 2, width), _WIDEST)
    return Column(heading, width, align or ("left" if longest > _ONE_LINE // 2 else "center"))


def text_table(title: str, columns: Sequence[tuple[str, Sequence[str]]]) -> Table:
    """A table of texts, given by its columns, each a heading with its cells."""
    return Table(
        title=title,
        columns=tuple(text_column(heading, cells) for heading, cells in columns),
        rows=tuple(zip(*(cells for _, cells in columns), strict=True)),
    )


def runs(cells: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Where equal cells follow each other: the first of them and how many, at least two.

    >>> list(runs(["甲", "甲", "乙", "丙", "丙", "丙"]))
    [(0, 2), (3, 3)]
    """
    start = 0
    for end in range(1, len(cells) + 1):
        if end == len(cells) or cells[end] != cells[start]:
            if end - start > 1:
                yield start, end - start
            start = end
