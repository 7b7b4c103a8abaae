"""Tables that stand upon each other without a gap: where the rows of one end and those of another begin.

A row is known by the edges of its columns, as numbers of the places where any row of the page has one.
"""

from collections.abc import Callable, Iterator, Sequence

Edges = Sequence[frozenset[int]]
"""Row by row, at which of the places a line divides or bounds it."""


def parts_of(edges: Edges, is_ruled: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Where each table begins and ends: between them rows without any vertical line, or a line from end to end."""
    begin = 0
    breaks = {row for row in _breaks(edges) if is_ruled(row)}
    for row, drawn in enumerate([*edges, frozenset()]):
        if not drawn or row in breaks:
            if begin < row:
                yield begin, row
            begin = row if drawn else row + 1


def _breaks(edges: Edges) -> Iterator[int]:
    """The rows with which another table begins, as the edges of the columns row by row tell."""
    ends = [max(each, default=-1) for each in edges]
    begin = 0
    for row in range(1, len(edges)):
        if ends[row] == ends[row - 1]:
            is_break = (row - begin > 1 or row == 1) and _is_other_design(edges, row)
        else:
            is_break = _is_other_width(_of_one_width(edges, ends, row - 1, -1), _of_one_width(edges, ends, row, 1))
        if is_break:
            yield row
            begin = row


def _of_one_width(edges: Edges, ends: Sequence[int], row: int, step: int) -> frozenset[int]:
    """The edges of all rows from this one up or down that end at the same place."""
    end, used = ends[row], frozenset[int]()
    while 0 <= row < len(edges) and ends[row] == end:
        used |= edges[row]
        row += step
    return used


def _is_other_width(above: frozenset[int], below: frozenset[int]) -> bool:
    """Whether narrower rows are a table of their own: they divide where the wider ones do not.

    Rows that lack their last cells divide where the others do.
    """
    narrow, wide = sorted((above, below), key=lambda each: max(each, default=-1))
    return len(narrow) > 1 and len(wide) > 2 and not narrow <= wide


def _is_other_design(edges: Edges, row: int) -> bool:
    """Whether two rows or more share no column with those from here on; the first and the last of a page may be one.

    Of three rows and more one edge may lie below another by chance, if it is not the first one of both.
    """
    inner = [each - {min(each, default=0), max(each, default=0)} for each in edges[max(row - 3, 0) : row + 3]]
    upper, lower = inner[: min(row, 3)], inner[min(row, 3) :]
    above, below = upper[-1], lower[0]
    if not above or not below or {*upper[-2:]} != {above} or {*lower[:2]} != {below} or len(inner) < 3:
        return False
    shared = above & below
    if len(shared) == 1 and upper + lower == [above] * 3 + [below] * 3:
        return min(above) != min(below) and above - shared != frozenset() != below - shared
    return not shared
