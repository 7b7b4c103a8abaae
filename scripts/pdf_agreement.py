"""Our example reports as PDF files, read again: how far what a PDF gives agrees with the file it was made from.

Usage: python -m scripts.pdf_agreement. It needs LibreOffice and Chromium, and writes the table into docs/pdf.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from time import perf_counter

from scripts.printing import by_chromium, by_libreoffice

from jixiao.audit import Material, audit
from jixiao.documents import Document, Grid, document_of
from jixiao.evaluation import evaluate
from jixiao.findings import Finding, Severity
from jixiao.reports.files import files_of
from jixiao.workbook import open_case

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/pdf.md"
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/case.yaml"))
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Agreement:
    """How a PDF agrees with the file it was made from.

    `false_errors` are the findings of severity error that only the audit of the PDF has.
    """

    source: str
    pages: int
    tables: tuple[int, int]
    cells: int
    same_cells: int
    relations: tuple[int, int]
    false_errors: tuple[str, ...]
    milliseconds: int


def agreements(example: Path) -> Iterator[Agreement]:
    """The report of an example, printed from Word by LibreOffice and from the page by Chromium."""
    case = open_case(example)
    contents = files_of(case, evaluate(case)).contents
    for name, printed in (("report.docx", by_libreoffice), ("report.html", by_chromium)):
        source = contents[name]
        yield agreement(f"{example.name}/{name}", document_of(source, name), printed(source))


def agreement(name: str, source: Document, raw: bytes) -> Agreement:
    """What the PDF gives beside what its source gives."""
    begin = perf_counter()
    printed = document_of(raw, "report.pdf")
    taken = perf_counter() - begin
    grids, others = list(source.grids()), list(printed.grids())
    pairs = [pair for one, other in zip_longest(grids, others) for pair in _cells(one, other)]
    first, second = audit(Material(source)), audit(Material(printed))
    known = {_told(finding) for finding in first.findings}
    return Agreement(
        name,
        max(cell.place.page or 0 for grid in others for row in grid.rows for cell in row),
        (len(grids), len(others)),
        len(pairs),
        sum(one == other for one, other in pairs),
        (first.summary.checked, second.summary.checked),
        tuple(
            finding.title
            for finding in second.findings
            if finding.severity is Severity.ERROR and _told(finding) not in known
        ),
        round(taken * 1000),
    )


def _cells(one: Grid | None, other: Grid | None) -> Iterator[tuple[str | None, str | None]]:
    """What stands at each position of two tables, without blanks; None where a table has none."""
    for row, beside in zip_longest(_texts(one), _texts(other), fillvalue=()):
        yield from zip_longest(row, beside)


def _texts(grid: Grid | None) -> list[tuple[str, ...]]:
    rows = range(len(grid.rows)) if grid is not None else ()
    return [tuple("".join(text.split()) for text in grid.texts(row)) for row in rows if grid is not None]


def _told(finding: Finding) -> tuple[str, str | None, str | None]:
    return finding.check, finding.stated, finding.expected


def table(rows: Iterator[Agreement]) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| printed from | pages | tables | cells the same | relations checked | errors only in the PDF | read in |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    for row in rows:
        yield (
            f"| {row.source} | {row.pages} | {row.tables[1]} of {row.tables[0]} | {row.same_cells} of {row.cells} "
            f"| {row.relations[1]} (source: {row.relations[0]}) | {len(row.false_errors)} | {row.milliseconds} ms |"
        )


def main() -> None:
    text = "\n".join(table(row for example in EXAMPLES for row in agreements(example)))
    print(text)
    page = PAGE.read_text(encoding="utf-8")
    pattern = f"(?<={_BEGIN}\n).*(?=\n{_END})"
    PAGE.write_text(re.sub(pattern, lambda _: text, page, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
