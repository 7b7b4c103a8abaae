"""Exports by score: which option a score stands for, where the file shows that its figures are scores."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import polars as pl

from jixiao.surveys.incoming.choices import special_code
from jixiao.surveys.incoming.headings import Meta
from jixiao.surveys.incoming.labels import squeezed
from jixiao.surveys.incoming.matching import Plan
from jixiao.surveys.incoming.sections import Section
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.schemes import schemes_for

_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?")
_SAMPLE = 1_000
_BY_SCORE = "按分数"

Scores = dict[str, Mapping[str, int]]
"""For the ids of questions answered in scores: the option that each score stands for."""


def coded_questions(section: Section, plan: Plan, questionnaire: Questionnaire) -> list[Question]:
    """The single choices that are answered in figures and not in words."""
    return [
        question
        for question in questionnaire.questions
        if question.kind == "单选" and question.id in plan.whole and _figures(section, plan, question)
    ]


def scores_of(section: Section, plan: Plan, coded: Sequence[Question]) -> tuple[Scores, list[Question]]:
    """What the scores stand for, and the questions whose scores could stand for several options.

    Nothing where the figures may be numbers of options: scores are shown by the name of the file, by a column of
    totals that they add up to, or by figures most of which number no option.
    """
    scored = [question for question in coded if question.measures_satisfaction or question.option_weights]
    values = {question.id: _figures(section, plan, question) for question in scored}
    if not scored or not (_BY_SCORE in section.body.file or _adds_up(section, plan, coded, scored)):
        scored = [question for question in scored if _mostly_no_numbers(section, plan, question)]
    scores: Scores = {}
    unclear = []
    for question in scored:
        alike = (values[each.id] for each in scored if _shape(each) == _shape(question))
        readings = list(_readings(question, frozenset().union(*alike)))
        if readings and all(reading == readings[0] for reading in readings):
            scores[question.id] = readings[0]
        else:
            unclear.append(question)
    return scores, unclear


def _figures(section: Section, plan: Plan, question: Question) -> frozenset[str]:
    """The figures in the column of a question; none where most answers are words, or the options are figures."""
    if any(_NUMBER.fullmatch(squeezed(option.text)) for option in question.options):
        return frozenset()
    texts = section.column(plan.whole[question.id]).distinct()
    answers = [squeezed(text) for text in texts if special_code(text) is None]
    figures = frozenset(
        text.rstrip("0").rstrip(".") if "." in text else text for text in answers if _NUMBER.fullmatch(text)
    )
    return figures if len(figures) * 2 > len(answers) else frozenset()


def _mostly_no_numbers(section: Section, plan: Plan, question: Question) -> bool:
    """Whether most figures are no number of an option, such as 75."""
    numbers = _numbers(section, plan, question)
    return bool(numbers) and sum(not 1 <= number <= len(question.options) for number in numbers) * 2 > len(numbers)


def _numbers(section: Section, plan: Plan, question: Question) -> list[Fraction]:
    texts = section.column(plan.whole[question.id]).strings().head(_SAMPLE)
    words = [squeezed(text) for text in texts if special_code(text) is None]
    return [Fraction(text) for text in words if _NUMBER.fullmatch(text)]


def _adds_up(section: Section, plan: Plan, coded: Sequence[Question], scored: Sequence[Question]) -> bool:
    """Whether a column of totals is the sum of the figures, in every row of a sample."""
    if Meta.TOTAL not in plan.meta:
        return False
    totals = _cells(section.column(plan.meta[Meta.TOTAL]).strings())
    if not any(total is not None for total in totals):
        return False
    for questions in (coded, scored):
        columns = [_cells(section.column(plan.whole[question.id]).strings()) for question in questions]
        sums = [sum(filter(None, row), Fraction(0)) for row in zip(*columns, strict=True)]
        if all(total is None or total == whole for total, whole in zip(totals, sums, strict=True)):
            return True
    return False


def _cells(texts: pl.Series) -> list[Fraction | None]:
    words = (squeezed(text) for text in texts.head(_SAMPLE))
    return [Fraction(w) if _NUMBER.fullmatch(w) and special_code(w) is None else None for w in words]


def _shape(question: Question) -> tuple[int, int, tuple[Fraction, ...]]:
    """What questions have in common that are scored alike."""
    return len(_ranked(question)), len(question.options), question.option_weights


def _ranked(question: Question) -> list[int]:
    """The options that say how satisfied one is, the best first."""
    options = [number for number, option in enumerate(question.options) if not option.no_opinion]
    return sorted(options, key=lambda number: question.options[number].degree or 0)


def _readings(question: Question, values: frozenset[str]) -> Iterator[dict[str, int]]:
    """The ways in which all the values are scores of options, under the question's own weights or a usual scheme."""
    ranked = _ranked(question)
    count = len(ranked)
    falling = [tuple(map(Fraction, range(top, top - count, -1))) for top in (count, count - 1)]
    usual = [*falling, *(scheme.weights for scheme in schemes_for(count))]
    no_opinion = [number for number, option in enumerate(question.options) if option.no_opinion]
    for weights in [question.option_weights] if question.option_weights else usual:
        options = dict(zip(weights, ranked, strict=True))
        if len(no_opinion) == 1:
            options.setdefault(Fraction(0), no_opinion[0])
        if len(set(weights)) == count and all(Fraction(value) in options for value in values):
            yield {value: options[Fraction(value)] for value in values}
