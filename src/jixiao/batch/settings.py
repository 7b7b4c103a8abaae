"""What the profile of a form settles for its checks: the one place where profiles and batch meet."""

from dataclasses import dataclass
from fractions import Fraction

from jixiao.forms.checks.adding import counts_unprinted_execution
from jixiao.forms.checks.grades import words_for
from jixiao.forms.profiles import (
    Decreasing,
    Denominator,
    ExecutionRule,
    ExecutionStands,
    OverCompletion,
    Profile,
    Shortfall,
    Tier,
)
from jixiao.forms.vocabulary import plain

FAR_ABOVE, EXPLAINED_BELOW = Fraction(130), Fraction(90)
"""Per cent of the target that is far above it, and the rate that asks for a reason, where a profile names none."""


@dataclass(frozen=True, slots=True)
class GradeBand:
    """A grade: every word for it, and the lowest score (included) that earns it."""

    words: frozenset[str]
    low: Fraction


@dataclass(frozen=True)
class FormSettings:
    """What holds for the forms of one profile; rates in per cent, points in points.

    Amounts of a form that names no unit are in `money_unit`. `rule_stated` and `bands_stated` say that the profile
    itself states the rule of execution and the bands of grades; otherwise what contradicts them is only warned of.
    `apart`: the money block gives points for execution, which count beside the blocks;
    `rule_points` are those that it must then give, where they are known. `headings_bind`: the points
    behind the name of a block are those of its indicators. `even`: they are shared out evenly and rounded to whole
    ones, so that parts need not add up. `reduces`: points are lost where a target is far exceeded.
    """

    profile: str
    money_unit: str
    denominator: Denominator
    execution: ExecutionRule
    rule_stated: bool
    apart: bool
    rule_points: Fraction | None
    tiers: tuple[Tier, ...]
    floor: Fraction | None
    explained_from: Fraction
    full_points: Fraction
    headings_bind: bool
    even: bool
    bonus: bool
    shortfall: Shortfall
    decreasing: Decreasing
    pass_mark: Fraction
    far_above: Fraction
    reduces: bool
    bands: tuple[GradeBand, ...]
    bands_stated: bool
    whole_bands: bool

    def rank(self, grade: str) -> int:
        """Which grade, from the best, a word means; 0 for a word that is none of this profile's.

        >>> from jixiao.forms.profiles import profile
        >>> settings_of(profile("A")).rank("优"), settings_of(profile("A")).rank("甲")
        (1, 0)
        """
        word = plain(grade)
        return next((rank for rank, band in enumerate(self.bands, 1) if word in band.words), 0)


def settings_of(each: Profile) -> FormSettings:
    """What a profile settles."""
    execution, scoring, scale = each.execution, each.scoring, each.grades.in_force
    return FormSettings(
        profile=each.id,
        money_unit=each.money.unit.value,
        denominator=execution.denominator,
        execution=execution.rule,
        rule_stated=execution.is_stated,
        apart=execution.stands is ExecutionStands.MONEY_BLOCK and execution.rule is not ExecutionRule.NONE,
        rule_points=execution.points if counts_unprinted_execution(each) else None,
        tiers=execution.tiers,
        floor=execution.floor,
        explained_from=EXPLAINED_BELOW if execution.explained_below is None else execution.explained_below,
        full_points=each.full_points,
        headings_bind=each.bracketed_points_bind,
        even=each.indicators.even_whole_points,
        bonus=scoring.bonus,
        shortfall=scoring.shortfall,
        decreasing=scoring.decreasing,
        pass_mark=scoring.pass_mark,
        far_above=FAR_ABOVE if scoring.far_above is None else scoring.far_above,
        reduces=scoring.over_completion in (OverCompletion.REDUCED, OverCompletion.BY_DEVIATION),
        bands=tuple(GradeBand(frozenset(words_for(band.name, each)), band.from_) for band in scale.bands),
        bands_stated=each.grades.is_stated,
        whole_bands=scale.reading == "整数",
    )
