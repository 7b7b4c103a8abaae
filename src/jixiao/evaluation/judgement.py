"""Judgements: what evaluators found for an indicator, with reasons and evidence; never a score.

A judgement feeds the indicator's rule. Where the evaluator departs from the rule, that is an override:
a score with a reason and an author, kept beside the score of the rule (domain reference 15.4).
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from jixiao.packs.complaints import wrong
from jixiao.quantities import NumberError, parse_number, parse_rate
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


Number = Annotated[str, AfterValidator(_number)]
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
            if value:
                values[key] = value
        if self.parts:
            values["parts"] = [part.given() for part in self.parts]
        return values


class Override(BaseModel):
    """A score set by the evaluator against the rule: why, and by whom."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    score: Number
    reason: str = Field(min_length=1)
    author: str = Field(min_length=1)

    @property
    def points(self) -> Decimal:
        """The score in force."""
        return Decimal(self.score)


class Judgement(Findings):
    """The judgement of one indicator."""

    reason: str = ""
    evidence: list[str] = []
    override: Override | None = None

    def cited(self) -> tuple[str, ...]:
        """Every evidence id cited, in order, once."""
        ids = list(self.evidence)
        for entry in _flat(self.points):
            ids += entry.evidence if isinstance(entry, Point) else []
        return tuple(dict.fromkeys(ids))

    def reasons(self) -> tuple[str, ...]:
        """The reasons given: of the whole, then point by point where given."""
        points = [
            f"要点 {number}{entry.is_}：{entry.reason}"
            for number, entry in enumerate(_flat(self.points), 1)
            if isinstance(entry, Point) and entry.reason
        ]
        return tuple(reason for reason in (self.reason, *points) if reason)


def _flat(points: list[PointEntry]) -> list[Word | Point]:
    flat: list[Word | Point] = []
    for entry in points:
        flat += _flat(entry) if isinstance(entry, list) else [entry]
    return flat


def _mark(entry: PointEntry) -> object:
    if isinstance(entry, list):
        return [_mark(inner) for inner in entry]
    return Mark(entry.is_ if isinstance(entry, Point) else entry)


def event_counts(findings: Mapping[str, str]) -> dict[str, Fraction]:
    """How often the events of the rules about the total occurred, by the rule's name."""
    return {name: parse_number(count) for name, count in findings.items()}
