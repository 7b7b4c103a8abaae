"""Measure the audit at length: `python -m tests.quality REPORTS SEEDS PAGE` writes the page on its quality."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.quality.formats import FORMATS
from tests.quality.kinds.every import KINDS, UNPLANTED
from tests.quality.kinds.measuring import Sought, seek, table
from tests.quality.layouts import STYLES
from tests.quality.measuring import LAYOUTS, Kind, Measured, clean, planted

OWN = [style.name for style in STYLES]
"""The layouts by the author of the readers."""
_AT_ONCE = 20
_FEWER = 20  # the kinds of faults are planted in all formats of one of so many seeds

_ABOUT = """# How well the audit finds faults

Written by `make audit-quality`. Reports are made at random from exact amounts, scores and answers, so that everything
they print follows from everything else, and are set in {styles} layouts and {formats} formats by turns
(`tests/quality`). Two of the layouts are by an author who had not seen the readers. A false error is a finding of
severity error in such a report. A fault is one figure with a digit changed, more than rounding explains; it is found
where an error or warning shows the wrong figure, and has one root where all other errors are listed as its
consequences.

"""
_ABOUT_KINDS = """
## By check

Faults of other kinds than wrong digits, planted in fuller documents (`tests/quality/kinds`): a report with its rules
and what was found for each indicator, a self-evaluation with its forms, a plan. A row left out, a name or code that
differs, a number of a heading skipped, a score against its rule, a form filled in against itself, a thing that a
regulation asks for and is not there: {kinds} kinds for {checks} checks. A fault is found where the check named, or one
that may rightly tell the same, tells something that it does not tell without the fault; it has one root where that is
the only error or warning (or, of faults that are noted, the only note of the check) that follows from no other.
{documents:,} documents without a fault, {alarms} false errors.

"""
_ABOUT_OTHERS = """
No fault is planted for these:

"""


def main(reports: int, seeds: int, page: Path) -> None:
    """Audit so many consistent reports, and reports of so many seeds with a fault of every role and kind; write."""
    turns = [(seed, form) for seed in range(max(seeds // _FEWER, 1)) for form in FORMATS]
    with ProcessPoolExecutor() as pool:
        whole = sum(pool.map(_clean, range(0, reports, _AT_ONCE)), Measured())
        whole = sum(pool.map(_planted, range(seeds)), whole)
        sought = sum(pool.map(_sought, turns), Sought())
    about = _ABOUT.format(styles=len(LAYOUTS), formats=len(FORMATS))
    text = about + "\n".join((*_lines(whole), "")) + _by_check(sought)
    page.write_text(text, encoding="utf-8")
    for line in [*whole.alarms[:20], *whole.missed[:40], *sought.alarms, *sought.missed, *sought.several]:
        print(line, file=sys.stderr)


def _by_check(sought: Sought) -> str:
    counts = {"kinds": len(KINDS), "checks": len({kind.check for kind in KINDS})}
    about = _ABOUT_KINDS.format(documents=sought.documents, alarms=len(sought.alarms), **counts)
    others = "".join(f"* `{check}`: {reason}\n" for check, reason in sorted(UNPLANTED.items()))
    return about + "\n".join((*table(sought), "")) + _ABOUT_OTHERS + others


def _sought(turn: tuple[int, str]) -> Sought:
    return seek(KINDS, *turn)


def _clean(first: int) -> Measured:
    measured = Measured()
    clean(range(first, first + _AT_ONCE), measured)
    return measured


def _planted(seed: int) -> Measured:
    measured = Measured()
    planted(range(seed, seed + 1), measured)
    return measured


def _lines(measured: Measured) -> Iterator[str]:
    alarms = len(measured.alarms)
    yield f"{measured.reports:,} consistent reports, {measured.relations:,} relations checked, {alarms} false errors."
    for title, names in (("layouts", OWN), ("layouts by others", sorted(set(LAYOUTS) - set(OWN)))):
        yield ""
        yield f"| figure made wrong ({title}) | {' | '.join(FORMATS)} | one root |"
        yield f"| --- |{' --- |' * len(FORMATS)} --- |"
        yield from _rows(measured, names)


def _rows(measured: Measured, names: Sequence[str]) -> Iterator[str]:
    """A row for every role that the layouts have, and one for all roles."""
    roles = sorted({role for role, _, name in measured.planted if name in names})
    for title, chosen in [*((role, [role]) for role in roles), ("all", roles)]:
        found, single = (_count(counted, chosen, list(FORMATS), names) for counted in (measured.found, measured.single))
        cells = [
            _share(_count(measured.found, chosen, [form], names), _count(measured.planted, chosen, [form], names))
            for form in FORMATS
        ]
        yield f"| {title} | {' | '.join(cells)} | {_share(single, found)} |"


def _count(counted: Counter[Kind], roles: Sequence[str], forms: Sequence[str], names: Sequence[str]) -> int:
    return sum(
        number for (role, form, name), number in counted.items() if role in roles and form in forms and name in names
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
