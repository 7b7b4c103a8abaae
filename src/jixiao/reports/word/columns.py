"""How wide the columns of a table are: by their shares, but never so narrow that a number breaks."""

import re
from collections.abc import Sequence
from itertools import accumulate

from jixiao.reports.content.parts import Table

MARGINS = 2 * 70
"""Twips between the text of a cell and its two borders, as the table style sets them."""

_UNBROKEN = re.compile(r"[!-~]+")  # Chinese may break anywhere, a number or a Latin word may not
_LONGEST = 12  # half-width characters; what is longer may break, or it would take the table for itself


def column_widths(shares: Sequence[int], total: int, least: Sequence[int]) -> list[int]:
    """The width of each column: its share of the total, or the least it needs; together exactly `total`.

    Where even the least is too much, it is scaled down.

    >>> column_widths([1, 1, 1], 100, [0, 0, 0]), column_widths([8, 1, 1], 100, [0, 20, 0])
    ([33, 33, 34], [71, 20, 9])
    """
    if sum(least) >= total:
        return _shared(least, total)
    held: set[int] = set()
    while True:
        spare = total - sum(least[at] for at in held)
        free = sum(share for at, share in enumerate(shares) if at not in held)
        short = {at for at, share in enumerate(shares) if at not in held and spare * share < least[at] * free}
        if not short:
            break
        held |= short
    rest = iter(_shared([share for at, share in enumerate(shares) if at not in held], spare))
    return [least[at] if at in held else next(rest) for at in range(len(shares))]


def least_widths(table: Table, half: int) -> list[int]:
    """What each column needs at least, in twips, for its longest number; `half` is a half-width character."""
    widths = []
    for at, column in enumerate(table.columns):
        texts = [column.heading, *(row[at] for row in table.rows)]
        longest = max((len(run) for text in texts for run in _UNBROKEN.findall(text)), default=0)
        widths.append(MARGINS + half * min(longest, _LONGEST) + half // 2)
    return widths


def _shared(shares: Sequence[int], total: int) -> list[int]:
    ends = [total * share // sum(shares) for share in accumulate(shares)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
