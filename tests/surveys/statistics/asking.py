"""Studies, questionnaires and sheets for the tests, as short as they can be said."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import polars as pl

from jixiao.quantities import percent_text
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.results import GroupResult
from jixiao.surveys.sheets import Answers, Counts
from jixiao.surveys.statistics.groups import group_result
from jixiao.surveys.study import Study

FIVE = ["非常满意", "比较满意", "一般", "不太满意", "非常不满意"]
SIX = [*FIVE, "不了解"]


def study(group: Mapping[str, object] | None = None, **stated: object) -> Study:
    """A study of one group, 群众, with what is stated of it and of the whole."""
    return Study.model_validate({"name": "满意度调查", "groups": [{"name": "群众", **(group or {})}], **stated})


def asked(*questions: Mapping[str, object]) -> Questionnaire:
    """A questionnaire of those questions."""
    return Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": list(questions)})


def rating(name: str, options: Sequence[str] = FIVE, **stated: object) -> dict[str, object]:
    """A question about satisfaction, called by its name."""
    return {"id": name, "text": f"您对{name}是否满意？", "topic": name, "options": list(options), **stated}


def sheets(questionnaire: Questionnaire, **columns: Sequence[object]) -> Answers:
    """Answers given column by column, in the codes of the contract."""
    kinds: dict[str, type[pl.DataType] | pl.DataType] = {"单选": pl.Int8, "多选": pl.List(pl.Int8)}
    series = [
        pl.Series(question.id, columns[question.id], dtype=kinds.get(question.kind, pl.String))
        for question in questionnaire.questions
    ]
    frame = pl.DataFrame(series)
    return Answers(questionnaire, frame, frame.height)


def counted(questionnaire: Questionnaire, *counts: tuple[int, ...]) -> Counts:
    """Counts for the questions in their order."""
    ids = [question.id for question in questionnaire.questions]
    return Counts(questionnaire, dict(zip(ids, counts, strict=True)))


def result_of(answers: Answers | Counts, group: Mapping[str, object] | None = None, **stated: object) -> GroupResult:
    """What they come to."""
    whole = study(group, **stated)
    return group_result(whole.groups[0], answers, whole)


def as_sheets(questionnaire: Questionnaire, *counts: tuple[int, ...]) -> Answers:
    """Sheets with those counts for each question, the answers of one sheet as far from each other as may be."""
    columns: dict[str, Sequence[object]] = {}
    for place, (question, of) in enumerate(zip(questionnaire.questions, counts, strict=True)):
        codes = [code for code, count in enumerate(of) for _ in range(count)]
        columns[question.id] = codes if place % 2 == 0 else codes[::-1]
    return sheets(questionnaire, **columns)


def percent(value: Fraction | None) -> str:
    """A fraction of one as a percentage with two decimals."""
    return "—" if value is None else percent_text(value)
