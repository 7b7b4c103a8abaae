"""Judgements: what evaluators found for an indicator, with reasons and evidence; never a score.

A judgement feeds the indicator's rule. Where the evaluator departs from the rule, that is an override:
a score with a reason and an author, kept beside the score of the rule (domain reference 15.4).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from jixiao.packs.complaints import wrong
from jixiao.quantities import NumberError, parse_number, parse_rate, round_half_up
from jixiao.rules import Mark

Word = Literal["符合", "部分符合", "不符合"]
YesNo = Literal["是", "否"]


def _number(text: str) -> str:
    try:
        parse_number(text)
    except NumberError as error:
        raise wrong(error.expected, "请只写数字") from None
    return text


def _share(text: str) -> str:
    try:
        parse_rate(text)
    except NumberError as error:
        raise wrong(error.expected, "请写成 85% 这样的份额") from None
    return text


def _score(text: str) -> str:
    if (parse_number(_number(text)) * 100).denominator != 1:
        raise wrong("最多两位小数的分值", "请写成 3 或 2.50 这样的分值")
    return text


def points_of(text: str) -> Decimal:
    """The points a text of type `Score` states, with two decimals.

    >>> points_of("1.5")
    Decimal('1.50')
    """
    return round_half_up(parse_number(text), 2)


Number = Annotated[str, AfterValidator(_number)]
Score = Annotated[str, AfterValidator(_score)]
Share = Annotated[str, AfterValidator(_share)]


class Point(BaseModel):
    """One point of the criteria, judged, with why and on what evidence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    is_: Word = Field(alias="is")
    reason: str = ""
    evidence: list[str] = []


PointEntry = TypeAliasType("PointEntry", "Word | Point | list[PointEntry]")


class Findings(BaseModel):
    """What was found, under the names of the evidence a rule takes; only what the rule needs is given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    points: list[PointEntry] = []
    level: str = ""
    share: Share | None = None
    holds: YesNo | None = None
    cause: YesNo | None = None
    harm: YesNo | None = None
    finished: YesNo | None = None
    within_budget: YesNo | None = None
    void: YesNo | None = None
    applicable: YesNo | None = None
    scores: list[Number] = []
    deduct: Number | None = None
    count: Number | None = None
    events: Number | None = None
    faults: Number | dict[str, Number] | None = None
    grades: list[str] = []
    parts: list["Findings"] = []
    reason: str = ""
    evidence: list[str] = []

    def given(self) -> dict[str, object]:
        """The findings as values of evidence (keys of design section 5)."""
        values: dict[str, object] = {}
        if self.points:
            values["met"] = [_mark(entry) for entry in self.points]
        for key in ("holds", "cause", "harm", "finished", "within_budget", "void", "applicable"):
            answer: str | None = getattr(self, key)
            if answer is not None:
                values[key] = answer == "是"
        for key in ("level", "share", "scores", "deduct", "count", "events", "faults", "grades"):
            value: object = getattr(self, key)
            if value not in (None, "", []):  # an empty mapping of faults says that there were none
                values[key] = value
        if self.parts:
            values["parts"] = [part.given() for part in self.parts]
        return values

    def cited(self) -> tuple[str, ...]:
        """Every evidence id cited, in order, once."""
        ids = list(self.evidence)
        for _, entry in _numbered(self.points, ""):
            ids += entry.evidence if isinstance(entry, Point) else []
        for part in self.parts:
            ids += part.cited()
        return tuple(dict.fromkeys(ids))

    def reasons(self) -> tuple[str, ...]:
        """The reasons given: of the whole, point by point, part by part."""
        points = [
            f"要点{number}{entry.is_}：{entry.reason}"
            for number, entry in _numbered(self.points, "")
            if isinstance(entry, Point) and entry.reason
        ]
        parts = [reason for part in self.parts for reason in part.reasons()]
        return tuple(reason for reason in (self.reason, *points, *parts) if reason)


class Override(BaseModel):
    """A score set by the evaluator against the rule: why, and by whom."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    score: Score
    reason: str = Field(min_length=1)
    author: str = Field(min_length=1)

    @property
    def points(self) -> Decimal:
        """The score in force."""
        return points_of(self.score)


class Judgement(Findings):
    """The judgement of one indicator."""

    override: Override | None = None


def _numbered(points: list[PointEntry], prefix: str) -> Iterator[tuple[str, Word | Point]]:
    """All points in order, numbered 1, 2.1, 2.2 … as the rule numbers them."""
    for number, entry in enumerate(points, 1):
        if isinstance(entry, list):
            yield from _numbered(entry, f"{prefix}{number}.")
        else:
            yield f"{prefix}{number}", entry


def _mark(entry: PointEntry) -> object:
    if isinstance(entry, list):
        return [_mark(inner) for inner in entry]
    return Mark(entry.is_ if isinstance(entry, Point) else entry)
