"""A case as a folder of readable files: YAML for what is said, CSV for tables."""

import shutil
import tempfile
from pathlib import Path

from jixiao.evaluation.content import CaseContent, TableEntry, TableSheet
from jixiao.evaluation.sections import OPTIONAL, REQUIRED, Sections, tree_of
from jixiao.packs.csvfile import read_csv, write_csv
from jixiao.packs.datafile import Document, read_yaml, validate
from jixiao.packs.writing import write_yaml
from jixiao.refusals import Problem, Refusal

TABLES = "tables.yaml"


def read_folder(folder: Path) -> Sections:
    """The sections of the case in `folder`; Refusal for what is missing, unreadable or does not belong there."""
    _refuse_strangers(folder)
    documents = {}
    for section in (*REQUIRED, *OPTIONAL):
        path = folder / f"{section}.yaml"
        if section in REQUIRED or path.exists():
            documents[section] = read_yaml(path, name=f"{folder.name}/{path.name}")
    index = folder / TABLES
    if not index.exists():
        return Sections(documents, (), None)
    document = read_yaml(index, name=f"{folder.name}/{TABLES}")
    return Sections(documents, _tables(folder, document), document)


def _refuse_strangers(folder: Path) -> None:
    if not folder.is_dir():
        found = "既不是文件夹也不是工作簿的文件" if folder.exists() else "不存在的文件夹"
        raise Refusal(Problem(str(folder), "", found, "案例文件夹或 .xlsx 工作簿", "请检查路径"))
    known = {f"{section}.yaml" for section in (*REQUIRED, *OPTIONAL)} | {TABLES}
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in known:
            expected = f"{'、'.join(sorted(known))} 之一"
            raise Refusal(Problem(f"{folder.name}/{path.name}", "", "不认识的文件", expected, "请改名或移出案例文件夹"))


def _tables(folder: Path, document: Document) -> tuple[TableSheet, ...]:
    sheets = []
    for entry in validate(document, list[TableEntry]):
        name = f"{folder.name}/{entry.file}"
        table = read_csv(folder / entry.file, name=name)
        numbers = tuple(number for number, _ in table.body)
        sheets.append(TableSheet(entry, table.headings, tuple(row for _, row in table.body), numbers, name))
    return tuple(sheets)


def write_folder(content: CaseContent, folder: Path) -> None:
    """Write the case as a new folder: complete or not at all; an existing target is refused."""
    if folder.exists():
        raise Refusal(
            Problem(str(folder), "", "已经存在的文件夹", "还不存在的目标", "请换一个名称，或先移走原有文件夹")
        )
    if not folder.parent.is_dir():
        raise Refusal(Problem(str(folder.parent), "", "不存在的文件夹", "已有的上级文件夹", "请先建立上级文件夹"))
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        _write(content, temporary)
        temporary.chmod(0o755)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)  # gone already when all was written


def _write(content: CaseContent, folder: Path) -> None:
    for section in (*REQUIRED, *OPTIONAL):
        value = getattr(content, section)
        tree = tree_of(value)
        if tree or section in REQUIRED:
            write_yaml(folder / f"{section}.yaml", tree)
    if content.tables:
        write_yaml(folder / TABLES, tree_of([table.entry for table in content.tables]))
    for table in content.tables:
        path = folder / table.entry.file
        path.parent.mkdir(parents=True, exist_ok=True)
        write_csv(path, [table.headings, *table.rows])
