"""The objectives of a project as they were approved: what an empty form is drawn from before anything is known of it.

The file is YAML with English keys; an earlier form of the project serves as well.
"""

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from jixiao.documents import document_of
from jixiao.documents.opening import FILE_LIMIT
from jixiao.forms.model import Form, IndicatorLine
from jixiao.forms.reading import read_forms
from jixiao.forms.vocabulary import block_of, level1_of, level2_of
from jixiao.packs.complaints import nearest, wrong
from jixiao.packs.datafile import load
from jixiao.packs.filing import bytes_of
from jixiao.packs.registry import standard_registry
from jixiao.packs.strict import Strict
from jixiao.quantities import exact_text
from jixiao.refusals import Problem, Refusal

_MOST = 200
"""Indicators that one form may have; more do not fit on what people print."""


def _amount(value: object) -> object:
    """An amount or points as typed: digits, at most one point, nothing else, so that every program reads the same."""
    if isinstance(value, str) and value:
        digits = value.replace(".", "", 1)
        if not (digits.isascii() and digits.isdigit()) or value.startswith(".") or value.endswith("."):
            raise wrong("一个不带单位的数", "请只写数字，例如 146.68")
        if len(digits) > 15:
            raise wrong("不超过 15 位的数", "请核对这个数")
    return value


Number = Annotated[str, BeforeValidator(_amount)]
"""A number as it is to be printed; "" where it is not known yet."""


class PlannedMoney(Strict):
    """What a source gives to the project, in the unit of the profile."""

    source: str = Field(min_length=1)
    initial: Number = ""
    adjusted: Number = ""


class PlannedIndicator(Strict):
    """An indicator as approved. `block` (产出指标) may be left out where the kind (数量指标) tells it.

    `explanation` and `standard` (评分标准) are printed by the few profiles that have columns for them.
    """

    name: str = Field(min_length=1)
    kind: str = ""
    block: str = ""
    target: str = ""
    points: Number = ""
    explanation: str = ""
    standard: str = ""

    @model_validator(mode="after")
    def _is_of_a_block(self) -> Self:
        if not (self.block or block_of(self.level2)):
            found = f"“{self.kind}”" if self.kind else "没有 kind 也没有 block 的指标"
            raise wrong("认得出一级指标的二级指标", "请写成 kind: 数量指标，或另写 block: 产出指标", found)
        return self

    @property
    def level2(self) -> str:
        """The kind as forms read it (数量); a word that is none of the usual kinds stays as written."""
        return level2_of(self.kind) or self.kind

    @property
    def level1(self) -> str:
        """The block as forms read it (产出)."""
        own = level1_of(self.block) if self.block else None
        return own[0] if own else self.block or block_of(self.level2)


class Objectives(Strict):
    """A project with the objective, the money and the indicators that were approved for a year.

    With `pack` the indicators are completed from an indicator pack (`forms.completing`), so that none need be given.
    """

    project: str = Field(min_length=1)
    year: str = Field(default="", pattern=r"^(20\d\d)?$")
    title: str = ""
    department: str = ""
    unit: str = ""
    profile: str = ""
    money: tuple[PlannedMoney, ...] = ()
    objective: str = ""
    pack: str = ""
    indicators: tuple[PlannedIndicator, ...] = Field(default=(), max_length=_MOST)

    @field_validator("pack")
    @classmethod
    def _is_known(cls, name: str) -> str:
        packs = standard_registry().headers
        if name and name not in packs and name not in {header.name for header in packs.values()}:
            near = nearest(name, packs)
            mend = f"请改为“{near}”" if near else f"可用的有 {'、'.join(packs)}"
            raise wrong("已有的指标包", mend, f"“{name}”")
        return name

    @model_validator(mode="after")
    def _has_indicators(self) -> Self:
        if not (self.indicators or self.pack):
            mend = "请写 indicators，或写 pack: project-2020 由指标包补充"
            raise wrong("至少一个指标，或者一个指标包", mend, "没有指标的绩效目标")
        return self

    @property
    def points(self) -> Fraction | None:
        """What the indicators come to; None while one of them has no points.

        >>> one = {"name": "培训人次", "kind": "数量指标", "points": "12.5"}
        >>> Objectives.model_validate({"project": "培训", "indicators": [one, one]}).points
        Fraction(25, 1)
        """
        if not all(indicator.points for indicator in self.indicators):
            return None
        return sum((Fraction(indicator.points) for indicator in self.indicators), Fraction(0))


def read_objectives(path: Path) -> tuple[Objectives, ...]:
    """The objectives in a YAML file, or those of every form in a document of any kind; Refusal where there are none."""
    if path.suffix.lower() in (".yaml", ".yml"):
        return (load(path, Objectives),)
    forms = read_forms(document_of(bytes_of(path, path.name, FILE_LIMIT), path.name)).forms
    planned = tuple(objectives_of(form) for form in forms if form.lines and form.project)
    if not planned:
        mend = "请给出写明绩效目标的 .yaml 文件，或这个项目以前的自评表"
        raise Refusal(Problem(path.name, "", "没有自评表的文件", "项目的绩效目标", mend))
    return planned


def objectives_of(form: Form) -> Objectives:
    """What was planned according to a form; what came of it is left out, and so are the year and its money."""
    return Objectives(
        project=form.project.text,
        department=_field(form, "主管部门"),
        unit=_field(form, "实施单位"),
        objective="\n".join(one.expected.text for one in form.objectives if one.expected),
        indicators=tuple(_planned(line) for line in form.lines if line.name)[:_MOST],
    )


def _planned(line: IndicatorLine) -> PlannedIndicator:
    printed = line.points.printed
    points = "" if printed is None else exact_text(printed.value)
    return PlannedIndicator(
        name=line.name.text,
        kind=line.level2,
        block=line.block or "其他",
        target=line.target.text,
        points=points if points.replace(".", "", 1).isdecimal() else "",
    )


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""
