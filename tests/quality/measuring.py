"""Measuring the audit: false alarms on consistent reports, and faults found by role, layout and format."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random

from tests.quality.evaluations import Evaluation, evaluation
from tests.quality.faults import Fault, faults
from tests.quality.formats import FORMATS
from tests.quality.layouts import STYLES, sheets
from tests.quality.otherlayouts import STYLES_OF_OTHERS
from tests.quality.sheets import Sheets

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity
from jixiao.reports.audited.anchors import anchored

Layout = Callable[[Evaluation], Sheets]
LAYOUTS: dict[str, Layout] = {style.name: partial(sheets, style=style) for style in STYLES} | STYLES_OF_OTHERS
"""Every layout by its name; the last ones are by an author who had not seen the readers."""


Kind = tuple[str, str, str]
"""A kind of fault: the role of the figure, the format, the layout."""


@dataclass(slots=True)
class Measured:
    """What was counted: reports, their relations, false alarms; faults planted, found, and found with one root."""

    reports: int = 0
    relations: int = 0
    alarms: list[str] = field(default_factory=list)
    planted: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    single: Counter[Kind] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.reports + other.reports,
            self.relations + other.relations,
            self.alarms + other.alarms,
            self.planted + other.planted,
            self.found + other.found,
            self.single + other.single,
            self.missed + other.missed,
        )


def audited(report: Sheets, form: str) -> Audit:
    """The audit of a report in a format."""
    name, write = FORMATS[form]
    return audit(Material(anchored(document_of(write(report), name))))


def clean(seeds: range, measured: Measured) -> None:
    """Audit consistent reports, each in one style and format by turns."""
    for seed, name, form in turns(seeds):
        result = audited(LAYOUTS[name](evaluation(Random(seed))), form)
        measured.reports += 1
        measured.relations += result.summary.checked
        measured.alarms += [
            f"{seed} {name} {form}: {finding.check} {finding.title} {finding.stated} → {finding.expected}"
            for finding in result.findings
            if finding.severity is Severity.ERROR
        ]


def planted(seeds: range, measured: Measured) -> None:
    """Audit reports with one fault each, at figures of every role."""
    for seed, name, form in turns(seeds):
        random = Random(seed)
        for fault in faults(LAYOUTS[name](evaluation(random)), random):
            if fault.role == "free":
                continue
            count(measured, seed, (fault.role, form, name), fault, audited(fault.sheets, form))


def count(measured: Measured, seed: int, kind: Kind, fault: Fault, result: Audit) -> None:
    """Count a planted fault: whether it is found, and with one root."""
    measured.planted[kind] += 1
    if any(_shows(finding, fault) for finding in result.findings):
        measured.found[kind] += 1
        roots = [each for each in result.findings if each.severity is Severity.ERROR and each.derived_from is None]
        measured.single[kind] += len(roots) <= 1
    else:
        measured.missed.append(f"{seed} {kind}: {fault.was} → {fault.became}")


def turns(seeds: range) -> Iterator[tuple[int, str, str]]:
    """Every seed with a layout and a format, so that all pairs come in turn."""
    names, forms = list(LAYOUTS), list(FORMATS)
    for seed in seeds:
        yield seed, names[seed % len(names)], forms[seed // len(names) % len(forms)]


def _shows(finding: Finding, fault: Fault) -> bool:
    """Whether an error or warning shows the wrong figure."""
    if finding.severity is Severity.NOTE:
        return False
    shown = [operand.text for operand in finding.operands] + [place.text or "" for place in finding.places]
    return finding.stated == fault.became or any(fault.became in text for text in shown)
