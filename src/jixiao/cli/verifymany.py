"""Many files of forms verified: read beside each other, resumable, shown in one table, written as one set of files."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from rich.console import Console

from jixiao.batch.rows import Source, Tables, unread_row
from jixiao.cli.auditjobs import Job, Outcome, Setting
from jixiao.cli.auditmany import audit_many, gathered
from jixiao.cli.auditprocesses import in_processes
from jixiao.cli.verifyjobs import Kept, run_form_job
from jixiao.cli.verifywanted import Wanted, exit_code, put
from jixiao.forms.crossing import crossed
from jixiao.forms.known import KnownBook
from jixiao.forms.profiles import GENERAL, profile
from jixiao.reports.verified.crossings import told_crossing
from jixiao.reports.verified.overview import overview_of
from jixiao.reports.verified.terminal import print_many
from jixiao.reports.verified.told import ToldFile, ToldForm, findings_of, verify_json


def run_many(wanted: Wanted, console: Console) -> int:
    """Verify every file, show and write what came of it; the exit code says whether errors were found."""
    files = gathered(wanted.paths, wanted.out)
    setting = _setting(wanted.profile)
    jobs = [Job(str(path), name, setting, str(wanted.out or "")) for path, name in files]
    outcomes = verified_on(wanted.engine, jobs, wanted.time_limit)
    read = told_of(outcomes)
    crossings = crossed(read.books)
    told = [*read.told, *map(told_crossing, crossings)]
    if wanted.store is not None:
        from jixiao.cli.verifystore import write_store

        write_store(wanted.store, read.rows)
    overview = overview_of(told, sample=wanted.sample, seed=wanted.seed)
    if wanted.out is not None:
        from jixiao.reports.verified.files import verified_files

        put(wanted.out, verified_files(told, overview))
    if wanted.as_json:
        print(json.dumps(verify_json(told), ensure_ascii=False, indent=2))
    print_many(told, overview, console)
    if wanted.out is None and any(True for _ in findings_of(told)):
        print("逐条问题和更正表：请加 --out 文件夹写出，或对单个文件运行。", file=sys.stderr)
    for each in crossings:
        if each.why_not:
            print(f"{each.source}：没有核对{each.title}：{each.why_not}。", file=sys.stderr)
    if kept := sum(outcome.kept for outcome in outcomes):
        print(f"其中 {kept} 份文件以前已核验，没有重做。", file=sys.stderr)
    return exit_code(told)


def _setting(profile: str) -> Setting:
    """The setting of every job; a profile of one's own counts with its content, so that a changed one is asked anew."""
    setting, own = Setting(profile=profile), Path(profile)
    if own.suffix not in (".yaml", ".yml"):
        return setting
    return replace(setting, ruleset=f"{setting.ruleset} {sha256(own.read_bytes()).hexdigest()}")


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What is told of every file, the rows of the store, and what of each file others are held against."""

    told: list[ToldFile]
    rows: list[Tables]
    books: list[KnownBook]


def told_of(outcomes: Sequence[Outcome]) -> ReadFiles:
    """What came of every file; a refused file is told and stored as not read."""
    read = ReadFiles([], [], [])
    for outcome in outcomes:
        name = outcome.job.name
        if outcome.refused:
            why = "；".join(outcome.refused)
            read.told.append(ToldFile(forms=(ToldForm(source=name, number=0, status="unread", why=why),)))
            read.rows.append(unread_row(Source(name), why, profile(GENERAL)))
        else:
            kept = Kept.model_validate_json(outcome.told).named(name)
            read.told.append(kept.told)
            read.rows.extend(kept.rows)
            read.books.append(kept.known)
    return read


def verified_on(engine: str, jobs: Sequence[Job], limit: float) -> Sequence[Outcome]:
    """The outcomes of files, in several processes of this machine, or by the machines of a Spark cluster."""
    if engine == "spark":
        from jixiao.cli.auditspark import on_spark

        return audit_many(jobs, partial(on_spark, run=run_form_job, command="jixiao verify"), limit)
    return audit_many(jobs, partial(in_processes, run=run_form_job), limit)
