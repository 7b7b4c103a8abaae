"""The survey as a workbook: results with live formulas, cross tables, what people wrote, what was left out and why."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from jixiao.quantities import round_half_up
from jixiao.reports.scores.figures import cell
from jixiao.reports.scores.paper import CENTRED, LEVEL, PLAIN, RATE, Book, Look, Paper
from jixiao.reports.surveyed.figures import between
from jixiao.reports.surveyed.findings import findings_of
from jixiao.reports.wording import SEVERITIES
from jixiao.surveys.results import GroupResult, QuestionResult, StudyResult

_COUNT, _RATE = Look("right", code="0"), Look("right", code=RATE)
_STORED = 12
"""Decimals of the value stored beside a formula; what is shown has two in percent."""


def survey_xlsx(result: StudyResult) -> bytes:
    """The survey as an .xlsx file; shares, contributions and composites are formulas over the counts."""
    book = Book(f"{result.study.name}统计结果", f"{result.study.department} {result.study.year}".strip())
    draw_survey(book, result)
    return book.finished()


def draw_survey(book: Book, result: StudyResult) -> None:
    """The sheets of a survey, each only where there is something to list."""
    for group in result.groups:
        _draw_group(book, group, result)
        _draw_crosses(book, group, result)
    _draw_remarks(book, result)
    _draw_excluded(book, result)
    _draw_findings(book, result)


def _draw_group(book: Book, group: GroupResult, result: StudyResult) -> None:
    """Sheet 满意度: every option of every question with its count; the composite of a question below its options."""
    purpose = "份数是答卷统计的原数，占比、占比×赋值和满意度都是公式，可以逐格复核"
    paper = book.sheet(_named("统计", group, result), result.study.name, purpose, (46, 22, 10, 12, 12, 12, 22))
    paper.headings("题目", "选项", "份数", "占比", "赋值", "占比×赋值", "区间")
    rated: list[int] = []
    for question in group.questions:
        if question.options:
            row = _draw_question(paper, question)
            if question.question.is_counted and question.composite is not None:
                rated.append(row)
    if group.composite is not None:
        _draw_composite(paper, group, rated, result)


def _draw_question(paper: Paper, result: QuestionResult) -> int:
    """The rows of one question; returns the row of its sum."""
    first = paper.row
    counted = [each for each in result.options if each.weight is not None] or list(result.options)
    end = first + len(result.options)
    base = cell(2, end)
    for option in result.options:
        row = paper.row
        paper.text(row, 0, result.question.name if row == first else "")
        paper.text(row, 1, option.text)
        paper.number(row, 2, Decimal(option.count), _COUNT)
        if option.share is not None and option in counted:
            paper.formula(row, 3, f"={cell(2, row)}/{base}", _stored(option.share), _RATE)
        paper.text(row, 6, between(option.interval), CENTRED)
        if option.weight is not None:
            paper.number(row, 4, _stored(option.weight), _RATE)
        if option.contribution is not None:
            formula = f"={cell(3, row)}*{cell(4, row)}"
            paper.formula(row, 5, formula, _stored(option.contribution), _RATE)
        paper.row += 1
    many = result.question.kind == "多选"
    paper.text(end, 0, "", _strong(PLAIN))
    paper.text(end, 1, "作答人数" if many else "有效填写", _strong(PLAIN))
    paper.number(end, 2, Decimal(result.base), _strong(_COUNT))
    if result.composite is not None and all(each.weight is not None for each in counted):
        formula = f"=SUM({cell(5, first)}:{cell(5, end - 1)})"
        paper.formula(end, 5, formula, _stored(result.composite), _strong(_RATE))
    paper.text(end, 6, between(result.interval), _strong(CENTRED))
    paper.row = end + 1
    return end


def _draw_composite(paper: Paper, group: GroupResult, rated: list[int], result: StudyResult) -> None:
    """The composite of the group: a formula where it is the plain mean of the questions, else its value."""
    if group.composite is None:
        return
    strong = _strong(_RATE)
    row = paper.row
    paper.text(row, 0, "综合满意度", _strong(PLAIN))
    weights = {each.question.weight for each in group.questions if each.question.is_counted}
    if result.study.overall == "各题平均" and len(weights) == 1 and rated:
        cells = ",".join(cell(5, place) for place in rated)
        paper.formula(row, 5, f"=AVERAGE({cells})", _stored(group.composite), strong)
    else:
        paper.number(row, 5, _stored(group.composite), strong)
    paper.text(row, 6, between(group.interval), _strong(CENTRED))
    paper.row += 1


def _draw_crosses(book: Book, group: GroupResult, result: StudyResult) -> None:
    if not group.crosses:
        return
    counted = [each.question.name for each in group.questions if each.question.is_counted]
    widths = (24, 22, 8, *(14 for _ in counted), 14)
    paper = book.sheet(_named("交叉", group, result), result.study.name, "按答卷人的情况分组的满意度", widths)
    paper.headings("分组", "选项", "份数", *counted, "综合满意度")
    for cross in group.crosses:
        for subgroup in cross.subgroups:
            row = paper.row
            paper.text(row, 0, cross.question.name)
            paper.text(row, 1, subgroup.answer)
            paper.number(row, 2, Decimal(subgroup.size), _COUNT)
            for column, value in enumerate((*subgroup.by_question, subgroup.composite), 3):
                if value is not None:
                    paper.number(row, column, _stored(value), _RATE)
            paper.row += 1


def _draw_remarks(book: Book, result: StudyResult) -> None:
    told = [
        (group.group.name, question.question.name, remark)
        for group in result.groups
        for question in group.questions
        for remark in question.remarks
    ]
    if told:
        paper = book.sheet("意见", result.study.name, "填写的文字，相近的说法归为一类", (16, 34, 60, 8, 60))
        paper.headings("调查对象", "题目", "意见", "条数", "相近的说法")
        for name, question, remark in told:
            for column, text in enumerate((name, question, remark.text)):
                paper.text(paper.row, column, text)
            paper.number(paper.row, 3, Decimal(remark.count), _COUNT)
            paper.text(paper.row, 4, "；".join(remark.alike))
            paper.row += 1


def _draw_excluded(book: Book, result: StudyResult) -> None:
    excluded = [(group.group.name, each) for group in result.groups for each in group.excluded]
    if excluded:
        paper = book.sheet("无效问卷", result.study.name, "没有计入的答卷和原因，一份不漏", (16, 34, 8, 24, 60))
        paper.headings("调查对象", "文件", "行号", "原因", "说明")
        for name, each in excluded:
            paper.text(paper.row, 0, name)
            paper.text(paper.row, 1, each.file)
            paper.number(paper.row, 2, Decimal(each.row), _COUNT)
            paper.text(paper.row, 3, each.reason)
            paper.text(paper.row, 4, each.detail)
            paper.row += 1


def _draw_findings(book: Book, result: StudyResult) -> None:
    findings = findings_of(result)
    if findings:
        paper = book.sheet("数据核查", result.study.name, "文件和数字中的问题", (8, 8, 34, 80, 50))
        paper.headings("编号", "性质", "问题", "说明", "位置")
        for each in findings:
            texts = (each.id, SEVERITIES[each.severity], each.title, each.explanation)
            for column, text in enumerate((*texts, "；".join(map(str, each.places)))):
                paper.text(paper.row, column, text)
            paper.row += 1


def _named(what: str, group: GroupResult, result: StudyResult) -> str:
    """A name for the sheet of a group, within what Excel allows."""
    if len(result.groups) == 1:
        return what
    allowed = "".join(character for character in group.group.name if character not in r"[]:*?/\'")
    return f"{what}{result.groups.index(group) + 1}{allowed}"[:31]


def _strong(look: Look) -> Look:
    return replace(look, bold=True, fill=LEVEL)


def _stored(value: Fraction) -> Decimal:
    return round_half_up(value, _STORED)
