"""Indicator tables as what they print of weights: the systems of plans, and those set out in reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.documents import Document
from jixiao.findings import Finding
from jixiao.reading.annex import stated_source
from jixiao.reading.checking import subtotal_findings
from jixiao.reading.columns import weights_layout_of
from jixiao.reading.indicators import with_rest
from jixiao.reading.rows import stated_in
from jixiao.reading.scorebook import ScoreSource

_FEWEST = 3  # indicators with a weight that make a table of weights


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The weights of one table, with the number of its grid and the subtotals that are no sums of its indicators."""

    table: int
    source: ScoreSource
    wrong_subtotals: tuple[Finding, ...]


def weight_tables(document: Document) -> Iterator[WeightTable]:
    """Every table whose columns hold indicators and weights, whatever else they hold."""
    for grid in with_rest(document):
        layout = weights_layout_of(grid)
        if layout is None:
            continue
        stated = stated_in(grid, layout)
        source = stated_source("指标体系", grid.number, stated)
        if sum(not line.weight.is_missing for line in source.lines) >= _FEWEST:
            yield WeightTable(grid.number, source, tuple(subtotal_findings(stated.subtotals)))
