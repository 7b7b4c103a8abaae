"""The sheet on satisfaction: what every group answered, with satisfaction and composite as formulas over the counts."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.satisfaction import composite_interval, interval_text, is_stated
from jixiao.facts.kinds import ANSWERS
from jixiao.facts.surveys import Answers, Survey, surveys_in
from jixiao.quantities import round_half_up
from jixiao.reports.scores.figures import cell, cells
from jixiao.reports.scores.paper import CENTRED, LEVEL, PLAIN, RATE, Book, Look, Paper

_RATE, _COUNT = Look("right", code=RATE), Look("right", code="0")
_FIRST = 3
"""The column of the first of the five answers; behind them those who did not know, the base and the satisfaction."""
_UNKNOWN, _BASE, _SATISFACTION, _SURE = (_FIRST + len(ANSWERS) + place for place in range(4))
_ONE, _WHOLE = 12, 10
"""Decimals of a question's satisfaction and of the composite: fewer for the second, so that thirds add up again."""


def draw_surveys(book: Book, case: Case, sheet: ScoreSheet) -> None:
    """Sheet 满意度调查: every question with its counts; none where the case has no table of answers."""
    surveys = list(surveys_in(case.tables, case.facts))
    if not surveys:
        return
    purpose = "份数是调查表的原数；有效填写、满意度和综合满意度都是公式，综合满意度由未舍入的各题满意度平均"
    paper = book.sheet("满意度调查", sheet.title, purpose, (18, 30, 10, 10, 10, 10, 10, 11, 9, 10, 11, 60))
    paper.headings("调查对象", "题目", "计入综合", *ANSWERS, "不了解", "有效填写", "满意度", "区间")
    for survey in surveys:
        _draw_survey(paper, survey, case)


def _draw_survey(paper: Paper, survey: Survey, case: Case) -> None:
    weights = paper.row
    _draw_weights(paper, survey)
    counted: dict[int, Decimal] = {}
    for answers in survey.answers:
        row = paper.row
        value = _draw_question(paper, survey, answers, weights)
        if answers.counted and value is not None:
            counted[row] = value
    if survey.composite is not None and counted:
        _draw_composite(paper, survey, counted, case)


def _draw_weights(paper: Paper, survey: Survey) -> None:
    """What the answers count, above the counts that they weigh."""
    paper.text(paper.row, 0, survey.group)
    paper.text(paper.row, 1, f"赋值（{survey.scheme.name}）")
    paper.text(paper.row, 2, "")
    for column, weight in enumerate(survey.scheme.weights, _FIRST):
        paper.number(paper.row, column, round_half_up(weight, _ONE), _RATE)
    paper.row += 1


def _draw_question(paper: Paper, survey: Survey, answers: Answers, weights: int) -> Decimal | None:
    """The row of a question; returns its satisfaction as stored, None where a count is missing."""
    row, columns = paper.row, range(_FIRST, _UNKNOWN)
    paper.text(row, 0, survey.group)
    paper.text(row, 1, answers.question)
    paper.text(row, 2, "是" if answers.counted else "否", CENTRED)
    for column, count in enumerate((*answers.counts, answers.unknown), _FIRST):
        paper.figure(row, column, count or "")
    paper.row += 1
    if not answers.base or answers.satisfaction is None:
        return None
    base = "+".join(cell(column, row) for column in columns)
    paper.formula(row, _BASE, f"={base}", Decimal(int(answers.base)), _COUNT)
    value = round_half_up(answers.satisfaction, _ONE)
    weighed = "+".join(f"{cell(column, row)}*{cell(column, weights)}" for column in columns)
    paper.formula(row, _SATISFACTION, f"=ROUND(({weighed})/{cell(_BASE, row)},{_ONE})", value, _RATE)
    return value


def _draw_composite(paper: Paper, survey: Survey, counted: dict[int, Decimal], case: Case) -> None:
    row, strong = paper.row, replace(_RATE, bold=True, fill=LEVEL)
    label = replace(PLAIN, bold=True, fill=LEVEL)
    paper.text(row, 0, survey.group, label)
    paper.text(row, 1, "综合满意度", label)
    for column in range(2, _SATISFACTION):
        paper.text(row, column, "", label)
    mean = round_half_up(sum(map(Fraction, counted.values()), Fraction(0)) / len(counted), _WHOLE)
    formula = f"=ROUND(SUM({cells(_SATISFACTION, counted)})/{len(counted)},{_WHOLE})"
    paper.formula(row, _SATISFACTION, formula, mean, strong)
    interval = interval_text(composite_interval(survey, case), stated=is_stated(survey, case))
    paper.text(row, _SURE, interval, label)
    paper.row += 1
