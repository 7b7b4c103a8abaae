"""The list of a department's projects (自评项目汇总表) as a workbook whose sums are formulas."""

from decimal import Decimal
from fractions import Fraction

from jixiao.findings import Severity
from jixiao.forms.departments import DepartmentTold
from jixiao.quantities import exact_text
from jixiao.reports.scores.figures import cell
from jixiao.reports.scores.paper import CENTRED, LEVEL, RATE, Book, Look, Paper
from jixiao.reports.verified.department.projects import WAN, Projects
from jixiao.reports.verified.told import ToldForm

_MONEY, _RATE, _COUNT = Look("right", code="#,##0.00####"), Look("right", code=RATE), Look("right", code="0")
_NUMBER = Look("center", code="0")
_SUM = Look("right", bold=True, fill=LEVEL, code="#,##0.00####")
_BUDGET, _EXECUTED, _RATES = 3, 4, 5
_STORED = 12
"""Decimals of a rate stored beside its formula."""


def projects_xlsx(told: DepartmentTold, projects: Projects) -> bytes:
    """The list; amounts in 万元, what no form states is blank."""
    year = f"{told.year}年度" if told.year else ""
    book = Book(f"{told.department}项目支出绩效自评汇总表", told.department)
    widths = (6, 26, 36, 14, 14, 11, 11, 10, 12, 10, 22)
    purpose = f"预算部门：{told.department}　　金额单位：万元"
    paper = book.sheet("自评项目汇总表", f"{year}项目支出绩效自评情况汇总表", purpose, widths)
    paper.headings(
        "序号", "单位", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级", "更正后得分",
        "错误处数", "联系人及电话",
    )  # fmt: skip
    first = paper.row
    for number, form in enumerate(projects.forms, 1):
        _draw_form(paper, number, form)
    _draw_sums(paper, first, projects)
    return book.finished()


def _draw_form(paper: Paper, number: int, form: ToldForm) -> None:
    row = paper.row
    paper.number(row, 0, Decimal(number), _NUMBER)
    paper.text(row, 1, form.unit or form.department)
    paper.text(row, 2, form.label)
    for column, yuan in ((_BUDGET, form.budget), (_EXECUTED, form.executed)):
        paper.number(row, column, None if yuan is None else _wan(Fraction(yuan)), _MONEY)
    budget, executed = (None if yuan is None else Fraction(yuan) for yuan in (form.budget, form.executed))
    _draw_rate(paper, executed / budget if budget and executed is not None else None, _RATE)
    paper.figure(row, 6, form.stated.total or "")
    paper.text(row, 7, form.stated.grade or "", CENTRED)
    paper.figure(row, 8, form.corrected.shown if form.corrected else "—")
    paper.number(row, 9, Decimal(form.count(Severity.ERROR)), _COUNT)
    paper.text(row, 10, form.contact)
    paper.row += 1


def _draw_sums(paper: Paper, first: int, projects: Projects) -> None:
    row = paper.row
    paper.text(row, 0, "", _SUM)
    paper.text(row, 1, "合计", Look("center", bold=True, fill=LEVEL))
    paper.text(row, 2, f"{len(projects.forms)} 个项目", Look(bold=True, fill=LEVEL))
    for column, total in ((_BUDGET, projects.budget), (_EXECUTED, projects.executed)):
        if total is None:
            paper.text(row, column, "有未填", Look("right", fill=LEVEL))
        else:
            formula = f"=SUM({cell(column, first)}:{cell(column, row - 1)})"
            paper.formula(row, column, formula, _wan(total), _SUM)
    _draw_rate(paper, projects.rate, Look("right", bold=True, fill=LEVEL, code=RATE))
    for column in range(_RATES + 1, 11):
        paper.text(row, column, "", _SUM)
    paper.row += 1


def _draw_rate(paper: Paper, rate: Fraction | None, look: Look) -> None:
    row = paper.row
    if rate is None:
        paper.text(row, _RATES, "", look)
        return
    value = Decimal(rate.numerator * 10**_STORED // rate.denominator).scaleb(-_STORED)
    paper.formula(row, _RATES, f"={cell(_EXECUTED, row)}/{cell(_BUDGET, row)}", value, look)


def _wan(yuan: Fraction) -> Decimal:
    return Decimal(exact_text(yuan / WAN))
