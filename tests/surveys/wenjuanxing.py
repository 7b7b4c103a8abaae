"""Writes answers as 问卷星 exports them (domain reference 12.4): by the text, the number or the score of options."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import xlsxwriter

from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import BLANK, NOT_ASKED

Export = Literal["按文本", "按序号", "按分数"]
Given = int | Sequence[int] | str | None
LEADING = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP")


@dataclass(frozen=True)
class Sheet:
    """What one person answered, in the codes of Answers, and how the sheet came in."""

    given: Mapping[str, Given]
    submitted: datetime = datetime(2023, 7, 16, 12)
    seconds: int = 65
    ip: str = "1.2.3.4(河南-新乡)"


def spread_out(given: Sequence[Mapping[str, Given]]) -> list[Sheet]:
    """Sheets of different people, ten minutes apart."""
    begin = datetime(2023, 7, 16, 12)
    return [
        Sheet(
            each, begin + timedelta(minutes=10 * number), 65 + number, f"10.0.{number // 250}.{number % 250}(河南-新乡)"
        )
        for number, each in enumerate(given)
    ]


def rows(asked: Questionnaire, sheets: Sequence[Sheet], export: Export = "按文本") -> Iterator[list[str]]:
    """The rows of the export, the headings first."""
    headings = [heading for n, question in enumerate(asked.questions, 1) for heading in _headings(n, question, export)]
    yield [*LEADING, *(["总分"] if export == "按分数" else []), *headings]
    for number, sheet in enumerate(sheets, 1):
        cells = [cell for q in asked.questions for cell in _cells(q, sheet.given[q.id], export)]
        scores = [score_of(q, sheet.given[q.id]) for q in asked.questions if q.measures_satisfaction]
        total = [str(sum(max(score, 0) for score in scores))] if export == "按分数" else []
        time = f"{sheet.submitted:%Y/%m/%d %H:%M:%S}"
        yield [str(number), time, f"{sheet.seconds}秒", "微信", "N/A", sheet.ip, *total, *cells]


def write_workbook(path: Path, table: Iterator[list[str]]) -> Path:
    """The rows as a workbook; figures are numbers, as in the export by number."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Sheet1")
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if cell.lstrip("-").isdecimal() and cell.isascii() and str(int(cell)) == cell and len(cell) < 10:
                    sheet.write_number(row, column, int(cell))
                else:
                    sheet.write_string(row, column, cell)
    return path


def write_csv(path: Path, table: Iterator[list[str]], encoding: str = "utf-8-sig") -> Path:
    """The rows as CSV."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(table)
    return path


def score_of(question: Question, given: Given) -> int:
    """The score of an answer: the weights of the options, else as many points as there are degrees, down to one."""
    if not isinstance(given, int) or given < 0:
        return given if isinstance(given, int) else 0
    option = question.options[given]
    if option.no_opinion:
        return 0
    degrees = sorted(each.degree or 0 for each in question.options if not each.no_opinion)
    place = degrees.index(option.degree or 0)
    return int(question.option_weights[place]) if question.option_weights else len(degrees) - place


def _headings(number: int, question: Question, export: Export) -> list[str]:
    if question.kind == "多选" and export == "按序号":
        return [f"第{number}题({option.text})" for option in question.options]
    return [f"{number}、{question.text}"]


def _cells(question: Question, given: Given, export: Export) -> list[str]:
    match question.kind, given:
        case "多选", None if export == "按序号":
            return ["-3"] * len(question.options)
        case "多选", Sequence() if export == "按序号":
            return [str(int(number in given)) if given else "-2" for number in range(len(question.options))]
        case "多选", None:
            return ["(跳过)"]
        case "多选", Sequence():
            return ["┋".join(question.options[int(number)].text for number in given) or "(空)"]
        case "单选", int() if export == "按序号":
            return [str(given + 1 if given >= 0 else given)]
        case "单选", int() if export == "按分数" and question.measures_satisfaction:
            return [str(score_of(question, given))]
        case "单选", int():
            return [{NOT_ASKED: "(跳过)", BLANK: "(空)"}.get(given) or question.options[given].text]
    return [str(given or "")]
