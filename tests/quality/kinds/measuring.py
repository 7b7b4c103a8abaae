"""Measuring kinds of faults: planted, found by a check that may tell it, and found with exactly one root."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tests.quality.formats import FORMATS
from tests.quality.kinds.registry import Dossier, Kind, Maker

from jixiao.audit import Audit, Material, audit
from jixiao.audit.catalogue import checks_by_family
from jixiao.audit.families import FAMILIES, Family
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity

Told = tuple[str, str]
"""A check and a format."""


@dataclass(slots=True)
class Sought:
    """What was counted by check and format, and in words what was alarmed at, missed, or told with several roots."""

    documents: int = 0
    planted: Counter[Told] = field(default_factory=Counter)
    found: Counter[Told] = field(default_factory=Counter)
    single: Counter[Told] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    def __add__(self, other: "Sought") -> "Sought":
        return Sought(
            self.documents + other.documents,
            self.planted + other.planted,
            self.found + other.found,
            self.single + other.single,
            self.alarms + other.alarms,
            self.missed + other.missed,
            self.several + other.several,
        )


def seek(kinds: Iterable[Kind[Any]], seed: int, form: str, *, by_family: bool = False) -> Sought:
    """Plant each kind in its document of a seed, in a format, and count what the audit tells more than without it.

    `by_family` looks with the family of the check alone first, which takes half the time and says nothing of roots.
    """
    sought = Sought()
    looks: dict[tuple[Maker[Any], tuple[Family, ...]], list[Kind[Any]]] = {}
    for kind in kinds:
        looks.setdefault((kind.of, _own_family(kind) if by_family else FAMILIES), []).append(kind)
    for (maker, families), planted in looks.items():
        dossier = maker(seed)
        before = _audited(dossier, form, families)
        sought.documents += 1
        sought.alarms += [
            f"{seed} {form} {maker.__name__}: {finding.check} {finding.title}"
            for finding in before.findings
            if finding.severity is Severity.ERROR
        ]
        known = {finding.fingerprint for finding in before.findings}
        for kind in planted:
            sheets = kind.plant(dossier, Random(seed))
            if sheets is not None:
                assert sheets != dossier.sheets, kind
                result = _audited(replace(dossier, sheets=sheets), form, families)
                new = list(_new(result, known))
                if families is not FAMILIES and not any(finding.check in kind.accepted for finding in new):
                    sought += seek([kind], seed, form)
                else:
                    _count(sought, kind, seed, form, new)
    return sought


def _own_family(kind: Kind[Any]) -> tuple[Family, ...]:
    """The family that poses all checks that may tell the fault; all families for relations that any of them poses."""
    names = {name for name, checks in checks_by_family().items() for check in checks if check.id in kind.accepted}
    own = tuple(family for family in FAMILIES if family.__module__.rpartition(".")[2] in names)
    return own if len(own) == len(names) else FAMILIES


def _audited(dossier: Dossier[Any], form: str, families: tuple[Family, ...]) -> Audit:
    name, write = FORMATS[form]
    return audit(Material(document_of(write(dossier.sheets), name), dossier.place), families)


def _new(result: Audit, known: set[str]) -> Iterator[Finding]:
    return (finding for finding in result.findings if finding.fingerprint not in known)


def _count(sought: Sought, kind: Kind[Any], seed: int, form: str, new: Sequence[Finding]) -> None:
    told = (kind.check, form)
    sought.planted[told] += 1
    by_check = [finding for finding in new if finding.check in kind.accepted]
    listed = "；".join(f"{finding.check}{'→' if finding.derived_from else ''} {finding.title}" for finding in new)
    if not by_check:
        sought.missed.append(f"{seed} {form} {kind}: {listed or '–'}")
        return
    sought.found[told] += 1
    roots = [finding for finding in new if finding.derived_from is None and finding.severity is not Severity.NOTE]
    roots = roots or [finding for finding in by_check if finding.derived_from is None]
    if len(roots) == 1:
        sought.single[told] += 1
    else:
        sought.several.append(f"{seed} {form} {kind}: {listed}")


def table(sought: Sought) -> Iterator[str]:
    """A row for every check and one for all: by format how many of the planted were found, and with one root."""
    yield f"| check | {' | '.join(FORMATS)} | one root |"
    yield f"| --- |{' --- |' * len(FORMATS)} --- |"
    checks = sorted({check for check, _ in sought.planted})
    for title, chosen in [*((check, [check]) for check in checks), ("all", checks)]:
        cells = [
            _share(_count_of(sought.found, chosen, [form]), _count_of(sought.planted, chosen, [form]))
            for form in FORMATS
        ]
        found, single = (_count_of(counted, chosen, list(FORMATS)) for counted in (sought.found, sought.single))
        yield f"| {title} | {' | '.join(cells)} | {_share(single, found)} |"


def _count_of(counted: Counter[Told], checks: Sequence[str], forms: Sequence[str]) -> int:
    return sum(number for (check, form), number in counted.items() if check in checks and form in forms)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"
