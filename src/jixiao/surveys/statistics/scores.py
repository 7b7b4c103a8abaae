"""Sheets as whole-number scores: every distinct pattern of answers once, with how many sheets gave it.

All that is said of composites rests on sums over these patterns, so it is exact and takes one pass over the sheets.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

import polars as pl

from jixiao.refusals import Problem, Refusal
from jixiao.surveys.questionnaire import Question
from jixiao.surveys.sheets import Answers
from jixiao.surveys.statistics.weighing import Weighing

_SHEETS, _PART = "sheets", "part"
_FINEST = 10**12
"""The scores are multiples of one part in at most so many, whose squares sum up within 128 bits."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question that is counted, with what its answers count."""

    question: Question
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class Sums:
    """Over some sheets: for each question the sum of its scores and how many there are, scores being n ÷ `unit`."""

    unit: int
    scores: tuple[int, ...]
    bases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """`frame` has one column of scores for each question (null: outside the base) and one of how many sheets."""

    frame: pl.DataFrame
    unit: int
    questions: int

    @classmethod
    def of_sheets(cls, answers: Answers, weighed: Sequence[Weighed], by: str = "") -> "Scores":
        """The scores of the sheets; `by` keeps the answers to one more question apart, for `parts`.

        Refusal where the weights have no common part that is coarse enough to count in.
        """
        ids = [each.question.id for each in weighed]
        wanted = [pl.col(each).alias(_score(number)) for number, each in enumerate(ids)]
        part = [pl.col(by).alias(_PART)] if by else []
        patterns = answers.columns.lazy().select(*wanted, *part).group_by(pl.all()).agg(pl.len().alias(_SHEETS))
        frame = patterns.collect()
        tables = [_scores_of(each, frame.get_column(_score(number))) for number, each in enumerate(weighed)]
        unit = _common_unit(weight for table in tables for weight in table.values())
        kind = _kind_for(unit, answers.valid)
        mapped = [_mapped(number, table, unit, kind) for number, table in enumerate(tables)]
        return cls(frame.select(*mapped, *([_PART] if by else []), pl.col(_SHEETS).cast(pl.Int64)), unit, len(ids))

    @classmethod
    def of_counts(cls, weights: Mapping[Fraction, int]) -> "Scores":
        """The scores of one question of which it is known how many answers count how much."""
        unit = _common_unit(weights)
        scores = pl.Series(
            _score(0), [int(weight * unit) for weight in weights], dtype=_kind_for(unit, sum(weights.values()))
        )
        sheets = pl.Series(_SHEETS, list(weights.values()), dtype=pl.Int64)
        return cls(pl.DataFrame([scores, sheets]), unit, 1)

    def parts(self) -> Iterator[tuple[int, "Scores"]]:
        """The scores by the answer to the question they were kept apart by, in the order of the codes."""
        for (answer,), frame in sorted(self.frame.partition_by(_PART, as_dict=True).items()):
            yield answer, replace(self, frame=frame.drop(_PART))

    def without_part(self) -> "Scores":
        """The scores of those who gave none of the options to the question they were kept apart by."""
        return replace(self, frame=self.frame.filter(pl.col(_PART) < 0).drop(_PART))

    def complete(self) -> "Scores":
        """The sheets that answer every question."""
        return replace(self, frame=self.frame.drop_nulls(self._columns))

    @property
    def received(self) -> int:
        """How many sheets there are."""
        return int(self.frame.get_column(_SHEETS).sum())

    @property
    def sheets(self) -> int:
        """How many sheets say anything."""
        said = pl.any_horizontal(pl.col(self._columns).is_not_null())
        return int(self.frame.filter(said).get_column(_SHEETS).sum())

    def sums(self) -> Sums:
        """The sum of the scores of each question and how many there are."""
        columns = [pl.col(name) for name in self._columns]
        scores = self._computed([(column * pl.col(_SHEETS)).sum() for column in columns])
        bases = self._computed([pl.col(_SHEETS).filter(column.is_not_null()).sum() for column in columns])
        return Sums(self.unit, scores, bases)

    def products(self) -> list[list["Products"]]:
        """What is needed for covariances, for every two questions over the sheets that answer both."""
        names, sheets = self._columns, pl.col(_SHEETS)
        wanted = []
        for one, other in _pairs_of(names):
            both = pl.col(one).is_not_null() & pl.col(other).is_not_null()
            wanted += [
                (pl.col(one) * pl.col(other) * sheets).sum(),
                (pl.col(one) * sheets).filter(both).sum(),
                (pl.col(other) * sheets).filter(both).sum(),
                sheets.filter(both).sum(),
            ]
        values = iter(self._computed(wanted))
        found = {pair: Products(next(values), next(values), next(values), next(values)) for pair in _pairs_of(names)}
        return [
            [found[one, other] if (one, other) in found else found[other, one].turned() for other in names]
            for one in names
        ]

    def rows(self) -> list[tuple[tuple[int | None, ...], int]]:
        """The distinct patterns with how many sheets gave them, in an order that depends on nothing else."""
        rows = self.frame.select(*self._columns, _SHEETS).rows()
        return sorted(((row[:-1], row[-1]) for row in rows), key=lambda row: [(-1 if s is None else s) for s in row[0]])

    @property
    def _columns(self) -> list[str]:
        return [_score(number) for number in range(self.questions)]

    def _computed(self, wanted: Sequence[pl.Expr]) -> tuple[int, ...]:
        named = [each.alias(str(number)) for number, each in enumerate(wanted)]
        return tuple(int(value) for value in self.frame.select(named).row(0))


@dataclass(frozen=True, slots=True)
class Products:
    """Σ xy, Σ x, Σ y and the number of the sheets that answer both of two questions, in units of the scores."""

    both: int
    one: int
    other: int
    sheets: int

    def turned(self) -> "Products":
        """The same with the questions the other way round."""
        return Products(self.both, self.other, self.one, self.sheets)

    def around(self, one: Fraction, other: Fraction) -> Fraction:
        """Σ (x − one)(y − other)."""
        return self.both - other * self.one - one * self.other + one * other * self.sheets


def _score(number: int) -> str:
    return f"score{number}"


def _pairs_of(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for number, one in enumerate(names) for other in names[number:]]


def _scores_of(weighed: Weighed, column: pl.Series) -> dict[int | str, Fraction]:
    """What each answer that was given counts; answers outside the base are left out."""
    if weighed.question.kind == "单选":
        return dict(weighed.weighing.weights.items())
    weights = ((text, weighed.weighing.of_value(text)) for text in column.unique().drop_nulls())
    return {text: weight for text, weight in weights if weight is not None}


def _mapped(number: int, table: Mapping[int | str, Fraction], unit: int, kind: type[pl.DataType]) -> pl.Expr:
    column = pl.col(_score(number))
    if not table:
        return pl.lit(None, dtype=kind).alias(_score(number))
    scores = [int(weight * unit) for weight in table.values()]
    return column.replace_strict(list(table), scores, default=None, return_dtype=kind).alias(_score(number))


def _kind_for(unit: int, sheets: int) -> type[pl.DataType]:
    """The whole numbers in which squares of scores can be summed over so many sheets; the shorter are twice as fast."""
    return pl.Int64 if unit * unit * max(sheets, 1) < 2**62 else pl.Int128


def _common_unit(weights: Iterable[Fraction]) -> int:
    unit = 1
    for weight in weights:
        unit = lcm(unit, weight.denominator)
        if unit > _FINEST:
            found = "各题的赋值没有足够大的公约数"
            raise Refusal(
                Problem("调查方案", "option_weights", found, "小数位数较少的赋值", "请把赋值写成不超过两位小数")
            )
    return unit
