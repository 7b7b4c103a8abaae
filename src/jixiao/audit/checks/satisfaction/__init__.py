"""Surveys: answers and their base, shares and counts, composite satisfaction under the scheme that fits."""

from collections.abc import Iterator

from jixiao.audit.checks.satisfaction.questions import question_relations
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed
from jixiao.reading.surveytables import survey_questions


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every question whose answers are counted."""
    for question in survey_questions(material.document, material.tables):
        yield from question_relations(question)
