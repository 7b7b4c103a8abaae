"""How fast documents are read, beside libraries that read the same format: pages a second of a PDF, reports of Word."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pdfplumber

from benchmarks.timing import Timing, timed
from jixiao.documents import document_of
from jixiao.evaluation import evaluate
from jixiao.reports.files import files_of
from jixiao.workbook import open_case

ROOT = Path(__file__).parents[1]
PDF = ROOT / "tests/reading/samples/pages.pdf"
CASE = ROOT / "examples/xinxiang-hitech-2023"


def rows() -> Iterator[tuple[str, int, Timing, str, Timing]]:
    """What is read: its name, how many of them a run reads, our time, the peer and its time."""
    raw = PDF.read_bytes()
    pages = len(pdfplumber.open(io.BytesIO(raw)).pages)
    yield (
        "pages of a PDF, ruled tables over page breaks (peer: text and tables of each page, nothing put together)",
        pages,
        timed(lambda: document_of(raw, PDF.name)),
        "pdfplumber",
        timed(lambda: _by_pdfplumber(raw)),
    )
    case = open_case(CASE)
    report = files_of(case, evaluate(case)).contents["report.docx"]
    yield (
        "reports in Word (peer: the text of each paragraph and cell)",
        1,
        timed(lambda: document_of(report, "report.docx")),
        "python-docx",
        timed(lambda: _by_python_docx(report)),
    )


def _by_pdfplumber(raw: bytes) -> list[object]:
    with pdfplumber.open(io.BytesIO(raw)) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


def _by_python_docx(raw: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(raw))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def table() -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| read | Jixiao, a second | peer, a second | ratio |"
    yield "| --- | --: | --: | --: |"
    for name, count, ours, peer, theirs in rows():
        mine, its = count * 1000 / ours.median, count * 1000 / theirs.median
        yield f"| {name} | {mine:.1f} | {peer}: {its:.1f} | {mine / its:.1f} |"
