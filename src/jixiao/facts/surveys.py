"""What a satisfaction survey came to: each question with its answers, and the whole of each group asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import EvaluationError, Name
from jixiao.facts.base import Ambiguous, FactBase, Missing
from jixiao.facts.kinds import ANSWERS
from jixiao.facts.tables import Row, Table
from jixiao.packs.schemes import SatisfactionScheme

SATISFACTION, COMPOSITE = "满意度", "综合满意度"
_COUNTED, _WORDING, _UNKNOWN = "计入综合", "题目", "不了解"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question: `counts` in the order of ANSWERS, `base` their number without those who did not
    know, `satisfaction` as a fraction of one. None where it is not stated or cannot be computed."""

    row: Row
    question: str
    wording: str
    counted: bool
    counts: tuple[str | None, ...]
    unknown: str | None
    base: Fraction | None
    satisfaction: Fraction | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What one group said in one table; `composite` is the mean over the questions counted, not rounded before."""

    table: Table
    group: str
    scheme: SatisfactionScheme
    answers: tuple[Answers, ...]
    composite: Fraction | None


def surveys_in(tables: Iterable[Table], facts: FactBase) -> Iterator[Survey]:
    """Every group of every table that counts answers, in order."""
    for table in tables:
        if not table.kind.is_survey or table.source.scheme is None:
            continue
        for group in dict.fromkeys(row.body for row in table.rows):
            answers = tuple(_answers(row, facts) for row in table.rows if row.body == group)
            yield Survey(table, group, table.source.scheme, answers, _value(facts, COMPOSITE, group))


def _answers(row: Row, facts: FactBase) -> Answers:
    values = [row.values.get(answer) for answer in ANSWERS]
    stated = [value.exact for value in values if value is not None]
    unknown = row.values.get(_UNKNOWN)
    return Answers(
        row,
        row.item[-1] if row.item else row.name,
        row.texts.get(_WORDING, ""),
        row.texts.get(_COUNTED) == "是",
        tuple(None if value is None else value.text for value in values),
        None if unknown is None else unknown.text,
        sum(stated, start=Fraction(0)) if len(stated) == len(values) else None,
        _value(facts, SATISFACTION, row.body, *row.item),
    )


def _value(facts: FactBase, name: str, *words: str) -> Fraction | None:
    try:
        value = facts.exact()(Name.of(name, *filter(None, words)))
    except (Missing, Ambiguous, EvaluationError):
        return None
    return value if isinstance(value, Fraction) else None
