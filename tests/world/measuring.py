"""How often planted faults are told, and how often something is told of forms without a fault.

A fault is found where one of its checks tells more of the form than of the same form without the fault. Everything
told of a consistent form is an alarm; an error told of one is a false error. Errors of other checks beside a planted
fault are counted too: one fault should have one root.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from random import Random

from tests.world.books import book_of
from tests.world.faults import FAULTS, SUMMARY_FAULTS, Fault, SummaryFault, misstated
from tests.world.growing import department
from tests.world.layouts import pages
from tests.world.office import FROM, saved
from tests.world.paper import FORMATS, write
from tests.world.telling import Told, told_of, told_of_store, verified_file
from tests.world.truth import Department, Sheet, SummaryRow

from jixiao.findings import Severity
from jixiao.forms import FormBook
from jixiao.forms.verifying import VerifiedForm

RIGHT, RANGE, ANOTHER, NOT_COMPUTED = "right", "a range with it", "another", "not computed"
"""What a corrected total can be beside the right one."""
_ROUNDED = Fraction(1, 200)  # the right total is a sum of rounded scores, the ends of a range are exact
FORMS = 6
"""How many forms a department has where faults are planted into several of them at once."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A department with faults: the fault of each form by its number from 1, that of its summary table under 0."""

    department: Department
    faults: dict[int, Fault | SummaryFault]


def planted(original: Department, seed: int) -> Iterator[Planted]:
    """The department again and again, until every kind of fault that its profile has room for is in one form.

    One fault a form, one a summary table; a form that a fault does not fit stays without one.
    """
    random = Random(seed)
    waiting: list[Fault] = [*FAULTS]
    listed = list(SUMMARY_FAULTS) if original.summary else []
    while waiting or listed:
        sheets, tried = list(original.sheets), waiting[: len(original.sheets)]
        faults: dict[int, Fault | SummaryFault] = {}
        waiting = waiting[len(tried) :]
        for fault in tried:
            free = [at for at in range(len(sheets)) if at + 1 not in faults]
            for at in random.sample(free, len(free)):
                if (changed := fault.plant(random, sheets[at])) is not None:
                    sheets[at] = changed
                    faults[at + 1] = fault
                    break
        new = replace(original, sheets=tuple(sheets), summary=_following(original.summary, sheets))
        if listed:
            fault_of_list = listed.pop()
            at = next((at for at in range(len(sheets)) if at + 1 not in faults), random.randrange(len(sheets)))
            wrong = misstated(fault_of_list, new, at)
            if wrong is not None:
                new, faults[0] = wrong, fault_of_list
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
    """Counts by group (a profile) and fault; `alarms` by check and severity; `totals` by what was computed.

    `unread` are files with another number of forms than were written, `unknown` forms of another profile than theirs.
    """

    forms: Counter[str] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    put: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    alone: Counter[tuple[str, str]] = field(default_factory=Counter)
    beside: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    totals: Counter[tuple[str, str]] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.forms + other.forms,
            self.alarms + other.alarms,
            self.put + other.put,
            self.found + other.found,
            self.alone + other.alone,
            self.beside + other.beside,
            self.totals + other.totals,
            self.unread + other.unread,
            self.unknown + other.unknown,
        )

    def consistent(self, group: str, forms: int, told: Told) -> None:
        """Count what is told of forms without a fault."""
        self.forms[group] += forms
        for (_, check, severity), times in told.items():
            self.alarms[check, severity.value, group] += times

    def computed(self, group: str, right: Sheet, form: VerifiedForm) -> None:
        """Count whether the corrected total is the right one, a range with it, another one, or not computed."""
        if right.total_score is None:
            return
        values, total = form.scored.corrected.values, Fraction(right.total_score)
        if values is None or values.low is None or values.high is None:
            outcome = NOT_COMPUTED
        elif not values.low - _ROUNDED <= total <= values.high + _ROUNDED:
            outcome = ANOTHER
        else:
            outcome = RIGHT if values.width == 0 else RANGE
        self.totals[outcome, group] += 1

    def faulty(self, group: str, faults: Mapping[int, Fault | SummaryFault], clean: Told, told: Told) -> None:
        """Count which faults are told, given what is told of the same forms without them."""
        more = told - clean
        for number, fault in faults.items():
            name, checks = fault.name, fault.checks
            own = {(check, severity) for form, check, severity in more if form == number}
            self.put[name, group] += 1
            self.found[name, group] += any(check in checks for check, _ in own)
            others = {check for check, severity in own if severity is Severity.ERROR and check not in checks}
            self.alone[name, group] += not others
            for check in others:
                self.beside[name, check, group] += 1


def in_files(key: str, seed: int, folder: Path, *, by_office: bool = False) -> Measured:
    """Measure one department of the profile, printed without and with faults, in one format after another.

    With `by_office` the formats are those that LibreOffice saves.
    """
    original = department(seed, key, FORMS)
    printed = [Planted(original, {}), *planted(original, seed)]
    endings = tuple(FROM.values()) if by_office else FORMATS
    files = [folder / f"{key}{seed}-{at}{endings[(seed + at) % len(endings)]}" for at in range(len(printed))]
    for each, file in zip(printed, files, strict=True):
        write(pages(each.department), file)
    if by_office:
        made = {file.stem: file for file in saved(files, folder)}
        files = [made[file.stem] for file in files]
    measured = Measured()
    books = [verified_file(file) for file in files]
    for each, book in zip(printed, books, strict=True):
        measured.unread[key] += len(book.forms) != len(each.department.sheets)
        measured.unknown[key] += sum(form.profile.id != key for form in book.forms)
    clean = told_of(books[0])
    measured.consistent(key, len(original.sheets), clean)
    for sheet, form in zip(original.sheets, books[0].forms, strict=False):
        measured.computed(key, sheet, form)
    for each, book in zip(printed[1:], books[1:], strict=True):
        measured.faulty(key, each.faults, clean, told_of(book))
        for number, fault in each.faults.items():
            if isinstance(fault, Fault) and fault.spares_total and len(book.forms) >= number:
                measured.computed(key, original.sheets[number - 1], book.forms[number - 1])
    return measured


def in_store(profiles: Sequence[str], seeds: range, folder: Path) -> Measured:
    """Measure departments of every profile and seed, with and without faults, stored and verified all together."""
    measured = Measured()
    books: list[tuple[str, FormBook]] = []
    origins: list[tuple[int, Mapping[int, Fault | SummaryFault]]] = []
    for key in profiles:
        for seed in seeds:
            original, first = department(seed, key, FORMS), len(books)
            with_faults = list(planted(original, seed))
            books += [(key, book_of(each)) for each in (original, *(one.department for one in with_faults))]
            origins += [(first, {}), *((first, one.faults) for one in with_faults)]
    told = told_of_store(books, folder)
    for at, ((key, book), (first, faults)) in enumerate(zip(books, origins, strict=True)):
        if at == first:
            measured.consistent(key, len(book.forms), told[at])
        else:
            measured.faulty(key, faults, told[first], told[at])
            measured.forms["stored"] += len(book.forms)
    return measured
