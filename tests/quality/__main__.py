"""Measure the audit at length: `python -m tests.quality REPORTS SEEDS PAGE` writes the page on its quality."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.quality.formats import FORMATS
from tests.quality.measuring import LAYOUTS, Measured, clean, planted

_ABOUT = """# How well the audit finds faults

Written by `make audit-quality`. Reports are made at random from exact amounts, scores and answers, so that everything
they print follows from everything else, and are set in {styles} layouts and {formats} formats by turns
(`tests/quality`). The layouts `yuan` and `lists` are by an author who had not seen the readers. A false error is a finding of severity
error in such a report. A fault is one figure with a digit changed, more than rounding explains; it is found where an
error or warning shows the wrong figure, and has one root where all other errors are listed as its consequences.

"""


def main(reports: int, seeds: int, page: Path) -> None:
    """Audit so many consistent reports, and reports of so many seeds with a fault of every role; write the page."""
    measured = Measured()
    clean(range(reports), measured)
    planted(range(seeds), measured)
    about = _ABOUT.format(styles=len(LAYOUTS), formats=len(FORMATS))
    page.write_text(about + "\n".join(_lines(measured)) + "\n", encoding="utf-8")
    for line in measured.alarms[:20] + measured.missed[:40]:
        print(line, file=sys.stderr)


def _lines(measured: Measured) -> Iterator[str]:
    alarms = len(measured.alarms)
    yield f"{measured.reports:,} consistent reports, {measured.relations:,} relations checked, {alarms} false errors."
    yield ""
    yield f"| figure made wrong | {' | '.join(FORMATS)} | one root |"
    yield f"| --- |{' --- |' * len(FORMATS)} --- |"
    for role in sorted({role for role, _ in measured.planted}):
        cells = [_share(measured.found[role, form], measured.planted[role, form]) for form in FORMATS]
        found = sum(measured.found[role, form] for form in FORMATS)
        single = sum(measured.single[role, form] for form in FORMATS)
        yield f"| {role} | {' | '.join(cells)} | {_share(single, found)} |"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
