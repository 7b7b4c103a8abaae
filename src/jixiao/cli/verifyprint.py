"""Forms as they were filled in, printed in the layout of their profile, in Word and in Excel."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao.cli.auditjobs import Job, Outcome, Setting
from jixiao.cli.auditmany import audit_many, gathered
from jixiao.cli.auditprocesses import in_processes
from jixiao.cli.verifywanted import DONE, REFUSED, Wanted, must_not_replace
from jixiao.cli.writing import write_files
from jixiao.documents import document_of
from jixiao.documents.opening import FILE_LIMIT
from jixiao.forms import read_forms, unread_in
from jixiao.forms.profiles import profile, recognised, without_forms
from jixiao.packs.filing import bytes_of
from jixiao.refusals import Refusal
from jixiao.reports.verified.forms.files import completed_files


def print_forms(wanted: Wanted, folder: Path) -> int:
    """Print every form of the files, nothing corrected; what could not be printed is said on standard error."""
    files = gathered(wanted.paths, folder)
    jobs = [
        Job(str(path), name, Setting(profile=wanted.profile), str(folder), stem)
        for (path, name), stem in zip(files, _stems([name for _, name in files]), strict=True)
    ]
    written = 0
    for outcome in audit_many(jobs, _beside_each_other, wanted.time_limit):
        told = json.loads(outcome.told) if outcome.told else {"written": [], "unread": outcome.refused}
        written += len(told["written"])
        for path in told["written"]:
            print(f"已写出 {path}", file=sys.stderr)
        for why in told["unread"]:
            print(f"没有印出 {outcome.job.name}：{why}", file=sys.stderr)
    return DONE if written else REFUSED


def run_print_job(job: Job) -> Outcome:
    """Print the forms of a file into the job's folder: under its name, several forms in a folder of that name."""
    try:
        document = document_of(bytes_of(Path(job.path), job.name, FILE_LIMIT), job.name)
        chosen = profile(job.setting.profile) if job.setting.profile else None
        book = read_forms(document, chosen.headings if chosen else None, score_tables=True)
        files = completed_files([(form, chosen or recognised(form, document).profile) for form in book.forms], job.form)
        must_not_replace(Path(job.folder), files, "--print")
        written = write_files(Path(job.folder), files)
    except Refusal as refusal:
        return Outcome(job, refused=tuple(map(str, refusal.problems)))
    unread = list(unread_in(book))
    if not (files or unread):
        unread = [f"没有读到自评表（{without_forms(document).why}）"]
    return Outcome(job, json.dumps({"written": [str(path) for path in written], "unread": unread}))


def _stems(names: Sequence[str]) -> Iterator[str]:
    """The names without their endings; files of one name that only the ending tells apart keep it."""
    stems = [str(Path(name).with_suffix("")) for name in names]
    count = Counter(stems)
    return (stem if count[stem] == 1 else name for stem, name in zip(stems, names, strict=True))


def _beside_each_other(jobs: Sequence[Job], limit: float) -> Iterator[Outcome]:
    """The outcomes of several files from processes of this machine; one file alone is printed here."""
    return map(run_print_job, jobs) if len(jobs) == 1 else in_processes(jobs, limit, run=run_print_job)
