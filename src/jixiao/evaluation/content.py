"""The content of a case exactly as people filled it in, whichever form it was filled in.

A folder and a workbook hold the same content; each is read into these models and written from them, so
turning one into the other loses nothing. What the content *means* is worked out in `case`.
"""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from jixiao.evaluation.judgement import Judgement, Number, Score
from jixiao.facts import StatedFact, TableNote
from jixiao.indicators import IndicatorNode
from jixiao.packs.complaints import wrong


class Entry(BaseModel):
    """Base of the models: no unknown keys, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _texts(value: object) -> object:
    return ((value,) if value else ()) if isinstance(value, str) else value


def _year(text: str) -> str:
    if re.fullmatch(r"\d{4}", text, re.ASCII) is None:
        digits = re.search(r"(?<!\d)\d{4}(?!\d)", text, re.ASCII)
        raise wrong("四位数字的年度", f"请写成 {digits[0]}" if digits else "请写成 2024 这样的四位数字")
    return text


Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]
"""One text or a list of texts."""


class Period(Entry):
    """From when to when, as written."""

    from_: str = Field(alias="from")
    to: str


class Method(Entry):
    """An evaluation method and how it was used."""

    name: str
    text: str = ""


class Member(Entry):
    """Somebody of the evaluation team: what they are there for, with which title or qualification, doing what."""

    name: str = Field(min_length=1)
    role: str = ""
    title: str = ""
    duty: str = ""


class InterviewEntry(Entry):
    """What to ask whom, as the evaluator wants it asked."""

    who: str = Field(min_length=1)
    questions: list[str] = Field(min_length=1)


class Overview(Entry):
    """The department as the report describes it."""

    functions: list[str] = []
    structure: str = ""
    staff: str = ""


class Body(Entry):
    """A budget unit of the department."""

    name: str


class Part(Entry):
    """A part of the department's own score."""

    name: str
    score: Score


class SelfEvaluation(Entry):
    """What the department scored itself."""

    score: Score
    grade: str = ""
    parts: list[Part] = []


class Band(Entry):
    """One grade: its name and the points it begins at."""

    name: str
    from_: Number = Field(alias="from")


class General(Entry):
    """case.yaml, sheet 基本信息: who is evaluated, for whom, when, and on which scale."""

    name: str = Field(min_length=1)
    department: str = Field(min_length=1)
    department_short: str = ""
    client: str = ""
    evaluator: str = ""
    lead_evaluator: str = ""
    year: Annotated[str, AfterValidator(_year)]
    period: Period | None = None
    report_date: str = ""
    framework: str = ""
    grade_scale: str | list[Band] = Field(min_length=1)
    purpose: str = ""
    object: str = ""
    scope: str = ""
    funds: str = ""
    principles: list[str] = []
    methods: list[Method] = []
    team: list[Member] = []
    sampling: list[str] = []
    interviews: list[InterviewEntry] = []
    discipline: list[str] = []
    overview: Overview | None = None
    bodies: list[Body] = []
    self_evaluation: SelfEvaluation | None = None
    total_rules: list[dict[str, str]] = []
    total_events: dict[str, Number] = {}


class Practice(Entry):
    """Something done well."""

    title: str
    text: str = ""


class Problem(Entry):
    """Something wrong, why, and which indicators lost points over it."""

    id: str
    title: str
    text: str = ""
    cause: str = ""
    indicators: list[str] = []


class Recommendation(Entry):
    """What to do about a problem."""

    id: str
    problem: str
    title: str
    text: str = ""


class Narrative(Entry):
    """The parts of the report that are told, not computed."""

    practices: list[Practice] = []
    problems: list[Problem] = []
    recommendations: list[Recommendation] = []
    other: list[str] = []


class BasisDocument(Entry):
    """A document the evaluation rests on."""

    category: Literal["绩效管理类", "业务管理类", "其他类"]
    title: str
    number: str = ""


class Stage(Entry):
    """A stretch of the evaluation work."""

    stage: str
    from_: str = Field(default="", alias="from")
    to: str = ""
    work: str = ""


class EvidenceEntry(Entry):
    """A piece of evidence; facts and judgements name its id."""

    id: str
    title: str
    kind: Literal["正式资料", "工作资料", "原始凭证", "说明材料"]
    holder: str = ""
    note: str = ""


def _table_file(name: str) -> str:
    if re.fullmatch(r"tables/[^/\\\x00-\x1f.][^/\\\x00-\x1f]*\.csv", name) is None:
        raise wrong("“tables/名称.csv”这样的文件名", "表格放在案例的 tables 文件夹里")
    return name


class TableEntry(Entry):
    """What is said about a table beside its cells."""

    file: Annotated[str, AfterValidator(_table_file)]
    kind: str = Field(min_length=1)
    title: str = Field(min_length=1)
    unit: str = ""
    source: Texts = ()
    scheme: str = ""
    body: str = ""
    year: str = ""

    def note(self, shown: str) -> TableNote:
        """The same as the facts room takes it, under the name the user knows."""
        return TableNote(
            shown or self.file, self.kind, self.title, self.unit, self.source, self.scheme, self.body, self.year
        )


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table with its cells as written.

    `numbers` are the rows' numbers where they are written, `shown` is the file or sheet as the user knows it.
    """

    entry: TableEntry
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = field(compare=False)
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CaseContent:
    """Everything a case holds, section by section; the names of the fields are those of the sections."""

    case: General
    indicators: list[IndicatorNode]
    facts: list[StatedFact] = field(default_factory=list)
    tables: list[TableSheet] = field(default_factory=list)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    narrative: Narrative = field(default_factory=Narrative)
    basis: list[BasisDocument] = field(default_factory=list)
    process: list[Stage] = field(default_factory=list)
    evidence: list[EvidenceEntry] = field(default_factory=list)
