"""How often planted faults are told, and how often something is told of forms without a fault.

A fault is found where one of its checks tells more of the form than of the same form without the fault. Everything
told of a consistent form is an alarm; an error told of one is a false error. Errors of other checks beside a planted
fault are counted too: one fault should have one root.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from tests.world.faults import FAULTS, SUMMARY_FAULTS, Fault, misstated
from tests.world.growing import department
from tests.world.telling import Told
from tests.world.truth import Department, Sheet, SummaryRow

from jixiao.findings import Severity

FORMS = 6
"""How many forms a department has where faults are planted into several of them at once."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A department with faults: the fault of each form by its number from 1, that of its summary table under 0."""

    department: Department
    faults: dict[int, tuple[str, tuple[str, ...]]]


def planted(original: Department, seed: int) -> Iterator[Planted]:
    """The department again and again, until every kind of fault that its profile has room for is in one form.

    One fault a form, one a summary table; a form that a fault does not fit stays without one.
    """
    random = Random(seed)
    waiting: list[Fault] = [*FAULTS]
    listed = list(SUMMARY_FAULTS) if original.summary else []
    while waiting or listed:
        sheets, faults, tried = (
            list(original.sheets),
            dict[int, tuple[str, tuple[str, ...]]](),
            waiting[: len(original.sheets)],
        )
        waiting = waiting[len(tried) :]
        for fault in tried:
            free = [at for at in range(len(sheets)) if at + 1 not in faults]
            for at in random.sample(free, len(free)):
                if (changed := fault.plant(random, sheets[at])) is not None:
                    sheets[at] = changed
                    faults[at + 1] = fault.name, fault.checks
                    break
        new = replace(original, sheets=tuple(sheets), summary=_following(original.summary, sheets))
        if listed:
            fault_of_list = listed.pop()
            at = next((at for at in range(len(sheets)) if at + 1 not in faults), random.randrange(len(sheets)))
            wrong = misstated(fault_of_list, new, at)
            if wrong is not None:
                new, faults[0] = wrong, (fault_of_list.name, fault_of_list.checks)
        if faults:
            yield Planted(new, faults)


def _following(rows: Sequence[SummaryRow], sheets: Sequence[Sheet]) -> tuple[SummaryRow, ...]:
    """The rows of a summary table with what the forms now state."""
    return tuple(
        replace(row, score=sheet.total_score or row.score, grade=sheet.grade)
        for row, sheet in zip(rows, sheets, strict=False)
    )


@dataclass
class Measured:
    """Counts by fault and group (a profile, or a profile and a format); `alarms` by check, severity and group."""

    forms: Counter[str] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    put: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    alone: Counter[tuple[str, str]] = field(default_factory=Counter)
    beside: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.forms + other.forms,
            self.alarms + other.alarms,
            self.put + other.put,
            self.found + other.found,
            self.alone + other.alone,
            self.beside + other.beside,
        )

    def consistent(self, group: str, forms: int, told: Told) -> None:
        """Count what is told of forms without a fault."""
        self.forms[group] += forms
        for (_, check, severity), times in told.items():
            self.alarms[check, severity.value, group] += times

    def faulty(self, group: str, faults: dict[int, tuple[str, tuple[str, ...]]], clean: Told, told: Told) -> None:
        """Count which faults are told, given what is told of the same forms without them."""
        more = told - clean
        for number, (name, checks) in faults.items():
            own = {(check, severity) for form, check, severity in more if form == number}
            self.put[name, group] += 1
            self.found[name, group] += any(check in checks for check, _ in own)
            others = {check for check, severity in own if severity is Severity.ERROR and check not in checks}
            self.alone[name, group] += not others
            for check in others:
                self.beside[name, check, group] += 1


def grown(profiles: Sequence[str], seeds: range) -> Iterator[tuple[str, Department]]:
    """Departments of each profile, one of every seed."""
    for key in profiles:
        for seed in seeds:
            yield key, department(seed, key, FORMS)
