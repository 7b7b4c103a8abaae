"""The workbook as a whole: which sheets it has, in which order."""

from jixiao.evaluation import Case, ScoreSheet
from jixiao.reports.scores.lists import draw_checks, draw_deductions, draw_facts, draw_open, draw_overrides
from jixiao.reports.scores.marks import draw_marks
from jixiao.reports.scores.outline import draw_outline
from jixiao.reports.scores.paper import Book
from jixiao.reports.scores.places import Places
from jixiao.reports.scores.surveys import draw_surveys
from jixiao.reports.scores.ways import Ways, draw_ways


def scores_xlsx(case: Case, sheet: ScoreSheet) -> bytes:
    """The score sheet of a case as an .xlsx file; the same case gives the same bytes.

    Sums, rates and steps with arithmetic are formulas whose stored values are those of the sheet. What has no score is
    blank, with its status beside it, and in place of a sum over it stands the range it lies in.
    """
    book = Book(sheet.title, f"{sheet.department} {sheet.year} 年度")
    places, ways = Places(sheet), Ways(sheet)
    draw_outline(book, sheet, places)
    draw_marks(book, case, sheet, places, ways.place)
    draw_ways(book, sheet, ways)
    draw_open(book, sheet)
    draw_overrides(book, sheet)
    draw_deductions(book, sheet, places)
    draw_facts(book, case, sheet)
    draw_surveys(book, case, sheet)
    draw_checks(book, sheet)
    return book.finished()
