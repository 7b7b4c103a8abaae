"""The command that audits documents: one file shown or written in the form asked for, or many at once."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console

from jixiao.audit.acceptance import accept, beside, read_accepted
from jixiao.audit.since import read_earlier
from jixiao.cli.auditjobs import Setting, audited_bytes, rendering
from jixiao.documents.opening import FILE_LIMIT
from jixiao.findings import Severity
from jixiao.packs.filing import bytes_of, write_whole
from jixiao.refusals import Problem, Refusal
from jixiao.reports.audited import Audited, audited_json, print_audited

DONE, FOUND_ERRORS, REFUSED = 0, 1, 2
FORMS = ("text", "json", "html", "docx")
ENGINES = ("local", "spark")
_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Acceptances:
    """The findings to accept, as typed: their ids, the reason, who accepts them."""

    ids: Sequence[str] = ()
    reason: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was asked for: files and folders, the setting, the form of the answer and where to put it.

    `time_limit` is for each file where there are many, in seconds.
    """

    paths: Sequence[Path]
    setting: Setting
    time_limit: float
    form: str = "text"
    out: Path | None = None
    comments: Path | None = None
    since: Path | None = None
    engine: str = "local"
    acceptances: Acceptances = field(default_factory=Acceptances)


def run_audit(wanted: Wanted) -> int:
    """Audit what was asked for and answer; the exit code says whether errors were found that nobody has accepted."""
    _check_words(wanted)
    if len(wanted.paths) == 1 and not wanted.paths[0].is_dir() and wanted.engine == "local":
        return _run_one(wanted.paths[0], wanted)
    return _run_many(wanted)


def _run_one(path: Path, wanted: Wanted) -> int:
    earlier = read_earlier(wanted.since) if wanted.since else ()
    raw = bytes_of(path, path.name, FILE_LIMIT)
    audited = audited_bytes(raw, path, path.name, wanted.setting, earlier)
    asked = wanted.acceptances
    if asked.ids:
        today = date.today().isoformat()
        added = accept(path, audited.audit, asked.ids, reason=asked.reason, author=asked.author, date=today)
        print(f"已把 {len(added)} 条记入 {beside(path).name}。", file=sys.stderr)
        audited = replace(audited, accepted=read_accepted(path))
    if wanted.comments is not None:
        from jixiao.reports.audited.comments import commented_docx

        _write(wanted.comments, commented_docx(audited, raw))
    _answer(audited, wanted.form, wanted.out)
    return FOUND_ERRORS if audited.open_errors else DONE


def _run_many(wanted: Wanted) -> int:
    from jixiao.cli.auditmany import Engine, audit_many, gathered, jobs_of, show_many, told_array

    alone = {"--comments": wanted.comments, "--since": wanted.since, "--accept": wanted.acceptances.ids}
    for option, given in alone.items():
        if given:
            raise _refused(option, "几份文件或一个文件夹", "只核查一份文件", "请对每一份文件分别运行")
    folder = wanted.out
    if folder is None and wanted.form in ("html", "docx"):
        raise _refused("--out", "空白", "存放结果的文件夹", "请写成 --out 结果文件夹")
    if folder is not None and folder.is_file():
        raise _refused("--out", f"文件“{folder}”", "一个文件夹", "请写成 --out 结果文件夹")
    if wanted.engine == "spark":
        from jixiao.cli.auditspark import on_spark

        engine: Engine = on_spark
    else:
        from jixiao.cli.auditprocesses import in_processes

        engine = in_processes
    jobs = jobs_of(gathered(wanted.paths, folder), wanted.setting, folder, wanted.form)
    outcomes = audit_many(jobs, engine, wanted.time_limit)
    if wanted.form == "json":
        print(told_array(outcomes))
    results = show_many(outcomes, _console(stderr=wanted.form == "json"))
    if any(result.count(Severity.ERROR) for result in results):
        return FOUND_ERRORS
    return REFUSED if any(result.refused for result in results) else DONE


def _answer(audited: Audited, form: str, out: Path | None) -> None:
    """Show the audit in the form asked for, or write it to a file."""
    if form == "docx" and out is None:
        raise _refused("--out", "空白", "要写成的 .docx 文件", "请写成 --format docx --out 审核意见.docx")
    if out is None and form == "text":
        print_audited(audited, _console())
    elif out is None:
        print(_rendered(audited, form).decode())
    else:
        _write(out, _rendered(audited, form))


def _rendered(audited: Audited, form: str) -> bytes:
    if form == "text":
        lines = StringIO()
        print_audited(audited, Console(file=lines, width=_WIDTH, highlight=False))
        return lines.getvalue().encode()
    if form == "json":
        return json.dumps(audited_json(audited), ensure_ascii=False, indent=2).encode()
    return rendering(audited, form)


def _console(*, stderr: bool = False) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, width=None if stream.isatty() else _WIDTH, highlight=False)


def _write(path: Path, content: bytes) -> None:
    if not path.parent.is_dir():
        raise _refused("--out", f"没有的文件夹“{path.parent}”", "已有的文件夹", "请先建立这个文件夹")
    if path.is_dir():
        raise _refused("--out", f"文件夹“{path}”", "一个文件名", "请在文件夹后写上文件名")
    write_whole(path, content)
    print(f"已写出 {path}", file=sys.stderr)


def _check_words(wanted: Wanted) -> None:
    for option, word, known in (("--format", wanted.form, FORMS), ("--engine", wanted.engine, ENGINES)):
        if word not in known:
            raise _refused(option, f"“{word}”", f"{'、'.join(known)} 之一", "请改写这一项")


def _refused(option: str, found: str, expected: str, mend: str) -> Refusal:
    return Refusal(Problem("jixiao audit", option, found, expected, mend))
