"""How a profile gives points: for execution, for targets met or missed, for words, for satisfaction."""

from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.scales import Points
from jixiao.packs.strict import Strict, YesNo


def _percent(value: object) -> Fraction | None:
    if isinstance(value, Fraction) or value is None:
        return value
    text = str(value).removesuffix("%")
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or not 0 <= Fraction(text) <= 1000:
        raise wrong("0 到 1000 之间的百分数", "请写成 80 或 80% 的样子")
    return Fraction(text)


Percent = Annotated[Fraction, BeforeValidator(_percent)]
"""Per cent from 0 to 1000, exact: 80 and 80% both mean 80 of 100."""


class ExecutionRule(Enum):
    """How points for execution follow from the rate."""

    NONE = "不计分"
    PROPORTIONAL = "按比例"
    TIERS = "分档"
    CONDITIONAL_TIERS = "完成后分档"


class ExecutionStands(Enum):
    """Where a form gives points for execution."""

    MONEY_BLOCK = "资金栏"
    INDICATOR = "单独指标"
    WITHIN_BLOCK = "一级指标内"


class Denominator(Enum):
    """Which amount the execution rate divides by."""

    ADJUSTED = "全年预算"
    INITIAL = "年初预算"
    NET = "扣除统筹整合后预算"


class Tier(Strict):
    """From this rate on (per cent, included) `share` per cent of the points are earned."""

    from_: Percent = Field(alias="from")
    share: Percent


def _fall_to_zero(tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
    for upper, lower in pairwise(tiers):
        if lower.from_ >= upper.from_ or lower.share > upper.share:
            raise wrong("由高到低的分档", "请从最高的一档写起，比率和得分率都逐档下降", "没有下降的分档")
    if tiers and tiers[-1].from_ != 0:
        raise wrong("从 0 开始的最低一档", "请补上 {from: 0, share: …}", f"最低一档从 {tiers[-1].from_}% 开始")
    return tiers


class Execution(Strict):
    """Points for execution: how many, where they stand, and how they follow from the rate.

    `tiers` are for 分档, and for 完成后分档 for a project that is not finished within its budget (one that is earns
    all). Below `floor` per cent nothing is earned, above it by `rule`. `explained_below`: a rate lower than this asks
    for a reason.
    """

    points: Points | None = None
    stands: ExecutionStands = ExecutionStands.MONEY_BLOCK
    denominator: Denominator = Denominator.ADJUSTED
    rule: ExecutionRule = ExecutionRule.PROPORTIONAL
    tiers: tuple[Tier, ...] = ()
    floor: Percent | None = None
    decimals: int | None = Field(default=None, ge=0, le=4)
    explained_below: Percent | None = None

    @property
    def is_stated(self) -> bool:
        """Whether the profile itself states the rule; what is only usual can only be warned about."""
        return "rule" in self.model_fields_set

    @model_validator(mode="after")
    def _has_tiers_where_its_rule_needs_them(self) -> Self:
        by_tiers = self.rule in (ExecutionRule.TIERS, ExecutionRule.CONDITIONAL_TIERS)
        if by_tiers != bool(self.tiers):
            found = "没有 tiers 的分档计分" if by_tiers else "不分档而写了 tiers"
            raise wrong("rule 与 tiers 一致", "分档的请写 tiers，不分档的请删去 tiers", found)
        _fall_to_zero(self.tiers)
        return self


class Shortfall(Enum):
    """How points of an indicator follow from a target that was missed."""

    UNSTATED = "未规定"
    PROPORTIONAL = "按比例计"
    PASS_MARK = "及格线"
    NONE = "不得分"


class Decreasing(Enum):
    """How points of an indicator follow from a limit (≤) that was exceeded."""

    UNSTATED = "未规定"
    INVERSE = "指标值÷完成值"
    DEVIATION = "按超出比例扣"
    NONE = "不得分"


class OverCompletion(Enum):
    """What far more than the target means for the points."""

    UNSTATED = "未规定"
    REASON = "说明原因"
    REDUCED = "酌情扣分"
    BY_DEVIATION = "按偏离程度扣分"


class Scoring(Strict):
    """Points of the indicators. `pass_mark`: completion below it earns nothing, above it W × (c − p) ÷ (1 − p).

    `qualitative` are the lower bounds (per cent of the points, included) of the two better levels of words.
    `satisfaction` are tiers of a satisfaction rate; none: it is scored like any other target. `far_above` is the
    completion (per cent of the target) from which a target counts as far exceeded.
    """

    shortfall: Shortfall = Shortfall.UNSTATED
    pass_mark: Percent = Fraction(60)
    decreasing: Decreasing = Decreasing.UNSTATED
    over_completion: OverCompletion = OverCompletion.UNSTATED
    far_above: Percent | None = None
    qualitative: tuple[Percent, ...] = (Fraction(80), Fraction(60))
    satisfaction: tuple[Tier, ...] = ()
    decimals: int | None = Field(default=None, ge=0, le=4)
    bonus: YesNo = False

    @property
    def bands_are_stated(self) -> bool:
        """Whether the profile itself states the levels of words."""
        return "qualitative" in self.model_fields_set

    @model_validator(mode="after")
    def _falls(self) -> Self:
        if len(self.qualitative) != 2 or not 100 > self.qualitative[0] > self.qualitative[1] > 0:
            raise wrong("由高到低的两个百分数", "请写成 [80, 60] 的样子", "定性指标的分档")
        if self.pass_mark >= 100:
            raise wrong("低于 100% 的及格线", "请核对 pass_mark", f"{self.pass_mark}%")
        _fall_to_zero(self.satisfaction)
        return self
