"""Surveys: answers and their base, shares and counts, composite satisfaction under the scheme that fits."""

from collections.abc import Iterator

from jixiao.audit.checks.satisfaction.analyses import analyses
from jixiao.audit.checks.satisfaction.composites import computed, copied, summarised
from jixiao.audit.checks.satisfaction.questions import question_relations
from jixiao.audit.checks.satisfaction.statements import questionnaires, results, valid_counts
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed
from jixiao.reading.compositetables import composite_tables, survey_summaries
from jixiao.reading.surveytables import survey_questions


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every question, of the tables that compute results, and of the analyses behind them."""
    questions = survey_questions(material.document, material.tables)
    tables = composite_tables(material.document)
    for question in questions:
        yield from question_relations(question)
    for table in tables:
        yield from computed(table)
    yield from copied(questions, tables)
    summaries = survey_summaries(material.document)
    for summary in summaries:
        yield from summarised(summary, tables)
    yield from analyses(material.document)
    for found in material.mentions:
        yield from questionnaires(found)
    yield from valid_counts(material.mentions, questions)
    yield from results(material.mentions, tables, summaries)
