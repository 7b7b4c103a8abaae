"""Measure verification at length: `python -m tests.world FILE_SEEDS STORE_SEEDS PAGE` writes the page on it."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.world.faults import FAULTS, SUMMARY_FAULTS
from tests.world.growing import PROFILES
from tests.world.handed import HANDED, handed
from tests.world.measuring import ANOTHER, NOT_COMPUTED, RANGE, RIGHT, Measured, in_files, in_store
from tests.world.paper import FORMATS

_ABOUT = """# How well verification finds faults

Written by `make verify-quality`. A world of departments is grown from seeds (`tests/world`): projects with budgets by
source, indicators with targets of every kind, scores, totals and grades that follow from them by the rules of a
profile, and the summary table of each department. Each department is verified as it is, and again with one fault in
each form and one in its summary table. A fault is found where a check named for it tells more of that form than
without the fault; it is alone where no error of another check is told of that form as well. An alarm is anything that
is told of a consistent form; a false error is an alarm of severity error.

Files: {file_forms:,} consistent forms and {file_faults:,} faults, printed in {formats} by turns, read, their profile
recognised, scored and checked. The ministry's form (A) is printed by an author who had not seen the readers.
Store: {store_forms:,} forms in {profiles} profiles ({store_faults:,} faults), without paper, verified together by
DuckDB.

| | files | store |
| --- | --- | --- |
| false errors | {file_errors} | {store_errors} |
| other alarms | {file_alarms} | {store_alarms} |
| faults found | {file_found} | {store_found} |
| alone | {file_alone} | {store_alone} |
| files with another number of forms than written | {unread} | |
| forms taken for another profile or for none | {unknown} | |

## By kind of fault

"""
_HANDED = """
## Files without a form

Tables of scores by first level (K) and reports in words (M) are no forms: they are recognised and handed to the audit.

"""
_OFFICE = """
## As LibreOffice saves them

One department of every profile, without and with faults, printed as .pdf and saved as .xls.

"""
_TOTALS = """
## Corrected totals

Of consistent forms, and of forms in which nothing but scores or sums is wrong, the corrected total against the right
one. A range is what the profile's rules leave to judgement.

"""


def main(file_seeds: int, store_seeds: int, page: Path) -> None:
    """Measure departments of so many seeds in every profile, in files and in a store; write the page."""
    with TemporaryDirectory() as folder:
        with ProcessPoolExecutor(2) as pool:
            tasks = [(key, seed, folder) for key, seed in product(PROFILES, range(file_seeds))]
            files = sum(pool.map(_in_files, tasks), Measured())
        store = in_store(PROFILES, range(store_seeds), Path(folder) / "store")
        office = [in_files(key, 0, _made(Path(folder) / f"office-{key}"), by_office=True) for key in PROFILES]
        others = {key: [handed(key, seed, Path(folder)) for seed in range(file_seeds)] for key in HANDED}
    lines = [*_page(files, store), *_handed_over(others), *_by_office(sum(office, Measured()))]
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _in_files(task: tuple[str, int, str]) -> Measured:
    key, seed, folder = task
    with TemporaryDirectory(dir=folder) as own:
        return in_files(key, seed, Path(own))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _page(files: Measured, store: Measured) -> Iterator[str]:
    yield _ABOUT.format(
        file_forms=_consistent(files),
        file_faults=files.put.total(),
        formats=", ".join(FORMATS),
        store_forms=store.forms.total(),
        profiles=len(PROFILES),
        store_faults=store.put.total(),
        unread=files.unread.total(),
        unknown=_by_profile(files.unknown) or 0,
        **{f"{name}_{key}": value for name, each in (("file", files), ("store", store)) for key, value in _sums(each)},
    ).rstrip()
    yield ""
    yield from _by_fault(files, store)
    yield "\n## By check\n"
    yield from _by_check(files, store)
    yield "\n## By profile\n"
    yield from _by_profiles(files, store)
    yield _TOTALS.rstrip()
    yield ""
    yield from _totals(files)


def _consistent(measured: Measured) -> int:
    return sum(measured.forms[key] for key in PROFILES)


def _sums(measured: Measured) -> Iterator[tuple[str, str]]:
    errors = sum(times for (_, severity, _), times in measured.alarms.items() if severity == "error")
    yield "errors", str(errors)
    yield "alarms", str(measured.alarms.total() - errors)
    yield "found", _of(measured.found.total(), measured.put.total())
    yield "alone", _of(measured.alone.total(), measured.put.total())


def _of(found: int, put: int) -> str:
    return f"{found:,} of {put:,}" if put else "–"


def _by_profile(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{key} {times}" for key, times in counts.items() if times)


def _by_fault(files: Measured, store: Measured) -> Iterator[str]:
    yield "| fault | told by | files | store | missed in files | missed in the store | told beside it |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for fault in (*FAULTS, *SUMMARY_FAULTS):
        told = [_of(*_summed(each, fault.name)) for each in (files, store)]
        missed = [_by_profile(_missed(each, fault.name)) for each in (files, store)]
        beside = {check: None for name, check, _ in (*files.beside, *store.beside) if name == fault.name}
        yield f"| {' | '.join((fault.name, ', '.join(fault.checks), *told, *missed, ', '.join(beside)))} |"


def _summed(measured: Measured, *names: str) -> tuple[int, int]:
    found, put = (sum(each[name, key] for name in names for key in PROFILES) for each in (measured.found, measured.put))
    return found, put


def _missed(measured: Measured, name: str) -> dict[str, int]:
    return {key: measured.put[name, key] - measured.found[name, key] for key in PROFILES}


def _by_check(files: Measured, store: Measured) -> Iterator[str]:
    """A fault counts for the first of its checks."""
    yield "| check | files | store | false errors | other alarms |"
    yield "| --- | --- | --- | --- | --- |"
    names: dict[str, list[str]] = {}
    for fault in (*FAULTS, *SUMMARY_FAULTS):
        names.setdefault(fault.checks[0], []).append(fault.name)
    alarms = files.alarms + store.alarms
    for check in dict.fromkeys([*names, *(check for check, _, _ in alarms)]):
        told = [_of(*_summed(each, *names.get(check, ()))) for each in (files, store)]
        errors, others = Counter[str](), Counter[str]()
        for (one, severity, key), times in alarms.items():
            if one == check:
                (errors if severity == "error" else others)[key] += times
        yield f"| {check} | {told[0]} | {told[1]} | {_by_profile(errors) or 0} | {_by_profile(others) or 0} |"


def _by_profiles(files: Measured, store: Measured) -> Iterator[str]:
    yield "| profile | files | alone | false errors | store | alone | false errors |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for key in PROFILES:
        cells: list[str] = []
        for each in (files, store):
            put = sum(times for (_, own), times in each.put.items() if own == key)
            for counts in (each.found, each.alone):
                cells.append(_of(sum(times for (_, own), times in counts.items() if own == key), put))
            errors = sum(t for (_, severity, own), t in each.alarms.items() if (severity, own) == ("error", key))
            cells.append(str(errors))
        yield f"| {key} | {' | '.join(cells)} |"


def _handed_over(others: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[str]:
    yield _HANDED.rstrip()
    yield ""
    yield "| profile | handed over |"
    yield "| --- | --- |"
    for key, counts in others.items():
        yield f"| {key} | {_of(sum(told for told, _ in counts), sum(files for _, files in counts))} |"


def _by_office(office: Measured) -> Iterator[str]:
    sums = dict(_sums(office))
    yield _OFFICE.rstrip()
    yield ""
    yield "| | files |"
    yield "| --- | --- |"
    yield f"| false errors | {sums['errors']} |"
    yield f"| other alarms | {sums['alarms']} |"
    yield f"| faults found | {sums['found']} |"
    yield f"| alone | {sums['alone']} |"
    yield f"| files with another number of forms than written | {_by_profile(office.unread) or 0} |"
    yield f"| forms taken for another profile or for none | {_by_profile(office.unknown) or 0} |"
    missed = Counter({name: 0 for name, _ in office.put})
    for name, key in office.put:
        missed[name] += office.put[name, key] - office.found[name, key]
    told = ", ".join(f"{name} {times}" for name, times in missed.items() if times)
    yield f"| missed | {told or 'nothing'} |"


def _totals(files: Measured) -> Iterator[str]:
    outcomes = (RIGHT, RANGE, ANOTHER, NOT_COMPUTED)
    yield f"| profile | {' | '.join(outcomes)} |"
    yield "| --- | --- | --- | --- | --- |"
    for key in PROFILES:
        yield f"| {key} | {' | '.join(str(files.totals[outcome, key]) for outcome in outcomes)} |"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
