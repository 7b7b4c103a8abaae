"""What `verify` is asked for, and what all its ways of answering share."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.writing import write_files
from jixiao.findings import Severity
from jixiao.refusals import Problem, Refusal

if TYPE_CHECKING:
    from jixiao.reports.verified.told import ToldFile

DONE, FOUND_ERRORS, REFUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was asked for. `time_limit` is for each file where there are many, in seconds."""

    paths: Sequence[Path]
    profile: str = ""
    store: Path | None = None
    engine: str = "duckdb"
    as_json: bool = False
    out: Path | None = None
    new: Path | None = None
    printed: Path | None = None
    department: Path | None = None
    sample: int = 30
    seed: int = 20
    time_limit: float = 300


def exit_code(files: Iterable["ToldFile"]) -> int:
    """1 where an error was found, 2 where nothing could be read, 0 otherwise."""
    from jixiao.reports.verified.told import findings_of

    listed = list(files)
    if any(finding.severity is Severity.ERROR for finding in findings_of(listed)):
        return FOUND_ERRORS
    return DONE if any(form.number for file in listed for form in file.forms) else REFUSED


def put(out: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder and say where they are."""
    for path in write_files(out, files):
        print(f"已写出 {path}", file=sys.stderr)


def must_not_replace(out: Path, files: Mapping[str, bytes], option: str) -> None:
    """Refusal where a file of that name with another content is there: it may be a form that somebody filled in."""
    for name, content in files.items():
        there = out / name
        if there.is_file() and there.read_bytes() != content:
            mend = "可能是填好的自评表，不覆盖；请换一个文件夹，或先把它移走"
            raise refused(option, f"已有而内容不同的“{there}”", "没有同名文件的文件夹", mend)


def refused(option: str, found: str, expected: str, mend: str) -> Refusal:
    """The refusal of something typed."""
    return Refusal(Problem("jixiao verify", option, found, expected, mend))
