"""A profile of self-evaluation forms as data: how a layout is recognised, what stands where, how it is scored.

Whatever a profile's file leaves out has a default; `is_stated` of a rule says whether the file itself states it, since
what is only usual elsewhere can be warned about and never held against a form.
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Self

from pydantic import Field, model_validator

from jixiao.forms.profiles.scores import Execution, ExecutionRule, ExecutionStands, Scoring
from jixiao.forms.vocabulary import Column
from jixiao.packs.complaints import wrong, wrong_at
from jixiao.packs.dates import Validity
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import Band, GradeScale, Mark, Points
from jixiao.packs.strict import Strict, YesNo


class Seen(Strict):
    """Where a layout was met, in which years, by which document, and how sure that is."""

    places: tuple[str, ...] = ()
    years: Validity = Validity()
    source: str = ""
    mark: Mark = "P"


class MoneyUnit(Enum):
    """The unit of amounts where a form names none."""

    YUAN = "元"
    TEN_THOUSAND = "万元"
    HUNDRED_MILLION = "亿元"


class Signs(Strict):
    """What a form must show to be of this profile; none of them: it is only used when it is named.

    `title`: one of these words at least stands in it, and none of `title_without`. `words`: each stands in a heading or
    in the header. `money` and `indicators`: columns that must all be there, and those that must not. `blocks`: headings
    of the first level that must all be there; where some must not (`blocks_without`), neither may one that is unknown.
    With `block_points` the points they print must be an allowed set of the profile. `execution_points`: the points that
    the money block prints, if any; `unit`: the unit it names.
    """

    title: tuple[str, ...] = ()
    title_without: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    money: tuple[Column, ...] = ()
    money_without: tuple[Column, ...] = ()
    indicators: tuple[Column, ...] = ()
    indicators_without: tuple[Column, ...] = ()
    blocks: tuple[str, ...] = ()
    blocks_without: tuple[str, ...] = ()
    block_points: YesNo = False
    unit: MoneyUnit | None = None
    execution_points: Points | None = None
    scores_objective: YesNo = False

    @property
    def are_none(self) -> bool:
        """Whether nothing is asked of a form."""
        return not (self.title or self.words or self.money or self.indicators or self.blocks)


class MoneyLayout(Strict):
    """The money block: its columns, the rows of sources, whether these 其中 rows may carry points."""

    unit: MoneyUnit = MoneyUnit.TEN_THOUSAND
    columns: tuple[Column, ...] = ()
    rows: tuple[str, ...] = ()
    parts_may_score: YesNo = False


class PointsStand(Enum):
    """Where the points of an indicator stand."""

    BEHIND = "指标值后"
    BEFORE = "指标值前"
    NOWHERE = "不逐行列出"


class TargetIn(Enum):
    """Whether sign, number and unit of a target stand in one cell or in three."""

    ONE = "一列"
    THREE = "三列"


class ScoreIs(Enum):
    """What the score column of an indicator holds."""

    POINTS = "得分"
    COEFFICIENT = "得分系数×权重"
    OF_HUNDRED = "百分制×权重"


class IndicatorLayout(Strict):
    """The indicator block.

    `even_whole_points`: points are shared out evenly and rounded to whole points, so that parts need not add up.
    """

    columns: tuple[Column, ...] = ()
    points_stand: PointsStand = PointsStand.BEHIND
    target_in: TargetIn = TargetIn.ONE
    score_is: ScoreIs = ScoreIs.POINTS
    even_whole_points: YesNo = False


class BlockSet(Strict):
    """The points of the blocks of the first level in one allowed case."""

    case: str = ""
    points: dict[str, Points] = Field(min_length=1)


class TotalStands(Enum):
    """Where a form prints its total and its grade."""

    LAST_ROW = "末行"
    HEADER = "表头"
    NOWHERE = "不印"


class Grades(Strict):
    """The grades: a scale of grade-scales.yaml by its id, or bands of the profile's own; `words` are other words."""

    scale: str = ""
    bands: tuple[Band, ...] = ()
    whole: YesNo = False
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    stand: TotalStands = TotalStands.NOWHERE

    @property
    def is_stated(self) -> bool:
        """Whether the profile itself states the bands."""
        return bool(self.scale or self.bands)

    @property
    def in_force(self) -> GradeScale:
        """The scale: the profile's own, otherwise 优良中差 as the ministry has it."""
        if not self.bands:
            return standard_registry().scale(self.scale or "standard")
        return GradeScale(id="own", name="自定", reading="整数" if self.whole else "下限", bands=self.bands, mark="S")

    @model_validator(mode="after")
    def _are_one_scale(self) -> Self:
        if self.scale and self.bands:
            raise wrong("scale 或 bands 之一", "请删去其中一个", "既引用等级标准又自写分数线")
        if self.scale and self.scale not in standard_registry().scales:
            known = "、".join(standard_registry().scales)
            raise wrong(f"已有的等级标准（{known}）", "请改用其中一个，或用 bands 自写分数线", f"“{self.scale}”")
        names = {band.name for band in self.in_force.bands}
        for name in self.words:
            if name not in names:
                raise wrong("分数线里有的等级名称", "请改为分数线里的名称", f"“{name}”")
        return self


class Profile(Strict):
    """A layout of forms with its conventions. `audited` says why forms of this kind are not verified but audited.

    `like` names another profile that everything not written here is taken from, its signs only where some are written
    here too. `headings` are further words that head
    a column. `blocks` are the sets of points that were met; a form with another set may have its reasons. With
    `unscored` no points are expected. `full_points` is what all points come to; with `scores_objective` some of them,
    `objective_points` where they are known, are for the yearly objective itself.
    """

    id: str = Field(min_length=1, max_length=40)
    name: str = Field(min_length=1)
    like: str = ""
    seen: Seen = Seen()
    signs: Signs = Signs()
    headings: dict[Column, tuple[str, ...]] = Field(default_factory=dict)
    money: MoneyLayout = MoneyLayout()
    execution: Execution = Execution()
    indicators: IndicatorLayout = IndicatorLayout()
    blocks: tuple[BlockSet, ...] = ()
    bracketed_points_bind: YesNo = True
    scoring: Scoring = Scoring()
    grades: Grades = Grades()
    total_stands: TotalStands = TotalStands.LAST_ROW
    full_points: Points = Fraction(100)
    unscored: YesNo = False
    scores_objective: YesNo = False
    objective_points: Points | None = None
    audited: str = ""
    note: str = ""

    def prescribed(self, stated: Mapping[str, Fraction | None]) -> Mapping[str, Fraction]:
        """The points of a form's blocks: of the cases with just these blocks, the one nearest to what it states.

        Empty where the profile has no such case.
        """
        cases = [case.points for case in self.blocks if set(case.points) == set(stated)]
        return max(cases, key=lambda case: sum(case[name] == stated[name] for name in case), default={})

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        """Blocks, execution and objective make the full points, unless execution counts inside a block."""
        if self.like:
            return self
        if self.objective_points is not None and not self.scores_objective:
            raise wrong_at(
                ("objective_points",),
                wrong(
                    "只用于总体目标打分的表", "请加上 scores_objective: 是，或删去 objective_points", "总体目标不打分"
                ),
            )
        execution = self.execution
        counted = execution.points is not None and execution.rule is not ExecutionRule.NONE
        apart = counted and execution.stands is not ExecutionStands.WITHIN_BLOCK
        others = ((execution.points or Fraction(0)) if apart else Fraction(0)) + (self.objective_points or Fraction(0))
        for number, blocks in enumerate(self.blocks):
            total = sum(blocks.points.values(), others)
            if total != self.full_points:
                expected, mend = f"合计 {self.full_points} 分的分值", "请核对各一级指标和执行率的分值"
                raise wrong_at(("blocks", number), wrong(expected, mend, f"合计 {total} 分"))
        if self.unscored and self.blocks:
            raise wrong_at(("unscored",), wrong("不打分的表没有分值", "请删去 blocks 或 unscored", "不打分而写了分值"))
        return self
