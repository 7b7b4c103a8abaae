"""Tables that compute satisfaction: counts, shares and weighted shares of every answer beside the result."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.documents import Document, Grid
from jixiao.quantities import Convention, NumberError, UnitError, parse_number, parse_printed, unit_named
from jixiao.reading.labels import squeezed
from jixiao.relations import Figure

_RESULT = re.compile("(?:综合|总体|整体|平均)?满意[度率](?:得分)?")
_TOTAL = re.compile("合计|总数|有效份数|有效问卷|份数|人数|总计")
_WEIGHT = re.compile(r"\d{1,3}(?:\.\d+)?%?")
_COUNTS = unit_named("份")


@dataclass(frozen=True, slots=True)
class CompositeTable:
    """How the satisfaction with one thing was computed: the result, and per answer its label, weight and figures.

    `weights` are in percent. `total` is the number of answers, missing if not stated; `shares` and `weighted` may be
    empty.
    """

    number: int
    result: Figure
    total: Figure
    labels: tuple[str, ...]
    weights: tuple[Fraction, ...]
    counts: tuple[Figure, ...]
    shares: tuple[Figure, ...]
    weighted: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """The results of all questions in one table: question and result each, the columns beside them, and the whole."""

    number: int
    results: tuple[tuple[str, Figure], ...]
    labels: tuple[str, ...]
    columns: tuple[tuple[Figure, ...], ...]
    overall: Figure


def composite_tables(document: Document) -> tuple[CompositeTable, ...]:
    """The tables that compute satisfaction under weights that they print, in their order."""
    return tuple(found for grid in document.grids() if (found := _composite(grid)) is not None)


def survey_summaries(document: Document) -> tuple[SurveySummary, ...]:
    """The tables that list the satisfaction with several things."""
    return tuple(found for grid in document.grids() if (found := _summary(grid)) is not None)


def _composite(grid: Grid) -> CompositeTable | None:
    if len(grid.rows) < 3 or grid.width < 4 or not _RESULT.fullmatch(squeezed(grid.rows[0][0].text)):
        return None
    head, below = [[squeezed(text) for text in grid.texts(row)] for row in (0, 1)]
    weighed = head if _count(head) >= 2 else below
    labels = below if weighed is head else head
    columns = [at for at in range(1, grid.width) if _WEIGHT.fullmatch(weighed[at]) and labels[at]]
    total = next((at for at in range(1, grid.width) if _TOTAL.fullmatch(head[at] or below[at])), None)
    if len(columns) < 2 or _repeated(grid, columns):
        return None
    rows = [row for row in range(2, len(grid.rows)) if any(grid.rows[row][at].text for at in columns)]
    rows = [row for row in rows if [squeezed(text) for text in grid.texts(row)] not in (head, below)]
    figures = [tuple(_figure(grid, row, at, labels[at]) for at in columns) for row in rows]
    if not figures or any(figure.is_missing for figure in figures[0]):
        return None
    counts, shares, weighted = (*figures, (), (), ())[:3]
    nothing = Figure("有效份数")
    return CompositeTable(
        grid.number,
        _figure(grid, rows[0], 0, "综合满意度"),
        nothing if total is None else _figure(grid, rows[0], total, "有效份数"),
        tuple(labels[at] for at in columns),
        tuple(parse_number(weighed[at].removesuffix("%")) for at in columns),
        counts,
        shares,
        weighted,
    )


def _count(texts: Sequence[str]) -> int:
    return sum(bool(_WEIGHT.fullmatch(text)) for text in texts)


def _repeated(grid: Grid, columns: Sequence[int]) -> bool:
    """Whether two columns are one merged cell."""
    cells = [grid.rows[1][at] for at in columns]
    return len({(cell.row, cell.column) for cell in cells}) < len(cells)


def _figure(grid: Grid, row: int, at: int, name: str) -> Figure:
    cell = grid.rows[row][at]
    place = replace(cell.place, table=grid.number, text=cell.text)
    text = "".join(cell.text.split())
    try:
        printed = parse_printed(text)
    except (NumberError, UnitError):
        return Figure(name, None, place)
    if printed.unit is None and not printed.decimals:
        printed = replace(printed, unit=_COUNTS, convention=Convention.EXACT, coarser=None)
    return Figure(name, printed, place)


def _summary(grid: Grid) -> SurveySummary | None:
    if len(grid.rows) < 3 or grid.width < 2:
        return None
    head = [squeezed(text) for text in grid.texts(0)]
    at = next((at for at in range(1, grid.width) if _RESULT.fullmatch(head[at])), None)
    if at is None or _RESULT.fullmatch(head[0]):
        return None
    lines = list(_lines(grid, at))
    overall = next((figure for text, _, figure in lines if _RESULT.fullmatch(text)), Figure("综合满意度"))
    rows = [(text, row, figure) for text, row, figure in lines if not _RESULT.fullmatch(text)]
    if len(rows) < 2:
        return None
    behind = [other for other in range(at + 1, grid.width) if head[other]]
    others = behind or [other for other in range(1, at) if head[other]]
    return SurveySummary(
        grid.number,
        tuple((text, figure) for text, _, figure in rows),
        tuple(head[other] for other in others),
        tuple(tuple(_figure(grid, row, other, head[other]) for other in others) for _, row, _ in rows),
        overall,
    )


def _lines(grid: Grid, at: int) -> Iterator[tuple[str, int, Figure]]:
    for row in range(1, len(grid.rows)):
        text, figure = squeezed(grid.rows[row][0].text), _figure(grid, row, at, "满意度")
        if text and not figure.is_missing:
            yield text, row, figure
