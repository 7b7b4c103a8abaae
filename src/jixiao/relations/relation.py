"""What every relation between printed figures has in common.

A relation is first asked whether it can be decided at all: a missing figure, digits beyond the declared ones, units
that do not fit or a divisor that may be zero make it *undecided*, with the reason. Where the decimals of a number
can be read in two ways, only what fails under both readings is impossible.
"""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Self

from jixiao.findings import Check, Verdict
from jixiao.quantities import Printed, UnitError
from jixiao.relations.assessments import Assessment, undecided
from jixiao.relations.figures import Figure, Reading
from jixiao.relations.wording import value_text


class Undecidable(Exception):
    """Says, in Chinese, why a relation cannot be decided from the figures it has."""


class Relation(ABC):
    """Figures that should satisfy an equation; `assess` says whether they can."""

    __slots__ = ()

    check: Check

    @property
    @abstractmethod
    def stated(self) -> Figure:
        """The figure that the others should yield."""

    @property
    @abstractmethod
    def inputs(self) -> tuple[Figure, ...]:
        """The figures it should come from, in the order of the arithmetic."""

    @property
    @abstractmethod
    def statement(self) -> str:
        """What should hold, in the names of the quantities: 合计 = 甲 + 乙."""

    @abstractmethod
    def read(self, reading: Reading) -> Self:
        """The same relation with every number read in another way."""

    @abstractmethod
    def explain(self, assessment: Assessment) -> str:
        """Why the relation was judged so, as arithmetic that a pocket calculator can redo."""

    def printed(self, assessment: Assessment) -> str | None:
        """What the document states in place of `expected`; `None` where it states nothing."""
        return None if self.stated.printed is None else str(self.stated.printed)

    def expected(self, assessment: Assessment) -> str | None:
        """What should have been printed in place of the stated figure; `None` where that is not known."""
        printed = self.stated.printed
        if assessment.computed is None or printed is None:
            return None
        return value_text(assessment.computed, printed.decimals, printed.unit)

    @abstractmethod
    def _judge(self) -> Assessment:
        """Decide a relation of which every figure is stated. `Undecidable` and `UnitError` leave it undecided."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the relation, the stated one last."""
        return (*self.inputs, self.stated)

    def assess(self) -> Assessment:
        """The verdict on this relation. What lacks a figure is undecided, never passed."""
        obstacle = self._obstacle()
        if obstacle:
            return undecided(obstacle)
        assessment = self._decide()
        doubtful = [f.name for f in self.figures if f.printed is not None and f.printed.coarser is not None]
        if assessment.verdict is not Verdict.IMPOSSIBLE or not doubtful:
            return assessment
        if not self.read(Printed.coarse)._decide().verdict.is_possible:
            return assessment
        because = f"“{'”“'.join(doubtful)}”的小数位数有两种读法，按位数少的读法舍入可以解释"
        return replace(assessment, verdict=Verdict.STRAINED, because=because)

    def _obstacle(self) -> str:
        """What keeps the relation from being decided, or nothing."""
        missing = [figure.name for figure in self.figures if figure.is_missing]
        if missing:
            return f"缺少“{'”“'.join(missing)}”"
        excess = [f"“{f.name}”{f}" for f in self.figures if f.known.has_excess_digits]
        return f"印出的位数多于注明的小数位数：{'、'.join(excess)}" if excess else ""

    def _decide(self) -> Assessment:
        try:
            return self._judge()
        except (Undecidable, UnitError) as error:
            return undecided(str(error))
