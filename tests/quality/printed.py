"""Measure the audit of PDF files: `python -m tests.quality.printed REPORTS PAGE`; needs LibreOffice and Chromium.

Every report is printed twice, as it is and with one fault, by the two programs by turns.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from scripts.printing import by_chromium, by_libreoffice
from tests.quality.evaluations import evaluation
from tests.quality.faults import Fault, faults
from tests.quality.formats import page as web_page
from tests.quality.formats import word
from tests.quality.measuring import LAYOUTS, Measured, count
from tests.quality.sheets import Sheets

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Severity

_PRINTERS: dict[str, Callable[[Sheets], bytes]] = {
    "LibreOffice": lambda sheets: by_libreoffice(word(sheets)),
    "Chromium": lambda sheets: by_chromium(web_page(sheets)),
}

_ABOUT = """# How well the audit finds faults in PDF files

Written by `make audit-quality-pdf`: the reports of [audit-quality.md](audit-quality.md), each printed as a PDF as it is
and with one figure made wrong, at a role chosen at random.

| printed by | consistent reports | relations checked | false errors | faults found | one root |
| --- | --: | --: | --: | --: | --: |
"""


def main(reports: int, out: Path) -> None:
    """Audit so many reports, half of them from each program, and write the page."""
    rows = []
    for number, name in enumerate(_PRINTERS):
        measured = Measured()
        for seed in range(number, reports, len(_PRINTERS)):
            _measure(seed, name, measured)
        planted, found, single = (sum(each.values()) for each in (measured.planted, measured.found, measured.single))
        rows.append(
            f"| {name} | {measured.reports} | {measured.relations:,} | {len(measured.alarms)} "
            f"| {found} of {planted} | {single} of {found} |"
        )
        for line in measured.alarms + measured.missed:
            print(line, file=sys.stderr)
    out.write_text(_ABOUT + "\n".join(rows) + "\n", encoding="utf-8")


def _measure(seed: int, name: str, measured: Measured) -> None:
    random = Random(seed)
    layout = list(LAYOUTS)[seed // len(_PRINTERS) % len(LAYOUTS)]
    sheets = LAYOUTS[layout](evaluation(random))
    result = _audited(sheets, name)
    measured.reports += 1
    measured.relations += result.summary.checked
    measured.alarms += [
        f"{seed} {layout} {name}: {finding.check} {finding.title} {finding.stated} → {finding.expected}"
        for finding in result.findings
        if finding.severity is Severity.ERROR
    ]
    fault: Fault = random.choice([each for each in faults(sheets, random) if each.role != "free"])
    count(measured, seed, (fault.role, name, layout), fault, _audited(fault.sheets, name))


def _audited(sheets: Sheets, name: str) -> Audit:
    return audit(Material(document_of(_PRINTERS[name](sheets), "报告.pdf")))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
