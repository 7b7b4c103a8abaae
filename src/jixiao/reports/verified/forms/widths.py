"""How many columns of the grid each column of the indicators takes, and how wide these are."""

from collections.abc import Iterator, Sequence

from jixiao.forms.vocabulary import Column

SIDE = 7
"""Half-width characters of the first column, which names the parts of the form."""
_WIDTHS = {
    Column.LEVEL1: 10,
    Column.LEVEL2: 11,
    Column.LEVEL3: 20,
    Column.TARGET: 12,
    Column.ACTUAL: 13,
    Column.REASON: 17,
    Column.EXPLANATION: 22,
    Column.STANDARD: 30,
    Column.NATURE: 9,
    Column.MEASURE: 9,
}
_NARROW = 10
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


def widths_of(columns: Sequence[Column], spans: Sequence[int]) -> Iterator[int]:
    """The widths of the grid's columns behind the first, in half-width characters."""
    for column, span in zip(columns, spans, strict=True):
        whole = _WIDTHS.get(column, _NARROW)
        for _ in range(span):
            yield max(_NARROW, -(-whole // span))
