"""Many files audited: gathered from folders, handed to an engine, shown in one table."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from jixiao.audit.acceptance import NOTHING_ACCEPTED, Accepted, read_accepted
from jixiao.audit.ruleset import ruleset_name
from jixiao.cli.auditjobs import Job, Outcome, Setting
from jixiao.refusals import Problem, Refusal
from jixiao.reports.audited.manyfiles import FileResult, ToldAudit, print_results

Engine = Callable[[Sequence[Job], float], Iterator[Outcome]]
"""Gives the outcomes of jobs, each of which may take so many seconds."""

READABLE = frozenset((".docx", ".doc", ".xlsx", ".xls", ".pdf", ".ofd", ".html", ".htm", ".txt"))


def gathered(paths: Sequence[Path], results: Path | None = None) -> list[tuple[Path, str]]:
    """The files to audit, each with the name it is given: those named, and those of a kind that can be read in folders.

    Refusal for a folder without any. What an editor keeps beside an open file (~$…), hidden files and the folder of
    results are passed over.
    """
    found: dict[Path, str] = {}
    left_out = results and results.resolve()
    for path in paths:
        if not path.is_dir():
            found.setdefault(path, path.name)
            continue
        inside = sorted(
            each
            for each in path.rglob("*")
            if _is_document(each.relative_to(path)) and each.is_file() and left_out not in each.resolve().parents
        )
        if not inside:
            mend = "请核对文件夹，或直接写出文件"
            raise Refusal(
                Problem(str(path), "", "没有可读文件的文件夹", "有 Word、PDF、Excel、网页或文本的文件夹", mend)
            )
        for each in inside:
            found.setdefault(each, each.relative_to(path).as_posix())
    return list(found.items())


def audit_many(jobs: Sequence[Job], engine: Engine, limit: float) -> list[Outcome]:
    """The outcomes in the order of the jobs; on a terminal a bar shows how far the work is."""
    outcomes: dict[Job, Outcome] = {}
    bar = (TextColumn("核查"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*bar, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task("", total=len(jobs))
        for outcome in engine(jobs, limit):
            outcomes[outcome.job] = outcome
            progress.advance(task)
    return [outcomes[job] for job in jobs]


def told_array(outcomes: Iterable[Outcome]) -> str:
    """The audits as one JSON array; of a file that was refused its name and why."""
    return json.dumps([_told(outcome) for outcome in outcomes], ensure_ascii=False, indent=2)


def _told(outcome: Outcome) -> object:
    if outcome.refused:
        return {"document": {"name": outcome.job.name}, "refused": list(outcome.refused)}
    audit = json.loads(outcome.told)
    audit["document"]["name"] = outcome.job.name
    accepted = _accepted(outcome).by_fingerprint
    listed = [
        accepted[each["fingerprint"]].as_json(each["id"])
        for each in audit["findings"]
        if each["fingerprint"] in accepted
    ]
    return {**audit, "accepted": listed} if listed else audit


def results_of(outcomes: Iterable[Outcome]) -> list[FileResult]:
    """The outcomes as the table of results shows them."""
    return [
        FileResult(
            outcome.job.name,
            None if outcome.refused else ToldAudit.model_validate_json(outcome.told),
            outcome.refused,
            outcome.overdue,
            _accepted(outcome),
        )
        for outcome in outcomes
    ]


def _accepted(outcome: Outcome) -> Accepted:
    return NOTHING_ACCEPTED if outcome.refused else read_accepted(Path(outcome.job.path))


def jobs_of(files: Sequence[tuple[Path, str]], setting: Setting, folder: Path | None, form: str) -> list[Job]:
    """A job for every file; the folder for results is made where there is none."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    form = form if form in ("html", "docx") else "json"
    return [Job(str(path), name, setting, str(folder or ""), form) for path, name in files]


def show_many(outcomes: Sequence[Outcome], console: Console) -> list[FileResult]:
    """Print the table of all files, how many of them an earlier run had done, and the ruleset."""
    results = results_of(outcomes)
    print_results(results, console)
    kept = sum(outcome.kept for outcome in outcomes)
    if kept:
        console.print(f"其中 {kept} 份以前已核查，没有重做。")
    console.print(f"核查规则 {ruleset_name()}", soft_wrap=True)
    return results


def _is_document(inside: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    return not hidden and inside.suffix.lower() in READABLE
