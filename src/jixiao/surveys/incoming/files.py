"""Files of answers or counts as tables of texts: workbooks (.xlsx, .xls) and tables as text (.csv, .tsv)."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path

from jixiao.findings import Finding, Place, Severity
from jixiao.packs.filing import bytes_of
from jixiao.packs.officefile import OfficeFile, OfficeKind
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming import workbookrows
from jixiao.surveys.incoming.checks import MOST_PLACES, QUOTES, UNREAD_TABLE
from jixiao.surveys.incoming.entered import beside_entry, without_example
from jixiao.surveys.incoming.separated import read_separated
from jixiao.surveys.incoming.tables import Table

WORKBOOK_LIMIT = 200_000_000
"""Bytes a workbook may have."""

_SAVE_AS = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”"
_WORKBOOK = OfficeKind(
    noun="工作簿",
    whole_noun="Excel 工作簿",
    suffix=".xlsx",
    old_suffix=".xls",
    save_as=_SAVE_AS,
    lighten="请删去图片和无关的工作表，或另存为 CSV",
    unpacked=2_000_000_000,
)
_ARCHIVE = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_START = 8


def tables_in(paths: Sequence[Path]) -> tuple[list[Table], list[Finding]]:
    """The tables of the files in their order, and what could not be read of them.

    Refusal for a file that is missing, given twice, none of these kinds, damaged or too large.
    """
    tables: list[Table] = []
    findings: list[Finding] = []
    known: dict[str, Path] = {}
    for path in paths:
        content = _digest(path)
        if content in known:
            found = f"与“{known[content].name}”内容完全相同的文件"
            raise Refusal(Problem(path.name, "", found, "另一个文件", "同一个文件请只列一次"))
        known[content] = path
        of_file, unread = _tables_of(path)
        findings += unread
        for table in of_file:
            kept, left_out = without_example(table)
            tables.append(kept)
            findings += left_out
    return tables, findings


def _digest(path: Path) -> str:
    if not path.is_file():
        bytes_of(path, path.name, 0)  # says what is wrong with it
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _tables_of(path: Path) -> tuple[list[Table], list[Finding]]:
    with path.open("rb") as stream:
        start = stream.read(_START)
    if start.startswith((_ARCHIVE, _OLD)):
        return _sheets(path, is_old=start.startswith(_OLD))
    if not path.stat().st_size:
        raise Refusal(Problem(path.name, "", "空白的文件", "一行表头和各份答卷", "请核对文件"))
    read = read_separated(path, path.name)
    return [read.table], [_unpaired(path.name, read.unpaired)] if read.unpaired else []


def _sheets(path: Path, *, is_old: bool) -> tuple[list[Table], list[Finding]]:
    raw = bytes_of(path, path.name, WORKBOOK_LIMIT)
    if not is_old:
        _must_be_workbook(raw, path.name)
    with tempfile.TemporaryDirectory() as folder:
        _read_apart(path, Path(folder))
        records: list[workbookrows.SheetRecord] = json.loads((Path(folder) / workbookrows.CONTENTS).read_bytes())
        beside = beside_entry([record["name"] for record in records])
        shown = [record for record in records if not record["hidden"] and record["name"] not in beside]
        tables = []
        for record in shown:
            name = path.name if len(shown) == 1 else f"{path.name}的工作表“{record['name']}”"
            table = read_separated(Path(folder) / record["file"], name).table
            tables.append(Table(name, table.columns, table.rows, tuple(map(_merge, record["merged"]))))
    unread = [_hidden(path.name, record["name"]) for record in records if record["hidden"]]
    return [table for table in tables if table.any_filled().any()], unread


def _must_be_workbook(raw: bytes, file: str) -> None:
    """Refusal for another kind of file, and for one that unpacks into more than memory should hold."""
    package = OfficeFile(raw, file, _WORKBOOK, needs="xl/workbook.xml")
    for part in package.parts:
        for _ in package.chunks(part):
            pass


def _read_apart(path: Path, folder: Path) -> None:
    # -P: a module that lies in the folder of the study is not taken for one of ours.
    command = [sys.executable, "-P", "-m", workbookrows.__name__, str(path.absolute()), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=workbookrows.SECONDS, check=False)
    except subprocess.TimeoutExpired:
        found = f"{workbookrows.SECONDS} 秒内没有读完的工作簿"
        raise Refusal(Problem(path.name, "", found, "完整的工作簿", f"{_SAVE_AS}，或另存为 CSV")) from None
    if done.returncode == workbookrows.LOCKED:
        raise Refusal(Problem(path.name, "", "有密码的工作簿", "没有打开密码的工作簿", "请打开后取消密码再保存"))
    if done.returncode != workbookrows.READ:
        raise Refusal(Problem(path.name, "", "损坏或过大的工作簿", "完整的工作簿", f"{_SAVE_AS}，或另存为 CSV"))


def _merge(range_: Sequence[int]) -> tuple[int, int, int, int]:
    top, left, bottom, right = range_
    return top, left, bottom, right


def _hidden(file: str, sheet: str) -> Finding:
    return Finding(
        UNREAD_TABLE.id,
        Severity.NOTE,
        UNREAD_TABLE.kind,
        f"隐藏的工作表“{sheet}”没有读取",
        "隐藏的工作表不算作答卷。需要读取时请取消隐藏后再试。",
        places=(Place(file=file, table=sheet),),
    )


def _unpaired(file: str, rows: Sequence[int]) -> Finding:
    return Finding(
        QUOTES.id,
        Severity.WARNING,
        QUOTES.kind,
        f"{len(rows)} 行的引号不配对",
        f"“{file}”有 {len(rows)} 行的英文引号没有配对，引号按普通文字读取，请核对这些行的各列有没有错位。",
        expected="成对的英文引号",
        places=tuple(Place(file=file, row=row) for row in rows[:MOST_PLACES]),
    )
