"""The tables of a survey: each question with its answers, counts, shares and base."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jixiao.documents import Document, Paragraph
from jixiao.quantities import unit_named
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.relations import Figure
from jixiao.text import normal

_ANSWER = re.compile(r"[A-Ha-h][.、．:]?\s*\S|.*(?:满意|了解|一般|以上|以下|没有|经常|偶尔)")
_COUNTED = re.compile("小计|人数|份数|票数|人次|数量|回答数|选择数|答卷数")
_BASE = re.compile("(?:本题)?有效(?:填写|回答)?(?:人次|份数|人数|问卷)|合计|总计|小计")
_ANSWERS = unit_named("份")
_QUESTION = re.compile(r"\s*(\d{1,2})\s*[.、．](?P<text>.{4,120}?)(?:\[.*\]|【.*】|[(（](?:单|多)选.*)?\s*$")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question: its label, how many gave it, and its share."""

    label: str
    count: Figure
    share: Figure


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question: its text where one stands before its table, its answers, and its base (missing if not stated).

    `base_share` is the share that the row of the base prints for all answers together.
    """

    text: str
    table: TypedTable
    answers: tuple[Answer, ...]
    base: Figure
    base_share: Figure
    is_multiple: bool


def survey_questions(document: Document, tables: Sequence[TypedTable]) -> tuple[SurveyQuestion, ...]:
    """The questions of the document whose answers are counted in a table, in their order."""
    texts = _texts_before(document)
    return tuple(
        question for table in tables if (question := _question(table, texts.get(table.grid.number, ""))) is not None
    )


def _texts_before(document: Document) -> dict[int, str]:
    """The question that stands before each table, by the table's number."""
    found: dict[int, str] = {}
    last = ""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            question = _QUESTION.fullmatch(block.text)
            last = normal(question["text"]).text if question else last
        elif last:
            found[block.number], last = last, ""
    return found


def _question(table: TypedTable, text: str) -> SurveyQuestion | None:
    counts = [column for column in table.of(Meaning.COUNT, Meaning.AMOUNT) if _COUNTED.search(column.heading)]
    if not counts:
        return None
    shares = [column for column in table.of(Meaning.SHARE, Meaning.RATE) if column.at != counts[0].at]
    answers = [row for row in table.rows if not row.is_total and not _BASE.fullmatch(row.label)]
    base = next((row for row in table.rows if row.is_total or _BASE.fullmatch(row.label)), None)
    if len(answers) < 2 or not all(_ANSWER.match(row.label) for row in answers):
        return None
    return SurveyQuestion(
        text,
        table,
        tuple(_answers(table, answers, counts[0], shares)),
        Figure("有效份数") if base is None else _counted(table, base, counts[0]),
        Figure("占比合计") if base is None or not shares else table.figure(base, shares[0]),
        is_multiple="多选" in text,
    )


def _answers(
    table: TypedTable, rows: Sequence[TableRow], count: TableColumn, shares: Sequence[TableColumn]
) -> Iterator[Answer]:
    for row in rows:
        share = table.figure(row, shares[0]) if shares else Figure(f"{row.label}占比")
        yield Answer(row.label, _counted(table, row, count), share)


def _counted(table: TypedTable, row: TableRow, column: TableColumn) -> Figure:
    """A number of answers, which is exact."""
    figure = table.figure(row, column)
    if figure.printed is None or figure.printed.decimals > 0:
        return figure
    return replace(figure, printed=replace(figure.printed.exact(), unit=_ANSWERS))
