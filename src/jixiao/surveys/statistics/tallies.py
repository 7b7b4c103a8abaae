"""How often each answer to a question was given: from the sheets, or from counts that somebody else made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import BLANK, NOT_ASKED, UNREADABLE, Answers, Counts


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question. `options` counts each option in order, `values` each number or text as written.

    `answered` counts the sheets that answer, whatever they say; None where the counts of a multiple choice do not say.
    """

    answered: int | None = 0
    blank: int = 0
    not_asked: int = 0
    unreadable: int = 0
    options: tuple[int, ...] = ()
    values: Mapping[str, int] = field(default_factory=dict)
    why: str = ""


def tallies_of(answers: Answers | Counts) -> dict[str, Tally]:
    """The tally of every question, by its id, in their order."""
    questions = answers.questionnaire.questions
    if isinstance(answers, Counts):
        return {question.id: _counted(question, answers) for question in questions}
    return {question.id: _of_sheets(question, answers) for question in questions}


def _counted(question: Question, counts: Counts) -> Tally:
    given = counts.counts.get(question.id)
    if given is None:
        return Tally(why="表中没有这道题的份数")
    if len(given) != len(question.options):
        return Tally(why=f"表中有 {len(given)} 个份数，题目有 {len(question.options)} 个选项")
    if question.kind == "多选":
        return Tally(counts.valid, options=given)
    return Tally(sum(given), options=given)


def _of_sheets(question: Question, answers: Answers) -> Tally:
    if question.id not in answers.columns.columns:
        return Tally(not_asked=answers.valid, why="数据中没有这道题")
    column = answers.columns.get_column(question.id)
    if question.kind == "单选":
        return _of_single_choice(question, column)
    if question.kind == "多选":
        return _of_multiple_choice(question, column)
    return _of_writing(question, answers, column)


def _of_single_choice(question: Question, column: pl.Series) -> Tally:
    counts = _value_counts(column)
    options = tuple(counts.get(number, 0) for number in range(len(question.options)))
    return Tally(
        sum(options),
        counts.get(BLANK, 0),
        counts.get(NOT_ASKED, 0),
        counts.get(UNREADABLE, 0),
        options,
    )


def _of_multiple_choice(question: Question, column: pl.Series) -> Tally:
    """A sheet that chose several options counts once under each; one that chose none left the question empty."""
    asked = column.drop_nulls()
    highest = asked.list.max()
    blank = int((asked.list.len() == 0).sum())
    unreadable = int((highest < 0).sum())
    counts = _value_counts(asked.list.unique().explode(empty_as_null=False))
    options = tuple(counts.get(number, 0) for number in range(len(question.options)))
    return Tally(asked.len() - blank - unreadable, blank, column.null_count(), unreadable, options)


def _of_writing(question: Question, answers: Answers, column: pl.Series) -> Tally:
    counts = _value_counts(column.drop_nulls())
    nulls = column.null_count()
    not_asked = _skipped(question, answers, column) if nulls else 0
    values = {str(text): count for text, count in counts.items()}
    return Tally(column.len() - nulls, nulls - not_asked, not_asked, values=values)


def _skipped(question: Question, answers: Answers, column: pl.Series) -> int:
    """How many of those who wrote nothing were not asked, by the condition of the question."""
    if question.only_if is None:
        return 0
    was_asked = _meets(question, answers.questionnaire, answers.columns)
    return int((column.is_null() & ~was_asked).sum())


def _meets(question: Question, questionnaire: Questionnaire, columns: pl.DataFrame) -> pl.Series:
    condition = question.only_if
    if condition is None or condition.question not in columns.columns:
        return pl.repeat(True, columns.height, dtype=pl.Boolean, eager=True)
    earlier = questionnaire.question(condition.question)
    among = [number for number, option in enumerate(earlier.options) if option.text in condition.among]
    given = columns.get_column(earlier.id)
    if earlier.kind == "多选":
        return given.list.set_intersection(pl.Series([among], dtype=given.dtype)).list.len().fill_null(0) > 0
    return given.is_in(among)


def _value_counts(column: pl.Series) -> dict[int | str, int]:
    """How often each value stands in the column, in the order of the values."""
    if not column.len():
        return {}
    counted = column.value_counts(name="sheets").sort(column.name)
    return dict(zip(counted.get_column(column.name).to_list(), counted.get_column("sheets").to_list(), strict=True))
