"""Faults of surveys: answers, bases, results, averages, and what is said of them."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.quality.evaluations import SCHEME, percent
from tests.quality.kinds.departments import answered_otherwise
from tests.quality.kinds.editing import in_row, instead, table_with, with_rows
from tests.quality.kinds.registry import Planting
from tests.quality.kinds.reports import sheets_of, written
from tests.quality.kinds.written import Report
from tests.quality.sheets import Cell, Paragraph, Sheets

SURVEYS = Planting(written)


@SURVEYS.fault("survey.other_question")
def an_analysis_copied_from_another_question(report: Report, _: Random) -> Sheets:
    first, second, *_others = report.about.department.evaluation.questions
    return instead(report.sheets, f"的{second.asked}满意程度", f"的{first.asked}满意程度")


@SURVEYS.fault("survey.composite")
def a_result_that_the_answers_do_not_give(report: Report, _: Random) -> Sheets:
    question = report.about.department.evaluation.questions[0]
    number, _table = table_with(report.sheets, "综合满意度", "100%", "75%")
    right = percent(question.composite / 100)
    return in_row(report.sheets, number, right, right, percent(question.composite / 100 - Fraction(2, 100)))


@SURVEYS.fault("survey.average")
def an_average_that_the_questions_do_not_give(report: Report, _: Random) -> Sheets | None:
    evaluation = report.about.department.evaluation
    overall = evaluation.satisfaction / 100
    if any(percent(question.composite / 100) == percent(overall) for question in evaluation.questions):
        return None
    return instead(report.sheets, percent(overall), percent(overall - Fraction(3, 100)), everywhere=True)


@SURVEYS.fault("survey.base_differs")
def a_base_that_differs_from_the_questionnaires(report: Report, _: Random) -> Sheets:
    """Some answers fewer to one question, in all its figures."""
    about = report.about.department
    question = about.evaluation.questions[2]
    fewer = replace(question, counts=(question.counts[0] - 9, *question.counts[1:]))
    return sheets_of(answered_otherwise(about, 2, fewer), report.about.style)


@SURVEYS.fault("survey.base_differs", "rate.quotient", "duplicate")
def a_wrong_number_of_valid_questionnaires(report: Report, _: Random) -> Sheets:
    answers = report.about.department.evaluation.answers
    return instead(report.sheets, f"其中有效问卷{answers}份", f"其中有效问卷{answers - 7}份")


def _two(share: Fraction) -> Fraction:
    return Fraction((share * 10000 + Fraction(1, 2)).__floor__(), 10000)


@SURVEYS.fault("survey.weighted_as_shares")
def weighted_figures_in_the_columns_of_shares(report: Report, _: Random) -> Sheets:
    evaluation = report.about.department.evaluation
    number, table = table_with(report.sheets, "问题", "综合满意度", "非常满意")
    rows = [table.rows[0]]
    for cells, question in zip(table.rows[1:-1], evaluation.questions, strict=True):
        shares = (_two(Fraction(count, evaluation.answers)) for count in question.counts)
        weighted = (percent(share * weight / 100) for share, weight in zip(shares, SCHEME, strict=True))
        rows.append((cells[0], *map(Cell, weighted), cells[-1]))
    return with_rows(report.sheets, number, (*rows, table.rows[-1]))


@SURVEYS.fault("rate.share", "sum.parts", "duplicate")
def a_wrong_share_of_answers(report: Report, _: Random) -> Sheets:
    evaluation = report.about.department.evaluation
    share = Fraction(evaluation.questions[0].counts[0], evaluation.answers)
    number, _table = table_with(report.sheets, "本题有效填写人次")
    return in_row(report.sheets, number, "A.非常满意", percent(share), percent(share - Fraction(4, 100)))


@SURVEYS.fault("sum.parts", "duplicate")
def a_wrong_count_of_answers(report: Report, _: Random) -> Sheets:
    count = report.about.department.evaluation.questions[0].counts[0]
    number, _table = table_with(report.sheets, "本题有效填写人次")
    return in_row(report.sheets, number, "A.非常满意", str(count), str(count + 10))


@SURVEYS.fault("rate.quotient")
def a_wrong_rate_of_return(report: Report, _: Random) -> Sheets:
    answers = report.about.department.evaluation.answers
    rate = percent(Fraction(answers, answers + 6))
    return instead(
        report.sheets, f"回收率{rate}", f"回收率{percent(Fraction(answers, answers + 6) - Fraction(5, 100))}"
    )


@SURVEYS.fault("duplicate")
def a_satisfaction_that_differs_in_a_sentence(report: Report, _: Random) -> Sheets:
    overall = percent(report.about.department.evaluation.satisfaction / 100)
    return instead(
        report.sheets, f"服务对象综合满意度为{overall}", f"服务对象综合满意度为{overall.replace('9', '8', 1)}"
    )


@SURVEYS.fault("count.whole_number")
def a_share_of_answers_that_no_whole_number_gives(report: Report, _: Random) -> Sheets:
    """Shares without counts: of so many answers none is that share."""
    evaluation = report.about.department.evaluation
    shares = [Fraction(count, evaluation.answers) for count in evaluation.questions[0].counts]
    between = shares[0] + Fraction(1, 2 * evaluation.answers)
    told = f"{evaluation.answers}份有效问卷中，对窗口指引表示满意的占{percent(between)}。"
    at = "通过调查，服务对象综合满意度为"
    sheets = report.sheets
    number = next(n for n, block in enumerate(sheets.blocks) if isinstance(block, Paragraph) and at in block.text)
    return replace(sheets, blocks=(*sheets.blocks[:number], Paragraph((told,)), *sheets.blocks[number:]))
