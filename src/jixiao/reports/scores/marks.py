"""Sheet 得分表: every indicator with its numbers; sums of groups, rates and totals as formulas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.sheet import STATUS_NAMES, GroupScore, IndicatorScore, NodeScore, Totals, score_rate, total_rate
from jixiao.reports.numbering import chinese_number
from jixiao.reports.scores.figures import cell, cells, figure_of
from jixiao.reports.scores.paper import GROUP, LEVEL, LINK, LOST, POINTS, RATE, Book, Look, Paper
from jixiao.reports.scores.places import SCORES, Places
from jixiao.reports.scores.totalling import total_formula
from jixiao.reports.wording import bounds_text, has_lost, total_text

_NUMBER = Look("right", code=POINTS)
_SUM = replace(_NUMBER, bold=True)


def draw_marks(book: Book, case: Case, sheet: ScoreSheet, places: Places, ways: Callable[[str], str]) -> None:
    """Draw the sheet; `ways` says where the steps of an indicator stand."""
    purpose = f"{sheet.department} · {sheet.year} 年度 · 单位：分 · 合计和得分率是公式，改动得分后会重新计算"
    widths = (*[15] * places.depth, 9, 28, 9, 13, 10, 13, 12)
    paper = book.sheet(SCORES, sheet.title, purpose, widths)
    levels = (f"{chinese_number(level)}级指标" for level in range(1, places.depth + 1))
    paper.headings(*levels, "编码", "指标", "权重", "得分", "得分率", "按规则得分", "情况")
    table = _Table(paper, places, ways)
    for level in sheet.levels:
        table.node(level, 0)
    table.whole(case, sheet)


@dataclass(frozen=True, slots=True)
class _Table:
    paper: Paper
    places: Places
    ways: Callable[[str], str]

    def node(self, node: NodeScore, depth: int) -> None:
        if isinstance(node, IndicatorScore):
            self._leaf(node, depth)
        else:
            for child in node.children:
                self.node(child, depth + 1)
            self._group(node, depth)

    def _leaf(self, leaf: IndicatorScore, depth: int) -> None:
        places, row = self.places, self.places.rows[leaf.code]
        for column in range(depth, places.depth):
            self.paper.text(row, column, "")
        score = replace(_NUMBER, colour=LOST, bold=True) if has_lost(leaf) else _NUMBER
        self.paper.link(row, places.code, self.ways(leaf.code), leaf.code, LINK)
        self.paper.text(row, places.name, leaf.name)
        self.paper.number(row, places.weight, leaf.weight, _NUMBER)
        self.paper.number(row, places.score, leaf.score, score)
        self._rate(row, score_rate(leaf), places.weights_of(leaf), score)
        self.paper.number(row, places.by_rule, leaf.by_rule, _NUMBER)
        status = "" if leaf.status == "scored" else STATUS_NAMES[leaf.status]
        self.paper.text(row, places.status, status, Look("center", colour=LOST))

    def _group(self, group: GroupScore, depth: int) -> None:
        places, row = self.places, self.places.rows[group.code]
        look = replace(_SUM, fill=GROUP if depth else LEVEL)
        label = f"{group.name} {'小计' if depth else '合计'}"
        name = Look("center", bold=not depth)
        self.paper.merged((places.tops[group.code], row), (depth, depth), f"{group.code} {group.name}", name)
        self.paper.merged((row, row), (depth + 1, places.name), label, replace(look, align="center", code="@"))
        rows = [places.rows[child.code] for child in group.children]
        self._sum(row, places.weight, rows, group.weight, look)
        self._sum(row, places.score, rows, group.score, look, bounds_text(group, lambda leaf: leaf.score))
        self._rate(row, score_rate(group), places.weights_of(group), look)
        self._sum(row, places.by_rule, rows, group.by_rule, look, bounds_text(group, lambda leaf: leaf.by_rule))
        status = "" if group.score is not None else STATUS_NAMES[group.status]
        self.paper.text(row, places.status, status, replace(look, align="center", colour=LOST))

    def whole(self, case: Case, sheet: ScoreSheet) -> None:
        """The sum of the first level, and the total where it is more than that."""
        places, look = self.places, replace(_SUM, fill=LEVEL)
        rows = [places.rows[level.code] for level in sheet.levels]
        if places.adjusted:
            self._ends(places.sum_row, "各级指标得分合计", look)
            self._sum(places.sum_row, places.weight, rows, sheet.weight, look)
            involved = [level for level in sheet.levels if level.status != "not_applicable"]
            self._sum(places.sum_row, places.score, rows, _added([each.score for each in involved]), look, "—")
            self._sum(places.sum_row, places.by_rule, rows, _added([each.by_rule for each in involved]), look, "—")
            self.paper.text(places.sum_row, places.rate, "", look)
        self._ends(places.total_row, "总分", look)
        self._sum(places.total_row, places.weight, rows, sheet.weight, look)
        for column, totals in ((places.score, sheet.in_force), (places.by_rule, sheet.by_rule)):
            self._total(column, totals, total_formula(case, sheet, places, column), look)
        self._rate(places.total_row, total_rate(sheet), cell(places.weight, places.total_row), look)

    def _ends(self, row: int, label: str, look: Look) -> None:
        centred = replace(look, align="center", code="@")
        self.paper.merged((row, row), (0, self.places.name), label, centred)
        self.paper.text(row, self.places.status, "", centred)

    def _total(self, column: int, totals: Totals, formula: str, look: Look) -> None:
        row = self.places.total_row
        if totals.total is None:
            self.paper.text(row, column, total_text(totals), replace(look, code="@"))
        else:
            self.paper.formula(row, column, formula, totals.total, look)

    def _sum(
        self, row: int, column: int, rows: Sequence[int], value: Decimal | None, look: Look, instead: str = ""
    ) -> None:
        """A sum as a formula; where it is open the text `instead`."""
        if value is None:
            self.paper.text(row, column, instead, replace(look, code="@"))
        else:
            self.paper.formula(row, column, f"=SUM({cells(column, rows)})", value, look)

    def _rate(self, row: int, rate: str | None, weights: str, look: Look) -> None:
        figure = figure_of(rate) if rate is not None else None
        if figure is None:
            self.paper.text(row, self.places.rate, "", replace(look, code="@"))
        else:
            formula = f"=ROUND({cell(self.places.score, row)}/{weights},4)"
            self.paper.formula(row, self.places.rate, formula, figure.value, replace(look, code=RATE))


def _added(scores: Sequence[Decimal | None]) -> Decimal | None:
    known = [score for score in scores if score is not None]
    return sum(known, start=Decimal("0.00")) if len(known) == len(scores) else None
