"""Measuring the audit: false alarms on consistent reports, and faults found by role, layout and format."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.quality.evaluations import evaluation
from tests.quality.faults import Fault, faults
from tests.quality.formats import FORMATS
from tests.quality.layouts import STYLES, Style, sheets
from tests.quality.sheets import Sheets

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity


@dataclass(slots=True)
class Measured:
    """What was counted: reports, their relations, false alarms; faults planted, found, and found with one root."""

    reports: int = 0
    relations: int = 0
    alarms: list[str] = field(default_factory=list)
    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    single: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def audited(report: Sheets, form: str) -> Audit:
    """The audit of a report in a format."""
    name, write = FORMATS[form]
    return audit(Material(document_of(write(report), name)))


def clean(seeds: range, measured: Measured) -> None:
    """Audit consistent reports, each in one style and format by turns."""
    for seed, style, form in _turns(seeds):
        result = audited(sheets(evaluation(Random(seed)), style), form)
        measured.reports += 1
        measured.relations += result.summary.checked
        measured.alarms += [
            f"{seed} {style.name} {form}: {finding.check} {finding.title} {finding.stated} → {finding.expected}"
            for finding in result.findings
            if finding.severity is Severity.ERROR
        ]


def planted(seeds: range, measured: Measured) -> None:
    """Audit reports with one fault each, at figures of every role."""
    for seed, style, form in _turns(seeds):
        random = Random(seed)
        for fault in faults(sheets(evaluation(random), style), random):
            if fault.role == "free":
                continue
            key = fault.role, form
            result = audited(fault.sheets, form)
            measured.planted[key] += 1
            if any(_shows(finding, fault) for finding in result.findings):
                measured.found[key] += 1
                roots = [
                    each for each in result.findings if each.severity is Severity.ERROR and each.derived_from is None
                ]
                measured.single[key] += len(roots) <= 1
            else:
                measured.missed.append(f"{seed} {style.name} {form}: {fault.role} {fault.was} → {fault.became}")


def _turns(seeds: range) -> Iterator[tuple[int, Style, str]]:
    """Every seed with a style and a format, so that all pairs come in turn."""
    forms = list(FORMATS)
    for seed in seeds:
        yield seed, STYLES[seed % len(STYLES)], forms[seed // len(STYLES) % len(forms)]


def _shows(finding: Finding, fault: Fault) -> bool:
    """Whether an error or warning shows the wrong figure."""
    if finding.severity is Severity.NOTE:
        return False
    shown = [operand.text for operand in finding.operands] + [place.text or "" for place in finding.places]
    return finding.stated == fault.became or any(fault.became in text for text in shown)
