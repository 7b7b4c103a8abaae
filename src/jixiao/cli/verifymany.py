"""Many files of forms verified: read beside each other, resumable, shown in one table, written as one set of files."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from rich.console import Console

from jixiao.batch.rows import Source, Tables, unread_row
from jixiao.cli.auditjobs import Job, Outcome, Setting
from jixiao.cli.auditmany import audit_many, gathered
from jixiao.cli.auditprocesses import in_processes
from jixiao.cli.verifyjobs import Kept, run_form_job
from jixiao.cli.verifywanted import Wanted, exit_code, put
from jixiao.forms.profiles import GENERAL, profile
from jixiao.reports.verified.overview import overview_of
from jixiao.reports.verified.terminal import print_many
from jixiao.reports.verified.told import ToldFile, ToldForm, findings_of, verify_json


def run_many(wanted: Wanted, console: Console) -> int:
    """Verify every file, show and write what came of it; the exit code says whether errors were found."""
    files = gathered(wanted.paths, wanted.out)
    setting = _setting(wanted.profile)
    jobs = [Job(str(path), name, setting, str(wanted.out or "")) for path, name in files]
    outcomes = audit_many(jobs, beside_each_other, wanted.time_limit)
    told, rows = told_of(outcomes)
    if wanted.store is not None:
        from jixiao.cli.verifystore import write_store

        write_store(wanted.store, rows)
    overview = overview_of(told, sample=wanted.sample, seed=wanted.seed)
    if wanted.out is not None:
        from jixiao.reports.verified.files import verified_files

        put(wanted.out, verified_files(told, overview))
    if wanted.as_json:
        print(json.dumps(verify_json(told), ensure_ascii=False, indent=2))
    print_many(told, overview, console)
    if wanted.out is None and any(True for _ in findings_of(told)):
        print("逐条问题和更正表：请加 --out 文件夹写出，或对单个文件运行。", file=sys.stderr)
    if kept := sum(outcome.kept for outcome in outcomes):
        print(f"其中 {kept} 份文件以前已核验，没有重做。", file=sys.stderr)
    return exit_code(told)


def _setting(profile: str) -> Setting:
    """The setting of every job; a profile of one's own counts with its content, so that a changed one is asked anew."""
    setting, own = Setting(profile=profile), Path(profile)
    if own.suffix not in (".yaml", ".yml"):
        return setting
    return replace(setting, ruleset=f"{setting.ruleset} {sha256(own.read_bytes()).hexdigest()}")


def told_of(outcomes: Sequence[Outcome]) -> tuple[list[ToldFile], list[Tables]]:
    """What is told of every file, and its rows of the store; a refused file is told and stored as not read."""
    told: list[ToldFile] = []
    rows: list[Tables] = []
    for outcome in outcomes:
        name = outcome.job.name
        if outcome.refused:
            why = "；".join(outcome.refused)
            told.append(ToldFile(forms=(ToldForm(source=name, number=0, status="unread", why=why),)))
            rows.append(unread_row(Source(name), why, profile(GENERAL)))
        else:
            kept = Kept.model_validate_json(outcome.told).named(name)
            told.append(kept.told)
            rows += kept.rows
    return told, rows


def beside_each_other(jobs: Sequence[Job], limit: float) -> Iterator[Outcome]:
    """The outcomes of files verified in several processes of this machine."""
    return in_processes(jobs, limit, run=run_form_job)
