"""How many columns of the grid each column of the indicators takes, and how wide these are."""

from collections.abc import Iterator, Sequence

from jixiao.forms.vocabulary import Column
from jixiao.text.widths import width_of

SIDE = 10
"""Half-width characters of the first column, which names the parts of the form in lines of four characters."""
_WIDTHS = {
    Column.LEVEL1: 10,
    Column.LEVEL2: 10,
    Column.LEVEL3: 17,
    Column.TARGET: 12,
    Column.ACTUAL: 12,
    Column.REASON: 15,
    Column.EXPLANATION: 20,
    Column.STANDARD: 28,
}
_NARROW, _LEAST_SPANNED = 8, 10
_LEAST_OF_FOUR = 10
"""A heading of four characters or less stays on one line."""
_MOST_OF_HEADING = 11
"""A heading of the money block that is wider than this, half-width characters, goes over two lines."""
_GROWS = (Column.LEVEL3, Column.ACTUAL, Column.TARGET, Column.REASON)
_GROWS_ELSE = (Column.EXPLANATION, Column.STANDARD)


def spans_of(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    """How many columns of the grid each column of the indicators takes, so that they fill its width.

    >>> spans_of((Column.LEVEL1, Column.LEVEL3, Column.SCORE), 5)
    (1, 3, 1)
    """
    spans = [1] * len(columns)
    growing = [at for each in (*_GROWS, *_GROWS_ELSE) for at, column in enumerate(columns) if column is each] or [0]
    for extra in range(width - len(columns)):
        spans[growing[extra % len(growing)]] += 1
    return tuple(spans)


def widths_of(
    columns: Sequence[Column], spans: Sequence[int], headings: Sequence[str], money: Sequence[str]
) -> tuple[int, ...]:
    """The widths of the grid's columns in half-width characters, the side first.

    `headings` are those of the columns, `money` those of the money block over the last columns of the grid.
    """
    behind = tuple(_behind_side(columns, spans, headings))
    least = [0] * (len(behind) - len(money)) + [min(width_of(each) + 1, _MOST_OF_HEADING) for each in money]
    return (SIDE, *map(max, behind, least))


def _behind_side(columns: Sequence[Column], spans: Sequence[int], headings: Sequence[str]) -> Iterator[int]:
    for column, span, heading in zip(columns, spans, headings, strict=True):
        whole = max(_WIDTHS.get(column, _NARROW), min(width_of(heading) + 2, _LEAST_OF_FOUR))
        for _ in range(span):
            yield whole if span == 1 else max(_LEAST_SPANNED, -(-whole // span))
