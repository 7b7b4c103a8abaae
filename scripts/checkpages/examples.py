"""Examples of checks: documents that a check reports, put together from `examples.yaml`."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Finding

ROOT = Path(__file__).parents[2]
EXAMPLES = Path(__file__).parent / "examples.yaml"
BASES = {"report": ROOT / "tests/audit/scores/report.txt", "forms": ROOT / "tests/forms/samples/clean.txt"}
ASKED = ROOT / "tests/audit/regulation"
_WHOLE = 25  # lines; of a longer document only what the finding speaks of is shown
_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Example:
    """A document and what the program reports in it."""

    check: str
    text: str
    found: Audit

    @property
    def findings(self) -> list[Finding]:
        """What the check itself reports."""
        return [finding for finding in self.found.findings if finding.check == self.check]

    def shown(self) -> str:
        """The document, or of a long one the lines that the findings speak of; cells parted by bars."""
        lines = self.text.rstrip("\n").split("\n")
        if len(lines) > _WHOLE:
            at = sorted({place.line for each in self.findings for place in each.places if place.line})
            lines = [f"第 {number} 行：{lines[number - 1]}" for number in at]
        return "\n".join(line.strip().replace("\t", _CELLS) for line in lines)


def examples() -> dict[str, Example]:
    """The examples by the check they are of."""
    entries = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return {entry["check"]: _example(entry["check"], _text(entry)) for entry in entries} | _of_regulations()


def _of_regulations() -> dict[str, Example]:
    """The first report of the tests in which each regulation is not kept, where the finding shows a place."""
    report = (ASKED / "report.txt").read_text(encoding="utf-8")
    shown: dict[str, Example] = {}
    for fault in yaml.safe_load((ASKED / "changes.yaml").read_text(encoding="utf-8"))["faults"]:
        check, text = f"regulation.{fault['check']}", report
        if check in shown:
            continue
        for change in fault["changes"]:
            text = text.replace(change["from"], change["to"])
        example = _example(check, text)
        if any(place.line for finding in example.findings for place in finding.places):
            shown[check] = example
    return shown


def _example(check: str, text: str) -> Example:
    return Example(check, text, audit(Material(document_of(text.encode(), "报告.txt"))))


def _text(entry: dict[str, object]) -> str:
    if "document" in entry:
        return _with_tabs(str(entry["document"]))
    text = BASES[str(entry["base"])].read_text(encoding="utf-8")
    changes = entry["changes"]
    assert isinstance(changes, list)
    for old, new in changes:
        if _with_tabs(old) not in text:
            raise ValueError(f"the example of {entry['check']} changes what its base does not hold: {old}")
        text = text.replace(_with_tabs(old), _with_tabs(new), 1)
    return text


def _with_tabs(text: str) -> str:
    """Bars between cells as tabs; empty cells may stand between two of them, and at the end of a line."""
    return "\n".join(
        "\t".join(cell.strip(" ") for cell in line.split("|")) if "|" in line else line for line in text.split("\n")
    )
