"""Finding the indicator table of a document and reading it as a system."""

from collections.abc import Iterator, Sequence

from jixiao.documents import Document, Grid
from jixiao.documents.joining import put_together
from jixiao.findings import numbered
from jixiao.reading.checking import (
    left_over_findings,
    missing_indicator_findings,
    missing_weight_findings,
    repeated_code_findings,
    subtotal_findings,
    weight_findings,
)
from jixiao.reading.columns import Layout, Role, layout_of
from jixiao.reading.imported import ImportedSystem
from jixiao.reading.labels import weight_of
from jixiao.reading.rows import Stated, stated_in
from jixiao.reading.scoretables import listed_in
from jixiao.reading.tree import nodes_of
from jixiao.refusals import Problem, Refusal

Candidate = tuple[Grid, Layout, Stated]


def read_indicators(document: Document) -> ImportedSystem:
    """The indicator system in the document: of several tables the one with rules and the most rows.

    Refusal where no table is one. Whatever is missing or contradictory in the table is a finding, never filled in.
    """
    grid, layout, stated = chosen(document)
    nodes = nodes_of(stated.entries)
    total = weight_of(stated.total)[0]
    others = [other for other in document.grids() if other.number != grid.number]
    findings = [
        *weight_findings(nodes, total, stated.total_place if stated.total else grid.rows[0][0].place),
        *subtotal_findings(stated.subtotals),
        *missing_weight_findings(nodes),
        *repeated_code_findings(nodes),
        *missing_indicator_findings(nodes, listed_in(others)),
        *left_over_findings(stated.left_over),
    ]
    unknown = tuple(column.heading for column in layout.of(Role.OTHER) if column.heading)
    return ImportedSystem(document.name, grid.rows[0][0].place, nodes, total, unknown, numbered(findings))


def chosen(document: Document) -> Candidate:
    """The indicator table of the document: of several the one with rules and the most rows; Refusal without one."""
    candidates: Sequence[Candidate] = [
        (grid, layout, stated)
        for grid in with_rest(document)
        if (layout := layout_of(grid)) is not None and (stated := stated_in(grid, layout)).entries
    ]
    if not candidates:
        expected = "有指标名称、权重和评分规则等列的指标体系表"
        mend = "请核对文件；表头请写明一级指标、二级指标、三级指标、权重、评价要点、评分规则"
        raise Refusal(Problem(document.name, "", "没有这样一张表的文件", expected, mend))
    return max(candidates, key=lambda each: (each[1].has_rules, len(each[0].rows)))


def with_rest(document: Document) -> Iterator[Grid]:
    """The tables, each with those that follow it at once and go on without a heading of their own."""
    waiting: Grid | None = None
    for block in document.blocks:
        if not isinstance(block, Grid):
            if waiting is not None:
                yield waiting
            waiting = None
        elif waiting is None or layout_of(waiting) is None or layout_of(block) is not None:
            if waiting is not None:
                yield waiting
            waiting = block
        else:
            whole = put_together(waiting, block, same_columns=True)
            if whole is None:
                yield waiting
            waiting = whole or block
    if waiting is not None:
        yield waiting
