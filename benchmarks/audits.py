"""How long an audit takes: the report of an example, as text of about 100 KB and as the Word file, and the command."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.timing import Timing, command, timed
from jixiao.audit import Material, audit
from jixiao.documents import Grid, document_of
from jixiao.evaluation import evaluate
from jixiao.language.reading import forget
from jixiao.reports.files import files_of
from jixiao.workbook import open_case

CASE = Path(__file__).parents[1] / "examples/xinxiang-hitech-2023"


def rows(program: Path, folder: Path) -> Iterator[tuple[str, Timing, Timing | None]]:
    """What is measured: its name and our time; nobody else audits such reports."""
    case = open_case(CASE)
    word = files_of(case, evaluate(case)).contents["report.docx"]
    text = _as_text(word)
    size = f"{len(text) / 1000:,.0f} KB"
    for name, raw, file in ((f"text of {size}", text, "report.txt"), ("Word file of the same", word, "report.docx")):
        checked = audit(Material(document_of(raw, file))).summary.checked
        yield f"report audited, {name}, {checked:,} relations", timed(partial(_audited, raw, file)), None
    path = folder / "report.txt"
    path.write_bytes(text)
    yield "`jixiao audit` of the text, cold, the whole command", timed(command([program, "audit", path])), None


def _audited(raw: bytes, file: str) -> None:
    forget()
    audit(Material(document_of(raw, file)))


def _as_text(word: bytes) -> bytes:
    """The report with its tables in tabs."""
    lines: list[str] = []
    for block in document_of(word, "report.docx").blocks:
        if isinstance(block, Grid):
            lines += ["", *("\t".join(_texts(block, row)) for row in range(len(block.rows))), ""]
        else:
            lines += [block.text, ""]
    return "\n".join(lines).encode()


def _texts(grid: Grid, row: int) -> list[str]:
    """The texts of a row, a merged cell only where it begins."""
    cells = enumerate(grid.rows[row])
    return ["".join(cell.text.split()) if (cell.row, cell.column) == (row, at) else "" for at, cell in cells]
