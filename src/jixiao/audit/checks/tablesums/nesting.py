"""Hierarchies that only the figures show: rows without numbers of which one is the sum of those right below it."""

from collections.abc import Callable, Iterator, Sequence

from jixiao.audit.checks.tablesums.asking import fails, holds
from jixiao.reading.tables.breakdowns import Breakdown, Line
from jixiao.reading.tables.rows import UNMARKED
from jixiao.relations import Figure, Sum

_MOST_GROUPS = 6  # more would let chance settle the hierarchy
_MOST_READINGS = 64
_MOST_ROWS = 60


def nested(figure: Callable[[Line], Figure], breakdown: Breakdown) -> Iterator[Sum]:
    """The total as the sum of the rows that are left when groups stand for the rows that they are the sums of."""
    widest = max(breakdown.readings, key=len)
    items = [line for line in widest if not figure(line).is_missing]
    if len(items) > _MOST_ROWS:
        return
    groups = [(at, end) for at in range(len(items)) if (end := _group_end(figure, items, at))]
    if not groups or len(groups) > _MOST_GROUPS:
        return
    total = figure(breakdown.total)
    for number, kept in enumerate(_kept(items, dict(groups), 0)):
        if number == _MOST_READINGS:
            return
        if 0 < len(kept) < len(items):
            yield Sum.of(total, map(figure, kept))


def may_hide_parts(figure: Callable[[Line], Figure], total: Line, items: Sequence[Line]) -> bool:
    """Whether the total holds without some unnumbered rows that could be parts of the larger row right above them.

    Nothing but the figures says so: the total may as well have left these rows out.
    """
    known = [line for line in items if not figure(line).is_missing]
    if any(line.rank < UNMARKED or line.code for line in known) or len(known) > _MOST_ROWS:
        return False
    for start in range(1, len(known)):
        above = figure(known[start - 1]).known.value
        for end in range(start + 1, len(known) + 1):
            if sum(figure(line).known.value for line in known[start:end]) > above:
                break
            if holds(Sum.of(figure(total), [figure(line) for line in (*known[:start], *known[end:])])):
                return True
    return False


def _group_end(figure: Callable[[Line], Figure], items: Sequence[Line], at: int) -> int:
    """Where the rows end that add up to the row at `at`; 0 where none do."""
    whole = figure(items[at])
    if not whole.known.value:
        return 0
    parts: list[Figure] = []
    for end in range(at + 1, len(items)):
        parts.append(figure(items[end]))
        relation = Sum.of(whole, parts)
        if not fails(relation):
            return end + 1 if holds(relation) else 0
        if relation.residual > 0:
            return 0
    return 0


def _kept(items: Sequence[Line], groups: dict[int, int], at: int) -> Iterator[tuple[Line, ...]]:
    """The rows that stand for themselves, for every choice of groups."""
    if at == len(items):
        yield ()
        return
    if at in groups:
        yield from ((items[at], *rest) for rest in _kept(items, groups, groups[at]))
    yield from ((items[at], *rest) for rest in _kept(items, groups, at + 1))
