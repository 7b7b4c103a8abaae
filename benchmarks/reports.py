"""What is measured of the reports of the Xinxiang case, beside the same content written with python-docx."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import naive
from benchmarks.timing import Timing, command, timed
from jixiao.evaluation import evaluate
from jixiao.reports.content.building import report_of
from jixiao.reports.files import files_of
from jixiao.reports.page import report_html
from jixiao.reports.scores import scores_xlsx
from jixiao.reports.word.writing import word_report
from jixiao.workbook import open_case

ROOT = Path(__file__).parents[1]
CASE = ROOT / "examples/xinxiang-hitech-2023"
PROGRAM = Path(sys.executable).with_name("jixiao")


def rows(folder: Path) -> Iterator[tuple[str, Timing, Timing | None]]:
    """What is measured: its name, our time, the peer's time on the same content."""
    case = open_case(CASE)
    sheet = evaluate(case)
    report = report_of(case, sheet)
    result = folder / "result.json"
    result.write_bytes(files_of(case, sheet).contents["result.json"])
    content = json.loads(result.read_text(encoding="utf-8"))["report"]
    naive_docx = str(folder / "naive.docx")

    yield "what the report says, put together", timed(lambda: report_of(case, sheet)), None
    yield (
        "report.docx written, warm",
        timed(lambda: word_report(report)),
        timed(lambda: naive.write(content, naive_docx)),
    )
    yield "report.html written, warm", timed(lambda: report_html(case, sheet, report)), None
    yield "scores.xlsx written, warm", timed(lambda: scores_xlsx(case, sheet)), None
    evaluating: list[str | Path] = [PROGRAM, "evaluate", CASE, "--out", folder / "out"]
    yield (
        "the whole command, cold, all five files (peer: its one file)",
        timed(command([*evaluating, "--no-pages"])),
        timed(command([sys.executable, "-m", "benchmarks.naive", result, naive_docx])),
    )
    yield "the same with page numbers by LibreOffice", timed(command([*evaluating, "--pages"])), None
