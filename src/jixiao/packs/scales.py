"""Grade scales: which total earns which grade, each with its source and its years."""

from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.dates import Validity

Mark = Literal["C", "C~", "S", "P", "M"]
"""How sure a statement is: C checked against the text, C~ against a damaged copy, S seen in sample reports,
P in other published reports, M recalled and to be looked up."""


def _points(value: object) -> Fraction | None:
    if isinstance(value, Fraction) or value is None:
        return value
    text = str(value)
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or not 0 <= Fraction(text) <= 100:
        raise wrong("0 到 100 之间的分数线", "请只写数字，例如 90")
    return Fraction(text)


Points = Annotated[Fraction, BeforeValidator(_points)]
"""A number of points from 0 to 100, exact."""


class Band(BaseModel):
    """One grade of a scale; `to` is written only where the bands are whole numbers."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    name: str = Field(min_length=1)
    from_: Points = Field(alias="from")
    to: Annotated[Fraction | None, BeforeValidator(_points)] = None


class GradeScale(BaseModel):
    """Grades from the best down. With `reading` 下限 a band begins at its bound, that included, and ends before the
    band above; with 整数 both bounds are whole numbers of the band, and a total is rounded half-up to a whole
    number first, so that 89.5 has a grade.

    A scale is refused unless every total from 0 to 100 falls into exactly one band.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    reading: Literal["下限", "整数"] = "下限"
    bands: tuple[Band, ...] = Field(min_length=2)
    source: str = ""
    valid: Validity = Validity()
    mark: Mark
    note: str = ""

    @model_validator(mode="after")
    def _covers_every_total_once(self) -> Self:
        for upper, lower in pairwise(self.bands):
            between = f"“{upper.name}”与“{lower.name}”"
            if lower.from_ >= upper.from_:
                raise wrong("由高到低的分数线", "请按从好到差的顺序写各档", f"{between}的分数线没有下降")
            if self.reading == "整数" and lower.to != upper.from_ - 1:
                raise wrong("首尾相接的整数分段", "请核对两档的 from 和 to", f"{between}之间有缺口或重叠")
        if self.bands[-1].from_ != 0:
            raise wrong(
                "从 0 分开始的最低一档", "请把最低一档的 from 写为 0", f"最低一档从 {self.bands[-1].from_} 分开始"
            )
        if self.reading == "整数":
            self._has_whole_bounds()
        elif any(band.to is not None for band in self.bands):
            raise wrong("只写 from 的分段", "请删去 to，或把 reading 写为 整数", "按下限分档却写了 to")
        if len({band.name for band in self.bands}) < len(self.bands):
            raise wrong("各不相同的等级名称", "请改名", "重复的等级名称")
        return self

    def _has_whole_bounds(self) -> None:
        if self.bands[0].to != 100:
            raise wrong("到 100 分为止的最高一档", "请把最高一档的 to 写为 100", f"“{self.bands[0].name}”不到 100 分")
        for band in self.bands:
            if band.to is None or band.from_.denominator != 1 or band.to < band.from_:
                raise wrong("整数的 from 和 to", "请写成 from: 80、to: 89 的样子", f"“{band.name}”的分段")

    def grade_of(self, total: Fraction) -> str:
        """The grade a total earns; a total above 100 (a bonus) earns the best grade, one below 0 is a ValueError.

        >>> bands = [{"name": "合格", "from": "60"}, {"name": "不合格", "from": "0"}]
        >>> scale = GradeScale.model_validate({"id": "two", "name": "两档", "bands": bands, "mark": "M"})
        >>> scale.grade_of(Fraction(60)), scale.grade_of(Fraction("59.99"))
        ('合格', '不合格')
        """
        if total < 0:
            raise ValueError(f"a total cannot be negative: {total}")
        score = Fraction(floor(total + Fraction(1, 2))) if self.reading == "整数" else total
        return next(band.name for band in self.bands if score >= band.from_)


class ScaleFile(BaseModel):
    """The content of grade-scales.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scales: tuple[GradeScale, ...]
