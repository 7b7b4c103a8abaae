"""Measure the audit at length: `python -m tests.quality REPORTS SEEDS` prints the table of docs/audit-quality.md."""

import sys
from collections.abc import Iterator

from tests.quality.formats import FORMATS
from tests.quality.measuring import Measured, clean, planted


def main(reports: int, seeds: int) -> None:
    """Audit so many consistent reports, and reports of so many seeds with a fault of every role."""
    measured = Measured()
    clean(range(reports), measured)
    planted(range(seeds), measured)
    print("\n".join(_lines(measured)))
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
    given = [int(number) for number in sys.argv[1:]]
    main(*(given or [100, 40]))
