"""Sheet 得分过程: the way to every score, line by line; arithmetic stands as printed and as a formula that does it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.evaluation import ScoreSheet
from jixiao.evaluation.sheet import GroupScore, IndicatorScore, NodeScore
from jixiao.reports.scores.figures import arithmetic, cell, figure_of
from jixiao.reports.scores.paper import CENTRED, GROUP, Book, Look, Paper
from jixiao.reports.scores.places import FIRST_ROW, STEPS
from jixiao.reports.wording import rows_of
from jixiao.rules import Step


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the way: what kind it is, what is said, and of a step its arithmetic and value."""

    kind: str
    text: str
    step: Step | None = None


def lines_of(node: NodeScore) -> Iterator[Line]:
    """The lines of a node: its rule, what was found, the steps, and how it ends."""
    if isinstance(node, IndicatorScore):
        yield Line("评分规则", node.indicator.rule_text)
    derivation = node.derivation
    yield from (Line("认定", text) for text in derivation.before)
    yield from (Line("计算", step.text, step) for step in derivation.steps)
    yield from (Line("结果", text) for text in derivation.after)


class Ways:
    """All lines in order, and the row at which each node's begin."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self.nodes = [(node, tuple(lines_of(node))) for _, node in rows_of(sheet.levels)]
        self._rows: dict[str, int] = {}
        row = FIRST_ROW
        for node, lines in self.nodes:
            self._rows[node.code] = row
            row += len(lines)

    def place(self, code: str) -> str:
        """Where the way to a node's score begins."""
        return f"{STEPS}!{cell(0, self._rows[code])}"


def draw_ways(book: Book, sheet: ScoreSheet, ways: Ways) -> None:
    """Draw the sheet."""
    purpose = "“结果”一列的数由同一行的算式算出；有算式的是公式，可以重新计算"
    paper = book.sheet(STEPS, sheet.title, purpose, (9, 26, 10, 70, 50, 12))
    paper.headings("编码", "指标", "步骤", "内容", "算式", "结果")
    for node, lines in ways.nodes:
        for number, line in enumerate(lines):
            _draw(paper, node, line, first=not number)


def _draw(paper: Paper, node: NodeScore, line: Line, *, first: bool) -> None:
    row, fill = paper.row, GROUP if isinstance(node, GroupScore) else ""
    named = Look(bold=first, colour="" if first else "#A6A6A6", fill=fill, wrap=first)
    expression = (line.step.expression or "") if line.step is not None else ""
    paper.text(row, 0, node.code, replace(named, align="center"))
    paper.text(row, 1, node.name, named)
    paper.text(row, 2, line.kind, replace(CENTRED, fill=fill))
    paper.text(row, 3, line.text, Look(fill=fill))
    paper.text(row, 4, expression, Look(fill=fill))
    _result(paper, line.step, Look(fill=fill))
    paper.row += 1


def _result(paper: Paper, step: Step | None, look: Look) -> None:
    """The value of a step: as a formula where it has arithmetic that ends in a number."""
    value = (step.value or "") if step is not None else ""
    figure = figure_of(value)
    formula = arithmetic(step.expression, figure.places) if step and step.expression and figure else None
    if figure is None or formula is None:
        paper.figure(paper.row, 5, value, look)
    else:
        paper.formula(paper.row, 5, formula, figure.value, replace(look, align="right", code=figure.code))
