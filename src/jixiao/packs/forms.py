"""The catalogue of rule forms: what each form means, an example of it, and cases worked out by hand.

It is data about rules, one floor below the room that executes them: trees here are trees, nothing is computed.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load
from jixiao.packs.flow import values

FORMS_FILE = Path(__file__).parent / "data" / "rule-forms.yaml"


class Entry(BaseModel):
    """Base of the models: no unknown keys, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Case(Entry):
    """Evidence and what a form must make of it: a score, the reason why there is none, or that it is left out."""

    name: str = Field(pattern=r"^[a-z][a-z-]*[a-z]$")
    input: dict[str, object]
    score: str | None = Field(default=None, pattern=r"^\d+\.\d\d$")
    refused: str | None = None
    lacking: str | None = None
    left_out: Literal["true"] | None = None
    grade_caps: list[str] = []
    paid: Literal["是", "否"] | None = None

    @model_validator(mode="after")
    def _has_one_outcome(self) -> "Case":
        outcomes = [name for name in ("score", "refused", "lacking", "left_out") if getattr(self, name) is not None]
        if len(outcomes) != 1:
            found = "、".join(outcomes) or "没有结果"
            raise wrong("score、refused、lacking、left_out 中恰好一个", "请只写一种结果", found)
        return self

    def values(self) -> dict[str, object]:
        """The evidence as a rule takes it: yes, no and nothing as such, figures as written.

        >>> Case(name="x-y", input={"met": ["true", "false"], "rate": "95%"}, score="1.00").values()
        {'met': [True, False], 'rate': '95%'}
        """
        return {key: values(value) for key, value in self.input.items()}


class Form(Entry):
    """One form: an example of a rule of an indicator (`rule`, for `weight`) or of rules about the total."""

    id: str = Field(pattern=r"^[a-z_]+$")
    name: str = Field(min_length=1)
    meaning: str = Field(min_length=1)
    weight: str = ""
    criteria: str = "0"
    rule: dict[str, object] = {}
    total_rules: list[dict[str, str]] = []
    cases: list[Case] = Field(min_length=3)

    @model_validator(mode="after")
    def _has_one_rule(self) -> "Form":
        if bool(self.rule) == bool(self.total_rules) or bool(self.rule) != bool(self.weight):
            raise wrong("rule 和 weight，或者 total_rules", "请写其中一种规则", "两种规则都有或都没有")
        return self


class Group(Entry):
    """The forms of one chapter: A 要点清单, B 问题计数 …"""

    group: str = Field(pattern=r"^[A-J]$")
    name: str = Field(min_length=1)
    forms: list[Form] = Field(min_length=1)


@cache
def form_groups() -> tuple[Group, ...]:
    """All forms, grouped, in the order of the domain reference; Refusal if the file is not as it should be.

    >>> [group.group for group in form_groups()][:3]
    ['A', 'B', 'C']
    """
    return tuple(load(FORMS_FILE, list[Group]))


def forms() -> Iterator[Form]:
    """All forms in order.

    >>> next(forms()).id
    'checklist_equal'
    """
    for group in form_groups():
        yield from group.forms
