"""What questions are called where there is little room: in captions, charts and headings of columns."""

from jixiao.surveys.questionnaire import Question

_SHORT = 16


def short_name(question: Question) -> str:
    """The topic, else the text if it is short, else 第n题.

    >>> asked = Question(id="第2题", text="您对政务公开、政策宣传和解读等工作的实际成效是否满意？", kind="量表")
    >>> short_name(asked), full_name(asked)
    ('第2题', '第2题 您对政务公开、政策宣传和解读等工作的实际成效是否满意？')
    """
    return question.name if len(question.name) <= _SHORT else question.id


def full_name(question: Question) -> str:
    """The name as rows of tables have it, with the number that stands for it elsewhere."""
    short = short_name(question)
    return question.name if short == question.name else f"{short} {question.name}"
