"""What the profile of a form settles for its checks: the one place where profiles and batch meet."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from jixiao.forms.vocabulary import plain


class ExecutionRule(Enum):
    """How points for execution follow from the rate."""

    NONE = "不计分"
    PROPORTIONAL = "按比例"
    TIERS = "分档"
    CONDITIONAL_TIERS = "完成后分档"


class Shortfall(Enum):
    """How points of an indicator follow from a target that was missed."""

    UNSTATED = "未规定"
    PROPORTIONAL = "按比例计"
    PASS_MARK = "及格线"


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of execution: from this rate (per cent, included) so many per cent of the points."""

    low: Fraction
    share: Fraction


@dataclass(frozen=True, slots=True)
class GradeBand:
    """A grade: every word for it, and the lowest score (included) that earns it."""

    words: frozenset[str]
    low: Fraction


def _band(low: int, *words: str) -> GradeBand:
    return GradeBand(frozenset(words), Fraction(low))


USUAL_BANDS = (
    _band(90, "优", "优秀"),
    _band(80, "良", "良好"),
    _band(60, "中", "一般", "合格"),
    _band(0, "差", "较差", "不合格"),
)
"""财预〔2020〕10号, and the words that places use instead."""


@dataclass(frozen=True)
class FormSettings:
    """What holds for the forms of one profile; rates in per cent, points in points. The defaults are the ministry's.

    Amounts of a form that names no unit are in `money_unit`. `rule_stated` and `bands_stated` say that the profile
    itself states the rule of execution and the bands of grades; otherwise what contradicts them is only warned of.
    `block_points` are the points of the first level by name.
    """

    profile: str = "A"
    money_unit: str = "万元"
    initial_divides: bool = False
    execution: ExecutionRule = ExecutionRule.PROPORTIONAL
    rule_stated: bool = False
    tiers: tuple[Tier, ...] = ()
    full_points: Fraction = Fraction(100)
    block_points: tuple[tuple[str, Fraction], ...] = ()
    bonus: bool = False
    shortfall: Shortfall = Shortfall.UNSTATED
    pass_mark: Fraction = Fraction(60)
    far_above: Fraction = Fraction(130)
    explained_from: Fraction = Fraction(90)
    bands: tuple[GradeBand, ...] = USUAL_BANDS
    bands_stated: bool = False
    whole_bands: bool = False

    def rank(self, grade: str) -> int:
        """Which grade, from the best, a word means; 0 for a word that is none of this profile's.

        >>> FormSettings().rank("良好"), FormSettings().rank("甲")
        (2, 0)
        """
        word = plain(grade)
        return next((rank for rank, band in enumerate(self.bands, 1) if word in band.words), 0)


MINISTRY = FormSettings()
"""The form of 财预〔2020〕10号, annex 1."""
