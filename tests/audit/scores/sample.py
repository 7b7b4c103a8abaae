"""A short evaluation report of ours without a fault, and the same report with one thing written otherwise."""

from pathlib import Path

from tests.audit.desk import audited

from jixiao.findings import Finding

REPORT = (Path(__file__).parent / "report.txt").read_text(encoding="utf-8")


def report(*changes: tuple[str, str]) -> str:
    """The report with every text of the changes, which must stand in it, replaced where it stands first."""
    text = REPORT
    for old, new in changes:
        assert old in text, f"{old} does not stand in the report"
        text = text.replace(old, new, 1)
    return text


def contradictions(text: str) -> tuple[Finding, ...]:
    """What an audit finds in a text, but for what regulations want a report to say too."""
    return tuple(finding for finding in audited(text).findings if not finding.check.startswith("regulation."))


def with_a_cell_to_a_line(text: str) -> str:
    """The same text, its tables with one cell to a line, as they come out of Word."""
    lines = []
    for line in text.split("\n"):
        cells = line.split("\t")
        lines.append("\n".join(f"\t{cell}" for cell in cells) + "\n" if len(cells) > 1 else line)
    return "\n".join(lines)
