"""What many forms come to: by department, profile, grade and check; scores; where to look again; what to sample."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from jixiao.batch.sampling import STRATA, Candidate, Drawn, draw
from jixiao.batch.statistics import WEIGHTS, GroupStatistics
from jixiao.findings import Severity
from jixiao.forms.catalogue import FORM_CHECKS
from jixiao.forms.checks.catalogue import VERIFICATION_CHECKS
from jixiao.reports.verified.told import STATUS_WORDS, ToldFile, ToldForm

LOOKS, SAMPLE, SEED = 200, 30, 20
"""Forms on the list for a second look; forms in the sample and the seed it is drawn with, unless told otherwise."""
_BANDS = ((90, "90 分以上"), (80, "80—90 分"), (60, "60—80 分"), (0, "60 分以下"))


@dataclass(frozen=True, slots=True)
class CheckCount:
    """A check with its findings by severity and the forms that have one."""

    check: str
    title: str
    errors: int
    warnings: int
    notes: int
    forms: int


@dataclass(frozen=True, slots=True)
class Look:
    """A form to be looked at again: `risk` weighs its findings, `attention` is risk × budget in yuan."""

    source: str
    label: str
    department: str
    budget: Fraction | None
    errors: int
    warnings: int
    notes: int
    risk: int

    @property
    def attention(self) -> Fraction:
        """Risk × budget; 0 where the budget is not known."""
        return self.risk * (self.budget or Fraction(0))


@dataclass(frozen=True, slots=True)
class Sampled:
    """A form drawn for re-checking on the spot, its stratum, and the exact probability with which it was drawn."""

    look: Look
    stratum: str
    probability: Fraction


@dataclass(frozen=True)
class Overview:
    """What many forms come to. `scores` are the stated totals by band; `sample` was drawn with `seed`.

    `places` are the places of a store, the folders of files.
    """

    forms: int
    status: Mapping[str, int]
    errors: int
    warnings: int
    notes: int
    faulty: int
    departments: tuple[GroupStatistics, ...]
    profiles: tuple[GroupStatistics, ...]
    grades: tuple[GroupStatistics, ...]
    places: tuple[GroupStatistics, ...]
    years: tuple[GroupStatistics, ...]
    checks: tuple[CheckCount, ...]
    scores: Mapping[str, int]
    looks: tuple[Look, ...]
    sample: tuple[Sampled, ...]
    seed: int = SEED

    @property
    def read(self) -> int:
        """The forms of which anything was read."""
        return self.forms - self.status.get(STATUS_WORDS["unread"], 0)

    @property
    def sentence(self) -> str:
        """The counts in a sentence."""
        unread = "".join(
            f"，{word} {self.status[word]} 份" for word in list(STATUS_WORDS.values())[1:] if self.status.get(word)
        )
        return (
            f"共 {self.forms} 份自评表{unread}；{self.faulty} 份有错误；"
            f"错误 {self.errors} 处，提示 {self.warnings} 处，说明 {self.notes} 处。"
        )


def overview_of(files: Iterable[ToldFile], *, sample: int = SAMPLE, seed: int = SEED) -> Overview:
    """What the forms of files come to, counted from what is told of each."""
    forms = [form for file in files for form in file.forms]
    read = [form for form in forms if form.number]
    looks = [_look(form) for form in read]
    second = sorted((look for look in looks if look.risk), key=lambda look: (-look.attention, -look.risk))
    return Overview(
        len(forms),
        {word: sum(form.status == status for form in forms) for status, word in STATUS_WORDS.items()},
        *_by_severity(forms),
        sum(form.count(Severity.ERROR) > 0 for form in forms),
        _groups(forms, lambda form: form.department),
        _groups(forms, lambda form: form.profile or ""),
        _groups(forms, lambda form: form.stated.grade or ""),
        _groups(forms, lambda form: form.source.rpartition("/")[0]),
        _groups(forms, lambda form: form.year),
        _checks(forms),
        _scores(forms),
        tuple(second[:LOOKS]),
        _sample(looks, sample, seed),
        seed,
    )


def titles() -> Mapping[str, str]:
    """The checks of forms by their names in findings, with their titles."""
    return {check.id: check.title for catalogue in (FORM_CHECKS, VERIFICATION_CHECKS) for check in catalogue}


def _groups(forms: Sequence[ToldForm], by: Callable[[ToldForm], str]) -> tuple[GroupStatistics, ...]:
    """The groups, those with most errors first."""
    grouped: dict[str, list[ToldForm]] = defaultdict(list)
    for form in forms:
        grouped[by(form)].append(form)
    groups = (_group(name, inside) for name, inside in grouped.items())
    return tuple(sorted(groups, key=lambda group: (-group.errors, -group.forms, group.name)))


def _group(name: str, forms: Sequence[ToldForm]) -> GroupStatistics:
    totals = [Fraction(form.stated.total) for form in forms if form.stated.total is not None]
    budgets = [Fraction(form.budget) for form in forms if form.budget is not None]
    executed = [Fraction(form.executed) for form in forms if form.executed is not None]
    return GroupStatistics(
        name,
        len(forms),
        sum(form.status == "unread" for form in forms),
        sum(form.count(Severity.ERROR) > 0 for form in forms),
        *_by_severity(forms),
        len(budgets),
        sum(budgets, Fraction(0)),
        sum(executed, Fraction(0)),
        len(totals),
        sum(totals, Fraction(0)) / len(totals) if totals else None,
    )


def _by_severity(forms: Sequence[ToldForm]) -> tuple[int, int, int]:
    """Errors, warnings, notes."""
    errors, warnings, notes = (sum(form.count(severity) for form in forms) for severity in Severity)
    return errors, warnings, notes


def _checks(forms: Sequence[ToldForm]) -> tuple[CheckCount, ...]:
    """The checks that found something, those with most errors first."""
    found: dict[str, Counter[Severity]] = defaultdict(Counter)
    concerned: Counter[str] = Counter()
    for form in forms:
        for finding in form.findings:
            found[finding.check][finding.severity] += 1
        concerned.update({finding.check for finding in form.findings})
    known = titles()
    counted = (
        CheckCount(
            check,
            known.get(check, check),
            of[Severity.ERROR],
            of[Severity.WARNING],
            of[Severity.NOTE],
            concerned[check],
        )
        for check, of in found.items()
    )
    return tuple(sorted(counted, key=lambda each: (-each.errors, -each.warnings, -each.notes, each.check)))


def _scores(forms: Sequence[ToldForm]) -> Mapping[str, int]:
    return in_bands(Counter(floor(Fraction(form.stated.total)) for form in forms if form.stated.total is not None))


def in_bands(points: Mapping[int, int]) -> Mapping[str, int]:
    """Forms by the whole points of their totals, put together in bands.

    >>> in_bands({59: 1, 90: 2, 100: 3})
    {'90 分以上': 5, '80—90 分': 0, '60—80 分': 0, '60 分以下': 1}
    """
    bands = dict.fromkeys((name for _, name in _BANDS), 0)
    for total, forms in points.items():
        bands[next((name for low, name in _BANDS if total >= low), _BANDS[-1][1])] += forms
    return bands


def _look(form: ToldForm) -> Look:
    counts = _by_severity([form])
    risk = sum(WEIGHTS[severity] * count for severity, count in zip(Severity, counts, strict=True))
    return Look(form.source, form.label, form.department, form.money, *counts, risk)


def _sample(looks: Sequence[Look], wanted: int, seed: int) -> tuple[Sampled, ...]:
    """The sample as `batch.sampling` draws it from the forms in their order, numbered from 1."""
    candidates = [
        Candidate(number, STRATA[0] if look.errors else STRATA[1] if look.warnings else STRATA[2], look.budget)
        for number, look in enumerate(looks, 1)
    ]
    drawn: Iterable[Drawn] = draw(candidates, wanted, seed)
    return tuple(Sampled(looks[each.form - 1], each.stratum, each.probability) for each in drawn)
