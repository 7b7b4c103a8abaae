"""What a department tells of its own self-evaluation: a YAML file beside the forms of its projects."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from jixiao.forms.objectives import Number, PlannedIndicator, PlannedMoney
from jixiao.packs.strict import Strict

Outline = Literal["目标实现", "资金与绩效"]
"""The two outlines met: organisation → objectives reached → quality of objectives → rectification and use; and
overview → money → execution and management → performance → problems → next plan."""


def _texts(value: object) -> object:
    return ((value,) if value else ()) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]
"""One text or a list of them."""


class OwnMoney(PlannedMoney):
    """Money of the department by 基本支出, 项目支出 …, in 万元."""

    executed: Number = ""


class OwnIndicator(PlannedIndicator):
    """An indicator of the department's own form and what came of it."""

    actual: str = ""
    score: Number = ""
    reason: str = ""


class DepartmentTold(Strict):
    """The department, what it set out to do and what came of it. What is left out stands as 【待填写】 in the report.

    `profile` is the layout of its own form; `outline` which of the two outlines its report follows.
    """

    department: str = Field(min_length=1)
    year: str = Field(default="", pattern=r"^(20\d\d)?$")
    profile: str = "N2"
    outline: Outline = "目标实现"
    overview: Texts = ()
    organisation: Texts = ()
    objective: str = ""
    achieved: str = ""
    money: tuple[OwnMoney, ...] = ()
    indicators: tuple[OwnIndicator, ...] = ()
    execution_score: Number = ""
    total: Number = ""
    grade: str = ""
    quality: Texts = ()
    management: Texts = ()
    problems: Texts = ()
    measures: Texts = ()
    rectification: Texts = ()
    use: Texts = ()
    plan: Texts = ()
