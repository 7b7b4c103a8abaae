"""The texts under the headings of a section as codes: every distinct text of a column is read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from jixiao.findings import Finding
from jixiao.surveys.incoming.choices import Choices, special_code
from jixiao.surveys.incoming.figures import figure_in
from jixiao.surveys.incoming.headings import Heading, Meta
from jixiao.surveys.incoming.matching import Plan
from jixiao.surveys.incoming.remarks import unknown_answers, unread_times
from jixiao.surveys.incoming.scores import Scores
from jixiao.surveys.incoming.sections import Section
from jixiao.surveys.incoming.tables import Column
from jixiao.surveys.incoming.times import seconds_of, times
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import FILE, NOT_ASKED, ROW, SECONDS, SUBMITTED, UNREADABLE
from jixiao.surveys.validity import GROUP, SENDER

_LIST = pl.List(pl.Int8)
_LONGEST_SPECIAL = 6


@dataclass
class Decoder:
    """Reads the sections of files as answers to one questionnaire, gathering what cannot be read."""

    questionnaire: Questionnaire
    findings: list[Finding] = field(default_factory=list)

    def decode(self, section: Section, plan: Plan, scores: Scores) -> pl.DataFrame:
        """The answers of a section: a row for each sheet, a column for each question and those of its origin."""
        answers = {each.id: self._answers(section, plan, each, scores) for each in self.questionnaire.questions}
        body = section.body
        files = pl.repeat(body.file, body.height, dtype=pl.String, eager=True)
        return pl.DataFrame({ROW: body.rows, FILE: files, **self._origin(section, plan), **answers})

    def _origin(self, section: Section, plan: Plan) -> dict[str, pl.Series]:
        return {
            SUBMITTED: self._time(section, plan, Meta.SUBMITTED),
            SECONDS: self._time(section, plan, Meta.DURATION),
            SENDER: _text(section, plan, Meta.SENDER),
            GROUP: _text(section, plan, Meta.GROUP),
        }

    def _time(self, section: Section, plan: Plan, meta: Meta) -> pl.Series:
        kind = pl.Datetime("us") if meta is Meta.SUBMITTED else pl.Int32()
        heading = plan.meta.get(meta)
        if heading is None:
            return pl.repeat(None, section.body.height, dtype=kind, eager=True)
        column = section.column(heading)
        read = column.mapped(times) if meta is Meta.SUBMITTED else column.mapped_each(seconds_of, kind)
        unread = read.is_null() & column.mapped(lambda texts: texts.str.contains(r"\S"))
        if unread.any():
            self.findings.append(unread_times(section, heading, unread))
        return read

    def _answers(self, section: Section, plan: Plan, question: Question, scores: Scores) -> pl.Series:
        if question.id in plan.parted:
            return self._parted(section, question, plan.parted[question.id])
        heading = plan.whole.get(question.id)
        if heading is None:
            return _unasked(question, section.body.height)
        values, wrong = _read(section.column(heading), question, scores.get(question.id))
        if wrong.any():
            beside = self._beside(plan, heading)
            self.findings.append(unknown_answers(section, question, heading, wrong, beside))
        return values

    def _parted(self, section: Section, question: Question, headings: Mapping[int, Heading]) -> pl.Series:
        """Several choices with a column of 0 and 1 for each option."""
        choices = Choices(question)
        codes = {}
        for option, heading in sorted(headings.items()):
            codes[str(option)] = read = section.column(heading).mapped_each(choices.chosen, pl.Int8)
            if (wrong := read == UNREADABLE).any():
                self.findings.append(unknown_answers(section, question, heading, wrong))
        chosen = [pl.when(pl.col(option) == 1).then(pl.lit(int(option), pl.Int8)) for option in codes]
        is_skipped = pl.all_horizontal(pl.all() == NOT_ASKED)
        listed = pl.when(~is_skipped).then(pl.concat_list(chosen).list.drop_nulls()).alias(question.id)
        return pl.DataFrame(codes).select(listed).to_series()

    def _beside(self, plan: Plan, heading: Heading) -> list[tuple[Heading, Question]]:
        """The single choices in the columns on either side."""
        ids = {each.column: id_ for id_, each in plan.whole.items()}
        found = (ids.get(heading.column + step) for step in (-1, 1))
        questions = (self.questionnaire.question(id_) for id_ in found if id_ is not None)
        return [(plan.whole[question.id], question) for question in questions if question.kind == "单选"]


def _unasked(question: Question, height: int) -> pl.Series:
    match question.kind:
        case "单选":
            return pl.repeat(NOT_ASKED, height, dtype=pl.Int8, eager=True)
        case "多选":
            return pl.repeat(None, height, dtype=_LIST, eager=True)
    return pl.repeat(None, height, dtype=pl.String, eager=True)


def _read(column: Column, question: Question, scores: Mapping[str, int] | None) -> tuple[pl.Series, pl.Series]:
    """The answers of a column, and which of them could not be read."""
    match question.kind:
        case "单选":
            codes = column.mapped_each(Choices(question, scores).one, pl.Int8)
            return codes, codes == UNREADABLE
        case "填空":
            texts = column.mapped(_said)
            return texts, pl.repeat(False, len(texts), dtype=pl.Boolean, eager=True)
        case "多选":
            values, is_read = column.mapped_pairs(Choices(question).several, _LIST)
        case _:
            values, is_read = column.mapped_pairs(lambda text: figure_in(question, text), pl.String)
    return values, ~is_read


def _text(section: Section, plan: Plan, meta: Meta) -> pl.Series:
    heading = plan.meta.get(meta)
    if heading is None:
        return pl.repeat(None, section.body.height, dtype=pl.String, eager=True)
    return section.column(heading).mapped(_said)


def _said(texts: pl.Series) -> pl.Series:
    """The texts that say something, null for the others."""
    stripped = texts.str.strip_chars()
    short = stripped.filter(stripped.str.len_chars() <= _LONGEST_SPECIAL).unique()
    nothing = [text for text in short if special_code(text) is not None]
    return stripped.set(stripped.is_in(nothing), None)
