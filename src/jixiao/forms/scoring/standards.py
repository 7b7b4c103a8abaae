"""Scoring by the sentence that a form prints beside an indicator (评分标准), where it can be read and applied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.forms.model import IndicatorLine
from jixiao.forms.values import Direction, Stated, direction_of, speaks_of_less, stated_pair
from jixiao.quantities import exact_text
from jixiao.rules import Evidence, Rule, Scored
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed
from jixiao.rules.portion import exact

if TYPE_CHECKING:
    from jixiao.language import Read

_LONGEST = 400
"""Characters of a standard that is read at all; the longest met have about two hundred."""
_OF_POINTS = "权重"
"""What complaints speak of that are about points which do not fit those of the row."""
_SUM = "合计"
_SHARED = re.compile("[%％/]|其余|其他|各占")
"""Shares of points that stand elsewhere (其余要点各占25%): how many there are, and so their sum, is not known here."""
_VALUES = ("value", "count")
_WITHOUT_TARGET = "没有给出目标值，按数据中的目标值计分"
"""What the reader notes of a sentence that speaks of the target (达到指标值)."""


@dataclass(frozen=True, slots=True)
class WrittenStandard:
    """A sentence read as a rule: `notes` say what its words left open, `complaints` which points do not fit the row."""

    rule: Rule
    canonical: str
    notes: tuple[str, ...]
    complaints: tuple[str, ...]

    @property
    def measures(self) -> str:
        """What its points follow from (completion, rate, value); "" where they follow from no number."""
        return self.rule.part.measure.key if isinstance(self.rule.part, Curve) else ""

    def steps(self, weight: Fraction) -> tuple[Fraction, ...]:
        """The points of its steps, highest first; none where it gives points otherwise or leaves cases open."""
        part = self.rule.part
        if self.notes or self.complaints or not isinstance(part, Curve) or len(part.pieces) < 2:
            return ()
        if not all(isinstance(gives, Fixed) for _, gives in part.pieces):
            return ()
        points = {exact(portion.of(weight)) for _, gives in part.pieces for portion in gives.portions()}
        return tuple(sorted(points, reverse=True))


@dataclass(frozen=True, slots=True)
class Earned:
    """The points that a standard gives an indicator, one for each way its words can be meant, lowest first."""

    standard: WrittenStandard
    points: tuple[Fraction, ...]


def standard_of(line: IndicatorLine) -> WrittenStandard | None:
    """The standard of an indicator as a rule; None where it prints none, or none that gives points by its words."""
    text = line.standard.text
    if "分" not in text or len(text) > _LONGEST or line.points.printed is None or line.points.printed.value <= 0:
        return None
    read = _read(line, "")
    if read is None or _WITHOUT_TARGET in read.notes:
        read = _read(line, line.target.text)
    if read is None or not isinstance(read.rule, Rule):
        return None
    about_points = tuple(each for each in read.notes if _OF_POINTS in each)
    complaints = tuple(each for each in about_points if _SUM not in each or not _SHARED.search(text))
    notes = tuple(each for each in read.notes if each not in complaints)
    return WrittenStandard(read.rule, read.canonical, notes, complaints)


def earned_by_standard(line: IndicatorLine) -> Earned | None:
    """What the standard gives the indicator by target and actual value; None where these do not decide it.

    A standard over a rate looks at the rate itself, one over a completion at actual ÷ target; of an indicator that is
    a rate both may be meant, and then both are accepted.
    """
    if not line.standard or not line.target or not line.actual:
        return None
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    if target is None or actual is None or target.unit != actual.unit:
        return None
    standard = standard_of(line)
    if standard is None or standard.complaints:
        return None
    weight = line.points.known.value
    evidence = _evidence(line, target, actual, standard)
    outcomes = [standard.rule.apply(weight, each, traced=False) for each in evidence]
    points = {outcome.points for outcome in outcomes if isinstance(outcome, Scored)}
    decided = all(isinstance(outcome, Scored) for outcome in outcomes)
    return Earned(standard, tuple(sorted(points))) if points and decided else None


def _evidence(line: IndicatorLine, target: Stated, actual: Stated, standard: WrittenStandard) -> Iterator[Evidence]:
    direction = direction_of(target, line.name.text, line.level2)
    rises = direction in (Direction.MORE, Direction.EXACTLY) or (
        direction is Direction.DOUBTFUL and not speaks_of_less(line.name.text)
    )
    is_rate = actual.unit == "%"
    if standard.measures in _VALUES and not is_rate:
        yield Evidence({"actual": exact_text(actual.value), "count": exact_text(actual.value)})
    if standard.measures in ("rate", "completion") and is_rate:
        yield Evidence({"rate": exact_text(actual.value / 100)})
    by_completion = standard.measures == "completion" or (standard.measures == "rate" and not is_rate)
    if by_completion and rises and target.value > 0:
        yield Evidence({"rate": exact_text(actual.value / target.value)})


def _read(line: IndicatorLine, target: str) -> "Read | None":
    from jixiao.language import Read, parse_rule  # half a second of grammar, which most forms do not need

    read = parse_rule(line.standard.text, target=target, weight=line.points.known.value)
    return read if isinstance(read, Read) else None
