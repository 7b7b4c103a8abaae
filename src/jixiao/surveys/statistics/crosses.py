"""Satisfaction by kinds of respondents: the composites of those who gave one answer to an identity question."""

from collections.abc import Sequence
from fractions import Fraction

from jixiao.packs.complaints import nearest
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.results import CrossTable, SubgroupResult
from jixiao.surveys.sheets import Answers
from jixiao.surveys.statistics.composites import Way
from jixiao.surveys.statistics.questions import Precision
from jixiao.surveys.statistics.scores import Scores, Weighed
from jixiao.surveys.statistics.uncertainty import interval_of
from jixiao.surveys.study import StudyGroup

NOT_SAID = "未填写"
"""Whoever gave none of the answers to the identity question; they are shown, so that the sizes add up."""


def cross_questions(group: StudyGroup, questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The questions to cross with: those the study names by id, topic or text, else all about identity.

    Refusal for a name that is none of a single choice.
    """
    choices = [question for question in questionnaire.questions if question.kind == "单选"]
    if not group.cross:
        return tuple(question for question in choices if question.role == "身份")
    return tuple(_named(name, choices, group) for name in group.cross)


def cross_table(
    question: Question, answers: Answers, weighed: Sequence[Weighed], way: Way, precision: Precision
) -> CrossTable:
    """The composites of the subgroups, in the order of the options; options that nobody chose are left out."""
    scores = Scores.of_sheets(answers, weighed, by=question.id)
    said = [(question.options[code].text, part) for code, part in scores.parts() if code >= 0]
    silent = scores.without_part()
    parts = said if not silent.received else [*said, (NOT_SAID, silent)]
    return CrossTable(question, tuple(_subgroup(answer, part, way, precision) for answer, part in parts))


def _subgroup(answer: str, scores: Scores, way: Way, precision: Precision) -> SubgroupResult:
    sums = scores.sums()
    by_question = tuple(
        Fraction(score, base * sums.unit) if base else None for score, base in zip(sums.scores, sums.bases, strict=True)
    )
    interval = interval_of(scores, way, precision.confidence, precision.correction)
    return SubgroupResult(answer, scores.received, way.of(sums), interval, by_question)


def _named(name: str, choices: Sequence[Question], group: StudyGroup) -> Question:
    found = next((question for question in choices if name in (question.id, question.topic, question.text)), None)
    if found is None:
        names = [question.name for question in choices]
        near = nearest(name, names)
        mend = f"是否要写“{near}”？" if near else f"请改为 {'、'.join(names)} 之一，或删去 cross"
        raise Refusal(Problem("调查方案", f"{group.name}的 cross", f"“{name}”", "一道单选题的题号或简称", mend))
    return found
