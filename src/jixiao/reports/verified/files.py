"""The files that a verification of many forms comes to, by name."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from jixiao.reports.verified.book import findings_xlsx, rows_of_findings
from jixiao.reports.verified.overview import Overview
from jixiao.reports.verified.page import overview_html
from jixiao.reports.verified.told import ToldFile
from jixiao.reports.verified.wording import places_of


def verified_files(files: Sequence[ToldFile], overview: Overview, *, parquet: bool = True) -> Mapping[str, bytes]:
    """The workbook, the page, and with `parquet` every finding as a Parquet file."""
    written = {"findings.xlsx": findings_xlsx(files, overview), "overview.html": overview_html(overview).encode()}
    return written | ({"findings.parquet": findings_parquet(files)} if parquet else {})


def findings_parquet(files: Sequence[ToldFile]) -> bytes:
    """Every finding as a row; texts throughout, numbers as they are printed, so that nothing is rounded."""
    import polars

    rows = [
        {
            "file": source,
            "form": label,
            "number": form.number if form else 0,
            "department": department,
            "severity": finding.severity.value,
            "check": finding.check,
            "kind": finding.kind,
            "title": finding.title,
            "place": places_of(finding, form),
            "stated": finding.stated,
            "expected": finding.expected,
            "explanation": finding.explanation,
            "fingerprint": finding.fingerprint,
        }
        for source, label, department, finding, form in rows_of_findings(files)
    ]
    texts = ("file", "form", "department", "severity", "check", "kind", "title", "place", "stated", "expected")
    schema = dict.fromkeys((*texts, "explanation", "fingerprint"), polars.String) | {"number": polars.Int32}
    stream = BytesIO()
    polars.DataFrame(rows, schema=schema).write_parquet(stream)
    return stream.getvalue()
