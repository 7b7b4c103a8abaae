"""A store of forms: written from the rows of files, or verified by an engine, however many forms it holds."""

import json
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console

from jixiao.cli.verifywanted import DONE, FOUND_ERRORS, REFUSED, Wanted, put, refused
from jixiao.findings import Severity

if TYPE_CHECKING:
    from jixiao.batch.engines import Engine
    from jixiao.batch.rows import Tables
    from jixiao.reports.verified.overview import Overview

WORDED = 50_000
"""Findings of a store that are put into words for the workbook; the Parquet file holds all of them."""


def is_store(path: Path) -> bool:
    """Whether a folder holds a store of forms."""
    return (path / "forms").is_dir() and any((path / "forms").glob("*.parquet"))


def write_store(folder: Path, rows: "Iterable[Tables]") -> None:
    """Write the rows of files as a new store; Refusal where the folder holds something already."""
    from jixiao.batch.store import StoreWriter

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refused("--store", f"已有内容的“{folder}”", "新的文件夹", "请换一个文件夹名")
    with StoreWriter(folder) as writer:
        for tables in rows:
            writer.add(tables)


def opened(store: Path, engine: str, spill: Path) -> "AbstractContextManager[Engine]":
    """The store in an engine; Refusal for one that is not complete."""
    if engine == "spark":
        from jixiao.batch.spark import Spark

        return Spark(store)
    from jixiao.batch.embedded import DuckDB

    return DuckDB(store, spill=spill)


def run_store(wanted: Wanted, console: Console) -> int:
    """Verify a store, show and write what came of it; the exit code says whether errors were found."""
    if len(wanted.paths) != 1:
        raise refused("", f" {len(wanted.paths)} 个路径", "一个自评表库", "请对自评表库单独运行")
    if wanted.profile or wanted.store is not None:
        option = "--profile" if wanted.profile else "--store"
        mend = "库里的自评表已按存入时的表样读出，请去掉这一项；要换表样，请重新核验文件夹"
        raise refused(option, "自评表库", "还没有存入库的文件", mend)
    from jixiao.batch.statistics import summarise
    from jixiao.batch.verification import verify
    from jixiao.reports.verified.fromstore import found_in_lists, overview_of_store
    from jixiao.reports.verified.terminal import print_overview

    with TemporaryDirectory() as spill, opened(wanted.paths[0], wanted.engine, Path(spill)) as engine:
        verify(engine)
        summarise(engine)
        overview = overview_of_store(engine, sample=wanted.sample, seed=wanted.seed)
        in_lists = found_in_lists(engine)
        if wanted.as_json:
            _print_json(engine, overview)
        if wanted.out is not None:
            _write_out(wanted.out, engine, overview)
    print_overview(overview, in_lists, console)
    if overview.errors or in_lists.get(Severity.ERROR):
        return FOUND_ERRORS
    return DONE if overview.read else REFUSED


def _print_json(engine: "Engine", overview: "Overview") -> None:
    if overview.forms > WORDED:
        mend = "请改用 --out 文件夹，其中 findings.parquet 有全部问题"
        raise refused("--json", f"{overview.forms} 份自评表", f"不超过 {WORDED} 份", mend)
    from jixiao.reports.verified.fromstore import found_in, told_forms
    from jixiao.reports.verified.told import ToldFile, verify_json

    found = found_in(engine, sys.maxsize)
    forms = tuple(told_forms(engine, found, all_forms=True))
    print(json.dumps(verify_json([ToldFile(forms=forms, lists=found.lists())]), ensure_ascii=False, indent=2))


def _write_out(out: Path, engine: "Engine", overview: "Overview") -> None:
    """The workbook and the page as for files; every finding of the store as Parquet."""
    from jixiao.batch.output import write_findings
    from jixiao.reports.verified.files import verified_files
    from jixiao.reports.verified.fromstore import found_in, told_forms
    from jixiao.reports.verified.told import ToldFile

    found = found_in(engine, WORDED)
    forms = tuple(told_forms(engine, found, all_forms=False))
    put(out, verified_files([ToldFile(forms=forms, lists=found.lists())], overview, parquet=False))
    write_findings(engine, out / "findings.parquet")
    print(f"已写出 {out / 'findings.parquet'}", file=sys.stderr)
