"""Sheet 总分与等级: total, grade, first-level scores with their rates, and the chart of the rates."""

from dataclasses import replace

from jixiao.evaluation import ScoreSheet
from jixiao.evaluation.sheet import NodeScore, Totals, score_rate, step_sentence, total_rate
from jixiao.reports.scores.figures import figure_of
from jixiao.reports.scores.paper import CENTRED, POINTS, RATE, Book, Look, Paper
from jixiao.reports.scores.places import Places, on_scores
from jixiao.reports.wording import bounds_text, grade_text, self_score_text, total_text

NAME = "总分与等级"
_NUMBER = Look("right", code=POINTS)
_CHART_BESIDE = "G3"


def draw_outline(book: Book, sheet: ScoreSheet, places: Places) -> None:
    """Draw the sheet; its numbers are those of the sheet 得分表."""
    purpose = f"{sheet.department} · {sheet.year} 年度 · 单位：分"
    paper = book.sheet(NAME, sheet.title, purpose, (9, 22, 13, 13, 13, 3))
    _results(paper, sheet, places)
    paper.row += 1
    rows = _levels(paper, sheet, places)
    _chart(paper, rows)
    paper.row += 1
    for line in (*map(step_sentence, sheet.in_force.steps), self_score_text(sheet), f"规则版本 {sheet.ruleset}"):
        if line:
            paper.text(paper.row, 0, line, Look(border=False, wrap=False))
            paper.row += 1


def _results(paper: Paper, sheet: ScoreSheet, places: Places) -> None:
    """The totals with their grades."""
    paper.headings("", "结果", "得分", "等级", "得分率", repeated=False)
    _result(paper, "总分", sheet.in_force, on_scores(places.score, places.total_row))
    rate = figure_of(total_rate(sheet) or "")
    if rate is not None:
        target = on_scores(places.rate, places.total_row)
        paper.formula(paper.row - 1, 4, f"={target}", rate.value, replace(_NUMBER, code=RATE))
    _result(paper, "完全按规则计算", sheet.by_rule, on_scores(places.by_rule, places.total_row))
    if sheet.self_score is not None:
        _line(paper, "部门自评", sheet.self_grade)
        paper.number(paper.row - 1, 2, sheet.self_score, _NUMBER)


def _result(paper: Paper, label: str, totals: Totals, target: str) -> None:
    _line(paper, label, grade_text(totals))
    if totals.total is None:
        paper.text(paper.row - 1, 2, total_text(totals), Look("right"))
    else:
        paper.formula(paper.row - 1, 2, f"={target}", totals.total, replace(_NUMBER, bold=True))


def _line(paper: Paper, label: str, grade: str) -> None:
    for column, text in enumerate(("", label, "", grade, "")):
        paper.text(paper.row, column, text, CENTRED)
    paper.row += 1


def _levels(paper: Paper, sheet: ScoreSheet, places: Places) -> tuple[int, int]:
    """The table of the first level; its first and its last row."""
    paper.headings("编码", "一级指标", "权重", "得分", "得分率", repeated=False)
    first = paper.row
    for level in sheet.levels:
        _level(paper, level, places)
    return first, paper.row - 1


def _level(paper: Paper, level: NodeScore, places: Places) -> None:
    row, source = paper.row, places.rows[level.code]
    paper.text(row, 0, level.code, CENTRED)
    paper.text(row, 1, level.name)
    paper.formula(row, 2, f"={on_scores(places.weight, source)}", level.weight, _NUMBER)
    rate = figure_of(score_rate(level) or "")
    if level.score is None or rate is None:
        paper.text(row, 3, bounds_text(level, lambda leaf: leaf.score), Look("right"))
        paper.text(row, 4, "")
    else:
        paper.formula(row, 3, f"={on_scores(places.score, source)}", level.score, _NUMBER)
        paper.formula(row, 4, f"={on_scores(places.rate, source)}", rate.value, replace(_NUMBER, code=RATE))
    paper.row += 1


def _chart(paper: Paper, rows: tuple[int, int]) -> None:
    """Lying bars of the rates, the first level on top, each with its value."""
    first, last = rows
    chart = paper.book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": "得分率",
            "categories": [NAME, first, 1, last, 1],
            "values": [NAME, first, 4, last, 4],
            "fill": {"color": "#2E75B6"},
            "gap": 60,
            "data_labels": {
                "value": True,
                "num_format": RATE,
                "position": "inside_end",
                "font": {"color": "#FFFFFF", "bold": True},
            },
        }
    )
    chart.set_title({"name": "一级指标得分率", "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "line": {"color": "#7F7F7F"}})
    chart.set_x_axis(
        {"min": 0, "max": 1, "num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
    )
    chart.set_size({"width": 560, "height": 120 + 45 * (last - first + 1)})
    paper.drawn.insert_chart(_CHART_BESIDE, chart, {"description": "各一级指标得分率的条形图"})
