"""The questionnaire as plain text that 问卷星 takes in at once (批量添加题目)."""

from collections.abc import Iterator
from itertools import groupby

from jixiao.quantities import exact_text
from jixiao.surveys.questionnaire import Condition, Question, Questionnaire

_NOTE = "[段落说明]"
_KINDS = {"单选": "[单选题]", "多选": "[多选题]", "量表": "[量表题]", "数字": "[填空题]", "填空": "[填空题]"}
_OPENING = str.maketrans("[]", "［］")
"""A bracket of the questionnaire's own could be taken for the kind of a question."""


def online_text(questionnaire: Questionnaire) -> str:
    """A block for each question, an empty line between blocks: the question, its kind in brackets, then its options.

    Questions stand in their own words, so that the answers come back under just these headings. The text cannot set
    the skip logic, which is set on the site; until it is, a note before the questions says who is to answer them.
    """
    return "\n\n".join(_blocks(questionnaire)) + "\n"


def _blocks(questionnaire: Questionnaire) -> Iterator[str]:
    places = {question.id: number for number, question in enumerate(questionnaire.questions, 1)}
    numbered = list(enumerate(questionnaire.questions, 1))
    for condition, members in groupby(numbered, key=lambda each: each[1].only_if):
        run = list(members)
        if condition is not None:
            yield _line(_note(condition, places[condition.question], run[0][0], run[-1][0])) + _NOTE
        for number, question in run:
            yield "\n".join((f"{number}. {_line(question.text)}{_kind(question)}", *_answers(question)))


def _note(condition: Condition, source: int, first: int, last: int) -> str:
    wanted = "、".join(f"“{answer}”" for answer in condition.among)
    which = f"第{first}题" if first == last else f"第{first}题至第{last}题"
    return f"{which}请第{source}题选{wanted}的人填写，其他人请跳过。"


def _kind(question: Question) -> str:
    return _KINDS["填空"] if question.kind == "量表" and not _marks(question) else _KINDS[question.kind]


def _answers(question: Question) -> tuple[str, ...]:
    return _marks(question) or tuple(_line(option.text) for option in question.options)


def _marks(question: Question) -> tuple[str, ...]:
    """The ends of a scale of whole marks; a scale of others is answered in digits."""
    scale = question.limits
    if question.kind != "量表" or scale is None or {scale.low.denominator, scale.high.denominator} != {1}:
        return ()
    return (f"{exact_text(scale.low)}~{exact_text(scale.high)}",)


def _line(text: str) -> str:
    return " ".join(text.split()).translate(_OPENING)
