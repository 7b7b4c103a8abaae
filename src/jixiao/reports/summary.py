"""The one-page summary of a score sheet: self-contained HTML that opens anywhere and prints on paper."""

from collections.abc import Iterator
from decimal import Decimal

from jinja2 import Environment, PackageLoader, StrictUndefined

from jixiao.evaluation.sheet import STATUS_NAMES, GroupScore, NodeScore, ScoreSheet, Totals, score_rate


def summary_html(sheet: ScoreSheet) -> str:
    """The page; text from the case is escaped, nothing is loaded from anywhere."""
    environment = Environment(
        loader=PackageLoader("jixiao.reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("summary.html").render(
        sheet=sheet,
        rows=list(_rows(sheet.levels, 1)),
        points=_points,
        rate=score_rate,
        total=_total,
        status=STATUS_NAMES,
    )


def _rows(nodes: tuple[NodeScore, ...], depth: int) -> Iterator[tuple[int, NodeScore]]:
    """All nodes with the row style they get: 3 for every third-level indicator, whatever its depth."""
    for node in nodes:
        if isinstance(node, GroupScore):
            yield min(depth, 2), node
            yield from _rows(node.children, depth + 1)
        else:
            yield 3, node


def _points(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:.2f}"


def _total(totals: Totals) -> str:
    return f"{totals.low:.2f}～{totals.high:.2f}" if totals.total is None else f"{totals.total:.2f}"
