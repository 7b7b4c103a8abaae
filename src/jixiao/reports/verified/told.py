"""What a verification tells of a file, a form, a finding: the JSON of the command, and what every view shows."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict

from jixiao.findings import Severity

Status = Literal["read", "partly", "unread"]
STATUS_WORDS: Mapping[Status, str] = {"read": "已读出", "partly": "部分读出", "unread": "没有读出"}


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class ToldFinding(_Told):
    """A finding as `Finding.as_json` gives it."""

    id: str
    check: str
    severity: Severity
    kind: str
    title: str
    explanation: str
    stated: str | None = None
    expected: str | None = None
    relation: str | None = None
    verdict: str | None = None
    operands: tuple[dict[str, Any], ...] = ()
    places: tuple[dict[str, Any], ...] = ()
    hint: str | None = None
    derived_from: str | None = None
    fingerprint: str


class Range(_Told):
    """Between what a total lies that a judgement leaves open."""

    low: str
    high: str


class ToldScore(_Told):
    """A total and its grade; `total` is None where there is none or, with `total_range`, where it is not settled."""

    total: str | None = None
    grade: str | None = None
    total_range: Range | None = None

    @property
    def shown(self) -> str:
        """Total and grade as a reader writes them; a dash where there is no total."""
        if self.total_range is not None:
            return f"{self.total_range.low}—{self.total_range.high}"
        return "—" if self.total is None else self.total


class Change(_Told):
    """A score that a form should state instead of what it states, and the arithmetic of it."""

    item: str
    stated: str | None
    corrected: str
    why: str


class ToldCorrection(ToldScore):
    """The corrected form beside the stated one: its total and grade, and every score that changes."""

    changes: tuple[Change, ...] = ()


class ToldItem(_Told):
    """What one item of a form earns: `low` and `high` by rule, alike where the rule settles it, and the arithmetic."""

    item: str
    points: str | None
    stated: str | None
    low: str | None
    high: str | None
    why: str

    @property
    def is_open(self) -> bool:
        """Whether somebody has to judge it."""
        return self.low != self.high


class ToldForm(_Told):
    """A form: where it comes from, what it states, what its profile's rules give, and what was found.

    `number` counts the forms of a file from 1; 0 is a file, or a part of one, in which no form was read. `recognised`
    says by what the profile was recognised. `contact` is who filled it in, with a telephone number. `budget` and
    `executed` are in yuan, as exact text. `items` are execution and the indicators, none of a form that a store gives
    back.
    """

    source: str
    number: int
    project: str = ""
    department: str = ""
    unit: str = ""
    contact: str = ""
    year: str = ""
    profile: str | None = None
    profile_name: str | None = None
    recognised: str | None = None
    status: Status
    why: str | None = None
    budget: str | None = None
    executed: str | None = None
    stated: ToldScore = ToldScore()
    computed: ToldScore = ToldScore()
    corrected: ToldCorrection | None = None
    items: tuple[ToldItem, ...] = ()
    findings: tuple[ToldFinding, ...] = ()

    @property
    def shown_status(self) -> str:
        """How much of it was read, in words."""
        return STATUS_WORDS[self.status]

    @property
    def label(self) -> str:
        """How the form is named beside its file."""
        return self.project or (f"第 {self.number} 份" if self.number else "—")

    @property
    def money(self) -> Fraction | None:
        """The budget in yuan; what was executed where no budget is known."""
        known = self.budget or self.executed
        return Fraction(known) if known else None

    def count(self, severity: Severity) -> int:
        """How many findings of this severity it has."""
        return sum(finding.severity is severity for finding in self.findings)


class ToldList(_Told):
    """A summary table of a file: its title and what was found in it and between it and the forms."""

    source: str
    title: str
    findings: tuple[ToldFinding, ...] = ()


class ToldFile(_Told):
    """A file: its forms, its summary tables, and how many relations were checked."""

    forms: tuple[ToldForm, ...] = ()
    lists: tuple[ToldList, ...] = ()
    checked: int = 0
    undecided: int = 0

    def named(self, source: str) -> Self:
        """The same of a file with this name: equal files under several names are verified once."""
        forms = tuple(form.model_copy(update={"source": source}) for form in self.forms)
        lists = tuple(each.model_copy(update={"source": source}) for each in self.lists)
        return self.model_copy(update={"forms": forms, "lists": lists})


def findings_of(files: Iterable[ToldFile]) -> Iterator[ToldFinding]:
    """Every finding of the forms and of the summary tables."""
    for file in files:
        for form in file.forms:
            yield from form.findings
        for each in file.lists:
            yield from each.findings


def verify_json(files: Iterable[ToldFile]) -> dict[str, Any]:
    """The answer of the command: every form, and what they come to together."""
    listed = list(files)
    forms = [form for file in listed for form in file.forms]
    lists = [each for file in listed for each in file.lists]
    findings = list(findings_of(listed))
    return {
        "forms": [form.model_dump(mode="json") for form in forms],
        "summary": {
            "forms": sum(form.number > 0 for form in forms),
            "status": {status: sum(form.status == status for form in forms) for status in STATUS_WORDS},
            "relations": {
                "checked": sum(file.checked for file in listed),
                "undecided": sum(file.undecided for file in listed),
            },
            "findings": {
                severity.value: sum(finding.severity is severity for finding in findings) for severity in Severity
            },
            "lists": [each.model_dump(mode="json") for each in lists],
        },
    }
