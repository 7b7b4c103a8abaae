"""The workbook into which paper answers are typed, as `surveys.entrysheet` lays it down."""

from fractions import Fraction
from typing import Any

from jixiao.reports.scores.paper import CENTRED, DARK, Book, Look, Paper, as_text
from jixiao.reports.surveyed.forms.entering import example_of, manner_of, note_on, rules_for
from jixiao.surveys.entrysheet import EXAMPLE, JOINT, LEADING, SHEET, heading, letter
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.text.widths import lines_in

_LAST_ROW = 5_000
"""The last row, from 0, that is prepared; more can be typed, without the checks."""
_MESSAGE_LIMIT, _LETTERS_LIMIT = 255, 26
"""Characters that Excel takes as a message; letters that a list or a formula of its checks has room for."""
_NOTE_LINES, _NOTE_WIDTH = 5, 34
"""Lines of a note of the usual height, and half-width characters of a line."""
_HEAD = Look("center", bold=True, colour="#FFFFFF", fill=DARK)
_SAMPLE = Look("center", colour="#7F7F7F", fill="#F2F2F2")
_LETTERS, _WORDS, _FIGURES = Look("center"), Look("left"), Look("center", code="General")
_SKIPPED = "#D9D9D9"


def entry_xlsx(questionnaire: Questionnaire) -> bytes:
    """The workbook: the sheet to type in, the options by their letters, and how to do it.

    The same questionnaire gives the same bytes.
    """
    book = Book(f"{questionnaire.title}录入表", questionnaire.group)
    _Entry(book, questionnaire).draw()
    _draw_options(book, questionnaire)
    _draw_manner(book, questionnaire)
    return book.finished()


class _Entry:
    """The sheet to type in: headings in the first row, which stays in sight, an example, a row for each paper sheet."""

    def __init__(self, book: Book, questionnaire: Questionnaire) -> None:
        self._book = book
        self._questionnaire = questionnaire
        self._columns = {question.id: at for at, question in enumerate(questionnaire.questions, len(LEADING))}
        self._drawn: Any = book.workbook.add_worksheet(SHEET)

    def draw(self) -> None:
        self._drawn.freeze_panes(1, 1)
        self._drawn.set_landscape()
        self._drawn.set_paper(9)
        self._drawn.repeat_rows(0)
        self._drawn.set_row(0, 46)
        leading = (EXAMPLE, "张三", "本行只作示例，导入时不计入")
        for column, (name, width, look, shown) in enumerate(
            zip(LEADING, (9, 10, 22), (_LETTERS, _LETTERS, _WORDS), leading, strict=True)
        ):
            self._column(column, name, width, look, shown)
        example = example_of(self._questionnaire)
        for question in self._questionnaire.questions:
            self._draw_question(question, example[question.id])

    def _draw_question(self, question: Question, shown: str | Fraction) -> None:
        column = self._columns[question.id]
        if question.kind == "填空":
            self._column(column, heading(question), 34, _WORDS, shown)
        else:
            look = _LETTERS if question.options else _FIGURES
            self._column(column, heading(question), 11, look, shown)
        note = note_on(question)
        height = 1 + sum(lines_in(line, _NOTE_WIDTH) for line in note.split("\n")) // _NOTE_LINES
        self._drawn.write_comment(0, column, as_text(note), {"x_scale": 2, "y_scale": height})
        if (rule := _rule(question, column)) is not None:
            told = {
                "ignore_blank": True,
                "input_message": _cut(note),
                "error_title": "请核对",
                "error_message": f"{manner_of(question)}；没有填答的留空。",
            }
            self._drawn.data_validation(2, column, _LAST_ROW, column, {**rule, **told})
        self._grey_where_skipped(question)

    def _column(self, column: int, name: str, width: int, look: Look, shown: str | Fraction) -> None:
        self._drawn.set_column(column, column, width, self._book.format(look))
        self._drawn.write_string(0, column, as_text(name), self._book.format(_HEAD))
        if isinstance(shown, Fraction):
            self._drawn.write_number(1, column, shown, self._book.format(_SAMPLE))
        elif shown:
            self._drawn.write_string(1, column, shown, self._book.format(_SAMPLE))
        else:
            self._drawn.write_blank(1, column, None, self._book.format(_SAMPLE))

    def _grey_where_skipped(self, question: Question) -> None:
        """Make the cells grey that stay empty because an earlier answer skips the question."""
        condition = question.only_if
        if condition is None:
            return
        asked = self._questionnaire.question(condition.question)
        if len(asked.options) > _LETTERS_LIMIT:
            return
        order = [option.text for option in asked.options]
        source = f"${letter(self._columns[asked.id])}3"
        missed = (f'ISERROR(FIND("{letter(order.index(answer))}",UPPER({source})))' for answer in condition.among)
        rule = {
            "type": "formula",
            "criteria": f'=AND({source}<>"",{",".join(missed)})',
            "format": self._book.workbook.add_format({"bg_color": _SKIPPED}),
        }
        column = self._columns[question.id]
        self._drawn.conditional_format(2, column, _LAST_ROW, column, rule)


def _cut(text: str) -> str:
    """As much of a text as a message takes: Excel counts units of UTF-16, two for a rare character."""
    units = text.encode("utf-16-le")
    return (
        text
        if len(units) <= 2 * _MESSAGE_LIMIT
        else units[: 2 * _MESSAGE_LIMIT - 2].decode("utf-16-le", "ignore") + "…"
    )


def _rule(question: Question, column: int) -> dict[str, object] | None:
    """What Excel lets be typed into a column; None where anything may be, or where it cannot hold the rule."""
    letters = [letter(at) for at in range(len(question.options))]
    if question.kind == "填空" or len(letters) > _LETTERS_LIMIT:
        return None
    if question.kind == "单选":
        return {"validate": "list", "source": letters}
    if question.kind == "多选":
        typed, allowed = f"MID(UPPER({letter(column)}3),ROW($1:$99),1)", "".join(letters) + JOINT + ",， "
        return {"validate": "custom", "value": f'=SUMPRODUCT(--ISERROR(FIND({typed},"{allowed}")))=0'}
    limits = question.limits
    if limits is None:
        return {"validate": "decimal", "criteria": ">=", "value": 0}
    return {"validate": "decimal", "criteria": "between", "minimum": limits.low, "maximum": limits.high}


def _draw_options(book: Book, questionnaire: Questionnaire) -> None:
    paper = book.sheet("选项", "各题的答案和字母", "录入时对照；字母与纸质问卷上的一致", (10, 46, 8, 8, 40))
    paper.headings("题号", "题目", "题型", "字母", "答案")
    for question in questionnaire.questions:
        first = (question.id, question.text, question.kind)
        coded = [(letter(at), option.text) for at, option in enumerate(question.options)]
        for at, (code, answer) in enumerate(coded or [("", manner_of(question))]):
            _draw_row(paper, (*(first if at == 0 else ("", "", "")), code, answer))


def _draw_row(paper: Paper, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts):
        paper.text(paper.row, column, text, CENTRED if column in (0, 2, 3) else Look())
    paper.row += 1


def _draw_manner(book: Book, questionnaire: Questionnaire) -> None:
    paper = book.sheet("说明", f"{questionnaire.title}录入说明", "请先读这一页", (6, 96))
    for number, text in enumerate(rules_for(questionnaire), 1):
        paper.text(paper.row, 0, str(number), CENTRED)
        paper.text(paper.row, 1, text)
        paper.row += 1
