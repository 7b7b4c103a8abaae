"""How the audit does against hand-audited reports: recall of their findings, false alarms, relations checked.

Usage: python -m scripts.audit_truth FOLDER. The folder holds truth-*.yaml; each names the file of its document, which
lies in the folder or in a neighbour called seeds. A finding of the truth counts as reported where a finding of ours
stands at one of its lines, best with the same kind.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from jixiao.audit import Audit, Material, audit
from jixiao.documents import open_document
from jixiao.findings import Finding, Severity

Entry = Mapping[str, object]
REPORTED, AT_PLACE, MISSED = "reported", "at the place", "MISSED"


def main(folder: Path) -> None:
    """Print a table for every truth file in the folder."""
    for path in sorted(folder.glob("truth-*.yaml")):
        truth = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = truth["document"]["file"]
        document = next(each / name for each in (folder, folder.parent / "seeds") if (each / name).exists())
        _report(name, truth, audit(Material(open_document(document))))


def _report(name: str, truth: Mapping[str, Sequence[Entry]], found: Audit) -> None:
    print(f"\n{name}: {found.summary.checked} relations checked, {found.summary.undecided} undecided")
    used: set[str] = set()
    for severity in Severity:
        entries = [entry for entry in truth["findings"] if entry["severity"] == severity.value]
        results = [(entry, *_result(entry, found.findings)) for entry in entries]
        used |= {identity for _, _, ids in results for identity in ids}
        reported = sum(result != MISSED for _, result, _ in results)
        print(f"  {severity.value}: {reported} of {len(entries)} reported")
        for entry, result, ids in results:
            if result != REPORTED and severity is not Severity.NOTE:
                print(f"    {result:13} {entry['id']} {entry['kind']} {_where(entry)} {', '.join(sorted(ids))}")
    traps = {entry["id"]: _lines(entry) for entry in truth["not_errors"]}
    print("  errors of ours that match no finding of the truth (to be checked by hand):")
    for finding in found.findings:
        if finding.severity is Severity.ERROR and finding.id not in used:
            lines = sorted(_placed(finding))
            near = [identity for identity, at in traps.items() if at & _placed(finding)]
            print(f"    {finding.id} {finding.check} lines {lines} {finding.title} {near or ''}")


def _result(entry: Entry, findings: Sequence[Finding]) -> tuple[str, set[str]]:
    at_place = [finding for finding in findings if _placed(finding) & _lines(entry)]
    same = {f.id for f in at_place if f.kind == entry["kind"] and f.severity == entry["severity"]}
    if same:
        return REPORTED, same
    others = {finding.id for finding in at_place}
    return (AT_PLACE, others) if others else (MISSED, set())


def _placed(finding: Finding) -> set[int]:
    return {place.line for place in finding.places if place.line is not None}


def _lines(entry: Entry) -> set[int]:
    return set(_all_lines(entry["where"]))


def _all_lines(where: object) -> Iterator[int]:
    if isinstance(where, Mapping):
        yield where["line"]
        for other in where.get("also", ()):
            yield from _all_lines(other)


def _where(entry: Entry) -> str:
    where = entry["where"]
    return f"line {where['line']} {where['section']}" if isinstance(where, Mapping) else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
