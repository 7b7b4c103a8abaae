"""Where the numbers of the workbook stand, so that the formulas of every sheet can name them."""

from jixiao.evaluation import ScoreSheet
from jixiao.evaluation.sheet import GroupScore, NodeScore, indicator_scores
from jixiao.reports.scores.figures import cell, cells

SCORES, STEPS = "得分表", "得分过程"
"""The names of the sheets that others refer to."""
FIRST_ROW = 4
"""The first row below the headings of a sheet, counted from 0."""


class Places:
    """The rows and columns of the sheet 得分表.

    Every indicator has a row, every group one for its sum after the last row of what it holds; then comes the sum of
    all, and a row for the total where that is more than the sum.
    """

    def __init__(self, sheet: ScoreSheet) -> None:
        self.rows: dict[str, int] = {}
        self.tops: dict[str, int] = {}
        self.depth = max(map(_depth, sheet.levels))
        self.sum_row = FIRST_ROW
        for level in sheet.levels:
            self._place(level)
        self.leaves = list(sheet.indicators())
        self.adjusted = bool(sheet.in_force.steps) or any(leaf.status == "not_applicable" for leaf in self.leaves)
        self.total_row = self.sum_row + (1 if self.adjusted else 0)
        code = self.depth
        self.code, self.name, self.weight, self.score = code, code + 1, code + 2, code + 3
        self.rate, self.by_rule, self.status = code + 4, code + 5, code + 6

    def _place(self, node: NodeScore) -> None:
        self.tops[node.code] = self.sum_row
        for child in node.children if isinstance(node, GroupScore) else ():
            self._place(child)
        self.rows[node.code] = self.sum_row
        self.sum_row += 1

    def weights_of(self, *nodes: NodeScore) -> str:
        """The weight that counts for a rate: that of the row, without what is not involved."""
        leaves = list(indicator_scores(nodes))
        involved = [leaf for leaf in leaves if leaf.status != "not_applicable"]
        if len(nodes) == 1 and len(involved) == len(leaves):
            return cell(self.weight, self.rows[nodes[0].code])
        return f"SUM({cells(self.weight, [self.rows[leaf.code] for leaf in involved])})"


def _depth(node: NodeScore) -> int:
    """How many levels of groups there are from the node down."""
    return 1 + max(map(_depth, node.children)) if isinstance(node, GroupScore) else 0


def on_scores(column: int, row: int) -> str:
    """A cell of the sheet 得分表 as other sheets name it."""
    return f"{SCORES}!{cell(column, row)}"
