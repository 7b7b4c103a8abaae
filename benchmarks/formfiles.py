"""How many form files a second are read, recognised, scored and checked, beside a library that only reads cells."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import openpyxl

from benchmarks.timing import timed
from jixiao.documents import document_of
from jixiao.forms import read_forms
from jixiao.forms.profiles import profile
from jixiao.forms.verifying import verified
from jixiao.reports.verified.forms.files import completed_files

FORM = Path(__file__).parents[1] / "examples/forms/projects/社区就业培训.html"


def table() -> Iterator[str]:
    """The lines of the Markdown table, files a second on one core."""
    yield "| file with one form | read and verified, a second | peer only reads its cells, a second | peer |"
    yield "| --- | --: | --: | --- |"
    form = read_forms(document_of(FORM.read_bytes(), FORM.name)).forms[0]
    for name, content in completed_files([(form, profile("A"))], FORM.stem).items():
        suffix = Path(name).suffix
        peer, opened = _PEERS[suffix]
        ours = timed(_verified(content, name)).median
        theirs = timed(partial(opened, content)).median
        yield f"| {suffix} | {1000 / ours:.0f} | {1000 / theirs:.0f} | {peer} |"


def _verified(content: bytes, name: str) -> Callable[[], None]:
    def work() -> None:
        document = document_of(content, name)
        book = verified(read_forms(document), document)
        assert len(book.forms) == 1

    return work


def _cells_of_workbook(content: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                str(cell.value)


def _cells_of_word(content: bytes) -> None:
    for table in docx.Document(BytesIO(content)).tables:
        for row in table.rows:
            for cell in row.cells:
                str(cell.text)


_PEERS: dict[str, tuple[str, Callable[[bytes], None]]] = {
    ".xlsx": ("openpyxl", _cells_of_workbook),
    ".docx": ("python-docx", _cells_of_word),
}
