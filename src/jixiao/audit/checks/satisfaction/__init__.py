"""Surveys: answers and their base, shares and counts, composite satisfaction under the scheme that fits."""

from collections.abc import Iterator

from jixiao.audit.checks.satisfaction.analyses import analyses
from jixiao.audit.checks.satisfaction.composites import computed, copied, summarised
from jixiao.audit.checks.satisfaction.matrices import answered, overall
from jixiao.audit.checks.satisfaction.questions import question_relations
from jixiao.audit.checks.satisfaction.statements import (
    questionnaires,
    results,
    shares_of_answers,
    valid_counts,
    valid_questionnaires,
)
from jixiao.audit.checks.satisfaction.told import mean_told, told
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.answermatrix import answer_matrices
from jixiao.reading.compositetables import composite_tables, survey_summaries
from jixiao.reading.surveytables import survey_questions
from jixiao.reading.toldanswers import told_scheme


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
    valid = valid_questionnaires(material.mentions)
    scheme = told_scheme(material.passages)
    for found in filter(None, material.mentions):
        yield from questionnaires(found)
        yield from shares_of_answers(found)
        yield from told(found, None if valid is None else valid.figure("有效问卷"), scheme)
    if valid is not None:
        yield from valid_counts(valid, questions)
    matrices = answer_matrices(material.tables)
    for rows in matrices:
        yield from answered(rows, None if valid is None else valid.figure("有效问卷"), scheme)
    whole = overall(matrices[0]) if len(matrices) == 1 else None
    mean = mean_told(material.mentions)
    if mean is not None:
        yield Posed(mean, at_most=Severity.WARNING)
    yield from results(material.mentions, tables, summaries, whole if mean is None else mean.total)
